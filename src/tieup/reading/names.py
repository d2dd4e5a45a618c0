"""Names: a pack's parties and people, found in a text and told which one each is on that day.

A party that only tells whose leader somebody is ("CPI(M) state secretary Md Salim") belongs to the
person's mention: the person speaks for the party of his role that day, whatever else stands beside
the name. That is how "suspended Trinamool Congress leader Humayun Kabir" never speaks for TMC.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tieup.reading.appositions import attached, title_gap
from tieup.reading.mention import Mention
from tieup.reading.sentences import quotations
from tieup.reading.spans import Placed, Span
from tieup.regions import Region

_ANTI = re.compile(r"\banti[-– ]$", re.IGNORECASE)
# "A CPI(M) central committee member" is anybody, and not the one whom the press calls so.
_INDEFINITE = re.compile(r"\b(?:an?|one|another|some)\s+$", re.IGNORECASE)
_NAME_AFTER = re.compile(r"^\s+[A-Z][a-z]+")


class Names:
    """A pack's names, compiled: longest first, so that "Congress" is not found in "Trinamool Congress"."""

    def __init__(self, region: Region) -> None:
        """Compile the pack's forms into one pattern each for parties, people and styles."""
        self.region = region
        self.parties: dict[str, str] = {}
        for party in region.parties.values():
            written = (party.name, *party.forms, *party.seats_of_power)
            renamed = (name for r in party.renamings for name in (r.name, r.short))
            for form in (*written, *renamed):
                # An article would begin the match too early and hide "Left Front" in "the Left Front".
                self.parties.setdefault(form.removeprefix("the "), party.id)
        self.people: dict[str, str] = {}
        self.short: dict[str, list[str]] = {}
        self.styles: dict[str, list[str]] = {}
        for person in region.people.values():
            for form in (person.name, *person.forms):
                self.people[form] = person.name
            for form in person.short:
                self.short.setdefault(form, []).append(person.name)
            for style in dict.fromkeys(s for role in person.roles for s in role.styles):
                self.styles.setdefault(style.casefold(), []).append(person.name)
        names = (*self.parties, *self.people, *self.short, *region.lookalikes)
        own = (*region.titles, *(w for form in region.forms for w in (*form.split(), f"{form}'s")))
        self._titles = title_gap((*own, *region.districts))
        self._pattern = re.compile(_alternatives(names))
        self._style_pattern = re.compile(_alternatives(self.styles), re.IGNORECASE)

    def mentions(self, text: str, day: date) -> tuple[Mention, ...]:
        """Every mention in order; a short name is resolved by the full names before it, and the day."""
        page = _Resolver(self, text, day, Placed(quotations(text), lambda span: span))
        for span, form in self._spans(text):
            page.take(span, form)
        return tuple(attached(text, page.found, self._titles))

    def _spans(self, text: str) -> Iterator[tuple[Span, str]]:
        """Names and styles in order; where they overlap, the one that begins first, then the longer."""
        spans = [(m.start(), -m.end(), m.group()) for m in self._pattern.finditer(text)]
        if self.styles:
            spans += [
                (m.start(), -m.end(), m.group())
                for m in self._style_pattern.finditer(text)
                if not _INDEFINITE.search(text, max(0, m.start() - 12), m.start())
            ]
        end = 0
        for start, minus_end, form in sorted(spans):
            if start >= end:
                end = -minus_end
                yield Span(start, end), form


