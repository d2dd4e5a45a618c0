"""How a ledger does as it grows: to append, to ask for a board and for one relation's timeline.

    python benchmark/ledger.py [--sizes 10000,100000,1000000] [--keep DIR] [--asks 100]

For each size a process of its own makes a ledger like life, on disk, and asks at random days. The
same seed gives the same ledger. Of 40 parties and twelve elections a tenth of the statements is
about the one that is asked for; 3,000 days have articles, some very many, and a few relations have
most of the statements. A tenth of the articles are copies, half of them to the letter and half cut
and with a line put in front; a hundredth of the statements is reviewed. Articles come in order of
publication, some 5,000 statements in one transaction, and making them is not timed.

Columns: statements appended a second, over all and over the last tenth, and over all by the seconds
of processor, whatever else the machine had to do; a day's late article of its own; then p50/p95 in
milliseconds of a board of the election asked for, of those of the others, of the timeline of any
relation and of the one with the most statements, each with what was said in its last twenty turns;
the seconds of the first board of all, which is worked out from every statement, and the
milliseconds of one right after an append; the file, and the process at its peak.

With --keep the ledgers stay in DIR, and a run that finds one there asks it without appending.
"""

import argparse
import gc
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from tieup.articles import Article
from tieup.corrections import Decision, Review
from tieup.desk import Desk
from tieup.ledger import Ledger
from tieup.regions import Region, load_region
from tieup.statements import Statement
from tieup.vocabulary import Act, Kind, Mode

#: The generator of everything random; the size is added to it.
SEED = 20260504
REGION, PARTIES, DAYS, FIRST = "west-bengal", 40, 3000, date(2018, 2, 15)
ASKED = "WB-2026"
#: The region's own elections, and of its neighbours as many as make twelve.
ELSEWHERE = ("BR-2020", "BR-2025", "TN-2021", "TN-2026")
#: Boards of so many elections are asked for beside.
OTHERS = 2
#: Shares of statements in the election asked for, of copies, of background and of reviews.
IN_ASKED, COPIED, BACKGROUND, REVIEWED = 0.1, 0.1, 0.05, 0.01
#: Of copies so many are cut, and so many statements are somebody's words.
CUT, SPOKEN = 0.5, 0.7
BATCH = 5000
#: Words of a sentence, sentences of an article, and how many of those are quoted.
WORDS, SENTENCES, QUOTED = (12, 26), (7, 15), (3, 6)
#: A copy is printed up to so many days later.
LATER = 3
OUTLETS = tuple(f"The Daily {letter}" for letter in "ABCDEFGHIJKLMNOPQRST")
ACTS = tuple(Act)
#: A ledger is as large as asked for when it is so near, lest the last batches be of a few.
NEARLY = 0.98
#: Late articles, one transaction each.
LATE = 30
#: Turns of a timeline whose statements are read.
PAGE = 20
#: Boards asked for right after an append.
RENEWED = 10


@dataclass(frozen=True, slots=True)
class Story:
    """An article and its statements, and whether it is a copy."""

    article: Article
    statements: tuple[Statement, ...]
    copied: bool = False


