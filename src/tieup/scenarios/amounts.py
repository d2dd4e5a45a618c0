"""Amounts: swing, shares and transfer as people write them on a command line.

A share or a transfer may carry its standard error after a tilde: "BJP=46~1.5", "INC:LF=0.6~0.1".
"""

import math
from collections.abc import Iterator

from tieup.regions import Region
from tieup.scenarios.refusals import ScenarioError, unreadable

Pair = tuple[str, str]

_SWING = "BJP=+2,TMC=-1"
_SHARES = "BJP=46,TMC=41"
_TRANSFER = "INC:LF=0.6,LF:INC=0.5"


def parse_swing(text: str, region: Region) -> dict[str, float]:
    """Points by party id from "BJP=+2,TMC=-1".

    Raises:
        ScenarioError: for anything that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    found = dict(_by_party(text, region, "swing", _SWING))
    for party, (_, error) in found.items():
        if error is not None:
            message = f"swing {party}: a swing has no error; give a share with one (--shares)"
            raise ScenarioError(message)
    return {party: points for party, (points, _) in found.items()}


def parse_shares(text: str, region: Region) -> dict[str, float]:
    """Percent by party id from "BJP=46,TMC=41~1.5"; their errors are parse_share_errors'.

    Raises:
        ScenarioError: for anything that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    return {p: share for p, (share, _) in _by_party(text, region, "shares", _SHARES)}


def parse_share_errors(text: str, region: Region) -> dict[str, float]:
    """Standard errors in points, by party id, of those shares that carry one.

    Raises:
        ScenarioError, UnknownNameError: as parse_shares.
    """
    found = _by_party(text, region, "shares", _SHARES)
    return {party: error for party, (_, error) in found if error is not None}


def parse_transfer(text: str, region: Region) -> dict[Pair, float]:
    """Parts by (from, to) from "INC:LF=0.6~0.1,LF:INC=0.5".

    Raises:
        ScenarioError: for anything that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    return {pair: part for pair, (part, _) in _by_pair(text, region)}


def parse_transfer_errors(text: str, region: Region) -> dict[Pair, float]:
    """Standard errors, by (from, to), of those parts that carry one.

    Raises:
        ScenarioError, UnknownNameError: as parse_transfer.
    """
    return {pair: error for pair, (_, error) in _by_pair(text, region) if error is not None}


def pair_of(name: str, region: Region) -> Pair | None:
    """Two party ids from "INC:LF"; None where there are not two names.

    Raises:
        UnknownNameError: for an unknown party, with the nearest known.
    """
    one, _, other = (part.strip() for part in name.partition(":"))
    return (region.party(one).id, region.party(other).id) if one and other else None


def amount_of(text: str) -> tuple[float, float | None] | None:
    """An amount and its error from "0.6" or "0.6~0.1"; None where it can't be read."""
    written, tilde, error = text.partition("~")
    try:
        found = float(written), float(error) if tilde else None
    except ValueError:
        return None
    return found if all(math.isfinite(n) for n in found if n is not None) else None


def _by_party(
    text: str, region: Region, noun: str, example: str
) -> Iterator[tuple[str, tuple[float, float | None]]]:
    """(party id, amount and error), no party twice."""
    seen = set()
    for name, amount, _ in _amounts(text, noun, example):
        party = region.party(name).id
        if party in seen:
            message = f"{noun}: {party} is given twice"
            raise ScenarioError(message)
        seen.add(party)
        yield party, amount


def _by_pair(text: str, region: Region) -> Iterator[tuple[Pair, tuple[float, float | None]]]:
    """(pair, amount and error), no pair twice."""
    seen = set()
    for name, amount, given in _amounts(text, "transfer", _TRANSFER):
        pair = pair_of(name, region)
        if pair is None:
            raise unreadable(given, "transfer", _TRANSFER)
        if pair in seen:
            message = f"transfer: {pair[0]}:{pair[1]} is given twice"
            raise ScenarioError(message)
        seen.add(pair)
        yield pair, amount


def _amounts(
    text: str, noun: str, example: str
) -> Iterator[tuple[str, tuple[float, float | None], str]]:
    """(name, amount and error, as given) for each "name=amount" between the commas."""
    for part in text.split(",") if text.strip() else ():
        name, equals, written = (piece.strip() for piece in part.partition("="))
        amount = amount_of(written)
        if not (equals and name and amount):
            raise unreadable(part, noun, example)
        yield name, amount, part.strip()
