"""The notation: a ledger as plain text, to be written by hand, read and compared line by line."""

from tieup.notation.journal import Entry, Journal, Noted
from tieup.notation.parsing import loads
from tieup.notation.printing import dumps, printed

__all__ = ["Entry", "Journal", "Noted", "dumps", "loads", "printed"]
