"""Bodies of a batch are what each statement says of itself, to the letter."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from test_statements import SAID, SOUND
from tieup.articles import Article
from tieup.ledger.bodies import bodies
from tieup.ledger.rows import as_json
from tieup.statements import Statement
from tieup.vocabulary import Form


@given(st.lists(SOUND, max_size=5))
def test_a_batch_is_encoded_as_each_of_it(batch: list[tuple[Article, Statement]]) -> None:
    said = [statement for _, statement in batch]
    assert bodies(said) == [(one.id, as_json(one.to_json())) for one in said]


def test_every_field_is_encoded_as_json() -> None:
    said = [
        replace(
            SAID, parties=("B", "A"), hub="B", form=Form.MERGER, seats={"Z": 2, "A:asked": 1},
            places=("Mālda", 'the "east"'), said_on=date(2025, 12, 27), speaker="O\\'Neil\n",
            participants=("X",), against=("Y",), deadline="Monday", background=True,
        ),
        replace(SAID, confidence=1, seats={}),
        replace(SAID, confidence=1.0, quote="a, b", start=0),
    ]  # fmt: skip
    assert bodies(said) == [(one.id, as_json(one.to_json())) for one in said]
