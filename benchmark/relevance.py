"""How many articles of alliances the relevance filter keeps, how many others, and how fast it is.

    python benchmark/relevance.py ANNOTATED... [--texts PATH] [--others PATH] [--repeats 5] [--json]

ANNOTATED are folders of annotated articles (articles/, gold/), --texts where else their articles
lie, --others other news; both may be given several times. Recall is over the articles that have a
core statement. Speeds are articles of 2,000 characters a second of one processor's time, the median
of so many runs: each text is repeated, or cut, to that length.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from tieup.articles import Article, load
from tieup.evaluation import load_annotations
from tieup.reading.relevance import is_relevant
from tieup.regions import Region, bundled_regions, told

#: So long is an article whose reading is timed.
LENGTH = 2000


def sized(article: Article) -> Article:
    """The article, repeated or cut to the length."""
    text = article.text
    times = -(-LENGTH // (len(text) + 1))
    return replace(article, text="\n".join([text] * times)[:LENGTH])


def speed(work: Callable[[Article], object], articles: Sequence[Article], repeats: int) -> float:
    """Articles a second of processor time, in the median run."""

    def once() -> float:
        start = process_time()
        for article in articles:
            work(article)
        return len(articles) / (process_time() - start)

    return statistics.median(once() for _ in range(repeats))


def ways(states: Sequence[Region]) -> dict[str, Callable[[Article], object]]:
    """What can be timed, by name."""

    def relevant(article: Article) -> bool:
        return is_relevant(article.text, states)

    def told_first(article: Article) -> bool:
        region = told(article, states)
        return region is not None and is_relevant(article.text, [region])

    return {
        "relevant to any region": relevant,
        "region told": lambda article: told(article, states),
        "relevant, then told": lambda article: relevant(article) and told(article, states),
        "told, then relevant to it": told_first,
    }


def annotated(
    folders: Sequence[Path], texts: Sequence[Path]
) -> tuple[dict[str, float], list[Article], list[str]]:
    """Recall by folder and over all, the articles, and the ids of those that were missed."""
    states = bundled_regions()
    recall: dict[str, float] = {}
    everything: list[Article] = []
    missed: list[str] = []
    for folder in folders:
        loaded = load_annotations(folder, texts)
        stated = {row.article for row in loaded.rows if row.core}
        articles = [article for article in loaded.articles if article.id in stated]
        if not articles:
            sys.exit(f"{folder}: no annotated articles")
        lost = [article.id for article in articles if not is_relevant(article.text, states)]
        recall[str(folder)] = 1 - len(lost) / len(articles)
        everything += articles
        missed += lost
    recall["all"] = 1 - len(missed) / len(everything)
    return recall, everything, missed


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("annotated", nargs="+", type=Path, help="folders of annotated articles")
    parser.add_argument("--texts", action="append", default=[], type=Path)
    parser.add_argument("--others", action="append", default=[], type=Path)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    states = bundled_regions()
    recall, articles, missed = annotated(args.annotated, args.texts)
    others = load(args.others).articles if args.others else ()
    passed = sum(is_relevant(article.text, states) for article in others)
    speeds = {
        kind: {
            name: speed(work, [sized(article) for article in some if article.text], args.repeats)
            for name, work in ways(states).items()
        }
        for kind, some in (("annotated", articles), ("others", others))
        if some
    }
    if args.json:
        found = {"recall": recall, "missed": missed, "speeds": speeds}
        print(json.dumps({**found, "passed": passed / len(others) if others else None}))
        return
    for folder, value in recall.items():
        print(f"recall {value:.3f}  {folder}")
    print(f"{len(articles)} annotated articles, missed: {', '.join(missed) or 'none'}")
    if others:
        print(f"{passed} of {len(others)} others pass ({passed / len(others):.1%})")
    for kind, by_name in speeds.items():
        for name, value in by_name.items():
            print(f"{kind:9}  {name:25} {value:8,.0f} articles/s")


if __name__ == "__main__":
    main()
