"""Lots: the streams of a simulation as they are asked for, each made once."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tieup.seats.contest import Floats, Ints
from tieup.seats.draws.leeway import Leeway
from tieup.seats.draws.numbered import Numbered
from tieup.seats.draws.sizes import Sizes
from tieup.seats.draws.streams import NOTHING, Streams, name_key, unit_keys
from tieup.seats.draws.tails import scales

#: A contender's second candidate in a seat has the unit of the first plus this.
NTH = 2**32
#: Instead of a wave's number, where nobody has asked for one.
UNASKED = -2

#: What a contender's candidates share: sizes of error in the state, region and district.
Shared = tuple[float, float, float]


class _Wave(NamedTuple):
    level: str
    name: str
    unit: int
    sd: float
    parent: int
    fat: bool


class _Row(NamedTuple):
    level: str
    name: str
    nth: int
    fat: bool


class _Move(NamedTuple):
    row: _Row
    parent: int
    sd: float
    low: float
    high: float


class Lots:
    """Who is moved by what: waves, and rows and moves seat by seat."""

    def __init__(self, seed: int, sizes: Sizes, numbers: Ints, districts: Ints) -> None:
        """Begin with no streams.

        Args:
            seed: of all of them.
            sizes: how wide they are.
            numbers: shape (seats,), the constituencies' official numbers.
            districts: shape (seats,).
        """
        self._seed, self._sizes, self._numbers = seed, sizes, numbers
        areas = np.zeros_like(districts) if sizes.areas is None else sizes.areas.of
        units, of = np.unique(np.stack([areas, districts]), axis=1, return_inverse=True)
        self._units: list[list[int]] = units.T.tolist()
        self._unit_of: Ints = of.reshape(-1)
        self._waves: dict[_Wave, int] = {}
        self._rows = Numbered[_Row](len(numbers))
        self._moves = Numbered[_Move](len(numbers))
        self._parents: dict[tuple[str, Shared], Ints] = {}

    def resize(self, sizes: Sizes) -> None:
        """From now on ask for streams of other sizes; tails and regions stay."""
        self._sizes = sizes

    def candidates(
        self, places: Ints, names: Sequence[str], contenders: Ints, nth: Ints
    ) -> tuple[Ints, Ints, Floats]:
        """What moves candidates; all of shape (n,).

        Args:
            places: of their seats.
            names: the contenders.
            contenders: whose errors they share, as an index into the names.
            nth: which of the contender's candidates in the seat, from 0.

        Returns:
            Their rows, each among those of its seat; the waves on top of which they err, or
            NOTHING; and the standard deviations of their own errors.
        """
        most = int(nth.max()) + 1
        kinds, which = np.unique(contenders * most + nth, return_inverse=True)
        luck = [_Row("seat", names[k // most], k % most, fat=True) for k in kinds.tolist()]
        rows = self._rows.of_each(luck, which, places)
        who, mine = np.unique(contenders, return_inverse=True)
        sizes = {names[c]: self._sizes.of(names[c]) for c in who.tolist()}
        own = np.array([size[-1] for size in sizes.values()])[mine]
        shared = [(name, size[:3]) for name, size in sizes.items()]
        return rows, self._waves_of(shared, mine, self._unit_of[places]), own

    def moves(self, places: Ints, leeway: Leeway) -> Ints:
        """The moves of a leeway in seats, each among those of its seat; shape (n,), as the places.

        Where seats have no part of their own, no luck is drawn for it.
        """
        wave = _Wave("transfer", leeway.name, 0, leeway.state_sd, NOTHING, fat=False)
        parent = self._waves.setdefault(wave, len(self._waves))
        row = _Row("transfer in seat", leeway.name, 0, fat=False)
        if leeway.seat_sd:
            self._rows.of(row, places)
        move = _Move(row, parent, leeway.seat_sd, leeway.low, leeway.high)
        return self._moves.of(move, places)

    def streams(self) -> Streams:
        """All streams that were asked for."""
        waves, rows, moves = list(self._waves), self._rows.kinds, self._moves.kinds
        row, in_seat = self._rows.laid_out()
        move, moved = self._moves.laid_out()
        table = scales(self._sizes.tails)
        heavy = len(table) > 0
        seat_tails = self._names([("seat tails", "")] * len(self._numbers))
        of = np.array([w.unit for w in waves], dtype=np.int64)
        luck = unit_keys(self._names((w.level, w.name) for w in waves), of)
        units = self._numbers[in_seat] + NTH * np.array([r.nth for r in rows], dtype=np.int64)[row]
        return Streams(
            wave=luck,
            wave_tail=unit_keys(self._names((f"{w.level} tails", w.name) for w in waves), of),
            wave_fat=np.array([w.fat and heavy for w in waves], dtype=np.int64),
            wave_sd=np.array([w.sd for w in waves], dtype=np.float32),
            wave_parent=np.array([w.parent for w in waves], dtype=np.int64),
            turns=np.lexsort((luck[:, 1], luck[:, 0], _depths(waves))),
            rows=self._rows.first,
            widest=self._rows.most,
            key=unit_keys(self._names((r.level, r.name) for r in rows)[row], units),
            fat=np.array([r.fat and heavy for r in rows], dtype=np.int64)[row],
            seat_tail=unit_keys(seat_tails, self._numbers),
            moves=self._moves.first,
            most=self._moves.most,
            move_row=self._rows.numbers([m.row for m in moves])[move, moved],
            move_sd=np.array([m.sd for m in moves], dtype=np.float32)[move],
            move_parent=np.array([m.parent for m in moves], dtype=np.int64)[move],
            low=np.array([m.low for m in moves], dtype=np.float32)[move],
            high=np.array([m.high for m in moves], dtype=np.float32)[move],
            table=table,
        )

    def _waves_of(self, shared: Sequence[tuple[str, Shared]], which: Ints, units: Ints) -> Ints:
        """Shape (n,): the waves on top of which contenders err in units, or NOTHING.

        Args:
            shared: contenders, and the sizes of what they share in the state, region and district.
            which: shape (n,), as places among these.
            units: shape (n,).
        """
        count = len(self._units)
        for each in shared:
            if each not in self._parents:
                self._parents[each] = np.full(count, UNASKED)
        found = np.concatenate([self._parents[each] for each in shared])
        cells = which * count + units
        for cell in np.unique(cells[found[cells] == UNASKED]).tolist():
            (contender, sizes), unit = shared[cell // count], cell % count
            found[cell] = self._parent(contender, sizes, unit)
            self._parents[contender, sizes][unit] = found[cell]
        waves: Ints = found[cells]
        return waves

    def _parent(self, contender: str, shared: Shared, unit: int) -> int:
        """The district's wave on the region's on the state's, or NOTHING."""
        parent = NOTHING
        for level, of, sd in zip(
            ("state", "region", "district"), (0, *self._units[unit]), shared, strict=True
        ):
            if sd:
                wave = _Wave(level, contender, of, sd, parent, fat=True)
                parent = self._waves.setdefault(wave, len(self._waves))
        return parent

    def _names(self, streams: Iterable[tuple[str, str]]) -> NDArray[np.uint64]:
        """Shape (streams,), 64 bits for each (level, name)."""
        return np.array([name_key(self._seed, *stream) for stream in streams], dtype=np.uint64)


def _depths(waves: Sequence[_Wave]) -> Ints:
    """Shape (waves,): on top of how many others each is; parents stand before."""
    depths = np.zeros(len(waves), dtype=np.int64)
    for number, wave in enumerate(waves):
        if wave.parent != NOTHING:
            depths[number] = depths[wave.parent] + 1
    return depths
