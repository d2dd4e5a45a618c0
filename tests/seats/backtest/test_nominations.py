"""Candidates as the base lets foresee them: by strength, by old friendships, and by partings."""

import numpy as np
import pytest
from past_elections import election

from tieup.seats.backtest import Pair, Study, flows, pair
from tieup.seats.backtest.nominations import foreseen
from tieup.seats.backtest.scores import score_of_draws
from tieup.seats.draws import draw
from tieup.seats.errors.errors import NO_ERROR


def standing(found: Pair, seat: int = 0) -> set[str]:
    """Who is foreseen in a seat."""
    known = flows(foreseen(found))
    return {known.contenders[who] for who in known.who[seat] if who >= 0}


def test_everybody_stands_again_and_none_of_the_targets_own() -> None:
    base = election(2000, {"A": 60, "B": 40, "IND:Asha Rao": 5})
    target = election(2005, {"A": 10, "N": 90})
    assert standing(pair(base, target)) == {"A", "B", "IND"}


def test_of_new_partners_the_stronger_stands() -> None:
    allied = (frozenset({"A", "B"}),)
    base = election(2000, {"A": 60, "B": 30, "C": 10}, {"A": 20, "B": 70, "C": 10})
    target = election(2005, {"B": 1, "C": 1}, {"A": 1, "C": 1}, allied=allied)
    found = pair(base, target)
    assert standing(found, 0) == {"A", "C"}
    assert standing(found, 1) == {"B", "C"}


def test_partners_of_old_who_both_stood_do_so_again() -> None:
    allied = (frozenset({"A", "B"}),)
    base = election(2000, {"A": 60, "B": 30, "C": 10}, allied=allied)
    target = election(2005, {"A": 1, "C": 1}, allied=allied)
    assert standing(pair(base, target)) == {"A", "B", "C"}


def test_who_parted_stands_where_the_partner_did() -> None:
    base = election(2000, {"A": 60, "C": 40}, {"B": 60, "C": 40}, allied=(frozenset({"A", "B"}),))
    target = election(2005, {"A": 1, "B": 1, "C": 1}, {"A": 1, "C": 1})
    assert standing(pair(base, target), 0) == standing(pair(base, target), 1) == {"A", "B", "C"}


def test_heirs_stand_for_whom_they_go_on_with() -> None:
    base = election(2000, {"A": 60, "B": 40})
    target = election(2005, {"A1": 1, "A2": 1, "B": 1})
    assert standing(pair(base, target, {"A": ("A1", "A2")})) == {"A1", "A2", "B"}


def test_votes_are_those_of_the_end_and_a_winner_nobody_knew_of_is_no_column() -> None:
    base = election(2000, {"A": 60, "B": 40}, {"A": 60, "B": 40})
    target = election(2005, {"A": 10, "N": 90}, {"A": 55, "N": 45})
    after = foreseen(pair(base, target)).target
    votes = after.slate.contest
    assert votes.statewide(frozenset({"A"})) == pytest.approx(65 / 200)
    assert votes.statewide(frozenset({"B"})) == 0
    assert votes.totals == pytest.approx(np.array([100, 100]))
    assert [after.winners[0] >= 0, after.winners[1] >= 0] == [False, True]


def test_a_winner_nobody_knew_of_is_never_foretold_and_its_seats_count() -> None:
    base = election(2000, {"A": 60, "B": 40}, {"A": 60, "B": 40})
    target = election(2005, {"A": 10, "N": 90}, {"A": 55, "N": 45})
    study = Study(pair=pair(base, target))
    told = study.foreseen
    centre = told.contest(told.own)
    drawn = draw(centre, {name: name for name in centre.parties}, NO_ERROR, draws=0, seed=0)
    score = score_of_draws(told, centre, drawn, truth=study.known)
    assert score.right.tolist() == [False, True]
    assert score.brier.tolist() == [2.0, 0.0]
    assert (score.parties["N"].seats, score.parties["N"].mean) == (1, 0.0)
    assert (score.parties["A"].seats, score.parties["A"].mean) == (1, 2.0)
