"""Results: what a text claims about past elections, for the returns to check.

A claim is read only where the text says plainly who won what. What would have been, what happened in
another land, and seats given in a deal are no results.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from tieup.reading.drafting import drafted
from tieup.reading.listener import Segment
from tieup.reading.mention import Mention
from tieup.reading.numbers import NUMBER, value
from tieup.reading.page import Page
from tieup.reading.places import seats_in
from tieup.reading.spans import Span
from tieup.regions import Election
from tieup.statements import Statement
from tieup.vocabulary import Kind

_BLANK = re.compile(
    r"\b(?:dr[ae]w(?:ing)?\s+(?:a\s+)?blank|(?:could|did)\s+not\s+win\s+(?:a\s+single|any|even\s+(?:a\s+single|one))\s+seat"
    r"|failed\s+to\s+(?:win|open)\b.{0,20}(?:seat|account)|won\s+(?:no|zero)\s+seats?|won\s+nothing)\b",
    re.IGNORECASE,
)
_WON = re.compile(
    rf"\b(?:won|bagged|secured|got|took|winning|managed|ended\s+with|finished\s+with|cornered)\s+"
    rf"(?:(?:just|only|a\s+mere|merely|barely|as\s+many\s+as|in)\s+)*(?P<n>{NUMBER})\b"
    rf"(?!\s*(?:per\s*cent|percent|%|votes|lakh|crore|of\s+the\s+vote))",
    re.IGNORECASE,
)
_WIN_AT = re.compile(
    r"\b(?:w[io]n(?:ning|s)?|elected|victor(?:y|ious)|bagged|retained|wrested)\b", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:none|nobody|not|never|neither)\b", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|should)\s+(?:\w+\s+)?(?:have|win|get)\b|\bhad\s+(?:the|they|it)\b|\bif\b",
    re.IGNORECASE,
)
_SHARED_OUT = re.compile(
    r"\b(?:deal|pact|agreement|seat[- ]sharing|under\s+the|in\s+the\s+(?:share|list))\b",
    re.IGNORECASE,
)
_NATION = re.compile(
    r"\b(?:across\s+the\s+country|in\s+the\s+country|nationwide|nationally|in\s+all\s+of\s+India)\b",
    re.IGNORECASE,
)
_IN_LAND = re.compile(
    r"\b([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:['’]s)\s+(?:\w+\s+)?(?:[Aa]ssembly|[Ss]tate|local|Lok\s+Sabha)\s+(?:elections?|polls?)"
)
_GOVERNED = re.compile(
    r"\b(?:by|from|of|with|to|against|over|for|in|to\s+the)\s+(?:(?:the|its|his|their|an?)\s+)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:will|would|is|are|was|were|can|met|said|gave|given|left|fought)\b")
# "Siddiqui was the only candidate to win": still the same subject.
_SOLE = re.compile(r"\bwas\s+the\s+(?:only|lone|sole|first)\b")
_WHO = re.compile(r"(?:who|which)\b", re.IGNORECASE)
_AND_VERB = re.compile(r"\band\s+(?:later\s+|then\s+)?$", re.IGNORECASE)
_SHARED = re.compile(r"and\b", re.IGNORECASE)
#: A subject stands no further before its verb.
_FAR = 60


def results(page: Page, clause: Span, sentence: Span, segment: Segment) -> Iterator[Statement]:
    """'won just one seat', 'drew a blank', 'won from Bhangar', of an election with returns."""
    words = clause.of(page.text)
    verb = _BLANK.search(words) or _WON.search(words) or _WIN_AT.search(words)
    if verb is None or _UNREAL.search(sentence.of(page.text)) or is_elsewhere(page, sentence):
        return
    election = _election(page, sentence)
    winners = _subjects(page, clause, sentence, clause.start + verb.start())
    if election is None or not winners:
        return
    claims: list[tuple[str, dict[str, Any]]] = []
    number = _WON.search(words)
    seats = seats_in(page.text, clause, page.region, election)
    if _BLANK.search(words):
        claims = [(m.party, {"seats": {m.party: 0}}) for m in winners if m.party]
    elif number and not _SHARED_OUT.search(words):
        party = str(winners[-1].party)
        claims = [(party, {"seats": {party: value(number["n"])}})]
    elif seats and number is None and not _NONE.search(words):
        who = winners[-1]
        people = (who.name,) if who.sort == "person" else ()
        claims = [(str(who.party), {"places": seats, "participants": people})]
    for party, told in claims:
        yield drafted(
            page,
            clause,
            segment,
            kind=Kind.RESULT,
            parties=(party,),
            election=election.id,
            background=True,
            confidence=0.7,
            why=f"result: '{verb.group()}'; speaker {segment.voice.how}",
            **told,
        )


def is_elsewhere(page: Page, sentence: Span) -> bool:
    """Whether a sentence speaks of an election in another land, or of the whole nation."""
    words = sentence.of(page.text)
    own = (*page.region.forms, *page.region.districts)
    named = any(re.search(rf"\b{re.escape(land)}\b", words) for land in page.region.elsewhere)
    return named or _NATION.search(words) is not None or any(
        land not in own for land in _IN_LAND.findall(words)
    )  # fmt: skip


def _election(page: Page, sentence: Span) -> Election | None:
    """The past election meant: the one named, else the last named before, else the last held."""
    day = page.article.published
    named = [e for e in page.polls.all_of(sentence) if e.counted <= day]
    paragraph = page.text.rfind("\n", 0, sentence.start) + 1
    found = (
        named[0]
        if named
        else page.polls.last_past(sentence.start, paragraph)
        or page.region.last_election(day + timedelta(days=1))
    )
    return found if found is not None and found.has_returns else None


def _subjects(page: Page, clause: Span, sentence: Span, verb: int) -> list[Mention]:
    """Who is the verb's subject: the nearest name before it, with those that "and" joins to it."""
    words = clause.of(page.text)
    start = clause.start
    if _WHO.match(words) or _SHARED.match(words):
        start = sentence.start
    free = [m for m in page.mentions.within(Span(start, verb)) if not m.attached and m.party]
    shared = _SHARED.match(words) and not page.mentions.within(Span(clause.start, verb))
    if shared or _AND_VERB.search(page.text, start, verb):
        return [m for m in free if not _is_governed(page, m, sentence)][:1]
    run: list[Mention] = []
    for mention in reversed(free):
        following = run[0].span.start if run else verb
        between = page.text[mention.span.end : following]
        joined = _AND.fullmatch(between) is not None
        if run and not joined:
            break
        apart = _FINITE.search(_SOLE.sub("", between)) is not None
        if not run and (len(between) > _FAR or apart):
            break
        run.insert(0, mention)
    if run and _is_governed(page, run[0], sentence):
        return []
    return run


def _is_governed(page: Page, mention: Mention, sentence: Span) -> bool:
    """Whether a name is a preposition's: "by the Left Front"."""
    before = page.text[max(sentence.start, mention.span.start - 30) : mention.span.start]
    return _GOVERNED.search(before) is not None
