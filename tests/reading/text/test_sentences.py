"""Sentences, quotations and clauses are spans of the text, and lose nothing of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.text.sentences import clauses, paragraphs, quotations, sentences, stated
from tieup.reading.text.spans import Span

TEXTS = st.text(alphabet=st.sampled_from("abc DE.!?\"“”'’,;:()\n\tMr. Dr.0129–"), max_size=300)


def parts(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Mr. Basu met Md. Salim at 5 p.m. in Kolkata. K. C. Venugopal was not there. He left."
    assert parts(text) == [
        "Mr. Basu met Md. Salim at 5 p.m. in Kolkata.",
        "K. C. Venugopal was not there.",
        "He left.",
    ]


def test_a_stop_inside_quotation_marks_ends_the_sentence_after_them() -> None:
    assert parts('"We go alone." He did not say more.') == [
        '"We go alone."',
        "He did not say more.",
    ]


def test_a_line_break_ends_a_sentence() -> None:
    assert parts("A headline without a stop\nThe text") == ["A headline without a stop", "The text"]


def test_furniture_is_not_read() -> None:
    text = (
        "The talks are on.\nRead: Another story\nAlso Read | A third\nSubscribe to us\nThey ended."
    )
    assert parts(text) == ["The talks are on.", "They ended."]


def test_quotations_with_straight_and_curly_marks() -> None:
    text = 'He said, "we go." She said, “we stay.”'
    assert [q.of(text) for q in quotations(text)] == ["we go.", "we stay."]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = '"We go alone.\nNobody else spoke.'
    assert [q.of(text) for q in quotations(text)] == ["We go alone."]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'We go alone,' he said of the leaders' plan.", ["We go alone,"]),
        ("‘The Left’s door is open,’ he said.", ["The Left’s door is open,"]),
        ("''We go, and he's with us,'' he said.", ["We go, and he's with us,"]),
        ("It's the party's leaders' rock 'n' roll.", ["n"]),
        ("The '21 polls and the workers' views.", []),
        ("He said, \"The 'grand alliance' is over.\"", ["The 'grand alliance' is over."]),
    ],
)
def test_single_marks_quote_and_apostrophes_do_not(text: str, quoted: list[str]) -> None:
    assert [q.of(text) for q in quotations(text)] == quoted


def test_a_quotation_over_paragraphs_is_one_in_each() -> None:
    text = '"We go.\n"They stay," he said.'
    assert [q.of(text) for q in quotations(text)] == ["We go.", "They stay,"]


def test_no_ends_a_sentence_but_before_a_figure() -> None:
    assert parts("He said no. They left.") == ["He said no.", "They left."]
    assert parts("They met in Room No. 5 today.") == ["They met in Room No. 5 today."]


def test_clauses_end_at_joints() -> None:
    text = "ISF wants 45 seats, but the Left offers 30; while the Congress did not reply, they met"
    (sentence,) = sentences(text)
    assert [c.of(text) for c in clauses(text, sentence)] == [
        "ISF wants 45 seats,",
        "but the Left offers 30;",
        "while the Congress did not reply,",
        "they met",
    ]


def test_how_long_after_belongs_to_the_clause_that_it_brings_in() -> None:
    text = "It wants a pact in some seats, four days after the party ruled one out in Malda"
    assert [c.of(text) for c in clauses(text, Span(0, len(text)))] == [
        "It wants a pact in some seats,",
        "four days after the party ruled one out in Malda",
    ]
    text = "A day after the two met in Malda, they fell out"
    assert [c.of(text) for c in clauses(text, Span(0, len(text)))] == [
        "A day after the two met in Malda,",
        "they fell out",
    ]


def test_what_is_stated_drops_the_joints_at_its_ends() -> None:
    for text in ("that no talks were held, ", "but no talks were held and"):
        (span,) = paragraphs(text)
        assert stated(text, span).of(text) == "no talks were held"


@given(TEXTS)
def test_sentences_cover_every_word_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join("".join(span.of(text).split()) for span in spans)
    assert kept == "".join(text.split())


@given(TEXTS)
def test_clauses_cover_their_sentence(text: str) -> None:
    for sentence in sentences(text):
        kept = "".join("".join(c.of(text).split()) for c in clauses(text, sentence))
        whole = "".join(sentence.of(text).split())
        assert kept.replace(";", "").replace("–", "") == whole.replace(";", "").replace(
            "–", ""
        ) or (set(whole) - set(kept) <= set(",;–—-"))


@given(TEXTS)
def test_quotations_do_not_overlap(text: str) -> None:
    spans = quotations(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
