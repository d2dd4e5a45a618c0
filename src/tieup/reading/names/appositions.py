"""Appositions: names that only describe another name beside them, and are nobody's by themselves."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from tieup.reading.names.mention import Mention

#: Words that may stand between a party and the name of its leader, or after the name and before it.
_TITLES = (
    r"(?:state|national|general|working|former|veteran|senior|deputy|district|joint|acting|interim|vice"
    r"|unit|party|president|chief|chair(?:man|person|woman)?|secretary|leader|supremo|founder|convenor"
    r"|spokesperson|spokesman|spokeswoman|legislators?|lawmaker|MLA|MP|MPs|MLAs|minister|member|boss"
    r"|head|patron|veteran|heavyweight|strongman|rebel|Pradesh|Committee|Lok|Sabha|Rajya|Assembly"
    r"|politburo|polit|bureau|central|committee|in-charge|candidate|nominee|observer|and|of|the|in|its"
    r"|legislature|opposition|House|'s|’s|\([A-Z()]{2,9}\)|Mr\.?|Md\.?|Smt\.?|Dr\.?|for|face|top|influential)"
)
_STYLE_GAP = re.compile(r"[\s,]*(?:the\s+)?")
_OWNER = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,3}", re.IGNORECASE)
_APPOSITION = re.compile(
    r"(?:,\s*|\s+\(|\s+(?=who\b))(?:(?:who|now|once|himself)\s+(?:is|was|has been)?\s*)?(?:an?|the|its|his|their)?\s*"
    r"(?:(?:suspended|rebel|expelled|former|sacked|one-time|lone|sitting|\w+)\s+){0,2}$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\b")
_LED = re.compile(r"[-–]led\b", re.IGNORECASE)
#: "The AIADMK-led front": nobody is named that a party leads, so that its own name counts.
_LED_NAMELESS = re.compile(
    r"[-–]led\s+(?:[a-z]\w*\s+){0,2}(?:front|alliance|combine|coalition|bloc|block|party|outfit|camp|faction"
    r"|group|grouping|side)s?\b"
)
#: "The Congress, its president X said": a new subject begins behind the comma.
_NEW_SUBJECT = re.compile(r",\s+(?:its|their|his|her)\b")
#: "INDIA bloc partner Congress", "Left constituent RSP".
_MEMBER_NEXT = re.compile(
    r"(?:['’]s)?\s+(?:(?:bloc|block|front|alliance)\s+)?(?:ally|allies|partners?|constituents?|members?|major|mate)"
    r"(?:,?\s+the)?\s+"
)
#: "The Congress, the largest constituent of the INDIA bloc,".
_MEMBER_BEFORE = re.compile(
    r"(?:\s+\([\w()-]+\))?,\s+(?:an?|the|also|once|which\s+is|itself)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:ally|partner|constituent|member|part)\s+(?:of|in)\s+(?:the\s+)?"
)
_OFFICE = re.compile(
    r"\s+(?:\(\w+\)\s*)?(?:\w+\s+){0,3}?(?:MLA|MP|leader|legislator|chief|president|"
    r"chair\w*|secretary|spokes\w+|lawmaker|strongman|veteran)\b"
)
_STOP = re.compile(r"[.!?]\s")
#: Who was put out of a party; and who else does not speak for the one that he is named with.
_PUT_OUT = r"suspended|expelled|sacked|ex|one-time|erstwhile"
NO_LONGER = rf"(?:{_PUT_OUT}|rebel|former|disgruntled)"
_BEFORE_PARTY = r"[\s-]+(?:the\s+)?$"
_LEFT_BEHIND = re.compile(rf"\b(?:{_PUT_OUT}){_BEFORE_PARTY}", re.IGNORECASE)
_NO_LONGER_OF = re.compile(rf"\b{NO_LONGER}{_BEFORE_PARTY}", re.IGNORECASE)
#: So many characters before a party's name tell that somebody was put out of it.
_LED_IN = 24
#: A party and the name of its leader stand no further apart.
_NEAR = 120


def title_gap(own: Iterable[str]) -> re.Pattern[str]:
    """What may stand between a party and its leader's name; `own` are the region's words for it."""
    words = "|".join([_TITLES, *map(re.escape, own)])
    return re.compile(rf"(?:['’]s)?(?:[\s,]+(?:{words}))*[\s,]*", re.IGNORECASE)


def attached(
    text: str,
    found: Sequence[Mention],
    titles: re.Pattern[str],
    members: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Iterator[Mention]:
    """The mentions, those that only describe one beside them marked as attached.

    Args:
        text: where they stand.
        found: in order.
        titles: what may stand between a party and its leader's name.
        members: those of each front and bloc that day.
    """
    flags = [
        mention.attached or _is_leading(text, mention) or _is_left_behind(text, mention)
        for mention in found
    ]
    for number, (one, two) in enumerate(pairwise(found)):
        between = text[one.span.end : two.span.start]
        if _is_short_for(text, one, two):
            flags[number + 1] = True  # "Trinamool Congress (TMC) MLA X" names one party, once
            ahead = found[number + 2] if number + 2 < len(found) else None
            rest = text[two.span.end + 1 : ahead.span.start] if ahead else ""
            if ahead and _describes_next(one, ahead, rest, titles):
                flags[number] = True
        elif _describes_next(one, two, between, titles):
            flags[number] = True
        if _describes_last(text, one, two, between):
            flags[number + 1] = True
        if _is_umbrella_of(one, two, members) and _MEMBER_NEXT.fullmatch(between):
            flags[number] |= _has_others(text, found, number)
        if _is_umbrella_of(two, one, members) and _MEMBER_BEFORE.fullmatch(between):
            flags[number + 1] |= _has_others(text, found, number)
    for mention, flag in zip(found, flags, strict=True):
        known = _party_led(text, mention)
        yield known if flag == known.attached else replace(known, attached=flag)


def is_no_longer_of(text: str, party: Mention) -> bool:
    """Whether the party named is one that the person named after it has left: "former BJP MLA"."""
    return _NO_LONGER_OF.search(_led_in(text, party)) is not None


def _is_left_behind(text: str, mention: Mention) -> bool:
    """'Suspended Trinamool leader ...': a party of which somebody was."""
    return (
        mention.sort == "party"
        and _LEFT_BEHIND.search(_led_in(text, mention)) is not None
        and _OFFICE.match(text, mention.span.end) is not None
    )


def _led_in(text: str, mention: Mention) -> str:
    return text[max(0, mention.span.start - _LED_IN) : mention.span.start]


def _is_short_for(text: str, one: Mention, two: Mention) -> bool:
    """Whether a name in brackets is the short form of the party named right before it."""
    return (
        one.sort == two.sort == "party"
        and one.party == two.party
        and text[one.span.end : two.span.start].strip() == "("
        and text[two.span.end : two.span.end + 1] == ")"
    )


def _is_leading(text: str, mention: Mention) -> bool:
    """'CPI(M)-led', 'Owaisi-led': who leads the one named next."""
    end = mention.span.end
    return _LED.match(text, end) is not None and _LED_NAMELESS.match(text, end) is None


def _party_led(text: str, mention: Mention) -> Mention:
    """'The Owaisi-led outfit': a leader who only tells which party acts is the party."""
    if mention.sort != "person" or mention.party is None:
        return mention
    if _LED_NAMELESS.match(text, mention.span.end) is None:
        return mention
    return replace(mention, sort="party", name=mention.party, role=None)


def _is_umbrella_of(one: Mention, two: Mention, members: Mapping[str, Collection[str]]) -> bool:
    """Whether one is a front or bloc that the other belongs to."""
    return two.sort == "party" and one.name != two.name and two.name in members.get(one.name, ())


def _has_others(text: str, found: Sequence[Mention], number: int) -> bool:
    """Whether the sentence names somebody else beside a party and its bloc, who stand side by side.

    "NDA ally HAM wants 15 seats" wants them of the bloc; in "NDA ally HAM spurned the RJD" it only
    tells who the HAM is.
    """
    own = {found[number].party, found[number + 1].party}
    around = (*found[max(0, number - 1) : number], *found[number + 2 : number + 3])
    return any(
        other.party not in own
        and not _STOP.search(
            text,
            min(other.span.end, found[number + 1].span.end),
            max(other.span.start, found[number].span.start),
        )
        for other in around
    )


def _describes_next(one: Mention, two: Mention, between: str, titles: re.Pattern[str]) -> bool:
    """Whether a name only describes the next one."""
    same_person = one.sort == two.sort == "person" and one.name == two.name
    if one.how.startswith("style") and two.sort == "person" and not between.strip():
        return True  # "Congress president Subhankar Sarkar" is not the party's president
    if same_person and _STYLE_GAP.fullmatch(between):
        return one.how.startswith("style")  # "ISF chairman Nawsad Siddiqui": the name counts
    if one.party == two.party and two.sort == "party" and _OWNER.fullmatch(between):
        return True  # "Owaisi's AIMIM": the party acts
    apart = len(between) >= _NEAR or _NEW_SUBJECT.match(between) is not None
    if one.sort != "party" or two.sort != "person" or apart:
        return False
    if between.strip(" ,'’s"):
        # "the AIMIM and Owaisi" are two, "AIMIM chief and Hyderabad MP Owaisi" is one
        return not _AND.match(between) and titles.fullmatch(between) is not None
    return not set(",'’") & set(between)  # "Trinamool's X" names both; "Trinamool X" one


def _describes_last(text: str, one: Mention, two: Mention, between: str) -> bool:
    """Whether a name only describes the one before it."""
    same_person = one.sort == two.sort == "person" and one.name == two.name
    if same_person and _STYLE_GAP.fullmatch(between):
        return not one.how.startswith("style")  # "Humayun Kabir, the rebel MLA"
    return (
        one.sort == "person"
        and two.sort == "party"
        and _APPOSITION.fullmatch(between) is not None
        and _OFFICE.match(text, two.span.end) is not None
    )
