"""Entries: who races whom in each way in which a seat may stand, as arrays for the kernel."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tieup.seats.contest import Ints
from tieup.seats.draws.field import Field


class Entries(NamedTuple):
    """Who races in which state of which seat; a state is one way in which a seat may stand.

    Attributes:
        states: shape (seats + 1,), the first state of each seat.
        first: shape (states + 1,), the first entry of each state; ties go to the earlier entry.
        row: shape (entries,), its own luck, counted from the seat's first row.
        wave: shape (entries,), the error that it shares with others; NOTHING for none.
        sd: shape (entries,), of its own error.
        centre: shape (entries,), root share about which it scatters.
        share: shape (entries,), its square, before what is negative is cut off.
        prize: shape (entries,), whom a win counts for.
        pulls: shape (entries + 1,), its first pull.
        puller: shape (pulls,), what moves the share, counted from the seat's first move.
        slope: shape (pulls,), by how much.
    """

    states: NDArray[np.int64]
    first: NDArray[np.int64]
    row: NDArray[np.int64]
    wave: NDArray[np.int64]
    sd: NDArray[np.float32]
    centre: NDArray[np.float32]
    share: NDArray[np.float32]
    prize: NDArray[np.int64]
    pulls: NDArray[np.int64]
    puller: NDArray[np.int64]
    slope: NDArray[np.float32]


def entries(found: Field, seats: int, prize: Ints) -> tuple[Entries, Ints]:
    """The entries of a field.

    Args:
        found: the field.
        seats: how many there are.
        prize: shape (entrants,), whom a win counts for.

    Returns:
        Them, and the place of each state of the field among theirs, which stand seat by seat.
    """
    by_seat = np.argsort(found.places, kind="stable")
    number = np.empty_like(by_seat)
    number[by_seat] = np.arange(len(by_seat))
    state = number[found.state]
    order = np.argsort(state, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    pulled = place[found.pulled]
    pulls = np.argsort(pulled, kind="stable")
    racing = Entries(
        states=_starts(found.places, seats),
        first=_starts(state, len(by_seat)),
        row=found.row[order],
        wave=found.wave[order],
        sd=found.sd[order].astype(np.float32),
        centre=found.centre[order].astype(np.float32),
        share=found.share[order].astype(np.float32),
        prize=prize[order],
        pulls=_starts(pulled, len(order)),
        puller=found.puller[pulls],
        slope=found.slope[pulls].astype(np.float32),
    )
    return racing, number


def joined(fields: Sequence[Field]) -> Field:
    """Several fields of the same contenders as one."""
    states = np.cumsum([0, *(len(each.places) for each in fields)])
    entrants = np.cumsum([0, *(len(each.state) for each in fields)])
    return Field(
        contenders=fields[0].contenders,
        places=np.concatenate([each.places for each in fields]),
        state=np.concatenate([f.state + n for f, n in zip(fields, states, strict=False)]),
        candidate=np.concatenate([each.candidate for each in fields]),
        contender=np.concatenate([each.contender for each in fields]),
        row=np.concatenate([each.row for each in fields]),
        wave=np.concatenate([each.wave for each in fields]),
        sd=np.concatenate([each.sd for each in fields]),
        centre=np.concatenate([each.centre for each in fields]),
        share=np.concatenate([each.share for each in fields]),
        pulled=np.concatenate([f.pulled + n for f, n in zip(fields, entrants, strict=False)]),
        puller=np.concatenate([each.puller for each in fields]),
        slope=np.concatenate([each.slope for each in fields]),
    )


def _starts(of: Ints, kinds: int) -> Ints:
    """Shape (kinds + 1,): where each kind begins among what is in order of kinds."""
    counts = np.bincount(of, minlength=kinds)
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
