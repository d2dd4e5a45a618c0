"""Who stands where: partners of a bloc leave a seat to the stronger of them, or as a deal says."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tieup.scenarios import Friendly, ScenarioError
from tieup.seats.contest import Bools, Contest, Floats, Ints
from tieup.seats.staging.lineup import Lineup


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StandDown:
    """The candidates of one partner who leave their seats to another's.

    Attributes:
        bloc: the giver's, as an index into Lineup.blocs.
        giver, taker: contenders; of one bloc, unless the seat is left without an alliance.
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


def stand_downs(
    contest: Contest,
    lineup: Lineup,
    friendly: Friendly,
    standing: Mapping[str, Collection[int]] | None = None,
    stood: Mapping[str, Bools] | None = None,
) -> tuple[StandDown, ...]:
    """Who leaves which seats to whom within its bloc.

    Where several partners of a bloc have candidates, the one with the most votes there stays, a
    front counting with all its members' votes; of equals the one whose candidate led. The others
    stand down; but a friendly contest stays one where the partner was allied with the one who stays
    at that base already, and both stood ("kept"). So the base's own structure changes nothing.
    Where a deal names who stands, those stay, however weak, and the others leave the seat to the
    strongest of them.

    Args:
        contest: the votes, with a candidate for whoever the deal names.
        lineup: the blocs.
        friendly: what becomes of friendly contests.
        standing: numbers of seats by the partner who stands there.
        stood: shape (seats,) by contender, where it had a candidate at the base; by default, where
            it has one in the contest.
    """
    return tuple(
        each
        for number, bloc in enumerate(lineup.blocs)
        if len(bloc) > 1
        for each in _in_bloc(
            contest, lineup, number, kept=stood, friendly=friendly, standing=standing or {}
        )
    )


def left(
    contest: Contest, lineup: Lineup, leaves: Mapping[tuple[str, str], Collection[int]]
) -> tuple[StandDown, ...]:
    """Seats left to another bloc's candidate without an alliance.

    Raises:
        ScenarioError: where the giver or the taker has no candidate.
    """
    found = []
    for (giver, taker), numbers in leaves.items():
        seats = np.isin(contest.numbers, sorted(numbers))
        mine, theirs = (contest.of(lineup.members[c]) for c in (giver, taker))
        for party, candidates, purpose in (
            (giver, mine, "to leave"),
            (taker, theirs, "to be left"),
        ):
            absent = seats & ~candidates.any(axis=1)
            if absent.any():
                seat = contest.numbers[absent][0]
                message = (
                    f"leaves {giver}:{taker}: {party} has no candidate in seat {seat} {purpose}"
                )
                raise ScenarioError(message)
        found.append(
            StandDown(
                bloc=lineup.blocs.index(lineup.bloc_of(giver)),
                giver=giver,
                taker=taker,
                seats=seats,
                candidates=mine & seats[:, None],
                takers=np.where(seats, _best(contest, theirs), 0),
            )
        )
    return tuple(found)


def _in_bloc(  # noqa: PLR0913 - all but the first three are by keyword
    contest: Contest,
    lineup: Lineup,
    number: int,
    *,
    kept: Mapping[str, Bools] | None,
    friendly: Friendly,
    standing: Mapping[str, Collection[int]],
) -> Iterator[StandDown]:
    bloc = lineup.blocs[number]
    candidates = np.stack([contest.of(lineup.members[contender]) for contender in bloc])
    stands: Bools = np.asarray(candidates.any(axis=2))
    stood = stands if kept is None else np.stack([kept[contender] for contender in bloc])
    named = np.zeros_like(stands)
    for place, contender in enumerate(bloc):
        if contender in standing:
            named[place] = np.isin(contest.numbers, sorted(standing[contender])) & stands[place]
    dealt = named.any(axis=0)
    strengths = np.stack([_strength(contest, mine) for mine in candidates])
    strongest = np.where(dealt & ~named, -np.inf, strengths).argmax(axis=0)
    takers = _best(contest, candidates[strongest, np.arange(len(contest.numbers))])
    for g, giver in enumerate(bloc):
        for t, taker in enumerate(bloc):
            if g == t:
                continue
            seats = (strongest == t) & stands[g] & ~named[g]
            if friendly == "kept" and lineup.allied_at_base(giver, taker):
                seats &= dealt | ~(stood[g] & stood[t])
            if seats.any():
                yield StandDown(
                    bloc=number,
                    giver=giver,
                    taker=taker,
                    seats=seats,
                    candidates=candidates[g] & seats[:, None],
                    takers=np.where(seats, takers, 0),
                )


def _best(contest: Contest, mine: Bools) -> Ints:
    """Shape (seats,): the candidate with the most votes; of equals the first; 0 where none is."""
    best: Ints = np.where(mine, contest.votes, -1.0).argmax(axis=1)
    return best


def _strength(contest: Contest, mine: Bools) -> Floats:
    """Shape (seats,): what orders partners: votes, then the place of the best candidate."""
    votes = (contest.votes * mine).sum(axis=1)
    best = mine.argmax(axis=1)
    # Votes are whole numbers at the base, so that a place can never outweigh one of them.
    strength: Floats = np.where(mine.any(axis=1), votes * (mine.shape[1] + 1) - best, -np.inf)
    return strength
