"""The frontier: what one partner's seats cost the other, and the whole."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from tieup.deals.allocation import programme_of, worth
from tieup.deals.demands.demands import Demands, Quota, Row
from tieup.deals.errors import DealError
from tieup.deals.outlook import Outlook, outlook
from tieup.deals.prospects import Prospects
from tieup.deals.solving.programme import Programme
from tieup.seats.contest import Floats, Ints

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Split:
    """One way to split the seats between two partners.

    Attributes:
        one, other: the partners.
        chosen: shape (seats,), the best deal with this split.
        outlook: what it brings.
        efficient: whether no other split of the table wins both at least as many seats, and one of
            them more.
    """

    one: str
    other: str
    chosen: Ints
    outlook: Outlook
    efficient: bool = True

    @property
    def seats(self) -> tuple[int, int]:
        """Seats in which each stands."""
        shares = self.outlook.shares
        return shares[self.one].seats, shares[self.other].seats

    @property
    def won(self) -> tuple[float, float]:
        """Seats that each wins on average."""
        shares = self.outlook.shares
        return shares[self.one].deal, shares[self.other].deal

    def to_json(self) -> dict[str, Any]:
        """The split with what it brings."""
        return {"between": [self.one, self.other], "efficient": self.efficient} | (
            self.outlook.to_json()
        )


def splits(  # noqa: PLR0913 - all but the first three are by keyword
    prospects: Prospects,
    one: str,
    other: str,
    *,
    demands: Demands | None = None,
    numbers: Iterable[int] | None = None,
    progress: Progress | None = None,
) -> tuple[Split, ...]:
    """For every number of seats in which one partner stands, the best deal for the whole.

    Of more than two partners, the others keep the numbers that they have in the best deal. Numbers
    that the demands rule out are left out.

    Args:
        prospects: what each would win where.
        one: whose seats are counted.
        other: who has the rest.
        demands: what every split keeps to.
        numbers: which numbers; all from none to all seats where None.
        progress: told how many splits are done, of how many.

    Raises:
        UnknownNameError: for an unknown partner.
        ConflictError: for demands that can't all be met.
    """
    prospects.index(one), prospects.index(other)
    wanted = demands or Demands()
    base = programme_of(prospects, wanted)
    rated = worth(prospects) + prospects.bonus
    rest = [partner for partner in prospects.partners if partner not in {one, other}]
    if rest:
        best = _best(base, rated)
        stands = prospects.stands[:, best].sum(axis=1)
        kept = [(partner, int(stands[prospects.index(partner)])) for partner in rest]
        wanted = wanted.with_(*(Quota(partner=p, least=n, most=n) for p, n in kept))
    rows = wanted.rows(prospects)
    mine = next(Quota(partner=one, least=1).rows(prospects)).weights
    tried = tuple(range(len(prospects.numbers) + 1) if numbers is None else numbers)
    found = []
    for done, number in enumerate(tried, start=1):
        row = Row(words="", weights=mine, low=number, high=number)
        solved = Programme.of(rated.shape[:2], (*rows, row)).best(rated)
        if solved is not None and solved.chosen is not None:
            found.append(_split(prospects, one, other, solved.chosen))
        if progress:
            progress(done, len(tried))
    return _marked(found)


def exchanges(
    prospects: Prospects,
    one: str,
    other: str,
    demands: Demands | None = None,
    *,
    step: float = 0.0,
) -> tuple[Split, ...]:
    """Every Pareto-optimal split of the seats won: neither can win more but at the other's cost.

    By epsilon constraints: the most that the other can win while the one wins at least so much,
    then the most for the one beside it, then a little more for the one, and on.

    Args:
        prospects: what each would win where.
        one: a partner.
        other: another.
        demands: what every split keeps to.
        step: least expected seats from one split to the next; 0 for every one there is, which may
            be thousands in a large house.

    Raises:
        UnknownNameError: for an unknown partner.
        ConflictError: for demands that can't all be met.

    Source: Haimes, Lasdon & Wismer 1971, On a bicriterion formulation of the problems of integrated
    system identification and system optimization, IEEE Transactions SMC 1, 296-297.
    """
    rows = (demands or Demands()).rows(prospects)
    programme_of(prospects, demands)
    mine, theirs = (prospects.counts[prospects.index(p)].astype(np.float64) for p in (one, other))
    ahead = max(int(np.ceil(step * prospects.draws)), 1)
    found: list[Split] = []
    floor = 0.0
    while True:
        beyond = Row(words="", weights=mine, low=floor)
        first = Programme.of(mine.shape[:2], (*rows, beyond)).best(theirs)
        if first is None or first.chosen is None:
            return tuple(found)
        most = Row(words="", weights=theirs, low=float(round(first.value)))
        second = Programme.of(mine.shape[:2], (*rows, beyond, most)).best(mine)
        chosen = first.chosen if second is None or second.chosen is None else second.chosen
        found.append(_split(prospects, one, other, chosen))
        floor = round(float(mine[np.arange(len(chosen)), chosen].sum())) + ahead


def pairs(prospects: Prospects) -> Iterator[tuple[str, str]]:
    """Every two of the partners."""
    yield from combinations(prospects.partners, 2)


def _split(prospects: Prospects, one: str, other: str, chosen: Ints) -> Split:
    return Split(one=one, other=other, chosen=chosen, outlook=outlook(prospects, chosen))


def _marked(found: list[Split]) -> tuple[Split, ...]:
    """The splits, each with whether it is efficient among them."""
    won = np.array([split.won for split in found]).reshape(-1, 2)
    no_worse = np.all(won[None, :, :] >= won[:, None, :], axis=2)
    better = np.any(won[None, :, :] > won[:, None, :], axis=2)
    dominated = np.any(no_worse & better, axis=1)
    return tuple(
        Split(
            one=split.one,
            other=split.other,
            chosen=split.chosen,
            outlook=split.outlook,
            efficient=not out,
        )
        for split, out in zip(found, dominated.tolist(), strict=True)
    )


def _best(programme: Programme, rated: Floats) -> Ints:
    solved = programme.best(rated)
    if solved is None or solved.chosen is None:
        message = "the solver found no deal"
        raise DealError(message)
    return solved.chosen
