"""Sides: the parties that a clause names as sides of a relation, and its subject where it names none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tieup.reading.acts.clause import Clause
from tieup.reading.acts.wording import FIRST_PERSON
from tieup.reading.names.foes import AND, Foes
from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Placed, Span
from tieup.vocabulary import Mode

# Of whom a clause only speaks, and who is no side of it: "leave the alliance with", "instead of".
_ASIDE = Sought(
    r"\b(?:at\s+a\s+distance\s+from|outside|without|accus(?:ed|es|ing)|slamm?(?:ed|s|ing)|attack(?:ed|s|ing)"
    r"|blam(?:ed|es|ing)|criticis(?:ed|es|ing)|critical\s+of|instead\s+of|than(?:\s+(?:with|to))?"
    r"|(?:held|won|ruled|governed|run|represented)\s+by|(?:lost|lose|losing)\s+to|[a-d][- ]team\s+of(?:\s+either)?"
    r"|(?:leave|leaving|snap|sever|quit|drop|end|break)\s+(?:its|their|the|his|all|with)?\s*(?:\w+\s+)?"
    r"(?:alliance|ties|links|understanding|tie-up)\s+with)\s+(?:both\s+)?(?:the\s+)?(?:ruling\s+|rival\s+)?$",
    re.IGNORECASE,
)
_EXCEPT = Sought(
    r"\b(?:barring|except(?:ing|\s+for)?|excluding|other\s+than|apart\s+from|save(?:\s+for)?"
    r"|(?:all|any\w*|every\w*|nobody|none|no\s+one|part(?:y|ies)|forces?)\s+(?:but|bar))"
    r"\s+(?:with\s+)?(?:both\s+)?(?:the\s+)?$",
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
    named, excluded = _named(text, mentions, page.foes, at)
    left = tuple(m for m in named if m.span.start < words.start)
    before = mentions.within(Span(clause.segment.sentence.start, at.start))
    earlier = tuple(m for m in reversed(before) if _may_be_side(m, page.foes))
    back = reversed(mentions.before(at.start, _RECENT_NAMES))
    recent = tuple(dict.fromkeys(str(m.party) for m in back if _may_be_side(m, page.foes)))
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


def _may_be_side(mention: Mention, foes: Foes) -> bool:
    """Whether a name stands for a party, by itself, that nobody wants to beat there."""
    return not mention.attached and mention.party is not None and mention not in foes


def _named(
    text: str, mentions: Placed[Mention], foes: Foes, clause: Span
) -> tuple[list[Mention], tuple[str, ...]]:
    """Mentions of the clause that are sides of it, and the parties that it makes exceptions of."""
    sides: list[Mention] = []
    aside: list[Mention] = []
    excepted: list[Mention] = []
    row = sides  # the last name's, which one goes on that "and" joins to it
    end = clause.start
    for mention in mentions.within(clause):
        if not _may_be_side(mention, foes):
            continue
        if _ASIDE.search(text, clause.start, mention.span.start):
            row = aside
        elif _EXCEPT.search(text, clause.start, mention.span.start):
            row = excepted
        elif not AND.match(text[end : mention.span.start]):
            row = sides
        row.append(mention)
        end = mention.span.end
    return sides, tuple(dict.fromkeys(str(m.party) for m in excepted))


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
        if not AND.match(text[first.end : second.start]):
            break
        run.append(mention)
    return run
