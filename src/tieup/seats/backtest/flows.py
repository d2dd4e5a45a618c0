"""Flows: from whom the candidates of an election can have a past election's votes."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tieup.seats.backtest.past import Pair
from tieup.seats.backtest.people import standing_again
from tieup.seats.backtest.sorting import SOURCES, Seat
from tieup.seats.contest import NOBODY, Bools, Contest, Floats, Ints


@dataclass(frozen=True, kw_only=True, eq=False)
class Flows:
    """Parts of the base's votes that a candidate of the target may start with, by source.

    All arrays are (seats, candidates): candidates of the target in the order of their contender's
    name and their own, so that nothing of the result shows in it.

    Attributes:
        pair: the two elections.
        order: columns of the target's contest, candidate by candidate; -1 for nobody.
        contenders: names.
        who: index into contenders, or NOBODY.
        own: what the contender itself had, or the one whose heir it is.
        left: the part of `own` that went to a candidate who stands again for somebody else.
        joined: what the candidate had for another party. brought: as an independent. again: an
            independent who stands again as one.
        kept: what a partner of the target had who does not stand, and was a partner at the base.
        allied: the same, of a new partner.
        lent: the part of a seat's votes that the contender may have lent to a partner of the base
            who stands against it now. returned: the same, of a partner who does not stand.
        lost: what of `own` may have been lent by others.
    """

    pair: Pair
    order: Ints
    contenders: tuple[str, ...]
    who: Ints
    own: Floats
    left: Floats
    joined: Floats
    brought: Floats
    again: Floats
    kept: Floats
    allied: Floats
    lent: Floats
    returned: Floats
    lost: Floats

    @property
    def stood(self) -> Bools:
        """Where there is a candidate."""
        stood: Bools = self.who != NOBODY
        return stood

    @cached_property
    def shares(self) -> Floats:
        """What the candidates had in the end."""
        shares = self.pair.target.slate.contest.shares
        found = np.take_along_axis(shares, np.maximum(self.order, 0), axis=1)
        return np.where(self.stood, found, 0.0)

    @cached_property
    def winners(self) -> Ints:
        """Shape (seats,): who won; -1 for nobody of these."""
        won = self.pair.target.winners
        winners: Ints = np.argmax(self.order == won[:, None], axis=1)
        return np.where(won >= 0, winners, -1)

    @cached_property
    def statewide(self) -> dict[str, float]:
        """Parts of all valid votes in the end, by contender."""
        totals = self.pair.target.slate.contest.totals
        votes = self.shares * (totals / totals.sum())[:, None]
        sums = np.bincount(
            self.who[self.stood], weights=votes[self.stood], minlength=len(self.contenders)
        )
        return dict(zip(self.contenders, map(float, sums), strict=True))

    @cached_property
    def old(self) -> frozenset[str]:
        """Contenders that go on with something of the base."""
        return frozenset(heir for each in self.pair.sizes for heir in self.pair.heirs_of(each))

    @property
    def stays(self) -> Floats:
        """Shape (seats,): the part of the base's votes whose party, or its heir, stands again."""
        stays: Floats = self.own.sum(axis=1)
        return stays

    def mine(self, contender: str) -> Bools:
        """Where the contender stands."""
        mine: Bools = self.who == self.contenders.index(contender)
        return mine

    @cached_property
    def earlier(self) -> Floats:
        """Root shares of candidates' contenders at the election before the base, or NaN."""
        found = np.full(self.who.shape, np.nan)
        for index, name in enumerate(self.contenders):
            if name in self.pair.earlier:
                column = np.broadcast_to(self.pair.earlier[name][:, None], found.shape)
                found = np.where(self.who == index, column, found)
        return found

    def contest(self, shares: Floats, *, scaled: bool = True) -> Contest:
        """A contest of the target's candidates with these shares, in the target's seats' sizes.

        Args:
            shares: shape (seats, candidates).
            scaled: to a sum of one; if not, what is missing is nobody's.
        """
        target = self.pair.target.slate.contest
        totals = np.maximum(target.totals, 1.0)
        parts = np.where(self.stood, np.maximum(shares, 0.0), 0.0)
        whole = parts.sum(axis=1)
        over = whole if scaled else np.maximum(whole, 1.0)
        votes = parts / np.where(over > 0, over, 1.0)[:, None] * totals[:, None]
        return Contest(
            numbers=target.numbers,
            districts=self.pair.base.slate.contest.districts,
            parties=self.contenders,
            party=self.who,
            votes=votes,
            rest=np.maximum(totals - votes.sum(axis=1), 0.0),
            abstainers=np.zeros(len(totals)),
        )


def flows(pair: Pair, *, weights: dict[str, float] | None = None) -> Flows:
    """Sort the base's votes by what may have become of them.

    Args:
        pair: the elections.
        weights: sizes of the target's contenders, by which a seat's votes are divided between
            partners who part: their statewide shares where these are given, else those of the base.
    """
    base, target = pair.base.slate.contest, pair.target.slate.contest
    contenders = tuple(sorted({pair.target.contender(party) for party in target.parties}))
    index = {name: number for number, name in enumerate(contenders)}
    found = {source: np.zeros(target.votes.shape) for source in SOURCES}
    order = np.full(target.votes.shape, -1)
    who = np.full(target.votes.shape, NOBODY)
    shares = base.shares
    again = standing_again(pair.base.slate, pair.target.slate)
    for seat in range(len(base.numbers)):
        names = pair.target.slate.candidates[seat]
        columns = sorted(
            (pair.target.contender(target.parties[party]), names[column], column)
            for column, party in enumerate(target.party[seat])
            if party != NOBODY
        )
        order[seat, : len(columns)] = [column for _, _, column in columns]
        who[seat, : len(columns)] = [index[name] for name, _, _ in columns]
        place = {column: n for n, (_, _, column) in enumerate(columns)}
        here = Seat(
            pair=pair,
            weights=weights,
            names=[name for name, _, _ in columns],
            shares=[
                (pair.base.contender(base.parties[party]), float(share))
                for party, share in zip(base.party[seat], shares[seat], strict=True)
                if party != NOBODY
            ],
            again={old: place[new] for old, new in again[seat].items()},
        )
        for source, values in here.sorted_out().items():
            found[source][seat, : len(columns)] = values
    return Flows(pair=pair, order=order, contenders=contenders, who=who, **found)
