"""Entries: what the ledger gives back, each with the moment at which it was recorded."""

from dataclasses import dataclass
from datetime import datetime

from tieup.corrections import Retraction, Review
from tieup.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """How many articles and statements were new."""

    articles: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement and the moment, in UTC, at which it was recorded.

    Attributes:
        statement: as it was read; or as a reviewer amended it, and recorded then.
        review: the decision by which it stands; None where nobody has decided.
    """

    statement: Statement
    recorded: datetime
    review: Review | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A review in the ledger; numbers run from 1, in the order in which they were recorded."""

    number: int
    review: Review
    recorded: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """A retraction in the ledger; numbers run from 1, in the order in which they were recorded."""

    number: int
    retraction: Retraction
    recorded: datetime
