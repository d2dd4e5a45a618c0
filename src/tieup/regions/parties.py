"""A party, a front of parties that acts as one, or an umbrella bloc of the news."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tieup.regions.files import PackError, PackFiles, once
from tieup.regions.forms import LocalPartyForm, PartiesFile, PartyForm
from tieup.regions.returns import INDEPENDENT, NOTA, OTHERS

PARTIES = "parties.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A party's time in a front or bloc; None is open-ended."""

    party: str
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the party is a member on that day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A new name from a day on; the id stays."""

    on: date
    name: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who can ally.

    Attributes:
        kind: "party"; "front", a standing alliance that acts as one; or "bloc", an umbrella of the
            news that stands for its members of the day.
        forms: how the press writes it, misspellings included; case counts.
        seats_of_power: headquarters and bodies that stand for it in the press.
        units: which of them are one unit's, state, centre or district, by name.
        planned_as: how it is shown before it was founded.
        lead: of a front, the member that leads it.
        home: the region whose news it belongs to, where its pack is not that region's.
    """

    id: str
    name: str
    short: str
    kind: Literal["party", "front", "bloc"] = "party"
    colour: str
    forms: tuple[str, ...] = ()
    seats_of_power: tuple[str, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    founded: date | None = None
    planned_as: str | None = None
    lead: str | None = None
    home: str | None = None
    members: tuple[Membership, ...] = ()
    renamings: tuple[Renaming, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name it has had and every form of the press, full names first."""
        names = (name for r in self.renamings for name in (r.name, r.short))
        return (self.name, self.short, *names, *self.forms)

    def members_on(self, day: date) -> tuple[str, ...]:
        """Ids of the members on that day; none for a plain party."""
        return tuple(m.party for m in self.members if m.holds_on(day))

    def name_on(self, day: date) -> str:
        """The full name it had on that day, "... (party planned)" before it was founded."""
        if self.founded is not None and day < self.founded and self.planned_as:
            return self.planned_as
        names = [r.name for r in sorted(self.renamings, key=lambda r: r.on) if r.on <= day]
        return names[-1] if names else self.name


def parties_of(files: PackFiles, shared: Sequence[PartyForm] = ()) -> dict[str, Party]:
    """A region's parties by id: the country's with what is local of them, and the region's own.

    A form that the region's file claims is taken from the country's party that has it, too: "TMC"
    is another party in Tamil Nadu.

    Raises:
        PackError: where an id or form stands twice, or a member or [[local]] is of no known party.
    """
    file = files.called(PARTIES)
    given = files.table(PARTIES, PartiesFile)
    local = {form.id: form for form in given.local}
    countrywide = {form.id for form in shared}
    once(file, "[[local]]", (form.id for form in given.local), "id")
    for form in given.party:
        if form.id in countrywide:
            reason = "the country has this party; what is local of it belongs in a [[local]]"
            raise PackError(file, f"[[party]] {form.id}", reason)
    for name in local:
        if name not in countrywide:
            raise PackError(file, f"[[local]] {name}", "is no party of the country")
    claimed = _check(file, given.party, given.local, countrywide)
    merged = [_merged(form, local.get(form.id), claimed) for form in shared]
    return {form.id: _party(form) for form in (*merged, *given.party)}


def country_parties(files: PackFiles) -> tuple[PartyForm, ...]:
    """The parties that a country's regions share.

    Raises:
        PackError: as for a region's, and for a [[local]], which only a region has.
    """
    file = files.called(PARTIES)
    given = files.table(PARTIES, PartiesFile)
    if given.local:
        raise PackError(file, f"[[local]] {given.local[0].id}", "stands in a country's file")
    _check(file, given.party)
    return given.party


def _check(
    file: str,
    parties: Iterable[PartyForm],
    local: Iterable[LocalPartyForm] = (),
    countrywide: Collection[str] = (),
) -> dict[str, str]:
    """Members exist, and no form is claimed twice in the file; gives who claims which form."""
    named: list[tuple[str, PartyForm | LocalPartyForm]] = [
        *(("[[party]]", form) for form in parties),
        *(("[[local]]", form) for form in local),
    ]
    own = [form.id for noun, form in named if noun == "[[party]]"]
    once(file, "[[party]]", own, "id")
    for code in (INDEPENDENT, NOTA, OTHERS):
        if code in own:
            reason = "the returns keep this id for candidates of no party"
            raise PackError(file, f"[[party]] {code}", reason)
    claimed: dict[str, str] = {}
    for noun, form in named:
        for written in dict.fromkeys((*form.forms, *form.seats_of_power)):
            other = claimed.setdefault(written, form.id)
            if other != form.id:
                reason = f"the form '{written}' is {other}'s already"
                raise PackError(file, f"{noun} {form.id}", reason)
    known = {*own, *countrywide}
    for noun, form in named:
        lead = form.lead if isinstance(form, PartyForm) else None
        for name in (*(m.id for m in form.member), *([lead] if lead else [])):
            if name not in known or name == form.id:
                reason = f"member {name} is no {'other ' * (name in known)}party of this pack"
                raise PackError(file, f"{noun} {form.id}", reason)
    return claimed


def _merged(form: PartyForm, local: LocalPartyForm | None, claimed: Mapping[str, str]) -> PartyForm:
    """A country's party as a region has it: without the forms that are another's there."""
    added = local or LocalPartyForm(id=form.id)

    def kept(shared: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
        own = (written for written in shared if claimed.get(written, form.id) == form.id)
        return tuple(dict.fromkeys((*own, *more)))

    changes = {
        "forms": kept(form.forms, added.forms),
        "seats_of_power": kept(form.seats_of_power, added.seats_of_power),
        # What a party has in a region is its state unit's there.
        "units": form.units | {"state": (*form.units.get("state", ()), *added.seats_of_power)},
        "member": (*form.member, *added.member),
    }
    return form.model_copy(update=changes)


def _party(form: PartyForm) -> Party:
    return Party(
        id=form.id,
        name=form.name,
        short=form.short,
        kind=form.kind,
        colour=form.colour.lower(),
        forms=form.forms,
        seats_of_power=form.seats_of_power,
        founded=form.founded,
        units=tuple((body, unit) for unit, bodies in form.units.items() for body in bodies),
        planned_as=form.planned_as,
        lead=form.lead,
        home=form.home,
        members=tuple(Membership(party=m.id, since=m.since, until=m.until) for m in form.member),
        renamings=tuple(Renaming(on=r.on, name=r.name, short=r.short) for r in form.renamed),
    )
