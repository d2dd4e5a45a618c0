"""Conflicts: demands that can't all be met, and nothing more than those.

QuickXplain halves the demands to find which of them are needed for the contradiction. What is left
is irreducible: without any one of them the others can be met. A conflict found depends on the order
of the rows, so that both directions are tried and the shorter one is told.

Source: Junker 2004, QuickXplain: preferred explanations and relaxations for over-constrained
problems, AAAI-04, 167-172.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tieup.deals.demands import Row
from tieup.deals.programme import Programme


def conflict(shape: tuple[int, int], rows: Sequence[Row]) -> tuple[str, ...]:
    """The words of an irreducible conflict among the rows; nothing where all can be met.

    Args:
        shape: (seats, options).
        rows: what is asked, each by itself.
    """
    search = _Search(shape)
    if not search.contradict(rows):
        return ()
    there = search.needed((), (), tuple(rows))
    back = search.needed((), (), tuple(reversed(rows)))
    kept = min(there, back, key=len)
    return tuple(row.words for row in rows if any(row is each for each in kept))


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for a conflict in a house of this shape."""

    shape: tuple[int, int]

    def contradict(self, rows: Sequence[Row]) -> bool:
        """Whether no choice keeps to all of these."""
        return not Programme.of(self.shape, rows).possible()

    def needed(
        self, settled: tuple[Row, ...], added: tuple[Row, ...], rows: tuple[Row, ...]
    ) -> tuple[Row, ...]:
        """The rows that a contradiction needs beside the settled ones, added ones among them."""
        if added and self.contradict(settled):
            return ()
        if len(rows) == 1:
            return rows
        first, second = rows[: len(rows) // 2], rows[len(rows) // 2 :]
        of_second = self.needed(settled + first, first, second)
        of_first = self.needed(settled + of_second, of_second, first)
        return of_first + of_second
