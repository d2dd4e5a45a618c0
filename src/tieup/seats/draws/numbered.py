"""Numbered: what seats have of several kinds, as it is asked for."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

import numpy as np

from tieup.seats.contest import Ints
from tieup.seats.draws.streams import NOTHING

KindT = TypeVar("KindT", bound=Hashable)


class Numbered(Generic[KindT]):
    """Numbers what seats have, from 0 in each seat, one thing a kind."""

    def __init__(self, seats: int) -> None:
        """Begin with nothing."""
        self._counts = np.zeros(seats, dtype=np.int64)
        self._kinds: dict[KindT, Ints] = {}

    def of(self, kind: KindT, places: Ints) -> Ints:
        """The numbers of a kind in seats, new where it was not asked for before.

        Args:
            kind: the kind.
            places: shape (n,), of the seats; one may come several times.

        Returns:
            Shape (n,).
        """
        known = self._numbers_of(kind)
        new = places[known[places] == NOTHING]
        known[new] = self._counts[new]
        self._counts[new] = known[new] + 1
        return known[places]

    def of_each(self, kinds: Sequence[KindT], which: Ints, places: Ints) -> Ints:
        """The same of several kinds at once.

        Args:
            kinds: the kinds.
            which: shape (n,), as places among the kinds.
            places: shape (n,), of the seats.

        Returns:
            Shape (n,).
        """
        found: Ints = np.stack([self._numbers_of(kind) for kind in kinds])[which, places]
        for number in np.unique(which[found == NOTHING]).tolist():
            mine = which == number
            found[mine] = self.of(kinds[number], places[mine])
        return found

    def _numbers_of(self, kind: KindT) -> Ints:
        """Shape (seats,), to be written: the numbers of a kind; NOTHING where it has none yet."""
        known = self._kinds.get(kind)
        if known is None:
            known = self._kinds[kind] = np.full_like(self._counts, NOTHING)
        return known

    @property
    def kinds(self) -> tuple[KindT, ...]:
        """Every kind that was asked for, in the order of asking."""
        return tuple(self._kinds)

    @property
    def first(self) -> Ints:
        """Shape (seats + 1,): the first of each seat, where they stand seat by seat."""
        return np.concatenate([[0], np.cumsum(self._counts)])

    @property
    def most(self) -> int:
        """What the fullest seat has."""
        return int(self._counts.max(initial=0))

    def numbers(self, kinds: Sequence[KindT]) -> Ints:
        """Shape (kinds, seats): the numbers of kinds; NOTHING where one was not asked for."""
        nothing = np.full_like(self._counts, NOTHING)
        found = [self._kinds.get(kind, nothing) for kind in kinds]
        return np.stack(found) if found else np.empty((0, len(nothing)), dtype=np.int64)

    def laid_out(self) -> tuple[Ints, Ints]:
        """Shape (all,), seat by seat: of everything the kind, as its place, and the seat."""
        numbers = self.numbers(self.kinds)
        kinds, places = np.nonzero(numbers != NOTHING)
        order = np.lexsort((numbers[kinds, places], places))
        return kinds[order], places[order]
