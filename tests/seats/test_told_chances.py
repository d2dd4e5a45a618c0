"""Chances as they are told: whole, and never more certain than they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.seats.chances import percent


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "0%"),
        (0.0001, "under 1%"),
        (0.005, "under 1%"),
        (0.008, "1%"),
        (0.314, "31%"),
        (0.9949, "99%"),
        (0.9999, "over 99%"),
        (1.0, "100%"),
    ],
)
def test_percent_is_never_more_certain_than_it_is(chance: float, words: str) -> None:
    assert percent(chance) == words


@given(st.floats(0, 1))
def test_only_what_never_or_always_happens_is_called_so(chance: float) -> None:
    told = percent(chance, " percent")
    assert told.endswith(" percent")
    assert (told == "0 percent") == (chance == 0)
    assert (told == "100 percent") == (chance == 1)
