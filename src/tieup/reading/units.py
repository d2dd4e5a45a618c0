"""Units: which unit of a party a body is of: its state unit, its high command, a district's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from tieup.reading.page import Page
from tieup.reading.tables import table
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Segment
from tieup.reading.voices.voices import Voice
from tieup.regions import Region

_OF = r"\s{1,3}(?:of|in)\s{1,3}(?:the\s{1,3})?"
#: So far before a name a body's noun stands.
_FAR = 60


def unit_of(page: Page, clause: Span, segment: Segment, voice: Voice) -> str | None:
    """The unit that a body speaks for: state, centre or district; None where the text tells none.

    Args:
        page: the article.
        clause: what tells the act.
        segment: whose words it is part of.
        voice: who speaks; the unit of somebody named comes from his post.
    """
    if voice.person or voice.party is None or voice.speaker != voice.party:
        return voice.unit
    bodies = _bodies(page.region)
    for phrase in _phrases(page, clause, segment, voice.party):
        unit = bodies.unit(page.text, phrase)
        if unit is not None:
            return unit
    return None


def _phrases(page: Page, clause: Span, segment: Segment, party: str) -> Iterator[Span]:
    """Where a body that speaks for a party may be called by its name, the likeliest first."""
    cue = segment.cue
    if cue is not None and cue.source is not None and segment.voice.party == party:
        yield cue.source
    lead = Span(segment.sentence.start, clause.start)
    for named in (page.mentions.within(clause), page.mentions.within(lead)[::-1]):
        own = [m.span for m in named if m.sort == "party" and m.party == party and not m.attached]
        yield from own
        if own:
            return


class _Bodies:
    """What the bodies are called that a region's news may name, each with its unit."""

    def __init__(self, region: Region) -> None:
        words = table("units.toml")
        own = defaultdict(list)
        for party in region.parties.values():
            for body, unit in party.units:
                own[unit].append(body)
        places = {"district": region.districts, "state": (*region.forms, *region.elsewhere)}
        called = (
            rf"(?P<{unit}>{_called((*words[unit]['bodies'], *own[unit]))}"
            rf"|{_called(places.get(unit, ()))}(?:\s{{1,3}}district)?\s{{1,3}}{_called(words[unit].get('after_place', ()))})"
            for unit in ("district", "state", "centre")
        )
        self._body = rf"(?:{'|'.join(called)})\b"
        self._between = _called(words["between"])

    def unit(self, text: str, phrase: Span) -> str | None:
        """The unit that a phrase, or what stands beside it, tells."""
        start = max(0, phrase.start - _FAR)
        match = (
            self._before.search(text, start, phrase.start)
            or self._behind.match(text, phrase.end)
            or self._within.search(text, *phrase)
        )
        return match.lastgroup if match else None

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self._body}{_OF}$", re.IGNORECASE)

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        between = rf"(?:{self._between}\s{{1,3}}){{0,2}}"
        return re.compile(rf"(?:['’]s?)?\s{{1,3}}{between}{self._body}", re.IGNORECASE)

    @cached_property
    def _within(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self._body}", re.IGNORECASE)


#: The bodies of a region; to compile their names takes longer than to read an article.
_bodies = lru_cache(maxsize=8)(_Bodies)


def _called(names: Iterable[str]) -> str:
    """A pattern of any of the names, the longest first; of no names, one that matches nothing."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    words = (r"\s{1,3}".join(map(re.escape, name.split())) for name in ordered)
    return f"(?:{'|'.join(words)})" if ordered else "(?!)"
