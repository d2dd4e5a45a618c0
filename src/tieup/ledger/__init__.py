"""The ledger: the append-only record of articles, statements and what was corrected in them."""

from tieup.ledger.asof import AsOf
from tieup.ledger.entries import Appended, Entry, Retracted, Reviewed
from tieup.ledger.errors import LedgerError
from tieup.ledger.kept import Kept, KeptBoards, KeptDay, News
from tieup.ledger.ledger import Ledger

__all__ = [
    "Appended",
    "AsOf",
    "Entry",
    "Kept",
    "KeptBoards",
    "KeptDay",
    "Ledger",
    "LedgerError",
    "News",
    "Retracted",
    "Reviewed",
]
