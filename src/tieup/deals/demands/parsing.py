"""Parsing: demands as people write them on a command line."""

from collections.abc import Iterable, Iterator
from typing import TypedDict, Unpack

from tieup.deals.demands.demands import (
    Balance,
    Cap,
    Demand,
    Demands,
    Friendly,
    Must,
    Never,
    Quota,
    Reserved,
    Sitting,
)
from tieup.deals.errors import DealError
from tieup.regions import Region

_QUOTA = "ISF=30..45, LF=120 or INC=..92"
_SEATS = "ISF=Bhangar,101"
_RESERVE = "INC+LF=12,13"
_BALANCE = "INC@Murshidabad=5..8"
_BOTH = "LF+INC or LF+INC=46,56"
_SWAP = "Bhangar=INC"
_LADDER = "ISF=30..45"
_PAIR = "LF+INC"
#: No number of seats has as many.
_DIGITS = 30


class DemandTexts(TypedDict, total=False):
    """Demands as people write them; what is left out asks for nothing.

    Attributes:
        quota: numbers of seats: "ISF=30..45", "LF=120" (exactly), "INC=..92", "ISF=30..".
        must: seats that a partner must have, by number or name: "ISF=Bhangar,101".
        never: seats that it must not have, as must.
        reserve: who alone may stand there: "INC+LF=12,13".
        balance: numbers by district: "INC@Murshidabad=5..8".
        both: seats in which two may stand against each other: "LF+INC=46,56", or "LF+INC" for
            everywhere.
        sitting: whether who holds a seat keeps it.
        changes: most seats to change from the deal of the base; any number where None.
    """

    quota: Iterable[str]
    must: Iterable[str]
    never: Iterable[str]
    reserve: Iterable[str]
    balance: Iterable[str]
    both: Iterable[str]
    sitting: bool
    changes: int | None


def parse_demands(region: Region, **texts: Unpack[DemandTexts]) -> Demands:
    """Demands from texts about the parties of a region.

    Raises:
        DealError: for a text that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    found: list[Demand] = []
    for text in texts.get("quota", ()):
        name, bounds = _halves(text, "quota", _QUOTA)
        least, most = _range(bounds, text, "quota", _QUOTA)
        found.append(Quota(partner=region.party(name).id, least=least, most=most))
    found += [Must(partner=p, seats=s) for p, s in _seats(region, texts.get("must", ()), "must")]
    found += [Never(partner=p, seats=s) for p, s in _seats(region, texts.get("never", ()), "never")]
    for text in texts.get("reserve", ()):
        names, seats = _halves(text, "reserve", _RESERVE)
        listed = _listed(seats, _unreadable(text, "reserve", _RESERVE))
        found.append(Reserved(partners=_partners(region, names), seats=listed))
    for text in texts.get("balance", ()):
        place, bounds = _halves(text, "balance", _BALANCE)
        name, at, district = place.partition("@")
        if not (name.strip() and at and district.strip()):
            raise _unreadable(text, "balance", _BALANCE)
        least, most = _range(bounds, text, "balance", _BALANCE)
        partner = region.party(name.strip()).id
        found.append(Balance(partner=partner, district=district.strip(), least=least, most=most))
    if texts.get("sitting"):
        found.append(Sitting())
    changes = texts.get("changes")
    if changes is not None:
        found.append(Cap(most=changes))
    return Demands(all=tuple(found), friendly=tuple(_both(region, texts.get("both", ()))))


def parse_swaps(region: Region, texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Who stands instead, by seat, from texts such as "Bhangar=INC" or "101=LF+ISF".

    Raises:
        DealError: for a text that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    halves = (_halves(text, "swap", _SWAP) for text in texts)
    return {seat: _partners(region, names) for seat, names in halves}


def parse_ladder(region: Region, text: str) -> tuple[str, int, int]:
    """A partner, an offer and what is asked, from "ISF=30..45".

    Raises:
        DealError: for a text that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    name, bounds = _halves(text, "ladder", _LADDER)
    least, most = _range(bounds, text, "ladder", _LADDER)
    if most is None:
        raise _unreadable(text, "ladder", _LADDER)
    return region.party(name).id, least, most


def parse_pair(region: Region, text: str) -> tuple[str, str]:
    """Two partners, from "LF+INC".

    Raises:
        DealError: for a text that is not of two.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    return _two(region, text, _unreadable(text, "frontier", _PAIR))


def _both(region: Region, texts: Iterable[str]) -> Iterator[Friendly]:
    for text in texts:
        names, equals, seats = text.partition("=")
        unreadable = _unreadable(text, "both", _BOTH)
        where = _listed(seats, unreadable) if equals else None
        yield Friendly(partners=_two(region, names, unreadable), seats=where)


def _seats(
    region: Region, texts: Iterable[str], noun: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for text in texts:
        name, seats = _halves(text, noun, _SEATS)
        yield region.party(name).id, _listed(seats, _unreadable(text, noun, _SEATS))


def _partners(region: Region, names: str) -> tuple[str, ...]:
    return tuple(region.party(name.strip()).id for name in names.split("+"))


def _two(region: Region, names: str, unreadable: DealError) -> tuple[str, str]:
    partners = _partners(region, names)
    if len(partners) != 2 or partners[0] == partners[1]:  # noqa: PLR2004 - a pair
        raise unreadable
    return partners[0], partners[1]


def _listed(seats: str, unreadable: DealError) -> tuple[str, ...]:
    found = tuple(seat.strip() for seat in seats.split(",") if seat.strip())
    if not found:
        raise unreadable
    return found


def _range(bounds: str, text: str, noun: str, example: str) -> tuple[int, int | None]:
    low, dots, high = (part.strip() for part in bounds.partition(".."))
    numbers = [part for part in (low, high) if part]
    if not numbers or not all(n.isdecimal() and len(n) <= _DIGITS for n in numbers):
        raise _unreadable(text, noun, example)
    least = int(low) if low else 0
    return least, (int(high) if high else None) if dots else least


def _halves(text: str, noun: str, example: str) -> tuple[str, str]:
    left, equals, right = (part.strip() for part in text.partition("="))
    if not (left and equals and right):
        raise _unreadable(text, noun, example)
    return left, right


def _unreadable(text: str, noun: str, example: str) -> DealError:
    return DealError(f"{noun} '{text}' can't be read; write it as {example}")
