"""Structures: parties grouped into blocs, as people write them."""

from collections import Counter
from collections.abc import Iterable

from tieup.regions import Region
from tieup.scenarios.refusals import ScenarioError

#: Blocs of party ids.
Structure = tuple[tuple[str, ...], ...]


def parse_structure(text: str, region: Region) -> Structure:
    """Blocs of party ids from "LF+INC+ISF / TMC / BJP"; ids, names and the press's forms will do.

    An umbrella of the news ("Sanyukta Morcha") will stand for its members on the day of the base.

    Raises:
        ScenarioError: for an empty structure or bloc, or a party that is named twice.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    if not text.strip():
        raise ScenarioError(_EMPTY)
    blocs = []
    for number, part in enumerate(text.split("/"), start=1):
        names = [name.strip() for name in part.split("+")]
        if not all(names):
            written = " ".join(text.split())
            message = f"bloc {number} of '{written}' is empty or lacks a party beside its '+'"
            raise ScenarioError(message)
        blocs.append(tuple(region.party(name).id for name in names))
    check_structure(blocs)
    return tuple(blocs)


def written(structure: Structure) -> str:
    """A structure as people write it: "LF+INC / TMC / BJP"."""
    return " / ".join("+".join(bloc) for bloc in structure)


def check_structure(structure: Iterable[tuple[str, ...]]) -> None:
    """No structure and no bloc is empty, and no party is named twice.

    Raises:
        ScenarioError: where one is.
    """
    blocs = tuple(structure)
    if not blocs:
        raise ScenarioError(_EMPTY)
    for number, bloc in enumerate(blocs, start=1):
        if not bloc:
            message = f"bloc {number} of the structure is empty"
            raise ScenarioError(message)
    for party, times in Counter(party for bloc in blocs for party in bloc).items():
        if times > 1:
            inside = max(bloc.count(party) for bloc in blocs)
            where = "one bloc" if inside == times else f"{times} blocs"
            message = f"{party} is named {times} times, in {where}; a party stands in one, once"
            raise ScenarioError(message)


_EMPTY = "the structure is empty; write blocs such as 'LF+INC / TMC / BJP'"
