"""Asides: namings of elections that what is told is not about.

"More seats than in 2016" is no word on 2016; "the Congress, which fought 91 seats in 2021, wants 110"
demands nothing of 2021.
"""

import re

from tieup.reading.text.spans import Span

_IN = r"(?:in|at|during)\s+(?:the\s+)?(?:[\w-]+\s+)?"
#: "The seats it won in 2016", "six seats it fought in the last polls": when a result was.
_RESULT = (
    rf"(?:won|polled|lost|held|bagged|secured)\s+(?:\w+\s+){{0,4}}\(?{_IN}"
    rf"|seats?\s+(?:that\s+)?(?:\w+\s+){{0,3}}(?:fought|contested)\s+(?:{_IN})?"
    rf"|(?:performance|showing|debacle|rout|drubbing|results?|vote\s+share|tally|ratio|margin"
    rf"|mistakes?|formula|experiment)\s+(?:of|for|{_IN})\s*(?:the\s+)?"
)
#: "Fewer than last time", "as many as in 2016", "the number that it contested in 2019".
_COMPARED = (
    r"(?:than|unlike|compared\s+(?:to|with)|as\s+(?:many|much|few)(?:\s+\w+){0,6}?\s+as|the\s+same\s+(?:\w+\s+){1,3}as"
    r"|(?:just|much|exactly)\s+(?:like|as)|(?-i:As(?=\s+in)|Like)|the\s+way|(?:below|above|beyond)\s+the\s+\w+|the\s+number)"
    r"\s+(?:(?:that|what|its|it|they|we|he|she|did|had|was|got|were|given|fought|contested|won|allotted)\s+){0,4}(?:in\s+)?(?:the\s+)?"
)
#: "A minister until 2019", "an alliance till the 2021 polls", "the MLA since 2021": how long it holds.
_HOW_LONG = (
    r"(?:until|till|up\s+to)\s+(?:[\w']+\s+){0,6}"
    r"|(?:MLA|MP|minister|president|chief|secretary|leader|member|office|power)\s+since\s+(?:the\s+)?"
)
#: "A party launched in 2021": what began then is no alliance.
_BEGUN = rf"(?:founded|launched|floated|born|established|set\s+up)\s+(?:\w+\s+){{0,3}}?(?:{_IN})?"
_ASIDE = re.compile(rf"\b(?:{_RESULT}|{_COMPARED}|{_HOW_LONG}|{_BEGUN})$", re.IGNORECASE)
#: So far before a naming stand the words that put it aside.
_FAR = 70
#: What is put in between commas, or ends a sentence behind one: ", allies in 2019,".
_PUT_IN = re.compile(
    r",\s+(?=(?:which|who|whose|where|when|with|given|having|once|then|formerly|allies|partners|friends|rivals"
    r"|(?:an?|its|the|his|her)\s+(?:[\w-]+\s+)?(?:ally|partner|member|constituent|friend)"
    r"|in\s+view|despite|citing|recalling|referring|pointing)\b)[^,;.]*$"
)
_ENDS = re.compile(r",(?=\s)|[;.](?=\s|$)")
#: What is put in is no longer than this.
_LONG = 200


def is_aside(text: str, naming: Span) -> bool:
    """Whether only a result, a comparison or a limit in time is of the election named."""
    return _ASIDE.search(text, max(0, naming.start - _FAR), naming.start) is not None


def put_in(text: str, naming: Span) -> Span | None:
    """What is put into a sentence and names the election, which holds no further; None elsewhere."""
    start = max(0, naming.start - _LONG)
    opened = _PUT_IN.search(text, start, naming.start)
    if opened is None:
        return None
    ended = _ENDS.search(text, naming.end, naming.end + _LONG)
    return Span(opened.start(), ended.start() if ended else min(len(text), naming.end + _LONG))
