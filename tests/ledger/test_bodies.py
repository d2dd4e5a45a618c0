"""Bodies of a batch are what each statement says of itself, and so are their ids."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from test_statements import SAID, SOUND
from tieup.articles import Article
from tieup.ledger.bodies import bodies
from tieup.statements import Statement
from tieup.vocabulary import Form


def as_told(said: Sequence[Statement]) -> list[tuple[str, str]]:
    """The id of each, and its JSON as Python writes it."""
    return [(one.id, json.dumps(one.to_json())) for one in said]


def as_read(said: Sequence[Statement]) -> list[tuple[str, str]]:
    """The same from a batch: 1 stays 1 there, 1.0 stays 1.0, and keys stay in order."""
    return [(name, json.dumps(json.loads(body))) for name, body in bodies(said)]


@given(st.lists(SOUND, max_size=5))
def test_a_batch_is_encoded_as_each_of_it(batch: list[tuple[Article, Statement]]) -> None:
    said = [statement for _, statement in batch]
    assert as_read(said) == as_told(said)


def test_every_field_is_encoded_as_json() -> None:
    said = [
        replace(
            SAID, parties=("B", "A"), hub="B", form=Form.MERGER, seats={"Z": 2, "A:asked": 1},
            places=("Mālda", 'the "east"'), said_on=date(2025, 12, 27), speaker="O\\'Neil\n",
            participants=("X",), against=("Y",), deadline="Monday", background=True,
        ),
        replace(SAID, confidence=1, seats={}),
        replace(SAID, confidence=1.0, quote="a, b", start=0),
        replace(SAID, seats={"A": 10**30}, confidence=1e-7),
    ]  # fmt: skip
    assert as_read(said) == as_told(said)
