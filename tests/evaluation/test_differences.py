"""Differences: what was missed and what is extra, each with what stands beside it."""

import pytest
from rows import TEXT, annotation, annotations, statement

from tieup.evaluation import Annotation, Evaluation, Units, judge
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Kind

MET = {"evidence": "The ISF and the JUP met.", "start": 0}


def judged(region: Region, annotated: list[Annotation], statements: list[Statement]) -> Evaluation:
    """Statements held against annotations."""
    given = annotations(*annotated)
    return judge(given, statements, Units.of(given, lambda _: region))


def test_nothing_differs(bengal: Region) -> None:
    found = judged(bengal, [annotation("ISF talks ISF+JUP")], [statement("ISF talks JUP+ISF")])
    assert (found.missed, found.extra) == ((), ())


def test_only_the_pairs_that_lack_are_told(bengal: Region) -> None:
    rows = [annotation("ISF talks ISF+JUP+INC/ISF")]
    found = judged(bengal, rows, [statement("ISF talks ISF+JUP+LF/ISF")])
    assert [one.pairs for one in found.missed] == [(("INC", "ISF"),)]
    assert [one.pairs for one in found.extra] == [(("ISF", "LF"),)]


def test_each_unit_is_told_once(bengal: Region) -> None:
    rows = [annotation("ISF talks ISF+JUP"), annotation("JUP talks ISF+JUP")]
    found = judged(bengal, rows, [statement("ISF wants ISF+JUP"), statement("JUP wants ISF+JUP")])
    assert [one.annotation.speaker for one in found.missed] == ["ISF"]
    assert [one.statement.speaker for one in found.extra] == ["ISF"]


def test_what_is_optional_is_neither_missed_nor_extra(bengal: Region) -> None:
    rows = [
        annotation("ISF talks ISF+JUP", core=False),
        annotation("ISF wants INC+ISF", core=False),
    ]
    found = judged(bengal, rows, [statement("ISF talks ISF+JUP")])
    assert (found.missed, found.extra) == ((), ())


@pytest.mark.parametrize(
    ("line", "start", "why"),
    [
        ("ISF wants ISF+JUP", 0, "read in these words: wants"),
        ("ISF wants ISF+INC", 0, "read in these words: wants of INC–ISF"),
        ("ISF wants ISF+JUP", 24, "nothing read in these words; of the pair elsewhere: wants"),
        ("ISF wants INC+LF", 24, "nothing read in these words, nor of the pair"),
    ],
)
def test_why_it_was_missed(bengal: Region, line: str, start: int, why: str) -> None:
    row = annotation("ISF talks ISF+JUP", **MET)
    found = judged(bengal, [row], [statement(line, start=start, quote=TEXT[start:])])
    assert [one.why for one in found.missed] == [why]
    (extra,) = found.extra
    assert extra.annotated == why.replace("read", "annotated").replace("wants", "talks").replace(
        "talks of INC–ISF", "talks of ISF–JUP"
    )


def test_words_without_a_place_overlap_nothing(bengal: Region) -> None:
    row = annotation("ISF talks ISF+JUP", evidence="words of nobody")
    (missed,) = judged(bengal, [row], [statement("ISF wants INC+LF")]).missed
    assert missed.why == "nothing read in these words, nor of the pair"


def test_json_has_article_quote_and_why(bengal: Region) -> None:
    row = annotation("ISF talks ISF+JUP", **MET, flags=("passive",))
    found = judged(bengal, [row], [statement("JUP wants ISF+JUP", confidence=0.7)]).to_json()
    assert found["missed"] == [
        {
            "article": "a", "pairs": [["ISF", "JUP"]], "act": "talks", "speaker": "ISF",
            "quote": "The ISF and the JUP met.", "start": 0, "flags": ["passive"],
            "why": "read in these words: wants",
        }
    ]  # fmt: skip
    (extra,) = found["extra"]
    assert extra["id"].startswith("s_")
    assert (extra["quote"], extra["start"], extra["confidence"]) == (TEXT, 0, 0.7)
    assert extra["why"] == "written by hand"
    assert extra["annotated"] == "annotated in these words: talks"


def test_a_statement_is_right_where_all_its_pairs_are(bengal: Region) -> None:
    rows = [annotation("ISF talks ISF+JUP"), annotation("ISF talks INC+ISF", core=False)]
    statements = [
        statement("ISF talks ISF+JUP+INC/ISF", confidence=0.85),
        statement("ISF talks ISF+JUP+LF/ISF", confidence=0.85),
    ]
    (one,) = judged(bengal, rows, statements).reliability.bins
    assert (one.right, one.of) == (1, 2)


def test_other_kinds_and_articles_are_passed_over(bengal: Region) -> None:
    statements = [
        statement("ISF talks ISF+JUP", article="not annotated"),
        statement("ISF talks ISF+JUP", kind=Kind.STRENGTH, act=None),
    ]
    found = judged(bengal, [annotation("ISF talks ISF+JUP")], statements)
    assert (found.statements, found.extra, len(found.missed)) == (0, (), 1)
