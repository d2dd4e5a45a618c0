"""Mentions: where a text names a party or a person, and which one it is on that day.

A party that only tells whose leader somebody is ("CPI(M) state secretary Md Salim") belongs to the
person's mention: the person speaks for the party of his role that day, whatever else stands beside
the name. That is how "suspended Trinamool Congress leader Humayun Kabir" never speaks for TMC.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from tieup.reading.spans import Span
from tieup.regions import Region, Role

Sort = Literal["party", "person"]

#: Words that may stand between a party and the name of its leader, or after the name and before it.
_TITLES = (
    r"(?:state|national|general|working|former|veteran|senior|deputy|district|joint|acting|interim|vice"
    r"|unit|party|president|chief|chair(?:man|person|woman)?|secretary|leader|supremo|founder|convenor"
    r"|spokesperson|spokesman|spokeswoman|legislators?|lawmaker|MLA|MP|MPs|MLAs|minister|member|boss"
    r"|head|patron|veteran|heavyweight|strongman|rebel|Pradesh|Committee|Lok|Sabha|Rajya|Assembly"
    r"|politburo|polit|bureau|central|committee|in-charge|candidate|nominee|observer|and|of|the|in|its"
    r"|West|Bengal|Bengal's|Hooghly|legislature|opposition|Opposition|House|'s|’s|\([A-Z()]{2,9}\)|cleric"
    r"|Pirzada|Peerzada|Mr\.?|Md\.?|Smt\.?|Dr\.?|for|face|top|influential)"
)
_ROLE_GAP = re.compile(rf"(?:['’]s)?(?:[\s,]+{_TITLES})*[\s,]*", re.IGNORECASE)
_STYLE_GAP = re.compile(r"[\s,]*(?:the\s+)?")
_OWNER = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,3}", re.IGNORECASE)
_APPOSITION = re.compile(
    r",?\s+\(?(?:(?:who|now|once|himself)\s+(?:is|was|has been)?\s*)?(?:an?|the|its|his|their)?\s*"
    r"(?:(?:suspended|rebel|expelled|former|sacked|one-time|lone|sitting|\w+)\s+){0,2}$",
    re.IGNORECASE,
)
_ANTI = re.compile(r"\banti[-– ]$", re.IGNORECASE)
_LED = re.compile(r"^[-–]led\b", re.IGNORECASE)
_NAME_AFTER = re.compile(r"^\s+[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming in the text.

    Attributes:
        sort: a party (front, bloc) or a person.
        name: the party's id or the person's canonical name.
        party: for whom it stands: the party itself, or the one that the person speaks for that day.
        role: of a person, the post that day.
        attached: it only describes another mention beside it, and is nobody's by itself.
        opposed: "anti-BJP": the party is named as the one to be beaten.
        how: how it was recognised, for the statement's `why`.
    """

    span: Span
    sort: Sort
    name: str
    party: str | None
    role: Role | None = None
    attached: bool = False
    opposed: bool = False
    how: str = "name"


