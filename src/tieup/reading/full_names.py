"""Full names: runs of capitalised words, and whom one means that no pack spells so.

"Lurinjyoti Gogoi" is not the Gogoi of whom the article spoke before: a first name that is not his
makes somebody else of a known surname. "Nawshad Sidiqui, the ISF chairman" is Nawsad Siddiqui.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tieup.reading.misspelling import Misspellings, alike
from tieup.reading.phrases import words
from tieup.reading.spans import Placed, Span
from tieup.regions import Person, Region

_WORD = re.compile(r"(?:[A-Z]\.)+|[A-Z]\w*(?:[-’'](?!s\b)\w+)*")
_RUN = re.compile(rf"(?<![\w@#’'-])(?:{_WORD.pattern})(?:[ \u00a0]+(?:{_WORD.pattern}))+")
#: Styles and offices that stand in capitals beside a name and are no part of it.
_STYLED = frozenset(
    "Mr Mrs Ms Dr Smt Shri Sri Prof Adv Advocate Justice Maulana Mufti Swami Thiru Selvi Babu Ji Saheb"
    " Sahab Sahib Da Didi Bhai Anna President Secretary Chief Minister Leader MLA MP MLAs MPs MLC"
    " Chairman Chairperson Chairwoman General Speaker Governor Prime Deputy Union Home Former Ex"
    " Opposition Supremo Spokesperson Spokesman Candidate Mayor Councillor Convenor Comrade"
    " Besides Besides Similarly Both Neither Unlike Like Under Over To Not Only Did Does Is Was".split()
)
_ORDINARY = re.compile(r"(?:ing|ly|ed)$")
_OFFICE = (
    r"(?:president|secretary|leader|MLA|MP|minister|chief|spokes(?:man|woman|person)|chair(?:man|woman|person)"
    r"|legislator|convenor|convener|supremo|founder|general|in-charge|head|patron)"
)
_OFFICE_BEFORE = re.compile(rf"\b({_OFFICE}),?\s+(?:(?:Mr|Dr|Md|Smt)\.?\s+)?$", re.IGNORECASE)
_OFFICE_AFTER = re.compile(rf"(?:['’]s)?\s+(?:[\w()-]+\s+){{0,3}}?{_OFFICE}\b", re.IGNORECASE)
_OF = re.compile(r",?\s+(?:who\s+(?:is|heads|leads)\s+|of\s+)?(?:the\s+|an?\s+|its\s+)?")
_SHORTENED = re.compile(r"\s*\(([^()\s]+(?:\([^()\s]+\))?)\)")
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
class Reading:
    """What a run of capitalised words is.

    Attributes:
        meant: the party's id or the person's name; None for somebody whom the pack does not know.
    """

    span: Span
    sort: str
    meant: str | None


class FullNames:
    """Tells for each run of capitalised words whether it is somebody known, misspelt or another."""

    def __init__(
        self,
        region: Region,
        parties: Mapping[str, str],
        people: Mapping[str, str],
        titles: re.Pattern[str],
    ) -> None:
        """Compile a region's names.

        Args:
            region: whose people they are.
            parties: from every form to the party's id.
            people: from every full name to the person's.
            titles: what may stand between a party and its leader's name.
        """
        self._people = region.people
        self._misspelt_people = Misspellings(people)
        self._misspelt_parties = Misspellings(parties)
        self._parties = parties
        self._titles = titles
        own = (w for name in (*region.titles, *region.forms, *region.districts) for w in name.split())
        self._no_names = frozenset((*words()["names"]["nobody"], *_STYLED, *own))

    def read(self, text: str, day: date, known: Sequence[Written]) -> tuple[Reading, ...]:
        """The runs that tell something, in order.

        Args:
            text: the article's.
            day: on which posts are held.
            known: names as the pack spells them, in order.
        """
        page = _Page(self, text, day, Placed(known, lambda written: written.span))
        return tuple(page.readings())

    def readable(self, word: str) -> bool:
        """Whether a capitalised word can be part of a name."""
        return word not in self._no_names


@dataclass(frozen=True, slots=True)
class _Page:
    """One article."""

    names: FullNames
    text: str
    day: date
    known: Placed[Written]

    def readings(self) -> Iterator[Reading]:
        for run in _RUN.finditer(self.text):
            parts = [Span(run.start() + w.start(), run.start() + w.end()) for w in _WORD.finditer(run.group())]
            if self._in_headline(run.start()):
                continue
            party = self._party(parts)
            if party is not None:
                yield party
                continue
            for group in self._groups(parts):
                person = self._person(group)
                if person is not None:
                    yield person
