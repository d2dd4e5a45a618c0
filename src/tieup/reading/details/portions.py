"""Portions: the numbers of seats that a clause tells, by whose they are.

Who is to have the seats is told by the frame in which a number stands: who asks for them, who gets
them, or the one to whom another gives them. "The ISF asked the Left Front for 45" is of the ISF's
seats, and so is "the Left Front was asked by the ISF for 45".
"""

import re
from collections.abc import Sequence

from tieup.reading.details.cast import Cast
from tieup.reading.details.counts import Count, counts
from tieup.reading.details.frames import Frame, Sort, frames
from tieup.reading.page import Page
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Segment
from tieup.vocabulary import AWAY, TOWARDS, Act

# What is only to be given, or to be got, is asked for: "unless it is given 30 seats".
_IF = re.compile(r"\b(?:if|unless|until|provided|condition|must|should|ought)\b", re.IGNORECASE)
_ELSE = re.compile(r"\b(?:if|unless|else|otherwise|failing)\b", re.IGNORECASE)
_BY_WHOM = re.compile(r"\s+by\b", re.IGNORECASE)
_EACH = re.compile(r"\s+each\b")


def portions(
    page: Page, clause: Span, segment: Segment, parties: Sequence[str], act: Act
) -> dict[str, int]:
    """Numbers of seats by whose they are; by "PARTY:asked" or ":offered" where the act tells less.

    Args:
        page: the article.
        clause: where they stand.
        segment: whose words these are, for "we" and "us".
        parties: of the statement; the first one acts, where the clause does not say who does.
        act: the statement's.
    """
    masked = page.masked
    named = [m for m in page.mentions.within(clause) if m.party and not m.attached]
    cast = Cast(masked, clause, named, segment.voice.party)
    it = _named_before(page, clause, parties) if clause.start == segment.sentence.start else None
    holders = _Holders(masked, cast, tuple(parties), it or parties[0])
    threat = act is Act.DEMANDS and _ELSE.search(masked, *segment.sentence) is not None
    found: dict[tuple[str, str], int] = {}
    for frame, count in counts(masked, clause, tuple(frames(masked, clause))):
        if frame.past and act in TOWARDS - {Act.AGREES}:
            continue  # what somebody had once is not what he is to have
        if threat and frame.stands and not frame.asked:
            continue  # "else we will contest 100 seats" asks for none of them
        said = _said(frame, act, masked[clause.start : count.span.start])
        for party in holders.of(frame, count):
            if party in parties:
                found.setdefault((party, said), count.number)
    told = [party for party, _ in found]
    keyed: dict[str, int] = {}
    for (party, said), number in found.items():
        alone = act in AWAY and told.count(party) == 1
        plain = said in ("", _meant(act, party, parties)) or alone
        keyed.setdefault(party if plain else f"{party}:{said}", number)
    return keyed


def _named_before(page: Page, clause: Span, parties: Sequence[str]) -> str | None:
    """Who "it" is at the head of a sentence: the first of the parties in the sentence before."""
    start = page.text.rfind(". ", 0, max(0, clause.start - 2))
    before = page.mentions.within(Span(max(0, start), clause.start))
    return next((m.party for m in before if m.party in parties and not m.attached), None)


def _said(frame: Frame, act: Act, before: str) -> str:
    """What a frame's number is said to be; empty for what is not asked, offered or agreed."""
    if frame.sort is Sort.ASK:
        return "asked"
    if act is Act.AGREES:
        return "agreed"
    wanted = act is Act.DEMANDS and (frame.sort is Sort.GET or _IF.search(before))
    if wanted or frame.asked:
        return "asked"
    return "offered" if frame.sort is Sort.GIVE else ""


def _meant(act: Act, party: str, parties: Sequence[str]) -> str:
    """What a number of a party's seats is where a statement says no more."""
    if act is Act.AGREES:
        return "agreed"
    return "asked" if act is Act.DEMANDS or party == parties[0] else "offered"


class _Holders:
    """Whose seats the numbers of a clause count."""

    def __init__(self, masked: str, cast: Cast, parties: tuple[str, ...], it: str) -> None:
        self._words = masked
        self._cast = cast
        self._parties = parties
        self._it = it

    def of(self, frame: Frame, count: Count) -> tuple[str, ...]:
        """Whose seats a number counts; empty where nothing tells."""
        if count.heir is not None:
            return self._cast.at(count.heir)
        gets = frame.sort is Sort.GET and not frame.passive
        heirs = () if gets else self._cast.heirs(count)
        if heirs:
            return heirs
        actors = self._cast.actors(frame, count)
        each = len(actors) > 1 and _EACH.match(self._words, count.span.end) is not None
        if gets and not actors:
            one = self._meant_by_pronoun(frame)
        elif gets:
            one = actors[0] if len(actors) == 1 else None
        elif frame.sort is Sort.ASK:
            one = self._asker(frame, count, actors)
        else:
            one = self._receiver(frame, count, actors)
        if each and (gets or frame.passive):
            return actors
        return (one,) if one else ()

    def _asker(self, frame: Frame, count: Count, actors: tuple[str, ...]) -> str | None:
        """Who asks: the subject, or of a passive who stands behind "by"; never who is asked."""
        asked = [*self._cast.of(frame), *self._cast.between(frame, count)]
        if frame.passive:
            by = self._cast.by(frame)
            if by or _BY_WHOM.match(self._words, frame.words.end):
                return by[0] if by else None  # without: somebody whom no pack knows
            if frame.words.end <= count.span.start:
                return self._other((*asked, *actors))
        if actors:
            willing = [party for party in actors if party not in asked]
            return willing[0] if len(willing) == 1 else None
        if self._cast.speaker in self._parties and self._cast.speaker not in asked:
            return self._cast.speaker
        return self._other(asked) or self._first(frame)

    def _receiver(self, frame: Frame, count: Count, actors: tuple[str, ...]) -> str | None:
        """To whom seats are given: the object, the subject of a passive, or the giver's partner."""
        cast = self._cast
        to = [] if frame.passive else cast.objects(frame, count)
        direct = to[-1] if to else cast.us(frame)
        if direct is not None:
            return direct
        if frame.passive or frame.taken:
            givers = (*cast.by(frame), *cast.of(frame))
            lucky = [party for party in actors if party not in givers]
            if len(lucky) == 1:
                return lucky[0]
            return self._other(givers) if givers or actors else self._first(frame)
        giver = actors or (self._meant_by_pronoun(frame),)
        return self._other(giver) if giver[0] else None

    def _meant_by_pronoun(self, frame: Frame) -> str | None:
        """Who acts in a clause that names no subject: who speaks, else the one who acts first."""
        return self._cast.pronoun(frame) or self._first(frame)

    def _first(self, frame: Frame) -> str | None:
        """The party that "it" is, where nobody else can be the subject."""
        return self._it if self._cast.is_bare(frame) else None

    def _other(self, than: Sequence[str | None]) -> str | None:
        """The one party of the statement that is none of these."""
        others = [party for party in self._parties if party not in than]
        return others[0] if len(others) == 1 else None
