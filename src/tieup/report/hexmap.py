"""The hex map: one hexagon a constituency, districts outlined, drawn as plain SVG.

Plain, not by the chart library: each cell needs a native tooltip, a place in the style sheet (for
dark pages and print) and a letter, and a district's outline runs along the cells' edges.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tieup.regions import Region
from tieup.report.districts import CORNERS, SIZE, Label, borders, centre, labels
from tieup.report.outlook import SeatOutlook

MARGIN = 3.0
#: From what chance on a cell is shown in which strength, 1 to 4.
STEPS = ((0.0, 1), (0.5, 2), (0.65, 3), (0.8, 4))
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
    labels: tuple[Label, ...]
    letters: Mapping[str, str]
    sample: str


def hexmap(seats: tuple[SeatOutlook, ...], region: Region, letters: Mapping[str, str]) -> HexMap:
    """The map of all constituencies, each in its leader's colour."""
    centres = {seat.no: centre(region.constituencies[seat.no].hex) for seat in seats}
    left = min(x for x, _ in centres.values()) - SIZE - MARGIN
    top = min(y for _, y in centres.values()) - SIZE - MARGIN
    width = max(x for x, _ in centres.values()) + SIZE + MARGIN - left
    height = max(y for _, y in centres.values()) + SIZE + MARGIN - top
    inner, outer = borders(region)
    return HexMap(
        view_box=f"{left:.1f} {top:.1f} {width:.1f} {height:.1f}",
        cells=tuple(_cell(seat, centres[seat.no]) for seat in seats),
        inner=inner,
        outer=outer,
        labels=labels(region),
        letters=letters,
        sample=_corners(0, 0),
    )


def strength(chance: float) -> int:
    """How strongly a chance is shown, from 1 to 4."""
    return max(step for least, step in STEPS if chance >= least)


def lettered(leaders: Mapping[str, str]) -> dict[str, str]:
    """A letter for each leader from its name, no letter twice while the name has another."""
    found: dict[str, str] = {}
    for party, name in leaders.items():
        own = [c.upper() for c in name if c.isalnum()]
        found[party] = next((c for c in own if c not in found.values()), own[0] if own else "?")
    return found


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
