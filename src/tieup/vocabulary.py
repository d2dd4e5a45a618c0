"""The words of the field, each with one meaning, read from ``vocabulary.toml``."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

import tomli
from rapidfuzz import process


class Act(StrEnum):
    """What a statement does to an alliance."""

    WANTS = "wants"
    CLAIMS = "claims"
    TALKS = "talks"
    WAITS = "waits"
    DEMANDS = "demands"
    AGREES = "agrees"
    DENIES = "denies"
    REFUSES = "refuses"
    ENDS = "ends"


#: Acts by which a side moves towards another, or away from it.
TOWARDS = frozenset({Act.WANTS, Act.CLAIMS, Act.DEMANDS, Act.AGREES, Act.TALKS})
AWAY = frozenset({Act.DENIES, Act.REFUSES, Act.ENDS})


class Status(StrEnum):
    """Where a relation stands on a day."""

    SILENT = "silent"
    COURTING = "courting"
    TALKING = "talking"
    AGREED = "agreed"
    DISPUTED = "disputed"
    REFUSED = "refused"
    ENDED = "ended"


class Kind(StrEnum):
    """What a statement is about."""

    ALLIANCE = "alliance"
    STRENGTH = "strength"
    TARGET = "target"
    RESULT = "result"
    PARTY = "party"


class Form(StrEnum):
    """What sort of arrangement a statement speaks of."""

    ALLIANCE = "alliance"
    SEAT_SHARING = "seat-sharing"
    JOINT_MOVEMENT = "joint-movement"
    COMMON_PROGRAMME = "common-programme"
    OUTSIDE_SUPPORT = "outside-support"
    STAND_DOWN = "stand-down"
    MERGER = "merger"


class Mode(StrEnum):
    """Whose wording a statement's quote is."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One entry of the vocabulary: its group, label, definition and an example."""

    key: str
    group: str
    label: str
    definition: str
    example: str


@cache
def words() -> tuple[Word, ...]:
    """Every word of the vocabulary, in the order of the file."""
    text = resources.files("tieup").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return tuple(
        Word(
            key=key,
            group=group,
            label=entry["label"],
            definition=entry["definition"],
            example=entry["example"],
        )
        for group, entries in tomli.loads(text).items()
        for key, entry in entries.items()
    )


def explain(word: str) -> tuple[Word, ...]:
    """The entries for a word, most often one.

    Raises:
        KeyError: for an unknown word, with the nearest known ones in its message.
    """
    wanted = word.strip().casefold()
    found = tuple(w for w in words() if wanted in (w.key, w.label))
    if found:
        return found
    known = sorted({w.key for w in words()})
    near = [match for match, _, _ in process.extract(wanted, known, limit=3)]
    message = f"no word '{word}' in the vocabulary; the nearest are: {', '.join(near)}"
    raise KeyError(message)
