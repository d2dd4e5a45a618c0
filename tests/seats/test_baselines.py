"""Baselines: by hand."""

import numpy as np
import pytest

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.seats import project
from tieup.seats.baselines import (
    baselines,
    opposition_unity,
    proportional_swing,
    uniform_swing,
)
from tieup.seats.contest import Contest
from tieup.seats.tables import slate_from_table


def votes(*seats: dict[str, float]) -> Contest:
    rows = [
        {"seat": no, "party": party, "candidate": party, "votes": count}
        for no, seat in enumerate(seats, start=1)
        for party, count in seat.items()
    ]
    return slate_from_table(rows).contest


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


STRUCTURE = (("LF", "INC", "ISF"), ("TMC",), ("BJP",))


def test_without_swing_the_rules_of_thumb_are_the_scenario_itself(bengal: Region) -> None:
    scenario = Scenario(base="WB-2021", blocs=STRUCTURE)
    found = baselines(bengal, scenario)
    plain = project(bengal, scenario, draws=0)
    assert found.blocs == STRUCTURE
    assert found.uniform == found.proportional == tuple(bloc.no_error for bloc in plain.blocs)
    assert found.government == ("TMC",)
    assert found.unity == found.unity_before


def test_a_front_swings_as_one_and_shares_are_met_by_either_rule(bengal: Region) -> None:
    swing = baselines(bengal, Scenario(base="WB-2021", blocs=STRUCTURE, swing={"LF": 25.0}))
    still = baselines(bengal, Scenario(base="WB-2021", blocs=STRUCTURE))
    assert swing.uniform[0] > still.uniform[0]
    shares = Scenario(base="WB-2021", blocs=STRUCTURE, shares={"BJP": 46.0, "TMC": 41.0})
    found = baselines(bengal, shares)
    assert found.uniform[2] > found.uniform[1]
    assert found.proportional != found.uniform


def test_an_alliance_unites_the_opposition(bengal: Region) -> None:
    apart = baselines(bengal, Scenario(base="WB-2026", blocs=(("TMC",), ("INC",), ("LF",))))
    united = baselines(bengal, Scenario(base="WB-2026", blocs=(("TMC", "INC", "LF"),)))
    assert apart.government == united.government == ("BJP",)
    assert apart.unity_before == united.unity_before
    assert 0 < apart.unity < united.unity <= 100
