"""Histograms: the seats that each bloc wins over the draws, beside the majority mark."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike, NDArray

from tieup.plots.errors import PlotError
from tieup.plots.naming import MARK, NEUTRAL, PAPER, SOFT, bloc_colour, bloc_name
from tieup.regions import Region
from tieup.seats import Projection
from tieup.seats.chances import percent

#: Height of a bloc's panel in pixels.
PANEL = 84
#: A panel is so many times as high as its highest bar.
ROOM = 1.2
#: At most so many bars are drawn in a panel.
BARS = 120
#: Of the draws, what the caption calls the likely range, and its middle.
LIKELY = (5, 50, 95)


def histogram(
    projection: Projection, region: Region, *, title: str | None = None, width: int = 560
) -> alt.VConcatChart:
    """The blocs of a projection's structure, each in its first party's colour.

    Args:
        projection: of the region, with at least one draw.
        region: whose names, colours and house they are.
        title: above the chart.
        width: of the panels in pixels.

    Raises:
        PlotError: for a projection without draws.
    """
    if not projection.draws:
        message = "a projection without draws has no histogram; project with draws"
        raise PlotError(message)
    columns = {party: number for number, party in enumerate(projection.seats)}
    blocs = [bloc.parties for bloc in projection.blocs[: len(projection.scenario.blocs)]]
    seats = {
        bloc_name(bloc, region): projection.draws_by_party[:, [columns[p] for p in bloc]].sum(
            axis=1
        )
        for bloc in blocs
    }
    return seat_histogram(
        seats,
        mark=projection.majority_mark,
        house=len(projection.constituencies),
        colours={bloc_name(bloc, region): bloc_colour(bloc, region) for bloc in blocs},
        title=title,
        width=width,
    )


def seat_histogram(  # noqa: PLR0913 - all but the first are by keyword
    seats: Mapping[str, ArrayLike],
    *,
    mark: int,
    house: int,
    colours: Mapping[str, str] | None = None,
    title: str | None = None,
    width: int = 560,
) -> alt.VConcatChart:
    """One panel a bloc, all on one scale of seats, with the majority mark through every panel.

    Each panel is headed by the bloc's name, its median, the middle 90 percent of the draws and its
    chance of a majority, so that nothing rests on colour alone.

    Args:
        seats: whole seats by draw, shape (draws,), by the bloc's name.
        mark: seats that make a majority.
        house: seats there are.
        colours: "#rrggbb" by name; grey where there is none.
        title: above the chart.
        width: of the panels in pixels.

    Raises:
        PlotError: for no bloc, no draw, unequal numbers of draws, or what can't be seats.
    """
    won = _checked(seats, house)
    scale = _Scale.of(won.values(), mark, house, width)
    last = next(reversed(won))
    panels = [
        _panel(name, each, (colours or {}).get(name, NEUTRAL), scale, labelled=name == last)
        for name, each in won.items()
    ]
    chart = alt.vconcat(*panels, spacing=14)
    if title:
        chart = chart.properties(title=alt.Title(title, anchor="start", fontSize=15, offset=12))
    styled: alt.VConcatChart = (
        chart.configure(background=PAPER, font="sans-serif")
        .configure_view(stroke=None)
        .configure_axis(labelColor=SOFT, titleColor=SOFT, titleFontWeight="normal")
    )
    return styled


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """What all panels share.

    Attributes:
        mark: the majority mark.
        step: so many numbers of seats make a bar.
        house: no bar ends beyond it.
        end: the last number on the axis.
        width: of a panel in pixels.
    """

    mark: int
    step: int
    house: int
    end: int
    width: int

    @classmethod
    def of(cls, won: Iterable[NDArray[np.int64]], mark: int, house: int, width: int) -> "_Scale":
        """The axis ends a little beyond the mark, or the best draw if that is farther."""
        most = max(mark, *(int(each.max()) for each in won))
        end = min(house, most + max(1, house // 20))
        return cls(mark=mark, step=-(-end // BARS), house=house, end=end, width=width)


def _checked(seats: Mapping[str, ArrayLike], house: int) -> dict[str, NDArray[np.int64]]:
    if not seats:
        message = "there is no bloc to draw a histogram of"
        raise PlotError(message)
    found = {}
    for name, given in seats.items():
        each = np.asarray(given)
        if each.ndim != 1 or not each.size:
            message = f"{name}: seats by draw have the shape (draws,), not {each.shape}"
            raise PlotError(message)
        if each.dtype.kind not in "iu" or each.min() < 0 or each.max() > house:
            message = f"{name}: seats are whole numbers from 0 to the house's {house}"
            raise PlotError(message)
        found[name] = each.astype(np.int64)
    if len({len(each) for each in found.values()}) > 1:
        message = "the blocs have unequal numbers of draws; draw them together"
        raise PlotError(message)
    return found


def _panel(
    name: str, won: NDArray[np.int64], colour: str, scale: _Scale, *, labelled: bool
) -> alt.LayerChart:
    """One bloc; the last panel's axis is labelled for all."""
    low, middle, high = np.percentile(won, LIKELY, method="inverted_cdf")
    majority = percent(float((won >= scale.mark).mean()))
    told = f"median {middle}, {low} to {high} in 90 of 100 draws; majority {majority}"
    parts = _bars(name, won, scale)
    # Room above the highest bar for what the mark is called.
    top = ROOM * max(bar["height"] for bar in parts)
    x = alt.X(
        "from:Q",
        scale=alt.Scale(domain=[0, scale.end + 1], nice=False),
        axis=alt.Axis(
            title="seats" if labelled else None, labels=labelled, ticks=labelled, grid=False,
            domainColor=SOFT, tickMinStep=1,
        ),
    )  # fmt: skip
    bars = alt.Chart(alt.InlineData(values=parts))
    drawn = bars.mark_bar(stroke=MARK, strokeWidth=0.4).encode(
        x=x,
        x2="to:Q",
        y=alt.Y("height:Q", axis=None, scale=alt.Scale(domain=[0, top], nice=False)),
        y2=alt.datum(0),
        color=alt.value(colour),
        tooltip=[
            alt.Tooltip("name:N", title="bloc"),
            alt.Tooltip("seats:N", title="seats"),
            alt.Tooltip("part:Q", title="part of the draws", format=".2%"),
        ],
    )
    line = alt.Chart(alt.InlineData(values=[{"at": scale.mark, "label": f"majority {scale.mark}"}]))
    rule = line.mark_rule(stroke=MARK, strokeWidth=1.25, strokeDash=[4, 3]).encode(x="at:Q")
    text = line.mark_text(align="left", dx=4, fontSize=10, fill=SOFT).encode(
        x="at:Q", y=alt.value(5), text="label:N"
    )
    return alt.LayerChart(layer=[drawn, rule, text]).properties(
        width=scale.width,
        height=PANEL,
        title=alt.Title(
            name, subtitle=told, anchor="start", fontSize=13, subtitleColor=SOFT, offset=4
        ),
    )


def _bars(name: str, won: NDArray[np.int64], scale: _Scale) -> list[dict[str, Any]]:
    """The part of the draws by number of seats; one bar begins at the mark.

    The outermost may hold fewer numbers than the others: a bar's area, not its height, is its part.
    """
    starts = (won - scale.mark) // scale.step * scale.step + scale.mark
    numbers, counts = np.unique(starts, return_counts=True)
    bars = []
    for start, count in zip(numbers.tolist(), counts.tolist(), strict=True):
        least, most = max(start, 0), min(start + scale.step - 1, scale.house)
        part = count / len(won)
        bars.append(
            {
                "name": name,
                "from": least,
                "to": most + 1,
                "seats": str(least) if least == most else f"{least} to {most}",
                "part": part,
                "height": part / (most + 1 - least),
            }
        )
    return bars
