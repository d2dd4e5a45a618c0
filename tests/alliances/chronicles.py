"""What a bundled chronicle states, read once for all tests."""

from functools import cache

from tieup.desk import Desk
from tieup.statements import Statement


@cache
def chronicle(region: str = "west-bengal") -> tuple[Statement, ...]:
    """The statements of a region's bundled dispatches."""
    with Desk.open(":memory:", region) as desk:
        desk.take_chronicle()
        return tuple(desk.ledger.statements())
