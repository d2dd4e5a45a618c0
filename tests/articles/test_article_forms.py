"""The forms in which articles come in, each told by how it begins."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.articles import Article, Source, parse
from tieup.articles.cleaning import clean
from tieup.articles.days import parse_day
from tieup.problems import Problem

DAY = date(2025, 12, 28)
SAID = "The Left said that it was ready to talk."
#: Sentences whose words are in no form's grammar.
BODIES = st.lists(
    st.sampled_from(["The Left", "of the", "said so,", "“no”", "\n\nAnd", "met."]), min_size=1
).map(lambda words: f"{' '.join(words)} the end.".strip())
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def read(
    data: bytes | str, *, day: date | None = None, suffix: str = ""
) -> tuple[list[Article], list[Problem]]:
    """What a file named "news" gives."""
    raw = data if isinstance(data, bytes) else data.encode()
    found = list(parse(raw, file="news", stem="news", suffix=suffix, day=day))
    articles = [one for one in found if isinstance(one, Article)]
    return articles, [one for one in found if isinstance(one, Problem)]


def one(data: bytes | str, *, day: date | None = None, suffix: str = "") -> Article:
    """The one article of a file without problems."""
    articles, problems = read(data, day=day, suffix=suffix)
    assert problems == []
    assert len(articles) == 1
    return articles[0]


# -- any input ------------------------------------------------------------------------------------


@given(st.binary() | st.text().map(str.encode), st.sampled_from(["", ".json", ".html"]))
def test_any_file_gives_articles_or_problems(data: bytes, suffix: str) -> None:
    articles, problems = read(data, day=DAY, suffix=suffix)
    assert articles or problems
    assert (articles, problems) == read(data, day=DAY, suffix=suffix)
    for article in articles:
        assert clean(article.text) == (article.text, ())
        assert article.id


JSONS: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "date", "text", "title", "url", "outlet", "sources", "x"]), inner
        )
    ),
    max_leaves=8,
)


@given(JSONS)
def test_any_json_gives_articles_or_problems(value: Any) -> None:  # noqa: ANN401 - any JSON
    articles, problems = read(json.dumps(value), day=DAY, suffix=".json")
    assert articles or problems


# -- dated runs -----------------------------------------------------------------------------------


@given(st.lists(st.tuples(DAYS, BODIES), min_size=1, max_size=4), st.sampled_from(["\n", "\n\n"]))
def test_a_dated_run_gives_each_article(run: list[tuple[date, str]], gap: str) -> None:
    articles, problems = read(gap.join(f" date {day} {text}" for day, text in run))
    assert problems == []
    assert [(article.published, article.text) for article in articles] == run
    assert [article.id for article in articles] == ["news", "news-2", "news-3", "news-4"][
        : len(run)
    ]


def test_only_the_start_of_a_line_begins_an_article() -> None:
    text = f"{SAID} The next date 2025-12-29 was set; date 2025-12-30 was not.\ndate 2026-01-01 is."
    assert one(f" date 2025-12-28 {text}").text == text


def test_the_first_space_of_a_file_may_be_trimmed() -> None:
    assert one(f"date 2025-12-28 {SAID}").published == DAY


def test_an_article_with_an_impossible_date_costs_no_other() -> None:
    dates = ["2025-12-27", "2025-02-30", "28-12-2025", "1825-01-01", "2025-12-28"]
    articles, problems = read("\n".join(f" date {day} {SAID}" for day in dates))
    assert [article.published.isoformat() for article in articles] == ["2025-12-27", "2025-12-28"]
    assert [(problem.place, problem.wrong, problem.lost) for problem in problems] == [
        ("line 2", "'2025-02-30' is no day of the calendar", True),
        ("line 3", "'28-12-2025' is no date of the form YYYY-MM-DD", True),
        ("line 4", "the year of '1825-01-01' is outside 1900 to 2100", True),
    ]


def test_what_stands_before_a_dated_run_is_a_problem_of_its_own() -> None:
    articles, problems = read(f"Printed for the desk.\n\n date 2025-12-28 {SAID}")
    assert [article.text for article in articles] == [SAID]
    assert [problem.done for problem in problems] == ["that part skipped"]


# -- plain text -----------------------------------------------------------------------------------


@given(DAYS, BODIES)
def test_a_first_line_may_be_the_day(day: date, text: str) -> None:
    article = one(f"{day}\n{text}", day=DAY)
    assert (article.published, article.text) == (day, text)


@given(DAYS, BODIES)
def test_a_head_names_what_is_known(day: date, text: str) -> None:
    article = one(
        f"Title: Left ready\nDATE: {day}\noutlet: The Daily\nURL: https://daily.example/1\n\n{text}"
    )
    assert (article.published, article.text) == (day, text)
    assert (article.title, article.outlet) == ("Left ready", "The Daily")
    assert article.url == "https://daily.example/1"


@given(DAYS, BODIES)
def test_a_bare_text_takes_the_day_given(day: date, text: str) -> None:
    article = one(text, day=day)
    assert (article.published, article.text) == (day, text)


@pytest.mark.parametrize("text", [SAID, f"[Wire] {SAID}", "Source: a leader.\nThe Left said it."])
def test_a_bare_text_without_a_day_is_skipped(text: str) -> None:
    articles, problems = read(text)
    assert articles == []
    assert [str(problem) for problem in problems] == [
        "news: no date; skipped; give one with --date YYYY-MM-DD"
    ]
    assert one(text, day=DAY).text == text


# -- JSON -----------------------------------------------------------------------------------------


@given(run=st.lists(st.tuples(DAYS, BODIES), min_size=1, max_size=4), named=st.booleans())
def test_json_and_jsonl_give_the_same_articles(run: list[tuple[date, str]], *, named: bool) -> None:
    objects = [
        {"date": day.isoformat(), "text": text, "outlet": "The Daily", "agency": None}
        | ({"id": f"a{number}"} if named else {})
        for number, (day, text) in enumerate(run)
    ]
    as_list, as_lines = (
        read(json.dumps(objects, indent=1)),
        read("\n".join(map(json.dumps, objects))),
    )
    assert as_list == as_lines
    assert [(article.published, article.text) for article in as_list[0]] == run
    assert as_list[1] == []


def test_all_keys_are_kept() -> None:
    given_values = {
        "id": 7,
        "date": "2025-12-28T23:30:00+05:30",
        "text": SAID,
        "title": "Left &amp; right",
        "outlet": "The Daily",
        "agency": "PTI",
        "url": "https://daily.example/7",
        "sources": [{"outlet": "X", "url": "https://x.example", "date": "2025-12-27"}],
    }
    source = Source(outlet="X", url="https://x.example", published=DAY - timedelta(days=1))
    assert one(json.dumps(given_values)) == Article(
        id="7",
        published=DAY,
        text=SAID,
        title="Left & right",
        outlet="The Daily",
        agency="PTI",
        url="https://daily.example/7",
        sources=(source,),
    )


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        (3, "no object with the keys 'date' and 'text'"),
        ({"date": "2025-12-28"}, "no 'text'"),
        ({"date": "2025-12-28", "text": ["a"]}, "'text' is no string"),
        ({"date": 20251228, "text": SAID}, "'date' is no string of the form YYYY-MM-DD"),
        ({"date": "yesterday", "text": SAID}, "'yesterday' is no date of the form YYYY-MM-DD"),
        ({"date": "", "text": SAID}, "no date"),
        ({"date": "2025-12-28", "text": " \u200b "}, "no text"),
        ({"date": "2025-12-28", "text": "12, 34"}, "no words in the text"),
        (
            {"date": "2025-12-28", "text": SAID, "sources": [{"outlet": "X"}]},
            "'sources' is no list of 'outlet', 'url' and 'date'",
        ),
    ],
)
def test_an_item_that_is_no_article_costs_no_other(value: object, wrong: str) -> None:
    sound = {"date": "2025-12-28", "text": SAID}
    for text, place in (
        (json.dumps([sound, value, sound]), "item 2"),
        ("\n".join(map(json.dumps, [sound, value, sound])), "line 2"),
    ):
        articles, problems = read(text)
        assert [article.id for article in articles] == ["news", "news-3"]
        assert [(problem.place, problem.wrong) for problem in problems] == [(place, wrong)]


def test_a_broken_line_costs_no_other() -> None:
    line = json.dumps({"date": "2025-12-28", "text": SAID})
    articles, problems = read(f"{line}\n{line[:30]}\n\n{line}")
    assert len(articles) == 2
    assert [problem.place for problem in problems] == ["line 2"]
    assert "broken JSON at column" in problems[0].wrong


def test_separators_within_a_json_string_end_no_line() -> None:
    values = {"date": "2025-12-28", "text": f"{SAID}\u2028And more."}
    line = json.dumps(values, ensure_ascii=False)
    articles, problems = read(f"{line}\n{line}\n")
    assert [article.text for article in articles] == [f"{SAID}\nAnd more."] * 2
    assert problems == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[]", "an empty list"),
        ('{"id": "a", "text": "cut off he', "broken JSON at column"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('{"id": ' + "1" * 5000 + "}", "too many digits"),
    ],
)
def test_broken_json_is_skipped_with_the_reason(text: str, wrong: str) -> None:
    articles, problems = read(text, day=DAY)
    assert articles == []
    assert len(problems) == 1
    assert wrong in problems[0].wrong


def test_what_could_do_harm_or_is_no_string_is_left_out() -> None:
    values = {"date": "2025-12-28", "text": SAID, "url": "javascript:alert(1)", "agency": ["x"]}
    articles, problems = read(json.dumps(values))
    assert (articles[0].url, articles[0].agency) == (None, None)
    assert [problem.wrong for problem in problems] == [
        "'agency' is no string",
        "the URL is no web address",
    ]
    assert not any(problem.lost for problem in problems)


# -- pages ----------------------------------------------------------------------------------------


def test_a_page_is_read_with_its_own_date() -> None:
    article = one(
        '<!doctype html><title>Left ready</title><meta itemprop="datePublished" '
        f'content="2025-12-28"><body><p>{SAID}</p><p>5 &lt; 7</p>',
        day=date(2020, 1, 1),
    )
    assert (article.published, article.title) == (DAY, "Left ready")
    assert article.text == f"{SAID}\n\n5 < 7"


def test_a_page_without_date_may_give_it_in_its_text() -> None:
    page = f"<div>Date: 2025-12-28</div><div>{SAID}</div>"
    assert one(page, suffix=".html").published == DAY
    assert one(f"<html>{page}").text == SAID
    assert read(f"<html><p>{SAID}")[1][0].wrong == "no date"


def test_an_html_file_may_hold_a_dated_run() -> None:
    articles, _ = read(f" date 2025-12-28 {SAID}\n date 2025-12-29 {SAID}", suffix=".html")
    assert [article.id for article in articles] == ["news", "news-2"]


def test_a_page_without_text_is_skipped() -> None:
    assert read("<html><script>1</script></html>", day=DAY)[1][0].lost


# -- days -----------------------------------------------------------------------------------------


@given(DAYS, st.sampled_from(["", "T10:00", " 23:59:59", "T10:00:00.123+05:30", "T10:00:00Z"]))
def test_a_day_comes_back_with_any_time(day: date, time: str) -> None:
    assert parse_day(f" {day.isoformat()}{time} ") == day


@given(st.text(max_size=12))
def test_no_other_text_is_a_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no d|is outside"):
        parse_day(text)
