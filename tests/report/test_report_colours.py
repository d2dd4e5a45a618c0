"""Colours: whatever a pack gives, it shows on both papers and can be written on."""

from hypothesis import given
from hypothesis import strategies as st

from tieup.plots.contrast import contrast
from tieup.regions import Region
from tieup.report.colours import (
    DARK_PAPER,
    LEGIBLE,
    LIGHT_PAPER,
    VISIBLE,
    accent,
    inks,
    stronger,
)
from tieup.report.hexmap import lettered, strength
from tieup.report.outlook import number

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@given(COLOURS)
def test_every_outline_shows_and_every_fill_can_be_written_on(colour: str) -> None:
    light = accent(colour, LIGHT_PAPER)
    dark = accent(stronger(colour, DARK_PAPER, "#ffffff"), DARK_PAPER)
    assert contrast(light.edge, LIGHT_PAPER) >= VISIBLE
    assert contrast(dark.fill, DARK_PAPER) >= VISIBLE
    for ink in (light, dark):
        assert contrast(ink.text, ink.fill) >= LEGIBLE
    assert light.fill == colour


def test_no_id_reaches_the_style(bengal: Region) -> None:
    hostile = "}</style><script>"
    found = inks(["TMC", hostile, "TMC", "INC"], bengal)
    assert [ink.key for ink in found.values()] == ["p0", "p1", "p2"]
    assert found["TMC"].light.fill == bengal.parties["TMC"].colour


def test_letters_are_told_apart() -> None:
    letters = lettered({"TMC": "Trinamool", "BJP": "BJP", "BGPM": "BGPM", "IND": "Independent"})
    assert letters == {"TMC": "T", "BJP": "B", "BGPM": "G", "IND": "I"}


def test_sizes_and_strengths_of_what_is_shown() -> None:
    assert [number(m) for m in (0.32, 9.96, 159.3)] == ["0.3", "10.0", "159"]
    assert [strength(c) for c in (0.2, 0.5, 0.79, 0.8, 1.0)] == [1, 2, 3, 4, 4]
