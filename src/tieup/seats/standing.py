"""Who stands where: partners of a bloc leave a seat to the stronger of them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tieup.scenarios import Friendly
from tieup.seats.contest import Bools, Contest, Floats, Ints
from tieup.seats.lineup import Lineup


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StandDown:
    """The candidates of one partner who leave their seats to another's.

    Attributes:
        bloc: index into Lineup.blocs.
        giver, taker: contenders of that bloc.
        seats: shape (seats,), where it happens.
        candidates: shape (seats, candidates), the giver's, in those seats alone.
        takers: shape (seats,), the candidate to whom they leave the seat; 0 elsewhere.
    """

    bloc: int
    giver: str
    taker: str
    seats: Bools
    candidates: Bools
    takers: Ints


def stand_downs(contest: Contest, lineup: Lineup, friendly: Friendly) -> tuple[StandDown, ...]:
    """Who leaves which seats to whom.

    Where several partners of a bloc stood at the base, the one with the most votes there stays, a
    front counting with all its members' votes; of equals the one whose candidate led. The others
    stand down; but a friendly contest stays one where the partner was allied with the one who stays
    at that base already ("kept"). So the base's own structure changes nothing.
    """
    return tuple(
        each
        for number, bloc in enumerate(lineup.blocs)
        if len(bloc) > 1
        for each in _in_bloc(contest, lineup, number, friendly)
    )


def _in_bloc(
    contest: Contest, lineup: Lineup, number: int, friendly: Friendly
) -> Iterator[StandDown]:
    bloc = lineup.blocs[number]
    candidates = np.stack([contest.of(lineup.members[contender]) for contender in bloc])
    strengths = np.stack([_strength(contest, mine) for mine in candidates])
    strongest = strengths.argmax(axis=0)
    takers = candidates[strongest, np.arange(len(contest.numbers))].argmax(axis=1)
    for g, giver in enumerate(bloc):
        for t, taker in enumerate(bloc):
            if g == t or (friendly == "kept" and lineup.allied_at_base(giver, taker)):
                continue
            seats = (strongest == t) & candidates[g].any(axis=1)
            if seats.any():
                yield StandDown(
                    bloc=number,
                    giver=giver,
                    taker=taker,
                    seats=seats,
                    candidates=candidates[g] & seats[:, None],
                    takers=np.where(seats, takers, 0),
                )


def _strength(contest: Contest, mine: Bools) -> Floats:
    """Shape (seats,): what orders partners: votes, then the place of the best candidate."""
    votes = (contest.votes * mine).sum(axis=1)
    best = mine.argmax(axis=1)
    # Votes are whole numbers at the base, so that a place can never outweigh one of them.
    strength: Floats = np.where(mine.any(axis=1), votes * (mine.shape[1] + 1) - best, -np.inf)
    return strength
