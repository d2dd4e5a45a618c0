"""Past: elections of the past as plain data, and pairs of them that follow one another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from tieup.regions import Region
from tieup.seats.contest import Contest, Floats, Ints
from tieup.seats.tables import Slate, slate

Alliances = tuple[frozenset[str], ...]

#: Alliances count as changed if parties with this part of the votes each came together or parted.
MATTERS = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An election of the past.

    Attributes:
        id: of the election.
        land: the state whose house was elected.
        year: when, with a fraction of the year.
        slate: who got how many votes where.
        fronts: the contender of a party, where it isn't the party itself.
        alliances: sets of contenders that stood together.
        won: shape (seats,), the columns of who won; -1 for somebody who is not on the slate; None
            where the slate has everybody.
    """

    id: str
    land: str
    year: float
    slate: Slate
    fronts: Mapping[str, str] = field(default_factory=dict)
    alliances: Alliances = ()
    won: Ints | None = None

    @property
    def winners(self) -> Ints:
        """Shape (seats,): the columns of who won; -1 for nobody on the slate."""
        return self.slate.contest.leaders() if self.won is None else self.won

    def contender(self, party: str) -> str:
        """As whom the party stands."""
        return self.fronts.get(party, party)

    def allied(self, one: str, other: str) -> bool:
        """Whether two contenders stood together."""
        return any(one in each and other in each for each in self.alliances)

    def shares(self) -> dict[str, float]:
        """Parts of all valid votes by contender."""
        contest = self.slate.contest
        stood = contest.stood
        votes = np.bincount(contest.party[stood], weights=contest.votes[stood])
        total = float(contest.totals.sum())
        found: dict[str, float] = {}
        for party, count in zip(contest.parties, votes, strict=False):
            contender = self.contender(party)
            found[contender] = found.get(contender, 0.0) + float(count) / total
        return {contender: share for contender, share in found.items() if share > 0}


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two elections that follow one another, in the seats that both have.

    Attributes:
        base, target: the earlier one and the later one, seat by seat the same.
        heirs: contenders of the target that go on with what a contender of the base had, where
            these aren't the contender itself: a new name, a merger, the parts of a split.
        earlier: root shares of contenders of the target at the election before the base, shape
            (seats,), NaN where they had none.
    """

    base: Past
    target: Past
    heirs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    earlier: Mapping[str, Floats] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As it is printed."""
        return f"{self.base.id} to {self.target.id}"

    def heirs_of(self, contender: str) -> tuple[str, ...]:
        """Who goes on with what a contender of the base had."""
        return self.heirs.get(contender, (contender,))

    def forebears_of(self, contender: str) -> tuple[str, ...]:
        """Whose of the base a contender of the target goes on with."""
        return tuple(old for old in self.sizes if contender in self.heirs_of(old))

    @cached_property
    def sizes(self) -> Mapping[str, float]:
        """Parts of all valid votes at the base, by contender."""
        return self.base.shares()

    def were_allied(self, one: str, other: str) -> bool:
        """Whether two contenders of the target go on with partners of the base."""
        return any(
            self.base.allied(old, partner)
            for old in self.forebears_of(one)
            for partner in self.forebears_of(other)
        )

    def are_partners(self, old: str, other: str) -> bool:
        """Whether a contender of the base, or an heir of it, stands with another at the target."""
        return any(self.target.allied(heir, other) for heir in self.heirs_of(old))

    @cached_property
    def alliances_changed(self) -> bool:
        """Whether two contenders who matter came together or parted."""
        shares = self.target.shares()
        large = [c for c, share in shares.items() if share >= MATTERS]
        before = {heir: old for old in self.sizes for heir in self.heirs_of(old) if heir in large}
        return any(
            self.base.allied(before[one], before[other]) != self.target.allied(one, other)
            for number, one in enumerate(large)
            for other in large[:number]
            if one in before and other in before and before[one] != before[other]
        )


