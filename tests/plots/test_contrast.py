"""Contrast: WCAG's ratio, and colours between two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.plots.contrast import contrast, luminance, mix

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@given(COLOURS, COLOURS)
def test_contrast_is_the_standards(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


def test_contrast_of_known_pairs() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_a_mixture_lies_between_its_colours(one: str, other: str, part: float) -> None:
    assert mix(one, other, 0) == one
    assert mix(one, other, 1) == other
    dim, bright = sorted(map(luminance, (one, other)))
    if one[1:3] == one[3:5] == one[5:7] and other[1:3] == other[3:5] == other[5:7]:
        assert dim <= luminance(mix(one, other, part)) <= bright


@pytest.mark.parametrize("part", [0.25, 0.5])
def test_greys_mix_by_channel(part: float) -> None:
    assert mix("#000000", "#ffffff", part) == "#" + f"{round(255 * part):02x}" * 3
