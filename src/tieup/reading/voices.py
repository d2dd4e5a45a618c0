"""Voices: who speaks each part of a sentence, quoted, reported, or the journalist."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tieup.reading.days import Day, days
from tieup.reading.mentions import Mention
from tieup.reading.spans import Placed, Span, trimmed
from tieup.regions import Region
from tieup.statements import REPORT
from tieup.vocabulary import Mode

#: Verbs that bring in what somebody says.
CUES = re.compile(
    r"\b(?:sa(?:id|ys)|told|tells|add(?:ed|s)|state[ds]|claim(?:ed|s)|assert(?:ed|s)|announc(?:ed|es)"
    r"|declare[ds]|alleg(?:ed|es)|clarif(?:ied|ies)|insist(?:ed|s)|maintain(?:ed|s)|note[ds]"
    r"|explain(?:ed|s)|disclose[ds]|indicate[ds]|reveal(?:ed|s)|recall(?:ed|s)|quip(?:ped|s)"
    r"|point(?:ed|s)\s+out|hint(?:ed|s)|warn(?:ed|s)|confirm(?:ed|s)|reiterate[ds]|repl(?:ied|ies)"
    r"|admit(?:ted|s)|argue[ds](?!\s+for)|remark(?:ed|s)|wrote|tweet(?:ed|s)|posted|stress(?:ed|es)"
    r"|suggest(?:ed|s)|predict(?:ed|s)|complain(?:ed|s)|agreed\s+that|feels?|felt|sounding|hit\s+back"
    r"|accuse[ds]|shot\s+back|countered|retorted|observed|conceded"
    r"|signalled|signaled)\b(?!\s+to\s+be\b)"
)
#: Participles that go on with the speech of the sentence's subject.
_GOING_ON = re.compile(
    r"(?:,?\s+)?(?<!\w)(?:also\s+)?(?:saying|adding|claiming|stating|warning|asserting|insisting|suggesting|arguing"
    r"|hinting|noting|stressing|clarifying|declaring|sounding|recalling)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:[Aa]ccording\s+to|[Aa]s\s+per|in\s+the\s+words\s+of)\s+")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_THEY = re.compile(r"\b(?:[Tt]hey|[Bb]oth|[Tt]he\s+two)\b")
_IT = re.compile(r"\b(?:it|It|[Tt]he\s+party|[Tt]he\s+outfit)\b")
_PREPOSITION = re.compile(
    r"\b(?:of|with|to|against|for|by|from|in|on|between|about|over|like|among|including|under|at)"
    r"\s+(?:(?:the|its|his|their|an?|both)\s+)?$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:met|told|asked|accused|urged|invited|thanked|called|blamed|criticised|attacked|joined|quit|left|support\w*)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Nobody by name: how many or which, then the party, then what sort of people.
_SOURCES = r"(?:sources?|insiders?|functionar(?:y|ies)|source)"
_PEOPLE = r"(?:leaders?|members?|office-bearers?|workers|MPs?|MLAs?|legislators?|secretary)"
_UNNAMED_AFTER = re.compile(
    rf"^[’']?s?\s+(?:(?:\w+|\([A-Z]+\))\s+){{0,4}}?(?:{_SOURCES}|{_PEOPLE})\b", re.IGNORECASE
)
_UNNAMED_BEFORE = re.compile(
    rf"\b(?:{_SOURCES}|{_PEOPLE}|section)\s+(?:\w+\s+)?(?:in|within|from|of|close\s+to|inside)\s+(?:both\s+)?(?:the\s+)?(?:state\s+|top\s+)?$",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(
    r"\b(?:an?|some|several|many|one|two|three|senior|top|another|few|anonymous|unnamed)\s+(?:\w+[\s-]+){0,3}$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"^[’']?s?\s+(?:(?:state|national|central|top|Bengal|West\s+Bengal|district)\s+)*"
    r"(?:committee|unit|leadership|high\s+command|[Pp]olit\s*[Bb]uro|brass|camp|statement)\b"
)
_AFTERTHOUGHT = re.compile(
    r"^\s*(?:$|[.,;]|(?:on|in|at|to|during|while|when|after|before|here|later|earlier|from|over|following"
    r"|about|this|last|yesterday|today|as|by|with|who|and\s+(?:that|added))\b)",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(r"^\s+(?:(?!that\b)[\w&.'-]+\s+){0,5}?(?=that\b|[,:]?\s*[\"“])")


_DAY_AFTER = re.compile(r"\b(?:a|one)\s+day\s+after\b", re.IGNORECASE)
_WHO_CLAUSE = re.compile(r",\s+(?:who|whom|which|whose)\b[^,]*,")
_FINITE = re.compile(
    r"\b(?:will|would|has|have|had|is|are|was|were|can|could|should)\b(?!\s*(?:also\s+|earlier\s+|now\s+|since\s+|already\s+|once\s+)?$)"
)
_AND_SAID = re.compile(r".*\band\s+(?:also\s+|later\s+|then\s+|has\s+|had\s+)?", re.DOTALL)
# A subject that is a bare noun: "the cleric said", "a senior leader said".
_NOMINAL = re.compile(r"\b(?P<article>the|an?|his|her|its|one|another)\s+(?:[a-z-]+\s+){0,3}(?P<noun>[a-z]+)\s+(?:has\s+|had\s+|also\s+|later\s+)?$")
_BODIES = frozenset("party front outfit committee leadership unit alliance".split())
#: So few words in marks are the journalist's emphasis, unless a verb of saying stands beside them.
_FEW_WORDS = 4
#: A bare noun means somebody among the last so many named.
_NEAR = 40
#: A day further back is history, not when the news was said.
_RECENT = 31
#: Days that hold from a place in the sentence on.
_Held = list[tuple[int, date]]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a person, a party's body, "unnamed:PARTY", or "report"."""

    speaker: str = REPORT
    party: str | None = None
    role: str | None = None
    unit: str | None = None
    how: str = "the report's own voice"
    person: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence in one voice."""

    span: Span
    sentence: Span
    voice: Voice
    mode: Mode
    said_on: date | None = None


@dataclass(slots=True)
class Hearing:
    """What the listener remembers from sentence to sentence of one article."""

    voice: Voice = field(default_factory=Voice)
    person: bool = False
    subject: Mention | None = None
    said_on: dict[str, date] = field(default_factory=dict)
    last_day: date | None = None
    news_day: date | None = None


@dataclass(frozen=True, slots=True)
class _Cue:
    """A verb of saying, its subject, and where the subject's phrase begins."""

    span: Span
    voice: Voice
    phrase_start: int
    inverted: bool = False


