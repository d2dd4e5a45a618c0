"""Small houses with a few draws, in which every deal can be tried."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from hypothesis import strategies as st

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
from tieup.deals.prospects import Footing, Option, Prospects, Winners, prospects
from tieup.seats.contest import Ints

NAMES = ("A", "B", "C")
PAIR: Option = ("A", "B")


@st.composite
def houses(draw: st.DrawFn, *, most_seats: int = 5, friendly: bool = False) -> Prospects:
    """Prospects by luck of a drawn seed; every second seat is in the east."""
    partners = NAMES[: draw(st.integers(2, 3))]
    seats, draws = draw(st.integers(1, most_seats)), draw(st.integers(1, 24))
    luck = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    ease = draw(st.sampled_from([0.1, 0.5, 0.9]))
    wins = luck.random((draws, seats, len(partners))) < ease * luck.random((seats, len(partners)))
    alone = (luck.integers(-4, len(partners), (draws, seats)))[:, :, None] == np.arange(
        len(partners)
    )
    votes = luck.integers(0, 50, (seats, len(partners))).astype(np.float64)
    places = np.where(votes > 0, np.argsort(np.argsort(-votes, axis=1), axis=1) + 1, 0)
    pairs: dict[Option, Winners] = {}
    if friendly:
        pairs[PAIR] = luck.integers(-1, 2, (draws, seats)).astype(np.int8)
    found = prospects(
        partners=partners,
        wins=wins,
        alone=alone,
        mark=seats // 2 + 1,
        districts=["east" if seat % 2 else "west" for seat in range(seats)],
        friendly=pairs,
        sitting={no: partners[luck.integers(len(partners))] for no in range(1, seats + 1, 3)},
        previous={no: (partners[luck.integers(len(partners))],) for no in range(1, seats + 1)},
        footing=Footing(
            base="2021", votes=votes, places=places, parties=tuple(partners for _ in range(seats))
        ),
    )
    outside = luck.integers(0, 2, draws)
    return replace(found, elsewhere=outside)


@st.composite
def demands(draw: st.DrawFn, house: Prospects, *, friendly: bool = False) -> Demands:
    """Up to four demands of any kind, which may contradict each other."""
    seats = st.integers(1, len(house.numbers))
    partner = st.sampled_from(house.partners)
    some = st.lists(seats, min_size=1, max_size=2, unique=True).map(tuple)
    bounds = st.tuples(st.integers(0, len(house.numbers)), st.integers(0, len(house.numbers)))

    def quota(p: str, b: tuple[int, int]) -> Demand:
        return Quota(partner=p, least=min(b), most=max(b))

    def balance(p: str, b: tuple[int, int]) -> Demand:
        return Balance(partner=p, district="WEST", least=min(b) // 2, most=max(b) // 2)

    kinds: list[st.SearchStrategy[Demand]] = [
        st.builds(quota, partner, bounds),
        st.builds(balance, partner, bounds),
        st.builds(lambda p, s: Must(partner=p, seats=s), partner, some),
        st.builds(lambda p, s: Never(partner=p, seats=s), partner, some),
        st.builds(lambda p, s: Reserved(partners=(p,), seats=s), partner, some),
        st.just(Sitting()),
        st.builds(lambda n: Cap(most=n), st.integers(0, len(house.numbers))),
    ]
    leave = (Friendly(partners=PAIR, most=draw(st.integers(0, 2))),) if friendly else ()
    return Demands(all=tuple(draw(st.lists(st.one_of(kinds), max_size=4))), friendly=leave)


@dataclass(frozen=True)
class Told:
    """A deal as words would check it: who stands in each seat."""

    house: Prospects
    standing: tuple[tuple[str, ...], ...]

    def meets(self, asked: Demands) -> bool:
        """Whether it keeps to all demands, by their words alone."""
        allowed = [set(leave.partners) for leave in asked.friendly]
        for leave in asked.friendly:
            meetings = sum(set(who) == set(leave.partners) for who in self.standing)
            if leave.most is not None and meetings > leave.most:
                return False
        if any(len(who) > 1 and set(who) not in allowed for who in self.standing):
            return False
        return all(self._meets(demand) for demand in asked.all)

    def _meets(self, demand: Demand) -> bool:  # noqa: PLR0911 - one a kind
        house, standing = self.house, self.standing
        match demand:
            case Quota(partner=p, least=least, most=most):
                count = sum(p in who for who in standing)
                return least <= count and (most is None or count <= most)
            case Balance(partner=p, least=least, most=most):
                count = sum(
                    p in who and house.districts[n] == "west" for n, who in enumerate(standing)
                )
                return least <= count and (most is None or count <= most)
            case Must(partner=p, seats=seats):
                return all(p in standing[int(no) - 1] for no in seats)
            case Never(partner=p, seats=seats):
                return all(p not in standing[int(no) - 1] for no in seats)
            case Reserved(partners=partners, seats=seats):
                return all(set(standing[int(no) - 1]) <= set(partners) for no in seats)
            case Sitting():
                return all(standing[no - 1] == (p,) for no, p in house.sitting.items())
            case Cap(most=most):
                moved = sum(house.previous[n + 1] != who for n, who in enumerate(standing))
                return moved <= most
        raise AssertionError(demand)


def every_deal(house: Prospects, asked: Demands | None = None) -> Iterator[Ints]:
    """Every choice that keeps to the demands."""
    for options in product(range(len(house.options)), repeat=len(house.numbers)):
        told = Told(house, tuple(house.options[o] for o in options))
        if told.meets(asked or Demands()):
            yield np.array(options)


def seats_won(house: Prospects, chosen: Ints) -> Ints:
    """Shape (draws, partners), one seat at a time."""
    won = np.zeros((house.draws, len(house.partners)), dtype=np.int64)
    for draw in range(house.draws):
        for seat, option in enumerate(chosen.tolist()):
            winner = house.winners[draw, seat, option]
            if winner >= 0:
                won[draw, winner] += 1
    return won
