"""A person and the dated roles that say for whom the person speaks."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tieup.regions.files import PackError, PackFiles, once
from tieup.regions.forms import LocalPersonForm, PeopleFile, PersonForm, RoleForm

PEOPLE = "people.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A post held between two days; None is open-ended.

    Attributes:
        unit: state, centre or district: whose voice in the party it is.
        styles: what the press calls the holder without the name, such as "ISF chief".
        planned: whether the party is only announced.
    """

    party: str
    title: str
    unit: str | None = None
    since: date | None = None
    until: date | None = None
    styles: tuple[str, ...] = ()
    planned: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A leader.

    Attributes:
        name: the canonical name.
        forms: other full spellings, misspellings included; case counts.
        short: what later mentions use alone: surname, first name, pet form.
        roles: in order of date.
        home: the region whose news the person belongs to, where the pack is not that region's.
    """

    name: str
    forms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    home: str | None = None

    def role_on(self, day: date) -> Role | None:
        """The post in which the person speaks on that day: the last one begun that still holds.

        Without one that holds, the last one begun before; without that, None.
        """
        begun = [r for r in self.roles if r.since is None or r.since <= day]
        holding = [r for r in begun if r.holds_on(day)]
        candidates = holding or begun
        return candidates[-1] if candidates else None


def people_of(
    files: PackFiles, parties: Container[str], shared: Sequence[PersonForm] = ()
) -> dict[str, Person]:
    """A region's people by name: the country's with what is local of them, and the region's own.

    A full form that the region's file claims is taken from the country's person that has it, too.

    Raises:
        PackError: where a name or full form stands twice, a role is of no known party or out of
            order, or a [[local]] is of nobody in the country's file.
    """
    file = files.called(PEOPLE)
    given = files.table(PEOPLE, PeopleFile)
    local = {form.name: form for form in given.local}
    countrywide = {form.name for form in shared}
    once(file, "[[local]]", (form.name for form in given.local), "name")
    for form in given.person:
        if form.name in countrywide:
            reason = "the country has this person; what is local of them belongs in a [[local]]"
            raise PackError(file, f"[[person]] {form.name}", reason)
    for name in local:
        if name not in countrywide:
            raise PackError(file, f"[[local]] {name}", "is nobody whom the country has")
    claimed = _check(file, parties, given.person, given.local)
    for name in countrywide:
        if claimed.get(name, name) != name:
            reason = f"the form '{name}' is the name of somebody whom the country has"
            raise PackError(file, f"[[person]] {claimed[name]}", reason)
    merged = [_merged(form, local.get(form.name), claimed) for form in shared]
    return {form.name: _person(form) for form in (*merged, *given.person)}


def country_people(files: PackFiles, parties: Container[str]) -> tuple[PersonForm, ...]:
    """The people who speak in several of a country's regions.

    Raises:
        PackError: as for a region's, and for a [[local]], which only a region has.
    """
    file = files.called(PEOPLE)
    given = files.table(PEOPLE, PeopleFile)
    if given.local:
        raise PackError(file, f"[[local]] {given.local[0].name}", "stands in a country's file")
    _check(file, parties, given.person)
    return given.person


def _check(
    file: str,
    parties: Container[str],
    people: Sequence[PersonForm],
    local: Sequence[LocalPersonForm] = (),
) -> dict[str, str]:
    """Parties exist, roles are in order, a full form is one person's; gives whose each form is."""
    once(file, "[[person]]", (form.name for form in people), "name")
    claimed: dict[str, str] = {}
    for noun, form in (
        *(("[[person]]", form) for form in people),
        *(("[[local]]", form) for form in local),
    ):
        place = f"{noun} {form.name}"
        for written in dict.fromkeys((form.name, *form.forms)):
            other = claimed.setdefault(written, form.name)
            if other != form.name:
                raise PackError(file, place, f"the form '{written}' is {other}'s already")
        for role in form.role:
            if role.party not in parties:
                reason = f"role '{role.title}': {role.party} is no party of this pack"
                raise PackError(file, place, reason)
        if list(form.role) != _by_date(form.role):
            raise PackError(file, place, "the roles are not in order of date")
    return claimed


def _by_date(roles: Iterable[RoleForm]) -> list[RoleForm]:
    return sorted(roles, key=lambda role: role.since or date.min)


def _merged(
    form: PersonForm, local: LocalPersonForm | None, claimed: Mapping[str, str]
) -> PersonForm:
    """A country's person as a region has it."""
    kept = [written for written in form.forms if claimed.get(written, form.name) == form.name]
    added = local or LocalPersonForm(name=form.name)
    changes = {
        "forms": tuple(dict.fromkeys((*kept, *added.forms))),
        "short": tuple(dict.fromkeys((*form.short, *added.short))),
        "role": _joined(form.role, added.role),
    }
    return form.model_copy(update=changes)


def _joined(shared: Iterable[RoleForm], local: Iterable[RoleForm]) -> tuple[RoleForm, ...]:
    """The posts in order of date; a local one begun with the country's is the same post.

    It has the local title, the styles of both, and the country's end where it names none.
    """
    posts = {(role.party, role.since): role for role in shared}
    for role in local:
        same = posts.get((role.party, role.since))
        if same is not None:
            changes = {
                "styles": tuple(dict.fromkeys((*same.styles, *role.styles))),
                "until": role.until or same.until,
            }
            posts[role.party, role.since] = role.model_copy(update=changes)
        else:
            posts[role.party, role.since] = role
    return tuple(_by_date(posts.values()))


def _person(form: PersonForm) -> Person:
    return Person(
        name=form.name,
        forms=form.forms,
        short=form.short,
        home=form.home,
        roles=tuple(
            Role(
                party=role.party,
                title=role.title,
                unit=role.unit,
                since=role.since,
                until=role.until,
                styles=role.styles,
                planned=role.planned,
            )
            for role in form.role
        ),
    )
