"""The words of a subject before and after its verb."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.names.phrases import phrase_after, phrase_before


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The mayor", "The mayor"),
        ("In a statement the mayor", "the mayor"),
        ("On Sunday Luis Ortega", "Luis Ortega"),
        ("Luis Ortega on Sunday", "Luis Ortega"),
        ("The plan will fail and the mayor", "the mayor"),
        ("It failed because Ortega", "Ortega"),
        ("However, Mr. Ortega", "Mr. Ortega"),
        ("Luis Ortega, a critic of the plan,", "Luis Ortega, a critic of the plan,"),
        ("Luis Ortega, speaking in Boston,", "Luis Ortega"),
        ("The president of the tenants' union", "The president of the tenants' union"),
        ("in the", None),
        ("It was", None),
        ("", None),
    ],
)
def test_before_a_verb(text: str, phrase: str | None) -> None:
    found = phrase_before(text, len(text), 0)
    assert (found.of(text) if found else None) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (" Luis Ortega on Monday.", "Luis Ortega"),
        (" Luis Ortega, a critic of the plan. More", "Luis Ortega, a critic of the plan"),
        (" Dr. Ortega. More", "Dr. Ortega"),
        (" the mayor, adding that", "the mayor"),
        (".", None),
    ],
)
def test_after_a_verb(text: str, phrase: str | None) -> None:
    found = phrase_after(text, 0, len(text))
    assert (found.of(text) if found else None) == phrase


@given(st.text(alphabet="ab AB.,'\"()Mr the of in", max_size=120), st.integers(0, 120))
def test_a_phrase_lies_on_its_side_of_the_verb(text: str, at: int) -> None:
    at = min(at, len(text))
    before, after = phrase_before(text, at, 0), phrase_after(text, at, len(text))
    assert before is None or 0 <= before.start < before.end <= at
    assert after is None or at <= after.start < after.end <= len(text)
