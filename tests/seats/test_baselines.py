"""Baselines: by hand."""

import numpy as np
import pytest

from tieup.scenarios import ScenarioError
from tieup.seats.baselines import opposition_unity, proportional_swing, uniform_swing
from tieup.seats.contest import Contest
from tieup.seats.tables import contest_from_table


def votes(*seats: dict[str, float]) -> Contest:
    return contest_from_table(
        [
            {"seat": no, "party": party, "candidate": party, "votes": count}
            for no, seat in enumerate(seats, start=1)
            for party, count in seat.items()
        ]
    )


BASE = votes({"A": 60, "B": 40}, {"A": 20, "B": 80})


def of(contest: Contest, party: str) -> list[float]:
    mine = contest.of(frozenset({party}))
    return [float(row[here].sum()) for row, here in zip(contest.votes, mine, strict=True)]


def test_uniform_swing_gives_the_same_points_everywhere() -> None:
    moved = uniform_swing(BASE, {"A": 0.5, "B": 0.5})
    assert of(moved, "A") == pytest.approx([70, 30])
    assert of(moved, "B") == pytest.approx([30, 70])


def test_proportional_swing_gives_the_same_factor_everywhere() -> None:
    moved = proportional_swing(BASE, {"A": 0.5, "B": 0.5})
    assert of(moved, "A") == pytest.approx([75, 25])
    assert of(moved, "B") == pytest.approx([40 / 1.2, 80 / 1.2])


def test_nobody_has_less_than_nothing() -> None:
    moved = uniform_swing(BASE, {"A": 0.0})
    assert of(moved, "A") == [20, 0] or min(of(moved, "A")) >= 0


def test_a_party_without_votes_comes_level() -> None:
    base = votes({"A": 60, "N": 0}, {"A": 100, "N": 0})
    for swing in (uniform_swing, proportional_swing):
        moved = swing(base, {"N": 0.25})
        assert of(moved, "N") == pytest.approx([15, 25])


@pytest.mark.parametrize("swing", [uniform_swing, proportional_swing])
def test_impossible_shares_are_refused(swing: object) -> None:
    assert callable(swing)
    with pytest.raises(ScenarioError, match="Z did not stand"):
        swing(BASE, {"Z": 0.1})
    with pytest.raises(ScenarioError, match="A can't have 120 percent"):
        swing(BASE, {"A": 1.2})


def test_opposition_unity_is_the_largest_opponents_part() -> None:
    base = votes({"G": 50, "A": 30, "B": 20}, {"G": 10, "A": 0}, {"A": 7, "B": 7})
    assert opposition_unity(base, ["G"]) == pytest.approx(np.array([60, 100, 50]))
    with pytest.raises(ScenarioError, match="did not stand"):
        opposition_unity(base, ["Z"])
