"""The gate lets through every pattern that matches, and few others."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.acts.acts import rules
from tieup.reading.text.gate import Gate

PATTERNS = tuple(rule.words for rule in rules())
GATE = Gate(PATTERNS)
#: Words that the patterns hold, whole and cut, with what may stand between.
PIECES = sorted(
    {word for rule in rules() for word in re.findall(r"\w+|\W", rule.example)}
    | {word for pattern in PATTERNS for word in re.findall(r"[a-z]{2,}", pattern)}
    | set(" ,.'’-_\nſKİı") | {"n't", "P___", "F_____", "30", "don’t"}
)  # fmt: skip


def matching(text: str, start: int, end: int) -> set[int]:
    """The numbers of the rules that match, each of them searched for."""
    found = enumerate(re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS)
    return {number for number, pattern in found if pattern.search(text, start, end)}


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.booleans(), st.data())
def test_what_matches_is_let_through(pieces: list[str], loud: bool, data: st.DataObject) -> None:
    text = " ".join(pieces) if len(pieces) % 2 else "".join(pieces)
    text = text.upper() if loud else text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert matching(text, start, end) <= set(GATE.open(text, start, end))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.act}: {rule.name}")
def test_an_example_is_let_through(rule: object) -> None:
    text = next(each.example for each in rules() if each is rule)
    assert matching(text, 0, len(text)) <= set(GATE.open(text, 0, len(text)))


def test_other_words_let_next_to_nothing_through() -> None:
    text = "Heavy rain flooded several low-lying districts on Sunday, weather officials warned."
    assert len(GATE.open(text, 0, len(text))) < len(PATTERNS) / 10


@pytest.mark.parametrize(
    ("pattern", "opens", "stays_shut"),
    [
        (r"\bno\s+talks?\b", ["no talks", "NO TALK"], ["talkative", "known"]),
        (r"\bden(?:ied|ies)\b", ["he denied it"], ["garden", "den"]),
        (r"(?:\bis|\bwas)(?:\s+not|n['’]t)\s+over", ["is not over", "wasn’t over"], ["is not now"]),
        (r"\b(?:met|meets)\b.{0,9}[PF]_", ["met P___", "meets F_"], ["met them", "P___ rose"]),
        (r"\bin\s+(?:the\s+)?f_+", ["in F___", "in the F_"], ["the F_ won", "in fact P_ won"]),
        (r"\bgo(?:es)?\s+to\s+(?:the\s+)?\w", ["go to P_", "goes to the F_"], ["P_ goes on", "to"]),
        (r"\bnot\s+(?:\w+\s+){0,2}?ally\b", ["not ally", "not now ally"], ["not really", "ally"]),
        (r"organi[sz]ed|\w+-led", ["organized", "x-led"], ["organic", "filled"]),
        (r"\bfinal(?!\s+match)", ["final match"], ["semifinal"]),
        (r"\w+\s+\d+", ["", "anything"], []),
        (r"kin", ["ſKıN", "\N{KELVIN SIGN}İN"], ["in"]),
    ],
)
def test_what_a_pattern_needs(pattern: str, opens: list[str], stays_shut: list[str]) -> None:
    gate = Gate([pattern])
    assert [text for text in opens if not gate.open(text, 0, len(text))] == []
    assert [text for text in stays_shut if gate.open(text, 0, len(text))] == []


def test_only_the_words_between_the_two_places_count() -> None:
    text = "alone and together"
    gate = Gate([r"\balone\b", r"\btogether\b"])
    assert list(gate.open(text, 0, 5)) == [0]
    assert list(gate.open(text, 6, len(text))) == [1]


@pytest.mark.parametrize("pattern", ["(a|b)", "a)", "(?i:a)"])
def test_a_pattern_that_it_cannot_read_is_named(pattern: str) -> None:
    with pytest.raises(ValueError, match="a"):
        Gate([pattern])
