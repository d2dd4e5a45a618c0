"""A constituency: one seat of the house, and its place on the hex map."""

from dataclasses import dataclass

from tieup.regions.files import PackError, PackFiles
from tieup.regions.forms import ConstituencyRow, HexRow

CONSTITUENCIES = "constituencies.csv"
HEXES = "hexes.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hex:
    """A cell of the hex map, axial coordinates, pointy top."""

    q: int
    r: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Constituency:
    """One seat.

    Attributes:
        no: its official number.
        reservation: GEN, SC or ST; empty where the land has none.
        parent_no, parent: the parliamentary seat that it is a segment of.
        hex: its cell of the map; None in a pack that has no map.
    """

    no: int
    name: str
    district: str
    reservation: str
    parent_no: int | None
    parent: str | None
    hex: Hex | None


def constituencies_of(files: PackFiles) -> dict[int, Constituency]:
    """Constituencies by number, 1 to n without a gap, each with a hex of its own or none with any.

    A pack without polygons to make a map from is better off without one than with a made-up one.
    """
    hexes = _hexes(files) if files.has(HEXES) else None
    file = CONSTITUENCIES
    found: dict[int, Constituency] = {}
    for place, line in files.rows(file, ConstituencyRow):
        if line.no != len(found) + 1:
            raise PackError(file, place, f"no {line.no} where {len(found) + 1} should stand")
        if hexes is not None and line.no not in hexes:
            raise PackError(HEXES, None, f"no line for constituency {line.no}")
        found[line.no] = Constituency(
            no=line.no,
            name=line.name,
            district=line.district,
            reservation=line.reservation or "",
            parent_no=line.parent_no,
            parent=line.parent,
            hex=hexes[line.no] if hexes is not None else None,
        )
    if not found:
        raise PackError(file, None, "no constituency in it")
    if hexes is not None and len(hexes) > len(found):
        raise PackError(HEXES, None, f"there is no constituency {max(hexes)}")
    return found


def _hexes(files: PackFiles) -> dict[int, Hex]:
    """Cells by constituency number, no two the same."""
    hexes: dict[int, Hex] = {}
    cells: dict[Hex, int] = {}
    for place, row in files.rows(HEXES, HexRow):
        cell = Hex(q=row.q, r=row.r)
        if cell in cells:
            raise PackError(HEXES, place, f"the cell of no {cells[cell]} already")
        if row.no in hexes:
            raise PackError(HEXES, place, f"no {row.no} has a cell already")
        hexes[row.no], cells[cell] = cell, row.no
    return hexes
