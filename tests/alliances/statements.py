"""Statements for tests, written in a line: "2025-12-27 JUP claims JUP+ISF"."""

from datetime import date

from tieup.regions import Region
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Act, Form, Kind, Mode


def statement(line: str, **changes: object) -> Statement:
    """A statement from 'DAY SPEAKER act A+B[+C][/HUB]'; a speaker in lower case is the report.

    DAY may be 'SAID/PUBLISHED'. The speaker is a party's id, whose voice it is.
    """
    day, speaker, act, parties = line.split()
    said, _, published = day.partition("/")
    names, _, hub = parties.partition("/")
    voice = REPORT if speaker == "report" else speaker
    values: dict[str, object] = {
        "kind": Kind.ALLIANCE,
        "article": f"article of {line}",
        "content_id": f"a_{abs(hash(line))}",
        "act": Act(act),
        "parties": tuple(names.split("+")),
        "hub": hub or None,
        "speaker": voice,
        "speaker_party": None if voice == REPORT else voice.removeprefix("unnamed:"),
        "mode": Mode.REPORT if voice == REPORT else Mode.INDIRECT,
        "election": "WB-2026",
        "said_on": date.fromisoformat(said),
        "published": date.fromisoformat(published or said),
        "quote": line,
        "start": 0,
        "end": len(line),
        "reader": "hand",
        "confidence": 0.9,
        "why": "written by hand",
    }
    return Statement(**{**values, **changes})  # type: ignore[arg-type] # one line a statement


def ledger(text: str) -> list[Statement]:
    """Statements, one a line or between semicolons."""
    lines = text.strip().replace(";", "\n").splitlines()
    return [statement(line.strip()) for line in lines]


__all__ = ["Act", "Form", "Region", "ledger", "statement"]
