"""What a ledger can fail by, and what to do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError


class LedgerError(Exception):
    """A ledger that can't be opened, read or written; its one line says what to do."""


@contextmanager
def plainly(name: str) -> Iterator[None]:
    """Turn what the database says into one line that says what to do."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        said = getattr(error, "orig", None) or error
        if isinstance(said, LedgerError):  # from within a statement to the database
            raise said from None
        message = f"the ledger {name} {_advice(said)}"
        raise LedgerError(message) from error
    except UnicodeEncodeError as error:
        message = f"the ledger {name} can't keep a text with lone surrogates; remove them"
        raise LedgerError(message) from error


#: What SQLite says, and what to do about it.
_SQLITE = (
    ("readonly", "can't be written; check the permissions of the file and its folder"),
    ("unable to open", "can't be opened; check the permissions of the file and its folder"),
    ("locked", "is being written by another program; try again when that is done"),
    ("full", "has no room left on its disk; make room and try again, nothing half is written"),
    ("malformed", "is damaged; restore it from a copy"),
    ("not a database", "is damaged, or no tieup ledger; restore it from a copy"),
    ("no such table", "is damaged; restore it from a copy"),
    ("disk I/O error", "can't be read or written by its disk; restore it from a copy elsewhere"),
)
#: How PostgreSQL's codes begin.
_POSTGRESQL = (
    ("3F000", "names a schema that is not there: make it first, with CREATE SCHEMA"),
    ("42501", "doesn't let this user read or write; ask its owner for the rights"),
    ("42P01", "is damaged: a table is missing; restore it from a copy"),
    ("55P03", "is being written by another program; try again when that is done"),
    ("53", "has no room or no connection left; try again later, nothing half is written"),
    ("57P", "was shut down; try again when it is back, nothing half is written"),
    ("25006", "can be read only; give the address of the server that takes writes"),
)
#: What it says to who is not let in, without a code.
_UNREACHED = (
    (("database", "does not exist"), "is not there: make the database first, with createdb"),
    (("authentication",), "doesn't let this user in; check name and password in its address"),
    (("role", "does not exist"), "doesn't know this user; check the name in its address"),
    (("no password",), "doesn't let this user in without a password; put it into its address"),
)


def _advice(said: BaseException) -> str:
    line = " ".join(str(said).split())
    code = getattr(said, "sqlstate", None) or ""  # PostgreSQL's; none where nobody answered
    if isinstance(said, sqlite3.Error):
        known = [advice for sign, advice in _SQLITE if sign in line]
    elif not code and type(said).__name__ == "OperationalError":
        known = [advice for signs, advice in _UNREACHED if all(sign in line for sign in signs)]
        known.append(f"can't be reached; check that its server runs and its address ({line})")
    else:
        known = [advice for sign, advice in _POSTGRESQL if code.startswith(sign)]
    return known[0] if known else f"failed: {line}"
