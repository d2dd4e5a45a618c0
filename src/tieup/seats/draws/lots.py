"""Lots: the streams of a simulation as they are asked for, each made once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tieup.seats.contest import Floats, Ints
from tieup.seats.draws.leeway import Leeway
from tieup.seats.draws.sizes import Sizes
from tieup.seats.draws.streams import Streams, name_key, unit_keys
from tieup.seats.draws.tails import scales

#: A contender's second candidate in a seat has the unit of the first plus this.
NTH = 2**32


class _Wave(NamedTuple):
    level: str
    name: str
    unit: int
    sd: float
    parent: int
    heavy: bool


class _Row(NamedTuple):
    level: str
    name: str
    unit: int
    sd: float
    parent: int
    heavy: bool
    low: float = 0.0
    high: float = 0.0


class Lots:
    """Who is moved by what: waves, and rows seat by seat."""

    def __init__(self, seed: int, sizes: Sizes, numbers: Ints, districts: Ints) -> None:
        """Begin with no streams.

        Args:
            seed: of all of them.
            sizes: how wide they are.
            numbers: shape (seats,), the constituencies' official numbers.
            districts: shape (seats,).
        """
        self._seed, self._sizes = seed, sizes
        self._numbers, self._districts = numbers.tolist(), districts.tolist()
        areas = sizes.areas
        self._areas = areas.of.tolist() if areas else [0] * len(numbers)
        self._waves: dict[_Wave, int] = {}
        self._rows: list[dict[_Row, int]] = [{} for _ in self._numbers]
        self._parents: dict[tuple[str, int, int], tuple[float, int]] = {}

    def resize(self, sizes: Sizes) -> None:
        """From now on ask for streams of other sizes; tails and regions stay."""
        self._sizes = sizes
        self._parents.clear()

    def candidates(
        self,
        places: Ints,
        names: Sequence[str],
        contenders: Ints,
        nth: Ints,
        factors: Floats,
    ) -> Ints:
        """The rows of candidates, each among those of its seat; all of shape (n,).

        Args:
            places: of their seats.
            names: the contenders.
            contenders: whose errors they share, as an index into the names.
            nth: which of the contender's candidates in the seat, from 0.
            factors: what the own part of their error is multiplied by.
        """
        sizes, which = np.unique(factors, return_inverse=True)
        shape = (len(self._numbers), len(names), int(nth.max(initial=0)) + 1, len(sizes))
        keys = np.ravel_multi_index((places, contenders, nth, which), shape)
        every, inverse = np.unique(keys, return_inverse=True)
        found = [
            self._candidate(place, names[contender], n, float(sizes[size]))
            for place, contender, n, size in zip(
                *(part.tolist() for part in np.unravel_index(every, shape)), strict=True
            )
        ]
        return np.array(found, dtype=np.int64)[inverse]

    def moves(self, places: Ints, leeway: Leeway) -> Ints:
        """The rows of a leeway in seats; shape (n,), as the places."""
        wave = _Wave("transfer", leeway.name, 0, leeway.state_sd, -1, heavy=False)
        parent = self._waves.setdefault(wave, len(self._waves))
        every, inverse = np.unique(places, return_inverse=True)
        found = [self._move(place, leeway, parent) for place in every.tolist()]
        return np.array(found, dtype=np.int64)[inverse]

    def _candidate(self, place: int, contender: str, nth: int, factor: float) -> int:
        own, parent = self._parent(place, contender)
        unit = self._numbers[place] + nth * NTH
        row = _Row("seat", contender, unit, own * factor, parent, heavy=True)
        rows = self._rows[place]
        return rows.setdefault(row, len(rows))

    def _move(self, place: int, leeway: Leeway, parent: int) -> int:
        row = _Row(
            "transfer in seat", leeway.name, self._numbers[place], leeway.seat_sd, parent,
            heavy=False, low=leeway.low, high=leeway.high,
        )  # fmt: skip
        rows = self._rows[place]
        return rows.setdefault(row, len(rows))

    def streams(self) -> Streams:
        """All streams that were asked for."""
        waves = list(self._waves)
        rows = [row for seat in self._rows for row in seat]
        counts = [len(seat) for seat in self._rows]
        table = scales(self._sizes.tails)
        heavy = len(table) > 0
        tail = name_key(self._seed, "seat tails", "")
        return Streams(
            wave=self._keys([(w.level, w.name, w.unit) for w in waves]),
            wave_tail=self._keys([(f"{w.level} tails", w.name, w.unit) for w in waves]),
            wave_sd=np.array([w.sd for w in waves], dtype=np.float32),
            wave_parent=np.array([w.parent for w in waves], dtype=np.int64),
            wave_heavy=np.array([w.heavy and heavy for w in waves], dtype=np.bool_),
            rows=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            widest=max(counts, default=0),
            keys=self._keys([(r.level, r.name, r.unit) for r in rows]),
            sd=np.array([r.sd for r in rows], dtype=np.float32),
            parent=np.array([r.parent for r in rows], dtype=np.int64),
            heavy=np.array([r.heavy for r in rows], dtype=np.bool_),
            low=np.array([r.low for r in rows], dtype=np.float32),
            high=np.array([r.high for r in rows], dtype=np.float32),
            seat_tail=unit_keys([tail] * len(counts), self._numbers),
            table=table,
        )

    def _parent(self, seat: int, contender: str) -> tuple[float, int]:
        """A contender's own error in a seat, and the wave that it is on top of, or -1.

        That is the district's, on the region's, on the state's.
        """
        area, district = self._areas[seat], self._districts[seat]
        known = self._parents.get((contender, area, district))
        if known is not None:
            return known
        *shared, own = self._sizes.of(contender)
        parent = -1
        for level, unit, sd in zip(
            ("state", "region", "district"), (0, area, district), shared, strict=True
        ):
            if sd:
                wave = _Wave(level, contender, unit, sd, parent, heavy=True)
                parent = self._waves.setdefault(wave, len(self._waves))
        self._parents[contender, area, district] = own, parent
        return own, parent

    def _keys(self, streams: list[tuple[str, str, int]]) -> NDArray[np.uint32]:
        """Shape (streams, 2), of (level, name, unit)."""
        names: dict[tuple[str, str], int] = {}
        for level, name, _ in streams:
            if (level, name) not in names:
                names[level, name] = name_key(self._seed, level, name)
        found = [names[level, name] for level, name, _ in streams]
        return unit_keys(found, [unit for *_, unit in streams]).reshape(-1, 2)
