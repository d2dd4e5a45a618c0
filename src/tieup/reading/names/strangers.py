"""Strangers: people who speak or hold an office in a text, and whom no pack knows.

A run of capitalised words is somebody only where the text says so: a title or an office stands beside
it, or a verb of saying. After that the full name and the surname mean the same person throughout.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tieup.reading.names.appositions import attached, is_no_longer_of, title_gap
from tieup.reading.names.mention import Mention
from tieup.reading.tables import table
from tieup.reading.text.spans import Placed, Span

#: How a stranger was recognised, for a statement's `why`.
STRANGER = "a name that no pack knows"
_NAME = r"(?:[A-Z][a-zà-ÿ’'-]+[A-Za-zà-ÿ]*|[A-Z]{1,2}\.?|(?:al|bin|bint|ul|ur|de|von|van|el)(?=\s[A-Z]))"
_RUN = re.compile(rf"[A-Z](?<![\w@#.’'-][A-Z])[\w.’'-]*(?:\s+{_NAME}){{0,4}}")
_GAP = title_gap(())
_HONORIFIC = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Md|Smt|Prof|Rev|Sen|Rep|Gov|Gen|Justice|Maulana|Mufti|Swami|Pirzada|Thiru|Selvi)\b\.?\s*"
)
_OFFICE = (
    r"(?:president|secretary|leader|MLA|MP|minister|chief|spokes(?:man|woman|person)|chair(?:man|woman|person)"
    r"|legislator|convenor|convener|supremo|founder|general|in-charge|member|mayor|governor|senator|lawmaker"
    r"|councillor|functionary|candidate|nominee|observer|head|director|analyst|cleric|lawyer|advocate)"
)
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE},?\s*$", re.IGNORECASE)
_OFFICE_AFTER = re.compile(
    rf",\s+(?:who\s+(?:is|was|heads|leads)\s+)?(?:the|an?|its|his|their)?\s*(?:[\w()’'-]+\s+){{0,5}}?{_OFFICE}\b"
)
_OF_THE = re.compile(r"\s+of\s+the\s+(?=[A-Z])")
_SAYS_AFTER = re.compile(
    r"\s+(?:has\s+|had\s+|also\s+|later\s+|further\s+)*(?:said|says|told|added|tweeted|claimed|stated|alleged|asserted|insisted|argued|noted|wrote)\b"
)
_SAYS_BEFORE = re.compile(r"\b(?:said|says|added|quipped|remarked|mentioned|asserted)\s+$")
#: Words that begin a sentence, name days and bodies, and are nobody's name.
_NOBODY = frozenset(table("names/phrases.toml")["names"]["nobody"])
_BODY = frozenset(table("names/phrases.toml")["names"]["body"])
#: No name has more words, and none is shorter.
_MOST_WORDS, _SHORTEST = 4, 3
#: So near stands an office.
_NEAR = 90


def strangers(text: str, known: Placed[Mention]) -> tuple[Mention, ...]:
    """The mentions of people whom no pack knows, in order, none of them over one that is known.

    The party is that whose office they are said to hold: "Congress MLA X", "X, a CPI(M) leader".
    """
    runs = list(_runs(text, known))
    names: dict[str, str] = {}
    parties: dict[str, str | None] = {}
    for span in runs:
        parts = span.of(text).split()
        if not _is_somebody(text, span, parts):
            continue
        name = names.get(parts[-1]) if len(parts) == 1 else " ".join(parts)
        name = name or parts[0]
        names.setdefault(parts[-1], name)
        names.setdefault(" ".join(parts), name)
        party = _party_of(text, span, known)
        parties[name] = parties.get(name) or party
    return tuple(
        Mention(span, "person", name, parties[name], how=STRANGER)
        for span in runs
        if (name := names.get(span.of(text)) or names.get(" ".join(span.of(text).split())))
    )


def everybody(text: str, known: Placed[Mention]) -> Placed[Mention]:
    """The names of a pack and, among them, the people whom it lacks.

    A party that only tells whose leader a stranger is, is attached to him.
    """
    unknown = strangers(text, known)
    if not unknown:
        return known
    together = (*known.within(Span(0, len(text))), *unknown)
    ordered = sorted(together, key=lambda mention: mention.span.start)
    return Placed(attached(text, ordered, _GAP), lambda mention: mention.span)


def _runs(text: str, known: Placed[Mention]) -> Iterator[Span]:
    """Runs of capitalised words, titles and words that begin a sentence cut off, in order."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        taken = known.touching(Span(start, end))
        if taken:
            bounds = [start, *(x for m in taken for x in (m.span.start, m.span.end)), end]
            pieces = [(a, b) for a, b in pairwise(bounds)][::2]
        else:
            pieces = [(start, end)]
        for a, b in pieces:
            span = _name_in(text, a, b)
            if span is not None:
                yield span


def _name_in(text: str, start: int, end: int) -> Span | None:
    """The name in a run, without honorifics, first words of a sentence and an owner's 's."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        honorific = _HONORIFIC.match(text, start, end)
        word = text[start:end].split(maxsplit=1)[0] if text[start:end].split() else ""
        if honorific:
            start = honorific.end()
        elif word.rstrip(".") in _NOBODY:
            start += len(word)
        else:
            break
    name = text[start:end].rstrip(" .,'’").removesuffix("'s").removesuffix("’s")
    short = len(name) < _SHORTEST or (name.isupper() and " " not in name)
    return None if short or not name[:1].isupper() else Span(start, start + len(name))


def _is_somebody(text: str, span: Span, parts: Sequence[str]) -> bool:
    """Whether the text says that a run is a person."""
    if set(parts) & _BODY or len(parts) > _MOST_WORDS:
        return False
    before = text[max(0, span.start - 30) : span.start]
    if _HONORIFIC.fullmatch(before[before.rstrip().rfind(" ") + 1 :] if before.strip() else ""):
        return True
    if _OFFICE_BEFORE.search(before):
        return True
    if len(parts) == 1:
        return False
    return (
        _OF_THE.match(text, span.end) is not None
        or _OFFICE_AFTER.match(text[span.end : span.end + _NEAR]) is not None
        or _SAYS_AFTER.match(text, span.end) is not None
        or _SAYS_BEFORE.search(before) is not None
    )


def _party_of(text: str, span: Span, known: Placed[Mention]) -> str | None:
    """Whose office a stranger is said to hold."""
    of_the = _OF_THE.match(text, span.end)
    whose = _party_at(of_the.end(), known) if of_the else None
    if whose:
        return whose
    before = known.before(span.start, 1)
    if before and before[0].sort == "party":
        between = text[before[0].span.end : span.start]
        near = len(between) < _NEAR and _GAP.fullmatch(between) is not None
        apart = between.strip() == ","  # "talks with the Congress, X said"
        if near and not apart and not is_no_longer_of(text, before[0]):
            return before[0].party
    office = _OFFICE_AFTER.match(text[span.end : span.end + _NEAR])
    if office is None:
        return None
    end = span.end + office.end()
    named = known.within(Span(span.end, end))
    of_the = _OF_THE.match(text, end)
    return next((m.party for m in named if m.sort == "party"), None) or (
        _party_at(of_the.end(), known) if of_the else None
    )


def _party_at(place: int, known: Placed[Mention]) -> str | None:
    """The party named at a place."""
    named = known.touching(Span(place, place + 1))
    return next((mention.party for mention in named if mention.sort == "party"), None)
