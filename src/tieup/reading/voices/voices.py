"""Voices: a person, a party's body, nameless people of a party, or the report."""

import re
from dataclasses import dataclass

from tieup.reading.names.mention import Mention
from tieup.regions import Region
from tieup.statements import REPORT

# Nobody by name: how many or which, then the party, then what sort of people.
_SOURCES = r"(?:sources?|insiders?|functionar(?:y|ies)|source)"
_PEOPLE = r"(?:leaders?|members?|office-bearers?|workers|MPs?|MLAs?|legislators?|secretary)"
_UNNAMED_AFTER = re.compile(
    rf"^[’']?s?\s+(?:(?:\w+|\([A-Z]+\))\s+){{0,4}}?(?:{_SOURCES}|{_PEOPLE})\b", re.IGNORECASE
)
_UNNAMED_BEFORE = re.compile(
    rf"\b(?:{_SOURCES}|{_PEOPLE}|section)\s+(?:\w+\s+)?(?:in|within|from|of|close\s+to|inside)\s+(?:both\s+)?(?:the\s+)?(?:state\s+|top\s+)?$",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(
    r"\b(?:an?|some|several|many|one|two|three|senior|top|another|few|anonymous|unnamed)\s+(?:\w+[\s-]+){0,3}$",
    re.IGNORECASE,
)
#: So many characters around a name say whether it is a body's or nameless people's.
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a person, a party's body, "unnamed:PARTY", or "report".

    Attributes:
        unit: of the post of a person; that of a body is told by its words (``units``).
    """

    speaker: str = REPORT
    party: str | None = None
    role: str | None = None
    unit: str | None = None
    how: str = "the report's own voice"
    person: bool = False


def voice_of(text: str, mention: Mention) -> Voice:
    """The voice of a mention: the person, or the party as a body."""
    if mention.sort == "person":
        role = mention.role
        return Voice(
            mention.name,
            mention.party,
            role.title if role else None,
            role.unit if role else None,
            f"'{mention.span.of(text)}' by {mention.how}",
            person=True,
        )
    return Voice(mention.name, mention.party, how="the party as a body")


def unnamed(party: str, how: str) -> Voice:
    """Somebody of a party, whom nothing names."""
    return Voice(f"unnamed:{party}", party, how=how)


def unnamed_voice(text: str, mention: Mention) -> Voice | None:
    """'Congress sources', 'a senior CPI(M) leader', 'sources in the Left Front'; None for a name."""
    if mention.sort != "party" or mention.attached:
        return None
    before = text[max(0, mention.span.start - _AROUND) : mention.span.start]
    after = text[mention.span.end : mention.span.end + _AROUND]
    people = _UNNAMED_AFTER.match(after)
    nameless = people and (
        re.search(rf"{_SOURCES}|leaders|members|insiders", people.group(), re.IGNORECASE)
        or _INDEFINITE.search(before)
    )
    if nameless or _UNNAMED_BEFORE.search(before):
        return unnamed(str(mention.party), "nameless people of the party")
    return None


def unnamed_end(text: str, mention: Mention, limit: int) -> int:
    """Where the phrase of nameless people ends: after "sources" in "Congress sources"."""
    tail = _UNNAMED_AFTER.match(text[mention.span.end : limit])
    return mention.span.end + (tail.end() if tail else 0)


def voice_of_party(region: Region, party: str) -> Voice:
    """A party's own voice."""
    name = region.parties[party].short if party in region.parties else party
    return Voice(party, party, how=f"{name} acts in the clause")
