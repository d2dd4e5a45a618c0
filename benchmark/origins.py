"""How well copies of one story are found: precision and recall over seeded variants of stories.

    python benchmark/origins.py [PATH...] [--seed 7] [--scale 10000]

Stories are the articles of PATH and, two by two, the bundled dispatches of West Bengal. Each is
copied in every way that outlets copy: with furniture, trimmed by 20 to 60 percent at
the end or by any sentences, with 5 to 30 percent of its words replaced, reordered, and all at once.
Beside them stand what must not be taken for copies: follow-ups with new news over the old
background, and stories that share an outlet's boilerplate. All is published within three days, and
85 percent of the copies credit the agency. Baselines of the same
run: texts that are equal to the letter, and texts with the same agency, dateline and day.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from tieup.articles import Article, load
from tieup.articles.agencies import credited
from tieup.articles.origins import origins
from tieup.ledger import Ledger
from tieup.regions import load_region

FIRST = date(2026, 1, 10)
AGENCIES = ("PTI", "ANI", "IANS", "UNI")
PLACES = ("Kolkata", "New Delhi", "Malda", "Siliguri", "Howrah")
#: Of wire copies so many credit the agency.
TAGGED = 0.85
#: A story has at least so many sentences.
SHORTEST = 4
#: In a crowd so many articles are copies, and each has about so many characters.
COPIED, LENGTH = 0.2, 2000
#: What an outlet puts around every text.
BOILERPLATE = (
    "Follow our channel for the latest news from the state and the country. Subscribe to the "
    "morning newsletter and get the stories that matter in your inbox. The views of speakers are "
    "their own and do not reflect those of the newspaper. All rights are reserved by the publisher."
)

Variant = Callable[[list[str], random.Random, Sequence[str]], list[str]]


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part.strip() for part in re.split(r"(?<=[.!?])[\"”]?\s+|\n+", text) if part.strip()]


def whole(story: list[str], _rng: random.Random, _words: Sequence[str]) -> list[str]:
    """Everything as it was."""
    return story


def furnished(story: list[str], rng: random.Random, _words: Sequence[str]) -> list[str]:
    """Between an outlet's furniture."""
    return ["Updated a few hours ago.", *story, *rng.sample(BOILERPLATE.split(". "), 2)]


def trimmed(story: list[str], rng: random.Random, _words: Sequence[str]) -> list[str]:
    """20 to 60 percent cut off at the end."""
    words = " ".join(story).split()
    return [" ".join(words[: round(len(words) * rng.uniform(0.4, 0.8))])]


def thinned(story: list[str], rng: random.Random, _words: Sequence[str]) -> list[str]:
    """20 to 60 percent of the sentences after the first left out."""
    kept = max(1, round(len(story) * rng.uniform(0.4, 0.8)) - 1)
    return [story[0], *(story[n] for n in sorted(rng.sample(range(1, len(story)), kept)))]


def reworded(story: list[str], rng: random.Random, words: Sequence[str]) -> list[str]:
    """5 to 30 percent of the words replaced by others."""
    share = rng.uniform(0.05, 0.3)
    return [
        " ".join(rng.choice(words) if rng.random() < share else word for word in said.split())
        for said in story
    ]


def reordered(story: list[str], rng: random.Random, _words: Sequence[str]) -> list[str]:
    """The sentences in another order."""
    return rng.sample(story, len(story))


def altogether(story: list[str], rng: random.Random, words: Sequence[str]) -> list[str]:
    """Thinned, reworded, furnished."""
    return furnished(reworded(thinned(story, rng, words), rng, words), rng, words)


WAYS: tuple[Variant, ...] = (
    whole, furnished, trimmed, thinned, reworded, reordered, altogether,
)  # fmt: skip


