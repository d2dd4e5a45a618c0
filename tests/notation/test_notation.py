"""A journal prints and parses back without loss, reads what hands write, and survives anything."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journals import JOURNALS, WILD
from tieup.articles import Article
from tieup.notation import Entry, Journal, dumps, loads
from tieup.notation.words import items, quoted, value, word
from tieup.statements import Statement
from tieup.vocabulary import Act, Form, Kind, Mode

BY_HAND = """
; What a person writes.
2025-12-28 article 000_1
  outlet: The Daily
  | The ISF said: “We talk.”
  |
  | Later it did not.

2025-12-28 Asha Das talks ISF, LF
  "“We talk.”"
  seats: ISF 40, LF:asked 12
"""


@settings(max_examples=100)
@given(JOURNALS)
def test_what_is_printed_parses_back_without_loss(entries: list[Entry]) -> None:
    printed = dumps(entries)
    assert loads(printed) == Journal(entries=tuple(entries))


@settings(max_examples=50)
@given(JOURNALS)
def test_there_is_one_way_to_print_a_journal(entries: list[Entry]) -> None:
    printed = dumps(entries)
    assert dumps(loads(printed).entries) == printed
    assert printed.replace("\n", "").isprintable()


@given(WILD)
def test_any_text_comes_back_as_word_and_item(text: str) -> None:
    assert value(word(text)) == text
    assert value(quoted(text)) == text
    assert [bare if said is None else said for said, bare in items(quoted(text))] == [text]


def test_a_statement_by_hand_finds_its_place_and_its_ids() -> None:
    journal = loads(BY_HAND)
    assert journal.problems == ()
    (article,) = journal.articles
    (statement,) = journal.statements
    assert article.text == "The ISF said: “We talk.”\n\nLater it did not."
    assert statement == Statement(
        kind=Kind.ALLIANCE,
        act=Act.TALKS,
        form=Form.ALLIANCE,
        mode=Mode.INDIRECT,
        article="000_1",
        content_id=article.content_id,
        parties=("ISF", "LF"),
        speaker="Asha Das",
        published=date(2025, 12, 28),
        quote="“We talk.”",
        start=14,
        end=24,
        seats={"ISF": 40, "LF:asked": 12},
        outlet="The Daily",
        reader="hand",
        confidence=1.0,
        why="written by hand",
    )


def test_a_statement_in_no_article_stands_in_a_text_of_its_own() -> None:
    said = '2025-12-28 unnamed:ISF denies ISF, JUP\n  "no talks"\n'
    journal = loads(said + said)
    (article,) = journal.articles
    first, second = journal.statements
    assert article.text == "no talks"
    assert first == second
    assert first.faults(article) == ()


def test_without_a_speaker_the_report_says_it() -> None:
    (statement,) = loads('2025-12-28 agrees INC, LF\n  "a deal"').statements
    assert (statement.speaker, statement.mode) == ("report", Mode.REPORT)


def test_moments_hold_until_the_next_one() -> None:
    said = '2025-12-28 agrees INC, LF\n  "a deal"\n'
    text = f"{said}recorded 2026-01-01T12:00:00+05:30\n{said}{said}recorded -\n{said}"
    moment = datetime(2026, 1, 1, 6, 30, tzinfo=UTC)
    recorded = [e.recorded for e in loads(text).entries if isinstance(e.what, Statement)]
    assert recorded == [None, moment, moment, None]


HEAD = "2025-12-28 agrees INC, LF\n"


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ("agrees INC, LF\n", 1, "an entry begins with a day"),
        ("2025-13-28 agrees INC, LF\n", 1, "is no day"),
        ("2025-12-28 Bose agreed INC, LF\n", 1, "the act one of wants, claims"),
        ('2025-12-28 "Bose agrees INC\n', 1, 'a closing " is missing'),
        ('2025-12-28 "Bo\\se" agrees INC\n', 1, "no such escape: \\s"),
        ("2025-12-28 agrees INC,, LF\n", 1, "a comma with nothing before it"),
        ("2025-12-28 agrees INC,\n", 1, "a comma with nothing after it"),
        (HEAD, 1, "the quote is missing"),
        (HEAD + "  | a deal\n  elektion: WB-2026\n", 3, "'election:' is meant?"),
        (HEAD + "  | a deal\n  election: A\n  election: B\n", 4, "given twice, first in line 3"),
        (HEAD + "  | a deal\n  mode: shouted\n", 3, "none of direct, indirect, report"),
        (HEAD + "  | a deal\n  seats: INC forty\n", 3, "forty is no whole number"),
        (HEAD + "  | a deal\n  background: maybe\n", 3, "neither yes nor no"),
        (HEAD + "  | a deal\n  confidence: nan\n", 3, "nan is no number"),
        (HEAD + "  | a deal\n  confidence: 7\n", 1, "outside 0 to 1"),
        (HEAD + "  | a deal\n  hub: TMC\n", 1, "hub TMC is not among the parties"),
        (HEAD + "  | a deal\n  election:\n", 3, "nothing after it"),
        (HEAD + "  | a deal\n  why: -\n", 3, "can't be unknown"),
        (HEAD + "  | a deal\n    | more\n", 3, "same indentation"),
        (HEAD + "  | a\n  article: x\n  content_id: a_1\n  at: there\n", 5, "at: 102"),
        (HEAD + "  | a deal\n  at: 5\n", 1, "give its 'article:'"),
        (HEAD + "  | a deal\n  article: x\n", 1, "give its 'content_id:'"),
        (HEAD + "  | a deal\n  article: x\n  content_id: a_1\n", 1, "say where with 'at: 102'"),
        (BY_HAND + HEAD + "  | not in it\n", 12, "does not stand in the article 000_1"),
        ("2025-12-28 article\n  | a\n", 1, "its id is missing"),
        ("2025-12-28 article a\n", 1, "the article's text is missing"),
        (
            "2025-12-28 article a\n  | a\n  source: The Daily\n",
            3,
            "a day, an address and an outlet",
        ),
        ("2025-12-28 retraction a_1\n", 1, "Add 'by: NAME'"),
        ("2025-12-28 retraction a_1\n  by: A\n  | b\n", 1, "as a 'note:'"),
        ("review s_1 approve\n", 1, "one of accept, reject, amend, undo"),
        ("review s_1 accept\n", 1, "Add 'reviewer: NAME'"),
        ("review s_1 amend\n  reviewer: A\n", 1, "Put the statement below 'amended:'"),
        ("review s_1 amend\n  reviewer: A\n  amended:\n", 3, "one statement stands below"),
        ("recorded yesterday\n", 1, "no moment with its time zone"),
        ("recorded 2026-01-01T12:00:00\n", 1, "no moment with its time zone"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_is_read(
    text: str, line: int, wrong: str
) -> None:
    before = loads(text).entries
    journal = loads(text + '2026-03-01 refuses LF, TMC\n  "alone"\n', file="by hand")
    (problem,) = journal.problems
    assert (problem.file, problem.place) == ("by hand", f"line {line}")
    assert wrong in problem.wrong
    assert len(journal.entries) == len(before) + 2


#: What a journal is made of, in any order.
PIECES = st.sampled_from(
    (
        *(
            "2025-12-28 ",
            "article ",
            "agrees ",
            "review ",
            "s_1 ",
            "amend",
            "recorded ",
            "amended:",
        ),
        *("at: ", "INC", ", ", '"', "\\", "| ", "\n", "\n  ", "\n    ", ": ", "seats: ", "INC 4"),
        *("-", "; ", "\t", "source: ", "\r", "\ud800", "\x00", "é", "reviewer: A", "by: ", "1"),
    )
)


@settings(max_examples=200)
@given(st.lists(PIECES | WILD, max_size=60).map("".join))
def test_no_text_is_too_strange(text: str) -> None:
    journal = loads(text)
    assert loads(dumps(journal.entries)) == Journal(entries=journal.entries)


@pytest.mark.parametrize(
    "piece",
    [
        '2025-12-28 agrees INC\n  "a"\n',
        "x",
        " ",
        "a,",
        '"',
        "\\",
        "2025-12-28 agrees INC\n  places: " + '"a", ' * 9,
        "\n  ",
        "| a\n",
        " agrees",
    ],
)
def test_ten_times_the_text_takes_some_ten_times_as_long(piece: str) -> None:
    """No input makes it slow: quadratic time, of the processor, would be a hundred times as long."""

    def seconds(characters: int) -> float:
        text = (BY_HAND + piece * (characters // len(piece)))[:characters]
        began = time.process_time()
        loads(text)
        return time.process_time() - began

    small = min(seconds(40_000) for _ in range(3))
    assert any(seconds(400_000) < 45 * small + 0.1 for _ in range(3))


def test_a_file_made_to_be_searched_without_end_is_told_to_say_where() -> None:
    text = "2025-12-28 article a\n  | " + "x" * 2_000_000 + "y\n"
    journal = loads(text + '2025-12-28 agrees INC, LF\n  "y"\n' * 200)
    assert {problem.wrong.partition(";")[0] for problem in journal.problems} == {
        "too much to search"
    }
    assert 0 < len(journal.statements) < 200


def test_a_steep_outline_is_no_trouble() -> None:
    steep = "".join(" " * n + "a\n" for n in range(2_000))
    assert len(loads(steep).problems) == 1


def test_a_statement_of_an_article_that_is_left_out_is_left_out_too() -> None:
    whole = "2025-12-28 article a\n  | We talk.\n"
    broken = "2025-12-28 article b\n  titel: T\n  | We talk.\n"
    journal = loads(whole + broken + '2025-12-28 report talks ISF, LF\n  "We talk."\n')
    assert [problem.place for problem in journal.problems] == ["line 4", "line 6"]
    assert journal.statements == ()


def test_windows_line_ends_change_nothing() -> None:
    assert loads("\ufeff" + BY_HAND.replace("\n", "\r\n")) == loads(BY_HAND)


def test_a_statement_that_names_its_article_may_stand_anywhere() -> None:
    journal = loads(BY_HAND)
    article, statement = journal.articles[0], journal.statements[0]
    later = replace(statement, published=date(2026, 1, 5))
    other = Article(id="000_2", published=date(2026, 1, 5), text="Other words.")
    entries = tuple(Entry(what=what) for what in (article, other, later))
    printed = dumps(entries)
    assert "  article: 000_1\n" in printed
    assert loads(printed).entries == entries
