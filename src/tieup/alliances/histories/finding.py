"""A finding: where a relation stands by its record, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from tieup.statements import Statement
from tieup.vocabulary import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A status, the rule that gives it and the words it rests on.

    Attributes:
        towards, away: sides that move towards the other, or away from it.
        waiting_on: the side whose answer or decision is awaited; decider: with whom it is.
    """

    status: Status
    rule: str
    because: Sequence[Statement]
    towards: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    waiting_on: str | None = None
    decider: str | None = None
