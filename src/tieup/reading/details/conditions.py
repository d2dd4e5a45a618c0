"""Conditions: on what an act hangs, up to where the main clause begins or somebody is said to say it."""

import re

from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Segment

_OPENS = Sought(
    r"\b(?:(?:only\s+)?(?:if|when(?=[^,.;]{0,40}\bonly\s+then\b))|unless|provid(?:ed|ing)(?=\s+(?:that\b|the\b|it\b|they\b|we\b|he\b|she\b|its\b|[A-Z]))"
    r"|on\s+(?:the\s+|one\s+)?condition\s+that|(?:as|so)\s+long\s+as|in\s+case(?!\s+of\b)|in\s+the\s+event|subject\s+to"
    r"|(?:depend(?:s|ed|ing|ent)?|hing(?:es|ed|ing)|conditional|contingent)\s+(?:up)?on)\b",
    re.IGNORECASE,
)
# "As if", "even if", "asked if" make no condition.
_NONE = re.compile(
    r"\b(?:as|even|what|ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|see|sure|know|knows|knew|say|clear|decid(?:e|es|ed)|doubt(?:s|ed|ful)?|question(?:ed|s)?"
    r"|check|matter|or|whether)\s+(?:only\s+)?$",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"if\s+(?:any|ever|not|at\s+all|so|anything|true)\b", re.IGNORECASE)
#: A remark within a condition: "if, as expected, it gets 30 seats", "if the Congress, which leads, agrees".
_REMARK = re.compile(
    r",\s+(?:as|which|who|he|she|they|for|in|on|at|by|too)\b[^,.;]{0,60},(?=\s+(?!(?:the|and|but)\b))"
)
_ENDS = re.compile(r"[.;:?!](?=\s|$|[\"”’])|\s[–—-]\s")
#: Up to a bracket that was opened before.
_SHUT = re.compile(r"[^()]*(?:\([^()]*\)[^()]*){0,4}(?=\))")
# A comma that goes on with a row: "Bhangar, Canning and Deganga".
_ROW = re.compile(r",\s+(?:[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2})(?=,|\s+(?:and|or)\s+[A-Z])")
_LAST_OF_ROW = re.compile(
    r",\s+(?:and|or)\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}(?=$|[,.;:\"”])"
)
# Where a condition that stands last ends without a comma.
_MAIN = re.compile(r"\s(?:but|then|otherwise|while|whereas)\s")
#: Shorter ones are no condition; longer ones are cut.
_LEAST, _MOST = 8, 200


def condition(text: str, clause: Span, segment: Segment) -> str | None:
    """The first condition of a clause, else of its sentence, in the words of the text.

    Args:
        text: the article's.
        clause: what tells the act.
        segment: whose words it is part of; the words that tell who says it end a condition.
    """
    for part in (clause, segment.span, segment.sentence):
        for opens in _OPENS.finditer(text, *part):
            found = _at(text, opens, segment)
            if found is not None:
                return found
    return None


def _at(text: str, opens: re.Match[str], segment: Segment) -> str | None:
    """The condition that begins with these words; None where they begin none."""
    start = opens.start()
    before = text[max(segment.sentence.start, start - 16) : start]
    if _NONE.search(before) or _NOTHING.match(text, start):
        return None
    end = min(segment.sentence.end, start + _MOST)
    cue = segment.cue
    if cue is not None and cue.phrase_start >= opens.end():
        end = min(end, cue.phrase_start)
    stop = _ENDS.search(text, opens.end(), end)
    end = stop.start() if stop else end
    shut = _SHUT.match(text, opens.end(), end)
    end = shut.end() if shut else end
    main = _MAIN.search(text, opens.end() + 1, end)
    end = main.start() if main else end
    end = _comma(text, opens.end(), end)
    words = text[start:end].rstrip(" ,'’–—-")
    return words if len(words) >= _LEAST else None


def _comma(text: str, start: int, end: int) -> int:
    """The first comma that belongs to no remark and no row; else the end."""
    at = text.find(",", start, end)
    while at >= 0:
        goes_on = (
            _REMARK.match(text, at, end)
            or _ROW.match(text, at, end)
            or _LAST_OF_ROW.match(text, at, end)
        )
        if goes_on is None:
            return at
        at = text.find(",", goes_on.end(), end)
    return end
