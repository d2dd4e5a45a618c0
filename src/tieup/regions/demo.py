"""A demo: what `tieup demo` shows of a region's chronicle."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from tieup.regions.files import PackError
from tieup.regions.forms import DemoForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """A board, a relation and a projection to show.

    Attributes:
        structure: the blocs of the projection, on the returns of `base`.
        claims: how many of the last checked claims.
    """

    on: date
    election: str
    relation: tuple[str, str]
    base: str
    structure: str
    claims: int


def demo_of(
    form: DemoForm | None, elections: Container[str], parties: Container[str]
) -> Demo | None:
    """The demo of a pack; its elections and parties exist."""
    if form is None:
        return None
    file, place = "region.toml", "[demo]"
    for election in (form.election, form.base):
        if election not in elections:
            raise PackError(file, place, f"{election} is no election of this pack")
    for party in form.relation:
        if party not in parties:
            raise PackError(file, place, f"{party} is no party of this pack")
    return Demo(**form.model_dump())
