"""Names: a pack's parties and people, found in a text and told which one each is on that day.

A party that only tells whose leader somebody is ("CPI(M) state secretary Md Salim") belongs to the
person's mention: the person speaks for the party of his role that day, whatever else stands beside
the name. That is how "suspended Trinamool Congress leader Humayun Kabir" never speaks for TMC.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tieup.reading.names.appositions import attached, title_gap
from tieup.reading.names.full_names import FullName, FullNames, Written, laid_over
from tieup.reading.names.left import is_verb
from tieup.reading.names.mention import Mention
from tieup.reading.names.name_index import NameIndex
from tieup.reading.text.sentences import quotations
from tieup.reading.text.spans import Placed, Span
from tieup.regions import Region

_ANTI = re.compile(r"\banti[-– ]$", re.IGNORECASE)
# "A CPI(M) central committee member" is anybody, "the former prime minister" is another.
_NAME_NEXT = re.compile(r"\s+([A-Z][a-z]+)\s+[A-Z][a-z]+")
_SURNAME_NEXT = re.compile(r"\s+[A-Z][a-z]+")
_INDEFINITE = re.compile(
    r"\b(?:an?|one|another|some|former|erstwhile|then|late|deputy|vice|joint|assistant)\s+$|\bex[- ]$",
    re.IGNORECASE,
)
# "The Yadav community" is nobody who is called Yadav.
_PEOPLE_OF = re.compile(
    r"\s+(?:communit\w+|vot\w+|base|famil\w+|caste|clan|belt|dynasty|population)\b"
)
_OF_ITS_OWN = re.compile(r"(?:['’]s)?\s+(?:own\s+|central\s+|national\s+|top\s+)?")
_OWNED = re.compile(r"(.+?)(?:[-–]led\b|['’]s\b|['’] )")
_OF_WHOM = re.compile(r"\s+of\s+(?:the\s+)?")


class Names:
    """A pack's names, compiled: longest first, so that "Congress" is not found in "Trinamool Congress"."""

    def __init__(self, region: Region) -> None:
        """Compile the pack's forms into one index for names and one for styles."""
        self.region = region
        self.parties: dict[str, str] = {}
        for party in region.parties.values():
            for form in (party.name, *party.forms, *party.seats_of_power):
                # An article would begin the match too early and hide "Left Front" in "the Left Front".
                self.parties.setdefault(form.removeprefix("the "), party.id)
        self.renamed: dict[str, list[tuple[date, str]]] = {}
        for party in region.parties.values():
            for renaming in party.renamings:
                for form in (renaming.name, renaming.short):
                    self.parties.setdefault(form, party.id)
                    self.renamed.setdefault(form, []).append((renaming.on, party.id))
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
        own = (*region.titles, *(w for form in region.forms for w in (*form.split(), f"{form}'s")))
        self._titles = title_gap((*own, *region.districts))
        self._names = NameIndex((*self.parties, *self.people, *self.short, *region.lookalikes))
        self._styles = NameIndex(self.styles, cased=False)
        self._full_names = FullNames(region, self.parties, self.people, self.short, self._titles)

    def mentions(self, text: str, day: date) -> tuple[Mention, ...]:
        """Every mention in order; a short name is resolved by the full names, and the day."""
        written = tuple(self.written(text))
        full = tuple(self._full_names.found(text, day, written))
        page = _Resolver(
            self,
            text,
            day,
            Placed(quotations(text), lambda span: span),
            Placed(written, lambda name: name.span),
        )
        page.expect(written)
        for name in laid_over(written, full):
            page.take(name)
        return tuple(attached(text, page.found, self._titles, self._members(page.found, day)))

    def _members(self, found: Iterable[Mention], day: date) -> dict[str, tuple[str, ...]]:
        """Of each front and bloc that is named, those who are in it that day."""
        named = {mention.name for mention in found if mention.sort == "party"}
        fronts = (party for party in named if self.region.parties[party].kind != "party")
        return {front: self.region.parties_of(front, day) for front in fronts}

    def written(self, text: str) -> Iterator[Written]:
        """Names and styles in order; where they overlap, the one that begins first, then the longer."""
        names = [(span, form) for span, form in self._names.found(text)]
        begun = {span.start for span, form in names if self._is_whole(text, span, form)}
        styles = [
            (span, form)
            for span, form in self._styles.found(text)
            if not _INDEFINITE.search(text, max(0, span.start - 12), span.start)
            and not _is_of_stranger(text, span.end, begun)
        ]
        end = 0
        for span, form in sorted((*names, *styles), key=lambda hit: (hit[0].start, -hit[0].end)):
            if span.start >= end:
                end = span.end
                yield self._sorted(span, form)

    def party_of(self, form: str, day: date) -> str:
        """Whose name a form is on a day: a party can take over the name of one that it came from."""
        taken = [(on, party) for on, party in self.renamed.get(form, ()) if on <= day]
        return max(taken)[1] if taken else self.parties[form]

    def leader_in(self, form: str) -> str | None:
        """The person whom a party's form names: "Uddhav Thackeray-led Shiv Sena (UBT)"."""
        owner = _OWNED.match(form)
        return self.people.get(owner[1]) if owner else None

    def _is_whole(self, text: str, span: Span, form: str) -> bool:
        """Whether a name is no mere first word of somebody else's: "Salim" in "Salim Mondal"."""
        return form not in self.short or _SURNAME_NEXT.match(text, span.end) is None

    def _sorted(self, span: Span, form: str) -> Written:
        """A name with what sort of name it is."""
        if form in self.parties:
            return Written(span, form, "party", self.parties[form])
        if form in self.people:
            return Written(span, form, "person", self.people[form])
        if form in self.short:
            return Written(span, form, "short", form)
        return Written(span, form, "style", form)


