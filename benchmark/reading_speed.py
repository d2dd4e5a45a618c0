"""How fast the reader reads, how soon it starts, and how much memory it takes.

    python benchmark/reading_speed.py PATH... [--repeats 5] [--json]

Reads the articles again and again, in one process and in two, once more in a process of its own for
the peak of its memory (Linux tells it), and starts fresh processes that each read the shortest one.
It uses no more of tieup than reading an article needs, so that it measures older trees, too, one
without regions that articles tell included: benchmark/reading.py runs it under both.
"""

import argparse
import json
import multiprocessing
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import tieup.regions
from tieup.articles import Article, load
from tieup.reading import read
from tieup.regions import Region, load_region

#: The region where the tree at hand lets articles tell none.
REGION = "west-bengal"
#: A measurement reads at least so many articles.
ARTICLES = 60


@cache
def default() -> Region:
    """The default region, loaded once in each process."""
    return load_region(REGION)


def region_of(article: Article) -> Region:
    """The region that an article tells."""
    choice = getattr(tieup.regions, "RegionChoice", None)
    found: Region = choice().of_article(article) if choice else default()
    return found


def read_one(article: Article) -> int:
    """How many statements there are in it."""
    return len(read(article, region_of(article)).statements)


def peak(articles: Sequence[Article]) -> float | None:
    """Megabytes that this process takes at most when it has read them all."""
    for article in articles:
        read_one(article)
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    found = [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")]
    return found[0] if found else None


def median(measure: Callable[[], float], repeats: int) -> float:
    """The median of so many measurements."""
    return statistics.median(measure() for _ in range(repeats))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measured(paths: Sequence[Path], repeats: int) -> dict[str, float | None]:
    """All figures by name; speeds in articles a second, time in seconds, memory in MB."""
    articles = load(paths).articles
    if not articles:
        sys.exit(f"no articles in {', '.join(map(str, paths))}")
    many = articles * -(-ARTICLES // len(articles))
    shortest = min(
        (file for path in paths for file in ([path] if path.is_file() else path.rglob("*.*"))),
        key=lambda file: file.stat().st_size,
    )
    fresh = [sys.executable, __file__, "--once", str(shortest)]
    spawning = multiprocessing.get_context("spawn")
    with spawning.Pool(1) as pool:
        memory = pool.apply(peak, (articles,))
    read_one(articles[0])
    one = median(lambda: seconds(lambda: [read_one(article) for article in many]), repeats)
    with spawning.Pool(2) as pool:
        pool.map(read_one, articles[:2], chunksize=1)
        two = median(lambda: seconds(lambda: pool.map(read_one, many, chunksize=4)), repeats)
    start = median(lambda: seconds(lambda: subprocess.run(fresh, check=True)), repeats)
    return {
        "one process": len(many) / one,
        "two processes": len(many) / two,
        "start": start,
        "memory": memory,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path, help="files and folders of articles")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--once", action="store_true", help="only read: what a start is timed by")
    args = parser.parse_args()
    if args.once:
        for article in load(args.paths).articles:
            read_one(article)
        return
    found = measured(args.paths, args.repeats)
    if args.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:14} {'unknown' if value is None else f'{value:.2f}'}")


if __name__ == "__main__":
    main()
