"""The ledger: the append-only record of articles and statements, each with when it was recorded."""

from tieup.ledger.asof import AsOf
from tieup.ledger.errors import LedgerError
from tieup.ledger.ledger import Appended, Entry, Ledger

__all__ = ["Appended", "AsOf", "Entry", "Ledger", "LedgerError"]
