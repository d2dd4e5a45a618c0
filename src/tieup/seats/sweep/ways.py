"""Ways: the structures that are swept, as parties may or may not stand together."""

from collections.abc import Sequence

from tieup.regions import Region
from tieup.scenarios import ScenarioError
from tieup.scenarios.partitions import partitions, structure
from tieup.scenarios.structures import Structure

Pairs = Sequence[tuple[str, str]]


def structures(
    parties: Sequence[str], *, together: Pairs = (), apart: Pairs = ()
) -> tuple[Structure, ...]:
    """Every structure of the parties that keeps to the conditions.

    Args:
        parties: up to eight.
        together: pairs that stand in one bloc.
        apart: pairs that never do.

    Raises:
        ScenarioError: for a party twice, too many, a condition on others, or conditions that leave
            no structure.
    """
    chosen = tuple(parties)
    for party in chosen:
        if chosen.count(party) > 1:
            message = f"{party} is named {chosen.count(party)} times; name each party once"
            raise ScenarioError(message)
    for party in (party for pair in (*together, *apart) for party in pair):
        if party not in chosen:
            message = f"{party} is to stand with or against others, and is not among the parties"
            raise ScenarioError(message)
    for one, other in (*together, *apart):
        if one == other:
            message = f"{one} and {other} are one party; a condition is on two"
            raise ScenarioError(message)
    found = tuple(
        way
        for way in (structure(row, chosen) for row in partitions(len(chosen)))
        if all(_joined(way, *pair) for pair in together)
        and not any(_joined(way, *pair) for pair in apart)
    )
    if not found:
        message = "no structure is left: some that must stand together may not"
        raise ScenarioError(message)
    return found


def _joined(way: Structure, one: str, other: str) -> bool:
    return any(one in bloc and other in bloc for bloc in way)


def pairs(text: str, region: Region) -> tuple[tuple[str, str], ...]:
    """Pairs of party ids from "LF+INC,ISF+JUP".

    Raises:
        ScenarioError: for anything that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    found = []
    for part in text.split(",") if text.strip() else ():
        names = [name.strip() for name in part.split("+")]
        if len(names) != 2 or not all(names):  # noqa: PLR2004 - a pair
            message = f"'{part.strip()}' is no pair; write pairs as LF+INC,ISF+JUP"
            raise ScenarioError(message)
        one, other = (region.party(name).id for name in names)
        found.append((one, other))
    return tuple(found)
