"""Regions: parties, people, elections, constituencies and returns, loaded from packs of data."""

from tieup.regions.constituencies import Constituency, Hex
from tieup.regions.demo import Demo
from tieup.regions.elections import Alliance, Election
from tieup.regions.files import PackError
from tieup.regions.pack import bundled, load_region
from tieup.regions.parties import Membership, Party, Renaming
from tieup.regions.people import Person, Role
from tieup.regions.region import Region, UnknownNameError
from tieup.regions.returns import Candidacy, Returns

__all__ = [
    "Alliance",
    "Candidacy",
    "Constituency",
    "Demo",
    "Election",
    "Hex",
    "Membership",
    "PackError",
    "Party",
    "Person",
    "Region",
    "Renaming",
    "Returns",
    "Role",
    "UnknownNameError",
    "bundled",
    "load_region",
]
