"""Winners: whose a claim about a result is: who won, polled or lost what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.results.outcomes import Outcome
from tieup.reading.text.spans import Span

_GOVERNED = re.compile(
    r"\b(?:by|from|of|with|to|against|over|for|in|than|after|under|behind|to\s+the)\s+(?:(?:the|its|his|their|an?|ruling|rival)\s+)*$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|and|,\s*and|-|–|/|along\s+with)\s*(?:the\s+|its\s+ally\s+)?", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:will|would|is|are|was|were|can|met|said|says|gave|given|left|fought|claimed|alleged|told|that|whose)\b"
)
# "Siddiqui was the only candidate to win": still the same subject.
_SOLE = re.compile(
    r"\b(?:was|is)\s+the\s+(?:only|lone|sole|first)\b|\b(?:was|were|been)\s+(?:the\s+|an?\s+)?$"
)
_WHO = re.compile(r"(?:who|which)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s+(?:which|who|that)\s+(?:(?:had|has|only|also|just)\s+)*")
_AND_VERB = re.compile(r"\band\s+(?:later\s+|then\s+|also\s+)?$", re.IGNORECASE)
_SHARED = re.compile(r"and\b", re.IGNORECASE)
_OWNING = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,4}$|['’]\s+(?:[\w-]+\s+){0,2}$")
_ITS = re.compile(
    r"\b(?:its|their|it|they)\s+(?:(?:had|has|also|only|own|overall|poll)\s+|\d{4}\s+)*$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"\w+ing\b", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:under|led\s+by)\s+$", re.IGNORECASE)
_WITH = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:together|combined?|combination|alliance|coalition|jointly|between\s+them|jote)\b",
    re.IGNORECASE,
)
_ALLIED = re.compile(
    r"\s+led\s+(?-i:[A-Z])|(?:-led)?\s+(?:[\w-]+\s+)?(?:alliance|combine|coalition|bloc)\b|\s*(?:and|with|plus)\s+(?:its\s+)?(?:allies|partners?)\b|\+",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s*(?:[\w-]+\s+){0,2}(?:each|apiece)\b", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:in|from|on|of|under|at|for)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*|\([A-Z]\w+\)"
)
_SOMEBODY = re.compile(
    r"\b[A-Z][a-z]+|\b(?:candidates?|leaders?|nominees?|MLAs?|MPs?|ministers?|members?|workers?)\b"
)
#: A subject stands no further before its verb.
_FAR = 70
#: So much an article and a blank take, and what stands between a participle and its subject.
_ARTICLE, _ASIDE = 5, 15


@dataclass(frozen=True, slots=True)
class Winners:
    """Those of whom a claim tells.

    Attributes:
        together: the figure is the sum of theirs.
        of_somebody: the party is only named with one of its candidates, whom the pack does not know.
    """

    mentions: tuple[Mention, ...] = ()
    together: bool = False
    of_somebody: bool = False


def winners(
    page: Page, outcome: Outcome, clause: Span, sentence: Span, before: Winners | None
) -> Winners:
    """Whose a claim is; nobody where the text leaves it open.

    Args:
        page: the article.
        outcome: the claim.
        clause: where it stands.
        sentence: around the clause.
        before: whose the claim right before it in the clause is, where nobody is named in between.
    """
    if outcome.whose is not None:
        return Winners(tuple(_covering(page, outcome.whose)))
    owner = _owner(page, sentence, outcome.words.start)
    if owner is not None:
        return Winners((owner,))
    if outcome.after == "name":
        return Winners(tuple(_right_after(page, outcome, clause)))
    if before is not None and before.mentions:
        return before
    run = _subjects(page, clause, sentence, outcome)
    if len(run) > 1:
        return _joined(page, run, outcome, clause)
    return _alone(page, run[0], outcome.words.start) if run else Winners()


def rivals(page: Page, outcome: Outcome, following: int) -> tuple[Mention, ...]:
    """Who is named on the other side: beaten by the one, or who beat it."""
    found = _free(page, Span(outcome.words.end, following))
    people = [m for m in found if m.sort == "person"]
    return tuple((people or found)[:1])


def _right_after(page: Page, outcome: Outcome, clause: Span) -> list[Mention]:
    """The name that follows: "was won by the ISF"."""
    found = _free(page, Span(outcome.words.end, clause.end))[:1]
    return [m for m in found if m.span.start - outcome.words.end <= _ARTICLE]


def _alone(page: Page, mention: Mention, start: int) -> Winners:
    """One name before its verb; nobody where an alliance is called by it."""
    if _ALLIED.match(page.text, mention.span.end):
        return Winners()
    return Winners((mention,), of_somebody=_is_of_somebody(page, mention, start))


def _is_of_somebody(page: Page, party: Mention, start: int) -> bool:
    """Whether a stranger stands between a party and its verb: "BJP candidate Karim was third"."""
    between = page.masked[party.span.end : start]
    for form in page.region.forms:
        between = between.replace(form, "")
    return party.sort == "party" and _SOMEBODY.search(_WHERE.sub("", between)) is not None


def _joined(page: Page, run: Sequence[Mention], outcome: Outcome, clause: Span) -> Winners:
    """Several with one verb: each of them, for nothing or "each"; their sum, for "together"."""
    nothing = outcome.figure is not None and outcome.figure.high == 0
    each = nothing or _EACH.match(page.text, outcome.span.end) is not None
    around = Span(run[0].span.start, clause.end).of(page.text)
    if each:
        return Winners(tuple(run))
    return Winners(tuple(run), together=True) if _TOGETHER.search(around) else Winners()


def _owner(page: Page, sentence: Span, start: int) -> Mention | None:
    """Whose a noun is: "the BJP's tally", "its vote share"."""
    named = page.mentions.within(Span(sentence.start, start))
    last = named[-1] if named else None
    if last is not None and last.sort == "party":
        between = page.text[last.span.end : start]
        if _OWNING.fullmatch(between):
            return last
    if _ITS.search(page.text, sentence.start, start):
        subjects = [
            m
            for m in _free(page, Span(sentence.start, start))
            if m.sort == "party" and not _is_governed(page, m, sentence)
        ]
        names = {m.name for m in subjects}
        return subjects[-1] if len(names) == 1 else None
    return None


def _subjects(page: Page, clause: Span, sentence: Span, outcome: Outcome) -> list[Mention]:
    """Who is the verb's subject: the nearest name before it, with those that "and" joins to it."""
    words, verb = clause.of(page.text), outcome.words.start
    start = clause.start
    if _WHO.match(words) or _SHARED.match(words):
        start = sentence.start
    free = [m for m in _free(page, Span(start, verb)) if not _is_leader(page, m)]
    leads = not page.text[clause.start : verb].strip(" ,")
    if leads and _PARTICIPLE.match(page.text, verb):
        after = _free(page, Span(outcome.span.end, sentence.end))[:1]
        return [m for m in after if m.span.start - outcome.span.end <= _ASIDE]
    shared = _SHARED.match(words) and not page.mentions.within(Span(clause.start, verb))
    if shared or _AND_VERB.search(page.text, start, verb):
        return [m for m in free if not _is_governed(page, m, sentence)][:1]
    run: list[Mention] = []
    for mention in reversed(free):
        following = run[0].span.start if run else verb
        between = page.text[mention.span.end : following]
        joined = _AND.fullmatch(between) is not None
        if run and not joined:
            break
        apart = _FINITE.search(_SOLE.sub("", between)) is not None
        if not run and (len(between) > _FAR or apart):
            break
        run.insert(0, mention)
    if run and _RELATIVE.fullmatch(page.text, run[-1].span.end, verb):
        return run[-1:]
    if run and _is_governed(page, run[0], sentence):
        beside = not page.text[run[-1].span.end : verb].strip()
        with_it = _WITH.search(page.text, sentence.start, run[0].span.start)
        return run if beside and with_it and _PARTICIPLE.match(page.text, verb) else []
    return run


def _covering(page: Page, span: Span) -> list[Mention]:
    """The one party that is named all over a span."""
    found = page.mentions.touching(span)
    whole = [m for m in found if m.span.start <= span.start + 4 and m.span.end >= span.end - 1]
    return [m for m in whole if m.sort == "party"] if len(found) == 1 else []


def _free(page: Page, span: Span) -> list[Mention]:
    """Names that stand for themselves, and for a party."""
    return [m for m in page.mentions.within(span) if not m.attached and m.party and not m.opposed]


def _is_leader(page: Page, mention: Mention) -> bool:
    """Whether a name only tells who leads: "the party under Mamata Banerjee"."""
    before = page.text[max(0, mention.span.start - 12) : mention.span.start]
    return mention.sort == "person" and _UNDER.search(before) is not None


def _is_governed(page: Page, mention: Mention, sentence: Span) -> bool:
    """Whether a name is a preposition's: "by the Left Front"."""
    before = page.text[max(sentence.start, mention.span.start - 30) : mention.span.start]
    return _GOVERNED.search(before) is not None
