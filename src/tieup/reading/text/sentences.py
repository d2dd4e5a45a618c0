"""Sentences, quotations and clauses of a text, as spans of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span, trimmed

#: A full stop after one of these ends no sentence.
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "messrs",
        "ms",
        "dr",
        "md",
        "smt",
        "sri",
        "shri",
        "prof",
        "st",
        "rs",
        "vs",
        "gen",
        "col",
        "lt",
        "capt",
        "maj",
        "brig",
        "rep",
        "sen",
        "gov",
        "adv",
        "hon",
        "er",
        "rev",
        "jr",
        "sr",
        "dist",
        "govt",
        "dept",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
#: A full stop after one of these ends no sentence where a figure follows: "No. 5", "he said no."
NUMBERED = frozenset(["no", "nos", "art", "sec"])
#: Lines that a web page puts between paragraphs; they are no news. What a sentence may begin with
#: ("Follow us or fight alone") counts only with a colon, a bar or the end of the line behind it.
FURNITURE = re.compile(
    r"^\W*(?:"
    r"(?:also\s+|must\s+)?(?:read|watch|see|listen)(?:\s+(?:also|more|here|the\s+full\s+\w+|full\s+\w+))?\s*(?:[:|]|\s[-–—]\s|$)"
    r"|see\s+also\s*[:|]|(?:related|trending|tags?|topics?|also\s+in\s+this\s+section|more\s+(?:stories|news))(?:\s+(?:stories|news|articles|topics))?\s*(?:[:|]|$)"
    r"|read\s+(?:the\s+)?full\s+(?:story|report|article)\b"
    r"|(?:written|reported|edited|compiled|curated|posted|published|authored)\s+by\s*:?\s+(?-i:[A-Z][\w.'’-]*\s*){1,5}$|by\s*:?\s+(?-i:[A-Z][\w.'’-]*\s*){1,5}$"
    r"|(?:first\s+|last\s+)?(?:published|updated|posted|modified)(?:\s+(?:on|at))?\s*(?::|(?:\w+\s+)?\d|\w+\s+\d)"
    r"|subscribe\s+(?:to|now|here)\b|sign\s+up\s+(?:for|to)\s+(?:our|the)\b|get\s+the\s+latest\s+(?:news|updates|stories)\b"
    r"|share\s+(?:this\s+(?:article|story|post|news|on|via)|on|via)\b|share\s+this\s*(?:[:|]|$)|follow\s+us\s+(?:on|at)\b|follow\s+us\s*(?:[:|]|$)"
    r"|(?:follow|join)\b.{0,60}\bon\s+(?:whatsapp|telegram|facebook|twitter|instagram|x)\b|join\s+(?:our|us\s+on)\b.{0,20}\b(?:whatsapp|telegram|channel|newsletter)\b"
    r"|click\s+here\b|download\s+(?:the|our)\s+(?:\w+\s+){0,3}?app\b|disclaimer\b|advertisement\b|story\s+continues\s+below\b"
    r"|(?:file\s+)?(?:photo|image|picture|video|caption)s?(?:\s+(?:credits?|courtesy|source))?\s*(?:[:|]|$)|file\s+(?:photo|image|picture)\b|representational\s+(?:image|photo|picture)\b"
    r"|live(?:\s+(?:updates?|blog|now))?\s*$|live\s*(?:updates?|blog)\s*[:|]"
    r"|\(?with\s+(?:(?:agency|agencies|\w+)\s+)?inputs\b|copyright\b|©|all\s+rights\s+reserved\b|\d+\s+min(?:ute)?s?\s+read\s*$|comments?\s*$"
    r"|\(?this\s+(?:story|report|article)\s+(?:is|has|was)\b)",
    re.IGNORECASE,
)
#: Longer than this no sentence is read as one.
_LONGEST = 2000
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
# Double marks in all the ways in which they are typed, and single ones.
_MARK = re.compile(r"[“”«»\"‘’'`](?:(?<=')'|(?<=`)`|(?<!`))")
_OPENING, _CLOSING = ("“", "«", "``"), ("”", "»", "''")
_EITHER_WAY = ('"', "''")
_SINGLE = ("'", "‘", "’")
#: After an s and before a word in small letters the mark is as likely an apostrophe: "leaders' views".
_PLURAL = re.compile(r"s['’]\s+[a-z]")
# Where one clause ends and the next begins: the joint belongs to the next. Each begins with one of
# three signs, which a search skips to.
# "All but the BJP" makes an exception, and begins no clause.
_TURNING = r"(?:(?<!all )(?<!body )(?<!one )(?<!none )(?<!nothing )but|while|whereas|(?<!even )though|although|even though|however)\b\s"
_JOINT = re.compile(
    r"[;,\s](?:(?<=;)\s+|(?<=\s)[–—-]\s"
    rf"|(?<=,)\s+(?=(?:{_TURNING}|(?:yet|that|and|so|then|hence|saying|adding|who|which|after|before|when|with)\b\s))"
    rf"|(?<=\s)(?<!\s\s)\s*+(?=(?:{_TURNING}"
    r"|(?:even as|because|despite|after|until|unless|whether|(?:when\s+)?asked\s+whether|as\s+(?:they|it|he|the\s+two)"
    r"|(?<!those )who\s+(?:was|were|is|are|had|has|have))\s"
    r"|and\s+(?:then\s+|also\s+|therefore\s+|has\s+|have\s+|had\s+|is\s+|was\s+|were\s+)?"
    r"(?:sent|decided|will|would|wrote|urged|asked|demanded|ruled|wants?|wanted|sought|contest|contested"
    r"|interacted|met|held|went|denied|refused|rejected|agreed|said|that|he|she|it|they|there|inform)\b)))"
)
# How long "after" belongs to the clause that it brings in: "four days after the party ruled it out".
_LONG = (
    r"(?:(?:just|barely|only|about|nearly|almost|some|(?:more|less)\s+than|within)\s+)?"
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|few|several|couple\s+of)\s+){0,2}"
    r"(?:minutes?|hours?|days?|weeks?|months?|years?|fortnight)\s+"
)
_LONG_AFTER = Sought(rf"\b{_LONG}(?=after\b)", re.IGNORECASE)
# A clause put first, up to its comma: "While the Congress did not respond, Siddiqui ..."
_LEAD = re.compile(
    r"[\s,;:–—-]*(?:(?:and|but)\s+)?(?:on\s+\w+day\s+that\s+|that\s+|and\s+|but\s+)?"
)
_TAILS = ("and", "but", "who", "which", "that")
_TAIL = re.compile(rf"(?:(?:,|(?<!\s))\s++(?:{'|'.join(_TAILS)})){{1,4}}$")
_FRONTED = re.compile(
    rf"(?:that\s+)?(?:even\s+)?(?:{_LONG})?(?:though|although|while|whereas|when|after|as|despite|since)\s[^,]{{8,160}},\s+",
    re.IGNORECASE,
)


def paragraphs(text: str) -> Iterator[Span]:
    """Lines that are not empty; a line break always ends a sentence."""
    at = 0
    for line in text.splitlines(keepends=True):
        span = trimmed(text, at, at + len(line))
        if span.start < span.end:
            yield span
        at += len(line)


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[Span, ...]:
    """Sentences in order, furniture left out. Abbreviations and initials end none.

    Found once for a text: several steps of its reading ask for them.
    """
    found = []
    for paragraph in paragraphs(text):
        if FURNITURE.match(paragraph.of(text)):
            continue
        start = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            if _is_end(text, match, paragraph.end):
                found.append(trimmed(text, start, match.end()))
                start = match.end()
        if start < paragraph.end:
            found.append(trimmed(text, start, paragraph.end))
    return tuple(piece for span in found if span.start < span.end for piece in _cut(text, span))


def _cut(text: str, span: Span) -> Iterator[Span]:
    """A sentence, or pieces of one that is longer than any that was written to be read."""
    start = span.start
    while span.end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        end = space if space > start else start + _LONGEST
        yield trimmed(text, start, end)
        start = end
    yield trimmed(text, start, span.end)


def _is_end(text: str, match: re.Match[str], limit: int) -> bool:
    """Whether this stop ends a sentence: what follows begins one, what precedes is no short form."""
    following = text[match.end() : min(limit, match.end() + 4)].lstrip()
    if following and not (
        following[0].isupper() or following[0].isdigit() or following[0] in "\"'“‘(["
    ):
        return False
    if text[match.start()] != "." or match.end() - match.start() > 1:
        return True
    word = re.search(r"[\w.]+$", text[max(0, match.start() - 12) : match.start()])
    if word is None:
        return True
    last = word.group().casefold()
    if last in NUMBERED:
        return not following[:1].isdigit()
    initial = len(last) == 1 and last.isalpha() and word.group().isupper()
    return not (last in ABBREVIATIONS or initial or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last))


def quotations(text: str) -> tuple[Span, ...]:
    """What stands within quotation marks, the marks left out.

    Double marks, typed in any way, and single ones that are no apostrophes; those within others are
    no quotations of their own. A quotation that a paragraph leaves open, as the press does when the
    next paragraph goes on with it, ends with its paragraph.
    """
    return tuple(
        span
        for paragraph in paragraphs(text)
        for span in _quoted(text, paragraph)
        if span.start < span.end
    )


def _quoted(text: str, paragraph: Span) -> Iterator[Span]:
    """The quotations of one paragraph."""
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    sure, unsure = _single_ends(text, marks)
    opened: re.Match[str] | None = None
    end = paragraph.start
    for mark in marks:
        sign = mark.group()
        if mark.start() < end:
            continue
        if opened is not None:
            if sign in _CLOSING or sign in _EITHER_WAY:
                yield Span(opened.end(), mark.start())
                opened = None
        elif sign in _OPENING or sign in _EITHER_WAY:
            opened = mark
        elif sign in _SINGLE and _is_single_start(text, mark.start()):
            close = _next(sure, mark.end()) or _next(unsure, mark.end())
            if close is not None:
                yield Span(mark.end(), close)
                end = close + 1
    if opened is not None:
        yield Span(opened.end(), paragraph.end)


def _is_single_start(text: str, at: int) -> bool:
    """Whether a single mark may open a quotation: before a word, and no year as in '21."""
    before, after = text[at - 1 : at], text[at + 1 : at + 4]
    return (
        text[at] != "’"
        and not (before.isalnum() or before in (")", "]"))
        and (after[:1].isalnum() or after[:1] in ("“", '"'))
        and not after[:2].isdigit()
    )


