"""How fast the reader reads, how soon it starts, and how much memory it takes.

    python benchmark/reading_speed.py PATH... [--repeats 5] [--json]
    python benchmark/reading_speed.py PATH... --flat 100000 [--jobs 2]

Reads the articles again and again, in one process and in two, once more in a process of its own for
the peak of its memory (Linux tells it), and starts fresh processes that each read the shortest one.
Where a machine has other work to do, the clock on the wall counts that, too: the speed of one
process and the start are told in processor time as well.
It uses no more of tieup than reading an article needs, so that it measures older trees, too, one
without regions that articles tell included: benchmark/reading.py runs it under both.

With --flat it makes so many articles out of the sentences of the given ones, all different, reads
them into a ledger as `tieup read` does, and tells on the way how much memory that takes: this
process at its peak, and all that read together at that moment. It should stay under 600 MB.
"""

import argparse
import json
import multiprocessing
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import tieup.regions
from tieup.articles import Article, load
from tieup.reading import read
from tieup.regions import Region, load_region

#: The region where the tree at hand lets articles tell none.
REGION = "west-bengal"
#: A measurement reads at least so many articles, handed out so few at a time: two processes end
#: together, and neither waits for the other's last ones.
ARTICLES, HANDED = 240, 2
#: What --flat makes articles by: the seed, their days, and how many stand in one file.
SEED = "flat"
FIRST_DAY, DAYS = date(2019, 1, 1), 2500
FILE = 5000


@cache
def telling() -> Callable[[Article], Region]:
    """Tells an article's region; made once in each process, as a desk makes it."""
    choice = getattr(tieup.regions, "RegionChoice", None)
    if choice is not None:
        found: Callable[[Article], Region] = choice().of_article
        return found
    default = load_region(REGION)
    return lambda _: default


def region_of(article: Article) -> Region:
    """The region that an article tells."""
    return telling()(article)


def read_one(article: Article) -> int:
    """How many statements there are in it."""
    return len(read(article, region_of(article)).statements)


def peak(articles: Sequence[Article]) -> float | None:
    """Megabytes that this process takes at most when it has read them all."""
    for article in articles:
        read_one(article)
    return memory_of("self", "VmHWM:")


def memory_of(process: str, name: str) -> float | None:
    """Megabytes of a process; None where no such system tells, or no such process is."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    found = [int(line.split()[1]) / 1024 for line in lines if line.startswith(name)]
    return found[0] if found else None


def median(measure: Callable[[], float], repeats: int) -> float:
    """The median of so many measurements."""
    return statistics.median(measure() for _ in range(repeats))


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """How long it takes by a clock."""
    start = clock()
    work()
    return clock() - start


def of_children() -> float:
    """Seconds of processor that the processes started by this one and ended took so far."""
    spent = os.times()
    return spent.children_user + spent.children_system


def measured(paths: Sequence[Path], repeats: int) -> dict[str, float | None]:
    """All figures by name; speeds in articles a second, time in seconds, memory in MB.

    "Processor" figures are in seconds of processor.
    """
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

    def alone() -> object:
        return [read_one(article) for article in many]

    def started() -> object:
        return subprocess.run(fresh, check=True)

    one = median(lambda: seconds(alone), repeats)
    busy = median(lambda: seconds(alone, time.process_time), repeats)
    with spawning.Pool(2) as pool:
        pool.map(read_one, articles[:2], chunksize=1)
        two = median(lambda: seconds(lambda: pool.map(read_one, many, chunksize=HANDED)), repeats)
    start = median(lambda: seconds(started), repeats)
    started_busy = median(lambda: seconds(started, of_children), repeats)
    return {
        "one process": len(many) / one,
        "two processes": len(many) / two,
        "start": start,
        "memory": memory,
        "processor": len(many) / busy,
        "processor start": started_busy,
    }


def shuffled(articles: Sequence[Article], total: int) -> Iterator[Article]:
    """So many articles of sentences from any of the given ones, each as long as one of them."""
    draw = random.Random(SEED)
    parts = [part for article in articles for part in re.split(r"(?<=[.!?])\s+", article.text)]
    for number in range(total):
        model = draw.choice(articles)
        said: list[str] = []
        while sum(map(len, said)) < len(model.text):
            said.append(draw.choice(parts))
        published = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
        yield Article(id=f"made-{number}", published=published, text=" ".join(said))


def write(articles: Iterable[Article], folder: Path) -> None:
    """The articles as files of JSONL, FILE in each."""
    rest = iter(articles)
    for number in count():
        some = [
            json.dumps({"id": a.id, "date": a.published.isoformat(), "text": a.text})
            for a in islice(rest, FILE)
        ]
        if not some:
            return
        (folder / f"{number:04}.jsonl").write_text("\n".join(some), encoding="utf-8")


def resident() -> tuple[float, float]:
    """Megabytes that this process takes at its peak, and that it and its children take now."""
    children = [str(child.pid) for child in multiprocessing.active_children()]
    together = [memory_of(process, "VmRSS:") or 0.0 for process in ("self", *children)]
    return memory_of("self", "VmHWM:") or 0.0, sum(together)


def flat(paths: Sequence[Path], total: int, jobs: int | None) -> None:
    """Read so many articles, and print the memory it takes at 1,000, 10,000, ... and the end."""
    from tieup.desk import Desk  # noqa: PLC0415 - older trees are measured without it

    marks = {10**power for power in range(3, 10)} | {total}
    print(f"{'articles':>10} {'seconds':>8} {'peak MB':>8} {'all now':>8}", flush=True)

    def told(done: int, of: int) -> None:
        if of == total and done in marks:
            highest, together = resident()
            spent = time.perf_counter() - start
            print(f"{done:10,} {spent:8.1f} {highest:8.1f} {together:8.1f}", flush=True)

    with TemporaryDirectory() as folder:
        write(shuffled(load(paths).articles, total), Path(folder))
        start = time.perf_counter()
        with Desk.open(Path(folder) / "flat.db") as desk:
            report = desk.read([folder], jobs=jobs, progress=told)
    print(f"{report.statements:,} statements, {len(report.problems)} problems")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path, help="files and folders of articles")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--flat", type=int, metavar="N", help="the memory that N articles take")
    parser.add_argument("--jobs", type=int, help="processes that read them")
    parser.add_argument("--once", action="store_true", help="only read: what a start is timed by")
    args = parser.parse_args()
    if args.once:
        for article in load(args.paths).articles:
            read_one(article)
        return
    if args.flat:
        flat(args.paths, args.flat, args.jobs)
        return
    found = measured(args.paths, args.repeats)
    if args.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:15} {'unknown' if value is None else f'{value:.2f}'}")


if __name__ == "__main__":
    main()
