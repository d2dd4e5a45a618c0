"""Parsing: demands as people write them on a command line."""

from collections.abc import Iterable, Iterator

from tieup.deals.demands import (
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
_RESERVED = "INC+LF=12,13"
_BALANCE = "INC@Murshidabad=5..8"
_FRIENDLY = "LF+INC or LF+INC=46,56"
_SWAP = "Bhangar=INC"
_LADDER = "ISF=30..45"


def parse_demands(  # noqa: PLR0913 - all but the region are by keyword
    region: Region,
    *,
    quotas: Iterable[str] = (),
    must: Iterable[str] = (),
    never: Iterable[str] = (),
    reserved: Iterable[str] = (),
    balance: Iterable[str] = (),
    friendly: Iterable[str] = (),
    sitting: bool = False,
    changes: int | None = None,
) -> Demands:
    """Demands from texts.

    Args:
        region: whose parties they name.
        quotas: "ISF=30..45", "LF=120" (exactly), "INC=..92", "ISF=30..".
        must: "ISF=Bhangar,101", seats by number or name.
        never: as must.
        reserved: "INC+LF=12,13", who alone may stand there.
        balance: "INC@Murshidabad=5..8".
        friendly: "LF+INC=46,56", or "LF+INC" for everywhere.
        sitting: who holds a seat keeps it.
        changes: seats that may change from the deal of the base at most.

    Raises:
        DealError: for a text that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    found: list[Demand] = []
    for text in quotas:
        name, bounds = _halves(text, "quota", _QUOTA)
        least, most = _range(bounds, text, "quota", _QUOTA)
        found.append(Quota(partner=region.party(name).id, least=least, most=most))
    found += [Must(partner=p, seats=s) for p, s in _seats(region, must, "must")]
    found += [Never(partner=p, seats=s) for p, s in _seats(region, never, "never")]
    for text in reserved:
        names, seats = _halves(text, "reserve", _RESERVED)
        found.append(Reserved(partners=_partners(region, names), seats=_listed(seats)))
    for text in balance:
        place, bounds = _halves(text, "balance", _BALANCE)
        name, at, district = place.partition("@")
        if not (name.strip() and at and district.strip()):
            raise _unreadable(text, "balance", _BALANCE)
        least, most = _range(bounds, text, "balance", _BALANCE)
        partner = region.party(name.strip()).id
        found.append(Balance(partner=partner, district=district.strip(), least=least, most=most))
    if sitting:
        found.append(Sitting())
    if changes is not None:
        found.append(Cap(most=changes))
    return Demands(all=tuple(found), friendly=tuple(_friendly(region, friendly)))


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


def _friendly(region: Region, texts: Iterable[str]) -> Iterator[Friendly]:
    for text in texts:
        names, equals, seats = text.partition("=")
        partners = _partners(region, names)
        if len(partners) != 2 or (equals and not seats.strip()):  # noqa: PLR2004 - a pair
            raise _unreadable(text, "friendly", _FRIENDLY)
        yield Friendly(partners=partners, seats=_listed(seats) if equals else None)


def _seats(
    region: Region, texts: Iterable[str], noun: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for text in texts:
        name, seats = _halves(text, noun, _SEATS)
        yield region.party(name).id, _listed(seats)


def _partners(region: Region, names: str) -> tuple[str, ...]:
    return tuple(region.party(name.strip()).id for name in names.split("+"))


def _listed(seats: str) -> tuple[str, ...]:
    return tuple(seat.strip() for seat in seats.split(",") if seat.strip())


def _range(bounds: str, text: str, noun: str, example: str) -> tuple[int, int | None]:
    low, dots, high = (part.strip() for part in bounds.partition(".."))
    if not all(part.isdecimal() for part in (low, high) if part) or not (low or high):
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
