"""Corrections: what people and outlets say of what was read, which stays as it is."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Connection

from tieup.corrections import Retraction, Review
from tieup.ledger.correcting import (
    all_retractions,
    enter_retraction,
    enter_review,
    reviews_of,
)
from tieup.ledger.entries import Retracted, Reviewed
from tieup.ledger.writing import close, next_moment


class Corrections:
    """The reviews and retractions of a ledger, as append-only as all of it."""

    def __init__(self, session: Callable[..., AbstractContextManager[Connection]]) -> None:
        """Use ``Ledger.corrections``."""
        self._session = session

    def review(self, review: Review, *, recorded: datetime | None = None) -> Reviewed:
        """Enter a person's decision on a statement.

        Args:
            review: of a statement that was read; one that names an amended statement is taken for
                the one that was amended. What it is amended to gets "review/NAME" as its reader,
                and keeps the origin of its text.
            recorded: as for ``Ledger.append``.

        Raises:
            LedgerError: for a statement that is not there, a decision that contradicts itself, an
                amended statement that contradicts its text, an undo where nothing is decided.
        """
        with self._session(writes=True) as connection:
            entered = enter_review(connection, review, next_moment(connection, recorded))
            close(connection, entered.recorded)
        return entered

    def retract(self, retraction: Retraction, *, recorded: datetime | None = None) -> Retracted:
        """Enter what an outlet took back; until its day the statements stand.

        Args:
            retraction: of a text, or of a statement in it.
            recorded: as for ``Ledger.append``.

        Raises:
            LedgerError: for a text or statement that is not there.
        """
        with self._session(writes=True) as connection:
            entered = enter_retraction(connection, retraction, next_moment(connection, recorded))
            close(connection, entered.recorded)
        return entered

    def reviews(self, statement: str | None = None) -> tuple[Reviewed, ...]:
        """Every review in the order of recording, or those of one statement.

        Raises:
            LedgerError: where the ledger has no such statement.
        """
        with self._session() as connection:
            return reviews_of(connection, statement)

    def retractions(self) -> tuple[Retracted, ...]:
        """Every retraction in the order of recording."""
        with self._session() as connection:
            return all_retractions(connection)
