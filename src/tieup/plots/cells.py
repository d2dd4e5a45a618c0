"""Cells of a hex map: where they lie, the lines between districts, and their names beside it.

Plain geometry, in units of a drawing whose y grows downwards; any chart can be made from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from tieup.plots.errors import NoMapError
from tieup.regions import Hex, Region

#: The circumradius of a cell, in units of the drawing.
SIZE = 10.0
#: Corners of a pointy-top cell about its centre, from the top right on, clockwise.
CORNERS = tuple((cos(pi / 3 * k - pi / 6), sin(pi / 3 * k - pi / 6)) for k in range(6))
#: The neighbour beyond the edge from each corner to the next.
BEYOND = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
#: How far from its cell a name stands.
GAP = 5.0

#: An edge of a cell: x and y of its two ends.
Edge = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A district's name beside the map; anchor is "start" right of it, "end" left of it."""

    name: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The end of a row of cells, where a name may stand."""

    row: int
    anchor: str
    x: float


def cells(region: Region) -> Mapping[int, Hex]:
    """The cell of each constituency, by number.

    Raises:
        NoMapError: where the pack has none.
    """
    found = {no: c.hex for no, c in region.constituencies.items() if c.hex is not None}
    if not found:
        raise NoMapError(region.name)
    return found


def centre(cell: Hex) -> tuple[float, float]:
    """The centre of a pointy-top cell in axial coordinates."""
    return SIZE * sqrt(3) * (cell.q + cell.r / 2), SIZE * 1.5 * cell.r


def borders(region: Region) -> tuple[tuple[Edge, ...], tuple[Edge, ...]]:
    """The edges between two districts, and those of the whole map; each edge once.

    Raises:
        NoMapError: where the pack has no cells.
    """
    districts = {
        (cell.q, cell.r): region.constituencies[no].district for no, cell in cells(region).items()
    }
    inner, outer = [], []
    for (q, r), district in districts.items():
        x, y = centre(Hex(q=q, r=r))
        for side, (dq, dr) in enumerate(BEYOND):
            beyond = districts.get((q + dq, r + dr))
            (a, b), (c, d) = CORNERS[side], CORNERS[(side + 1) % 6]
            edge = (x + SIZE * a, y + SIZE * b, x + SIZE * c, y + SIZE * d)
            if beyond is None:
                outer.append(edge)
            # Two cells share an inner edge; the first of them draws it.
            elif beyond != district and (dq, dr) > (0, 0):
                inner.append(edge)
    return tuple(inner), tuple(outer)


def labels(region: Region) -> tuple[Label, ...]:
    """The names of the districts that reach the map's side; one that lies inside has none.

    Those with the fewest places choose first; each takes the middle of what is left on the side
    where it has more, so that no two names stand in one row's end.

    Raises:
        NoMapError: where the pack has no cells.
    """
    places: dict[str, list[_Place]] = {}
    for district, place in _ends(region):
        places.setdefault(district, []).append(place)
    taken: set[tuple[int, str]] = set()
    found = []
    for district, all_of_it in sorted(places.items(), key=lambda item: (len(item[1]), item[0])):
        free = [p for p in all_of_it if (p.row, p.anchor) not in taken]
        right = [p for p in free if p.anchor == "start"]
        left = [p for p in free if p.anchor == "end"]
        side = right if len(right) >= len(left) else left
        if side:
            place = side[len(side) // 2]
            taken.add((place.row, place.anchor))
            y = SIZE * 1.5 * place.row
            found.append(Label(name=district, x=place.x, y=y, anchor=place.anchor))
    return tuple(found)


def _ends(region: Region) -> Iterator[tuple[str, _Place]]:
    """Both ends of each row, with the district that is there, from the top."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for no, cell in cells(region).items():
        x, _ = centre(cell)
        rows.setdefault(cell.r, []).append((x, region.constituencies[no].district))
    half = SIZE * sqrt(3) / 2
    for row, row_cells in sorted(rows.items()):
        (first, west), (last, east) = min(row_cells), max(row_cells)
        yield west, _Place(row=row, anchor="end", x=first - half - GAP)
        yield east, _Place(row=row, anchor="start", x=last + half + GAP)