class Listener:
    """Goes through an article sentence by sentence and tells who speaks."""

    def __init__(
        self, text: str, mentions: Placed[Mention], quotations: Placed[Span], published: date
    ) -> None:
        """Start at the top of an article."""
        self._text = text
        self._mentions = mentions
        self._quotations = quotations
        self._published = published
        self._heard = Hearing()
        # The day that the first paragraphs tell about is the day of what follows without another.
        self._lead = Span(0, min(len(text), 700))
        self._quoted: dict[Span, Voice] = {}

    def segments(self, sentence: Span) -> tuple[Segment, ...]:
        """The sentence cut into the parts that one voice speaks each, in order."""
        text = self._text
        quoted = self._quotations.touching(sentence)
        told = _outside(sentence, quoted)
        cues = [cue for part in told for cue in self._cues(part, sentence)]
        held = self._days(sentence, told)
        found: list[Segment] = []
        for quotation in quoted:
            part = Span(max(quotation.start, sentence.start), min(quotation.end, sentence.end))
            voice = self._voice_of_quotation(quotation, sentence, cues)
            if voice is None:
                continue
            said = self._said_on(voice, _held_at(held, part.start))
            found.append(Segment(trimmed(text, part.start, part.end), sentence, voice, Mode.DIRECT, said))
        spoken = [segment.span for segment in found]
        for part in _outside(sentence, spoken):
            found.extend(self._told(part, sentence, cues, held))
        self._remember(sentence, cues, held)
        return tuple(sorted((s for s in found if s.span.start < s.span.end), key=lambda s: s.span.start))

    def _told(
        self, part: Span, sentence: Span, cues: Sequence[_Cue], held: _Held
    ) -> Iterator[Segment]:
        """A part outside quotation marks, cut where a voice begins or ends."""
        at, own = part.start, Voice()
        inside = [cue for cue in cues if part.covers(cue.span)]
        for number, cue in enumerate(inside):
            following = inside[number + 1].phrase_start if number + 1 < len(inside) else part.end
            before, after = Span(at, cue.phrase_start), Span(cue.span.end, max(cue.span.end, following))
            led_in = _AFTERTHOUGHT.match(self._text[after.start : after.end]) is not None
            speaks_before = (
                at < cue.phrase_start
                and (led_in or cue.inverted)
                and re.search(r"[,\"”]\s*$", self._text[before.start : before.end]) is not None
            ) or cue.span.start == cue.phrase_start == at
            voice_before = cue.voice if speaks_before and number == 0 else own
            yield self._segment(before, sentence, voice_before, held)
            yield self._segment(after, sentence, cue.voice, held)
            at = after.end
        yield self._segment(Span(at, part.end), sentence, own, held)

    def _segment(self, span: Span, sentence: Span, voice: Voice, held: _Held) -> Segment:
        day = _held_at(held, span.start)
        place = trimmed(self._text, span.start, span.end)
        mode = Mode.REPORT if voice.speaker == REPORT else Mode.INDIRECT
        said = day if mode is Mode.REPORT else self._said_on(voice, day)
        return Segment(place, sentence, voice, mode, said)

    def _said_on(self, voice: Voice, day: date | None) -> date | None:
        """The day the sentence gives, else that on which this voice was last heard, else the news day."""
        return day or self._heard.said_on.get(voice.speaker) or self._heard.news_day

    def _days(self, sentence: Span, told: Sequence[Span]) -> list[tuple[int, date]]:
        """The days of what the sentence tells, each with the place from which on it holds.

        "... a day after X said": what stands before is of the day told of, what follows of the eve.
        """
        found: list[Day] = [d for part in told for d in days(self._text, part, self._published)]
        behind = [d.day for d in found if not d.ahead and (self._published - d.day).days <= _RECENT]
        after = _DAY_AFTER.search(self._text, sentence.start, sentence.end)
        if after:
            base = behind[0] if behind else self._heard.last_day or self._published
            return [(sentence.start, base), (after.start(), base - timedelta(days=1))]
        return [(sentence.start, behind[0])] if behind else []

    def _remember(self, sentence: Span, cues: Sequence[_Cue], held: _Held) -> None:
        """Keep the last voice, the last subject and the day for the sentences to come."""
        day = held[0][1] if held else None
        if cues:
            self._heard.voice = cues[-1].voice
            self._heard.person = cues[-1].voice.person
            said = _held_at(held, cues[-1].span.start)
            if said:
                self._heard.said_on[cues[-1].voice.speaker] = said
        people = [m for m in self._within(sentence) if m.sort == "person" and not m.attached]
        if day:
            self._heard.last_day = day
            for mention in people:
                said = _held_at(held, mention.span.start) or day
                self._heard.said_on.setdefault(mention.name, said)
            if self._lead.covers(sentence) and self._heard.news_day is None:
                self._heard.news_day = day
        if people:
            self._heard.subject = people[0]

    def _within(self, span: Span) -> Sequence[Mention]:
        return self._mentions.within(span)

    # -- who speaks -------------------------------------------------------------------------------

    def _cues(self, part: Span, sentence: Span) -> list[_Cue]:
        """The verbs of saying in a part, each with its subject, in order."""
        said = list(self._sayings(part))
        return sorted([*said, *self._goings_on(part, sentence, said)], key=lambda c: c.span.start)

    def _sayings(self, part: Span) -> Iterator[_Cue]:
        """Finite verbs of saying, and "according to"."""
        text = self._text
        for match in _ACCORDING.finditer(text, part.start, part.end):
            found = self._named_right(match.end(), part)
            if found:
                voice, end = found
                yield _Cue(Span(match.start(), end), voice, match.start(), inverted=True)
        for match in CUES.finditer(text, part.start, part.end):
            if text[max(0, match.start() - 3) : match.start()].lower() == "to ":
                continue
            span = Span(match.start(), match.end())
            left = self._named_left(match.start(), part)
            begins = not text[part.start : match.start()].strip(" ,.\"”'’")
            if begins or left is None:
                right = self._named_right(match.end(), part)
                if right and (begins or left is None):
                    voice, end = right
                    yield _Cue(Span(match.start(), end), voice, match.start(), inverted=True)
                    continue
            if left:
                voice, start = left
                addressed = _ADDRESSEE.match(text[match.end() : part.end]) if "t" in match.group()[:1] else None
                yield _Cue(Span(span.start, match.end() + (addressed.end() if addressed else 0)), voice, start)

    def _goings_on(self, part: Span, sentence: Span, said: Sequence[_Cue]) -> Iterator[_Cue]:
        """Participles: the last verb's speaker goes on, else the sentence's subject speaks."""
        for match in _going_on(self._text, part):
            before = [m for m in self._within(sentence) if m.span.end <= match.start()]
            names = [m for m in before if not m.attached]
            adjacent = bool(before) and before[-1].span.end == match.start() and not match.group().startswith(",")
            earlier = [cue for cue in said if cue.span.end <= match.start()]
            if adjacent:
                voice = self._voice(before[-1])
            elif earlier or (said and not names):
                voice = (earlier or said)[-1].voice
            elif names:
                voice = self._voice(names[0])
            else:
                continue
            yield _Cue(Span(match.start(), match.end()), voice, match.start())

    def _named_left(self, at: int, part: Span) -> tuple[Voice, int] | None:
        """The subject before a verb: the nearest name, pronoun or nameless source that can be one."""
        text = self._text
        best: tuple[int, Voice, int] | None = None
        for mention in self._within(Span(part.start, at)):
            before = text[part.start : mention.span.start]
            unnamed = self._unnamed(mention)
            if mention.attached or mention.opposed:
                continue
            if unnamed is None and (_PREPOSITION.search(before[-40:]) or _OBJECT.search(before[-40:])):
                continue
            between = text[mention.span.end : at]
            if _AND_SAID.fullmatch(between) and best is not None:
                continue  # "thanked the Left and said": the one who thanked
            if _FINITE.search(_WHO_CLAUSE.sub("", between)):
                continue  # the subject of another verb
            if len(between) > 110 or '"' in between or "”" in between:
                continue
            voice = self._voice(mention) if unnamed is None else unnamed
            # "Owaisi met Abbas and said": what stands before "said" is told, and not his speech.
            joined = _AND_SAID.fullmatch(between) is not None
            best = (mention.span.start, voice, at if joined else self._phrase_start(mention, part))
        nominal = _NOMINAL.search(text[part.start : at])
        if nominal and (best is None or part.start + nominal.start() > best[0]):
            voice = self._nominal(nominal, part, at)
            if voice is not None:
                start = part.start + nominal.start()
                return voice, start
        for pattern in (_PRONOUN, _THEY, _IT):
            for match in pattern.finditer(text, part.start, at):
                if best is not None and match.start() < best[0]:
                    continue
                if at - match.end() > 40 or _PREPOSITION.search(text[part.start : match.start()][-30:]):
                    continue
                voice = self._pronoun(match.group(), part, match.start())
                if voice is not None:
                    best = (match.start(), voice, match.start())
        return (best[1], best[2]) if best else None

    def _nominal(self, match: re.Match[str], part: Span, at: int) -> Voice | None:
        """Whom a bare noun means: the party last heard, the person last named, or nobody by name."""
        before = [m for m in self._mentions.before(at, _NEAR) if not m.attached]
        if match["noun"] in _BODIES:
            here = [m for m in before if match["article"] == "its" and m.span.start >= part.start]
            last = before[-1].party if before else None
            party = here[0].party if here else self._heard.voice.party or last
            return Voice(party, party, how=f"'{match.group().strip()}'") if party else None
        if match["article"] in ("the", "his", "her"):
            people = [m for m in before if m.sort == "person"]
            how = f"'{match.group().strip()}', the person last named"
            return replace(self._voice(people[-1]), how=how) if people else None
        party = self._heard.voice.party or (before[0].party if before else None)
        if party is None:
            return None
        return Voice(f"unnamed:{party}", party, how=f"'{match.group().strip()}'")

    def _phrase_start(self, mention: Mention, part: Span) -> int:
        """Where the subject's phrase begins: 'AIMIM's Bengal unit chief' before the name counts."""
        earlier = [
            m for m in self._within(Span(part.start, mention.span.start))
            if m.attached and "," not in self._text[m.span.end : mention.span.start]
        ]  # fmt: skip
        return earlier[-1].span.start if earlier else mention.span.start

    def _named_right(self, at: int, part: Span) -> tuple[Voice, int] | None:
        """The subject after a verb ("said Chowdhury") or after "according to"."""
        text = self._text
        for mention in self._within(Span(at, part.end)):
            between = text[at : mention.span.start]
            if len(between) > 90 or re.search(r"\b(?:that|he|she|they|it|would|will|had|has|is|was)\b|[:;]", between):
                return None
            unnamed = self._unnamed(mention)
            if unnamed is not None:
                tail = _UNNAMED_AFTER.match(text[mention.span.end : part.end])
                return unnamed, mention.span.end + (tail.end() if tail else 0)
            if mention.attached or _PREPOSITION.search(between[-20:]):
                continue
            return self._voice(mention), mention.span.end
        return None

    def _unnamed(self, mention: Mention) -> Voice | None:
        """'Congress sources', 'a senior CPI(M) leader', 'sources in the Left Front'."""
        if mention.sort != "party" or mention.attached:
            return None
        before = self._text[max(0, mention.span.start - 60) : mention.span.start]
        after = self._text[mention.span.end : mention.span.end + 60]
        people = _UNNAMED_AFTER.match(after)
        nameless = people and (
            re.search(rf"{_SOURCES}|leaders|members|insiders", people.group(), re.IGNORECASE)
            or _INDEFINITE.search(before)
        )
        if nameless or _UNNAMED_BEFORE.search(before):
            how = "nameless people of the party"
            return Voice(f"unnamed:{mention.party}", mention.party, how=how)
        return None

    def _voice(self, mention: Mention) -> Voice:
        """The voice of a mention: the person, or the party as a body."""
        if mention.sort == "person":
            role = mention.role
            return Voice(
                mention.name,
                mention.party,
                role.title if role else None,
                role.unit if role else None,
                f"'{mention.span.of(self._text)}' by {mention.how}",
                person=True,
            )
        after = self._text[mention.span.end : mention.span.end + 60]
        body = _BODY.match(after)
        unit = None
        if body:
            unit = "state" if re.search(r"state|Bengal", body.group()) else "centre"
        return Voice(mention.name, mention.party, None, unit, "the party as a body")

    def _pronoun(self, word: str, part: Span, at: int) -> Voice | None:
        """Whom a pronoun means: in the sentence before it, else the last speaker or subject."""
        if _PRONOUN.fullmatch(word):
            here = [
                m
                for m in self._within(Span(part.start, at))
                if m.sort == "person"
                and not m.attached
                and not _PREPOSITION.search(self._text[part.start : m.span.start][-30:])
            ]
            if here:
                return replace(self._voice(here[0]), how=f"'{word}', named before it in the sentence")
            if self._heard.person:
                return replace(self._heard.voice, how=f"'{word}', the last speaker")
            if self._heard.subject is not None:
                return replace(self._voice(self._heard.subject), how=f"'{word}', the last person named")
            return None
        party = self._heard.voice.party
        if _IT.fullmatch(word) and party:
            return Voice(party, party, how=f"'{word}', the party of the last speaker")
        return None

    def _voice_of_quotation(
        self, quotation: Span, sentence: Span, cues: Sequence[_Cue]
    ) -> Voice | None:
        """Who says a quotation; None for a word or two that the journalist set in marks."""
        if quotation in self._quoted:
            return self._quoted[quotation]
        words = len(quotation.of(self._text).split())
        before = [cue for cue in cues if cue.span.end <= quotation.start]
        after = [cue for cue in cues if cue.phrase_start >= quotation.end]
        adjacent = (before and quotation.start - before[-1].span.end < 4) or (  # noqa: PLR2004 - a comma and a mark
            after and after[0].phrase_start - quotation.end < 4  # noqa: PLR2004
        )
        if words < _FEW_WORDS and not adjacent:
            return None
        voice = None
        lead = self._text[max(sentence.start, quotation.start - 3) : quotation.start]
        if after and ("." not in self._text[quotation.end : after[0].phrase_start]) and not before:
            voice = after[0].voice
        elif before:
            voice = before[-1].voice
        elif not after and (quotation.start <= sentence.start + 2 or ":" in lead):
            voice = replace(self._heard.voice, how="the quotation goes on")
        elif after:
            voice = after[0].voice
        if voice is None or voice.speaker == REPORT:
            later = self._cue_after(quotation)
            voice = later or (voice if voice and voice.speaker != REPORT else self._subject_voice(sentence))
        if voice is not None:
            self._quoted[quotation] = voice
        return voice

    def _cue_after(self, quotation: Span) -> Voice | None:
        """The cue that follows a quotation of several sentences, in the sentence where it ends."""
        end = re.compile(r"[.!?](?:\s|$)").search(self._text, quotation.end)
        stop = end.end() if end else len(self._text)
        part = Span(quotation.end, min(stop, quotation.end + 200))
        cues = list(self._cues(part, part))
        return cues[0].voice if cues else None

    def _subject_voice(self, sentence: Span) -> Voice | None:
        """The sentence's first name, for a quotation that no verb of saying brings in."""
        names = [m for m in self._within(sentence) if not m.attached]
        return self._voice(names[0]) if names else None


def voice_of_party(region: Region, party: str) -> Voice:
    """A party's own voice."""
    name = region.parties[party].short if party in region.parties else party
    return Voice(party, party, how=f"{name} acts in the clause")


def _going_on(text: str, part: Span) -> Iterator[re.Match[str]]:
    """Participles of saying within a part; one that opens it counts, too."""
    opening = _GOING_ON.match(text, part.start, part.end)
    if opening:
        yield opening
    yield from (m for m in _GOING_ON.finditer(text, part.start, part.end) if m.start() > part.start)


def _held_at(held: _Held, place: int) -> date | None:
    """The day that holds at a place."""
    return next((day for start, day in reversed(held) if start <= place), None)


def _outside(whole: Span, holes: Sequence[Span]) -> list[Span]:
    """What is left of a span without the holes in it."""
    parts, at = [], whole.start
    for hole in sorted(holes, key=lambda h: h.start):
        if hole.start > at:
            parts.append(Span(at, min(hole.start, whole.end)))
        at = max(at, hole.end)
    if at < whole.end:
        parts.append(Span(at, whole.end))
    return parts
