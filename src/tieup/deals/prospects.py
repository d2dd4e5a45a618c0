"""Prospects: who of the partners would win a seat in each draw, by who of them stands there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tieup.deals.errors import DealError
from tieup.regions import UnknownNameError
from tieup.seats.contest import Bools, Floats, Ints

#: Who of the partners stands in a seat: one of them or, in a friendly contest, several.
Option = tuple[str, ...]
#: Index of the partner that wins a seat; the bloc loses it where NONE.
Winners = NDArray[np.int8]
NONE = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Footing:
    """How the partners stood in each seat at a base: what reasons and rules of thumb rest on.

    Attributes:
        base: what it is called in a sentence, such as "2021".
        votes: shape (seats, partners), their own votes, a front's members added up.
        places: shape (seats, partners), rank among all candidates, 1 the winner; 0 where a partner
            had none.
        parties: by seat and partner, the party whose candidate it is; the partner itself where it
            is no front.
    """

    base: str
    votes: Floats
    places: Ints
    parties: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Prospects:
    """What each way to fill each seat would bring, with luck that all of them share.

    Every array is of the same draws (common random numbers), so that two deals differ by who
    stands, and by nothing else.

    Attributes:
        partners: the parties and fronts that share the seats, in the order in which ties fall.
        numbers, names, districts: of each seat.
        options: the ways to fill a seat: first the partners one by one, in their order, then
            friendly contests.
        winners: shape (draws, seats, options), the partner that wins.
        alone: shape (draws, seats), the partner that wins where all of them stand by themselves.
        mark: seats that make a majority.
        elsewhere: shape (draws,), seats of others that count for the bloc's majority whoever
            stands.
        backing: shape (draws, seats, options), which of those who support the bloc from outside
            wins the seat, or NONE; None where nobody supports it.
        sitting: by seat number, the partner that holds it.
        previous: by seat number, who stood in the deal before.
        footing: None where nothing is known of the past.
        background: by seat number, a note that its reason ends with.
    """

    partners: tuple[str, ...]
    numbers: tuple[int, ...]
    names: tuple[str, ...]
    districts: tuple[str, ...]
    options: tuple[Option, ...]
    winners: Winners
    alone: Winners
    mark: int
    elsewhere: Ints
    sitting: Mapping[int, str] = field(default_factory=dict)
    previous: Mapping[int, Option] = field(default_factory=dict)
    footing: Footing | None = None
    background: Mapping[int, str] = field(default_factory=dict)
    backing: Winners | None = None

    def __post_init__(self) -> None:
        """Check that it is of one piece.

        Raises:
            DealError: where it is not.
        """
        singles = tuple((partner,) for partner in self.partners)
        if len(set(self.partners)) < len(self.partners) or not self.partners:
            message = "a deal is between partners, each named once"
            raise DealError(message)
        if self.options[: len(singles)] != singles or len(set(self.options)) < len(self.options):
            message = "the first options are the partners one by one, and none stands twice"
            raise DealError(message)
        draws = len(self.winners)
        shapes = (self.winners.shape, self.alone.shape, self.elsewhere.shape)
        seats = len(self.numbers)
        if not draws or not seats:
            message = "there is no draw or no seat to share"
            raise DealError(message)
        if shapes != ((draws, seats, len(self.options)), (draws, seats), (draws,)):
            message = f"shapes {shapes} are not of {draws} draws and {seats} seats"
            raise DealError(message)
        if self.backing is not None and self.backing.shape != self.winners.shape:
            message = f"backing {self.backing.shape} is not of the winners' {self.winners.shape}"
            raise DealError(message)

    @property
    def draws(self) -> int:
        """How many there are."""
        return len(self.winners)

    @cached_property
    def wins(self) -> Bools:
        """Shape (draws, seats, options): whether the bloc wins the seat."""
        wins: Bools = self.winners != NONE
        return wins

    @cached_property
    def counted(self) -> Bools:
        """Shape (draws, seats, options): whether the seat counts for the bloc's majority.

        A backer's doesn't in draws in which it has a majority by itself whoever stands; in those in
        which that hangs on the deal it does here, so that a bound on these is one on what counts.
        """
        counted = self.wins.copy()
        for won in self._by_backer():
            counted |= won & (won.all(axis=2).sum(axis=1) < self._half)[:, None, None]
        return counted

    def backed(self, chosen: Ints) -> Ints:
        """Shape (draws,): seats from outside in a deal; a majority by itself supports nobody."""
        backed: Ints = self.elsewhere.copy()
        for won in self._by_backer():
            seats = won[:, np.arange(len(chosen)), chosen].sum(axis=1)
            backed += np.where(seats < self._half, seats, 0)
        return backed

    def _by_backer(self) -> Iterator[Bools]:
        if self.backing is not None:
            for backer in range(int(self.backing.max()) + 1):
                yield self.backing == backer

    @property
    def _half(self) -> int:
        return len(self.numbers) // 2 + 1

    @cached_property
    def counts(self) -> Ints:
        """Shape (partners, seats, options): draws in which a partner wins; exact."""
        counts = np.zeros((len(self.partners), *self.winners.shape[1:]), dtype=np.int64)
        for option, standing in enumerate(self.options):
            for partner in map(self.index, standing):
                counts[partner, :, option] = (self.winners[:, :, option] == partner).sum(axis=0)
        return counts

    @cached_property
    def alone_counts(self) -> Ints:
        """Shape (partners,): seats won over all draws where everybody stands alone."""
        counts: Ints = np.array([(self.alone == p).sum() for p in range(len(self.partners))])
        return counts

    @cached_property
    def stands(self) -> Bools:
        """Shape (partners, options): whether a partner stands in an option."""
        return np.array([[p in standing for standing in self.options] for p in self.partners])

    @cached_property
    def bonus(self) -> Floats:
        """Shape (seats, options): what orders options of equal worth; a whole house adds up to < 1.

        The option whose partner had the larger part of the partners' votes at the base comes first,
        to a thousandth; then the earlier one in `options`. A friendly contest comes last.
        """
        seats, options = self.winners.shape[1:]
        parts = np.zeros((seats, options))
        if self.footing is not None:
            votes = self.footing.votes
            sums = votes.sum(axis=1, keepdims=True)
            mine = np.divide(votes, sums, out=np.zeros_like(votes), where=sums > 0)
            parts[:, : len(self.partners)] = np.round(1000 * mine)
        steps = parts * options + np.arange(options)[::-1]
        bonus: Floats = steps / (seats * 1001 * options)
        return bonus

    def index(self, partner: str) -> int:
        """The partner's place.

        Raises:
            UnknownNameError: with the partners there are.
        """
        if partner not in self.partners:
            noun = "partner"
            raise UnknownNameError(noun, partner, self.partners)
        return self.partners.index(partner)

    def seat(self, given: str | int) -> int:
        """The place of a seat, by its number or its name in capitals or not.

        Raises:
            UnknownNameError: with the nearest known names.
            DealError: for a number that no seat has.
        """
        text = str(given).strip()
        if text.isdecimal():
            known = [*map(str, self.numbers)]
            if text.lstrip("0") not in known:
                message = f"there is no seat {text}; they are {known[0]} to {known[-1]}"
                raise DealError(message)
            return known.index(text.lstrip("0"))
        found = [n for n, name in enumerate(self.names) if name.casefold() == text.casefold()]
        if not found:
            noun = "seat"
            raise UnknownNameError(noun, text, self.names)
        if len(found) > 1:
            numbers = ", ".join(str(self.numbers[n]) for n in found)
            message = f"seats {numbers} are all called {text}; give the number"
            raise DealError(message)
        return found[0]

    def district(self, given: str) -> tuple[list[int], str]:
        """The seats of a district, and its name.

        Raises:
            UnknownNameError: with the nearest known names.
        """
        wanted = given.strip().casefold()
        found = [n for n, name in enumerate(self.districts) if name.casefold() == wanted]
        if not found:
            noun = "district"
            raise UnknownNameError(noun, given, self.districts)
        return found, self.districts[found[0]]

    def won(self, chosen: Ints) -> Winners:
        """Shape (draws, seats): who wins each seat in each draw of a deal."""
        won: Winners = self.winners[:, np.arange(len(self.numbers)), chosen]
        return won


def prospects(  # noqa: PLR0913 - all by keyword, and most may be left out
    *,
    partners: Sequence[str],
    wins: Bools,
    alone: Bools,
    mark: int,
    numbers: Sequence[int] | None = None,
    names: Sequence[str] | None = None,
    districts: Sequence[str] | None = None,
    friendly: Mapping[Option, Winners] | None = None,
    elsewhere: Ints | None = None,
    sitting: Mapping[int, str] | None = None,
    previous: Mapping[int, Option] | None = None,
    footing: Footing | None = None,
) -> Prospects:
    """Prospects from wins and losses.

    Args:
        partners: who shares the seats.
        wins: shape (draws, seats, partners), whether the bloc wins where the partner stands for it.
        alone: the same shape, whether the partner wins where all stand by themselves.
        mark: seats that make a majority.
        numbers: of the seats; 1, 2, ... where None.
        names: of the seats; "Seat 1", ... where None.
        districts: of the seats; one for all where None.
        friendly: by option of several partners, shape (draws, seats), who wins, or NONE.
        elsewhere: as in Prospects; nothing where None.
        sitting: as in Prospects.
        previous: as in Prospects.
        footing: as in Prospects.

    Raises:
        DealError: where the arrays don't fit, or two partners win one seat.
    """
    draws, seats, count = wins.shape
    if alone.shape != wins.shape or count != len(partners):
        message = f"wins {wins.shape} and alone {alone.shape} are not of {len(partners)} partners"
        raise DealError(message)
    if (alone.sum(axis=2) > 1).any():
        message = "alone: two partners win one seat in one draw"
        raise DealError(message)
    given = tuple(range(1, seats + 1)) if numbers is None else tuple(numbers)
    pairs = dict(friendly or {})
    singles = np.where(wins, np.arange(count, dtype=np.int8), np.int8(NONE))
    layers = [singles, *(each[:, :, None].astype(np.int8) for each in pairs.values())]
    return Prospects(
        partners=tuple(partners),
        numbers=given,
        names=tuple(f"Seat {no}" for no in given) if names is None else tuple(names),
        districts=("all",) * seats if districts is None else tuple(districts),
        options=(*((partner,) for partner in partners), *pairs),
        winners=np.concatenate(layers, axis=2),
        alone=np.where(alone.any(axis=2), alone.argmax(axis=2), NONE).astype(np.int8),
        mark=mark,
        elsewhere=np.zeros(draws, dtype=np.int64) if elsewhere is None else elsewhere,
        sitting=dict(sitting or {}),
        previous=dict(previous or {}),
        footing=footing,
    )
