"""Rules of thumb: how partners share seats where nobody reckons."""

import numpy as np

from tieup.deals.demands.demands import Demands, Quota
from tieup.deals.errors import DealError
from tieup.deals.prospects import Footing, Prospects
from tieup.deals.solving.programme import Programme
from tieup.seats.contest import Floats, Ints


def winner_keeps(prospects: Prospects, footing: Footing | None = None) -> Ints:
    """The winner keeps the seat, else the runner-up stands, else the next: shape (seats,).

    That is the partner who came farthest at the base. Which base counts is what partners quarrel
    about (in France in 2024: the last parliament, or the last European election).

    Args:
        prospects: the seats and partners.
        footing: at the chosen base; the prospects' own where None.

    Raises:
        DealError: where there is no base.
    """
    base = _footing(prospects, footing)
    farthest: Ints = np.where(base.places > 0, base.places, np.iinfo(np.int64).max).argmin(axis=1)
    # Where none of them stood, the one with most votes elsewhere.
    strongest = int(base.votes.sum(axis=0).argmax())
    best: Ints = np.where((base.places > 0).any(axis=1), farthest, strongest)
    return best


def proportional(prospects: Prospects, footing: Footing | None = None) -> Ints:
    """Seats in proportion to the votes of the base, each where it was strongest: shape (seats,).

    Numbers of seats by the largest remainder (Hamilton). Who stands where: such that the parts of
    the partners' votes at the base, seat by seat, add up to most.

    Raises:
        DealError: where there is no base.
    """
    base = _footing(prospects, footing)
    sums = base.votes.sum(axis=1, keepdims=True)
    parts = np.divide(base.votes, sums, out=np.zeros_like(base.votes), where=sums > 0)
    numbers = largest_remainder(base.votes.sum(axis=0), len(prospects.numbers))
    quotas = Demands(
        all=tuple(
            Quota(partner=partner, least=int(number), most=int(number))
            for partner, number in zip(prospects.partners, numbers, strict=True)
        )
    )
    shape = (len(prospects.numbers), len(prospects.options))
    worth = np.zeros(shape)
    worth[:, : len(prospects.partners)] = parts
    found = Programme.of(shape, quotas.rows(prospects)).best(worth)
    if found is None or found.chosen is None:
        message = "the numbers of seats can't be met"
        raise DealError(message)
    return found.chosen


def largest_remainder(votes: Floats, seats: int) -> Ints:
    """Seats by partner: whole quotas, and the rest to the largest remainders; shape of votes."""
    if votes.sum() <= 0:
        message = "the partners had no votes at the base; nothing is in proportion to them"
        raise DealError(message)
    quotas = votes / votes.sum() * seats
    numbers: Ints = np.floor(quotas).astype(np.int64)
    order = np.argsort(-(quotas - numbers), kind="stable")
    numbers[order[: seats - int(numbers.sum())]] += 1
    return numbers


def _footing(prospects: Prospects, given: Footing | None) -> Footing:
    footing = given or prospects.footing
    if footing is None:
        message = "a rule of thumb needs a base election; the prospects have none"
        raise DealError(message)
    return footing
