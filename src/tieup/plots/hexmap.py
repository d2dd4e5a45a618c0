"""The hex map: one hexagon a constituency, who leads there, and how surely."""

from collections import Counter
from collections.abc import Iterable
from math import sqrt
from typing import Any, Literal

import altair as alt

from tieup.plots.cells import CORNERS, SIZE, Edge, borders, cells, centre, labels
from tieup.plots.leaders import lettered, strength
from tieup.plots.naming import MARK, PAPER, SOFT, party_colour, party_name, percent
from tieup.regions import Region
from tieup.seats import Projection, SeatProspect

#: How opaque a leader's colour is by strength, 1 to 4.
OPACITIES = {1: 0.25, 2: 0.45, 3: 0.7, 4: 1.0}
CHANCES = {1: "under 50%", 2: "50 to 65%", 3: "65 to 80%", 4: "over 80%"}
#: A cell is a hair smaller than its place, so that neighbours of one colour stay apart.
INSET = 0.94
#: Room beside the map for the districts' names, in pixels.
ROOM = 112
#: Letters are white where a fill's luminance is below this, by strength: there white reads better.
DARK = "luminance(datum.fill) < (datum.strength == 4 ? 0.18 : datum.strength == 3 ? 0.05 : 0)"


def hexmap(
    projection: Projection, region: Region, *, title: str | None = None, scale: float = 1.0
) -> alt.LayerChart:
    """Each seat in the colour of who has the best chance there, the stronger the better it is.

    A letter in the cell tells the leader without the colour, and the legend names both. Dark lines
    part the districts. In HTML, the pointer shows a seat's name, district and chances.

    Args:
        projection: of the region; its constituencies are drawn.
        region: whose map, names and colours it is.
        title: above the map.
        scale: 1 draws a cell 17 pixels wide.

    Raises:
        NoMapError: for a region whose pack has no map.
    """
    rows = _rows(projection, region)
    led = Counter(row["leader"] for row in rows)
    colours = {row["leader"]: row["fill"] for row in rows}
    order = [leader for leader, _ in led.most_common()]
    x, y, width, height = _axes([(row["x"], row["y"]) for row in rows], scale)
    data = alt.Chart(alt.InlineData(values=rows))
    path = "M" + "L".join(f"{a * INSET:.4f},{b * INSET:.4f}" for a, b in CORNERS) + "Z"
    size = (2 * SIZE * scale) ** 2
    drawn = data.mark_point(
        shape=path, size=size, filled=True, stroke=MARK, strokeWidth=0.4
    ).encode(
        x=x,
        y=y,
        color=alt.Color(
            "leader:N",
            scale=alt.Scale(domain=order, range=[colours[leader] for leader in order]),
            legend=alt.Legend(
                title="Leads in", symbolType=path, symbolSize=160, symbolOpacity=1,
                labelLimit=260, orient="right",
            ),
        ),
        opacity=alt.Opacity(
            "chance:N",
            scale=alt.Scale(
                type="ordinal", domain=list(CHANCES.values()), range=list(OPACITIES.values())
            ),
            legend=alt.Legend(
                title="Its chance there", symbolType=path, symbolSize=160,
                symbolFillColor=colours[order[0]], symbolStrokeColor=MARK,
            ),
        ),
        tooltip=[
            alt.Tooltip("seat:N", title="seat"),
            alt.Tooltip("district:N", title="district"),
            alt.Tooltip("told:N", title="chances"),
        ],
    )  # fmt: skip
    letters = data.mark_text(fontSize=8.5 * scale, fontWeight=600, tooltip=None).encode(
        x=x,
        y=y,
        text="letter:N",
        color=alt.condition(DARK, alt.value(PAPER), alt.value(MARK)),
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


def _rows(projection: Projection, region: Region) -> list[dict[str, Any]]:
    places = cells(region)
    leads = Counter(seat.leader for seat in projection.constituencies)
    named = {party: party_name(party, region) for party, _ in leads.most_common()}
    letters = lettered(named)
    rows = []
    for seat in projection.constituencies:
        x, y = centre(places[seat.no])
        chance = strength(seat.chances.get(seat.leader, 0.0))
        rows.append(
            {
                "x": round(x, 2),
                "y": round(y, 2),
                "leader": f"{letters[seat.leader]}  {named[seat.leader]}: {leads[seat.leader]}",
                "letter": letters[seat.leader],
                "fill": party_colour(seat.leader, region),
                "strength": chance,
                "chance": CHANCES[chance],
                "seat": f"{seat.no} {seat.name}",
                "district": region.constituencies[seat.no].district,
                "told": _told(seat, region),
            }
        )
    return rows


def _told(seat: SeatProspect, region: Region) -> str:
    """Trinamool 61%, BJP 39%."""
    return ", ".join(
        f"{party_name(party, region)} {percent(chance)}" for party, chance in seat.chances.items()
    )


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
