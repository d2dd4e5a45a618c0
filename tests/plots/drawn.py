"""A projection that the plots' tests draw."""

from functools import cache

from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats import Projection, project

BLOCS = (("LF", "INC", "ISF"), ("TMC",), ("BJP",))


@cache
def drawn(region: Region) -> Projection:
    """West Bengal from 2021, a few hundred draws."""
    return project(region, Scenario(base="WB-2021", blocs=BLOCS), draws=300, seed=7)