def pair(
    base: Past,
    target: Past,
    heirs: Mapping[str, tuple[str, ...]] | None = None,
    before: Pair | None = None,
) -> Pair:
    """The pair of two elections.

    Args:
        base: the earlier election.
        target: the later one.
        heirs: as in Pair.
        before: the pair that ends at the base, if there is one: its base is the earlier election.
    """
    common = np.intersect1d(base.slate.contest.numbers, target.slate.contest.numbers)
    heirs = dict(heirs or {})
    cut_base, cut_target = (replace(e, slate=_only(e.slate, common)) for e in (base, target))
    found = Pair(base=cut_base, target=cut_target, heirs=heirs)
    return replace(found, earlier=_earlier(found, before) if before else {})


def pairs(
    elections: Sequence[Past], heirs: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None
) -> list[Pair]:
    """Each election with the next of the same land, oldest first; heirs by the later one's id."""
    found: list[Pair] = []
    by_land: dict[str, list[Past]] = {}
    for each in elections:
        by_land.setdefault(each.land, []).append(each)
    for row in by_land.values():
        before = None
        for one, other in pairwise(sorted(row, key=lambda each: each.year)):
            before = pair(one, other, (heirs or {}).get(other.id), before)
            found.append(before)
    return found


def past(region: Region, election: str, land: str | None = None) -> Past:
    """An election of a region's pack: fronts act as one, alliances are the pack's.

    Raises:
        UnknownNameError: for an election that the region does not know, or without returns.
    """
    known = region.election(election)
    votes = slate(region, known.id)
    day = known.counted
    return Past(
        id=known.id,
        land=land or region.id,
        year=day.year + (day.timetuple().tm_yday - 1) / 365.25,
        slate=votes,
        fronts={
            party: front
            for party in votes.contest.parties
            if (front := region.front_of(party, day)) is not None
        },
        alliances=tuple(frozenset(alliance.parties) for alliance in known.alliances),
    )


def pasts(region: Region, kinds: Iterable[str] = ()) -> list[Past]:
    """A region's elections with returns; each kind is a land of its own, as its seats are."""
    wanted = set(kinds)
    return [
        past(region, each.id, f"{region.id} {each.kind}")
        for each in sorted(region.elections.values(), key=lambda each: each.counted)
        if each.has_returns and (not wanted or each.kind in wanted)
    ]


def roots_of(election: Past) -> dict[str, Floats]:
    """Root shares by contender, shape (seats,); 0 where it did not stand."""
    contest = election.slate.contest
    shares = contest.shares
    found: dict[str, Floats] = {}
    for party in contest.parties:
        contender = election.contender(party)
        mine = (shares * contest.of(frozenset({party}))).sum(axis=1)
        found[contender] = found.get(contender, np.zeros(len(mine))) + mine
    return {contender: np.sqrt(share) for contender, share in found.items()}


def _only(slate_: Slate, numbers: Ints) -> Slate:
    """The slate in some seats alone."""
    votes = slate_.contest
    at = np.flatnonzero(np.isin(votes.numbers, numbers))
    if len(at) == len(votes.numbers):
        return slate_
    cut: Contest = replace(
        votes,
        **{
            name: getattr(votes, name)[at]
            for name in ("numbers", "districts", "party", "votes", "rest", "abstainers")
        },
    )
    return replace(
        slate_,
        contest=cut,
        seats=tuple(slate_.seats[seat] for seat in at),
        candidates=tuple(slate_.candidates[seat] for seat in at),
    )


def _earlier(now: Pair, before: Pair) -> dict[str, Floats]:
    """What contenders of the target had at the election before the base, by the heirs of both."""
    place = {number: seat for seat, number in enumerate(before.base.slate.contest.numbers)}
    at = np.array([place.get(number, -1) for number in now.base.slate.contest.numbers])
    found: dict[str, Floats] = {}
    for contender, roots in roots_of(before.base).items():
        here = np.where(at >= 0, roots[at], 0.0)
        for middle in before.heirs_of(contender):
            for heir in now.heirs_of(middle):
                mine = np.where(here > 0, here, np.nan)
                found[heir] = np.fmax(found[heir], mine) if heir in found else mine
    return found