def stories(paths: Sequence[Path]) -> list[str]:
    """The texts to make variants of."""
    told = load_region("west-bengal").read_chronicle()
    pairs = [f"{a.text} {b.text}" for a, b in zip(told[::2], told[1::2], strict=False)]
    given = [article.text for article in load(paths).articles] if paths else []
    return [text for text in [*given, *pairs] if len(sentences(text)) >= SHORTEST]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a story was written, and by which agency."""

    place: str
    day: date
    agency: str


class Newsroom:
    """Articles made from stories, each with the number of its story."""

    def __init__(self, texts: Sequence[str], seed: int) -> None:
        self.rng = random.Random(f"origins {seed}")
        self.articles: list[Article] = []
        self.story: dict[str, object] = {}
        self.way: dict[str, str] = {}
        words = sorted({word for text in texts for word in text.split()})
        told = [sentences(text) for text in texts]
        for number, (story, reserve) in enumerate(zip(told[::2], told[1::2], strict=False)):
            line = Dateline(
                place=self.rng.choice(PLACES),
                day=FIRST + timedelta(days=self.rng.randrange(2)),
                agency=self.rng.choice(AGENCIES),
            )
            for way in WAYS:
                self._print(way(story, self.rng, words), number, way.__name__, line)
            news, rest = reserve[: len(reserve) // 2], reserve[len(reserve) // 2 :]
            follow_up = [*news, *story[-(len(story) // 2) :]]
            self._print(follow_up, f"follow-up {number}", "follow-up", line)
            self._print([*rest, BOILERPLATE], f"other {number}", "boilerplate", line)

    def _print(self, said: list[str], story: object, way: str, line: Dateline) -> None:
        credit = f" ({line.agency})" if self.rng.random() < TAGGED else ""
        later = timedelta(days=self.rng.randrange(2))
        text = f"{line.place}, {line.day:%b} {line.day.day}{credit} {' '.join(said)}"
        name = f"{len(self.articles)}"
        article = Article(id=name, published=line.day + later, text=text, outlet=f"Outlet {name}")
        if article.content_id not in self.story:
            self.articles.append(article)
            self.story[article.content_id], self.way[article.content_id] = story, way


def by_agency(articles: Sequence[Article]) -> dict[str, str]:
    """The story of each as agency, dateline and day of the dateline tell it."""
    found = {}
    for article in articles:
        place_and_day = article.text.partition(" (")[0]
        tags = "+".join(sorted(credited(article)))
        found[article.content_id] = f"{tags} {place_and_day}" if tags else article.content_id
    return found


def measured(room: Newsroom, found: Mapping[str, str]) -> tuple[float, float, Counter[str]]:
    """Precision and recall of pairs, and the recall by way of copying (from the whole copy)."""
    right = said = wanted = 0
    hits: Counter[str] = Counter()
    for one, two in combinations(found, 2):
        same, told = room.story[one] == room.story[two], found[one] == found[two]
        right, said, wanted = right + (same and told), said + told, wanted + same
        ways = {room.way[one], room.way[two]} - {"whole"}
        if same and told and len(ways) == 1 and "whole" in {room.way[one], room.way[two]}:
            hits[ways.pop()] += 1
    return right / max(1, said), right / max(1, wanted), hits


def crowd(texts: Sequence[str], size: int, seed: int) -> list[Article]:
    """So many articles of 2,000 characters over 100 days, a fifth of them copies of another."""
    rng = random.Random(f"crowd {seed}")
    words = " ".join(texts).split()
    made: list[Article] = []
    for number in range(size):
        day = FIRST + timedelta(days=number * 100 // size)
        if made and rng.random() < COPIED:
            said = rng.choice(made[-50:]).text.split()
            text = " ".join(reworded(trimmed([" ".join(said)], rng, words), rng, words))
        else:
            text = ""
            while len(text) < LENGTH:
                at = rng.randrange(len(words) - 6)
                text += " ".join(words[at : at + rng.randint(1, 6)]) + rng.choice([" ", " ", ". "])
        made.append(Article(id=str(number), published=day, text=text))
    return made


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, help="files and folders of articles")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--scale", type=int, default=0, help="also time so many articles")
    args = parser.parse_args()
    texts = stories(args.paths)
    room = Newsroom(texts, args.seed)
    print(f"{len(texts)} stories, {len(room.articles)} articles, seed {args.seed}")
    exact = {article.content_id: article.content_id for article in room.articles}
    letter = {a.content_id: re.sub(r"^.*?\d(?: \(\w+\))? ", "", a.text) for a in room.articles}
    methods = (
        ("exact hash", exact),
        ("exact hash without the dateline", letter),
        ("agency, dateline and day", by_agency(room.articles)),
        ("origins", origins(room.articles)),
    )
    for name, found in methods:
        precision, recall, hits = measured(room, found)
        print(f"{name:32} precision {precision:.3f}  recall {recall:.3f}")
    total = Counter(room.way.values())
    print("copies found with the whole one, by way of copying:")
    for way in WAYS[1:]:
        print(f"  {way.__name__:12} {hits[way.__name__] / total[way.__name__]:.3f}")
    if args.scale:
        many = crowd(texts, args.scale, args.seed)
        start = time.perf_counter()
        count = len(set(origins(many).values()))
        print(f"{len(many)} articles, {count} origins: {time.perf_counter() - start:.1f} s")
        with Ledger.open(":memory:") as ledger:
            start = time.perf_counter()
            for article in many:
                ledger.append([article])
            print(f"one by one into a ledger: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
