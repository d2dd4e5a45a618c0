"""Which day holds where in a sentence, and on which day a segment was said."""

from datetime import date

import pytest

from tieup.articles import Article
from tieup.reading.days.diary import Diary, Mark, cut, mark_at
from tieup.reading.page import Page
from tieup.reading.text.sentences import sentences
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Listener
from tieup.regions import Region

#: A Thursday.
DAY = date(2026, 1, 15)


def day_at(text: str, words: str, last_day: date | None = None) -> date | None:
    """The day that holds at some words of a sentence."""
    sentence = Span(0, len(text))
    mark = mark_at(
        Diary(text, DAY, "india").marks(sentence, [sentence], last_day), text.index(words)
    )
    return mark.day if mark else None


EVES = [
    ("On Tuesday they met.", "they", date(2026, 1, 13)),
    ("A day after they sat, on Wednesday, the leader spoke.", "they sat", date(2026, 1, 13)),
    ("A day after they sat, the leader spoke on Wednesday.", "leader", date(2026, 1, 14)),
    ("The leader spoke on Wednesday, a day after they sat.", "they sat", date(2026, 1, 13)),
    ("The leader spoke on Wednesday, two days after they sat.", "they sat", date(2026, 1, 12)),
    ("A day after the talks, the leader spoke.", "leader", DAY),
    ("Barely days after they sat, the leader spoke on Wednesday.", "they sat", None),
    ("Barely days after they sat, the leader spoke on Wednesday.", "leader", date(2026, 1, 14)),
    ("The leader, two days after they sat, said it was over.", "they sat", date(2026, 1, 13)),
    ("The leader, two days after they sat, said it was over.", "over", DAY),
    ("The leader, a day after they sat, on Wednesday said no.", "they sat", date(2026, 1, 13)),
    ("They will meet on Saturday.", "meet", None),
]


@pytest.mark.parametrize(("text", "words", "expected"), EVES)
def test_the_day_at_a_place(text: str, words: str, expected: date | None) -> None:
    assert day_at(text, words) == expected


def test_the_next_day_counts_from_what_was_told_before() -> None:
    assert day_at("The next day they met.", "they", date(2026, 1, 12)) == date(2026, 1, 13)


def test_a_dateline_comes_before_the_day_of_the_page() -> None:
    text = "Kolkata, Jan 14 (Agency): On Wednesday they met, and today they part."
    start = text.index("today")
    marks = Diary(text, DAY).marks(Span(start, len(text)), [Span(start, len(text))], None)
    assert marks == [Mark(start, date(2026, 1, 14))]


def test_a_span_is_cut_where_another_day_begins() -> None:
    marks = [Mark(0, DAY), Mark(5, None), Mark(9, DAY)]
    assert cut(Span(2, 9), marks) == [Span(2, 5), Span(5, 9)]


def test_without_a_day_of_its_own_nothing_is_marked() -> None:
    assert Diary("They met.", None).marks(Span(0, 9), [Span(0, 9)], None) == []


NEWS = [
    ("The Left Front met the Congress at his house.", date(2026, 1, 14)),
    ("The Left Front has met the Congress before.", None),
    ("The Left Front met the Congress last month.", None),
    ("The Left Front will meet the Congress.", None),
]


@pytest.mark.parametrize(("told", "expected"), NEWS)
def test_what_is_simply_told_happened_on_the_day_of_the_news(
    told: str, expected: date | None, bengal: Region
) -> None:
    text = f"The leaders arrived in Kolkata on Wednesday. {told}"
    page = Page.of(Article(id="ours", published=DAY, text=text), bengal)
    listener = Listener(page.text, page.everybody, page.quotations, DAY)
    found = [s for sentence in sentences(text) for s in listener.segments(sentence)]
    assert found[-1].said_on == expected
