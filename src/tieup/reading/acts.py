"""Acts: what a clause does to an alliance, by rules kept as data in ``acts.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tieup.reading.sentences import Span
from tieup.vocabulary import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One wording of one act.

    Attributes:
        tie: whether a word of alliance must stand beside it.
        alone: a party may do it towards nobody named, so no partner is looked for.
        agent_after: the one who acts is named after the trigger ("a signal from the Left").
        sure: how often the rule alone is right.
    """

    act: Act
    name: str
    pattern: re.Pattern[str]
    tie: bool
    alone: bool
    agent_after: bool
    sure: float
    example: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A rule that matched, and where."""

    rule: Rule
    span: Span


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in order of priority."""
    return tuple(
        Rule(
            act=Act(entry["act"]),
            name=entry["name"],
            pattern=re.compile(_expanded(entry["pattern"]), re.IGNORECASE),
            tie=entry.get("tie", False),
            alone=entry.get("partner") == "nobody",
            agent_after=entry.get("agent") == "after",
            sure=entry["sure"],
            example=entry["example"],
        )
        for entry in _file()["rule"]
    )


@cache
def tie_words() -> re.Pattern[str]:
    """The words of alliance."""
    return re.compile(rf"\b{_file()['macros']['tie']}", re.IGNORECASE)


def trigger(text: str, clause: Span, around: Span) -> Trigger | None:
    """The first rule that matches a clause; `around` is where a word of alliance may stand."""
    tied: bool | None = None
    for rule in rules():
        match = rule.pattern.search(text, clause.start, clause.end)
        if match is None:
            continue
        if rule.tie:
            if tied is None:
                tied = tie_words().search(text, around.start, around.end) is not None
            if not tied:
                continue
        return Trigger(rule, Span(match.start(), match.end()))
    return None


@cache
def _file() -> dict[str, list[dict[str, str]] | dict[str, str]]:  # the TOML as it stands
    text = resources.files("tieup.reading").joinpath("acts.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _expanded(pattern: str) -> str:
    """The pattern with its macros put in."""
    for name, meaning in _file()["macros"].items():
        pattern = pattern.replace(f"{{{name}}}", meaning)
    return pattern
