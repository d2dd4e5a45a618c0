"""Histograms: how often each bloc wins how many seats, as outlines that a page draws itself."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tieup.seats import BlocProspect, Projection

#: At most so many bars in a panel, and so many numbers below the last one.
BARS, TICKS = 100, 7
#: How high a panel is drawn, and what is left above its highest bar.
HIGH, ROOM = 100.0, 8.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One bloc.

    Attributes:
        points: of the outline of its bars, seats to the right and HIGH at the ground.
        low, middle, high: seats that 5, 50 and 95 percent of the draws don't exceed.
    """

    parties: tuple[str, ...]
    points: str
    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Histograms:
    """Panels on one scale of seats.

    Attributes:
        end: the last number on the scale.
        mark: seats that make a majority.
        ticks: numbers written below.
    """

    panels: tuple[Panel, ...]
    end: int
    mark: int
    ticks: tuple[int, ...]

    def across(self, seats: float) -> float:
        """Where a number of seats stands, in percent of the width."""
        return round(100 * seats / self.end, 2)


def histograms(projection: Projection, blocs: Sequence[BlocProspect]) -> Histograms | None:
    """Panels of some of a projection's blocs, all bars as wide; None where nothing was drawn."""
    if not projection.draws or not blocs:
        return None
    columns = {party: n for n, party in enumerate(projection.seats)}
    mark, house = projection.majority_mark, len(projection.constituencies)
    won = [
        projection.draws_by_party[:, [columns[p] for p in bloc.parties if p in columns]].sum(axis=1)
        for bloc in blocs
    ]
    most = min(house, max(mark, *(int(each.max()) for each in won)) + max(1, house // 20))
    tick = next((s for s in _STEPS if most / s <= TICKS), max(most // TICKS, 1))
    return Histograms(
        panels=tuple(
            Panel(
                parties=bloc.parties,
                points=_outline(each, mark, -(-most // BARS), house),
                low=bloc.seats.p05,
                middle=bloc.seats.p50,
                high=bloc.seats.p95,
            )
            for bloc, each in zip(blocs, won, strict=True)
        ),
        end=most + 1,
        mark=mark,
        ticks=tuple(range(0, most + 1, tick)),
    )


def _outline(won: NDArray[np.int64], mark: int, step: int, house: int) -> str:
    """Up, along and down each bar; one bar begins at the mark.

    The outermost may hold fewer numbers than the others: a bar's area, not its height, is its part.
    """
    bars, counts = np.unique((won - mark) // step, return_counts=True)
    left = np.maximum(bars * step + mark, 0)
    right = np.minimum((bars + 1) * step + mark, house + 1)
    heights = counts / (right - left)
    tops = HIGH - (HIGH - ROOM) * heights / heights.max()
    return " ".join(
        f"{low},{HIGH:g} {low},{top:.1f} {high},{top:.1f} {high},{HIGH:g}"
        for low, high, top in zip(left.tolist(), right.tolist(), tops.tolist(), strict=True)
    )
