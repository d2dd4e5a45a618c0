"""Corrections: what people say of statements that were read, without rewriting what was read.

A review is a person's word on the reader: the statement was read rightly, wrongly, or should be
another. A retraction is the press's word on itself: what it printed, it took back. Both are entries
of the ledger like any other, and what stands under them stays there to be seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tieup.statements import Statement

T = TypeVar("T")


class Decision(StrEnum):
    """What a reviewer makes of a statement; "undo" takes the last decision back."""

    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's decision on one statement that was read.

    It corrects the reading, not the news: every day's view follows the last decision that had been
    recorded by the moment asked about, however old the statement.

    Attributes:
        statement: id of the one that was read; never of an amended one.
        decision: accept, reject, amend or undo.
        reviewer: who decided.
        note: why, in the reviewer's words.
        amended: what it should have been, of the same article; for "amend" and nothing else.
    """

    statement: str
    decision: Decision
    reviewer: str
    note: str = ""
    amended: Statement | None = None

    def faults(self) -> tuple[str, ...]:
        """What contradicts itself; empty for a sound review."""
        found = []
        if not self.reviewer.strip():
            found.append("nobody is named as the reviewer")
        if (self.decision is Decision.AMEND) != (self.amended is not None):
            found.append("an amended statement belongs to 'amend', and to nothing else")
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """What an outlet took back, from the day on which it said so.

    Attributes:
        content_id: the text.
        published: the day of the retraction; until then the statements were news, and count.
        by: the outlet or person who took it back.
        note: what was said, or where it stands.
        statement: id of the one statement that is taken back; None for the whole text.
    """

    content_id: str
    published: date
    by: str
    note: str = ""
    statement: str | None = None

    def faults(self) -> tuple[str, ...]:
        """What contradicts itself; empty for a sound retraction."""
        return () if self.by.strip() else ("nobody is named as taking it back",)


def standing(decided: Iterable[tuple[Review, T]]) -> dict[str, tuple[Review, T]]:
    """The decision that holds for each statement, by its id; an undo goes back to the one before.

    Args:
        decided: reviews in the order in which they were recorded, each with what goes with it.
    """
    stacks: dict[str, list[tuple[Review, T]]] = {}
    for review, told in decided:
        stack = stacks.setdefault(review.statement, [])
        if review.decision is not Decision.UNDO:
            stack.append((review, told))
        elif stack:
            stack.pop()
    return {statement: stack[-1] for statement, stack in stacks.items() if stack}
