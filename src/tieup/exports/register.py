"""Register: the parties and people of several regions, each once, and who a speaker is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from tieup.alliances import Check, check
from tieup.regions import Party, Person, Region
from tieup.statements import REPORT, Statement

#: How a speaker begins who is named by the party alone.
UNNAMED = "unnamed:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says a statement.

    Attributes:
        kind: a person, a party, somebody unnamed of a party, or the report itself.
        key: of the person or party in the register; None for the report.
        name: as shown.
    """

    kind: Literal["person", "party", "unnamed", "report"]
    key: str | None
    name: str


class Register:
    """Who is who in some regions.

    A party is known by its id, and a person by the name; what regions share is joined. Where a
    later region means somebody else by the same, its own goes by "region/id".

    Attributes:
        parties, people: by key.
        elections: whose each election is, by its id.
    """

    def __init__(self, regions: Iterable[Region]) -> None:
        """Join what the regions' packs tell."""
        self.regions: Sequence[Region] = tuple(regions)
        self.parties: dict[str, Party] = {}
        self.people: dict[str, Person] = {}
        self.elections: dict[str, Region] = {}
        for region in self.regions:
            self.elections |= dict.fromkeys(region.elections, region)
            self._join(region)

    def _join(self, region: Region) -> None:
        """One more region's parties and people, who go by the keys that they get here."""
        keys = {party.id: self._key(party, region) for party in region.parties.values()}
        for name, party in region.parties.items():
            members = tuple(replace(m, party=keys.get(m.party, m.party)) for m in party.members)
            known = self.parties.get(keys[name])
            self.parties[keys[name]] = _joined_party(known, replace(party, members=members))
        for name, given in region.people.items():
            roles = tuple(replace(r, party=keys.get(r.party, r.party)) for r in given.roles)
            person, same = replace(given, roles=roles), self.people.get(name)
            if same is None or _are_one(same, person):
                self.people[name] = _joined_person(same, person)
            else:
                self.people[f"{region.id}/{name}"] = person

    def _key(self, party: Party, region: Region) -> str:
        """What a region's party goes by, beside those that are known already."""
        known = self.parties.get(party.id)
        return party.id if known is None or known.name == party.name else f"{region.id}/{party.id}"

    def party_key(self, name: str, election: str | None) -> str:
        """The key of a party that a statement about an election names."""
        region = self.elections.get(election or "")
        own = f"{region.id}/{name}" if region else name
        return own if own in self.parties else name

    def party_name(self, key: str, day: date = date.max) -> str:
        """The full name of a party on a day, by default its last; its id where no region has it."""
        party = self.parties.get(key)
        return party.name_on(day) if party else key

    def party_keys(self, statement: Statement) -> tuple[str, ...]:
        """The keys of the parties that a statement is about."""
        return tuple(self.party_key(name, statement.election) for name in statement.parties)

    def person_key(self, name: str, election: str | None) -> str:
        """The key of a person whom a statement about an election names."""
        region = self.elections.get(election or "")
        own = f"{region.id}/{name}" if region else name
        return own if own in self.people else name

    def voice(self, statement: Statement) -> Voice:
        """Who says a statement."""
        speaker, election = statement.speaker, statement.election
        if speaker == REPORT:
            return Voice(kind="report", key=None, name=statement.outlet or "the report")
        if speaker.startswith(UNNAMED):
            key = self.party_key(speaker.removeprefix(UNNAMED), election)
            name = f"somebody of {self.party_name(key, statement.published)}"
            return Voice(kind="unnamed", key=key, name=name)
        key = self.party_key(speaker, election)
        if key in self.parties or speaker in statement.parties:
            name = self.party_name(key, statement.published)
            return Voice(kind="party", key=key, name=name)
        return Voice(kind="person", key=self.person_key(speaker, election), name=speaker)

    def summary(self, statement: Statement) -> str:
        """What a statement says, in tieup's own words: who does what, and with whom."""
        what = statement.act or statement.kind
        day = statement.published
        about = ", ".join(self.party_name(key, day) for key in self.party_keys(statement))
        form = f" ({statement.form})" if statement.form else ""
        return f"{self.voice(statement).name} {what}: {about or 'no party named'}{form}"

    def check(self, statement: Statement) -> Check | None:
        """What the official returns say of a statement; None where they can say nothing."""
        region = self.elections.get(statement.election or "")
        return check(statement, region) if region else None


def named_alike(*texts: Iterable[str], but: str) -> Iterator[str]:
    """Other names, each once, without the one that all go by."""
    seen = {but}
    for text in (text for several in texts for text in several):
        if text not in seen:
            seen.add(text)
            yield text


def _are_one(known: Person, other: Person) -> bool:
    """Whether two regions mean one person: they know of a party in common, or of none at all."""
    parties = {role.party for role in known.roles}
    return not parties or not other.roles or any(role.party in parties for role in other.roles)


def _joined_party(known: Party | None, other: Party) -> Party:
    if known is None:
        return other
    return replace(
        known,
        forms=tuple(dict.fromkeys((*known.forms, *other.forms))),
        members=tuple(dict.fromkeys((*known.members, *other.members))),
        renamings=tuple(dict.fromkeys((*known.renamings, *other.renamings))),
    )


def _joined_person(known: Person | None, other: Person) -> Person:
    """One person with the posts that both regions know of; of one post, the first one's."""
    if known is None:
        return other
    begun = {(role.party, role.since) for role in known.roles}
    more = (role for role in other.roles if (role.party, role.since) not in begun)
    forms = tuple(dict.fromkeys((*known.forms, *other.forms)))
    return replace(known, forms=forms, roles=(*known.roles, *more))
