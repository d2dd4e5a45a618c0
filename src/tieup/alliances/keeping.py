"""Keeping: a relation's history in a form that a ledger keeps, and a board's entry from it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from tieup.alliances.board import BoardEntry, stale_since
from tieup.alliances.history import Moment
from tieup.alliances.quoted import Lookup, Quoted, ids_of
from tieup.alliances.rules import Finding
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status


def key_of(region: Region) -> str:
    """What a kept board depends on beside its statements: the rules as written, and the pack."""
    return f"{_rules()} {region.digest}"


def kept(moments: Iterable[Moment], named: date) -> list[tuple[date, dict[str, Any]]]:
    """A relation's history as a board shows it: from the day on which it was first named.

    What was told before that of a front, or of the party that leads it, counts from that day.
    """
    found: dict[date, dict[str, Any]] = {}
    for moment in moments:
        found[max(moment.day, named)] = _body(moment)
    return list(found.items())


def _body(moment: Moment) -> dict[str, Any]:
    finding = moment.finding
    return {
        "told": moment.day.isoformat(),
        "status": finding.status.value,
        "rule": finding.rule,
        "since": moment.since.isoformat(),
        "towards": list(finding.towards),
        "away": list(finding.away),
        "waiting_on": finding.waiting_on,
        "decider": finding.decider,
        "because": list(ids_of(finding.because)),
        "origins": moment.origins,
    }


def entry_of(
    pair: tuple[str, str], body: Mapping[str, Any], *, on: date, lookup: Lookup
) -> BoardEntry:
    """The entry of a relation from the last moment of it that was kept.

    Args:
        pair: the relation.
        body: as ``kept`` made it.
        on: the day that looks.
        lookup: gives the statements that findings rest on.
    """
    finding = Finding(
        status=Status(body["status"]),
        rule=body["rule"],
        because=Quoted(body["because"], lookup),
        towards=tuple(body["towards"]),
        away=tuple(body["away"]),
        waiting_on=body["waiting_on"],
        decider=body["decider"],
    )
    return BoardEntry(
        parties=pair,
        finding=finding,
        since=date.fromisoformat(body["since"]),
        origins=body["origins"],
        stale_since=stale_since(date.fromisoformat(body["told"]), on),
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
    files = sorted(resources.files("tieup.alliances").iterdir(), key=lambda file: file.name)
    digest = hashlib.sha256()
    for file in files:
        if file.name.endswith((".py", ".toml")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
