"""Transfers: a matrix as a heat map, each row's voters spread over the columns."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import altair as alt

from tieup.plots.errors import PlotError
from tieup.plots.naming import MARK, PAPER, SOFT

if TYPE_CHECKING:
    from tieup.seats.transfer import TransferMatrix

#: Pixels of a cell.
CELL_WIDTH, CELL_HEIGHT = 82, 44
#: From this share on the ground is dark, and what stands on it light.
_DARK = 0.55


def transfer_map(
    found: "TransferMatrix",
    *,
    names: Mapping[str, str] | None = None,
    title: str | None = None,
) -> alt.LayerChart:
    """The shares by row, each cell with its percent and its 90 percent interval.

    Args:
        found: the matrix.
        names: what to call an option, where not by its name.
        title: above the chart.

    Raises:
        PlotError: for a matrix without votes.
    """
    if not found.table.sum():
        message = "a matrix without votes can't be drawn"
        raise PlotError(message)
    called = {name: (names or {}).get(name, name) for name in (*found.rows, *found.cols)}
    low, high, shares = found.lower_shares, found.upper_shares, found.shares
    cells = [
        {
            "from": called[row],
            "to": called[col],
            "share": float(shares[j, k]),
            "votes": round(float(found.table[j, k])),
            "percent": f"{100 * shares[j, k]:.0f}",
            "interval": f"{100 * low[j, k]:.0f}–{100 * high[j, k]:.0f}",
        }
        for j, row in enumerate(found.rows)
        for k, col in enumerate(found.cols)
    ]
    side = alt.Axis(orient="top", title="voted then", labelAngle=0, ticks=False, domain=False)
    x = alt.X("to:N", sort=[called[c] for c in found.cols], axis=side)
    y = alt.Y(
        "from:N", sort=[called[r] for r in found.rows],
        axis=alt.Axis(title="of those who had voted", ticks=False, domain=False),
    )  # fmt: skip
    chart = alt.Chart(alt.InlineData(values=cells))
    ground = chart.mark_rect(stroke=PAPER, strokeWidth=2).encode(
        x=x,
        y=y,
        color=alt.Color(
            "share:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=["#f4f2ee", "#1f4e79"])
        ),
        tooltip=["from:N", "to:N", alt.Tooltip("votes:Q", format=","), "percent:N", "interval:N"],
    )
    ink = alt.condition(alt.datum.share >= _DARK, alt.value(PAPER), alt.value(MARK))
    figure = chart.mark_text(fontSize=14, dy=-6).encode(x=x, y=y, text="percent:N", color=ink)
    range_ = chart.mark_text(fontSize=10, dy=10).encode(x=x, y=y, text="interval:N", color=ink)
    drawn = alt.LayerChart(layer=[ground, figure, range_]).properties(
        width=CELL_WIDTH * len(found.cols), height=CELL_HEIGHT * len(found.rows)
    )
    if title:
        under = "percent of each row, with 90 percent intervals"
        drawn = drawn.properties(
            title=alt.Title(title, subtitle=under, anchor="start", subtitleColor=SOFT, offset=10)
        )
    styled: alt.LayerChart = (
        drawn.configure(background=PAPER, font="sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=MARK, titleColor=SOFT, titleFontWeight="normal", labelFontSize=12
        )
    )
    return styled
