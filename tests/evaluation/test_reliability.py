"""Reliability: confidences held against how often they are right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.evaluation.reliability import Bin, reliability

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


def test_bins() -> None:
    found = reliability([(0.8, True), (0.85, False), (0.9, True), (1.0, True), (0.0, False)])
    assert [(b.low, b.high, b.right, b.of) for b in found.bins] == [
        (0.0, 0.1, 0, 1),
        (0.8, 0.9, 1, 2),
        (0.9, 1.0, 2, 2),
    ]
    assert found.bins[1].said == pytest.approx(0.825)
    assert found.error == pytest.approx((0 + 2 * 0.325 + 2 * 0.05) / 5)


@pytest.mark.parametrize("tenth", range(10))
def test_a_tenth_begins_its_bin(tenth: int) -> None:
    (one,) = reliability([(round(tenth / 10, 1), True)]).bins
    assert one.low == tenth / 10


@pytest.mark.parametrize(
    ("right", "of", "least", "most"),
    # Newcombe 1998 (Statistics in Medicine 17, 857-872), table I, the score method.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval(right: int, of: int, least: float, most: float) -> None:
    found = Bin(low=0.0, high=0.1, said=0.05, right=right, of=of).interval
    assert found == pytest.approx((least, most), abs=5e-5)


@given(JUDGED)
def test_every_statement_is_in_one_bin(judged: list[tuple[float, bool]]) -> None:
    found = reliability(judged)
    assert found.statements == len(judged)
    assert sum(one.right for one in found.bins) == sum(right for _, right in judged)
    for one in found.bins:
        assert one.low - 1e-12 <= one.said <= one.high + 1e-12
        least, most = one.interval
        assert 0 <= least <= one.share + 1e-9
        assert one.share - 1e-9 <= most <= 1


@given(JUDGED)
def test_the_error_is_a_share(judged: list[tuple[float, bool]]) -> None:
    error = reliability(judged).error
    assert error is not None
    assert 0 <= error <= 1


def test_of_nothing_there_is_no_error() -> None:
    found = reliability([])
    assert (found.bins, found.error) == ((), None)
    assert found.to_json() == {"bins": [], "expected_calibration_error": None}
