"""On what an act hangs, in sentences of ours."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tellings import statements
from tieup.reading.details.conditions import condition
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Segment
from tieup.reading.voices.voices import Voice
from tieup.regions import Region
from tieup.vocabulary import Mode


def of(text: str) -> str | None:
    """The condition of a sentence in the report's words."""
    whole = Span(0, len(text))
    return condition(text, whole, Segment(whole, whole, Voice(), Mode.REPORT))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Unless it is given 30 seats, the ISF will leave the Left Front.", "Unless it is given 30 seats"),
        ("The ISF will leave the Left Front unless it is given 30 seats.", "unless it is given 30 seats"),
        ("If the Congress leaves Malda then the ISF will ally with it.", "If the Congress leaves Malda"),
        ("The ISF would ally with it only if it left Malda; it said so.", "only if it left Malda"),
        ("It is ready on the condition that it gets Bhangar, Canning and Deganga, the ISF said.", "on the condition that it gets Bhangar, Canning and Deganga"),
        ("The ISF would join provided it gets 30 seats - no fewer.", "provided it gets 30 seats"),
        ("The ISF will stay as long as the Left keeps its word, and not a day longer.", "as long as the Left keeps its word"),
        ("An alliance depends on whether the Left gives way.", "depends on whether the Left gives way"),
        ("The pact hinges on Malda, sources said.", "hinges on Malda"),
        ("If, as expected, it gets 30 seats, the ISF will stay.", "If, as expected, it gets 30 seats"),
        ("If the CPI(M) agrees, there will be a pact.", "If the CPI(M) agrees"),
        ("It will go alone (if no pact comes) in all seats.", "if no pact comes"),
    ],
)  # fmt: skip
def test_a_condition_ends_where_the_main_clause_begins(text: str, told: str) -> None:
    assert of(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "It was not as if the Congress would never ally with the ISF.",
        "The ISF will not ally with it even if it is given 50 seats.",
        "He was asked if the Congress wanted an alliance.",
        "It is for the Congress to decide if it wants an alliance.",
        "Few, if any, want the alliance to go on.",
        "In case of a pact the ISF gains.",
    ],
)
def test_what_is_no_condition(text: str) -> None:
    assert of(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ISF would ally with the Congress only if it left Malda, ISF leader Karim Sheikh said.", "only if it left Malda"),
        ("Unless it is given 30 seats, the ISF will leave the Left Front, ISF leader Karim Sheikh said.", "Unless it is given 30 seats"),
        ('"We will go with the Congress if it leaves Malda to us," ISF leader Karim Sheikh said on Sunday.', "if it leaves Malda to us"),
    ],
)  # fmt: skip
def test_who_says_it_is_no_part_of_a_condition(text: str, told: str, bengal: Region) -> None:
    assert {s.condition for s in statements(text, bengal)} == {told}


@given(st.text('if unless,.()the ISF gets 30 seats"', max_size=80))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_condition_is_in_the_words_of_the_text(text: str) -> None:
    found = of(f"The ISF stays if {text}")
    assert found is None or (found in f"The ISF stays if {text}" and found == found.strip())
