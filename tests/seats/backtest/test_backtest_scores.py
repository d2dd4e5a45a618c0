"""Scores and trials: by hand, and on the bundled pack."""

import numpy as np
import pytest

from tieup.regions import Region
from tieup.seats.backtest import Past, Study, crps, pairs, pasts, rows, trials, winners_right
from tieup.seats.backtest.trial import OURS, OURS_BLIND, OURS_UNKNOWN


def test_the_score_of_draws_is_the_plain_error_where_all_are_one() -> None:
    assert crps(np.full(50, 7.0), 4.0) == pytest.approx(3)
    assert crps(np.array([0.0, 2.0]), 1.0) == pytest.approx(1 - 0.5)


@pytest.fixture(scope="module")
def assemblies(bengal: Region) -> list[Past]:
    return [each for each in pasts(bengal, ["assembly"]) if each.year > 2015]


def test_a_pack_is_tried_on_itself_with_settings_that_have_not_seen_it(
    assemblies: list[Past],
) -> None:
    studies = [Study(pair=each) for each in pairs(assemblies)]
    told: list[tuple[int, int]] = []
    found = trials(studies, draws=200, progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (6, 6)
    for trial in found:
        seen = trial.settings.errors.pairs
        assert (trial.study.pair.base.id, trial.study.pair.target.id) not in seen
        for score in trial.scores.values():
            assert np.isfinite(score.brier).all()
            assert ((score.brier >= 0) & (score.brier <= 2)).all()
    table = {row.method: row for row in rows(found)}
    assert table[OURS].seats == 588
    assert table[OURS].right > 0.6 * 588
    # Who knows less foretells no more.
    assert table[OURS].brier < table[OURS_UNKNOWN].brier < 1
    assert table[OURS_BLIND].right <= table[OURS].right
    same = winners_right(found, OURS, OURS)
    assert (same.mean, same.low, same.high) == (0, 0, 0)


def test_only_what_was_over_is_used_where_it_is_asked(assemblies: list[Past]) -> None:
    studies = [Study(pair=each) for each in pairs(assemblies)]
    found = trials(studies, until=True, draws=100)
    assert [trial.study.pair.name for trial in found] == ["WB-2021 to WB-2026"]
    assert found[0].settings.errors.pairs == (("WB-2016", "WB-2021"),)
