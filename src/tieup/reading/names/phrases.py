"""Phrases: the words of a subject, whoever it is, right before a verb or right after it.

No names are known here and no grammar is parsed: a phrase ends where punctuation or a word that
belongs to no noun phrase stands (``phrases.toml``). It tells where a source stands in the text; who
that is, is for subjects and voices to say.
"""

import re

from tieup.reading.tables import table
from tieup.reading.text.spans import Span, trimmed

_WORDS = table("names/phrases.toml")
_OUTSIDE = frozenset(_WORDS["outside"])
_PREPOSITIONS = frozenset(_WORDS["prepositions"])
_ADVERBIAL = frozenset(_WORDS["adverbial"])
_FRONTED = frozenset(_WORDS["fronted"])
_BEGINNING = frozenset([*_WORDS["determiners"], *_WORDS["pronouns"]])
#: A phrase does not end with one of these.
_UNFINISHED = (
    _FRONTED | _PREPOSITIONS | frozenset(_WORDS["determiners"]) - frozenset(_WORDS["alone"])
)
#: After a name or a pronoun, what these bring in is no part of it.
_ASIDE = _ADVERBIAL - {"for", "from"}
_NO_NAMES = frozenset(_WORDS["names"]["nobody"])
_PRONOUNS = frozenset(_WORDS["pronouns"])
_ARTICLES = frozenset(_WORDS["articles"])
#: An article after one of these goes on with a phrase: "leaders of the party", "all the leaders".
_BEFORE_ARTICLE = _PREPOSITIONS | _BEGINNING | {"and", "&", "to"}
_WITH_TO = frozenset(_WORDS["with_to"])
#: No further is a phrase followed, no more words are taken, and no more commas looked behind.
_FAR, _MOST_WORDS, _MOST_COMMAS = 240, 18, 4
_WORD = re.compile(r"\S+")
# A stop after one of these, or after one capital, is part of a name.
_SHORT = re.compile(
    r"(?:[A-Z]|[A-Z]\.[A-Z.]*|Mr|Mrs|Ms|Dr|Md|Smt|Sen|Sens|Rep|Reps|Gov|Lt|Gen|Col|Rev|Prof|Jr|Sr|St|Sgt|Maj|Capt)\."
)
_NO_WORD = re.compile(r"[\"“”;:—–?!]|''|^--?$")
_APPOSITION = re.compile(
    r"\s*(?:an?|the|who|whose|which|his|her|its|one|himself|herself|now|once|then|former|also|of|\d+|D-|R-"
    r"|chief|president|chair\w*|head|director|leader|secretary|spokes\w+|professor|senior|state|general"
    r"|(?:[\w()’'-]+\s+){1,5}?(?i:leader|president|secretary|chairman|chairperson|chief|spokes\w+|MP|MLA|legislator|convener|convenor|minister)(?=\s*$|\s+(?:and|of|for|in|from)\s))\b"
)
# What is told of a subject without commas.
_TOLD_OF = re.compile(
    rf"(?<![,\s])\s+who\s+(?!(?:{'|'.join(sorted(_BEGINNING))})\b)[a-z]+\s+[^,;:\"“”]*(?<!\band)(?<!\bbut)$"
)
#: A clause begins after one of these.
_CLAUSE_ENDS = re.compile(
    r"(?:[,;:–—\"”’']|\s--?|\b(?:and|but|yet|while|whereas|as|because|since|though|although|that|what|whom|when|where|if)"
    r"|,\s+(?:on|in|at|during|after)(?:\s+[\w’'-]+){1,4})\s*(?:\bat\s+(?:least|most)\s+)?$"
)
#: The longest of them, with what is stripped off a phrase behind it.
_CLAUSE_NEAR = 60
#: What a participle brings in is no subject: "addressing a rally", "flanked by his brother".
_PARTICIPLE = re.compile(
    r"[a-z]+ing\s+(?:the|an?|his|her|its|their|to|in|at|on|with|about|from|[A-Z])|[a-z]+ed\s+(?:by|to|in|at|on|with|from)\b"
)
#: Where what follows a name after its verb no longer belongs to it.
_AFTER_END = re.compile(
    r"(?P<stop>[.?!])(?:[\"”’']*\s|[\"”’']*$)|[;:“\"–—\n]|''|(?:,\s++|(?<!\s)\s++)(?:on|in|at|during|after|before|when|while|as|by|adding|citing|pointing"
    r"|referring|speaking|last|earlier|later|this|yesterday|today|that|and|but|without|through|via|to|from|about|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday)\b"
    r"|,\s+(?=(?:[a-z]+ing|[a-z]+ed|is|are|was|were|has|have|had|will|would|can|could|may|should|must|does|did|wants?|seeks?)\b)"
)


