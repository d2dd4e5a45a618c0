"""The map of a deal: one hexagon a constituency, who of the partners stands there."""

from collections import Counter
from typing import Any

import altair as alt

from tieup.deals import Deal, SeatDeal
from tieup.plots.atlas import Key, atlas
from tieup.plots.cells import cells, centre
from tieup.plots.contrast import contrast, mix
from tieup.plots.leaders import OF_DEALS, lettered, strength
from tieup.plots.naming import MARK, NEUTRAL, PAPER, bloc_name, party_colour
from tieup.regions import Region
from tieup.seats.chances import percent

#: How opaque a seat of each strength is, and its chances in words.
STEPS = {
    1: (0.3, "under 5%"),
    2: (0.5, "5 to 20%"),
    3: (0.75, "20 to 50%"),
    4: (1.0, "50% or more"),
}


def dealmap(
    deal: Deal, region: Region, *, title: str | None = None, scale: float = 1.0
) -> alt.LayerChart:
    """Each seat in the colour of who stands there, the stronger the better the bloc's chance is.

    A letter in the cell tells who stands without the colour; dark lines part the districts. In
    HTML, the pointer shows a seat's name, district, and the reason in words.

    Args:
        deal: of the region.
        region: whose map, names and colours it is.
        title: above the map.
        scale: 1 draws a cell 17 pixels wide.

    Raises:
        NoMapError: for a region whose pack has no map.
    """
    key = Key(
        who=("who", "Stands in"),
        chance="Chance to win it",
        steps={words: opacity for opacity, words in STEPS.values()},
        told=("reason", "why"),
        ink=alt.Color("ink:N", scale=None),
    )
    return atlas(_rows(deal, region), region, key, title=title, scale=scale)


def _rows(deal: Deal, region: Region) -> list[dict[str, Any]]:
    places = cells(region)
    stands = Counter(seat.partner for seat in deal.allocation)
    named = {who: bloc_name(who.split("+"), region) for who, _ in stands.most_common()}
    letters = lettered(named)
    rows = []
    for seat in deal.allocation:
        x, y = centre(places[seat.no])
        opacity, words = STEPS[strength(seat.chance, OF_DEALS)]
        # A friendly contest has no party's colour.
        fill = NEUTRAL if "+" in seat.partner else party_colour(seat.partner, region)
        who = seat.partner
        rows.append(
            {
                "x": round(x, 2),
                "y": round(y, 2),
                "who": f"{letters[who]}  {named[who]}: {stands[who]}",
                "letter": letters[who],
                "fill": fill,
                "ink": _ink(fill, opacity),
                "chance": words,
                "seat": f"{seat.no} {seat.name}",
                "district": seat.district,
                "reason": _reason(seat),
            }
        )
    return rows


def _reason(seat: SeatDeal) -> str:
    """The reason; where it tells no chance, with the chance."""
    return seat.reason if "chance" in seat.reason else f"{seat.reason} ({percent(seat.chance)})"


def _ink(fill: str, opacity: float) -> str:
    """Of paper and ink, what stands out more from a fill on paper."""
    seen = mix(PAPER, fill, opacity)
    return max(PAPER, MARK, key=lambda ink: contrast(ink, seen))
