"""A lineup: who acts as one in a scenario, and in which bloc."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from tieup.regions import Election, Region
from tieup.scenarios import Scenario, ScenarioError


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineup:
    """Contenders and blocs of a scenario.

    A contender is a party, or a front whose members act as one. A member that the structure names
    by itself is a contender of its own, and its front goes on without it.

    Attributes:
        members: the parties with returns at the base, by contender; empty for one that a structure
            names and that did not stand.
        blocs: contenders by bloc, those of the structure first, then each other one alone.
        named: how many of the blocs the structure names.
        circles: parties that were allied at the base: the election's alliances, and the fronts.
    """

    members: Mapping[str, frozenset[str]]
    blocs: tuple[tuple[str, ...], ...]
    named: int
    circles: tuple[frozenset[str], ...]

    @property
    def contenders(self) -> tuple[str, ...]:
        """Every contender, bloc by bloc."""
        return tuple(contender for bloc in self.blocs for contender in bloc)

    @property
    def contender_of(self) -> dict[str, str]:
        """The contender of each party that stood at the base."""
        return {party: c for c, members in self.members.items() for party in members}

    def bloc_of(self, contender: str) -> tuple[str, ...]:
        """The bloc that it stands in."""
        return next(bloc for bloc in self.blocs if contender in bloc)

    def allied_at_base(self, one: str, other: str) -> bool:
        """Whether the two stood together at the base election."""
        ours, theirs = self.members[one] | {one}, self.members[other] | {other}
        return any(circle & ours and circle & theirs for circle in self.circles)


def lineup(region: Region, scenario: Scenario, parties: Iterable[str]) -> Lineup:
    """The lineup of a scenario among the parties that stood at its base.

    Raises:
        UnknownNameError: for a party or election that the region does not know.
        ScenarioError: for a member named beside its front, a transfer, swing or share of a party
            that does not act by itself.
    """
    election = region.election(scenario.base)
    blocs = tuple(
        tuple(each for party in bloc for each in _of_umbrella(region, party, election))
        for bloc in scenario.blocs
    )
    named = [contender for bloc in blocs for contender in bloc]
    _check_named(region, named, election)
    members: dict[str, set[str]] = {contender: set() for contender in named}
    fronts = _fronts(region, election.id)
    for party in parties:
        front = None if party in named else fronts.get(party)
        members.setdefault(front or party, set()).add(party)
    alone = [(contender,) for contender in sorted(set(members) - set(named))]
    found = Lineup(
        members={contender: frozenset(parties) for contender, parties in members.items()},
        blocs=(*blocs, *alone),
        named=len(blocs),
        circles=_circles(region, election.id),
    )
    for party in _acting(scenario):
        _check_acts(region, party, found, election)
    for partner in scenario.standing:
        if len(found.bloc_of(partner)) == 1:
            message = f"standing {partner}: it shares no bloc with anybody"
            raise ScenarioError(message)
    return found


def _acting(scenario: Scenario) -> Iterator[str]:
    """Every party that the assumptions speak of, but for splits, which come before."""
    yield from (*scenario.swing, *scenario.shares, *scenario.standing)
    for pair in (*scenario.transfer, *scenario.leaves, *scenario.support):
        yield from pair


def _of_umbrella(region: Region, name: str, election: Election) -> tuple[str, ...]:
    """The party itself, or an umbrella's members on the day of the base's count."""
    party = region.party(name)
    if party.kind != "bloc":
        return (party.id,)
    members = party.members_on(election.counted)
    if not members:
        message = f"{party.id} had no members on {election.counted}; name the parties"
        raise ScenarioError(message)
    return members


def _check_named(region: Region, named: list[str], election: Election) -> None:
    """Nobody is named twice, be it by itself and as a member of its front."""
    for contender in named:
        if named.count(contender) > 1:
            message = f"{contender} is named twice; a party stands in one bloc, once"
            raise ScenarioError(message)
        front = region.front_of(contender, election.counted)
        if front in named:
            message = f"{contender} is named beside {front}, whose member it is; name one of them"
            raise ScenarioError(message)


def _check_acts(region: Region, party: str, found: Lineup, election: Election) -> None:
    """A party that the assumptions speak of acts by itself, and has votes."""
    if found.members.get(party):
        return
    front = region.front_of(region.party(party).id, election.counted)
    if front in found.members:
        message = f"{party} acts as part of {front}; name {front}, or {party} by itself in a bloc"
    else:
        message = (
            f"{party} has no votes at {election.id}; nothing can be assumed of them before a split "
            "gives it some"
        )
    raise ScenarioError(message)


@lru_cache(maxsize=64)
def _fronts(region: Region, election: str) -> Mapping[str, str]:
    """The front of each party that was a member of one on the day of the count."""
    day = region.elections[election].counted
    found: dict[str, str] = {}
    for front in region.parties.values():
        if front.kind == "front":
            for member in front.members_on(day):
                found.setdefault(member, front.id)
    return MappingProxyType(found)


@lru_cache(maxsize=64)
def _circles(region: Region, election: str) -> tuple[frozenset[str], ...]:
    """Sets of parties that were allied: by the election's alliances, or as members of a front."""
    of = region.elections[election]
    day = of.counted
    alliances = (
        frozenset(
            each for name in alliance.parties for each in (name, *region.parties_of(name, day))
        )
        for alliance in of.alliances
    )
    fronts = (
        frozenset((party.id, *party.members_on(day)))
        for party in region.parties.values()
        if party.kind == "front" and party.members_on(day)
    )
    return (*alliances, *fronts)
