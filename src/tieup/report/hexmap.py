"""The hex map: one hexagon a constituency, districts outlined, drawn as plain SVG.

Plain, not by the chart library: each cell needs a native tooltip, a place in the style sheet (for
dark pages and print) and a letter, and a district's outline runs along the cells' edges.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tieup.plots.cells import CORNERS, SIZE, Edge, borders, cells, centre, labels
from tieup.plots.leaders import lettered, strength
from tieup.regions import Region
from tieup.report.outlook import SeatOutlook

__all__ = ["HexCell", "HexMap", "MapLabel", "hexmap", "lettered", "strength"]

MARGIN = 3.0
#: A cell is a hair smaller than its place, so that neighbours of one colour stay apart.
INSET = 0.94


@dataclass(frozen=True, slots=True, kw_only=True)
class HexCell:
    """A cell: its corners, where its letter stands, and what its tooltip says."""

    points: str
    x: str
    y: str
    leader: str
    strength: int
    tooltip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLabel:
    """A district's name beside the map; anchor is "start" right of it, "end" left of it."""

    name: str
    x: str
    y: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HexMap:
    """The map.

    Attributes:
        view_box: the drawing's frame; the districts' names stand beside it.
        inner, outer: the paths of all edges between two districts, and of the whole map's.
        letters: the letter by which a leader is known on the map, without its colour.
        sample: the corners of a cell about the origin, for the legend.
    """

    view_box: str
    cells: tuple[HexCell, ...]
    inner: str
    outer: str
    labels: tuple[MapLabel, ...]
    letters: Mapping[str, str]
    sample: str


def hexmap(seats: tuple[SeatOutlook, ...], region: Region, letters: Mapping[str, str]) -> HexMap:
    """The map of all constituencies, each in its leader's colour.

    Raises:
        NoMapError: for a region whose pack has no map.
    """
    places = cells(region)
    centres = {seat.no: centre(places[seat.no]) for seat in seats}
    left = min(x for x, _ in centres.values()) - SIZE - MARGIN
    top = min(y for _, y in centres.values()) - SIZE - MARGIN
    width = max(x for x, _ in centres.values()) + SIZE + MARGIN - left
    height = max(y for _, y in centres.values()) + SIZE + MARGIN - top
    inner, outer = borders(region)
    return HexMap(
        view_box=f"{left:.1f} {top:.1f} {width:.1f} {height:.1f}",
        cells=tuple(_cell(seat, centres[seat.no]) for seat in seats),
        inner=_path(inner),
        outer=_path(outer),
        labels=tuple(
            MapLabel(name=each.name, x=f"{each.x:.1f}", y=f"{each.y:.1f}", anchor=each.anchor)
            for each in labels(region)
        ),
        letters=letters,
        sample=_corners(0, 0),
    )


def _cell(seat: SeatOutlook, middle: tuple[float, float]) -> HexCell:
    x, y = middle
    reserved = f" ({seat.reservation})" if seat.reservation not in ("", "GEN") else ""
    chances = ", ".join(f"{name} {chance}" for name, chance in seat.chances)
    return HexCell(
        points=_corners(x, y),
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        leader=seat.leader,
        strength=strength(seat.chance),
        tooltip=f"{seat.name}{reserved}, {seat.district}\n{chances}",
    )


def _corners(x: float, y: float) -> str:
    reach = INSET * SIZE
    return " ".join(f"{x + reach * a:.1f},{y + reach * b:.1f}" for a, b in CORNERS)


def _path(edges: Iterable[Edge]) -> str:
    return "".join(f"M{a:.1f},{b:.1f}L{c:.1f},{d:.1f}" for a, b, c, d in edges)
