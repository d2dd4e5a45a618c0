"""The ledger: the append-only record of articles, statements and what was corrected in them."""

from tieup.ledger.asof import AsOf
from tieup.ledger.entries import Appended, Entry, Retracted, Reviewed
from tieup.ledger.errors import LedgerError
from tieup.ledger.kept import History, Kept, KeptBoards, KeptDay
from tieup.ledger.ledger import Ledger
from tieup.ledger.news import News
from tieup.ledger.users import Users

__all__ = [
    "Appended",
    "AsOf",
    "Entry",
    "History",
    "Kept",
    "KeptBoards",
    "KeptDay",
    "Ledger",
    "LedgerError",
    "News",
    "Retracted",
    "Reviewed",
    "Users",
]
