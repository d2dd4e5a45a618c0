"""Scores: by hand, at the ends, and against the scorer of the annotated articles."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rows import annotation, annotations, statement

from tieup.evaluation import (
    Annotation,
    Level,
    Scores,
    Units,
    evaluate,
    load_annotations,
    score,
)
from tieup.reading import read
from tieup.regions import Region
from tieup.vocabulary import Act

NAMES = {"Naushad Siddiqui": "Nawsad Siddiqui", "B. Basu": "Biman Basu"}


def scored(annotated: Sequence[Annotation], found: Sequence[Annotation], region: Region) -> Scores:
    """The scores of rows against rows."""
    units = Units.of(annotations(*annotated, **NAMES), lambda _: region)
    return score(annotated, found, units)


def test_by_hand(bengal: Region) -> None:
    annotated = [
        annotation("ISF denies ISF+JUP"),
        annotation("JUP claims ISF+JUP"),
        annotation("report talks INC+ISF+LF"),
        annotation("report wants INC+JUP", core=False),
    ]
    found = [
        annotation("JUP denies ISF+JUP"),  # another speaks
        annotation("JUP agrees ISF+JUP"),  # another act, of the same polarity
        annotation("report talks CPIM+INC"),  # who leads the front
        annotation("report wants INC+JUP"),  # optional
        annotation("report refuses BJP+TMC"),  # nobody's
    ]
    levels = scored(annotated, found, bengal).levels
    counts = {level: (s.required, s.hits, s.counted) for level, s in levels.items()}
    assert counts == {
        Level.RELATION: (4, 2, 3),
        Level.POLARITY: (5, 3, 4),
        Level.ACT: (5, 2, 4),
        Level.VOICED: (5, 1, 4),
    }
    act = levels[Level.ACT]
    assert (act.precision, act.recall) == (2 / 4, 2 / 5)
    assert act.f1 == pytest.approx(2 / (1 / act.precision + 1 / act.recall))


def test_the_first_election_and_the_first_day_count(bengal: Region) -> None:
    day, other = date(2026, 1, 14), date(2026, 1, 13)
    annotated = [
        annotation("ISF talks ISF+JUP", election="WB-2026", said_on=day),
        annotation("ISF talks ISF+LF", election="WB-2026", said_on=day),
        annotation("ISF talks INC+ISF", election="WB-2026"),
        annotation("ISF wants INC+ISF", election="WB-2026", said_on=day),
    ]
    found = [
        annotation("ISF talks ISF+JUP"),  # names none, so that the next counts
        annotation("ISF talks ISF+JUP", election="WB-2026", said_on=other),
        annotation("ISF talks ISF+JUP", election="WB-2021", said_on=day),
        annotation("ISF talks ISF+LF"),
        annotation("ISF talks INC+ISF", election="WB-2021", said_on=day),
    ]
    scores = scored(annotated, found, bengal)
    assert (scores.election.right, scores.election.of) == (1, 3)
    assert (scores.said_on.right, scores.said_on.of) == (0, 2)


def test_nothing_found(bengal: Region) -> None:
    scores = scored([annotation("ISF denies ISF+JUP", election="WB-2026")], [], bengal)
    assert scores.levels[Level.ACT].to_json() == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert (scores.election.value, scores.to_json()["election_accuracy"]) == (None, None)


def test_what_does_nothing_to_an_alliance_counts_nowhere(bengal: Region) -> None:
    row = annotation("ISF denies ISF+JUP")
    units = Units.of(annotations(row), lambda _: bengal)
    strength = statement("ISF denies ISF+JUP", act=None)
    assert score([row], [strength], units).levels[Level.RELATION].counted == 0


ROWS = st.lists(
    st.builds(
        Annotation,
        article=st.sampled_from(["a", "b"]),
        parties=st.lists(
            st.sampled_from(["LF", "CPIM", "CPI", "RSP", "INC", "ISF", "JUP"]),
            min_size=1,
            max_size=4,
        ).map(tuple),
        act=st.sampled_from([Act.WANTS, Act.TALKS, Act.DENIES, Act.WAITS]),
        hub=st.sampled_from([None, "CPIM", "LF", "ISF"]),
        speaker=st.sampled_from(["report", "unnamed:INC", "INC", *NAMES, *NAMES.values()]),
        election=st.sampled_from([None, "WB-2026", "WB-2021"]),
        said_on=st.sampled_from([None, date(2026, 1, 14), date(2026, 1, 15)]),
        core=st.booleans(),
    ),
    max_size=12,
)


@given(ROWS)
def test_annotations_agree_with_themselves(bengal: Region, rows: list[Annotation]) -> None:
    scores = scored(rows, rows, bengal)
    for level in scores.levels.values():
        assert level.hits == level.counted == level.required
    assert scores.election.right <= scores.election.of


@pytest.fixture(scope="session")
def scorer(shared: Path) -> ModuleType:
    """The scorer of the annotated articles."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_scorer_takes_it(row: Annotation) -> dict[str, Any]:
    """The row as JSON gives it."""
    return {
        "article": row.article, "parties": list(row.parties), "hub": row.hub, "act": row.act.value,
        "speaker": row.speaker, "election": row.election,
        "said_on": row.said_on.isoformat() if row.said_on else None,
    }  # fmt: skip


@pytest.mark.shared
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, ROWS)
def test_any_rows_score_as_the_scorer_has_them(
    bengal: Region, scorer: ModuleType, annotated: list[Annotation], found: list[Annotation]
) -> None:
    """Where every article is annotated, as the scorer makes sure beforehand."""
    articles = {row.article for row in annotated}
    found = [row for row in found if row.article in articles]
    gold = [as_scorer_takes_it(row) for row in annotated]
    core = [as_scorer_takes_it(row) for row in annotated if row.core]
    told = [as_scorer_takes_it(row) for row in found]
    names = {scorer.key(variant): scorer.key(name) for variant, name in NAMES.items()}
    expected = {
        level.value: scorer.f1(*(scorer.units(rows, level, names) for rows in (core, gold, told)))
        for level in Level
    }
    expected["election_accuracy"] = scorer.accuracy(gold, told, "election")
    expected["date_accuracy"] = scorer.accuracy(gold, told, "said_on")
    assert scored(annotated, found, bengal).to_json() == expected


@pytest.mark.shared
def test_the_annotated_articles_score_as_the_scorer_has_them(
    bengal: Region, shared: Path, tmp_path: Path
) -> None:
    gold = shared / "gold"
    annotated = load_annotations(gold, [shared / "seeds"])
    assert annotated.problems == ()
    found = evaluate(annotated, lambda _: bengal).to_json()
    predictions = tmp_path / "predictions.jsonl"
    statements = (s for article in annotated.articles for s in read(article, bengal).statements)
    lines = (json.dumps(s.to_json()) + "\n" for s in statements)
    predictions.write_text("".join(lines), encoding="utf-8")
    options = ("--names", gold / "names.json", "--json")
    command = (sys.executable, gold / "score.py", gold, predictions, *options)
    done = subprocess.run([str(one) for one in command], check=True, capture_output=True, text=True)
    expected = json.loads(done.stdout)
    assert expected["articles"] == 30
    assert {name: found[name] for name in expected} == expected
