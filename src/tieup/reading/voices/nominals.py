"""Nominals: whom a bare noun means: "the former minister", "another leader", "sources", "the party"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieup.reading.names.appositions import NO_LONGER
from tieup.reading.names.mention import Mention
from tieup.reading.text.spans import Placed, Span
from tieup.reading.voices.heard import Heard
from tieup.reading.voices.voices import Voice, unnamed, voice_of

_ONE = (
    r"\w*(?:leader|chief|president|minister|secretary|chair(?:man|person|woman)|spokes(?:man|person|woman)|politician"
    r"|lawmaker|legislator|parliamentarian|veteran|supremo|founder|convenor|convener|member|functionary|official|candidate"
    r"|nominee|strongman|heavyweight|cleric|mayor|senator|congressman|congresswoman|governor|boss|scion|patriarch|matriarch"
    r"|general|aide|associate|confidante?|loyalist|ally|relative|adviser|person|source|insider|worker|activist|observer|in-charge|bearer|actor|superstar|latter|former|M[LP]A?|year-old)"
)
_MANY = (
    r"(?:sources|insiders|leaders|members|workers|functionaries|legislators|MLAs|MPs|office-bearers|aides|associates|confidantes?|loyalists|allies|supporters"
    r"|advisers|relatives|presidents|secretaries|persons|those|people|section|ones|others|some)"
)
_BODY = (
    r"(?:party|front|outfit|committee|leadership|unit|alliance|polit\s*bureau|politburo|high\s+command|brass|camp|statement"
    r"|resolution|communique|bloc)"
)
_NOMINAL = re.compile(
    r"(?:(?P<which>the|an?|his|her|its|their|one|another|some|several|two|three|many|most|this|both|all)\s+)?"
    rf"(?P<qualities>(?:(?!(?:an?|the)\s)[\w()'’.-]+\s+){{0,6}}?)(?:(?P<one>{_ONE})|(?P<many>{_MANY})|(?P<body>{_BODY}))"
    r"(?P<tail>,?\s+(?:of|to|in|from|within|at|for|close|loyal|near|on|last|this|earlier|who|privy|familiar|inside|with|aware)\b.*|,.*)?",
    re.IGNORECASE | re.DOTALL,
)
#: Whose people they are: "an aide of Salim", "people close to Congress leader Salim".
_PEOPLE_OF = re.compile(
    r"(?:\b(?:aides?|associates?|confidante?s?|loyalists?|supporters|ally|allies|relatives?|advisers?|spokes\w+)\s+(?:of|to|for)|\b(?:close|loyal|near)\s+to)\s+"
    r"(?:the\s+)?(?:[\w()'’-]+\s+){0,5}?$",
    re.IGNORECASE,
)
#: Anybody in politics may be called so.
_ANY_POST = frozenset(["leader", "member", "politician", "veteran", "functionary"])
#: "Party sources" are those of the party that is talked of.
_PARTYS = re.compile(r"\bparty(?:['’]s)?\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_OF_PARTY = re.compile(
    r"\s+(?:of|in|from|within|inside)\s+(?:the|his|her|their)\s+(?:\w+\s+)?(?:party|front|outfit)\b",
    re.IGNORECASE,
)
#: A verb of its own makes a phrase behind "said" what is said: "said a leader of the party would".
_OWN_VERB = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|can|could|may|should|wants?)\b"
)
_WHO = re.compile(r"\b(?:who|whom|whose|which)\b")
_ITS = re.compile(r"\bits\b", re.IGNORECASE)
#: Of these only one that was named before can be meant.
_DEFINITE = frozenset({"the", "his", "her", "this"})
#: Who was put out of a party does not speak for it.
_NO_LONGER = re.compile(rf"\b{NO_LONGER}\b", re.IGNORECASE)
# "Siddiqui's remarks" are his, "Siddiqui's aide" is nobody by name, "Siddiqui's party" the party.
_OWNED = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,3}?(?:(?P<words>remarks?|comments?|statement|letter|post|tweet|message|words?|announcement|assertion"
    r"|claim|response|reply|reaction|stand|stance)|(?P<party>party|outfit|front)"
    r"|(?P<people>aides?|brother|sister|son|nephew|uncle|spokes\w+|lawyer|associates?|supporters?|followers?|sources?|allies|confidante?s?))\b"
)
#: Somebody meant by a bare noun is among the last so many named.
_NEAR = 12


class Nominals:
    """Resolves bare nouns in one article, with what was heard of it so far."""

    def __init__(self, text: str, mentions: Placed[Mention], heard: Heard) -> None:
        """Share the listener's memory."""
        self._text = text
        self._mentions = mentions
        self._heard = heard

    def voices(self, words: Span, part: Span) -> tuple[Voice, ...]:
        """Whom a phrase without anybody's name means; empty for one that tells of nobody.

        Args:
            words: the phrase.
            part: the part of the sentence that it stands in.
        """
        named = self._mentions.within(words)
        somebody = any(self._is_somebody(mention, words) for mention in named)
        match = None if somebody else _NOMINAL.fullmatch(words.of(self._text))
        if match is None:
            return ()
        party = next((m.party for m in named if m.party), None)
        which = (match["which"] or "").casefold()
        how = f"'{words.of(self._text)}'"
        lead = Span(part.start, words.start)
        own = party or (self._party_told_of(lead) if self._is_partys(match) else None)
        if match["body"]:
            return self._body(own, which, lead, how)
        if match["many"] or which not in _DEFINITE:
            if which in ("both", "two", "the") and len(self._heard.together) > 1 and not party:
                return tuple(replace(voice, how=how) for voice in self._heard.together)
            meant = own or self._nameless_of(match, lead)
            return (unnamed(meant, how),) if meant else ()
        beside = any(m.span.start < match.start("one") + words.start for m in named)
        person = self._person(match["one"], party, words, match["qualities"])
        if person is None and party and not beside:
            person = self._heard.he  # "the secretary of the largest party of the Front"
        if person is not None:
            return (replace(person, how=f"{how}, {person.how}"),)
        return (unnamed(own, how),) if own else ()

    def is_nameless(self, words: Span) -> bool:
        """Whether a phrase behind a verb is people without a name, and not what they say."""
        match = _NOMINAL.fullmatch(words.of(self._text))
        if match is None or match["body"] or not (match["many"] or match["which"]):
            return False
        return _OWN_VERB.search(_WHO.split(match["tail"] or "")[0]) is None

    def owned(self, mention: Mention, at: int) -> Voice | None:
        """The voice of what belongs to somebody named: his remarks, his aide, his party."""
        match = _OWNED.match(self._text, mention.span.end, at)
        if match is None:
            return None
        how = f"'{self._text[mention.span.start : match.end()]}'"
        if match["words"]:
            return replace(voice_of(self._text, mention), how=how)
        if mention.party is None:
            return Voice(how=how)
        if match["party"]:
            return Voice(mention.party, mention.party, how=how)
        return unnamed(mention.party, how)

    def _is_partys(self, match: re.Match[str]) -> bool:
        """Whether people or a body are those of "the party"."""
        return (
            _PARTYS.search(match["qualities"]) is not None
            or _OF_PARTY.match(match["tail"] or "") is not None
        )

    def _body(self, party: str | None, which: str, lead: Span, how: str) -> tuple[Voice, ...]:
        """A party by a word for one: its own, where it is "its", else that of the last speaker."""
        heard = self._heard
        if not party and which in ("a", "an", "another", "one"):
            return ()
        meant = party or heard.voice.party or (heard.first.party if heard.first else None)
        if which == "its" and not party:
            meant = self._owner(lead) or meant
        if meant is None:
            before = [m for m in self._mentions.before(lead.end, _NEAR) if not m.attached]
            meant = self._told_of(lead) or (before[-1].party if before else None)
        return (Voice(meant, meant, how=how),) if meant else ()

    def _nameless_of(self, match: re.Match[str], lead: Span) -> str | None:
        """Of whose party nameless people are who come without one.

        Bare "sources" are anybody's, unless a party's sources were heard before.
        """
        word = (match["many"] or match["one"]).casefold()
        if word in ("people", "persons", "person", "those", "some", "others"):
            return None
        if _ITS.search(match.group()):
            return self._owner(lead)
        if word in ("sources", "insiders") and not match["which"] and not match["qualities"]:
            return self._heard.sources
        return self._heard.voice.party or (self._heard.sources if word == "sources" else None)

    def _owner(self, lead: Span) -> str | None:
        """Whose "its" is: the first party of the clause before it, else of the sentence before."""
        first = self._heard.first
        return self._told_of(lead) or (first.party if first else None)

    def _party_told_of(self, lead: Span) -> str | None:
        """Which one "the party" is: the first of the clause before it, else the last speaker's."""
        return self._told_of(lead) or self._heard.voice.party or self._owner(lead)

    def _told_of(self, lead: Span) -> str | None:
        """The first party that the clause before a phrase tells of."""
        start = max(lead.start, *(self._text.rfind(mark, *lead) + 1 for mark in ";:"))
        here = (m for m in self._mentions.within(Span(start, lead.end)) if not m.attached)
        first = next(here, None)
        return first.party if first else None

    def _person(self, noun: str, party: str | None, words: Span, qualities: str) -> Voice | None:
        """The one named before who can be meant: by his post, by his party, or the last heard."""
        recent = list(self._recent(words.start))
        if noun.casefold() == "latter" and recent:
            return recent[0]
        anybody = party is None or _NO_LONGER.search(qualities) is not None
        fitting = [voice for voice in recent if anybody or voice.party == party]
        post = "" if noun.casefold() in _ANY_POST else noun.casefold()
        posts = [v for v in fitting if v.role and post and post in v.role.casefold()]
        last = self._heard.he
        if last is not None and last.person and (anybody or last.party == party):
            fitting = [last, *fitting]
        if last in posts:
            return last
        return next(iter(posts or fitting), None)

    def _recent(self, at: int) -> Iterator[Voice]:
        """The people last named before a place, the last one first."""
        for mention in reversed(self._mentions.before(at, _NEAR)):
            if mention.sort == "person" and not mention.attached:
                yield voice_of(self._text, mention)

    def _is_somebody(self, mention: Mention, words: Span) -> bool:
        """Whether a name in a phrase is itself whom the phrase means: a person, or "the latter".

        One whose people the phrase tells of is not.
        """
        if mention.span == words:
            return True
        if mention.sort != "person" or mention.attached:
            return False
        return _PEOPLE_OF.search(self._text[words.start : mention.span.start]) is None