def _single_ends(text: str, marks: Sequence[re.Match[str]]) -> tuple[list[int], list[int]]:
    """Where a single quotation may end: surely, and where an apostrophe would look the same."""
    sure: list[int] = []
    unsure: list[int] = []
    for mark in marks:
        at = mark.start()
        ends = not text[at - 1 : at].isspace() and not text[at + 1 : at + 2].isalnum()
        if mark.group() in ("'", "’") and ends:
            (unsure if _PLURAL.match(text, at - 1) else sure).append(at)
    return sure, unsure


def _next(places: Sequence[int], at: int) -> int | None:
    """The first of the places after one."""
    number = bisect_right(places, at)
    return places[number] if number < len(places) else None


def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """A sentence (or a part of one) cut at the joints of its clauses."""
    joints = [span.start, *_joints(text, span)]
    fronted = (_FRONTED.match(text, start, span.end) for start in joints)
    cuts = sorted({*joints, *(match.end() for match in fronted if match)})
    pieces = (trimmed(text, a, b) for a, b in pairwise([*cuts, span.end]))
    return tuple(piece for piece in pieces if piece.start < piece.end)


def _joints(text: str, span: Span) -> Iterator[int]:
    """Where clauses begin within a sentence."""
    long = [Span(*match.span()) for match in _LONG_AFTER.finditer(text, span.start, span.end)]
    yield from (how_long.start for how_long in long)
    for match in _JOINT.finditer(text, span.start, span.end):
        if not any(how_long.start < match.end() <= how_long.end for how_long in long):
            yield match.end()


def stated(text: str, span: Span) -> Span:
    """A clause without the joints at its ends: "that no talks were held," -> "no talks were held"."""
    lead = _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    end = span.end
    while end > start and text[end - 1] in " ,;:“\"‘'(–—-\n\t":
        end -= 1
    tail = _TAIL.search(text, start, end) if text.endswith(_TAILS, start, end) else None
    end = tail.start() if tail else end
    return Span(start, end) if start < end else span