class Press:
    """Stories of 3,000 days, in order of publication."""

    def __init__(self, region: Region, size: int) -> None:
        """Set the odds; nothing is told yet."""
        self._rng = np.random.default_rng([SEED, size])
        rng = self._rng
        parties = list(region.parties)[:PARTIES]
        self.pairs = list(combinations(parties, 2))
        self.pair_odds = rng.permutation(1.0 / np.arange(1, len(self.pairs) + 1))
        self.pair_odds /= self.pair_odds.sum()
        self.elections = [ASKED, *(e for e in region.elections if e != ASKED), *ELSEWHERE]
        rest = (1 - IN_ASKED) / (len(self.elections) - 1)
        self._election_odds = [IN_ASKED] + [rest] * (len(self.elections) - 1)
        bursts = rng.pareto(1.5, DAYS) + 0.2
        per_story = (QUOTED[0] + QUOTED[1] - 1) / 2
        self._a_day = bursts / bursts.sum() * size / per_story * 1.15  # until the size is reached
        self._people = [person.name for person in region.people.values()]
        letters = list("abcdefghijklmnoprstuvwy")
        self._words = ["".join(rng.choice(letters, n)) for n in rng.integers(2, 11, 20_000)]
        odds = 1.0 / (np.arange(len(self._words)) + 2.7)
        self._word_steps = np.cumsum(odds / odds.sum())
        self._recent: list[Story] = []

    def stories(self) -> Iterator[Story]:
        """Without end: the days of the calendar, then the last of them again."""
        number = 0
        for place in range(DAYS * 2):
            day = FIRST + timedelta(days=min(place, DAYS - 1))
            self._recent = [s for s in self._recent if day - s.article.published <= _LATER]
            for _ in range(self._rng.poisson(self._a_day[min(place, DAYS - 1)])):
                number += 1
                told = self.story(f"n{number}", day)
                self._recent = [*self._recent[-200:], told]
                yield told

    def story(self, name: str, day: date) -> Story:
        """A new story, or a copy of a recent one."""
        rng = self._rng
        outlet = OUTLETS[rng.integers(len(OUTLETS))]
        if self._recent and rng.random() < COPIED:
            source = self._recent[rng.integers(len(self._recent))]
            return _copied(source, name, day, outlet, cut=bool(rng.random() < CUT))
        sentences = self._sentences(int(rng.integers(*SENTENCES)))
        article = Article(id=name, published=day, text=" ".join(sentences), outlet=outlet)
        starts = np.cumsum([0, *(len(s) + 1 for s in sentences)])
        quoted = sorted(rng.choice(len(sentences), int(rng.integers(*QUOTED)), replace=False))
        election = self.elections[rng.choice(len(self.elections), p=self._election_odds)]
        listed = tuple(
            self._statement(article, sentences[place], int(starts[place]), election)
            for place in quoted
        )
        return Story(article, listed)

    def _sentences(self, count: int) -> list[str]:
        lengths = self._rng.integers(*WORDS, count)
        drawn = np.searchsorted(self._word_steps, self._rng.random(int(lengths.sum())))
        words = iter([self._words[min(place, len(self._words) - 1)] for place in drawn])
        said = [" ".join(next(words) for _ in range(n)) for n in lengths]
        return [s[0].upper() + s[1:] + "." for s in said]

    def _statement(self, article: Article, quote: str, start: int, election: str) -> Statement:
        rng = self._rng
        pair = self.pairs[rng.choice(len(self.pairs), p=self.pair_odds)]
        spoken = rng.random() < SPOKEN
        return Statement(
            kind=Kind.ALLIANCE, act=ACTS[rng.integers(len(ACTS))], article=article.id,
            content_id=article.content_id, parties=pair, election=election,
            speaker=self._people[rng.integers(len(self._people))] if spoken else "report",
            speaker_party=pair[int(rng.integers(2))] if spoken else None,
            mode=Mode.INDIRECT if spoken else Mode.REPORT,
            background=bool(rng.random() < BACKGROUND),
            said_on=article.published - timedelta(days=int(rng.integers(3))),
            published=article.published, quote=quote, start=start, end=start + len(quote),
            outlet=article.outlet, reader="rules/1", confidence=round(float(rng.random()), 2),
            why="generated: the act by its cue, the parties by their names",
        )  # fmt: skip


_LATER = timedelta(days=LATER)


def _copied(source: Story, name: str, day: date, outlet: str, *, cut: bool) -> Story:
    """The story elsewhere: to the letter, or without its last line and with another in front."""
    front = f"{outlet} has this from the agencies on {day:%A}. " if cut else ""
    text = source.article.text
    end = text.rfind(". ", 0, -1) + 1 if cut else len(text)
    article = Article(id=name, published=day, text=front + text[:end], outlet=outlet)
    moved = (
        replace(
            s, article=name, content_id=article.content_id, published=day, outlet=outlet,
            start=s.start + len(front), end=s.end + len(front),
        )
        for s in source.statements
        if s.end <= end
    )  # fmt: skip
    return Story(article, tuple(moved), copied=True)


@dataclass(slots=True)
class Appending:
    """What appending took: statements and seconds of each batch, and of late articles seconds.

    Attributes:
        batches: statements, seconds, and seconds of processor.
        late: seconds.
    """

    batches: list[tuple[int, float, float]]
    late: list[float]

    def rate(self, share: float) -> float:
        """Statements a second, in the last share of the batches."""
        last = self.batches[-max(1, round(len(self.batches) * share)) :]
        return sum(count for count, *_ in last) / sum(seconds for _, seconds, _ in last)

    @property
    def by_processor(self) -> float:
        """Statements a second of processor."""
        return sum(count for count, *_ in self.batches) / sum(busy for *_, busy in self.batches)


def fill(ledger: Ledger, press: Press, size: int) -> Appending:
    """Append stories until the ledger holds so many statements, and review some."""
    rng = np.random.default_rng([SEED, size, 1])
    took = Appending([], [])
    done, batch, waiting = 0, [], 0
    for story in press.stories():
        batch.append(story)
        waiting += len(story.statements)
        if waiting < min(BATCH, size - done):
            continue
        articles = [story.article for story in batch]
        said = [statement for story in batch for statement in story.statements]
        begun, busy = time.perf_counter(), time.process_time()
        new = ledger.append(articles, said).statements
        spent = time.perf_counter() - begun, time.process_time() - busy
        took.batches.append((new, *spent))
        done += new
        told_first = [s for story in batch if not story.copied for s in story.statements]
        _review(ledger, [s for s in told_first if rng.random() < REVIEWED])
        batch, waiting = [], 0
        print(f"\r{done:,} of {size:,}", end="", file=sys.stderr, flush=True)
        if done >= NEARLY * size:
            break
    print(file=sys.stderr)
    return took


