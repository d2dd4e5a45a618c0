"""Intervals: the seats of each bloc as a chart, made by Altair and turned into SVG offline.

Colours are named by the page's CSS variables, which pass through the conversion untouched: one
drawing serves light and dark pages and print.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import vl_convert

from tieup.report.colours import Ink
from tieup.report.outlook import BlocOutlook, Outlook

#: The version of Vega-Lite that both libraries speak.
VEGA_LITE = "6.4"
#: Height of a bloc's row in pixels, with its name above its bar.
ROW = 62
#: A letter's width at most, in pixels; a range that would run into its bloc's name is left out.
LETTER = 8.0


def intervals(outlook: Outlook, inks: Mapping[str, Ink], *, width: int) -> str:
    """The chart as an SVG element, as wide as given in pixels.

    Args:
        outlook: what is drawn: the middle 90 percent of the draws, their median, the mark.
        inks: by party; a bloc bears the one of its first party.
        width: of the whole drawing; the page shows another one on a phone.
    """
    rows = [_row(bloc, at, inks, width) for at, bloc in enumerate(outlook.blocs)]
    chart = alt.layer(*_layers(rows, outlook, width)).properties(
        width=width,
        height=ROW * len(rows) + 22,
        padding={"left": 1, "right": 1, "top": 2, "bottom": 2},
    )
    styled = (
        chart.configure(aria=False, background="transparent", font="sans-serif")
        .configure_view(stroke=None)
        .configure_axis(labelColor="var(--soft)", titleColor="var(--soft)")
    )
    # No address is allowed: the data stand in the chart, and nothing is fetched.
    return str(
        vl_convert.vegalite_to_svg(styled.to_dict(), vl_version=VEGA_LITE, allowed_base_urls=[])
    )


def _row(bloc: BlocOutlook, at: int, inks: Mapping[str, Ink], width: int) -> dict[str, Any]:
    ink = inks[bloc.parties[0]].key
    told = f"{bloc.p50} ({bloc.p05} to {bloc.p95})"
    return {
        "name": bloc.name,
        "at": at + 0.62,
        "label": at + 0.22,
        "p05": bloc.p05,
        "p50": bloc.p50,
        "p95": bloc.p95,
        "fill": f"var(--{ink})",
        "edge": f"var(--{ink}-edge)",
        "told": told if len(bloc.name) + len(told) < width / LETTER else "",
    }


def _layers(rows: Sequence[dict[str, Any]], outlook: Outlook, width: int) -> list[alt.Chart]:
    data = alt.InlineData(values=list(rows))
    blocs = alt.Chart(data)
    top, house = len(rows) + 0.3, outlook.house
    y = alt.Y("at:Q", scale=alt.Scale(domain=[top, -0.02], nice=False), axis=None)
    axis = alt.Axis(
        title=None, grid=True, gridColor="var(--line)", domain=False, ticks=False, labelFontSize=12,
        values=[tick for tick in range(0, house + 1, 50) if abs(tick - outlook.mark) > house / 20],
        labelPadding=6,
    )  # fmt: skip
    x = alt.X("p05:Q", scale=alt.Scale(domain=[0, house], nice=False), axis=axis)
    mark = alt.Chart(alt.InlineData(values=[{"mark": outlook.mark, "label": top - 0.02}]))
    ink = "var(--ink)"
    return [
        blocs.mark_bar(height=18, cornerRadius=2, strokeWidth=1).encode(
            x=x, x2="p95:Q", y=y, fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
        ),
        mark.mark_rule(stroke=ink, strokeWidth=1.25, strokeDash=[4, 3]).encode(x="mark:Q"),
        blocs.mark_tick(thickness=3, size=28, orient="vertical").encode(
            x="p50:Q", y=y, color=alt.value(ink)
        ),
        blocs.mark_text(align="left", fontSize=14, fontWeight=600, fill=ink).encode(
            x=alt.value(0), y=alt.Y("label:Q"), text="name:N"
        ),
        blocs.mark_text(align="right", fontSize=13, fill="var(--soft)").encode(
            x=alt.value(width), y=alt.Y("label:Q"), text="told:N"
        ),
        mark.mark_text(align="center", fontSize=12, fontWeight=600, fill=ink, dy=13).encode(
            x="mark:Q", y=alt.Y("label:Q"), text="mark:N"
        ),
    ]  # fmt: skip
