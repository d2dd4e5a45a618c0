"""The atlas: one hexagon a constituency on any map, with districts outlined and named."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, Literal

import altair as alt

from tieup.plots.cells import CORNERS, SIZE, Edge, borders, labels
from tieup.plots.naming import MARK, PAPER, SOFT
from tieup.regions import Region

#: A cell is a hair smaller than its place, so that neighbours of one colour stay apart.
INSET = 0.94
#: Room beside the map for the districts' names, in pixels.
ROOM = 112
_HEXAGON = "M" + "L".join(f"{a * INSET:.4f},{b * INSET:.4f}" for a, b in CORNERS) + "Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What colour, strength and tooltip of a map's cells mean.

    Attributes:
        who: the column that the colour tells, and the title of its legend.
        chance: the title of the strengths' legend.
        steps: how opaque a cell is, by the words in its column "chance".
        told: the tooltip's last column and its title, after seat and district.
        ink: of the letters.
    """

    who: tuple[str, str]
    chance: str
    steps: Mapping[str, float]
    told: tuple[str, str]
    ink: Any


def atlas(
    rows: Sequence[Mapping[str, Any]],
    region: Region,
    key: Key,
    *,
    title: str | None,
    scale: float,
) -> alt.LayerChart:
    """A map of cells.

    Args:
        rows: a cell each: x, y, letter, fill, chance, seat, district, and the columns of the key.
        region: whose districts are outlined and named.
        key: what colour, strength and tooltip mean.
        title: above the map.
        scale: 1 draws a cell 17 pixels wide.
    """
    column, stands_in = key.who
    fills = {row[column]: row["fill"] for row in rows}
    order = [who for who, _ in Counter(row[column] for row in rows).most_common()]
    x, y, width, height = _axes([(row["x"], row["y"]) for row in rows], scale)
    data = alt.Chart(alt.InlineData(values=[dict(row) for row in rows]))
    drawn = data.mark_point(
        shape=_HEXAGON, size=(2 * SIZE * scale) ** 2, filled=True, stroke=MARK, strokeWidth=0.4
    ).encode(
        x=x,
        y=y,
        color=alt.Color(
            f"{column}:N",
            scale=alt.Scale(domain=order, range=[fills[who] for who in order]),
            legend=alt.Legend(
                title=stands_in, symbolType=_HEXAGON, symbolSize=160, symbolOpacity=1,
                labelLimit=260, orient="right",
            ),
        ),
        opacity=alt.Opacity(
            "chance:N",
            scale=alt.Scale(
                type="ordinal", domain=list(key.steps), range=list(key.steps.values())
            ),
            legend=alt.Legend(
                title=key.chance, symbolType=_HEXAGON, symbolSize=160,
                symbolFillColor=fills[order[0]], symbolStrokeColor=MARK,
            ),
        ),
        tooltip=[
            alt.Tooltip("seat:N", title="seat"),
            alt.Tooltip("district:N", title="district"),
            alt.Tooltip(f"{key.told[0]}:N", title=key.told[1]),
        ],
    )  # fmt: skip
    letters = data.mark_text(fontSize=8.5 * scale, fontWeight=600, tooltip=None).encode(
        x=x, y=y, text="letter:N", color=key.ink
    )
    inner, outer = borders(region)
    chart = alt.layer(
        drawn, _lines(inner, x, y, 1.1), _lines(outer, x, y, 1.4), letters, *_names(region, x, y)
    ).properties(
        width=width, height=height, padding={"left": ROOM, "right": 8, "top": 8, "bottom": 8}
    )
    if title:
        chart = chart.properties(title=alt.Title(title, anchor="start", fontSize=15))
    styled: alt.LayerChart = (
        chart.configure(background=PAPER, font="sans-serif")
        .configure_view(stroke=None, clip=False)
        .configure_legend(titleColor=SOFT, labelColor=MARK, offset=ROOM)
    )
    return styled


def _axes(
    centres: Iterable[tuple[float, float]], scale: float
) -> tuple[alt.X, alt.Y, float, float]:
    """Both axes, on which a unit of the drawing is a pixel times the scale; width and height."""
    xs, ys = zip(*centres, strict=True)
    half = SIZE * sqrt(3) / 2
    across, down = [min(xs) - half, max(xs) + half], [min(ys) - SIZE, max(ys) + SIZE]
    x = alt.X("x:Q", scale=alt.Scale(domain=across, nice=False, zero=False), axis=None)
    # Of a drawing, y grows downwards.
    y = alt.Y("y:Q", scale=alt.Scale(domain=down[::-1], nice=False, zero=False), axis=None)
    return x, y, (across[1] - across[0]) * scale, (down[1] - down[0]) * scale


def _lines(edges: Iterable[Edge], x: alt.X, y: alt.Y, width: float) -> alt.Chart:
    values = [
        dict(zip(("x", "y", "x2", "y2"), (round(end, 2) for end in edge), strict=True))
        for edge in edges
    ]
    lines = alt.Chart(alt.InlineData(values=values))
    drawn: alt.Chart = lines.mark_rule(stroke=MARK, strokeWidth=width, strokeCap="round").encode(
        x=x, y=y, x2="x2:Q", y2="y2:Q"
    )
    return drawn


def _names(region: Region, x: alt.X, y: alt.Y) -> Iterable[alt.Chart]:
    """The districts' names, left and right of the map."""
    sides: dict[str, Literal["left", "right"]] = {"end": "right", "start": "left"}
    for anchor, align in sides.items():
        values = [
            {"x": each.x, "y": each.y, "name": each.name}
            for each in labels(region)
            if each.anchor == anchor
        ]
        if values:
            names = alt.Chart(alt.InlineData(values=values))
            yield names.mark_text(align=align, fontSize=9.5, fill=SOFT, clip=False).encode(
                x=x, y=y, text="name:N"
            )
