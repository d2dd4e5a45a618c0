"""English: what a sentence lists and counts."""

import pytest

from tieup.english import counted, listed


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["LF"], "LF"),
        (["LF", "INC"], "LF and INC"),
        (["LF", "INC", "ISF"], "LF, INC and ISF"),
        (["LF", "INC", "ISF", "JUP"], "LF, INC, ISF and JUP"),
    ],
)
def test_the_last_of_several_is_joined_by_and(names: list[str], told: str) -> None:
    assert listed(iter(names)) == told


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "no seats"), (1, "one seat"), (10, "ten seats"), (11, "11 seats"), (1234, "1,234 seats")],
)
def test_small_numbers_are_spelt_out(number: int, told: str) -> None:
    assert counted(number, "seat") == told


def test_a_plural_of_its_own_is_given() -> None:
    assert counted(1, "constituency", "constituencies") == "one constituency"
    assert counted(2, "constituency", "constituencies") == "two constituencies"
