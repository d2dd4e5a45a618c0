"""No pattern and no reading takes more than linear time, whatever the text."""

import re
import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from patterns import Kept, kept
from soundness import SEEDS, sound

from tieup.articles import Article
from tieup.reading import read
from tieup.regions import Region

#: Sizes of baits in characters: what is linear takes four times as long on the longer one.
SHORT, LONG = 25_000, 100_000
#: Sizes at which suspects are told first: what is quadratic shows there, too.
GLANCE = (2_000, 8_000)
#: Six times are allowed, for clocks are rough; less than half a second is always right.
RATIO, SECONDS = 6, 0.5
#: What takes no longer at the first glance takes less than half a second on the long bait even
#: where it is quadratic.
QUICK = SECONDS * (GLANCE[0] / LONG) ** 2
UNITS = (" ", "a", "a ", "A.", "Aa ", "a-", ",", ", ", "'", "“", "1", "1,", ".", "\n", "H___ ", "not ", "and ")  # fmt: skip
#: Whole articles of these; the reader has most to do with many short sentences and clauses.
READ = (" ", "a", "Aa ", '"', "a' ", ", ", "and ", "Congress and ", "no talks ", "A. ", "ISF said" + " " * 60)  # fmt: skip


def baits(pattern: re.Pattern[str]) -> Iterator[str]:
    """Units to repeat: what trips any pattern, and this one's own words, alone and in turn."""
    yield from UNITS
    plain = re.sub(r"\\[A-Za-z]|\[[^\]]*\]|\(\?P<\w+>", " ", pattern.pattern)
    words = list(dict.fromkeys(re.findall("[A-Za-z]{2,}", plain)))
    if words:
        yield " ".join(words[:40]) + " "
        for word in words[:: max(1, len(words) // 4)][:4]:
            yield f"{word} "
            yield f"{word},"
        yield words[0] + " " * SHORT


def filled(unit: str, length: int) -> str:
    """A unit again and again; a long one is a beginning whose last character goes on."""
    if len(unit) > SHORT:
        return unit.rstrip() + " " * length
    return (unit * (length // len(unit) + 1))[:length]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def best(work: Callable[[], object]) -> float:
    """The least of three times."""
    return min(seconds(work) for _ in range(3))


def use(one: Kept, text: str) -> None:
    """Everywhere in the text, or where it begins, as the reader does."""
    if one.searched:
        for _ in one.pattern.finditer(text):
            pass
    else:
        one.pattern.match(text)


def is_linear(one: Kept, unit: str) -> bool:
    """Whether the long bait takes at most six times as long as the short one, or no time.

    Suspects alone are tried at full length: a glance tells what grows no faster than its text.
    """
    glance = [filled(unit, size) for size in GLANCE]
    short = seconds(lambda: use(one, glance[0]))
    if short < QUICK or seconds(lambda: use(one, glance[1])) <= RATIO * short:
        return True
    took = best(lambda: use(one, filled(unit, LONG)))
    return took < SECONDS or took <= RATIO * best(lambda: use(one, filled(unit, SHORT)))


def test_every_pattern_is_linear(bengal: Region) -> None:
    for seed in SEEDS:
        sound(seed, bengal)
    patterns = kept()
    assert len(patterns) > 300
    slow = [
        (one.place, unit[:40], one.pattern.pattern[:80])
        for one in patterns
        for unit in baits(one.pattern)
        if not is_linear(one, unit)
    ]
    assert slow == []


def test_a_quadratic_pattern_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.SHORT", 6_000)
    monkeypatch.setattr(f"{__name__}.LONG", 24_000)  # the full length would take a minute
    assert not is_linear(Kept("here", re.compile(r"\s+x"), searched=True), " ")
    assert is_linear(Kept("here", re.compile(r"\s+x"), searched=False), " ")


@pytest.mark.parametrize("unit", READ)
def test_reading_is_linear(unit: str, bengal: Region) -> None:
    def reading(length: int) -> Callable[[], object]:
        article = Article(id="a", published=date(2026, 1, 5), text=f"ISF. {filled(unit, length)} x")
        return lambda: read(article, bengal)

    took = seconds(reading(LONG))
    if took >= SECONDS and took > RATIO * seconds(reading(SHORT)):
        # A busy machine can spoil one measurement; what grows with the square takes sixteen times as long.
        assert best(reading(LONG)) <= 2 * RATIO * best(reading(SHORT))
