"""How many points of a board a careful reader would sign.

    python benchmark/boards.py GOLD [--articles PATH...] [--points FILE] [--held] [--missed]

Reads the annotated articles into a ledger in memory and asks its board for the status of every
point: once from what the reader reads, once from the annotations, as if it read like a person. A
point that has another status that can be defended counts as right with that one, too; the column
"strict" counts it with its first one alone. Points kept for the final check are asked only with
--held.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tieup.alliances import board
from tieup.articles import Article
from tieup.evaluation.annotations import Annotation, Annotations, load_annotations
from tieup.reading import read
from tieup.regions import Region, load_region
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Kind, Mode, Status

POINTS = Path(__file__).parent.parent / "annotations" / "boards.toml"
REGION = "west-bengal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What a careful reader expects of a relation on a day."""

    parties: tuple[str, str]
    election: str
    on: date
    status: Status
    towards: tuple[str, ...] = ()
    also: tuple[Status, ...] = ()
    articles: tuple[str, ...] = ()
    because: str = ""
    held: bool = False


def points(path: Path) -> list[Point]:
    """The points of a file."""
    listed: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["point"]
    return [
        Point(
            **{
                **values,
                "parties": tuple(values["parties"]),
                "status": Status(values["status"]),
                "also": tuple(map(Status, values.get("also", ()))),
                "towards": tuple(values.get("towards", ())),
                "articles": tuple(values.get("articles", ())),
            }
        )
        for values in listed
    ]


def as_read(annotations: Annotations, region: Region) -> list[Statement]:
    """What the reader reads."""
    return [s for article in annotations.articles for s in read(article, region).statements]


def as_annotated(annotations: Annotations, region: Region) -> list[Statement]:
    """What the annotators found, as statements."""
    articles = {article.id: article for article in annotations.articles}
    return [_statement(row, articles[row.article], region) for row in annotations.rows]


def _statement(row: Annotation, article: Article, region: Region) -> Statement:
    start = row.start or 0
    end = row.end or len(article.text)
    person = region.people.get(row.speaker)
    role = person.role_on(article.published) if person else None
    party = role.party if role else row.speaker.removeprefix("unnamed:")
    return Statement(
        kind=Kind.ALLIANCE,
        article=article.id,
        content_id=article.content_id,
        act=row.act,
        parties=row.parties,
        hub=row.hub,
        speaker=row.speaker,
        speaker_party=party if party in region.parties else None,
        unit=role.unit if role else None,
        mode=Mode.REPORT if row.speaker == REPORT else Mode.INDIRECT,
        election=row.election,
        background=row.background,
        said_on=row.said_on,
        published=article.published,
        quote=article.text[start:end],
        start=start,
        end=end,
        reader="annotators",
        confidence=1.0,
        why="annotated",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the board says to a point."""

    point: Point
    status: Status
    towards: tuple[str, ...]
    rule: str
    because: Sequence[Statement]

    @property
    def strict(self) -> bool:
        """Whether it is the very status."""
        return self.status is self.point.status

    @property
    def right(self) -> bool:
        """Whether it can be defended."""
        return self.status in (self.point.status, *self.point.also)


def answers(
    asked: Iterable[Point], statements: Sequence[Statement], region: Region
) -> Iterator[Answer]:
    """The board's answer to each point."""
    for point in asked:
        found = board(statements, region, on=point.on, election=point.election)
        entry = found.entry(*point.parties)
        yield Answer(
            point=point,
            status=entry.status,
            towards=entry.finding.towards,
            rule=entry.finding.rule,
            because=entry.because,
        )


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="a folder of annotated articles")
    parser.add_argument("--articles", nargs="*", type=Path, default=[], help="where texts stand")
    parser.add_argument("--points", type=Path, default=POINTS)
    parser.add_argument("--held", action="store_true", help="ask what was kept for the end, too")
    parser.add_argument("--missed", action="store_true", help="show each point that is missed")
    args = parser.parse_args()
    region = load_region(REGION)
    annotations = load_annotations(args.gold, args.articles)
    every = points(args.points)
    sets = {"open": [p for p in every if not p.held]}
    if args.held:
        sets["held"] = [p for p in every if p.held]
    print(f"{'statements':12} {'points':6} {'asked':>5} {'right':>6} {'strict':>6}  by status")
    for source, found in (("read", as_read), ("annotated", as_annotated)):
        statements = found(annotations, region)
        for name, asked in sets.items():
            told = list(answers(asked, statements, region))
            count = len(told)
            right, strict = sum(a.right for a in told), sum(a.strict for a in told)
            of = Counter(a.point.status for a in told)
            hit = Counter(a.point.status for a in told if a.right)
            by_status = ", ".join(f"{status} {hit[status]}/{of[status]}" for status in of)
            shares = f"{right / count:6.1%} {strict / count:6.1%}"
            print(f"{source:12} {name:6} {count:5} {shares}  {by_status}")
            if args.missed:
                _show([a for a in told if not a.right])


def _show(missed: Iterable[Answer]) -> None:
    for answer in missed:
        point = answer.point
        print(f"\n  {'+'.join(point.parties)} {point.election} {point.on}: {point.status} expected")
        print(f"    {answer.status} by '{answer.rule}', towards {answer.towards}; {point.because}")
        for s in answer.because:
            said = f"{s.published} {s.act} {'+'.join(s.parties)} {s.speaker} {s.confidence}"
            print(f"      {said}: {s.quote[:110]!r}")


if __name__ == "__main__":
    main()
