"""An evaluation: the reader on annotated articles, scored."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from tieup.articles import Article, Progress
from tieup.evaluation.annotations import Annotations
from tieup.evaluation.differences import Extra, Missed, extra, missed
from tieup.evaluation.reliability import Reliability, reliability
from tieup.evaluation.scores import Scores, score
from tieup.evaluation.units import Level, Units
from tieup.problems import Problem
from tieup.reading import read
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How well statements agree with annotations.

    Attributes:
        articles: how many were annotated and read.
        annotated: how many rows they have, optional ones included.
        statements: how many statements about alliances were read from them.
        reliability: a statement counts as right where each of its pairs is annotated with its act.
        missed: what was annotated and not found, by pair and act.
        extra: what was found and not annotated.
        problems: what was wrong with articles and annotations.
    """

    articles: int
    annotated: int
    statements: int
    scores: Scores
    reliability: Reliability
    missed: tuple[Missed, ...]
    extra: tuple[Extra, ...]
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """The published JSON."""
        return {
            "articles": self.articles,
            "gold_rows": self.annotated,
            "predicted_rows": self.statements,
            **self.scores.to_json(),
            "reliability": self.reliability.to_json(),
            "missed": [one.to_json() for one in self.missed],
            "extra": [one.to_json() for one in self.extra],
            "problems": [
                {"file": p.file, "place": p.place, "wrong": p.wrong, "done": p.done}
                for p in self.problems
            ],
        }


def evaluate(
    annotations: Annotations,
    region_of: Callable[[Article], Region],
    *,
    progress: Progress | None = None,
) -> Evaluation:
    """Read the annotated articles, each with its region, and score what was read."""
    statements: list[Statement] = []
    problems: list[Problem] = []
    for done, article in enumerate(annotations.articles, start=1):
        reading = read(article, region_of(article))
        statements += reading.statements
        problems += reading.problems
        if progress:
            progress(done, len(annotations.articles))
    found = judge(annotations, statements, Units.of(annotations, region_of))
    return replace(found, problems=(*found.problems, *problems))


def judge(annotations: Annotations, statements: Iterable[Statement], units: Units) -> Evaluation:
    """Score statements, whoever read them; those of other kinds or articles are passed over."""
    annotated = {article.id for article in annotations.articles}
    told = [s for s in statements if s.kind is Kind.ALLIANCE and s.article in annotated]
    right = units.of_rows(annotations.rows, Level.ACT)
    return Evaluation(
        articles=len(annotations.articles),
        annotated=len(annotations.rows),
        statements=len(told),
        scores=score(annotations.rows, told, units),
        reliability=reliability(
            (s.confidence, right.issuperset(units.of_row(s, Level.ACT))) for s in told
        ),
        missed=missed(annotations.rows, told, units),
        extra=extra(annotations.rows, told, units),
        problems=annotations.problems,
    )
