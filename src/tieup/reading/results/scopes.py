"""Scopes: the seats or districts that a claim about a result is of, or the whole land."""

import re

from tieup.reading.page import Page
from tieup.reading.places import districts_in, seats_in
from tieup.reading.results.outcomes import Measure, Outcome
from tieup.reading.text.spans import Span
from tieup.regions import Election

#: What is claimed of a seat, not of the land.
OF_A_SEAT = frozenset({Measure.WON, Measure.LOST, Measure.PLACE, Measure.DEPOSITS, Measure.VOTES})
#: "In North Bengal", where that is no district: a part that cannot be counted.
_PART = re.compile(
    r"\b(?i:in|from|across|of|out\s+of|at)\s+(?:the\s+)?(?P<part>[A-Z][\w-]+(?:\s+(?:[A-Z][\w-]+|\d\d))*)"
)
_NO_PART = re.compile(
    r"(?:Assembly|Lok|Vidhan|State|House|Legislative|Parliament\w*|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|India)\b"
)
_FROM_SEAT = re.compile(r"\s+(?:(?:from|in|the|back|both|his|her|its|their)\s+)*")
_DISTRICT = re.compile(r"\w|['’]s\b|\s+(?:district|Uttar|Dakshin|Purba|Paschim|North|South)\b")
_IN = re.compile(r"\bIn\s+")
#: "Kolkata, May 2: ...", where a text was written and not what it is about.
_DATELINE = re.compile(r"\s*[A-Z][\w ]{2,25}(?:,\s*\w+\.?\s*\d{0,2})?\s*(?::|--|–|—)\s")
#: A house told as of 290 or 292 seats is the one of 294.
_MISCOUNTED = 5


def house(page: Page, election: Election) -> frozenset[str]:
    """The names of the seats that an election fills."""
    found = page.region.constituencies.values()
    if election.by_segment:
        return frozenset(c.parent for c in found if c.parent)
    return frozenset(c.name for c in found)


def scope_of(
    page: Page, outcome: Outcome, near: Span, sentence: Span, election: Election
) -> tuple[str, ...] | None:
    """The seats, or the districts, that a claim is about; none for the land.

    None where it is of a part that nobody can count, or out of another number of seats.

    Args:
        page: the article.
        outcome: the claim.
        near: from the end of the claim before it to the start of the next one.
        sentence: around it.
        election: the one that it is of.
    """
    text, region = page.text, page.region
    near, sentence = _told(page, near), _told(page, sentence)
    behind = Span(outcome.words.start, near.end)
    first = _right_after(page, outcome, election)
    seats = tuple(dict.fromkeys((*first, *seats_in(text, behind, region, election))))
    seats = seats or seats_in(text, near, region, election)
    one = outcome.measure in OF_A_SEAT and not _is_number_of_seats(outcome)
    if one or (outcome.measure is Measure.SHARE and seats):
        return seats
    districts = districts_in(text, near, region)
    if districts:
        return districts if election.kind == "assembly" else None
    if _is_of_a_part(page, near) or _is_local(page, outcome, sentence):
        return None
    counted = len(house(page, election))
    if outcome.of is not None:
        fewer = outcome.measure is Measure.SEATS and outcome.of < counted - _MISCOUNTED
        return None if fewer or outcome.of > counted + _MISCOUNTED else ()
    return ()


def _told(page: Page, span: Span) -> Span:
    """A span without the dateline that it begins with."""
    line = _DATELINE.match(page.text, span.start, span.end)
    return Span(line.end(), span.end) if line else span


def _is_number_of_seats(outcome: Outcome) -> bool:
    """Whether no one seat is meant: "lost its deposits in 39 seats"."""
    return outcome.measure is Measure.DEPOSITS and outcome.figure is not None


def _right_after(page: Page, outcome: Outcome, election: Election) -> tuple[str, ...]:
    """The seat right after the verb, even where a district is called the same: "won Murshidabad"."""
    at = _FROM_SEAT.match(page.text, outcome.words.end)
    if outcome.measure not in (Measure.WON, Measure.LOST) or at is None:
        return ()
    for name in house(page, election).intersection(page.region.districts):
        behind = at.end() + len(name)
        if page.text.startswith(name, at.end()) and not _DISTRICT.match(page.text, behind):
            return (name,)
    return ()


def _is_local(page: Page, outcome: Outcome, sentence: Span) -> bool:
    """Whether the talk is of a district, or of what happened "In Madarihat"."""
    if districts_in(page.text, sentence, page.region):
        return True
    known = page.region.constituencies.values()
    names = tuple({n for c in known for n in (c.name, c.parent, c.district) if n})
    paragraph = page.text.rfind("\n", 0, sentence.start) + 1
    places = _IN.finditer(page.text, paragraph, outcome.words.start)
    return any(page.text.startswith(names, place.end()) for place in places)


def _is_of_a_part(page: Page, near: Span) -> bool:
    """Whether a place is named that is neither the land nor a party."""
    for match in _PART.finditer(page.text, near.start, near.end):
        named = Span(match.start("part"), match.end("part"))
        own = any(match["part"].startswith(form) for form in page.region.forms)
        if not (own or _NO_PART.match(match["part"]) or page.mentions.touching(named)):
            return True
    return False
