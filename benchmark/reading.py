"""The reader beside keyword search and beside itself as it was, on annotated articles, in one run.

    python benchmark/reading.py ../shared/gold [DIR...] [--against main] [--level act]

Each DIR holds articles/ and gold/ (see `tieup evaluate`); texts that it lacks are looked for in the
folder seeds beside it. For each, and for all of them, prints F1 of relation, polarity, act and act
with speaker and the share of right elections and days: of the reader in this tree, of that in a git
REF, and of a search for keywords. Then what was gained and lost against REF, one by one: annotated
statements newly found and no longer found, and extra ones newly made and gone. Last, speed, start
and memory of both readers. Articles that rules were written with are read better than others.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from textwrap import shorten

from tieup.articles import Article
from tieup.evaluation import (
    Annotation,
    Annotations,
    Level,
    Row,
    Score,
    Scores,
    Share,
    Units,
    load_annotations,
    score,
)
from tieup.reading import read
from tieup.reading.names.names import names_of
from tieup.reading.text.sentences import sentences
from tieup.regions import Region, RegionChoice
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Act, Kind

ROOT = Path(__file__).resolve().parents[1]
#: What a newsroom searches for, and the act that it takes a hit for.
KEYWORDS = (
    (Act.REFUSES, r"alone|rule[ds]? out|reject"),
    (Act.DENIES, r"den(?:y|ied|ies)"),
    (Act.ENDS, r"snap|broke|quit"),
    (Act.DEMANDS, r"demand|want"),
    (Act.WAITS, r"decision|awaited"),
    (Act.TALKS, r"talks?|meeting|discuss"),
    (Act.AGREES, r"alliance|tie-?up|seat[- ]sharing|pact"),
)
#: Of a quote or a reason, so many characters are shown.
SHOWN = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Two parties in a sentence with a keyword; the report speaks."""

    article: str
    parties: tuple[str, ...]
    act: Act
    hub: None = None
    speaker: str = REPORT
    election: None = None
    said_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Annotated articles, and what both readers and the search found in them."""

    path: Path
    annotations: Annotations
    units: Units
    now: tuple[Statement, ...]
    before: tuple[Statement, ...] | None
    hits: tuple[Hit, ...]

    def scores(self) -> dict[str, Scores]:
        """By whose they are."""
        found: dict[str, Sequence[Row] | None] = {
            "reader": self.now,
            "reader before": self.before,
            "keywords": self.hits,
        }
        return {
            name: score(self.annotations.rows, rows, self.units)
            for name, rows in found.items()
            if rows is not None
        }


def keyword_hits(article: Article, region: Region) -> Iterator[Hit]:
    """What a search for keywords and names would find."""
    found = names_of(region).mentions(article.text, article.published)
    for sentence in sentences(article.text):
        named = {m.party for m in found if m.party and sentence.covers(m.span)}
        words = sentence.of(article.text)
        act = next((act for act, pattern in KEYWORDS if re.search(pattern, words)), None)
        for pair in combinations(sorted(named), 2) if act else ():
            yield Hit(article=article.id, parties=pair, act=act or Act.AGREES)


def texts_of(folder: Path) -> list[Path]:
    """Where a folder's articles stand."""
    places = [folder / "articles", folder.parent / "seeds"]
    return [place for place in places if place.exists()]


@contextmanager
def tree_of(ref: str) -> Iterator[Path]:
    """The sources of a git ref, as a folder to import from."""
    with tempfile.TemporaryDirectory() as folder:
        packed = Path(folder) / "tree.tar"
        command = ["git", "-C", str(ROOT), "archive", "-o", str(packed), ref, "src"]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"no tree of {ref}: {done.stderr.strip()}")
        with tarfile.open(packed) as tar:
            tar.extractall(folder, filter="data")
        yield Path(folder) / "src"


