"""Passwords: checked slowly and seldom, so that guessing is no use."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from tieup.ledger import Users

#: Tries for one name, and for all names together.
ONE, ALL = parse("5 per minute"), parse("60 per minute")
#: What a password has at least.
SHORTEST, LONGEST = 10, 1_000
_HASHER = PasswordHasher()
#: Checked where nobody has the name, so that it takes as long.
_NOBODY = _HASHER.hash("nobody has this name")


class TooOftenError(Exception):
    """So many tries were made that the next must wait."""


def hashed(password: str) -> str:
    """What is kept of a password: its argon2id hash.

    Raises:
        ValueError: for one that is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        message = f"a password has {SHORTEST} to {LONGEST} letters"
        raise ValueError(message)
    return _HASHER.hash(password)


class Gate:
    """Lets in who knows a user's password."""

    def __init__(self, users: Users) -> None:
        """Nobody has tried yet."""
        self._users = users
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def opens(self, name: str, password: str) -> bool:
        """Whether the password is the user's.

        Raises:
            TooOftenError: after too many tries, whatever the password.
        """
        name = name.strip()
        if not (self._limiter.hit(ONE, "one", name.casefold()) and self._limiter.hit(ALL, "all")):
            raise TooOftenError
        known = self._users.password(name)
        try:
            _HASHER.verify(known or _NOBODY, password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False
        return known is not None
