"""The frontier: what one partner's seats cost the other, and the whole."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from tieup.deals import Split
from tieup.plots.errors import PlotError
from tieup.plots.naming import MARK, NEUTRAL, PAPER, SOFT, party_colour, party_name
from tieup.regions import Region
from tieup.seats.chances import percent

#: Pixels of a panel.
WIDTH, HEIGHT = 380, 300
#: Names at the ends of lines are so far from each other, as a part of the most seats.
GAP = 0.05


def frontier(
    splits: Sequence[Split], region: Region, *, title: str | None = None
) -> alt.HConcatChart:
    """Two panels: what each split brings whom, and what the one's wins cost the other.

    On the left, expected seats of both and of all partners together, by the number of seats in
    which the first stands; a rule marks the split that wins most. On the right, each split as a
    point of what both win: splits that another one beats for both are hollow.

    Args:
        splits: of two partners, in order of the first one's seats.
        region: whose names and colours they have.
        title: above the chart.

    Raises:
        PlotError: for fewer than two splits.
    """
    if len(splits) < 2:  # noqa: PLR2004 - a line
        message = "a frontier is drawn of two splits or more; take a smaller step"
        raise PlotError(message)
    chart = alt.hconcat(_brought(splits, region), _traded(splits, region), spacing=84)
    if title:
        chart = chart.properties(title=alt.Title(title, anchor="start", fontSize=15, offset=12))
    styled: alt.HConcatChart = (
        chart.configure(background=PAPER, font="sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=SOFT, titleColor=SOFT, titleFontWeight="normal", gridOpacity=0.4,
            domainColor=SOFT,
        )
    )  # fmt: skip
    return styled


def _brought(splits: Sequence[Split], region: Region) -> alt.LayerChart:
    """Expected seats by the number of seats in which the first stands."""
    one, other = splits[0].one, splits[0].other
    lines = {
        party_name(one, region): (party_colour(one, region), [s.won[0] for s in splits]),
        party_name(other, region): (party_colour(other, region), [s.won[1] for s in splits]),
        "together": (MARK, [s.outlook.total.mean for s in splits]),
    }
    stands = [split.seats[0] for split in splits]
    best = max(splits, key=lambda split: split.outlook.total.mean)
    most = max(max(won) for _, won in lines.values())
    x = alt.X(
        "stands:Q",
        scale=alt.Scale(domain=[min(stands), max(stands)], nice=False),
        axis=alt.Axis(title=f"seats in which {party_name(one, region)} stands", tickMinStep=1),
    )
    y = alt.Y(
        "won:Q",
        scale=alt.Scale(domain=[0, 1.12 * most], nice=False),
        axis=alt.Axis(title="seats won, expected"),
    )
    layers: list[alt.Chart] = []
    at = alt.Chart(
        alt.InlineData(values=[{"stands": best.seats[0], "label": f"most at {best.seats[0]}"}])
    )
    layers.append(at.mark_rule(stroke=SOFT, strokeDash=[4, 3]).encode(x=x))
    layers.append(
        at.mark_text(align="left", dx=4, fontSize=10, fill=SOFT).encode(
            x=x, y=alt.value(5), text="label:N"
        )
    )
    for name, (colour, won) in lines.items():
        rows = [
            {"stands": number, "won": round(each, 3), "name": name, "told": _told(split)}
            for number, each, split in zip(stands, won, splits, strict=True)
        ]
        data = alt.Chart(alt.InlineData(values=rows))
        layers.append(
            data.mark_line(stroke=colour, strokeWidth=2.2, point=_dots(colour)).encode(
                x=x,
                y=y,
                tooltip=[
                    alt.Tooltip("name:N", title="who"),
                    alt.Tooltip("won:Q", title="wins", format=".2f"),
                    alt.Tooltip("told:N", title="split"),
                ],
            )
        )
    heights = _apart({name: won[-1] for name, (_, won) in lines.items()}, GAP * most)
    ends = [{"stands": stands[-1], "won": at, "name": name} for name, at in heights.items()]
    names = alt.Chart(alt.InlineData(values=ends)).mark_text(
        align="left", dx=6, fontSize=11, fill=MARK, clip=False
    )
    layers.append(names.encode(x=x, y=y, text="name:N"))
    return alt.LayerChart(layer=layers).properties(
        width=WIDTH,
        height=HEIGHT,
        title=_head("What each split brings", "dashed: where all win most together"),
    )


def _traded(splits: Sequence[Split], region: Region) -> alt.LayerChart:
    """What both win, a point a split."""
    one, other = (party_name(party, region) for party in (splits[0].one, splits[0].other))
    rows = [
        {
            "one": round(split.won[0], 3),
            "other": round(split.won[1], 3),
            "stands": str(split.seats[0]),
            "told": _told(split),
            "efficient": split.efficient,
            "order": number,
        }
        for number, split in enumerate(splits)
    ]
    x = alt.X("one:Q", scale=_padded(splits, 0), axis=alt.Axis(title=f"{one} wins, expected"))
    y = alt.Y("other:Q", scale=_padded(splits, 1), axis=alt.Axis(title=f"{other} wins, expected"))
    kept = [row for row in rows if row["efficient"]]
    line = alt.Chart(alt.InlineData(values=kept)).mark_line(stroke=MARK, strokeWidth=1.4)
    points = alt.Chart(alt.InlineData(values=rows)).mark_point(
        size=46, filled=True, opacity=1, stroke=MARK, strokeWidth=1.1
    )
    tooltip = [
        alt.Tooltip("one:Q", title=one, format=".2f"),
        alt.Tooltip("other:Q", title=other, format=".2f"),
        alt.Tooltip("told:N", title="split"),
    ]
    labels = alt.Chart(alt.InlineData(values=_spaced(kept))).mark_text(
        align="left", dx=6, dy=-6, fontSize=10, fill=SOFT, clip=False
    )
    layers = [
        line.encode(x=x, y=y, order="order:Q"),
        points.encode(
            x=x,
            y=y,
            fill=alt.condition("datum.efficient", alt.value(NEUTRAL), alt.value(PAPER)),
            tooltip=tooltip,
        ),
        labels.encode(x=x, y=y, text="stands:N"),
    ]
    return alt.LayerChart(layer=layers).properties(
        width=WIDTH,
        height=HEIGHT,
        title=_head(
            "What one's wins cost the other",
            f"beside a point: seats in which {one} stands; hollow: another split is better for "
            "both",
        ),
    )


def _apart(heights: Mapping[str, float], gap: float) -> dict[str, float]:
    """The heights, from the lowest on moved up until all are a gap from each other."""
    found: dict[str, float] = {}
    for name, at in sorted(heights.items(), key=lambda item: item[1]):
        found[name] = max([at, *(other + gap for other in found.values())])
    return found


def _spaced(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Some eight of the rows, the first and the last among them."""
    step = max((len(rows) - 1) // 8, 1)
    chosen = rows[::step]
    return chosen if not rows or chosen[-1] is rows[-1] else [*chosen, rows[-1]]


def _padded(splits: Sequence[Split], side: int) -> alt.Scale:
    """From nothing to a little more than the most."""
    most = max(split.won[side] for split in splits)
    return alt.Scale(domain=[0, 1.1 * most or 1], nice=False)


def _dots(colour: str) -> alt.OverlayMarkDef:
    return alt.OverlayMarkDef(fill=colour, size=22)


def _head(title: str, subtitle: str = "") -> alt.Title:
    return alt.Title(
        title, subtitle=subtitle, anchor="start", fontSize=13, subtitleColor=SOFT, offset=6
    )


def _told(split: Split) -> str:
    """100 and 194 seats: 21.4 together, 2% reach the mark."""
    first, second = split.seats
    outlook = split.outlook
    return (
        f"{first} and {second} seats: {outlook.total.mean:.1f} together, "
        f"{percent(outlook.majority)} reach the mark"
    )
