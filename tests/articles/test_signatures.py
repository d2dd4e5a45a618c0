"""Signatures of many texts at once say what each of them says, as far as triples of words agree."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.articles.alike import SLOTS
from tieup.articles.origins import FEWEST_WORDS
from tieup.articles.signatures import SCHEME, signatures_of

WORDS = st.lists(
    st.text("abcdeé", min_size=1, max_size=20), min_size=FEWEST_WORDS, max_size=FEWEST_WORDS + 30
)
NAMES = [f"{number}-constituency{number}" for number in range(2 * FEWEST_WORDS)]
LONG = " ".join(NAMES)


def agreement(one: str, other: str) -> float:
    """The share of slots in which two texts agree."""
    a, b = (np.frombuffer(signature, "<u4") for signature in signatures_of([one, other]))
    return float((a == b).mean())


def alone(text: str) -> bytes:
    """The signature of a text that is signed by itself."""
    return signatures_of([text])[0]


@given(st.lists(WORDS.map(" ".join) | st.text(max_size=300), max_size=5))
def test_a_text_is_signed_alike_in_any_company(texts: list[str]) -> None:
    signed = signatures_of(texts)
    assert signed == [alone(text) for text in texts]
    assert {len(signature) for signature in signed} <= {0, 4 * SLOTS}


@given(WORDS)
def test_case_marks_and_spaces_are_no_words(words: list[str]) -> None:
    printed = "“" + "… ".join(words).upper() + ".”\n"
    assert alone(printed) == alone(" ".join(words))


@pytest.mark.parametrize(
    "changed",
    [
        lambda word: f"{word}s",
        lambda word: word[:-1],
        lambda word: f"x{word}",
        lambda word: word.replace("ment", "mnet"),
        lambda word: word.replace("a", "\u010d"),
    ],
)
def test_another_word_is_another(changed: Callable[[str], str]) -> None:
    """Told by its first letters, its last, or their number; those between may change unseen."""
    words = [f"agreement{number}" for number in range(2 * FEWEST_WORDS)]
    assert agreement(" ".join(words), " ".join(map(changed, words))) < 0.1


def test_texts_agree_in_the_share_of_their_triples() -> None:
    half = " ".join(NAMES[: len(NAMES) // 2])
    assert agreement(LONG, LONG) == 1
    assert 0.3 < agreement(LONG, half) < 0.7


def test_a_short_text_has_no_signature() -> None:
    short = " ".join(["word"] * (FEWEST_WORDS - 1))
    signed = signatures_of([short, LONG, ""])
    assert [len(signature) for signature in signed] == [0, 4 * SLOTS, 0]
    assert signatures_of([]) == []


def test_the_scheme_has_not_changed() -> None:
    """Ledgers keep these numbers: where they differ, SCHEME needs another name."""
    assert SCHEME == "rensa-2 bytes words-3 slots-64"
    assert np.frombuffer(alone(LONG), "<u4")[:4].tolist() == [
        483804130,
        209808725,
        113726230,
        78838111,
    ]