@dataclass(slots=True)
class _Resolver:
    """Tells which party or person each name of a text is, going through it from the top.

    Attributes:
        latest: whom a short name meant last; None where that was somebody whom the pack does not know.
        coming: who of a short name is named in full anywhere in the text.
    """

    names: Names
    text: str
    day: date
    quoted: Placed[Span]
    written: Placed[Written]
    found: list[Mention] = field(default_factory=list)
    latest: dict[str, str | None] = field(default_factory=dict)
    coming: dict[str, set[str]] = field(default_factory=dict)

    def expect(self, written: Iterable[Written]) -> None:
        """Look ahead for full names: a headline has the surname alone."""
        for name in written:
            if name.sort == "person":
                for short in self._short_names(name.meant):
                    self.coming.setdefault(short, set()).add(name.meant)

    def take(self, name: Written | FullName) -> None:
        """The next name."""
        mention = self._full(name) if isinstance(name, FullName) else self._spelt(name)
        if mention is None:
            return
        person = mention.name if mention.sort == "person" else None
        if person is None and isinstance(name, Written):
            person = self.names.leader_in(name.form)
        if person is not None:
            # Whom a speaker names is not whom the journalist goes on to call by a surname.
            said = bool(self.quoted.touching(mention.span))
            for short in self._short_names(person):
                if not said or short not in self.latest:
                    self.latest[short] = person
        self.found.append(mention)

    def _short_names(self, name: str) -> tuple[str, ...]:
        """What somebody named in full is called after; the surname, too, where others bear it."""
        return (*self.names.region.people[name].short, name.rsplit(maxsplit=1)[-1])

    def _full(self, name: FullName) -> Mention | None:
        how = f"misspelling '{name.span.of(self.text)}'"
        if name.meant is None:
            surname = name.span.of(self.text).split()[-1]
            if surname in self.names.short and not self.quoted.touching(name.span):
                self.latest[surname] = None
            return None
        if name.sort == "party":
            return Mention(name.span, "party", name.meant, name.meant, how=how)
        return self._speaking(name.span, name.meant, how)

    def _spelt(self, name: Written) -> Mention | None:
        if name.sort == "party":
            return self._party(name.span, name.form)
        if name.sort == "person":
            return self._speaking(name.span, name.meant, "full name")
        if name.sort == "short":
            meant = self._short(name)
            return self._speaking(name.span, meant, "short name") if meant else None
        holders = self.names.styles.get(name.form.casefold(), [])
        active = [person for person in holders if self._has_style(person, name.form)]
        return self._speaking(name.span, active[-1], f"style '{name.form}'") if active else None

    def _party(self, span: Span, form: str) -> Mention | None:
        if form.startswith("Left") and is_verb(self.text, span):
            return None
        party = (
            self._owner(span, form) or self._named_last(form) or self.names.party_of(form, self.day)
        )
        opposed = bool(_ANTI.search(self.text[max(0, span.start - 6) : span.start]))
        return Mention(span, "party", party, party, opposed=opposed)

    def _owner(self, span: Span, form: str) -> str | None:
        """Whose a body is that every party has: "the BJP high command", "the high command of the BJP"."""
        if not form.islower():
            return None
        before = self.found[-1] if self.found else None
        if before is not None and before.sort == "party":
            between = self.text[before.span.end : span.start]
            if _OF_ITS_OWN.fullmatch(between):
                return before.party
        of = _OF_WHOM.match(self.text, span.end)
        named = self.written.touching(Span(of.end(), of.end() + 1)) if of else ()
        return next((name.meant for name in named if name.sort == "party"), None)

    def _named_last(self, form: str) -> str | None:
        """The party just named that ends in a bloc's short name.

        "The Morcha" is the Gorkha Janmukti Morcha where that was named before.
        """
        parties = self.names.region.parties
        if " " in form or parties[self.names.parties[form]].kind != "bloc":
            return None
        word = f" {form}"
        for mention in reversed(self.found):
            known = parties.get(mention.name)
            if known and any(name.endswith(word) for name in (known.name, *known.forms)):
                return known.id
        return None

    def _speaking(self, span: Span, name: str, how: str) -> Mention:
        """A person, for the party of the day."""
        role = self.names.region.people[name].role_on(self.day)
        return Mention(span, "person", name, role.party if role else None, role, how=how)

    def _short(self, name: Written) -> str | None:
        """Whom a short name means: the last of that name, the only one of the text, or of the day."""
        short = name.form
        if _PEOPLE_OF.match(self.text, name.span.end):
            return None
        if short in self.latest:
            return self.latest[short]
        coming = self.coming.get(short, set())
        return next(iter(coming)) if len(coming) == 1 else self._only_active(short)

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


def _is_of_stranger(text: str, end: int, begun: Container[int]) -> bool:
    """Whether a name that no pack knows follows: "ISF leader Karim Sheikh" is not ISF's known leader."""
    name = _NAME_NEXT.match(text, end)
    return name is not None and name.start(1) not in begun
