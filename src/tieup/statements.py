"""A statement: one act of one speaker in one article, with its verbatim quote and its place."""

import hashlib
import json
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Self

from tieup.articles import Article
from tieup.vocabulary import Act, Form, Kind, Mode

#: The journalist's own voice, where nobody else is named.
REPORT = "report"
#: What the id of a statement is made from: what is said and where it stands, and never when it was
#: read or by which reader, so that two readers that agree share one id.
IDENTITY = (
    "kind",
    "content_id",
    "start",
    "end",
    "act",
    "parties",
    "hub",
    "form",
    "speaker",
    "election",
    "background",
    "said_on",
    "seats",
    "places",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement, with the fields of the published JSON; None or empty where unknown.

    Attributes:
        kind: alliance, strength, target, result or party.
        article: id of the article it stands in; ``content_id`` is the hash of that text.
        act: what it does to an alliance; None for the other kinds.
        parties: ids of those whose relation it is about; one alone where the partner is not named.
        hub: the party that relates to each of the others; None means every pair.
        speaker: canonical person, party id, "unnamed:PARTY" or "report".
        unit: state, centre or district, where the text tells them apart.
        election: id of the election the relation is about, such as "WB-2026".
        background: whether that is history or another election than the article's.
        quote: exactly ``text[start:end]`` of the article, offsets in characters.
        seats: numbers of seats by party id, or by "PARTY:asked", ":offered", ":agreed", ":won".
        participants: persons at a meeting; decider: with whom the final call is.
        against: persons or parties that a stand-down or an exception is about.
        confidence: how often statements like it are right, from 0 to 1.
        why: the rule, its words, and how speaker and parties were found.
    """

    kind: Kind
    article: str
    content_id: str
    act: Act | None = None
    parties: tuple[str, ...] = ()
    hub: str | None = None
    form: Form | None = None
    speaker: str = REPORT
    speaker_party: str | None = None
    speaker_role: str | None = None
    unit: str | None = None
    mode: Mode = Mode.REPORT
    election: str | None = None
    background: bool = False
    said_on: date | None = None
    published: date
    quote: str
    start: int
    end: int
    seats: dict[str, int] = field(default_factory=dict)
    places: tuple[str, ...] = ()
    deadline: str | None = None
    condition: str | None = None
    decider: str | None = None
    participants: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    outlet: str | None = None
    origin: str | None = None
    reader: str
    confidence: float
    why: str
    _id: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """The hash of what is said and where it stands; worked out once."""
        if self._id is None:
            object.__setattr__(self, "_id", self._hashed())
        return str(self._id)

    def _hashed(self) -> str:
        said = {name: getattr(self, name) for name in IDENTITY}
        said["parties"] = sorted(self.parties)  # whoever is named first, the relation is the same
        text = json.dumps(said, sort_keys=True, default=str, ensure_ascii=False)
        return "s_" + hashlib.sha256(text.encode()).hexdigest()[:20]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The relations it is about: the hub with each other party, or every pair, sorted."""
        if self.hub is not None:
            others = (p for p in self.parties if p != self.hub)
            return tuple(min((self.hub, p), (p, self.hub)) for p in others)
        ordered = sorted(self.parties)
        return tuple((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])

    def faults(self, article: Article) -> tuple[str, ...]:
        """What contradicts the article or itself; empty for a sound statement."""
        found = []
        if article.content_id != self.content_id:
            found.append("stands in another text")
        elif not 0 <= self.start <= self.end:
            found.append(f"there is no span from {self.start} to {self.end}")
        elif article.text[self.start : self.end] != self.quote:
            found.append(f"quote is not the text from {self.start} to {self.end}")
        if not self.quote.strip():
            found.append("quote is empty")
        if (self.kind is Kind.ALLIANCE) != (self.act is not None):
            found.append("an alliance statement has an act, the other kinds have none")
        if self.hub is not None and self.hub not in self.parties:
            found.append(f"hub {self.hub} is not among the parties")
        if len(set(self.parties)) != len(self.parties):
            found.append("a party is named twice")
        if not 0 <= self.confidence <= 1:
            found.append(f"confidence {self.confidence} is outside 0 to 1")
        return tuple(found)

    def to_json(self) -> dict[str, Any]:
        """The published JSON: stable keys, dates as ISO strings, lists for tuples."""
        values = {name: getattr(self, name) for name in FIELDS}
        values["seats"] = dict(self.seats)
        for name in ("said_on", "published"):
            if values[name] is not None:
                values[name] = values[name].isoformat()
        for name in ("parties", "places", "participants", "against"):
            values[name] = list(values[name])
        return {"id": self.id, **values}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """The statement back from its JSON; keys that it does not know are passed over.

        Raises:
            ValueError, TypeError: where a value is missing or of the wrong form.
        """
        given = {name: values[name] for name in FIELDS if name in values}
        for name in ("said_on", "published"):
            if given.get(name) is not None:
                given[name] = date.fromisoformat(given[name])
        for name in ("parties", "places", "participants", "against"):
            given[name] = tuple(given.get(name, ()))
        for name, kind in (("kind", Kind), ("act", Act), ("form", Form), ("mode", Mode)):
            if given.get(name) is not None:
                given[name] = kind(given[name])
        return cls(**given)


#: The fields that a statement is made of, in the order of its JSON.
FIELDS = tuple(f.name for f in fields(Statement) if f.init)
