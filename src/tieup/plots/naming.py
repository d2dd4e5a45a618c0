"""Names and colours as they are drawn; and the inks that belong to nobody."""

from collections.abc import Iterable

from tieup.regions import Region
from tieup.regions.returns import INDEPENDENT

PAPER, MARK, SOFT = "#ffffff", "#1c1b19", "#5d5952"
#: Where a pack has no colour: independents, and parties that it does not know.
NEUTRAL = "#8f8b83"


def party_name(party: str, region: Region) -> str:
    """The short name; a seat's second independent, "IND 2", is "Independent (no. 2)"."""
    own, _, rank = party.partition(" ")
    if own == INDEPENDENT:
        return f"Independent (no. {rank})" if rank else "Independent"
    known = region.parties.get(party)
    return known.short if known else party


def party_colour(party: str, region: Region) -> str:
    """The pack's colour, else a grey."""
    known = region.parties.get(party)
    return known.colour if known else NEUTRAL


def bloc_name(bloc: Iterable[str], region: Region) -> str:
    """Left Front + Congress + ISF."""
    return " + ".join(party_name(party, region) for party in bloc)


def bloc_colour(bloc: tuple[str, ...], region: Region) -> str:
    """The colour of its first party."""
    return party_colour(bloc[0], region)
