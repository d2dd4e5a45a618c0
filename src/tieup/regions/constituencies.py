"""A constituency: one seat of the assembly, and its place on the hex map."""

from dataclasses import dataclass


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
    """

    no: int
    name: str
    district: str
    reservation: str
    parent_no: int | None
    parent: str | None
    hex: Hex
