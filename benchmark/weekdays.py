"""Bare weekdays of news, resolved by tieup's tenses and by dateparser's 'current_period' rule.

    python benchmark/weekdays.py PATH... [--wrong SET]

PATH holds copies of xszhong/syntime (TempEval-3 platinum) and jspotter/TempEval-3 (TimeBank and
AQUAINT); the folders of the three are looked for below it. Counted is every TIMEX3 of type DATE
whose text is a weekday and nothing else and whose value is a day: right is the resolution that
gives that value from the day of the document. The rules were written with AQUAINT and the first
half of TimeBank, every other document; the second half was only counted.

dateparser is no dependency of tieup. To see it in the same run:

    uv run --with dateparser --with-editable . python benchmark/weekdays.py PATH...
"""

import argparse
import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from tieup.reading.days.days import WEEKDAYS, days
from tieup.reading.text.sentences import sentences
from tieup.reading.text.spans import Span


class Corpus(NamedTuple):
    """A set of documents: where they lie below a path, and which of them, in the order of names."""

    name: str
    folder: str
    first: int = 0
    step: int = 1


CORPORA = (
    Corpus("TempEval-3 platinum", "te3-platinum/tml"),
    Corpus("TimeBank", "TBAQ-cleaned/TimeBank"),
    Corpus("  first half", "TBAQ-cleaned/TimeBank", 0, 2),
    Corpus("  second half, held out", "TBAQ-cleaned/TimeBank", 1, 2),
    Corpus("AQUAINT", "TBAQ-cleaned/AQUAINT"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A weekday in a document, the day that the annotators gave it, and the document's own day."""

    document: str
    text: str
    place: Span
    meant: date
    written: date


Resolve = Callable[[Weekday], date | None]


def by_tense(weekday: Weekday) -> date | None:
    """Tieup's day, from the sentence it stands in."""
    for sentence in sentences(weekday.text):
        if sentence.covers(weekday.place):
            found = days(weekday.text, sentence, weekday.written)
            return next((d.day for d in found if d.span.covers(weekday.place)), None)
    return None


def dateparser_rule() -> Resolve | None:
    """The day that dateparser gives the word alone; None where the package is absent."""
    try:
        parse = importlib.import_module("dateparser").parse
    except ImportError:
        return None

    def resolve(weekday: Weekday) -> date | None:
        base = datetime.combine(weekday.written, time(12))
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "current_period"}
        found = parse(weekday.place.of(weekday.text), languages=["en"], settings=settings)
        return found.date() if found else None

    return resolve


def weekdays(path: Path) -> Iterator[Weekday]:
    """The bare weekdays of a TimeML document."""
    root = ET.parse(path).getroot()  # noqa: S314 - a published corpus that the user fetched
    text, expressions = _unwrapped(root.find("TEXT"))
    written = _day(root.find("DCT/TIMEX3"))
    for place, expression in expressions:
        meant = _day(expression)
        bare = place.of(text).lower() in WEEKDAYS and expression.get("type") == "DATE"
        if bare and meant and written:
            yield Weekday(document=path.stem, text=text, place=place, meant=meant, written=written)


def _unwrapped(
    body: ET.Element | None,
) -> tuple[str, list[tuple[Span, ET.Element]]]:
    """The plain text of an element, and its time expressions with their places in it."""
    pieces: list[str] = []
    found: list[tuple[Span, ET.Element]] = []

    def length() -> int:
        return sum(map(len, pieces))

    def walk(element: ET.Element) -> None:
        start = length()
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        if element.tag == "TIMEX3":
            found.append((Span(start, length()), element))

    if body is not None:
        walk(body)
    return "".join(pieces), found


def _day(expression: ET.Element | None) -> date | None:
    """The value of a time expression where it is a day, with or without a time of day."""
    value = expression.get("value", "") if expression is not None else ""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def documents(corpus: Corpus, paths: list[Path]) -> list[Path]:
    """Its documents below any of the paths, without what a Mac leaves beside them."""
    folders = [found for path in paths for found in (path, *path.rglob("*")) if found.is_dir()]
    held = next((f for f in folders if f.as_posix().endswith(corpus.folder)), None)
    files = sorted(held.glob("[!.]*.tml")) if held else []
    return files[corpus.first :: corpus.step]


def main() -> int:
    """Resolve with both, print one line a set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    parser.add_argument("--wrong", metavar="SET", help="list what tieup gets wrong in a set")
    args = parser.parse_args()

    usual = dateparser_rule()
    print(f"{'bare weekdays':26}{'number':>8}{'tieup':>16}{'dateparser':>16}")
    missing = []
    for corpus in CORPORA:
        found = [w for path in documents(corpus, args.paths) for w in weekdays(path)]
        if not found:
            missing.append(corpus.folder)
            continue
        shown = [_share(found, rule) if rule else "absent" for rule in (by_tense, usual)]
        print(f"{corpus.name:26}{len(found):>8}{shown[0]:>16}{shown[1]:>16}")
        if args.wrong and args.wrong.lower() == corpus.name.strip().lower():
            _list_wrong(found)
    if usual is None:
        print("dateparser is not installed here: --help says how to see it in the same run")
    for folder in dict.fromkeys(missing):
        print(f"no documents in {folder} below the paths given", file=sys.stderr)
    return 1 if missing else 0


def _share(found: list[Weekday], rule: Resolve) -> str:
    """How many are right, and the percentage."""
    right = sum(rule(weekday) == weekday.meant for weekday in found)
    return f"{right} = {100 * right / len(found):.1f}%"


def _list_wrong(found: list[Weekday]) -> None:
    """One line for each weekday that tieup gets wrong."""
    for weekday in found:
        got = by_tense(weekday)
        if got != weekday.meant:
            around = weekday.text[max(0, weekday.place.start - 60) : weekday.place.end + 40]
            words = " ".join(around.split())
            print(
                f"    {weekday.document} of {weekday.written}: {got}, not {weekday.meant}: {words}"
            )


if __name__ == "__main__":
    sys.exit(main())
