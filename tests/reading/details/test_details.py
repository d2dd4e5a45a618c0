"""What a statement carries beside its act and its parties, in sentences of ours."""

import pytest

from tellings import statements
from tieup.regions import Region
from tieup.vocabulary import Form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The ISF and the Congress have sealed an electoral pact.", Form.ALLIANCE),
        ("Seat-sharing talks of the ISF and the Congress are on.", Form.SEAT_SHARING),
        ("The CPI(ML) Liberation agreed to give outside support to the Left Front.", Form.OUTSIDE_SUPPORT),
        ("The Congress and the CPI(M) agreed on joint rallies against the BJP.", Form.JOINT_MOVEMENT),
        ("The Congress ruled out that it would merge with the JUP.", Form.MERGER),
        ("The CPI(M) did not field a candidate against the Congress in Baharampur.", Form.STAND_DOWN),
        ("The Left Front will leave Baharampur empty in favour of the Congress, Biman Bose said.", Form.STAND_DOWN),
        ("The Congress will not field a candidate in Bhangar in support of the ISF.", Form.STAND_DOWN),
        ("The Congress agreed to withdraw its candidate from Bhangar in favour of the ISF.", Form.STAND_DOWN),
        ("The CPI(ML) Liberation will support the Left Front from outside, Dipankar Bhattacharya said.", Form.OUTSIDE_SUPPORT),
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
