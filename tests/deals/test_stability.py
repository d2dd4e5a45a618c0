"""Who walks out, worked out by hand; and repairs against every deal tried one by one."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_houses import every_deal, houses, seats_won

from tieup.deals import (
    CONJECTURES,
    Difference,
    Prospects,
    Walkout,
    prospects,
    repaired,
    walkouts,
)
from tieup.deals.outlook import seats_by_draw
from tieup.deals.stability import Structure, Values, partitions
from tieup.seats.contest import Ints


def written(table: Mapping[str, tuple[int, ...]]) -> Values:
    """Values from "A+B/C": seats of A, B and C, the same in every draw."""

    def values(structure: Structure) -> dict[str, Ints]:
        key = "/".join(sorted("+".join(sorted(group)) for group in structure))
        names = sorted(name for group in structure for name in group)
        return {n: np.full(4, s) for n, s in zip(names, table[key], strict=True)}

    return values


def test_partitions_are_as_many_as_bell_counted() -> None:
    for size, bell in enumerate((1, 1, 2, 5, 15, 52)):
        found = list(partitions(tuple("ABCDE"[:size])))
        assert len(found) == len(set(found)) == bell


#: A gains alone if B and C fall apart (gamma), and loses if they stay together (delta). Left to
#: themselves, B and C would part: C is better off alone.
TABLE = {"A/B/C": (6, 2, 4), "A/B+C": (3, 5, 3), "A+B/C": (4, 3, 9), "A+C/B": (4, 1, 4)}
DEAL = {"A": np.full(4, 5), "B": np.full(4, 4), "C": np.full(4, 5)}


def of(found: tuple[Walkout, ...], group: str, conjecture: str) -> Walkout:
    return next(w for w in found if w.group == tuple(group) and w.conjecture == conjecture)


def test_who_walks_out_by_each_conjecture() -> None:
    found = walkouts(("A", "B", "C"), DEAL, written(TABLE))
    assert len(found) == 6 * len(CONJECTURES)
    gains = {c: of(found, "A", c).gains["A"].mean for c in CONJECTURES}
    assert gains == {"gamma": 1, "delta": -2, "pessimistic": -2, "optimistic": 1, "recursive": 1}
    assert of(found, "A", "recursive").others == (("B",), ("C",))
    assert of(found, "A", "gamma").tempted
    assert of(found, "A", "gamma").sure
    assert not of(found, "A", "delta").tempted
    # A and B leave C: nobody is left to regroup, and both lose.
    assert of(found, "AB", "delta").joint.mean == (4 + 3) - (5 + 4)
    # B and C leave A: B would gain, C would not, and B can't leave without it.
    pair = of(found, "BC", "gamma")
    assert {partner: gain.mean for partner, gain in pair.gains.items()} == {"B": 1, "C": -2}
    assert not pair.tempted
    assert not pair.sure
    assert of(found, "C", "delta").gains["C"].mean == 9 - 5
    assert of(found, "C", "gamma").gains["C"].mean == 4 - 5
    assert of(found, "C", "gamma").to_json()["others"] == [["A"], ["B"]]


def test_those_left_stay_together_where_none_of_them_gains_by_parting() -> None:
    table = TABLE | {"A/B+C": (3, 5, 5)}
    found = walkouts(("A", "B", "C"), DEAL, written(table))
    assert of(found, "A", "recursive").others == (("B", "C"),)
    assert of(found, "A", "recursive").gains["A"].mean == -2


def test_intervals_are_of_paired_draws() -> None:
    luck = np.random.default_rng(0).integers(0, 5, 400)
    found = Difference.of(luck - luck + 1)
    assert (found.mean, found.low, found.high) == (1, 1, 1)
    spread = Difference.of(luck - 2)
    error = 1.96 * luck.std(ddof=1) / 20
    assert spread.low == pytest.approx(luck.mean() - 2 - error)
    assert spread.high == pytest.approx(luck.mean() - 2 + error)
    assert spread.p05 <= spread.mean <= spread.p95


def leaving(
    house: Prospects, chosen: Ints, outside: Mapping[tuple[str, ...], tuple[float, ...]]
) -> list[Walkout]:
    now = seats_by_draw(house, chosen).mean(axis=0)
    return [
        Walkout(
            group=group,
            conjecture="gamma",
            others=(),
            gains={
                p: Difference(mean=w - now[house.index(p)], low=0, high=0, p05=0, p95=0)
                for p, w in zip(group, won, strict=True)
            },
            joint=Difference(mean=0, low=0, high=0, p05=0, p95=0),
        )
        for group, won in outside.items()
    ]


def test_a_repair_of_a_large_house_changes_as_few_seats_as_its_gains_ask_for() -> None:
    # Nobody but C would leave: fewest are changed where C has the seats that bring it most.
    luck = np.random.default_rng(5)
    chances = np.sort(luck.random((294, 3)), axis=1)[:, [2, 1, 0]]
    wins = luck.random((400, 294, 3)) < chances
    house = prospects(partners="ABC", wins=wins, alone=np.zeros_like(wins), mark=148)
    chosen = np.arange(294) % 2
    missing = 12.34
    found = repaired(house, chosen, leaving(house, chosen, {("C",): (missing,)}))
    brings = np.sort(house.counts[2, :, 2] / house.draws)[::-1].cumsum()
    assert found.short == 0
    assert len(found.changed) == int(np.searchsorted(brings, missing)) + 1
    assert found.outlook.shares["C"].deal >= missing - 1e-6
    assert all(found.chosen[no - 1] == 2 for no in found.changed)


def test_a_large_house_that_nothing_holds_is_as_little_short_as_can_be() -> None:
    # A and B each want what all seats would bring it: whatever deal, they share what is short.
    luck = np.random.default_rng(6)
    wins = np.repeat(luck.random((200, 294, 1)) < luck.random((294, 1)), 2, axis=2)
    house = prospects(partners="AB", wins=wins, alone=np.zeros_like(wins), mark=148)
    most = float(house.counts[0, :, 0].sum() / house.draws)
    chosen = np.zeros(294, dtype=np.int64)
    found = repaired(house, chosen, leaving(house, chosen, {("A",): (most,), ("B",): (most,)}))
    assert found.short == pytest.approx(most / 2, abs=1 / house.draws)
    for partner in "AB":
        assert found.outlook.shares[partner].deal >= most - found.short - 1e-4


@settings(max_examples=60)
@given(data=st.data())
def test_a_repair_changes_as_few_seats_as_any_deal_that_holds(data: st.DataObject) -> None:
    house = data.draw(houses(most_seats=4))
    chosen = np.array(
        data.draw(
            st.lists(
                st.integers(0, len(house.partners) - 1),
                min_size=len(house.numbers),
                max_size=len(house.numbers),
            )
        )
    )
    some = st.integers(0, 8).map(lambda n: n / 8)
    outside: dict[tuple[str, ...], tuple[float, ...]] = {
        (p,): (data.draw(some),) for p in house.partners
    }
    outside[house.partners[:2]] = (data.draw(some), data.draw(some))

    def short(deal: Ints) -> float:
        won = seats_won(house, deal).mean(axis=0)
        return max(
            min(w - float(won[house.index(p)]) for p, w in zip(group, out, strict=True))
            for group, out in outside.items()
        )

    deals = list(every_deal(house))
    holding = [int((each != chosen).sum()) for each in deals if short(each) <= 1e-9]
    found = repaired(house, chosen, leaving(house, chosen, outside))
    if holding:
        assert found.short == 0
        assert short(found.chosen) <= 1e-6
        assert len(found.changed) == min(holding)
    else:
        least = min(map(short, deals))
        assert found.short == pytest.approx(least, abs=1e-6)
        assert short(found.chosen) == pytest.approx(least, abs=1e-5)
    assert len(found.changed) == int((found.chosen != chosen).sum())
