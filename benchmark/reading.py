"""The reader beside keyword search, on annotated articles, in one run.

    python benchmark/reading.py ../shared/gold [--seeds ../shared/seeds]

Scores both with the scorer of the annotated articles, prints F1 for relation, polarity, act and act
with speaker, the share of right elections and dates, and articles a second. The articles are those
that the rules were written with: on other texts both fare worse.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from tieup.articles import Article, load
from tieup.reading import read
from tieup.reading.names import names_of
from tieup.reading.sentences import sentences
from tieup.regions import Region, load_region

#: What a newsroom searches for, and the act that it takes a hit for.
KEYWORDS = (
    ("refuses", r"alone|rule[ds]? out|reject"),
    ("denies", r"den(?:y|ied|ies)"),
    ("ends", r"snap|broke|quit"),
    ("demands", r"demand|want"),
    ("waits", r"decision|awaited"),
    ("talks", r"talks?|meeting|discuss"),
    ("agrees", r"alliance|tie-?up|seat[- ]sharing|pact"),
)


def by_rules(article: Article, region: Region) -> Iterator[dict[str, Any]]:
    """The reader's statements."""
    for statement in read(article, region).statements:
        yield statement.to_json()


def by_keywords(article: Article, region: Region) -> Iterator[dict[str, Any]]:
    """A row for each two parties in a sentence with a keyword; the report speaks."""
    found = names_of(region).mentions(article.text, article.published)
    for sentence in sentences(article.text):
        named = {m.party for m in found if m.party and sentence.covers(m.span)}
        words = sentence.of(article.text)
        act = next((act for act, pattern in KEYWORDS if re.search(pattern, words)), None)
        for pair in combinations(sorted(named), 2) if act else ():
            yield {"article": article.id, "parties": list(pair), "act": act, "speaker": "report"}


def main() -> None:
    """Read with both, score both, print one line each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "gold", type=Path, help="folder with articles/, gold/, names.json and score.py"
    )
    parser.add_argument("--seeds", type=Path, help="folder of the seeds; beside GOLD by default")
    args = parser.parse_args()
    region = load_region("west-bengal")
    articles = load([args.gold / "articles", args.seeds or args.gold.parent / "seeds"]).articles
    print(f"{'':10} relation polarity  act  voiced  election  date  articles/s")
    for name, reader in (("reader", by_rules), ("keywords", by_keywords)):
        report, speed = scored(articles, region, reader, args.gold)
        levels = (report[level]["f1"] for level in ("relation", "polarity", "act", "voiced"))
        shares = (report[f"{field}_accuracy"] or 0.0 for field in ("election", "date"))
        figures = "    ".join(f"{value:.2f}" for value in (*levels, *shares))
        print(f"{name:10} {figures}    {speed:.0f}")


def scored(
    articles: tuple[Article, ...],
    region: Region,
    reader: Callable[[Article, Region], Iterator[dict[str, Any]]],
    gold: Path,
) -> tuple[dict[str, Any], float]:
    """The scorer's report on one reader, and how many articles it reads a second."""
    start = time.perf_counter()
    rows = [row for article in articles for row in reader(article, region)]
    speed = len(articles) / (time.perf_counter() - start)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        options = ["--names", str(gold / "names.json"), "--json"]
        command = [sys.executable, str(gold / "score.py"), str(gold), file.name, *options]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout), speed


if __name__ == "__main__":
    main()