@dataclass(slots=True)
class _Resolver:
    """Tells which party or person each name of a text is, going through it from the top.

    Attributes:
        latest: whom a short name meant last.
    """

    names: Names
    text: str
    day: date
    quoted: Placed[Span]
    found: list[Mention] = field(default_factory=list)
    latest: dict[str, str] = field(default_factory=dict)

    def take(self, span: Span, form: str) -> None:
        """The next name."""
        mention = (
            self._party(span, form) if form in self.names.parties else self._person(span, form)
        )
        if mention is None:
            return
        if mention.sort == "person":
            # Whom a speaker names is not whom the journalist goes on to call by a surname.
            said = bool(self.quoted.touching(span))
            for short in self.names.region.people[mention.name].short:
                if not said or short not in self.latest:
                    self.latest[short] = mention.name
        self.found.append(mention)

    def _party(self, span: Span, form: str) -> Mention | None:
        if form.startswith("Left") and _is_verb_left(self.text, span):
            return None
        party = self._named_last(form) or self.names.parties[form]
        opposed = bool(_ANTI.search(self.text[max(0, span.start - 6) : span.start]))
        return Mention(span, "party", party, party, opposed=opposed)

    def _named_last(self, form: str) -> str | None:
        """The party just named that ends in a bloc's short name.

        "The Morcha" is the Gorkha Janmukti Morcha where that was named before.
        """
        parties = self.names.region.parties
        if parties[self.names.parties[form]].kind != "bloc":
            return None
        word = f" {form.rsplit(maxsplit=1)[-1]}"
        for mention in reversed(self.found):
            known = parties.get(mention.name)
            if known and any(name.endswith(word) for name in (known.name, *known.forms)):
                return known.id
        return None

    def _person(self, span: Span, form: str) -> Mention | None:
        if form in self.names.people:
            return self._speaking(span, self.names.people[form], "full name")
        if form in self.names.short:
            name = self.latest.get(form) or self._only_active(form)
            following = self.text[span.end : span.end + 20]
            if name is None or (form not in self.latest and _NAME_AFTER.match(following)):
                return None  # "Abbas Ali": the first name of somebody whom the pack does not know
            return self._speaking(span, name, "short name")
        holders = self.names.styles.get(form.casefold(), [])
        active = [name for name in holders if self._has_style(name, form)]
        return self._speaking(span, active[-1], f"style '{form}'") if active else None

    def _speaking(self, span: Span, name: str, how: str) -> Mention:
        """A person, for the party of the day."""
        role = self.names.region.people[name].role_on(self.day)
        return Mention(span, "person", name, role.party if role else None, role, how=how)

    def _only_active(self, short: str) -> str | None:
        """The one among several of the same short name who holds a post that day, if there is one."""
        people = self.names.region.people
        active = [
            name
            for name in self.names.short[short]
            if any(role.holds_on(self.day) for role in people[name].roles)
        ]
        return active[0] if len(active) == 1 else None

    def _has_style(self, name: str, style: str) -> bool:
        wanted = style.casefold()
        return any(
            role.holds_on(self.day) and wanted in (s.casefold() for s in role.styles)
            for role in self.names.region.people[name].roles
        )


@lru_cache(maxsize=8)
def names_of(region: Region) -> Names:
    """The compiled names of a region; compiling takes longer than reading an article."""
    return Names(region)


def masked(text: str, mentions: Iterable[Mention], region: Region) -> str:
    """The text with every name blanked out to its length, so that no rule reads a word inside one.

    A party becomes "P___", a front or bloc "F___", a person "H___": "Left Front" holds no verb "left".
    """
    pieces, at = [], 0
    for mention in mentions:
        pieces.append(text[at : mention.span.start])
        known = region.parties.get(mention.name)
        mark = "H" if mention.sort == "person" or known is None else known.kind[0].upper()
        mark = "F" if mark == "B" else mark
        pieces.append(mark + "_" * (mention.span.end - mention.span.start - 1))
        at = mention.span.end
    pieces.append(text[at:])
    return "".join(pieces)


def _alternatives(names: Iterable[str]) -> str:
    """A pattern for any of the names as whole words, the longest first, spaces of any width."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    escaped = (re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
    return rf"(?<![\w])(?:{'|'.join(escaped)})(?![\w])"


def _is_verb_left(text: str, span: Span) -> bool:
    """'Left 30 seats', 'Left the door open': the verb, at the start of a sentence."""
    if span.of(text) != "Left":
        return False
    begins = not text[: span.start].rstrip() or text[: span.start].rstrip()[-1] in '.!?"“'
    return begins and bool(
        re.match(r"\s+(?:the|its|his|her|their|a|an|with|out|\d+)\b", text[span.end :])
    )
