"""Tenses: whether what a sentence tells at a place lies ahead of its writer or behind.

No parser: the verb nearest to the place decides, and so do a few words right before it ("by
Sunday", "for Monday", "since Friday") and the noun that a day belongs to ("Friday's deadline").
Why it is done so: docs/decisions/0007-weekdays-by-tense.md.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span


class Tense(StrEnum):
    """Where something lies in time, seen from the day of the article.

    A prospect is what somebody had in mind to come ("planned to meet", "would meet"): by the day of
    the article it may have come.
    """

    FUTURE = "future"
    PROSPECT = "prospect"
    PAST = "past"


_ADVERBS = r"(?:\s+(?:not|also|now|soon|only|again|then|all|\w+ly)){0,2}"
#: "meet", "be held", "be formally announced": what an auxiliary governs is no past of its own.
_BARE = r"(?:be(?:\s+\w+ly)?\s+\w+|(?-i:[a-z]\w*))"
#: "to meet", and neither "to talks" nor "to Delhi", "to the partners" or "to have met".
_TO = rf"to\s+(?!(?:have|the|an?|its|his|her|their|\w+[^su\s]s)\b){_BARE}"
#: Whoever does one of these has something in mind that is yet to come.
_MIND = (
    r"(?:plan|expect|intend|hop|aim|promis|vow|pledg|agree|decid|propos|prepar|threaten|schedul|slat|want|wish"
    r"|invit|ask|urg|direct|order|summon|advis)(?:e?s|e?d|ned|ning|ing|e)?"
    r"|going|due|set|poised|likely|unlikely|ready|about|bound|free|supposed"
)
_HAS_IN_MIND = (
    rf"(?:{_MIND})\s+(?:[\w'’&()-]+\s+){{0,5}}?{_TO}"
    rf"|(?:has|have|needs?|needed|plans|decision|proposal|invitation)\s+{_TO}"
)
#: Not before what is only described: "the hastily planned trip".
_VERB = r"(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bits )(?<!\bhis )(?<!\btheir )(?<!ly )"
_FUTURE = Sought(
    rf"\b(?:(?:(?:will|shall)(?:n['’]t)?|won['’]t|\w+['’]ll)\b{_ADVERBS}(?:\s+{_BARE})?"
    rf"|(?:is|are|be)\s+(?:also\s+)?{_TO}"
    rf"|(?:am|is|are){_ADVERBS}\s+(?:meeting|holding|leaving|visiting|arriving|coming|hosting|travell?ing"
    r"|addressing|launching|convening|attending|returning|starting|beginning)\b)",
    re.IGNORECASE,
)
_PROSPECT = Sought(
    rf"\b(?:(?:(?:would|may|might|can|could|should|must)(?:n['’]t)?|cannot)\b{_ADVERBS}(?:\s+{_BARE})?"
    rf"|(?:(?:is|are|was|were|been)\s+)?(?:{_HAS_IN_MIND})\b"
    rf"|(?:was|were)\s+(?:also\s+)?{_TO}"
    r"|ha(?:s|ve)\s+(?:also\s+)?(?:called|convened|summoned|fixed)\s+(?:an?|its|the)\s+(?:\w+\s+){0,3}?(?:meeting|session|conference|rally|strike|bandh)\b"
    r"|to\s+be\s+(?:\w+ly\s+)?\w+(?:ed|ld|en|un)\b"
    rf"|{_VERB}(?:scheduled|slated|planned|planning|due(?!\s+to)|postponed|adjourned|deferred|put\s+off)\b"
    r"|(?:ahead|possibility|prospects?)\s+of\b|run-?up\s+to\b|(?:hop(?:es?|ing)|plan(?:s|ning)?|prepar(?:ations?|e|es|ed|ing)|gear(?:s|ed|ing)\s+up"
    r"|push(?:es|ed|ing)?|call(?:s|ed|ing)?)\s+for\b"
    r"|(?:is|are|was|were)\s+(?:\w+ly\s+)?expected\b|plans\s+an?\b|takes?\s+place\b"
    r"|(?:starts|begins|opens|ends|expires|closes|arrives|meets|leaves|resumes|goes|falls|departs)\b)",
    re.IGNORECASE,
)
#: "Could not be reached", "would have met", "none of them could": these look back.
_LOOKS_BACK = Sought(
    r"\b(?:could(?:\s+not|n['’]t)|(?:neither|none|nobody|no\s+one)\b[^,;]{0,60}\bcould"
    r"|(?:would|could|should|might|may|must)(?:\s+not)?\s+have)\b(?:\s+be)?(?:\s+\w+)?",
    re.IGNORECASE,
)
#: Who asked or agreed did so, whatever it was that they had in mind.
_ACTED = re.compile(r"\b(?!scheduled|slated|planned|postponed)[a-z]+ed\b", re.IGNORECASE)
#: In the order in which they take their words.
_GROUPS = ((Tense.PAST, _LOOKS_BACK), (Tense.FUTURE, _FUTURE), (Tense.PROSPECT, _PROSPECT))
_IRREGULAR = (
    r"said|told|met|held|was|were|had|did|made|took|gave|went|came|began|spoke|wrote|won|lost|got|found|felt|sent"
    r"|saw|kept|led|brought|thought|broke|rose|fell|ran|sat|stood|became|chose|drew|fought|grew|heard|knew|laid|lay"
    r"|left|meant|paid|sought|shot|sold|spent|struck|swore|taught|threw|understood|withdrew|caught|built|bought|dealt"
    r"|drove|flew|forgot|hid|rang|shook|sank|stole|woke|been|begun|given|taken|spoken|written|seen|gone|done|known"
    r"|shown|thrown|broken|chosen|drawn|fallen|set|put|cut|hit|quit|shut|let"
)
_PAST = re.compile(rf"(?P<before>\b\w+\s+)?\b(?P<verb>(?:{_IRREGULAR})|(?P<regular>[a-z]+ed))\b")
#: They end as a past form does and are none.
_NO_PAST = frozenset(
    ["need", "indeed", "proceed", "succeed", "exceed", "speed", "feed", "hundred", "sacred", "seed"]
)
#: After one of these a participle only describes what follows: "the proposed pact".
_DESCRIBED_BY = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "this",
        "that",
        "these",
        "those",
        "to",
        "of",
        "with",
        "in",
        "for",
        "by",
        "from",
        "between",
        "on",
        "against",
        "no",
        "any",
        "be",
    ]
)

_NEXT = re.compile(r"\b(?:next|coming|upcoming|the\s+following|ensuing)\s+$", re.IGNORECASE)
_GONE = re.compile(r"\b(?:last|past|previous|since|ended|ending)\s+(?:the\s+)?$", re.IGNORECASE)
_COMES = re.compile(
    r"\b(?:as\s+(?:early|soon)\s+as|(?:no|not)\s+(?:later|earlier)\s+than|latest\s+by|ahead\s+of|for|(?:deadline|ultimatum)\s+(?:of|to|till|until)|effective|starting|beginning)"
    r"\s+(?:late\s+|early\s+|on\s+|the\s+|this\s+)*$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:by|until|till)\s+(?:(?:about\s+)?(?:noon|midday|midnight|late|the\s+end\s+of)\s+)?(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
#: What a limit in the past needs ("they had not called by Thursday"); "was given until Friday" is none.
_OVER = re.compile(
    r"\b(?:(?:was|were)(?!\s+(?:given|asked|told|urged|allowed|extended|adjourned|postponed|deferred|put\s+off|set)\b)|had\s+(?:not\s+|\w+ly\s+)?\w+(?:ed|en|ne|me|ld|de|id|t)|lasted|continued|remained|stayed|went\s+on)\b[^,;]{0,120}$",
    re.IGNORECASE,
)
_ALREADY = re.compile(r",?\s[^,;]{0,40}\b(?:had|was|were)\b")
#: "Friday's ruling", "Friday night's ruling", "the Friday deadline".
_OWNED = re.compile(
    r"(?:\s{1,3}(?:morning|afternoon|evening|night))?['’]s?\s+(?=[\w-])|\s{1,3}(?=deadline\b)"
)
_NOUN = re.compile(r"[\w-]+(?:\s+[\w-]+){0,2}")
_DEADLINE = re.compile(r"\bdeadline\b", re.IGNORECASE)
_PASSED = re.compile(r"\b(?:passed|expired|lapsed|missed|ignored|met|ended)\b", re.IGNORECASE)
#: So close to a deadline stands the verb that says that it has passed.
_NEAR = 40
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:meeting|rally|rallies|talks|conference|convention|summit|session|sitting|hearing|plenum|plenary|briefing|vote|poll|polling"
    r"|balloting|election|run-?off|referendum|phase|launch|inauguration|swearing-in|oath|ceremony|event|programme|gathering"
    r"|debate|march|roadshow|yatra|strike|bandh|hartal|count|counting|round|visit|trip|tour|opening|game|match|race|draw|final)(?:e?s)?\b",
    re.IGNORECASE,
)
#: A day put first in its clause is told of by the verb behind it.
_FIRST = re.compile(
    r"(?:^|[.;:!?–—]|,\s+(?:and|but|while|as|when|so)\s+|(?<!day )\b(?:and|but|while|that)\s+)[\"“‘'`\s_-]*"
    r"(?:(?:on|from|by|until|late|early|earlier|also|then|the|this|coming|only)\s+)*$",
    re.IGNORECASE,
)
#: So many characters before a day and after it are looked at; its verb stands no further off.
_FAR_BEFORE, _FAR_AFTER = 300, 150
#: "On Monday, he said, they will meet": who says so stands aside.
_ASIDE = re.compile(r",\s+[^,]{2,60}\b(?:said|says|added|told\s+\w+),")

#: Words that put what is told out of the day of the news, without giving another day.
_ELSEWHEN = Sought(
    r"\b(?:last|previous|past|next|coming|upcoming|this)\s+(?:few\s+)?(?:weeks?|months?|years?|days|time|elections?|polls?)\b"
    r"|\b(?:earlier|previously|formerly|once|already|since|lately|recently|ago|so\s+far|till\s+now|until\s+now|used\s+to)\b"
    r"|\b(?:in|since|during|for|of|the)\s+(?:the\s+)?(?:19|20)\d\d\b"
    r"|\bin\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:days|weeks|months|years)\s+(?:after|before|later|earlier)\b"
    r"|\bha(?:s|ve|d)\s+(?:(?:not|also|already|just|\w+ly)\s+){0,2}(?:been|\w+(?:ed|en|ne|de|ld|t))\b"
    r"|\b(?:will|would|shall)\b",
    re.IGNORECASE,
)


def tense(text: str, sentence: Span, day: Span) -> Tense | None:
    """Where the day named in a sentence lies by its wording; None where no word tells."""
    before = text[max(sentence.start, day.start - _FAR_BEFORE) : day.start]
    after = text[day.end : min(sentence.end, day.end + _FAR_AFTER)]
    owned = _OWNED.match(after)
    if owned and not _NEXT.search(before) and not _GONE.search(before):
        return _of_noun(before, after[owned.end() :])
    return _by_words_beside(before, after) or _by_verbs(before, after)


def _by_words_beside(before: str, after: str) -> Tense | None:
    """What the words right before a day say: "next", "since", "for", "by"."""
    if _NEXT.search(before):
        return Tense.FUTURE
    if _GONE.search(before):
        return Tense.PAST
    if _COMES.search(before):
        return Tense.PROSPECT
    if _LIMIT.search(before):
        return Tense.PAST if _OVER.search(before) or _ALREADY.match(after) else Tense.FUTURE
    return None


def _by_verbs(before: str, after: str) -> Tense | None:
    """What the nearest verb says: one right behind a day, the last one before it, or one after it."""
    if _FIRST.search(before):
        return _beside(after) or _first(_ASIDE.sub(",", after, count=1)) or _last(before)
    return _beside(after) or _last(before) or _first(after)


def _of_noun(before: str, after: str) -> Tense:
    """A day that belongs to the noun behind it is past, but for a deadline or an occasion to come."""
    noun = _NOUN.match(after)
    words = noun.group() if noun else ""
    if _DEADLINE.search(words):
        gone = _PASSED.search(before[-_NEAR:]) or _PASSED.search(after[:_NEAR])
        met = _BY.search(before) and _last(before) is Tense.PAST
        return Tense.PAST if gone or met else Tense.FUTURE
    occasion = _OCCASION.search(words)
    if occasion is None:
        return Tense.PAST
    behind = after[occasion.end() :]
    return _beside(behind) or _last(before) or _first(behind) or Tense.PAST


def _beside(after: str) -> Tense | None:
    """The tense of a verb whose subject ends with the day: "the meeting on Monday will ..."."""
    return next((verb.act for verb in _verbs(after) if not after[: verb.at].strip()), None)


def _last(words: str) -> Tense | None:
    """What the last verb says of a day behind it."""
    verbs = _verbs(words)
    return max(verbs).tense if verbs else None


def _first(words: str) -> Tense | None:
    """What the first verb says of a day before it."""
    verbs = _verbs(words)
    return min(verbs).act if verbs else None


class _Verb(NamedTuple):
    """A verb: its place, the tense of what it governs, and that of the act itself.

    In "on Monday asked them to reply by Friday" the asking is past, and the reply is a prospect.
    """

    at: int
    tense: Tense
    act: Tense


@lru_cache(maxsize=64)
def _verbs(words: str) -> Sequence[_Verb]:
    """The verbs that tell a tense; a participle belongs to its auxiliary.

    What stands before a day and after it is asked about more than once.
    """
    found: list[_Verb] = []
    taken: list[Span] = []
    for kind, pattern in _GROUPS:
        for match in pattern.finditer(words, 0, len(words)):
            group = Span(*match.span())
            if not any(group.touches(other) for other in taken):
                taken.append(group)
                act = Tense.PAST if _ACTED.match(match.group()) else kind
                found.append(_Verb(group.start, kind, act))
    for match in _PAST.finditer(words):
        verb = Span(*match.span("verb"))
        if _is_past(match) and not any(verb.touches(other) for other in taken):
            found.append(_Verb(verb.start, Tense.PAST, Tense.PAST))
    return found


def _is_past(match: re.Match[str]) -> bool:
    """Whether a form is a past, and no noun or participle that only describes what follows."""
    before = (match["before"] or "").strip().lower()
    if not match["regular"]:
        return before != "to"
    return match["regular"] not in _NO_PAST and before not in _DESCRIBED_BY


def simply_past(text: str, span: Span) -> bool:
    """Whether a stretch tells in the simple past, and of no other time than that of the news.

    "They met at his house" happened on the day that the article reports; "they have met", "they had
    met", "they met last month" and "they will meet" did not, or nobody knows.
    """
    words = span.of(text)
    return _ELSEWHEN.search(text, *span) is None and _first(words) is Tense.PAST
