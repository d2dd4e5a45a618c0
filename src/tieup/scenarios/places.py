"""Places: seats and districts as people name them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tieup.regions import Region, UnknownNameError
from tieup.scenarios.refusals import ScenarioError


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where something holds: in whole districts, and in single seats; everywhere if neither.

    Attributes:
        districts: names as in Region.districts.
        seats: official numbers.
    """

    districts: tuple[str, ...] = ()
    seats: tuple[int, ...] = ()

    @property
    def everywhere(self) -> bool:
        """Whether no place is named."""
        return not (self.districts or self.seats)

    def numbers(self, region: Region) -> frozenset[int]:
        """Every seat that is meant."""
        if self.everywhere:
            return frozenset(region.constituencies)
        within = (no for no, c in region.constituencies.items() if c.district in self.districts)
        return frozenset((*within, *self.seats))


def places(names: Iterable[str | int], region: Region) -> Places:
    """Districts, areas of the pack and seats; a name that is both means the district.

    Murshidabad is a district of West Bengal and a seat in it: the seat is called by its number.

    Raises:
        UnknownNameError: for none of these, with the nearest known.
    """
    districts: dict[str, None] = {}
    seats: dict[int, None] = {}
    for given in names:
        name = str(given).strip()
        found = _districts(region, name)
        if found:
            districts.update(dict.fromkeys(found))
        else:
            seats[_seat(region, name, or_district=True)] = None
    return Places(districts=tuple(districts), seats=tuple(seats))


def seats(names: Iterable[str | int], region: Region) -> tuple[int, ...]:
    """Numbers of seats from numbers and names, in the order given.

    Raises:
        UnknownNameError: for an unknown seat, with the nearest known.
        ScenarioError: for one that is named twice, or that shares its name with another.
    """
    found = [_seat(region, str(name).strip(), or_district=False) for name in names]
    for number in found:
        if found.count(number) > 1:
            message = f"seat {number} ({region.constituencies[number].name}) is named twice"
            raise ScenarioError(message)
    return tuple(found)


def _districts(region: Region, name: str) -> tuple[str, ...]:
    wanted = name.casefold()
    named: dict[str, tuple[str, ...]] = {
        district.casefold(): (district,) for district in region.districts
    }
    named |= {place.casefold(): tuple(meant) for place, meant in region.places.items()}
    return named.get(wanted, ())


def _seat(region: Region, name: str, *, or_district: bool) -> int:
    if name.isdecimal() and int(name) in region.constituencies:
        return int(name)
    called = _called(_Seats(region)).get(name.casefold(), ())
    if len(called) > 1:
        message = f"{len(called)} seats are called {name}: {', '.join(map(str, called))}; give one"
        raise ScenarioError(message)
    if called:
        return called[0]
    known = [c.name for c in region.constituencies.values()]
    noun = "seat"
    if or_district:
        known += [*region.districts, *region.places]
        noun = "seat or district"
    if name.isdecimal():
        message = f"there is no seat {name}: they are numbered 1 to {len(region.constituencies)}"
        raise ScenarioError(message)
    raise UnknownNameError(noun, name, known)


class _Seats:
    """A region's seats as a key: its digest stands for them."""

    def __init__(self, region: Region) -> None:
        self.region = region

    def __hash__(self) -> int:
        return hash(self.region.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Seats) and other.region.digest == self.region.digest


@lru_cache(maxsize=8)
def _called(of: _Seats) -> dict[str, tuple[int, ...]]:
    """Numbers by name in small letters."""
    found: dict[str, tuple[int, ...]] = {}
    for no, constituency in of.region.constituencies.items():
        key = constituency.name.casefold()
        found[key] = (*found.get(key, ()), no)
    return found
