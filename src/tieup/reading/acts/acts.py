"""Acts: what a clause does to an alliance, by rules kept as data in ``acts.toml``."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from tieup.reading.tables import table
from tieup.reading.text.gate import Gate
from tieup.reading.text.needs import alternatives
from tieup.reading.text.sought import Sought, small_letters
from tieup.reading.text.spans import Span
from tieup.vocabulary import Act

_NEGATED = Sought(
    r"(?:\b(?:not|never|no\s+longer|yet\s+to)|n['’]t)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_UNDONE = Sought(r"\b(?:is|are|was|were|been)\s+(?:not|yet\s+to\s+be)\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"\bwithout\s+(?:any\s+|a\s+)?(?:\w+\s+)?(?:talk|discuss|negotiat|dialogue|parley)",
    re.IGNORECASE,
)
_DOUBTED = Sought(
    r"\b(?:no|not|never|nobody|without|den\w+|if|unless|talk\w*|against)\b|n['’]t\b", re.IGNORECASE
)
_POSSIBLE = Sought(r"\b(?:could|might|may|should|possib\w+)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_WISHED = Sought(
    r"\b(?:could|might|may|want(?:s|ed)?\s+to|prefer(?:s|red)?\s+to|favou?r\w*)\s+(?:\w+\s+)?$"
    r"|\b(?:criticis\w+|slamm\w+|question\w+|regrett?\w+|dismiss\w+|brush\w+\s+aside)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One wording of one act.

    Attributes:
        words: the expression that finds it, in small letters: far faster than in letters of any case.
        tie: words of which one should stand in its sentence, in small letters; None where the rule
            needs none.
        own_word: told by the report, it is the word of the one side that acts.
        relayed: so it is where somebody else tells of it, too.
        named: a doubt before its words takes them back, as of what is taken for granted.
        alone: a party may do it towards nobody named.
        agent_after: the one who acts is named after the trigger ("a signal from the Left").
    """

    act: Act
    name: str
    words: str
    tie: re.Pattern[str] | None
    own_word: bool
    relayed: bool
    named: bool
    alone: bool
    agent_after: bool
    example: str


@dataclass(frozen=True, kw_only=True)
class _Way:
    """One of the alternatives of a rule's words: searched for by itself, since few need be at a time.

    Attributes:
        rule: its number.
    """

    rule: int
    words: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first has the words that it needs: most texts have few of them."""
        return re.compile(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A rule that matched, and where.

    Attributes:
        tied: whether a word of alliance stands beside it, where the rule needs one.
        undone: whether a negation or a mere possibility takes back what the words say.
    """

    rule: Rule
    span: Span
    tied: bool
    undone: bool


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the file."""
    return tuple(
        Rule(
            act=Act(entry["act"]),
            name=entry["name"],
            words=small_letters(_expanded(entry["pattern"])),
            tie=_beside(entry),
            own_word=entry.get("voice") == "agent",
            relayed=entry.get("voice") == "relayed",
            named=entry.get("partner") == "named",
            alone=entry.get("partner") == "nobody",
            agent_after=entry.get("agent") == "after",
            example=entry["example"],
        )
        for entry in table("acts/acts.toml")["rule"]
    )


def triggers(text: str, small: str, clause: Span, around: Span) -> tuple[Trigger, ...]:
    """Every rule that matches a clause, the first place of each, in the order of the file.

    Args:
        text: with the names masked.
        small: the same in small letters.
        clause: where the rule's words must stand.
        around: where a word of alliance may stand.
    """
    first: dict[int, re.Match[str]] = {}
    every = _ways()
    for number in _gate().open(text, clause.start, clause.end):
        way = every[number]
        match = way.pattern.search(small, clause.start, clause.end)
        if match and (way.rule not in first or match.start() < first[way.rule].start()):
            first[way.rule] = match
    found: list[Trigger] = []
    for number, match in first.items():
        rule = rules()[number]
        tied = rule.tie is None or rule.tie.search(small, around.start, around.end) is not None
        undone = _is_undone(rule, text, clause, match)
        span = Span(match.start(), match.end())
        found.append(Trigger(rule=rule, span=span, tied=tied, undone=undone))
    return tuple(found)


@cache
def _ways() -> tuple[_Way, ...]:
    """Every way of every rule, in order."""
    return tuple(
        _Way(rule=number, words=words)
        for number, rule in enumerate(rules())
        for words in alternatives(rule.words)
    )


@cache
def _gate() -> Gate:
    """Tells by a clause's words which few ways of the rules are worth a search."""
    return Gate(way.words for way in _ways())


def _is_undone(rule: Rule, text: str, clause: Span, match: re.Match[str]) -> bool:
    """Whether a negation or a mere possibility takes back what the words say.

    The rules of refusals, denials and waits hold their negations themselves.
    """
    act, before = rule.act, Span(clause.start, match.start())
    if rule.named and _DOUBTED.search(text, *before):
        return True
    if rule.alone and _WISHED.search(text, *before):
        return True
    if act in (Act.ENDS, Act.WANTS):
        return _NEGATED.search(text, *before) is not None
    if act not in (Act.AGREES, Act.CLAIMS, Act.TALKS):
        return False
    if act is Act.TALKS and not rule.tie and _WITHOUT.search(match.group()):
        return True
    settled = act is not Act.AGREES or not _UNDONE.search(text, match.start(), clause.end)
    return (
        not settled
        or _NEGATED.search(text, *before) is not None
        or _POSSIBLE.search(text, *before) is not None
    )


@cache
def _words(*names: str) -> re.Pattern[str]:
    """The words of some macros."""
    macros = table("acts/acts.toml")["macros"]
    return re.compile(small_letters("|".join(rf"\b{macros[name]}" for name in names)))


def _beside(entry: dict[str, Any]) -> re.Pattern[str] | None:
    """The words of which one must stand beside a rule's own."""
    if not entry.get("tie", False):
        return None
    return _words("tie", entry["also"]) if "also" in entry else _words("tie")


def _expanded(pattern: str) -> str:
    """The pattern with its macros put in."""
    for name, meaning in table("acts/acts.toml")["macros"].items():
        pattern = pattern.replace(f"{{{name}}}", meaning)
    return pattern
