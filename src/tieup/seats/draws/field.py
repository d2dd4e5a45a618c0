"""The field: who is drawn in each seat, about which root share, and moved by what."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from tieup.seats.contest import Bools, Contest, Floats, Ints
from tieup.seats.draws.leeway import Leeway
from tieup.seats.draws.lots import Lots
from tieup.seats.draws.sizes import Sizes

#: A candidate with less than this part of a seat's votes is not drawn: counted, but no winner. In
#: West Bengal's six pairs of elections one seat in 1,764 went to a party that had less than 3
#: percent there before, and none to one that had less than 2.
DRAWN = 0.02


class Field(NamedTuple):
    """Candidates who are drawn, state by state, in the order that decides ties.

    A state is one way in which a seat may stand; an election has one for each seat.

    Attributes:
        contenders: who they are.
        places: shape (states,), the place of each state's seat.
        state: shape (entrants,), the state that each is in.
        candidate: shape (entrants,), its column in the contest.
        contender: shape (entrants,), index into contenders.
        row: shape (entrants,), of its own luck among those of the seat.
        wave: shape (entrants,), the error that it shares with others; NOTHING for none.
        sd: shape (entrants,), of its own error.
        centre: shape (entrants,), root share about which it scatters.
        share: shape (entrants,), the square of the centre, before what is negative is cut off.
        pulled: shape (pulls,), entrants whose shares a leeway moves.
        puller: shape (pulls,), the seat's move that does.
        slope: shape (pulls,), by how much.
    """

    contenders: tuple[str, ...]
    places: Ints
    state: Ints
    candidate: Ints
    contender: Ints
    row: Ints
    wave: Ints
    sd: Floats
    centre: Floats
    share: Floats
    pulled: Ints
    puller: Ints
    slope: Floats


def field(  # noqa: PLR0913 - all but the first two are by keyword
    contest: Contest,
    contender_of: Mapping[str, str],
    *,
    lots: Lots,
    sizes: Sizes,
    leeway: Sequence[Leeway] = (),
    factor: Floats | None = None,
) -> Field:
    """Who is drawn in a contest.

    Args:
        contest: votes after stand-downs, transfer and levels; a state is a seat of it.
        contender_of: the contender of each party.
        lots: gives rows, waves and moves.
        sizes: of the errors.
        leeway: what is not known of where voters go.
        factor: shape (states, candidates), what seat errors are multiplied by; 1 if None.
    """
    factors = np.ones(contest.votes.shape) if factor is None else factor
    shares = contest.shares - sizes.added(factors)
    state, candidate = np.nonzero(drawn(contest))
    where = np.arange(len(contest.numbers))
    contenders = tuple(dict.fromkeys(contender_of[party] for party in contest.parties))
    place = {contender: number for number, contender in enumerate(contenders)}
    of = np.array([place[contender_of[party]] for party in contest.parties])
    contender = of[contest.party[state, candidate]]
    nth = _nth(state * len(contenders) + contender)
    row, wave, own = lots.candidates(where[state], contenders, contender, nth)
    share = shares[state, candidate]
    pulled, puller, slope = _pulls(lots, leeway, where, state, candidate)
    return Field(
        contenders=contenders,
        places=where,
        state=state,
        candidate=candidate,
        contender=contender,
        row=row,
        wave=wave,
        sd=own * factors[state, candidate],
        centre=np.sqrt(np.maximum(share, 0.0)),
        share=share,
        pulled=pulled,
        puller=puller,
        slope=slope,
    )


def _pulls(
    lots: Lots, leeway: Sequence[Leeway], where: Ints, state: Ints, candidate: Ints
) -> tuple[Ints, Ints, Floats]:
    """Entrants, moves and slopes of every leeway, in order of entrants."""
    pulled, puller, slopes = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)], []
    for each in leeway:
        if each.is_none:
            continue
        slope = each.slope[state, candidate]
        moved = np.flatnonzero(slope)
        pulled.append(moved)
        puller.append(lots.moves(where[state[moved]], each))
        slopes.append(slope[moved])
    order = np.argsort(np.concatenate(pulled), kind="stable")
    return (
        np.concatenate(pulled)[order],
        np.concatenate(puller)[order],
        np.concatenate([np.empty(0), *slopes])[order],
    )


def _nth(keys: Ints) -> Ints:
    """Shape kept: how many of the same key stand before each."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    lengths = np.diff(np.append(starts, len(keys)))
    nth = np.empty(len(keys), dtype=np.int64)
    nth[order] = np.arange(len(keys)) - np.repeat(starts, lengths)
    return nth


def drawn(contest: Contest) -> Bools:
    """Shape (seats, candidates): everybody with a share worth it, and at least the leader."""
    leaders = contest.leaders()
    wanted: Bools = contest.stood & (contest.shares >= DRAWN)
    wanted[np.arange(len(leaders)), leaders] = True
    return wanted