def _review(ledger: Ledger, chosen: Sequence[Statement]) -> None:
    for number, said in enumerate(chosen):
        decision = (Decision.ACCEPT, Decision.REJECT, Decision.AMEND)[number % 3]
        amended = replace(said, act=Act.TALKS) if decision is Decision.AMEND else None
        ledger.corrections.review(
            Review(statement=said.id, decision=decision, reviewer="bench", amended=amended)
        )


def measure(size: int, where: Path, asks: int) -> list[str]:
    """One line of the table."""
    region = load_region(REGION)
    press = Press(region, size)
    kept = where.exists()
    with Ledger.open(where) as ledger:
        took = Appending([], []) if kept else fill(ledger, press, size)
        rng = np.random.default_rng([SEED, size, 2])
        days = [FIRST + timedelta(days=int(n)) for n in rng.integers(0, DAYS, asks)]
        elections = [e for e in region.elections if e != ASKED][:OTHERS]
        others = [elections[n] for n in rng.integers(0, len(elections), asks)]
        pairs = [press.pairs[n] for n in rng.integers(0, len(press.pairs), asks)]
        liveliest = press.pairs[int(press.pair_odds.argmax())]
        desk = Desk(ledger, region)
        tag = f"late{time.time_ns()}-"
        for number in range(LATE):
            late = press.story(f"{tag}{number}", days[number % asks])
            took.late.append(seconds(ledger.append, [late.article], late.statements))
        first = seconds(desk.board, on=days[0], election=ASKED)
        gc.collect()
        gc.freeze()  # as a process that stays does with what it has loaded
        for election in elections:
            desk.board(on=days[0], election=election)
        board = [seconds(desk.board, on=day, election=ASKED) for day in days]
        other = [
            seconds(desk.board, on=day, election=election)
            for day, election in zip(days, others, strict=True)
        ]
        line = [
            seconds(read_timeline, desk, pair, day) for pair, day in zip(pairs, days, strict=True)
        ]
        most = [seconds(read_timeline, desk, liveliest, day) for day in days[:10]]
        renewed = []
        for number in range(RENEWED):
            late = press.story(f"{tag}again{number}", days[number % asks])
            ledger.append([late.article], late.statements)
            renewed.append(seconds(desk.board, on=days[0], election=ASKED))
        held = ledger.count()
    megabytes = sum(p.stat().st_size for p in where.parent.glob(where.name + "*")) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    rates = ["-"] * 3
    if took.batches:
        rates = [f"{rate:,.0f}" for rate in (took.rate(1), took.rate(0.1), took.by_processor)]
    return [
        f"{held:,}", *rates, quantiles(took.late), quantiles(board), quantiles(other),
        quantiles(line), quantiles(most), f"{first:.1f}", quantiles(renewed),
        f"{megabytes:,.0f}", f"{peak:,.0f}",
    ]  # fmt: skip


COLUMNS = (
    "statements", "append/s", "last tenth", "by processor", "late article", "board", "others",
    "timeline", "liveliest", "first board", "renewed", "file MB", "memory MB",
)  # fmt: skip


def read_timeline(desk: Desk, pair: tuple[str, str], day: date) -> list[Statement]:
    """The timeline of a relation, and what was said in its last turns."""
    turns = desk.timeline(*pair, on=day, election=ASKED)
    return [statement for turn in turns[-PAGE:] for statement in turn.statements]


def seconds(ask: Callable[..., object], *given: object, **named: object) -> float:
    """How long an answer takes."""
    begun = time.perf_counter()
    ask(*given, **named)
    return time.perf_counter() - begun


def quantiles(took: Sequence[float]) -> str:
    """p50/p95, in milliseconds."""
    half, most = np.quantile(np.array(took) * 1e3, [0.5, 0.95])
    return f"{half:.1f}/{most:.1f}"


def main() -> None:
    """Measure each size in a process of its own, for its memory, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--asks", type=int, default=100)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    processes = multiprocessing.get_context("spawn")
    print("  ".join(f"{name:>12}" for name in COLUMNS))
    with TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for size in map(int, given.sizes.split(",")):
            with processes.Pool(1) as pool:
                line = pool.apply(measure, (size, folder / f"ledger-{size}.db", given.asks))
            print("  ".join(f"{value:>12}" for value in line), flush=True)


if __name__ == "__main__":
    main()
