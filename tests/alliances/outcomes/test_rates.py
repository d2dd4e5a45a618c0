"""Rates from few cases: closed forms of the beta distribution, and what holds of all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.alliances.outcomes.rates import Rate


def test_with_a_flat_prior_the_quantiles_are_roots() -> None:
    """Beta(n + 1, 1) is the distribution of x^(1/(n + 1)), x even between 0 and 1."""
    for cases in (0, 1, 4, 30):
        rate = Rate.of(cases, cases, prior=0.5, weight=2)
        assert rate.p05 == pytest.approx(0.05 ** (1 / (cases + 1)))
        assert rate.p95 == pytest.approx(0.95 ** (1 / (cases + 1)))
        assert rate.mean == pytest.approx((cases + 1) / (cases + 2))


def test_jeffreys_interval_as_published() -> None:
    """Of the arcsine distribution, Beta(1/2, 1/2), the quantiles are squared sines."""
    rate = Rate.of(0, 0)
    assert rate.p05 == pytest.approx(0.0061558, abs=1e-6)
    assert rate.p95 == pytest.approx(1 - 0.0061558, abs=1e-6)


@given(st.integers(0, 300), st.integers(0, 300), st.floats(0.01, 0.99), st.floats(0.5, 10))
def test_the_mean_lies_in_the_interval_and_misses_mirror_hits(
    hits: int, misses: int, prior: float, weight: float
) -> None:
    rate = Rate.of(hits, hits + misses, prior=prior, weight=weight)
    assert 0 <= rate.p05 <= rate.mean <= rate.p95 <= 1
    mirrored = Rate.of(misses, hits + misses, prior=1 - prior, weight=weight)
    assert mirrored.mean == pytest.approx(1 - rate.mean)
    assert mirrored.p05 == pytest.approx(1 - rate.p95, abs=1e-9)


@given(st.integers(0, 20), st.integers(0, 20))
def test_more_of_the_same_narrows_the_interval(hits: int, misses: int) -> None:
    few = Rate.of(hits, hits + misses)
    many = Rate.of(20 * hits + 20, 20 * (hits + misses) + 40)
    assert many.p95 - many.p05 < few.p95 - few.p05


@pytest.mark.parametrize(
    ("hits", "cases", "prior", "weight"),
    [(2, 1, 0.5, 1), (-1, 1, 0.5, 1), (0, 1, 0, 1), (0, 1, 0.5, 0)],
)
def test_what_is_no_rate_is_told(hits: int, cases: int, prior: float, weight: float) -> None:
    with pytest.raises(ValueError, match="no rate of"):
        Rate.of(hits, cases, prior=prior, weight=weight)
