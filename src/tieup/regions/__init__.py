"""Regions: parties, people, elections, constituencies and returns, loaded from packs of data."""

from tieup.regions.choice import RegionChoice
from tieup.regions.constituencies import Constituency, Hex
from tieup.regions.demo import Demo
from tieup.regions.elections import Alliance, Election
from tieup.regions.files import PackError
from tieup.regions.pack import bundled, bundled_regions, load_region
from tieup.regions.parties import Membership, Party, Renaming
from tieup.regions.people import Person, Role
from tieup.regions.region import NoReturnsError, Region, UnknownNameError
from tieup.regions.returns import Candidacy, Returns
from tieup.regions.telling import told

__all__ = [
    "Alliance",
    "Candidacy",
    "Constituency",
    "Demo",
    "Election",
    "Hex",
    "Membership",
    "NoReturnsError",
    "PackError",
    "Party",
    "Person",
    "Region",
    "RegionChoice",
    "Renaming",
    "Returns",
    "Role",
    "UnknownNameError",
    "bundled",
    "bundled_regions",
    "load_region",
    "told",
]
