"""Details: what a statement carries beside its act and its parties."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tieup.reading.datelines import undated
from tieup.reading.days.deadlines import deadline
from tieup.reading.details.conditions import condition
from tieup.reading.details.portions import portions
from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.places import districts_in
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Placed, Span
from tieup.reading.voices.listener import Segment
from tieup.vocabulary import Act, Form

_FORMS = (
    (Form.STAND_DOWN, r"\b(?:leav(?:e|es|ing)|left|keep(?:s|ing)?|kept)\b[^.;]{0,60}?\b(?:empty|vacant|uncontested)\b"),
    (Form.STAND_DOWN, r"\b(?:not|no|never)\s+(?:\w+\s+){0,2}?(?:field|put\s+up|name[d]?|contest|candidates?)\b[^.;]{0,60}?\bin\s+(?:support|favour|favor)\s+of\b"),
    (Form.STAND_DOWN, r"\b(?:withdr[ae]w(?:n|s|ing)?|pull(?:s|ed|ing)?\s+out)\b[^.;]{0,40}?\b(?:candidates?|nominees?)\b[^.;]{0,60}?\bin\s+(?:support|favour|favor)\s+of\b"),
    (Form.STAND_DOWN, r"\b(?:not|no)\s+(?:\w+\s+){0,2}?(?:field|put\s+up|name[d]?|candidates?)\b.{0,40}\bagainst\b|\b(?:put\s+up|field(?:ed)?|named)\s+(?:no(?:body|\s+one)?\b)"),
    (Form.MERGER, r"\bmerg(?:e[ds]?|er|ing)\b"),
    (Form.OUTSIDE_SUPPORT, r"\b(?:outside\s+support|support(?:s|ed|ing)?\b[^.;,]{0,60}?\bfrom\s+(?:the\s+)?outside|from\s+(?:the\s+)?outside\s+support|back\s+(?:the\s+)?\w+\s+without)\b"),
    (Form.COMMON_PROGRAMME, r"\bcommon\s+(?:minimum\s+)?program"),
    (Form.JOINT_MOVEMENT, r"\bjoint\s+(?:movements?|protests?|programmes?|rall(?:y|ies)|campaigns?|agitations?)\b"),
    (Form.SEAT_SHARING, r"\bseat[- ]?(?:sharing|adjustments?|arrangements?|talks)|\bsharing\s+(?:of\s+)?seats|\b\d+\s+seats\b|\bseats\b"),
    (Form.ALLIANCE, r"\b(?:alliances?|all(?:y|ied|ies)|tie-?\s?up|coalition|front|morcha|pact|understanding)\b"),
)  # fmt: skip
_FORM_PATTERNS = tuple((form, Sought(pattern, re.IGNORECASE)) for form, pattern in _FORMS)
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


def details_of(
    page: Page, clause: Span, segment: Segment, parties: Sequence[str], act: Act
) -> Details:
    """The details of a clause that tells an act of these parties."""
    text, mentions = page.text, page.mentions
    until = deadline(
        text, clause, segment.said_on or page.article.published, country=page.region.country
    )
    people = [m for m in mentions.within(segment.sentence) if m.sort == "person"]
    seats = portions(page, clause, segment, parties, act)
    form = _form(text, clause)
    return Details(
        form=Form.SEAT_SHARING if seats and form in (None, Form.ALLIANCE) else form,
        seats=seats,
        places=districts_in(text, undated(page, clause), page.region),
        deadline=str(until) if until else None,
        condition=condition(text, clause, segment),
        decider=_decider(text, clause, mentions),
        participants=tuple(dict.fromkeys(m.name for m in people)),
        against=_against(text, clause, mentions),
    )


def _form(text: str, clause: Span) -> Form | None:
    for form, pattern in _FORM_PATTERNS:
        if pattern.search(text, *clause):
            return form
    return None


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
