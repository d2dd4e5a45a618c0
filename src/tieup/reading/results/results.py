"""Results: what a text claims about past elections, for the returns to check.

A claim is read only where the text says plainly who won or polled what, where and when. What would
have been, what is forecast or only led in, what happened in another land, and seats given in a deal
are no results. The quote of a statement ends with its claim, so that ``outcome_of(quote)`` reads the
figure again that the other fields have no place for: percent, votes, margins and places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tieup.reading.drafting import drafted
from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.results.outcomes import Measure, Outcome, outcomes
from tieup.reading.results.past_polls import (
    election_of,
    is_of_another_land,
    names_another_land,
    since,
)
from tieup.reading.results.scopes import OF_A_SEAT, house, scope_of
from tieup.reading.results.winners import Winners, rivals, winners
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Segment
from tieup.regions import Election
from tieup.statements import Statement
from tieup.vocabulary import Kind

_UNREAL = re.compile(
    r"\b(?:would|could|might|may|should)\s+(?:\w+\s+)?(?:have|win|get)\b"
    r"|\bhad\s+(?:the|they|it)\s+(?:\w+\s+){0,2}?(?:not|fought|joined|contested|allied)\b|\bif\b"
    r"|\b(?:exit|opinion)\s+polls?\b|\bsurveys?\b|\bpredict\w*|\bproject(?:ed|ions?|s)\b|\bforecasts?\b"
    r"|\b(?:likely|set)\s+to\b|\bpoised\b|\bexpect\w*|\btarget\w*|\baim\w*|\bconfident\b|\bhop(?:es?|ing)\b"
    r"|\bdream\w*|\bvow\w*|\bpledge\w*|\btrends?\b|\bleads\b"
    r"|\balready\b|\bso\s+far\b|\btill\s+now\b|\b(?:by|till|at|as\s+of)\s+\d{1,2}(?:[:.]\d\d|\s*[ap]\.?m\b)"
    r"|\b(?:lead(?:ing)?|ahead)\s+(?:in|on|from)\b|\bis\s+(?:leading|ahead)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|can|could|may|might|should|shall|must|cannot)\s+(?:\w+\s+){0,2}$"
    r"|\bto\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:only|sole|lone|first)\s+(?:[\w-]+\s+){0,4}to\s+(?:\w+\s+)?$|\bmanaged\s+to\s+$",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:none|nobody|not|never|neither)\b|n['’]t\b", re.IGNORECASE)
_SHARED_OUT = re.compile(
    r"\b(?:deal|pact|agreement|seat[- ]sharing|under\s+the|in\s+the\s+(?:share|list)|quota|to\s+contest)\b",
    re.IGNORECASE,
)
_NATION = re.compile(
    r"\b(?:across\s+the\s+country|in\s+the\s+country|countrywide|nationwide|nationally"
    r"|in\s+all\s+of\s+India|national\s+tally)\b",
    re.IGNORECASE,
)
_IN_LAND = re.compile(
    r"\b([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:['’]s)\s+(?:\w+\s+)?(?:[Aa]ssembly|[Ss]tate|local|Lok\s+Sabha)\s+(?:elections?|polls?)"
)
#: Other elections, parts of the land that no district is, what is left out, and figures in a row.
_OTHER = re.compile(
    r"\b(?:by-?\s?(?:elections?|polls?)|panchayats?|municipal\w*|civic|wards?|zill?a|Rajya\s+Sabha"
    r"|booths?|segments?|student)\b"
    r"|\b(?:this|that|the)\s+(?:region|district|area|belt|zone|phase|division|hills|plains)\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|final)\s+phase\b|\breserved\b"
    r"|\b(?:except(?:ing)?|barring|apart\s+from|other\s+than|excluding|respectively)\b",
    re.IGNORECASE,
)
#: A clause of a name and a figure goes on with the one before it: "and the BJP 18".
_GOES_ON = re.compile(
    r"(?:(?:and|while|with|but|whereas)\s+)?(?:the\s+)?[A-Z][\w().’'-]*(?:\s+[A-Z(][\w().’'-]*){0,4}"
    r"\s+(?:\w+\s+){0,2}?[\w.]+\s*(?:%|per|seats?|[,.;)]|$)",
)
_ALL_BUT = Sought(r"\ball (?P<but>but) ")
_CALLED = re.compile(
    r"(?:\s+(?:Assembly|Lok\s+Sabha|parliamentary))?\s+(?:seats?|constituenc(?:y|ies)|district)\b",
    re.IGNORECASE,
)
#: So far before a verb stands what makes a wish of it.
_BEFORE = 60
#: Votes of a party in the whole land are at least so many.
_MANY_VOTES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """An outcome with all that the names around it tell.

    Attributes:
        against: who lost to the one, or whom the one lost to.
    """

    outcome: Outcome
    whose: Winners
    election: Election
    places: tuple[str, ...]
    against: tuple[Mention, ...]


def results(page: Page, clause: Span, sentence: Span, segment: Segment) -> Iterator[Statement]:
    """'won just one seat', 'polled 38 percent', 'lost Nandigram by 1,956 votes'."""
    around = _around(page, clause, segment)
    found = outcomes(page.text, around)
    if not found or not _is_told(page, sentence):
        return
    before: Winners | None = None
    for number, outcome in enumerate(found):
        start = found[number - 1].span.end if number else around.start
        end = found[number + 1].span.start if number + 1 < len(found) else around.end
        if page.mentions.within(Span(start, outcome.words.start)):
            before = None
        before = winners(page, outcome, around, sentence, before)
        if outcome.span.end <= clause.start or not _is_real(page, outcome, sentence):
            continue
        claim = _claim(page, outcome, before, Span(start, end), sentence)
        if claim is None:
            continue
        quoted = Span(around.start, _end(page, claim, end))
        for fields in _fields(page, claim):
            yield drafted(
                page,
                quoted,
                segment,
                kind=Kind.RESULT,
                election=claim.election.id,
                background=True,
                confidence=0.7,
                why=_why(page, outcome, segment),
                **fields,
            )


def _around(page: Page, clause: Span, segment: Segment) -> Span:
    """A clause, from the one that it goes on with, and over the "but" of "all but one seat"."""
    goes_on = _GOES_ON.match(page.text, clause.start, clause.end)
    cut = _ALL_BUT.search(page.text, clause.start, segment.span.end)
    return Span(
        segment.span.start if goes_on else clause.start,
        segment.span.end if cut and cut.start("but") == clause.end + 1 else clause.end,
    )


def is_elsewhere(page: Page, sentence: Span) -> bool:
    """Whether a sentence speaks of an election in another land, or of the whole nation."""
    words = sentence.of(page.text)
    own = (*page.region.forms, *page.region.districts)
    return (
        names_another_land(page, sentence)
        or _NATION.search(words) is not None
        or any(land not in own for land in _IN_LAND.findall(words))
    )


def _is_told(page: Page, sentence: Span) -> bool:
    """Whether a sentence tells what was, in a house of this land."""
    return not (
        _UNREAL.search(page.text, sentence.start, sentence.end)
        or _OTHER.search(page.text, sentence.start, sentence.end)
        or is_elsewhere(page, sentence)
        or is_of_another_land(page, sentence.end)
    )


def _is_real(page: Page, outcome: Outcome, sentence: Span) -> bool:
    """Whether it is told as a fact: not "to win", and no seats of a deal."""
    start, verb = max(sentence.start, outcome.words.start - _BEFORE), outcome.words.start
    if _AHEAD.search(page.text, start, verb) and not _DONE.search(page.text, start, verb):
        return False
    some = outcome.measure is Measure.SEATS and outcome.figure and outcome.figure.high > 0
    return not (some and _SHARED_OUT.search(page.text, sentence.start, sentence.end))


def _claim(
    page: Page, outcome: Outcome, whose: Winners, near: Span, sentence: Span
) -> _Claim | None:
    """The claim of an outcome; None where it is left open whose, where or when it is."""
    if not whose.mentions:
        return None
    if outcome.rule == "member since":
        election = since(page, Span(outcome.words.start, near.end))
    else:
        election = election_of(page, outcome.span, near.end, sentence)
    if election is None or not _fits(page, outcome, election):
        return None
    places = scope_of(page, outcome, near, sentence, election)
    if places is None:
        return None
    of_seats = bool(places) and house(page, election).issuperset(places)
    if whose.of_somebody and not of_seats:
        return None
    against = rivals(page, outcome, near.end) if outcome.after == "rival" else ()
    own = {m.party for m in whose.mentions}
    return _Claim(
        outcome=outcome,
        whose=whose,
        election=election,
        places=places,
        against=tuple(m for m in against if m.sort == "person" or m.party not in own),
    )


def _fits(page: Page, outcome: Outcome, election: Election) -> bool:
    """Whether it can be of the land: a Lok Sabha has more seats than it sends there."""
    if election.kind == "assembly" or outcome.measure is not Measure.SEATS:
        return True
    return outcome.figure is None or outcome.figure.value <= len(house(page, election))


def _fields(page: Page, claim: _Claim) -> Iterator[dict[str, Any]]:
    """What the statements of a claim say: one for each party, or of all together."""
    outcome, whose = claim.outcome, claim.whose
    parties = tuple(dict.fromkeys(str(m.party) for m in whose.mentions))
    if outcome.measure in OF_A_SEAT:
        if _is_of_one(page, claim):
            who = whose.mentions[-1]
            yield {
                "places": claim.places,
                "parties": (str(who.party),),
                "participants": (who.name,) if who.sort == "person" else (),
                "against": tuple(m.name for m in claim.against),
            }
    elif not any(m.sort == "person" for m in whose.mentions):
        figure = outcome.figure if outcome.measure is Measure.SEATS else None
        for group in (parties,) if whose.together else ((party,) for party in parties):
            alone = figure is not None and not whose.together
            seats = {group[0]: int(figure.value)} if alone and figure is not None else {}
            yield {"places": claim.places, "parties": group, "seats": seats}


def _is_of_one(page: Page, claim: _Claim) -> bool:
    """Whether it is plain which seat is meant: it is named, or told by who stood there."""
    outcome, person = claim.outcome, claim.whose.mentions[-1].sort == "person"
    measure, figure = outcome.measure, outcome.figure
    if claim.places:
        verb = outcome.words.start
        return measure is not Measure.WON or not _NONE.search(page.text, max(0, verb - 30), verb)
    if person:
        duel = bool(claim.against) and claim.against[0].sort == "person"
        return duel or measure in (Measure.VOTES, Measure.PLACE)
    if measure is Measure.VOTES:
        return figure is not None and figure.value >= _MANY_VOTES
    return measure in (Measure.PLACE, Measure.DEPOSITS) and figure is not None


def _end(page: Page, claim: _Claim, limit: int) -> int:
    """Where a claim ends: with its figure, or the last name that it needs and what that is called."""
    named = (*claim.against, *(claim.whose.mentions if claim.outcome.after == "name" else ()))
    end = max([claim.outcome.span.end, *(m.span.end for m in named)])
    for place in claim.places:
        at = page.text.find(place, claim.outcome.words.end, limit)
        end = max(end, at + len(place))
    called = _CALLED.match(page.text, end, limit)
    end = called.end() if called else end
    return limit if page.text[end:limit].strip() == "." else end


def _why(page: Page, outcome: Outcome, segment: Segment) -> str:
    words = outcome.words.of(page.text)
    return f"result, {outcome.rule}: '{words}'; speaker {segment.voice.how}"
