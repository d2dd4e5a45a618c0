"""A briefing: all that a report shows of an election on a day, joined."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tieup.alliances import Board, Check, Turn
from tieup.articles import Article
from tieup.regions import Region
from tieup.seats import Projection
from tieup.statements import Statement
from tieup.vocabulary import Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaim:
    """A statement about a past election, and what the returns say of it."""

    statement: Statement
    check: Check

    def to_json(self) -> dict[str, Any]:
        """The published JSON of the statement, with its check."""
        return {**self.statement.to_json(), "check": self.check.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All that a report shows, joined.

    Attributes:
        relation: the pair whose timeline is told.
        articles: every article by the hash of its text.
        projection: None where no scenario was asked for.
    """

    region: Region
    board: Board
    relation: tuple[str, str]
    turns: tuple[Turn, ...]
    claims: tuple[CheckedClaim, ...]
    articles: Mapping[str, Article]
    projection: Projection | None


def liveliest(board: Board, statements: Iterable[Statement]) -> tuple[str, str]:
    """The relation with the most statements; of equals a disputed one, then by name.

    Returns:
        Two empty names for a board with nothing on it.
    """
    if not board.entries:
        return ("", "")
    said = [s.pairs for s in statements if s.kind is Kind.ALLIANCE]
    counts = {e.parties: sum(e.parties in pairs for pairs in said) for e in board.entries}
    return max(
        board.entries,
        key=lambda e: (counts[e.parties], e.status is Status.DISPUTED, e.parties),
    ).parties
