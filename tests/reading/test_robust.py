"""Whatever the text: no exception, every quote verbatim, every id once, the same reading twice."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soundness import SEEDS, sound

from tieup.regions import Region

PIECES = (
    "Congress", "Left Front", "CPI(M)", "ISF", "the Trinamool", "Humayun", "alliance", "seat-sharing ",
    " said ", " told ", " denied ", "that no talks ", "unless ", "45 seats", " on Sunday", " in 2021",
    "who ", "; ", " – ", ", and ", ", but ", ". ", "Md. ", "K. C. ", "\n", "\n\n\n", " " * 9, "\t",
    '"', "'", "''", "“", "”", "‘", "’", "’s ", "«", "``", "(", ")", ":", "?", "…", "_", "%", "\x00", "\x1f",
    "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\xad", "\xa0", "\u2028", "\u0301", "ß", "İ", "ﬁ", "٣", "²",
    "कांग्रेस", "কংগ্রেস", "\U0001f600", "\ud800", "x" * 300, "9" * 400,
)  # fmt: skip
SEWN = st.lists(st.sampled_from((*PIECES, *SEEDS)), max_size=40).map("".join)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """An article of ours with pieces put in, cut out, doubled or swapped in letter case."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        piece = draw(
            st.sampled_from((*PIECES, "", text[start:end] * 2, text[start:end].swapcase()))
        )
        text = text[:start] + piece + text[end:]
    return text


@FEW
@given(text=st.text(max_size=300) | SEWN)
def test_any_text_is_read_soundly(text: str, bengal: Region) -> None:
    sound(text, bengal)


@FEW
@given(text=mutated())
def test_a_mutated_article_is_read_soundly(text: str, bengal: Region) -> None:
    sound(text, bengal)


@pytest.mark.parametrize("text", SEEDS)
def test_the_seeds_of_mutations_tell_something(text: str, bengal: Region) -> None:
    assert sound(text, bengal).statements


@pytest.mark.parametrize("seed", range(4))
def test_bytes_changed_at_random_are_read_soundly(seed: int, bengal: Region) -> None:
    """What the fuzzer does, without its guidance, and the same every time."""
    chance = random.Random(f"bytes {seed}")
    for _ in range(10):
        data = bytearray(SEEDS[seed].encode())
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        sound(data.decode("utf-8", "ignore"), bengal)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n".join("The Congress said no."),
        "“" * 50 + SEEDS[0] + '"',
        SEEDS[0].replace("”", "").replace(",", '"'),
        "“‘“" + SEEDS[2] + "’”",
        SEEDS[1].replace(" ", "\u200b \u202e"),
        SEEDS[1].replace(" ", "\x07"),
        SEEDS[3].replace(" ", "").replace(".", ""),
        SEEDS[3].replace(". ", ", and ") * 12,
        SEEDS[0].upper(),
        SEEDS[0].replace("i", "İ"),
    ],
    ids=[
        "empty", "space", "a letter a line", "marks left open", "marks unbalanced", "marks nested", "unseen",
        "controls", "one word", "one sentence", "capitals", "a letter that lower case makes longer",
    ],
)  # fmt: skip
def test_texts_that_trip_readers_are_read_soundly(text: str, bengal: Region) -> None:
    sound(text, bengal)
