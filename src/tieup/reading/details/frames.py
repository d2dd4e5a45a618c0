"""Frames: the words that ask for seats, give, get or win them, and who stands where beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span

_ASKS = (
    r"ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|request(?:s|ed|ing)?|need(?:s|ed)?"
    r"|insist(?:s|ed|ing|ence)?(?=\s+(?:up)?on\b)|claim(?:s|ed|ing)?|(?:press|push|bargain|pitch|hop|look|argu|vy|wait)(?:es?|s|ed|ing)?(?=\s+for\b)"
    r"|held\s+out(?=\s+for\b)|hold(?:s|ing)?\s+out(?=\s+for\b)|expect(?:s|ed|ing)?|ey(?:e|es|ed|ing)|keen(?=\s+on\b)"
    r"|(?:hand(?:s|ed|ing)|submit\w*|sen[dt]s?|gave|giv(?:es?|en|ing)|present\w*|prepar\w*)(?=\b[^.;,]{0,60}?\b(?:wish)?list\b)"
)
_GIVES = (
    r"leav(?:es?|ing)|left(?!\s+with\b)|giv(?:es?|en|ing)|gave|offer(?:ed|s|ing)?|propos(?:es?|ed|ing|als?)|spar(?:e[ds]?|ing)|allot(?:ted|s|ting)?"
    r"|allocat(?:e[ds]?|ing)|conced(?:e[ds]?|ing)|ced(?:e[ds]?|ing)|part(?:ed|s|ing)?(?=\s+with\b)|vacat(?:e[ds]?|ing)|grant(?:s|ed|ing)?"
    r"|assign(?:s|ed|ing)?|promis(?:es?|ed|ing)|assur(?:es?|ed|ing)|surrender(?:s|ed|ing)?|yield(?:s|ed|ing)?|withdraw(?:s|ing|n)?|withdrew"
    r"|earmark(?:s|ed|ing)?|set(?:s|ting)?\s+aside|share[ds]?(?!\s+of\b)|award(?:s|ed|ing)?|back(?:s|ed|ing)?(?=\s+(?:the\s+)?[PFH]_)|support(?:s|ed|ing)?(?=\s+(?:the\s+)?[PFH]_)|went(?=\s+to\b)|go(?:es|ing)?(?=\s+to\s+(?:the\s+)?[PFH]_)"
)
_GETS = (
    r"gets?|getting|got|receiv(?:es?|ed|ing)|contest(?:s|ed|ing)?|fights?|fighting|fought|stand(?:s|ing)?|stood|field(?:s|ed|ing)?|keep(?:s|ing)?|kept"
    r"|candidates?(?=\s+(?:in|for|on|from|at)\b)|nominees?(?=\s+(?:in|for|on)\b)|settl(?:es?|ed|ing)|accept(?:s|ed|ing)?|content(?=\s+with\b)|make\s+do|satisfied(?=\s+with\b)"
    r"|alone|solo|independently|fray|left(?=\s+with\b)|share(?=\s+of\b)|quota(?=\s+of\b)|tally(?=\s+of\b)"
)
_WINS = (
    r"w[io]n(?:s|ning)?|los(?:es?|ing)|lost|bag(?:s|ged|ging)|secur(?:es?|ed|ing)|h[eo]lds?(?!\s+out\b)|captur(?:ed|es|ing)|took|retain(?:s|ed|ing)?|finish(?:ed|es)|lead(?:s|ing)?|led"
    r"|poll(?:ed|ing)|forfeit(?:s|ed|ing)?"
)
_FRAME = Sought(
    rf"(?<![-\w])(?:(?P<ask>{_ASKS})|(?P<give>{_GIVES})|(?P<get>{_GETS})|(?P<win>{_WINS}))(?![-\w])",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:(?:\w+ly|also|only|just|first|then|now|not)\s+){0,2}$",
    re.IGNORECASE,
)
# "30 seats offered by the Left": a participle behind its noun.
_REDUCED = re.compile(r"\s+(?:up\s+)?by\b")
_NOUN = re.compile(
    r"\b(?:an?|the|its|their|his|our|that|this|any|new|fresh|final|latest|revised|top)\s+$",
    re.IGNORECASE,
)
_OF_AN_OFFER = re.compile(r"(?:offers?|proposals?)(?=\s+\(?(?:of|for|to|is|was)\b)", re.IGNORECASE)
#: Who does this with an offer makes it; who does anything else with one gets it.
_MAKES = re.compile(
    r"\b(?:ma[dk]\w+|extend\w*|rais\w+|improv\w+|renew\w*|repeat\w*|reiterat\w+|decid\w+\s+on|(?:came?|coming|comes)\s+(?:up|out)\s+with)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"fought|contested|stood|fielded", re.IGNORECASE)
#: What stands between asking and what is asked for.
_TO = re.compile(r"[^,;:]{0,60}?\b(?:to|that)\b(?:(?!\b(?:and|but)\b)[^,;:]){0,60}", re.IGNORECASE)
#: To stand for seats, or to have candidates who do.
_STANDS = re.compile(
    r"contest\w*|f[io]ught\w*|fight\w*|st(?:and|ood)\w*|field\w*|candidates?|nominees?|alone|solo|independently|fray",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"alone|solo|independently|fray|candidates?|nominees?", re.IGNORECASE)
_NOT = re.compile(
    r"(?:\b(?:not|never|without|no)|n['’]t)\s+(?:[\w-]+\s+){0,3}$|\bkeep\s+out\b", re.IGNORECASE
)
# "Not less than 40" are 40, "not in all 42" tells of none.
_SOME = re.compile(
    r"\s+(?:(?:in|on|for|from)\s+)?(?:any\w*\s+)?(?:less|fewer|under|below|all)\b", re.IGNORECASE
)
# "A deal that gives it 30 seats": what gives is nobody.
_DEAL = re.compile(
    r"\b(?:deal|pact|formula|alliance|agreement|arrangement|understanding)\s+(?:(?:that|which|would|will|may|might|could|did|has|had)\s+){1,3}$",
    re.IGNORECASE,
)
#: So far before a verb its auxiliaries stand.
_BEFORE = 40


class Sort(Enum):
    """What is done about seats."""

    ASK = auto()
    GIVE = auto()
    GET = auto()
    WIN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A verb, or a noun made of one, that has a number of seats beside it.

    Attributes:
        words: the verb.
        passive: whether its subject is the one to whom it is done.
        asked: whether it is what somebody asks for: "asked the Left to leave it 30 seats".
        taken: an offer that its subject did not make: "rejected an offer of 22 seats".
        stands: whether it is to stand for seats; adverb: by no verb: "alone in 40 seats".
        past: whether it tells of a contest that is over: "which had fought 32 seats".
    """

    sort: Sort
    words: Span
    passive: bool = False
    asked: bool = False
    taken: bool = False
    stands: bool = False
    adverb: bool = False
    past: bool = False


