"""The vocabulary: one file of words that code, commands, pages and docs share."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.vocabulary import Act, Form, Kind, Mode, Status, explain, words

#: The words of the design's table.
DESIGN = (
    "party",
    "front",
    "person",
    "role",
    "article",
    "statement",
    "act",
    "relation",
    "status",
    "board",
    "scenario",
    "returns",
    "transfer",
    "draw",
    "projection",
    "majority mark",
    "hung assembly",
    "kingmaker",
    "deal",
    "friendly contest",
    "stand-down",
)
GROUPS = {"act": Act, "status": Status, "kind": Kind, "form": Form, "mode": Mode}


@pytest.mark.parametrize(("group", "members"), GROUPS.items())
def test_the_code_and_the_file_know_the_same_words(group: str, members: type[StrEnum]) -> None:
    assert [word.key for word in words() if word.group == group] == [str(m) for m in members]


def test_there_is_no_other_group() -> None:
    assert {word.group for word in words()} == {*GROUPS, "term"}


def test_every_word_has_a_definition_and_an_example() -> None:
    for word in words():
        assert word.label.strip(), word.key
        assert word.example.strip(), word.key
        assert word.definition[0].isupper(), word.key
        assert word.definition.endswith("."), word.key


def test_a_word_stands_once_in_its_group() -> None:
    keys = [(word.group, word.key) for word in words()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("word", DESIGN)
def test_the_words_of_the_design_are_terms(word: str) -> None:
    assert "term" in {entry.group for entry in explain(word)}


def test_a_word_is_explained_by_its_key_or_its_label_in_capitals_or_not() -> None:
    for word in words():
        assert word in explain(word.key)
        assert word in explain(f" {word.label.upper()} ")


def test_a_word_of_two_groups_has_two_entries() -> None:
    assert [entry.group for entry in explain("alliance")] == ["kind", "form"]


@pytest.mark.parametrize(
    ("given", "nearest"),
    [("kingmakers", "kingmaker"), ("courtin", "courting"), ("hung assemblies", "hung assembly")],
)
def test_an_unknown_word_is_told_the_nearest(given: str, nearest: str) -> None:
    with pytest.raises(KeyError) as error:
        explain(given)
    message = error.value.args[0]
    assert message.startswith(f"no word '{given}' in the vocabulary; the nearest are: ")
    assert nearest in message


@given(st.text(max_size=30))
def test_any_text_is_explained_or_told_the_nearest(text: str) -> None:
    names = {name for word in words() for name in (word.key, word.label)}
    if text.strip().casefold() in names:
        assert explain(text)
    else:
        with pytest.raises(KeyError, match=r"the nearest are: \w+"):
            explain(text)
