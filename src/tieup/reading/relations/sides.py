"""Sides: the parties that a clause names as sides of a relation, and its subject where it names none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tieup.reading.acts.clause import Clause
from tieup.reading.acts.wording import FIRST_PERSON
from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.text.spans import Placed, Span
from tieup.vocabulary import Mode

_AGAINST = re.compile(
    r"(?:\b(?:against|at\s+a\s+distance\s+from|oust(?:ing|s|ed)?|ouster\s+of|defeat(?:ing|s|ed|\s+of)?|beat(?:ing|s)?|unseat(?:ing)?|stop(?:ping)?"
    r"|fight(?:ing)?|outside|without|alternative\s+to|accus(?:ed|es|ing)|slamm?(?:ed|s|ing)|attack(?:ed|s|ing)"
    r"|blam(?:ed|es|ing)|criticis(?:ed|es|ing)|critical\s+of|oppos(?:e|ed|ing)\s+to|anti|t(?:ook|ak(?:e|es|ing))\s+on|dethrone"
    r"|topple|overthrow|wrest\w*\s+\w+\s+from|wrested\s+from|corner(?:ing|ed)?|thwart|halt|counter(?:ing)?|rout|(?:vote|throw|drive)\s+out"
    r"|(?:held|won|ruled|governed|run|represented)\s+by|(?:lost|lose|losing)\s+to|[a-d][- ]team\s+of(?:\s+either)?"
    r"|(?:leave|leaving|snap|sever|quit|drop|end|break)\s+(?:its|their|the|his|all|with)?\s*(?:\w+\s+)?"
    r"(?:alliance|ties|links|understanding|tie-up)\s+with"
    r"|finish|dislodge|remove|instead\s+of)\s+(?:both\s+)?(?:the\s+)?(?:ruling\s+|rival\s+)?"
    r"(?:(?:alliance|combination|combine|coalition)\s+of\s+(?:the\s+)?)?"
    r"|\bthan\s+(?:with\s+|to\s+)?(?:the\s+)?)$",
    re.IGNORECASE,
)
# "To keep the BJP at bay".
_KEEP = re.compile(r"\bke(?:ep(?:s|ing)?|pt)\s+(?:both\s+)?(?:the\s+)?$", re.IGNORECASE)
_AT_BAY = re.compile(
    r"[^.;]{0,40}?\b(?:at\s+bay|out\b|at\s+arm|in\s+check|from\s+power|away)", re.IGNORECASE
)
_EXCEPT = re.compile(
    r"\b(?:barring|except(?:ing|\s+for)?|excluding|other\s+than|all\s+but|save)\s+(?:both\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"^(?:\s*\([A-Za-z()]+\))?\s*(?:,|and|or|,\s*and|[-–/&]|as\s+well\s+as|nor)?\s*(?:the|to|with)?\s*$",
    re.IGNORECASE,
)
_HE = re.compile(r"^(?:(?:meanwhile|however|later|earlier),?\s+)?(?:he|she)\b", re.IGNORECASE)
_THE_PARTY = re.compile(r"^(?:the\s+party|it)\b", re.IGNORECASE)
# "They will tie up with the BJP", said of others: whoever speaks of his own side says "we".
_OF_OTHERS = re.compile(
    r"\W*(?:(?:and|but|that|so|now)\s+)*(?:he|she|they)\b(?=[^,;:]{1,80}\b(?:with|to|into|join(?:ing)?|back(?:ing)?|support(?:ing)?)"
    r"\s+(?:the\s+)?[PFH]_)",
    re.IGNORECASE,
)
# "It ruled out one with the ISF", not "it is clear".
_IT_ACTS = re.compile(
    r"^(?:the\s+party|it)\s+(?:(?:has|had|also|later|then)\s+){0,2}(?:ruled|rejected|refused|denied|demanded|sought|wants?|wanted"
    r"|invited|offered|snapped|quit|sealed)\b",
    re.IGNORECASE,
)
# "Its seat-sharing with the ISF goes on": of whom the sentence before names first.
_ITS = re.compile(r"^(?:its|their)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z\"“‘])")
_WHO = re.compile(r"^(?:who|which)\b", re.IGNORECASE)
_SHARED_SUBJECT = re.compile(
    r"^(?:who|which|and\s++(?:then|also|therefore|has|have|had|was|were|is)?\s*+"
    r"(?:sent|decided|wrote|urged|asked|demanded|ruled|wants?|wanted|sought|contest\w*|interacted|met|held|went"
    r"|denied|refused|rejected|agreed|will|would))\b",
    re.IGNORECASE,
)


#: So many parties named before are remembered, from so many names.
_RECENT, _RECENT_NAMES = 3, 12
#: A sentence before is looked for in so many characters.
_SENTENCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The sides that a clause names, around its trigger.

    Attributes:
        left, right: named before the trigger, and after it, in order.
        subject: where none stands on the left, the subject that the clause shares or means.
        earlier: named in the sentence before the clause, nearest first.
        recent: parties named before the clause, in its sentence or others, the nearest first.
        excluded: what an exception ("barring the TMC and the BJP") takes out.
    """

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    subject: tuple[Mention, ...]
    earlier: tuple[Mention, ...]
    recent: tuple[str, ...]
    excluded: tuple[str, ...]


