"""Seatings: who stands where, who leaves a seat to whom, and who supports whom without seats."""

from collections.abc import Iterable

from tieup.regions import Region
from tieup.scenarios.amounts import Pair, pair_of
from tieup.scenarios.places import seats
from tieup.scenarios.refusals import ScenarioError, unreadable

_STANDING = "INC=52,53,Farakka"
_LEAVES = "LF:INC=52,53"
_SUPPORT = "INC:TMC"

#: Seats by the partner who stands there for its bloc.
Standing = dict[str, tuple[int, ...]]
#: Seats by (giver, taker).
Leaves = dict[Pair, tuple[int, ...]]


def parse_standing(texts: Iterable[str], region: Region) -> Standing:
    """Who of a bloc stands where, from texts such as "INC=52,53,Farakka", one a partner.

    A seat named by two partners of a bloc is a friendly contest.

    Raises:
        ScenarioError: for anything that can't be read, or a partner or seat given twice.
        UnknownNameError: for an unknown party or seat, with the nearest known.
    """
    found: Standing = {}
    for text in texts:
        name, numbers = _seats(text, region, "standing", _STANDING)
        partner = region.party(name).id
        if partner in found:
            message = f"standing: {partner} is given twice"
            raise ScenarioError(message)
        found[partner] = numbers
    return found


def parse_leaves(texts: Iterable[str], region: Region) -> Leaves:
    """Seats left to another without an alliance, from texts such as "LF:INC=52,53".

    Raises:
        ScenarioError: for anything that can't be read, or a pair or seat given twice.
        UnknownNameError: for an unknown party or seat, with the nearest known.
    """
    found: Leaves = {}
    for text in texts:
        name, numbers = _seats(text, region, "leaves", _LEAVES)
        pair = pair_of(name, region)
        if pair is None:
            raise unreadable(text, "leaves", _LEAVES)
        if pair in found:
            message = f"leaves: {pair[0]}:{pair[1]} is given twice"
            raise ScenarioError(message)
        found[pair] = numbers
    return found


def parse_support(text: str, region: Region) -> tuple[Pair, ...]:
    """Who supports whom from outside, from "INC:TMC,LF:TMC".

    Raises:
        ScenarioError: for anything that can't be read, or a pair given twice.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    found: list[Pair] = []
    for part in text.split(",") if text.strip() else ():
        pair = pair_of(part, region)
        if pair is None:
            raise unreadable(part, "support", _SUPPORT)
        if pair in found:
            message = f"support: {pair[0]}:{pair[1]} is given twice"
            raise ScenarioError(message)
        found.append(pair)
    return tuple(found)


def _seats(text: str, region: Region, noun: str, example: str) -> tuple[str, tuple[int, ...]]:
    name, equals, listed = (part.strip() for part in text.partition("="))
    names = [part.strip() for part in listed.split(",")]
    if not (equals and name and all(names)):
        raise unreadable(text, noun, example)
    return name, seats(names, region)
