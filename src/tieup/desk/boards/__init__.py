"""Boards: where relations stand, from what is kept of it, brought up to date first.

A board of a hundred thousand statements takes seconds to work out and a moment to look up. What
was worked out is kept in the ledger; what came since changes the relations that it is about alone.
"""

from tieup.desk.boards.boards import Boards

__all__ = ["Boards"]