class Names:
    """A pack's names, compiled: longest first, so that "Congress" is not found in "Trinamool Congress"."""

    def __init__(self, region: Region) -> None:
        """Compile the pack's forms into one pattern each for parties, people and styles."""
        self.region = region
        self._parties: dict[str, str] = {}
        for party in region.parties.values():
            written = (party.name, *party.forms, *party.seats_of_power)
            renamed = (name for r in party.renamings for name in (r.name, r.short))
            for form in (*written, *renamed):
                # An article would begin the match too early and hide "Left Front" in "the Left Front".
                self._parties.setdefault(form.removeprefix("the "), party.id)
        self._people: dict[str, str] = {}
        self._short: dict[str, list[str]] = {}
        self._styles: dict[str, list[str]] = {}
        for person in region.people.values():
            for form in (person.name, *person.forms):
                self._people[form] = person.name
            for form in person.short:
                self._short.setdefault(form, []).append(person.name)
            for style in dict.fromkeys(s for role in person.roles for s in role.styles):
                self._styles.setdefault(style.casefold(), []).append(person.name)
        # Other parties' and bodies' names that hold a form of ours.
        shadows = (
            "Party Congress",
            "Youth Congress",
            "Indian Science Congress",
            "Left Democratic Front",
        )
        names = (*self._parties, *self._people, *self._short, *shadows)
        self._pattern = re.compile(_alternatives(names))
        self._style_pattern = re.compile(_alternatives(self._styles), re.IGNORECASE)

    def mentions(self, text: str, day: date) -> tuple[Mention, ...]:
        """Every mention in order; a short name is resolved by the full names before it, and the day."""
        found: list[Mention] = []
        latest: dict[str, str] = {}
        for span, form in self._spans(text):
            mention = self._resolve(text, span, form, day, latest, found)
            if mention is None:
                continue
            if mention.sort == "person":
                for short in self.region.people[mention.name].short:
                    latest[short] = mention.name
            found.append(mention)
        return tuple(_attach(text, found))

    def _spans(self, text: str) -> Iterator[tuple[Span, str]]:
        """Names and styles in order; where they overlap, the one that begins first, then the longer."""
        spans = [(m.start(), -m.end(), m.group()) for m in self._pattern.finditer(text)]
        if self._styles:
            spans += [(m.start(), -m.end(), m.group()) for m in self._style_pattern.finditer(text)]
        end = 0
        for start, minus_end, form in sorted(spans):
            if start >= end:
                end = -minus_end
                yield Span(start, end), form

    def _resolve(
        self,
        text: str,
        span: Span,
        form: str,
        day: date,
        latest: dict[str, str],
        found: Sequence[Mention],
    ) -> Mention | None:
        if form in self._parties:
            if form.startswith("Left") and _is_verb_left(text, span):
                return None
            party = self._party_of(form, found)
            opposed = bool(_ANTI.search(text[max(0, span.start - 6) : span.start]))
            led = bool(_LED.match(text[span.end : span.end + 5]))
            return Mention(span, "party", party, party, opposed=opposed, attached=led)
        if form in self._people:
            return self._person(span, self._people[form], day, "full name")
        if form in self._short:
            name = latest.get(form) or self._only_active(self._short[form], day)
            if form not in latest and _NAME_AFTER.match(text[span.end : span.end + 20]):
                return None  # "Abbas Ali": the first name of somebody whom the pack does not know
            return self._person(span, name, day, "short name") if name else None
        holders = self._styles.get(form.casefold(), [])
        active = [name for name in holders if self._has_style(name, form, day)]
        if active:
            return self._person(span, active[-1], day, f"style '{form}'")
        return None

    def _party_of(self, form: str, found: Sequence[Mention]) -> str:
        """The party of a form; a bloc's short name gives way to a party just named that ends in it.

        "The Morcha" is the Gorkha Janmukti Morcha where that was named before.
        """
        party = self._parties[form]
        if self.region.parties[party].kind != "bloc":
            return party
        ends = [
            m.name
            for m in found
            if m.sort == "party" and self._ends_in(m.name, form.rsplit(maxsplit=1)[-1])
        ]
        return ends[-1] if ends else party

    def _ends_in(self, party: str, word: str) -> bool:
        known = self.region.parties[party]
        return any(name.endswith(f" {word}") for name in (known.name, *known.forms))

    def _person(self, span: Span, name: str, day: date, how: str) -> Mention:
        role = self.region.people[name].role_on(day)
        party = role.party if role else None
        return Mention(span, "person", name, party, role, how=how)

    def _only_active(self, names: Iterable[str], day: date) -> str | None:
        """The one among several of the same short name who holds a post that day, if there is one."""
        active = [
            name
            for name in names
            if any(role.holds_on(day) for role in self.region.people[name].roles)
        ]
        return active[0] if len(active) == 1 else None

    def _has_style(self, name: str, style: str, day: date) -> bool:
        wanted = style.casefold()
        return any(
            role.holds_on(day) and wanted in (s.casefold() for s in role.styles)
            for role in self.region.people[name].roles
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


def _attach(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Mark the mentions that only describe a person beside them."""
    attached = [mention.attached for mention in found]
    for i, (one, two) in enumerate(zip(found, found[1:], strict=False)):
        between = text[one.span.end : two.span.start]
        if one.sort == "party" and two.sort == "person" and len(between) < 120:
            role_word = between.strip(" ,'’s")
            if role_word and _ROLE_GAP.fullmatch(between):
                attached[i] = True
            elif not role_word and "," not in between and "'" not in between and "’" not in between:
                attached[i] = True  # "Trinamool's X" names both; "Trinamool X" one
        if (
            one.sort == two.sort == "person"
            and one.name == two.name
            and _STYLE_GAP.fullmatch(between)
        ):
            # "ISF chairman Nawsad Siddiqui", "Humayun Kabir, the rebel MLA": style and name
            attached[i if one.how.startswith("style") else i + 1] = True
        if one.how.startswith("style") and two.sort == "person" and not between.strip():
            attached[i] = True  # "Congress president Subhankar Sarkar" is not the party's president
        if one.sort == "person" and _LED.match(text[one.span.end : one.span.end + 5]):
            attached[i] = True  # "Owaisi-led AIMIM"
        if one.party == two.party and two.sort == "party" and _OWNER.fullmatch(between):
            attached[i] = True  # "Owaisi's AIMIM": the party acts
        if one.sort == "person" and two.sort == "party" and _APPOSITION.fullmatch(between):
            following = text[two.span.end : two.span.end + 40]
            if re.match(
                r"\s+(?:\(\w+\)\s*)?(?:\w+\s+){0,3}?(?:MLA|MP|leader|legislator|chief|president|"
                r"chair\w*|secretary|spokes\w+|lawmaker|strongman|veteran)\b",
                following,
            ):
                attached[i + 1] = True
    for mention, flag in zip(found, attached, strict=True):
        yield replace(mention, attached=True) if flag and not mention.attached else mention
