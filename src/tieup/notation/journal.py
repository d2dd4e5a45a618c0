"""A journal: what was recorded, in order, and what was wrong with the file that it came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from tieup.articles import Article
from tieup.corrections import Retraction, Review
from tieup.problems import Problem
from tieup.statements import Statement

#: Whatever can stand in a ledger.
Noted = Article | Statement | Review | Retraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing noted, and when.

    Attributes:
        what: an article, statement, review or retraction.
        recorded: the moment at which a ledger took it, in UTC; None where none has yet.
    """

    what: Noted
    recorded: datetime | None = None

    def __post_init__(self) -> None:
        """Bring the moment to UTC.

        Raises:
            ValueError: for a moment without a time zone.
        """
        if self.recorded is None:
            return
        if self.recorded.tzinfo is None:
            message = "the moment of recording needs a time zone, such as UTC"
            raise ValueError(message)
        object.__setattr__(self, "recorded", self.recorded.astimezone(UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """Entries in order of recording, and problems in order of place."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in order of recording."""
        return tuple(what for what in self._noted() if isinstance(what, Article))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that were read; amended ones stand in their reviews."""
        return tuple(what for what in self._noted() if isinstance(what, Statement))

    @property
    def reviews(self) -> tuple[Review, ...]:
        """The reviews, in order of recording."""
        return tuple(what for what in self._noted() if isinstance(what, Review))

    @property
    def retractions(self) -> tuple[Retraction, ...]:
        """The retractions, in order of recording."""
        return tuple(what for what in self._noted() if isinstance(what, Retraction))

    def _noted(self) -> Iterator[Noted]:
        return (entry.what for entry in self.entries)
