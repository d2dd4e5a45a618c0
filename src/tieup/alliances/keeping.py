"""Keeping: a relation's history in a form that a ledger keeps, and a board's entry from it."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from tieup.alliances.board import BoardEntry, stale_since
from tieup.alliances.histories.finding import Finding
from tieup.alliances.histories.history import Course, Moment, by_day
from tieup.alliances.histories.quoted import Lookup, Quoted, ids_of
from tieup.alliances.histories.record import Tally
from tieup.alliances.histories.words import Pair, Word, words
from tieup.alliances.timeline import Turn, told_in, turns
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status

#: A moment as it is kept, in JSON.
Body = Mapping[str, Any]
#: What is on record of a relation: of what was told and of what was retold, each of the last words
#: as the id of its statement, the day on which it was said, and what it came to.
Mark = list[list[list[str]]]
#: A mark is kept with every so many moments.
STRIDE = 16
#: Turns whose statements are looked up together.
_PAGE = 50


def key_of(region: Region) -> str:
    """What a kept board depends on beside its statements: the rules as written, and the pack."""
    return f"{_rules()} {region.digest}"


def kept(statements: Iterable[Statement], pair: Pair) -> list[tuple[date, Body]]:
    """A relation's history, each moment with the turn that it was, and now and then a mark."""
    course = Course(pair)
    found: list[Moment] = []
    marks: list[Mark | None] = []
    for day, news in by_day(words(statements, pair)):
        moment = course.take(day, news)
        if moment is not None:
            marks.append(mark_of(course) if len(found) % STRIDE == 0 else None)
            found.append(moment)
    told = zip(found, turns(found), marks, strict=True)
    return [(moment.day, body_of(moment, turn.origins, mark)) for moment, turn, mark in told]


def body_of(moment: Moment, stories: int, mark: Mark | None) -> Body:
    """A moment as it is kept.

    Args:
        moment: as it was worked out.
        stories: how many separate stories it was the first to tell.
        mark: from which the course can be taken up again.
    """
    finding = moment.finding
    turn: dict[str, Any] = {"news": list(ids_of(told_in(moment))), "stories": stories}
    if copied := {w.statement.id: w.day.isoformat() for w in moment.news if w.day != day_of(w)}:
        turn["copied"] = copied
    if mark is not None:
        turn["mark"] = mark
    return {
        "status": finding.status.value,
        "rule": finding.rule,
        "since": moment.since.isoformat(),
        "towards": list(finding.towards),
        "away": list(finding.away),
        "waiting_on": finding.waiting_on,
        "decider": finding.decider,
        "because": list(ids_of(finding.because)),
        "origins": moment.origins,
        "turn": turn,
    }


def day_of(word: Word) -> date:
    """When a word was said, as its own statement tells; a copy may repeat an earlier one."""
    return word.statement.said_on or word.statement.published


def mark_of(course: Course) -> Mark:
    """What is on record at a moment, by the ids of statements."""
    return [_ids_on(course.told), _ids_on(course.retold)]


def _ids_on(tally: Tally) -> list[list[str]]:
    found = [word for said in tally.last.values() for word in said]
    return sorted([w.statement.id, w.day.isoformat(), w.act.value] for w in found)


def entry_of(
    pair: tuple[str, str], last: tuple[date, Body], *, on: date, lookup: Lookup
) -> BoardEntry:
    """The entry of a relation from the last moment of it that was kept.

    Args:
        pair: the relation.
        last: as ``kept`` made it.
        on: the day that looks.
        lookup: gives the statements that findings rest on.
    """
    day, body = last
    return BoardEntry(
        parties=pair,
        finding=finding_of(body, lookup),
        since=date.fromisoformat(body["since"]),
        origins=body["origins"],
        stale_since=stale_since(day, on),
    )


def turns_of(
    moments: Sequence[tuple[date, Body]],
    said: Callable[[Collection[str]], Mapping[str, Statement]],
) -> Iterator[Turn]:
    """The turns of a relation from its moments as they were kept.

    Their statements are looked up by the page, when the first of a page is read.

    Args:
        moments: as ``kept`` made them, from the first on.
        said: looks up statements by their ids.
    """
    before = Status.SILENT
    for start in range(0, len(moments), _PAGE):
        page = moments[start : start + _PAGE]
        lookup = _looked_up(page, said)
        for day, body in page:
            finding = finding_of(body, lookup)
            yield Turn(
                day=day,
                before=before,
                finding=finding,
                statements=Quoted(body["turn"]["news"], lookup),
                origins=body["turn"]["stories"],
            )
            before = finding.status


def _looked_up(
    page: Sequence[tuple[date, Body]],
    said: Callable[[Collection[str]], Mapping[str, Statement]],
) -> Lookup:
    @cache
    def lookup() -> Mapping[str, Statement]:
        bodies = (body for _, body in page)
        return said({name for b in bodies for name in (*b["turn"]["news"], *b["because"])})

    return lookup


def finding_of(body: Body, lookup: Lookup) -> Finding:
    """The finding of a moment that was kept."""
    return Finding(
        status=Status(body["status"]),
        rule=body["rule"],
        because=Quoted(body["because"], lookup),
        towards=tuple(body["towards"]),
        away=tuple(body["away"]),
        waiting_on=body["waiting_on"],
        decider=body["decider"],
    )


def merges_late(statements: Iterable[Statement], links: Sequence[tuple[date, str, str]]) -> bool:
    """Whether two stories that had both been told turned out to be one only afterwards.

    Then what was known on the days before can't be told from what is known now.

    Args:
        statements: of one relation.
        links: texts that became copies of each other, in order of the day.
    """
    told: dict[str, date] = {}
    for statement in statements:
        text = statement.content_id
        told[text] = min(statement.published, told.get(text, statement.published))
    groups: dict[str, set[str]] = {}
    for day, one, other in links:
        first, second = groups.get(one, {one}), groups.get(other, {other})
        if first is second:
            continue
        if all(any(told.get(text, day) < day for text in group) for group in (first, second)):
            return True
        both = first | second
        groups |= dict.fromkeys(both, both)
    return False


@cache
def _rules() -> str:
    """The hash of this room: with other rules a kept board is another."""
    digest = hashlib.sha256()
    for file in rule_files(resources.files("tieup.alliances")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def rule_files(room: Traversable) -> Iterator[Traversable]:
    """The files that a room's rules are written in, those of its packages among them."""
    for place in sorted(room.iterdir(), key=lambda place: place.name):
        if place.is_dir():
            yield from rule_files(place)
        elif place.name.endswith((".py", ".toml")):
            yield place
