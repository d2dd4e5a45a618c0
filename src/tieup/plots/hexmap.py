"""The hex map: one hexagon a constituency, who leads there, and how surely."""

from collections import Counter
from typing import Any

import altair as alt

from tieup.plots.atlas import Key, atlas
from tieup.plots.cells import cells, centre
from tieup.plots.leaders import lettered, strength
from tieup.plots.naming import MARK, PAPER, party_colour, party_name
from tieup.regions import Region
from tieup.seats import Projection, SeatProspect
from tieup.seats.chances import percent

#: How opaque a leader's colour is by strength, 1 to 4.
OPACITIES = {1: 0.25, 2: 0.45, 3: 0.7, 4: 1.0}
CHANCES = {1: "under 50%", 2: "50 to 65%", 3: "65 to 80%", 4: "over 80%"}
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
    key = Key(
        who=("leader", "Leads in"),
        chance="Its chance there",
        steps={words: OPACITIES[strong] for strong, words in CHANCES.items()},
        told=("told", "chances"),
        ink=alt.condition(DARK, alt.value(PAPER), alt.value(MARK)),
    )
    return atlas(_rows(projection, region), region, key, title=title, scale=scale)


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