@dataclass(slots=True)
class Actors:
    """Who acted last, for a pronoun at the head of a clause.

    Attributes:
        he: whom "he" means.
        it: whom "the party" means.
    """

    he: Mention | None = None
    it: Mention | None = None


def sides_of(page: Page, clause: Clause, words: Span, actors: Actors) -> Sides:
    """The sides of a clause.

    Args:
        page: its article.
        clause: what is read.
        words: those that tell the act.
        actors: who acted before.
    """
    text, mentions, at = page.text, page.everybody, clause.span
    named, excluded = _named(text, mentions, at)
    left = tuple(m for m in named if m.span.start < words.start)
    before = mentions.within(Span(clause.segment.sentence.start, at.start))
    earlier = tuple(m for m in reversed(before) if not m.attached and m.party)
    back = reversed(mentions.before(at.start, _RECENT_NAMES))
    recent = tuple(dict.fromkeys(m.party for m in back if m.party and not m.attached))
    return Sides(
        left=left,
        right=tuple(m for m in named if m.span.start >= words.start),
        subject=() if left else tuple(_subject(page, clause, earlier, actors)),
        earlier=earlier,
        recent=recent[:_RECENT],
        excluded=excluded,
    )


def is_of_others(page: Page, clause: Clause) -> bool:
    """Whether somebody speaks of other people's dealings with a party, and not of his own."""
    segment, span = clause.segment, clause.span
    return (
        segment.mode is Mode.DIRECT
        and segment.voice.person
        and _OF_OTHERS.match(page.masked, span.start, span.end) is not None
        and FIRST_PERSON.search(page.masked, span.start, span.end) is None
    )


def _named(
    text: str, mentions: Placed[Mention], clause: Span
) -> tuple[list[Mention], tuple[str, ...]]:
    """Mentions of the clause that are sides of it, and the parties that it makes exceptions of."""
    sides: list[Mention] = []
    excepted: list[str] = []
    last: tuple[Mention, str] | None = None
    for mention in mentions.within(clause):
        if mention.attached or mention.party is None:
            continue
        before = text[clause.start : mention.span.start]
        state = "side"
        kept = _KEEP.search(before) and _AT_BAY.match(text, mention.span.end, clause.end)
        if mention.opposed or kept or _AGAINST.search(before):
            state = "against"
        elif _EXCEPT.search(before):
            state = "except"
        elif last and last[1] != "side" and _AND.match(text[last[0].span.end : mention.span.start]):
            state = last[1]
        last = (mention, state)
        if state == "side":
            sides.append(mention)
        elif state == "except":
            excepted.append(mention.party)
    return sides, tuple(dict.fromkeys(excepted))


def _subject(
    page: Page, clause: Clause, earlier: Sequence[Mention], actors: Actors
) -> Sequence[Mention]:
    """The subject of a clause that names none before its verb.

    The first of the sentence before for "Its pact with ...", that of the sentence for "and sent
    letters to ...", the antecedent for "who ...", the last one who acted for "He ..."; several where
    they are joined by "and".
    """
    text = page.text
    words = clause.span.of(text)
    if clause.segment.mode is not Mode.REPORT:
        return ()
    if clause.span.start == clause.segment.sentence.start and _ITS.match(words):
        return _first_before(page, clause.span.start)
    is_he = _HE.match(words) is not None
    if is_he or _IT_ACTS.match(words):
        actor = actors.he if is_he else actors.it
        return [actor] if actor else []
    if not _SHARED_SUBJECT.match(words):
        return ()
    if _THE_PARTY.match(clause.segment.sentence.of(text)):
        return [actors.it] if actors.it else []
    return _run(text, earlier)[::-1] if _WHO.match(words) else _run(text, earlier[::-1])


def _first_before(page: Page, start: int) -> Sequence[Mention]:
    """The first party that the sentence before a place names."""
    ends = list(_SENTENCE_END.finditer(page.text, max(0, start - _SENTENCE), start - 1))
    begin = ends[-1].end() if ends else max(0, start - _SENTENCE)
    named = page.everybody.within(Span(begin, start))
    return [m for m in named if m.party and not m.attached and not m.opposed][:1]


def _run(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The first mention, with those that "and" joins to it."""
    run = list(mentions[:1])
    for mention in mentions[1:]:
        first, second = sorted((run[-1].span, mention.span), key=lambda span: span.start)
        if not _AND.match(text[first.end : second.start]):
            break
        run.append(mention)
    return run
