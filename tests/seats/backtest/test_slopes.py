"""Normal equations of the pull: slopes that are known are found again."""

import numpy as np
import pytest

from tieup.seats.backtest.slopes import Squares


def made(slopes: tuple[float, float, float], noise: float, *, seed: int) -> Squares:
    """Two contenders whose seats keep these parts of their distances."""
    random = np.random.Generator(np.random.PCG64(seed))
    parts = []
    for weight in (0.2, 0.4):
        x = random.standard_normal((400, 3))
        y = x @ np.array(slopes) + noise * random.standard_normal(400)
        parts.append(Squares.of(x, y + 0.7, weight))
    return Squares.summed(parts)


def test_known_slopes_are_found_again() -> None:
    pull = made((0.5, 0.2, 0.1), 0.1, seed=4).pull()
    assert (pull.own, pull.district, pull.earlier) == pytest.approx((0.5, 0.2, 0.1), abs=0.02)


def test_what_slopes_leave_is_the_noise() -> None:
    exact, noisy = made((0.5, 0.2, 0.1), 0.0, seed=5), made((0.5, 0.2, 0.1), 0.3, seed=5)
    assert exact.left_over() == pytest.approx(0, abs=1e-9)
    assert noisy.left_over() == pytest.approx(0.3**2 * 400 * (0.2 + 0.4), rel=0.15)


def test_of_nothing_there_is_nothing() -> None:
    empty = Squares.summed([])
    assert empty.whole == 0
    assert not empty.left.any()
