"""Revision: what people decide on statements that were read, entered in the ledger.

What was read is never rewritten: a decision stands beside it, with who made it, when and why, and
can be undone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from tieup.articles import Article
from tieup.corrections import Decision, Retraction, Review
from tieup.ledger import Entry, Ledger, Retracted, Reviewed
from tieup.regions import Person, Region
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Act, Form, Mode

#: So many statements wait at the front of the queue.
_FRONT = 20


class RevisionError(ValueError):
    """A decision that can't be entered; its message is one line that says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a statement should have been; None leaves a field as it was read.

    Attributes:
        parties: names or ids; hub: the one that relates to each other one, "" for none.
        speaker: a person or party as people name them, "report", or "unnamed:PARTY".
        quote: words that stand in the article.
    """

    act: Act | None = None
    parties: tuple[str, ...] | None = None
    hub: str | None = None
    form: Form | None = None
    speaker: str | None = None
    election: str | None = None
    background: bool | None = None
    said_on: date | None = None
    quote: str | None = None

    def __bool__(self) -> bool:
        """Whether anything is to change."""
        return any(getattr(self, field.name) is not None for field in fields(self))

    def of(self, statement: Statement, article: Article, region: Region) -> Statement:
        """The statement with the changes made.

        Raises:
            RevisionError: for a quote that does not stand in the article.
            UnknownNameError: for an unknown party or election, with the nearest known.
        """
        values: dict[str, Any] = {
            name: value
            for name in ("act", "form", "background", "said_on")
            if (value := getattr(self, name)) is not None
        }
        if self.parties is not None:
            values["parties"] = tuple(region.party(name).id for name in self.parties)
            values["hub"] = None
        if self.hub is not None:
            values["hub"] = region.party(self.hub).id if self.hub else None
        if self.election is not None:
            values["election"] = region.election(self.election).id
        if self.speaker is not None:
            values |= _voice(self.speaker, region, statement.published)
            if (values["speaker"] == REPORT) != (statement.mode is Mode.REPORT):
                values["mode"] = Mode.REPORT if values["speaker"] == REPORT else Mode.INDIRECT
        if self.quote is not None:
            values |= _place(self.quote, statement, article)
        return replace(statement, confidence=1.0, why="amended by a reviewer", **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Decisions on the statements of a ledger.

    Attributes:
        region_of: the region whose names a statement about an election is amended with.
    """

    ledger: Ledger
    region_of: Callable[[str | None], Region]

    def queue(self, *, election: str | None = None, most: int = _FRONT) -> tuple[Entry, ...]:
        """The statements that nobody has decided on, the least certain first."""
        return self.ledger.undecided(election, most=most)

    def find(self, beginning: str) -> Entry:
        """The statement, as it was read, whose id begins so.

        Raises:
            RevisionError: where there is none, or more than one.
        """
        found = self.ledger.named(beginning)
        if len(found) == 1:
            return found[0]
        if not found:
            message = f"no statement begins with {beginning}; tieup review lists some"
            raise RevisionError(message)
        names = ", ".join(entry.statement.id for entry in found[:3])
        message = f"{len(found)} statements begin with {beginning}: {names} ...; write more of it"
        raise RevisionError(message)

    def decide(
        self, beginning: str, decision: Decision, *, by: str, note: str = "", changes: Changes
    ) -> Reviewed:
        """Enter a decision on the statement whose id begins so.

        Args:
            beginning: of the statement's id.
            decision: accept, reject, amend or undo.
            by: who decides.
            note: why.
            changes: for "amend", what the statement should have been.

        Raises:
            RevisionError: for an amendment without a change, or changes without an amendment.
            LedgerError: where the ledger refuses it.
            UnknownNameError: for an unknown party or election, with the nearest known.
        """
        if (decision is Decision.AMEND) != bool(changes):
            wanted = "name what to change, such as the act" if not changes else "decide on amend"
            message = f"to amend is to change something: {wanted}"
            raise RevisionError(message)
        statement = self.find(beginning).statement
        amended = None
        if changes:
            article = self.ledger.article(statement.content_id)
            amended = changes.of(statement, article, self.region_of(statement.election))
        review = Review(
            statement=statement.id, decision=decision, reviewer=by, note=note, amended=amended
        )
        return self.ledger.corrections.review(review)

    def retract(
        self, content_id: str, *, on: date, by: str, note: str = "", statement: str | None = None
    ) -> Retracted:
        """Enter what an outlet took back: a text, or one statement in it.

        Raises:
            LedgerError: for a text or statement that is not there.
        """
        name = self.find(statement).statement.id if statement else None
        retraction = Retraction(
            content_id=content_id, published=on, by=by, note=note, statement=name
        )
        return self.ledger.corrections.retract(retraction)

    def past(self, beginning: str) -> tuple[Reviewed, ...]:
        """Every decision on a statement, in order."""
        return self.ledger.corrections.reviews(self.find(beginning).statement.id)


def _voice(given: str, region: Region, day: date) -> Mapping[str, Any]:
    """Speaker, party and role of somebody named by a reviewer."""
    person = _person(given, region)
    if person is not None:
        role = person.role_on(day)
        return {
            "speaker": person.name,
            "speaker_party": role.party if role else None,
            "speaker_role": role.title if role else None,
            "unit": role.unit if role else None,
        }
    plain = {"speaker_role": None, "unit": None}
    if given.casefold() == REPORT:
        return {"speaker": REPORT, "speaker_party": None, **plain}
    nameless, colon, party = given.partition(":")
    known = region.party(party if colon else given).id
    return {"speaker": f"{nameless}:{known}" if colon else known, "speaker_party": known, **plain}


def _person(given: str, region: Region) -> Person | None:
    wanted = given.strip().casefold()
    for person in region.people.values():
        if wanted in {name.casefold() for name in (person.name, *person.forms)}:
            return person
    return None


def _place(quote: str, statement: Statement, article: Article) -> Mapping[str, Any]:
    """Where words stand in an article, of several places the nearest to the statement's."""
    places = []
    at = article.text.find(quote) if quote.strip() else -1
    while at >= 0:
        places.append(at)
        at = article.text.find(quote, at + 1)
    if not places:
        message = "the quote does not stand in the article; copy it from there, letter by letter"
        raise RevisionError(message)
    start = min(places, key=lambda place: abs(place - statement.start))
    return {"quote": quote, "start": start, "end": start + len(quote)}
