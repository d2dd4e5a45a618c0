"""docs/notation.md shows what can be written: every journal in it is sound."""

import re
from pathlib import Path

import pytest

from tieup.corrections import Decision
from tieup.notation import defaults, dumps, fields, loads
from tieup.vocabulary import Act

PAGE = Path(__file__).resolve().parents[2] / "docs" / "notation.md"
TEXT = PAGE.read_text(encoding="utf-8")
JOURNALS = re.findall(r"^```journal\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("text", JOURNALS)
def test_a_journal_of_the_page_is_sound_and_comes_back(text: str) -> None:
    journal = loads(text)
    assert journal.problems == ()
    assert journal.statements
    assert loads(dumps(journal.entries)) == journal


def test_the_page_shows_every_sort_of_entry_and_tells_every_act_and_decision() -> None:
    journals = [loads(text) for text in JOURNALS]
    assert any(journal.reviews and journal.retractions for journal in journals)
    assert all(word in TEXT for word in (*Act, *Decision))


def test_the_page_tells_what_need_not_be_said() -> None:
    assert f"{defaults.BY_HAND}, 1.0, {defaults.WHY}" in TEXT
    named = set(re.findall(r"`([a-z_]+)`", TEXT)) & set(fields.STATEMENT)
    assert named >= {
        "article",
        "content_id",
        "outlet",
        "form",
        "mode",
        "reader",
        "confidence",
        "why",
    }
