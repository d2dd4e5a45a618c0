"""Standing: how each name of a clause stands to the words that tell the act."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tieup.reading.names.mention import Mention
from tieup.reading.relations.setting import Setting
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span

_PREPOSITION = Sought(
    r"\b(?P<word>with|to|between|of|for|from|against|and|by|or|in|on|as|than|over|barring|except|like|including)"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[\w'’-]+|[,;:\"“(]")
#: Words before a name that say nothing, and characters in which the words beside it are looked for.
_LITTLE, _REACH = frozenset({"the", "both", "ruling"}), 30
#: Characters after the act's words in which a name is near, and before a name for its preposition.
_NEAR, _PREPOSITION_NEAR = 50, 24
#: No name is further away than the third.
_FAR = 2


class Standing(NamedTuple):
    """How one name stands.

    Attributes:
        role: on which side of the act's words, how many names away, and after which preposition.
        beside: the words right before and after it, one and two of them.
    """

    party: str | None
    role: str
    beside: tuple[str, ...]


def standings(setting: Setting) -> Iterator[Standing]:
    """The standing of each name of a clause: those before the act's words, the nearest first."""
    masked, words, clause = setting.masked, setting.likely.words, setting.clause.span
    for number, mention in enumerate(reversed(setting.sides.left)):
        preposition = _preposition(masked, clause.start, mention)
        owns = "owns" if masked[mention.span.end : mention.span.end + 2] in ("'s", "’s") else ""
        role = f"role L{min(_FAR, number)} {preposition}{owns}"
        yield Standing(mention.party, role, _beside(masked, clause, mention.span))
    for number, mention in enumerate(setting.sides.right):
        near = "near" if mention.span.start - words.end < _NEAR else "far"
        preposition = _preposition(masked, words.start, mention)
        role = f"role R{min(_FAR, number)} {preposition} {near}"
        yield Standing(mention.party, role, _beside(masked, clause, mention.span))


def _preposition(masked: str, start: int, mention: Mention) -> str | None:
    start = max(start, mention.span.start - _PREPOSITION_NEAR)
    found = _PREPOSITION.search(masked, start, mention.span.start)
    return found["word"].lower() if found else None


def _beside(masked: str, clause: Span, name: Span) -> tuple[str, ...]:
    before = _BESIDE.findall(masked, max(clause.start, name.start - _REACH), name.start)
    after = _BESIDE.findall(masked, name.end, min(clause.end, name.end + _REACH))
    led_in = [word.lower() for word in before if word not in _LITTLE][-2:]
    led_out = [word.lower() for word in after[:2]]
    found = [f"before {led_in[-1]}"] if led_in else []
    if len(led_in) > 1:
        found.append(f"before {led_in[0]} {led_in[1]}")
    if led_out:
        found.append(f"after {led_out[0]}")
    if len(led_out) > 1:
        found.append(f"after {led_out[0]} {led_out[1]}")
    return tuple(found)
