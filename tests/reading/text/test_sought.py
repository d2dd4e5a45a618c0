"""A sought pattern finds what the pattern itself finds, and is not tried without its words."""

import gc
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patterns import kept

from tieup.reading.text.sought import Sought, small_letters

kept()  # loads every room
EVERY = [thing for thing in gc.get_objects() if isinstance(thing, Sought)]
PIECES = sorted(
    {word for one in EVERY for word in re.findall(r"[A-Za-z]{2,}", one.pattern.pattern)}
    | set(" ,.'’-_\nſKİı") | {"not ", "will ", " the ", "30 ", "P___ "}
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.booleans(), st.booleans(), st.data())
def test_it_finds_what_its_pattern_finds(
    pieces: list[str], spaced: bool, loud: bool, data: st.DataObject
) -> None:
    text = (" " if spaced else "").join(pieces)
    text = text.upper() if loud else text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for one in EVERY:
        plain = one.pattern.search(text, start, end)
        found = one.search(text, start, end)
        assert (found and found.span()) == (plain and plain.span())
        every = [match.span() for match in one.pattern.finditer(text, start, end)]
        assert [match.span() for match in one.finditer(text, start, end)] == every


def test_it_is_not_tried_where_its_words_do_not_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    seats = Sought(r"\b\d+\s+seats?\b", re.IGNORECASE)
    monkeypatch.setattr(Sought, "pattern", None)
    text = "30 rallies, 42 SEATS"
    assert seats.search(text, 0, 11) is None
    assert list(seats.finditer(text, 0, 11)) == []
    with pytest.raises(AttributeError):
        seats.search(text, 0, len(text))


def test_what_needs_no_word_is_always_tried() -> None:
    assert Sought(r"\d+").search("in 2021", 0, 7)


def test_what_it_finds_stands_as_the_text_writes_it() -> None:
    talks = Sought(r"\b(?P<who>the\s+[A-Z]\w+)\s+talks\b", re.IGNORECASE)
    found = talks.search("After THE Morcha Talks ended", 0, 28)
    assert found is not None
    assert (found.group(), found["who"]) == ("THE Morcha Talks", "THE Morcha")


def test_a_part_that_heeds_case_is_looked_for_further_on() -> None:
    act = Sought(r"\bto\s+(?-i:[a-z]\w*)", re.IGNORECASE)
    text = "flew to Delhi To meet them, and to Malda"
    found = act.search(text, 0, len(text))
    assert found is not None
    assert found.group() == "To meet"
    assert [match.group() for match in act.finditer(text, 0, len(text))] == ["To meet"]


def test_what_needs_one_of_very_many_words_is_tried_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few, many = (
        "|".join(f"{one}{two}ll" for one in "bcfghmpst" for two in v) for v in ("ai", "aeiou")
    )
    fewer, more = Sought(rf"\b(?:{few})\b"), Sought(rf"\b(?:{many})\b")
    monkeypatch.setattr(Sought, "pattern", None)
    assert fewer.search("a dell", 0, 6) is None
    with pytest.raises(AttributeError):
        more.search("a dell", 0, 6)


@pytest.mark.parametrize(
    ("pattern", "small"),
    [(r"\bPACT\S[A-Z]\W", r"\bpact\S[a-z]\W"), (r"(?P<N>A|b)", r"(?P<N>a|b)"), (r"\\A", r"\\a")],
)
def test_only_letters_are_made_small(pattern: str, small: str) -> None:
    assert small_letters(pattern) == small
