"""Facts: statements that are not of alliances nor of results: targets, strength, news of parties."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tieup.reading.drafting import drafted
from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.places import districts_in
from tieup.reading.results.results import is_elsewhere, results
from tieup.reading.text.numbers import NUMBER, SEATS, value
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Segment
from tieup.statements import Statement
from tieup.vocabulary import Kind

_TARGET = Sought(
    rf"\b(?:will|would|to|plans?\s+to|shall)\s+(?:\w+\s+)?(?:contest|fight|field\s+candidates\s+in|put\s+up\s+candidates\s+in)"
    rf"\s+(?:from\s+|in\s+|on\s+)?(?:at\s+least\s+|all\s+|about\s+|around\s+|nearly\s+)*(?P<n>{NUMBER})\b(?!\s*elections?)",
    re.IGNORECASE,
)
_STRENGTH = Sought(
    r"\b(?:strong(?:holds?|er|est)?(?:\s+(?:bases?|presence|organi[sz]ation|support))?|(?:good|solid|considerable)\s+"
    r"(?:base|presence|support|organi[sz]ation)|bases?\s+in|influence\s+in|pockets?\s+of\s+(?:strength|influence))\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"seats?|constituenc|Assembly")
_OWNING = re.compile(r"['’]s\b")
_ALLIANCE = re.compile(r"\balliance|\btie-up|\bcoalition", re.IGNORECASE)
_NEWS = (
    ("launched", Sought(r"\b(?:launch(?:ed|es|ing)|float(?:ed|s|ing)?|found(?:ed|s|ing)|formed|unveiled)\b.{0,60}\b(?:party|outfit|front)\b|\bnewly[- ](?:launched|floated|formed)\b", re.IGNORECASE)),
    ("suspended", Sought(r"\b(?:suspend(?:ed|s|ing)|expell?(?:ed|s|ing)|sack(?:ed|s))\b", re.IGNORECASE)),
    ("renamed", Sought(r"\b(?:renam(?:ed|es|ing)|rechristened|new\s+name)\b", re.IGNORECASE)),
    ("joined", Sought(r"\b(?:switched\s+(?:over|sides|allegiance)|defected|left\s+the\s+\w+\s+(?:for|to\s+join))\b", re.IGNORECASE)),
)  # fmt: skip


#: A leader stands no further from the verb of what was done to him.
_BESIDE = 60


def facts(
    page: Page, sentence: Span, parts: Sequence[tuple[Segment, Sequence[Span]]]
) -> Iterator[Statement]:
    """The facts of a sentence, each with the clause that tells it.

    Args:
        page: its article.
        sentence: where they stand.
        parts: its segments, each with its clauses.
    """
    for segment, spans in parts:
        for clause in spans:
            yield from results(page, clause, sentence, segment)
            yield from _targets(page, clause, sentence, segment)
            yield from _news(page, clause, segment)
        yield from _strength(page, segment)


def tells_target(page: Page, clause: Span) -> bool:
    """Whether a clause says of how many seats a party will contest."""
    return _TARGET.search(page.text, clause.start, clause.end) is not None


def _targets(page: Page, clause: Span, sentence: Span, segment: Segment) -> Iterator[Statement]:
    """'will contest 182 seats'."""
    found = _TARGET.search(page.text, clause.start, clause.end)
    if found is None or is_elsewhere(page, sentence):
        return
    near = Span(found.start(), min(sentence.end, found.end() + 60))
    party = _party_before(page, clause, segment, found.start())
    if party and (SEATS.search(page.text, *near) or _HOUSE.search(page.text, *near)):
        yield _fact(
            page, clause, segment, Kind.TARGET, found.group(),
            parties=(party,), seats={party: value(found["n"])}, election=page.polls.main.id,
        )  # fmt: skip


def _strength(page: Page, segment: Segment) -> Iterator[Statement]:
    """'has strong bases in Malda, Murshidabad ...'."""
    found = _STRENGTH.search(page.text, segment.span.start, segment.span.end)
    if found is None:
        return
    places = districts_in(page.text, Span(found.end(), segment.span.end), page.region)
    party = _party_before(page, segment.span, segment, found.start())
    if places and party:
        yield _fact(
            page, segment.span, segment, Kind.STRENGTH, found.group(),
            parties=(party,), places=places, election=page.polls.main.id,
        )  # fmt: skip


def _news(page: Page, clause: Span, segment: Segment) -> Iterator[Statement]:
    """A party launched or renamed, a leader suspended or gone over."""
    for what, pattern in _NEWS:
        found = pattern.search(page.text, clause.start, clause.end)
        if found is None or _ALLIANCE.search(found.group()):
            continue
        beside = Span(max(clause.start, found.start() - _BESIDE), found.end() + _BESIDE)
        named = [m for m in _free(page, clause) if m.span.touches(beside)]
        parties = tuple(dict.fromkeys(m.party for m in named if m.party))[:2]
        people = [
            m for m in named if m.sort == "person" and not _OWNING.match(page.text, m.span.end)
        ]
        if parties and (people or what in ("launched", "renamed")):
            yield _fact(
                page, clause, segment, Kind.PARTY, f"{what}, {found.group()}",
                parties=parties, participants=tuple(dict.fromkeys(m.name for m in people)),
            )  # fmt: skip
            return


def _party_before(page: Page, span: Span, segment: Segment, place: int) -> str | None:
    """The party named last before a place, else the speaker's."""
    before = [m for m in _free(page, span) if m.party and m.span.end <= place]
    return before[-1].party if before else segment.voice.party


def _free(page: Page, span: Span) -> list[Mention]:
    """Names that stand for themselves."""
    return [m for m in page.mentions.within(span) if not m.attached]


def _fact(
    page: Page,
    clause: Span,
    segment: Segment,
    kind: Kind,
    words: str,
    **fields: Any,  # noqa: ANN401 - of a Statement
) -> Statement:
    why = f"{kind.value}: '{words}'; speaker {segment.voice.how}"
    return drafted(page, clause, segment, kind=kind, confidence=0.7, why=why, **fields)
