"""The ledger: the append-only record of articles, statements and what was corrected in them."""

from tieup.ledger.asof import AsOf
from tieup.ledger.corrections import Corrections
from tieup.ledger.entries import Appended, Entry, Retracted, Reviewed
from tieup.ledger.errors import LedgerError
from tieup.ledger.kept import History, Kept, KeptBoards
from tieup.ledger.kept_board import KeptBoard, KeptDay
from tieup.ledger.ledger import Ledger
from tieup.ledger.news import News
from tieup.ledger.recalled import Recalled
from tieup.ledger.users import Users

__all__ = [
    "Appended",
    "AsOf",
    "Corrections",
    "Entry",
    "History",
    "Kept",
    "KeptBoard",
    "KeptBoards",
    "KeptDay",
    "Ledger",
    "LedgerError",
    "News",
    "Recalled",
    "Retracted",
    "Reviewed",
    "Users",
]
