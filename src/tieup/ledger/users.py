"""Users: who may enter changes through the web desk. They are no part of the record."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from secrets import token_urlsafe

from sqlalchemy import Connection, delete, func, insert, select, update

from tieup.ledger.errors import LedgerError
from tieup.ledger.tables import users
from tieup.ledger.writing import tell, told

_SECRET = "web_secret"  # noqa: S105 - the key under which it is kept, not the secret
#: Letters of the longest name.
_LONGEST = 60


class Users:
    """The users of a ledger."""

    def __init__(self, session: Callable[..., AbstractContextManager[Connection]]) -> None:
        """Use ``Ledger.users``."""
        self._session = session

    def names(self) -> tuple[str, ...]:
        """Everybody, by name."""
        with self._session() as connection:
            return tuple(connection.execute(select(users.c.name).order_by(users.c.name)).scalars())

    def any(self) -> bool:
        """Whether there is anybody."""
        with self._session() as connection:
            return bool(connection.execute(select(func.count()).select_from(users)).scalar())

    def password(self, name: str) -> str | None:
        """The hash of a user's password; None for a name that nobody has."""
        with self._session() as connection:
            query = select(users.c.password).where(users.c.name == name)
            return connection.execute(query).scalar()

    def add(self, name: str, password: str) -> None:
        """Add a user.

        Args:
            name: as it will stand on every change.
            password: its hash.

        Raises:
            LedgerError: for a name that is taken, empty, too long, or has marks that no page shows.
        """
        if not name.strip() or name != name.strip() or not name.isprintable():
            message = "a user's name has letters, and no spaces around it"
            raise LedgerError(message)
        if len(name) > _LONGEST:
            message = f"a user's name has at most {_LONGEST} letters"
            raise LedgerError(message)
        with self._session(writes=True) as connection:
            taken = connection.execute(select(users.c.name).where(users.c.name == name)).first()
            if taken:
                message = f"there is a user {name} already; tieup user password {name} changes it"
                raise LedgerError(message)
            row = {"name": name, "password": password, "since": datetime.now(UTC)}
            connection.execute(insert(users), row)

    def change(self, name: str, password: str) -> None:
        """Give a user another password; whoever is logged in by the old one is logged out.

        Raises:
            LedgerError: for a name that nobody has.
        """
        with self._session(writes=True) as connection:
            changed = update(users).where(users.c.name == name).values(password=password)
            _one(connection.execute(changed).rowcount, name)

    def remove(self, name: str) -> None:
        """Remove a user; the name stays on what was decided.

        Raises:
            LedgerError: for a name that nobody has.
        """
        with self._session(writes=True) as connection:
            _one(connection.execute(delete(users).where(users.c.name == name)).rowcount, name)

    def secret(self) -> str:
        """What sessions are signed with; made once, and kept with the users."""
        with self._session() as connection:
            found = told(connection, _SECRET)
        if found is not None:
            return found
        with self._session(writes=True) as connection:
            found = told(connection, _SECRET)
            if found is None:
                found = token_urlsafe(48)
                tell(connection, _SECRET, found)
        return found


def _one(rows: int, name: str) -> None:
    if rows != 1:
        message = f"there is no user {name}; tieup user list names those that there are"
        raise LedgerError(message)
