"""Corrections: what contradicts itself."""

from dataclasses import replace
from datetime import date

import pytest

from test_statements import SAID
from tieup.corrections import Decision, Retraction, Review

SOUND = Review(statement=SAID.id, decision=Decision.REJECT, reviewer="Asha")
TAKEN = Retraction(content_id=SAID.content_id, published=date(2026, 1, 2), by="The Daily")


@pytest.mark.parametrize(
    "review",
    [
        *(replace(SOUND, decision=one) for one in Decision if one is not Decision.AMEND),
        replace(SOUND, decision=Decision.AMEND, amended=SAID),
    ],
)
def test_a_sound_review_has_no_faults(review: Review) -> None:
    assert review.faults() == ()


@pytest.mark.parametrize(
    ("review", "faults"),
    [
        (replace(SOUND, reviewer=" "), 1),
        (replace(SOUND, amended=SAID), 1),
        (replace(SOUND, decision=Decision.AMEND), 1),
        (replace(SOUND, decision=Decision.AMEND, reviewer=""), 2),
    ],
)
def test_a_review_that_contradicts_itself_says_so(review: Review, faults: int) -> None:
    assert len(review.faults()) == faults


def test_somebody_takes_a_text_back() -> None:
    assert TAKEN.faults() == ()
    assert replace(TAKEN, by=" ").faults() == ("nobody is named as taking it back",)