def phrase_before(text: str, at: int, limit: int) -> Span | None:
    """The noun phrase that ends where a verb begins, with what stands between commas after it.

    Args:
        text: where it stands.
        at: where the verb begins, with its auxiliaries and adverbs.
        limit: no further left.

    Returns:
        "The union's president, a critic of the plan," or None where no phrase stands there.
    """
    start = max(limit, at - _FAR)
    end = trimmed(text, start, at).end
    if end > start and text[end - 1] == ",":
        return _before_comma(text, start, end)
    told = _TOLD_OF.search(text[start:end])
    if told is not None:  # "two leaders who sat in the meeting"
        head = _plain(text, start, start + told.start())
        return Span(head.start, end) if head is not None else None
    return _plain(text, start, end)


def begins_clause(text: str, phrase: Span, verb: int) -> bool:
    """Whether a phrase right before its verb begins a clause: "the mayor" in "It failed, the mayor said".

    Args:
        text: where they stand.
        phrase: as ``phrase_before`` found it.
        verb: where the verb begins, with its auxiliaries and adverbs.
    """
    first = text[phrase.start : phrase.end].split(maxsplit=1)[0].casefold()
    before = text[max(0, phrase.start - _CLAUSE_NEAR) : phrase.start]
    return (
        text[phrase.end : verb].isspace()
        and first not in _ADVERBIAL
        and _PARTICIPLE.match(text, phrase.start, phrase.end) is None
        and _CLAUSE_ENDS.search(before) is not None
    )


def phrase_after(text: str, at: int, limit: int) -> Span | None:
    """The noun phrase that begins after a verb: "said Y, a Z of the committee"."""
    place = trimmed(text, at, min(limit, at + _FAR))
    first = _WORD.match(text, place.start, place.end)
    if first is not None and first.group() in _OUTSIDE:
        return None  # "said that", "said there was": what is said
    end = place.end
    for match in _AFTER_END.finditer(text, place.start, place.end):
        space = text.rfind(" ", place.start, match.start())
        word = text[max(place.start, space + 1) : match.start() + 1]
        if match["stop"] is None or not _SHORT.fullmatch(word):
            end = match.start()
            break
    while end > place.start and text[end - 1] in " ,.’'\"”":
        end -= 1
    return Span(place.start, end) if place.start < end else None


def _before_comma(text: str, start: int, end: int) -> Span | None:
    """A head and its apposition; an adverbial between commas belongs to no phrase."""
    comma = end - 1
    for _ in range(_MOST_COMMAS):
        last = text.rfind(",", start, comma)
        if last < 0:
            return None
        inside = text[last + 1 : comma]
        first = next(iter(inside.split(maxsplit=1)), "")
        describes = _APPOSITION.match(inside) is not None
        head = _plain(text, start, last)
        if head is not None and describes:
            return Span(head.start, end)
        if head is not None and first.casefold() in _ADVERBIAL:
            return _before_comma(text, start, last + 1) or head
        if not describes and not first[:1].islower():
            return _plain(text, last + 1, comma)
        comma = last
    return None


def _plain(text: str, start: int, end: int) -> Span | None:
    """The words of a phrase without commas in it, ending at a place."""
    places = list(_WORD.finditer(text, start, end))[-_MOST_WORDS:]
    found = [place.group() for place in places]
    small = [word.casefold() for word in found]
    first = last = len(found)
    while first > 0 and (
        _belongs(found[first - 1], last=first == last)
        or (small[first - 1] == "to" and first > 1 and small[first - 2] in _WITH_TO)
    ):
        first -= 1
        clause = small[first] == "and" and first + 1 < last and small[first + 1] in _BEGINNING
        if clause and first > 0 and not found[first - 1][:1].isupper():
            break  # "It will fail and the mayor said"
    while first < last and small[first].strip(",") in _FRONTED:
        first += 1
    if first < last and small[first] in _PREPOSITIONS:
        first = _after_fronted(found, first)
    for number in range(last - 1, first, -1):
        if small[number] in _ARTICLES and small[number - 1] not in _BEFORE_ARTICLE:
            first = number  # "before the polls the party"
            break
    if first == last or small[-1] in _UNFINISHED:
        return None
    for number in range(first + 1, last):
        is_name = found[number - 1][:1].isupper() or small[number - 1] in _PRONOUNS
        if is_name and small[number] in _ASIDE:
            last = number  # "Salim on Sunday"
            break
    begin = places[first].end() - len(found[first].lstrip("(\"“‘'["))
    return Span(begin, places[last - 1].end()) if begin < places[last - 1].end() else None


def _belongs(word: str, *, last: bool) -> bool:
    """Whether a word may stand in a subject, with more of it to follow or as its last."""
    if word.casefold() in _OUTSIDE or _NO_WORD.search(word):
        return False
    return last or word[-1] not in ",." or _SHORT.fullmatch(word) is not None


def _after_fronted(found: list[str], first: int) -> int:
    """Where the subject after "On Sunday" begins: the last article or run of capitals; else the end."""
    for number in range(len(found) - 1, first, -1):
        word, before = found[number], found[number - 1]
        begins_run = word[:1].isupper() and (not before[:1].isupper() or before in _NO_NAMES)
        if begins_run or word.casefold() in _BEGINNING:
            return len(found) if before.casefold() in _PREPOSITIONS else number
    return len(found)