def frames(masked: str, clause: Span) -> Iterator[Frame]:
    """The frames of a clause in order.

    Args:
        masked: the article's text, its names blanked out.
        clause: a part of it.
    """
    ask: int | None = None
    for match in _FRAME.finditer(masked, *clause):
        words = Span(*match.span())
        sort = Sort[(match.lastgroup or "").upper()]
        lead = masked[max(clause.start, words.start - _BEFORE) : words.start]
        asked = ask is not None and _TO.fullmatch(masked, ask, words.start) is not None
        ask = words.end if sort is Sort.ASK else ask
        noun = _OF_AN_OFFER.match(masked, words.start) and _NOUN.search(lead)
        passive = _PASSIVE.search(lead) is not None and not match.group().endswith("ing")
        stands = sort is Sort.GET and _STANDS.fullmatch(match.group()) is not None
        adverb = stands and _ADVERB.fullmatch(match.group()) is not None
        if stands and _NOT.search(lead) and not _SOME.match(masked, words.end):
            sort = Sort.GIVE  # who does not stand leaves the seats to another
        done = (
            _REDUCED.match(masked, words.end) or (sort is Sort.GIVE and _DEAL.search(lead)) or None
        )
        yield Frame(
            sort=sort,
            words=words,
            asked=asked,
            passive=passive or done is not None,
            taken=bool(noun) and not _MAKES.search(masked, clause.start, words.start),
            stands=stands,
            adverb=adverb,
            past=not passive and _PAST.fullmatch(match.group()) is not None,
        )
