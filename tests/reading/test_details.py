"""What a statement carries beside its act and its parties, in sentences of ours."""

from datetime import date

import pytest

from tellings import statements
from tieup.articles import Article
from tieup.reading.details import details_of
from tieup.reading.page import Page
from tieup.reading.text.sentences import sentences
from tieup.reading.voices.listener import Listener
from tieup.regions import Region
from tieup.vocabulary import Form

DAY = date(2026, 1, 15)


def seats(text: str, region: Region) -> dict[str, int]:
    """Those of a sentence about the ISF and the Left Front."""
    page = Page.of(Article(id="ours", published=DAY, text=text), region)
    listener = Listener(text, page.everybody, page.quotations, DAY)
    (segment, *_) = listener.segments(next(iter(sentences(text))))
    return details_of(page, segment.span, segment, ("ISF", "LF")).seats


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ISF wants 45 seats of the Left Front.", {"ISF": 45}),
        ("The Left Front has offered the ISF 30 seats.", {"ISF": 30}),
        ("The Left Front offered 30 seats to the ISF.", {"ISF": 30}),
        ("The Left Front would give it 30 seats.", {"ISF": 30}),
        ("The Left Front has given up 30 seats for its partner.", {"ISF": 30}),
        ("The ISF was given 30 seats by the Left Front.", {"ISF": 30}),
        ("The ISF has been quietly left 30 seats.", {"ISF": 30}),
        ("The ISF is to part with 12 seats.", {"LF": 12}),
        ("The Left Front stands in 200 seats, the ISF in 30 seats.", {"LF": 200, "ISF": 30}),
    ],
)
def test_whose_seats_a_number_is(text: str, expected: dict[str, int], bengal: Region) -> None:
    assert seats(text, bengal) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The ISF and the Congress have sealed an electoral pact.", Form.ALLIANCE),
        ("Seat-sharing talks of the ISF and the Congress are on.", Form.SEAT_SHARING),
        ("The CPI(ML) Liberation agreed to give outside support to the Left Front.", Form.OUTSIDE_SUPPORT),
        ("The Congress and the CPI(M) agreed on joint rallies against the BJP.", Form.JOINT_MOVEMENT),
        ("The Congress ruled out that it would merge with the JUP.", Form.MERGER),
        ("The CPI(M) did not field a candidate against the Congress in Baharampur.", Form.STAND_DOWN),
    ],
)  # fmt: skip
def test_the_form(text: str, form: Form, bengal: Region) -> None:
    assert {s.form for s in statements(text, bengal)} == {form}


@pytest.mark.parametrize(
    ("text", "field", "told"),
    [
        ("ISF leader Karim Sheikh said that the ISF would ally with the Congress if it left Malda to the ISF.", "condition", "if it left Malda to the ISF"),
        ("The ISF will leave the Left Front unless it is given 30 seats.", "condition", "unless it is given 30 seats"),
        ("The final call on an alliance with the Left Front rests with the Congress high command.", "decider", "Congress high command"),
        ("The final call on an alliance with the ISF will be taken by Biman Bose.", "decider", "Biman Bose"),
        ("Subhankar Sarkar and Md Salim met on Monday on an alliance of the Congress and the CPI(M).", "participants", ("Subhankar Sarkar", "Md Salim")),
        ("The Congress and the ISF will fight together against the BJP and the Trinamool Congress.", "against", ("BJP", "TMC")),
        ("The ISF wants an alliance with the Congress in Malda and Nadia.", "places", ("Malda", "Nadia")),
        ("Md Salim said that talks with the ISF were on.", "unit", "state"),
        ("Rahul Gandhi said that talks with the Left Front were on.", "unit", "centre"),
    ],
)  # fmt: skip
def test_what_a_statement_carries(
    text: str, field: str, told: str | tuple[str, ...], bengal: Region
) -> None:
    assert {getattr(s, field) for s in statements(text, bengal)} == {told}


def test_a_bare_statement_carries_nothing(bengal: Region) -> None:
    (found,) = statements("The ISF and the Congress have sealed an alliance.", bengal)
    assert (found.condition, found.decider, found.deadline, found.unit) == (None,) * 4
    assert (found.against, found.participants, found.places, found.seats) == ((), (), (), {})
