"""A text made fit to be quoted from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.articles.cleaning import MAX_ARTICLE, clean, clean_line

#: Pieces that cleaning must deal with, alone and side by side.
PIECES = st.sampled_from(
    [
        "Left", " ", "\n", "\r\n", "\u2028", "\xa0", "\u200b", "\u202e", "\x07", "\ud800", "\ufeff",
        "<b>", "</b>", "<br>", "&amp;", "&lt;", "p>", "<", "&#8203;", "&nbsp;", "<!--", "-->", "é",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text()


@given(TEXTS)
def test_cleaning_a_clean_text_changes_nothing(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, ())


@given(TEXTS)
def test_a_clean_text_can_be_stored_and_shown(text: str) -> None:
    cleaned, remarks = clean(text)
    cleaned.encode()
    assert not set(cleaned) & set("\r\0\x07\u200b\u200e\u202e\u2066\ufeff\xa0\u2028")
    assert all(remark.wrong and remark.done for remark in remarks)


@given(st.text("abc é“”—,.\n'", max_size=40))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == (text.rstrip(), ())


@pytest.mark.parametrize(
    ("text", "expected", "wrong"),
    [
        ("I\u200bSF\u202e and\xad JUP", "ISF and JUP", "3 control or invisible characters"),
        ("a\x07b", "ab", "1 control or invisible character"),
        ("lone \ud83d here", "lone  here", "1 control or invisible character"),
        ("<p>Talks</p>", "Talks", "HTML in the text"),
        ("&lt;p&gt;Talks&lt;/p&gt;", "Talks", "HTML in the text"),
        ("The Left &amp; Congress", "The Left & Congress", "HTML in the text"),
    ],
)
def test_what_is_removed_is_said(text: str, expected: str, wrong: str) -> None:
    cleaned, remarks = clean(text)
    assert cleaned == expected
    assert [remark.wrong for remark in remarks] == [wrong]


def test_spaces_and_line_ends_are_made_plain_without_a_word() -> None:
    assert clean("a\xa0b\u2009c\r\nd\u2028e") == ("a b c\nd\ne", ())


@pytest.mark.parametrize("gap", ["\n\n", "\n", " ", ""])
def test_what_is_longer_than_an_article_is_cut_at_an_end(gap: str) -> None:
    sentence = "TheLeftAndTheCongressTalkedOfSeatsAgain."
    text = gap.join([sentence] * (MAX_ARTICLE // len(sentence) + 10))
    cleaned, remarks = clean(text)
    assert text.startswith(cleaned)
    assert MAX_ARTICLE - 2 * len(sentence) < len(cleaned) <= MAX_ARTICLE
    assert cleaned.endswith(sentence)
    assert [remark.done for remark in remarks] == [f"only the first {len(cleaned):,} kept"]


@given(TEXTS)
def test_a_line_is_one(text: str) -> None:
    line = clean_line(text)
    assert line == " ".join(line.split())
