"""Details: what a statement carries beside its act and its parties."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tieup.reading.days.deadlines import deadline
from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.places import districts_in
from tieup.reading.text.numbers import SEATS, value
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Placed, Span
from tieup.reading.voices.listener import Segment
from tieup.vocabulary import Form

_FORMS = (
    (Form.STAND_DOWN, r"\b(?:not|no)\s+(?:\w+\s+){0,2}?(?:field|put\s+up|name[d]?|candidates?)\b.{0,40}\bagainst\b|\b(?:put\s+up|field(?:ed)?|named)\s+(?:no(?:body|\s+one)?\b)"),
    (Form.MERGER, r"\bmerg(?:e[ds]?|er|ing)\b"),
    (Form.OUTSIDE_SUPPORT, r"\b(?:outside\s+support|support\s+from\s+outside|back\s+(?:the\s+)?\w+\s+without)\b"),
    (Form.COMMON_PROGRAMME, r"\bcommon\s+(?:minimum\s+)?program"),
    (Form.JOINT_MOVEMENT, r"\bjoint\s+(?:movements?|protests?|programmes?|rall(?:y|ies)|campaigns?|agitations?)\b"),
    (Form.SEAT_SHARING, r"\bseat[- ]?(?:sharing|adjustments?|arrangements?|talks)|\bsharing\s+(?:of\s+)?seats|\b\d+\s+seats\b|\bseats\b"),
    (Form.ALLIANCE, r"\b(?:alliances?|all(?:y|ied|ies)|tie-?\s?up|coalition|front|morcha|pact|understanding)\b"),
)  # fmt: skip
_FORM_PATTERNS = tuple((form, Sought(pattern, re.IGNORECASE)) for form, pattern in _FORMS)
_CONDITION = Sought(
    r"\b(?:if|unless|provided(?:\s+that)?|on\s+condition\s+that)\b[^.;]{4,120}", re.IGNORECASE
)
_DECIDER = Sought(
    r"\b(?:(?:taken|made|decided)\s+(?:directly\s+)?(?:only\s+)?by|rests?\s+(?:solely\s+)?with|lies\s+with|up\s+to|call\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:[\w'’]+\s+){0,3}?(?:high\s+command|leadership|central\s+committee"
    r"|politburo|working\s+committee|state\s+committee)",
    re.IGNORECASE,
)
_AGAINST = Sought(r"\bagainst\s+", re.IGNORECASE)
# Who gives seats has them no more: "the Left leaves it 30 seats", not "it was given 30 seats".
_GIVES = Sought(
    r"(?P<passive>\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+)?)?\b(?:leav(?:es?|ing)|left|giv(?:es?|en|ing)|gave"
    r"|offer(?:ed|s|ing)?|spar(?:e[ds]?|ing)|allot(?:ted|s|ting)?|allocat(?:e[ds]?|ing)|conced(?:e[ds]?|ing)|ced(?:e[ds]?|ing)"
    r"|part(?:ed|s|ing)?\s+with|vacat(?:e[ds]?|ing))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The fields of a statement that come from the wording around its act."""

    form: Form | None = None
    seats: dict[str, int] = field(default_factory=dict)
    places: tuple[str, ...] = ()
    deadline: str | None = None
    condition: str | None = None
    decider: str | None = None
    participants: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def details_of(page: Page, clause: Span, segment: Segment, parties: Sequence[str]) -> Details:
    """The details of a clause."""
    text, mentions = page.text, page.mentions
    until = deadline(
        text, clause, segment.said_on or page.article.published, country=page.region.country
    )
    condition = _CONDITION.search(text, *segment.sentence)
    people = [m for m in mentions.within(segment.sentence) if m.sort == "person"]
    return Details(
        form=_form(text, clause),
        seats=_seats(text, clause, mentions, parties),
        places=districts_in(text, clause, page.region),
        deadline=str(until) if until else None,
        condition=condition.group().rstrip(' ,"”') if condition else None,
        decider=_decider(text, clause, mentions),
        participants=tuple(dict.fromkeys(m.name for m in people)),
        against=_against(text, clause, mentions),
    )


def _form(text: str, clause: Span) -> Form | None:
    for form, pattern in _FORM_PATTERNS:
        if pattern.search(text, *clause):
            return form
    return None


def _seats(
    text: str, clause: Span, mentions: Placed[Mention], parties: Sequence[str]
) -> dict[str, int]:
    """Seat numbers by whose they are: the party named nearest before each, else nearest after.

    Where the one before gives them, they are the one's to whom, or the other's of two.
    """
    inside = [m for m in mentions.within(clause) if m.party in parties and not m.attached]
    found: dict[str, int] = {}
    for match in SEATS.finditer(text, clause.start, clause.end):
        before = [m for m in inside if m.span.end <= match.start()]
        after = [m for m in inside if m.span.start >= match.end()]
        if before and _gives(text, before[-1].span.end, match.start()):
            others = [p for p in parties if p != before[-1].party]
            party = after[0].party if after else others[0] if len(others) == 1 else None
        else:
            nearest = before[-1] if before else (after[0] if after else None)
            party = nearest.party if nearest else (parties[0] if len(parties) == 1 else None)
        if party:
            found.setdefault(party, value(match["n"]))
    return found


def _gives(text: str, start: int, end: int) -> bool:
    """Whether somebody named before these words gives what they lead to."""
    verb = _GIVES.search(text, start, end)
    return verb is not None and verb["passive"] is None


def _decider(text: str, clause: Span, mentions: Placed[Mention]) -> str | None:
    """With whom the final call is: a person, or a body as the text calls it."""
    match = _DECIDER.search(text, clause.start, clause.end)
    if match is None:
        return None
    following = mentions.within(Span(match.end(), min(clause.end, match.end() + 90)))
    people = [m for m in following if m.sort == "person"]
    if people:
        names = list(dict.fromkeys(m.name for m in people))
        return " and ".join(names[:2])
    body = _BODY.match(text, match.end(), clause.end)
    if body:
        return body.group()
    party = [m for m in following if m.span.start == match.end()]
    return party[0].name if party else None


def _against(text: str, clause: Span, mentions: Placed[Mention]) -> tuple[str, ...]:
    """Against whom a stand-down or a fight is: persons by name, parties by id."""
    match = _AGAINST.search(text, clause.start, clause.end)
    if match is None:
        return ()
    after = [m for m in mentions.within(Span(match.end(), clause.end)) if not m.attached]
    return tuple(dict.fromkeys(m.name for m in after))
