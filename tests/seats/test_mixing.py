"""Mixed projections: each draw is one election of one structure."""

import pytest

from tieup.regions import Region
from tieup.scenarios import Mixture, Scenario, ScenarioError, mixture
from tieup.seats import project
from tieup.seats.mixing import LEAST, project_mixture

LIKE = Scenario(base="WB-2021", blocs=(("TMC",),), shares={"TMC": 44.0, "BJP": 43.0})
NAMES = ("LF", "INC", "TMC", "BJP")
CHANCES = {("LF", "INC"): 0.6, ("TMC", "INC"): 0.1}


def test_a_certain_structure_is_its_projection(bengal: Region) -> None:
    apart = dict.fromkeys([("LF", "TMC"), ("LF", "BJP"), ("TMC", "BJP"), ("INC", "TMC")], 0.0)
    certain = mixture(NAMES, {**apart, ("INC", "BJP"): 0.0, ("LF", "INC"): 1.0})
    found = project_mixture(bengal, certain, LIKE, draws=300, seed=4)
    plain = project(bengal, LIKE.regrouped((("LF", "INC"), ("TMC",), ("BJP",))), draws=300, seed=4)
    assert found.seats == plain.seats
    assert found.hung == plain.hung
    chances = {party: bloc.majority for bloc in plain.blocs for party in bloc.parties}
    assert found.majority == {party: chances[party] for party in NAMES}


def test_structures_are_drawn_as_often_as_they_are_likely(bengal: Region) -> None:
    mixed = mixture(NAMES, CHANCES)
    found = project_mixture(bengal, mixed, LIKE, draws=400, seed=4)
    assert sum(part.draws for part in found.parts) == 400
    together = sum(
        part.draws for part in found.parts if any({"LF", "INC"} <= set(b) for b in part.structure)
    )
    assert together / 400 == pytest.approx(0.6, abs=0.03)
    assert sum(spread.mean for spread in found.seats.values()) == pytest.approx(294)
    assert found.seats["TMC"].mean == pytest.approx(
        sum(part.draws * part.seats["TMC"] for part in found.parts) / 400
    )
    assert 0 <= found.hung <= 1 - max(found.majority.values())
    # Both have their share of the whole state only where they stand apart.
    assert not any({"TMC", "BJP"} <= set(b) for part in found.parts for b in part.structure)
    assert any("at odds with the assumptions (BJP can't have" in note for note in found.notes)


def test_the_same_seed_gives_the_same(bengal: Region) -> None:
    mixed = mixture(NAMES, CHANCES)
    one, other = (
        project_mixture(bengal, mixed, LIKE, draws=100, seed=9).to_json() for _ in range(2)
    )
    assert one == other


def test_what_is_hardly_likely_is_left_out_and_said(bengal: Region) -> None:
    rare = Mixture(
        parties=("TMC", "BJP"),
        parts=(((("TMC",), ("BJP",)), 1 - LEAST / 2), ((("TMC", "BJP"),), LEAST / 2)),
        missed={},
    )
    found = project_mixture(bengal, rare, LIKE, draws=50)
    assert [part.structure for part in found.parts] == [(("TMC",), ("BJP",))]
    assert any("less likely than one in 1,000" in note for note in found.notes)


def test_assumptions_that_no_structure_can_meet_are_refused(bengal: Region) -> None:
    like = Scenario(base="WB-2021", blocs=(("TMC",),), shares={"JUP": 4.0})
    with pytest.raises(ScenarioError, match="JUP has no votes"):
        project_mixture(bengal, mixture(NAMES, CHANCES), like, draws=50)


def test_no_draw_is_no_mixture(bengal: Region) -> None:
    with pytest.raises(ScenarioError, match="a draw at least"):
        project_mixture(bengal, mixture(NAMES, CHANCES), LIKE, draws=0)
