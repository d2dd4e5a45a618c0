"""Full names: runs of capitalised words, and whom one means that no pack spells so.

"Lurinjyoti Gogoi" is not the Gogoi of whom the article spoke before: a first name that is not his
makes somebody else of a known surname. "Nawshad Sidiqui, the ISF chairman" is Nawsad Siddiqui.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tieup.reading.names.mention import Sort
from tieup.reading.names.misspelling import Misspellings
from tieup.reading.tables import table
from tieup.reading.text.sentences import paragraphs
from tieup.reading.text.spans import Placed, Span
from tieup.regions import Person, Region

_REST = r"(?:\.(?:[A-Z]\.){0,7}|\w*(?:[-’'](?!s\b)\w+)*)"
_WORD = re.compile(rf"[A-Z]{_REST}")
# What stands before a run is looked at behind its first letter: a search skips to capitals.
_RUN = re.compile(rf"[A-Z](?<![\w@#’'-][A-Z]){_REST}(?:[ \u00a0]+[A-Z]{_REST})+")
#: Styles, offices and words of headlines and beginnings that stand beside a name and are none of it.
_STYLED = frozenset(
    """
    Mr Mrs Ms Dr Smt Shri Sri Prof Adv Advocate Justice Maulana Mufti Swami Thiru Selvi Comrade
    Babu Ji Saheb Sahab Sahib Da Didi Bhai Anna
    President Secretary Chief Minister Leader MLA MP MLAs MPs MLC Chairman Chairperson Chairwoman
    General Speaker Governor Prime Deputy Union Home Former Ex Opposition Supremo Spokesperson
    Spokesman Candidate Mayor Councillor Convenor
    PM CM LoP Late
    Besides Neither Unlike Like Under Over To Only Did Does Is Was Were Are Do Has Had Have Will Would
    Could Should Can Must May Might
    """.split()  # noqa: SIM905 - a list would be a page long
)
_OFFICE = (
    r"(?:president|secretary|leader|MLA|MP|minister|chief|spokes(?:man|woman|person)|chair(?:man|woman|person)"
    r"|legislator|convenor|convener|supremo|founder|general|in-charge|head|patron)"
)
_OFFICE_BEFORE = re.compile(rf"\b({_OFFICE}),?\s+(?:(?:Mr|Dr|Md|Smt)\.?\s+)?$", re.IGNORECASE)
_OFFICE_AFTER = re.compile(rf"(?:['’]s)?\s+(?:[\w()-]+\s+){{0,3}}?{_OFFICE}\b", re.IGNORECASE)
_OF = re.compile(r",?\s+(?:who\s+(?:is|heads|leads)\s+|of\s+)?(?:the\s+|an?\s+|its\s+)?")
_SHORTENED = re.compile(r"\s*\(([^()\s]+(?:\([^()\s]+\))?)\)")
_BEGINNING = re.compile(r"(?:king|ting|ding|ning|ring|sing|ling|ving|ly)$")
#: So far before a name its bearer's party stands; so long is a first name that says something.
_NEAR, _TELLING = 90, 4
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
#: A line of so many words, all the longer ones in capitals, is a headline.
_HEADLINE, _LONG = 4, 4


@dataclass(frozen=True, slots=True)
class Written:
    """A name in the text that the pack spells so.

    Attributes:
        sort: of a party, of a person in full, the short name of one, or something else.
        meant: the party's id or the person's name; the form itself of the others.
    """

    span: Span
    form: str
    sort: str
    meant: str


@dataclass(frozen=True, slots=True)
class FullName:
    """What a run of capitalised words is that the pack does not spell so.

    Attributes:
        sort: a party or a person.
        meant: the party's id or the person's name; None for somebody whom the pack does not know.
    """

    span: Span
    sort: Sort
    meant: str | None


class FullNames:
    """Tells of each run of capitalised words whether it is a known name misspelt, or another's."""

    def __init__(
        self,
        region: Region,
        parties: Mapping[str, str],
        people: Mapping[str, str],
        short: Mapping[str, Sequence[str]],
        titles: re.Pattern[str],
    ) -> None:
        """Compile a region's names.

        Args:
            region: whose people they are.
            parties: from every form to the party's id.
            people: from every full name to the person's.
            short: from every short name to those who bear it.
            titles: what may stand between a party and its leader's name.
        """
        self.region = region
        self.parties = parties
        self.short = short
        self.titles = titles
        self.misspelt_people = Misspellings(people)
        self.misspelt_parties = Misspellings(parties)
        lands = (*region.forms, *region.districts, *region.elsewhere)
        own = (word for name in (*region.titles, *lands) for word in name.split())
        self.no_names = frozenset((*table("names/phrases.toml")["names"]["nobody"], *_STYLED, *own))

    def found(self, text: str, day: date, known: Sequence[Written]) -> Iterator[FullName]:
        """The runs that tell something, in order.

        Args:
            text: the article's.
            day: on which posts are held.
            known: the names that the pack spells so, in order.
        """
        page = _Page(self, text, day, Placed(known, lambda written: written.span))
        for line in paragraphs(text):
            if not _is_headline(line.of(text)):
                for run in _RUN.finditer(text, line.start, line.end):
                    yield from page.tell(_parts(run))