def run_in(tree: Path, *command: str | Path) -> str:
    """What a Python command prints with the package of that tree."""
    env = {**os.environ, "PYTHONPATH": str(tree)}
    done = subprocess.run(
        [sys.executable, *map(str, command)], env=env, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def read_in(tree: Path, paths: Sequence[Path]) -> tuple[Statement, ...]:
    """What the reader of that tree finds, by its own command line."""
    command = ("-c", "from tieup.cli import main; main()", "read", "--jsonl")
    lines = run_in(tree, *command, "--ledger", ":memory:", *paths).splitlines()
    return tuple(Statement.from_json(json.loads(line)) for line in lines)


def folder_of(path: Path, regions: RegionChoice, tree: Path | None) -> Folder:
    """Read by both and searched."""
    texts = texts_of(path)
    annotations = load_annotations(path, texts[1:] if (path / "articles").exists() else texts)
    for problem in annotations.problems:
        print(f"! {problem}", file=sys.stderr)
    if not annotations.articles:
        sys.exit(f"nothing to score in {path}")
    annotated = {article.id for article in annotations.articles}
    placed = [(article, regions.of_article(article)) for article in annotations.articles]
    now = (s for article, region in placed for s in read(article, region).statements)
    before = read_in(tree, texts) if tree else None
    return Folder(
        path=path,
        annotations=annotations,
        units=Units.of(annotations, regions.of_article),
        now=tuple(alliance(now, annotated)),
        before=None if before is None else tuple(alliance(before, annotated)),
        hits=tuple(hit for article, region in placed for hit in keyword_hits(article, region)),
    )


def alliance(statements: Iterable[Statement], articles: set[str]) -> Iterator[Statement]:
    """Those that are scored."""
    return (s for s in statements if s.kind is Kind.ALLIANCE and s.article in articles)


def together(scores: Iterable[Scores]) -> Scores:
    """The scores of several folders as those of one."""
    given = tuple(scores)
    return Scores(
        levels={
            level: Score(
                required=sum(one.levels[level].required for one in given),
                hits=sum(one.levels[level].hits for one in given),
                counted=sum(one.levels[level].counted for one in given),
            )
            for level in Level
        },
        election=Share(
            right=sum(one.election.right for one in given), of=sum(one.election.of for one in given)
        ),
        said_on=Share(
            right=sum(one.said_on.right for one in given), of=sum(one.said_on.of for one in given)
        ),
    )


def print_scores(name: str, scores: dict[str, Scores]) -> None:
    """F1 and shares, one line each."""
    print(f"\n{name:16} relation  polarity     act  voiced  election     day")
    for whose, found in scores.items():
        levels = (found.levels[level].f1 for level in Level)
        shares = (found.election.value or 0.0, found.said_on.value or 0.0)
        widths = (8, 10, 8, 8, 10, 8)
        figures = zip((*levels, *shares), widths, strict=True)
        print(f"{whose:16}" + "".join(f"{value:{width}.3f}" for value, width in figures))


def print_changes(folders: Sequence[Folder], ref: str, level: Level) -> None:
    """What was gained and lost, and what is extra now and was not, or the reverse."""
    counts = dict.fromkeys(("gained", "lost", "made", "gone"), 0)
    lines: list[str] = []
    for folder in folders:
        for what, row, why in changes(folder, level):
            counts[what] += 1
            parties = "+".join(row.parties)
            lines.append(f"{what:6} {row.article}  {parties} {row.act}, {row.speaker}")
            words = row.evidence if isinstance(row, Annotation) else row.quote
            lines += (f"       {shorten(text, SHOWN, placeholder='…')}" for text in (words, why))
    print(f"\nagainst {ref}, by {level}: annotated statements gained {counts['gained']}, lost "
          f"{counts['lost']}; extra ones made {counts['made']}, gone {counts['gone']}")  # fmt: skip
    print("\n".join(lines))


def changes(folder: Folder, level: Level) -> Iterator[tuple[str, Annotation | Statement, str]]:
    """Each changed row, with the reason of the statement that changed it."""
    of_rows, of_row = folder.units.of_rows, folder.units.of_row
    rows, before = folder.annotations.rows, folder.before or ()
    now_units, before_units = of_rows(folder.now, level), of_rows(before, level)
    annotated = of_rows(rows, level)
    sides = (
        ("gained", "made", folder.now, now_units - before_units),
        ("lost", "gone", before, before_units - now_units),
    )
    for hit, extra, statements, changed in sides:
        why = {unit: s.why for s in reversed(statements) for unit in of_row(s, level)}
        for row in rows:
            units = changed.intersection(of_row(row, level)) if row.core else frozenset()
            if units:
                yield hit, row, why[min(units)]
        for s in statements:
            if changed.intersection(of_row(s, level)) - annotated:
                yield extra, s, s.why


def print_speed(
    folders: Sequence[Folder], regions: RegionChoice, tree: Path | None, repeats: int
) -> None:
    """Speed, start and memory, of both readers with the same measure."""
    texts = list(dict.fromkeys(place for folder in folders for place in texts_of(folder.path)))
    script = ROOT / "benchmark" / "reading_speed.py"
    command: list[str | Path] = [script, *texts, "--json", "--repeats", str(repeats)]
    print(f"\n{'':16} articles/s  with two processes  start, s  peak MB")
    for name, sources in (("reader", ROOT / "src"), ("reader before", tree)):
        if sources:
            found = json.loads(run_in(sources, *command))
            print(f"{name:16} {found['one process']:10.0f}  {found['two processes']:18.0f}  "
                  f"{found['start']:8.2f}  {found['memory'] or float('nan'):7.0f}")  # fmt: skip
    articles = (article for folder in folders for article in folder.annotations.articles)
    placed = [(article, regions.of_article(article)) for article in articles]
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        for article, region in placed:
            list(keyword_hits(article, region))
        times.append(time.perf_counter() - start)
    print(f"{'keywords':16} {len(placed) / statistics.median(times):10.0f}")


def main() -> None:
    """Read, search, score, compare and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--against", default="main", metavar="REF", help='"" for nothing')
    parser.add_argument(
        "--level", default=Level.ACT, type=Level, choices=list(Level), help="of gained and lost"
    )
    parser.add_argument("--repeats", default=5, type=int, help="of speed; 0 leaves it out")
    args = parser.parse_args()
    regions = RegionChoice()
    with tree_of(args.against) if args.against else nullcontext() as tree:
        folders = [folder_of(path, regions, tree) for path in args.folders]
        for folder in folders:
            print_scores(folder.path.name, folder.scores())
        if len(folders) > 1:
            names = folders[0].scores()
            print_scores(
                "all", {name: together(f.scores()[name] for f in folders) for name in names}
            )
        if tree:
            print_changes(folders, args.against, args.level)
        if args.repeats:
            print_speed(folders, regions, tree, args.repeats)


if __name__ == "__main__":
    main()
