"""The place and day in front of a story are no part of what it tells."""

import pytest

from tellings import statements
from tieup.regions import Region

TOLD = "The ISF wants 40 seats from the Left Front."


@pytest.mark.parametrize(
    "dateline",
    [
        "Kolkata: ",
        "KOLKATA: ",
        "Malda, January 14: ",
        "New Delhi, Jan 14 (PTI) ",
        "Howrah, 14 January 2026 - ",
        "Siliguri (IANS): ",
        "Cooch Behar, Jan. 14 (UNI) — ",
    ],
)
def test_a_dateline_is_no_place_and_no_quote(dateline: str, bengal: Region) -> None:
    (found,) = statements(dateline + TOLD, bengal)
    assert (found.quote, found.places) == (TOLD, ())
    assert found.start == len(dateline)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Malda the ISF wants 4 seats from the Left Front.", ("Malda",)),
        (
            "The ISF wants an alliance with the Left Front: in Malda and in Nadia.",
            ("Malda", "Nadia"),
        ),
        ("Kolkata: The ISF wants 4 seats in Malda from the Left Front.", ("Malda",)),
    ],
)
def test_places_of_what_is_told_stay(text: str, places: tuple[str, ...], bengal: Region) -> None:
    assert {s.places for s in statements(text, bengal)} == {places}


def test_a_partys_name_is_no_dateline(bengal: Region) -> None:
    (found, *_) = statements(f"ISF: {TOLD}", bengal)
    assert found.quote.startswith("ISF")