@dataclass(frozen=True, slots=True)
class _Page:
    """One article, with the names in it that the pack spells so."""

    names: FullNames
    text: str
    day: date
    known: Placed[Written]

    def tell(self, parts: Sequence[Span]) -> Iterator[FullName]:
        """What the words of a run are: a party, or people between the names that are known."""
        party = self._party(parts)
        if party is not None:
            yield party
            return
        for group in self._groups(parts):
            person = self._person(group)
            if person is not None:
                yield person

    def _groups(self, parts: Sequence[Span]) -> Iterator[Sequence[Span]]:
        """Two words or more side by side that belong to no known full name, style or party."""
        group: list[Span] = []
        for part in parts:
            if any(written.sort != "short" for written in self.known.touching(part)):
                yield from self._trimmed(group)
                group = []
            else:
                group.append(part)
        yield from self._trimmed(group)

    def _trimmed(self, group: Sequence[Span]) -> Iterator[Sequence[Span]]:
        """The group without titles, days and words that begin a sentence."""
        start, end = 0, len(group)
        while start < end and self._is_no_name(group[start], first=True):
            start += 1
        while start < end and self._is_no_name(group[end - 1]):
            end -= 1
        bracketed = start < end and self.text[group[start].start - 1 : group[start].start] == "("
        if end - start > 1 and not bracketed:  # "Lok Janshakti Party (Ram Vilas)" is a party
            yield group[start:end]

    def _is_no_name(self, part: Span, *, first: bool = False) -> bool:
        word = part.of(self.text)
        if self.known.touching(part):
            return False
        if word in self.names.no_names or (first and _BEGINNING.search(word)):
            return True
        return len(word) > 1 and f" {word.lower()} " in self.text

    def _person(self, group: Sequence[Span]) -> FullName | None:
        """Who a group is: one whom the pack knows, or somebody else of a known surname."""
        span = Span(group[0].start, group[-1].end)
        written = [part.of(self.text) for part in group]
        short = [name for part in group for name in self.known.touching(part)]
        for name in dict.fromkeys(name for hit in short for name in self.names.short[hit.form]):
            if self._is_his(written, self.names.region.people[name]):
                return FullName(span, "person", name)
        near = self.names.misspelt_people.meant(written)
        if near is not None and self._is_supported(span, written, near):
            return FullName(span, "person", near)
        return FullName(span, "person", None) if short else None

    def _is_his(self, written: Sequence[str], person: Person) -> bool:
        """Whether every word is one of his names, or an initial of one; "K. Chandy", "Adhir Babu"."""
        own = {
            word for name in (person.name, *person.forms, *person.short) for word in name.split()
        }
        initials = {word[0] for word in person.name.split()}
        return all(
            word in own or (_INITIALS.fullmatch(word) and set(word.replace(".", "")) <= initials)
            for word in written
        )

    def _is_supported(self, span: Span, written: Sequence[str], name: str) -> bool:
        """Whether a post, a party or the first name beside a misspelt name says that it is his."""
        person = self.names.region.people[name]
        role = person.role_on(self.day)
        party = self._party_beside(span)
        if party is not None:
            return role is not None and party in self._own_parties(role.party)
        if any(hit.meant == name for hit in self.known.within(Span(0, len(self.text)))):
            return True
        firsts = {form.split()[0] for form in (person.name, *person.forms)}
        if written[0] in firsts and len(written[0]) >= _TELLING:
            return True
        office = _OFFICE_BEFORE.search(self.text, max(0, span.start - _NEAR), span.start)
        return (
            office is not None
            and role is not None
            and office[1].casefold() in role.title.casefold()
        )

    def _own_parties(self, party: str) -> frozenset[str]:
        """The party itself, its front and its members."""
        region = self.names.region
        front = region.front_of(party, self.day)
        return frozenset(filter(None, (party, front, *region.parties_of(party, self.day))))

    def _party_beside(self, span: Span) -> str | None:
        """The party whose leader somebody is called, before the name or after it."""
        before = [w for w in self.known.before(span.start, 1) if w.sort == "party"]
        if before:
            between = self.text[before[0].span.end : span.start]
            if len(between) < _NEAR and self.names.titles.fullmatch(between):
                return before[0].meant
        after = _OF.match(self.text, span.end)
        if after is None or after.end() == span.end:
            return None
        beside = self.known.touching(Span(after.end(), after.end() + 1))
        return next((written.meant for written in beside if written.sort == "party"), None)

    def _party(self, parts: Sequence[Span]) -> FullName | None:
        """The party that a run misspells, where its short name, an office or a leader stands by."""
        while parts and self._is_no_name(parts[0]):
            parts = parts[1:]
        while parts and any(w.sort in ("person", "short") for w in self.known.touching(parts[-1])):
            parts = parts[:-1]
        if len(parts) < 2:  # noqa: PLR2004 - one word alone is too little
            return None
        span = Span(parts[0].start, parts[-1].end)
        if any(written.span.covers(span) for written in self.known.touching(span)):
            return None
        near = self.names.misspelt_parties.meant([part.of(self.text) for part in parts])
        return FullName(span, "party", near) if near and self._is_named(span, near) else None

    def _is_named(self, span: Span, party: str) -> bool:
        """Whether what follows a party's misspelt name says which party it is."""
        shortened = _SHORTENED.match(self.text, span.end)
        if shortened is not None:
            return self.names.parties.get(shortened[1]) == party
        if _OFFICE_AFTER.match(self.text, span.end):
            return True
        following = self.known.touching(Span(span.end + 1, span.end + 2))
        people = self.names.region.people
        roles = [people[w.meant].role_on(self.day) for w in following if w.sort == "person"]
        return any(role is not None and role.party == party for role in roles)


def laid_over(written: Sequence[Written], full: Sequence[FullName]) -> Iterator[Written | FullName]:
    """The names in order, those inside a full name left out: it is one name, and another."""
    over = Placed(full, lambda name: name.span)
    together: list[Written | FullName] = [w for w in written if not over.touching(w.span)]
    yield from sorted((*together, *full), key=lambda name: name.span.start)


def _parts(run: re.Match[str]) -> list[Span]:
    """The places of a run's words."""
    words_of_it = _WORD.finditer(run.group())
    return [Span(run.start() + word.start(), run.start() + word.end()) for word in words_of_it]


def _is_headline(line: str) -> bool:
    """Whether a line writes all its longer words in capitals, so that they tell nothing."""
    longer = [word for word in line.split() if len(word) >= _LONG and word[0].isalpha()]
    ended = line.endswith((".", '"', "”"))
    return not ended and len(longer) >= _HEADLINE and all(word[0].isupper() for word in longer)
