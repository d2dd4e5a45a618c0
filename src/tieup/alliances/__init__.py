"""Alliances: the board, timelines and checks, derived from the statements of the ledger."""

from tieup.alliances.board import Board, BoardEntry, Group, board, folded
from tieup.alliances.checks import Check, Verdict, check
from tieup.alliances.rules import DISPUTE_DAYS, RULES, Finding
from tieup.alliances.timeline import Turn, timeline

__all__ = [
    "DISPUTE_DAYS",
    "RULES",
    "Board",
    "BoardEntry",
    "Check",
    "Finding",
    "Group",
    "Turn",
    "Verdict",
    "board",
    "check",
    "folded",
    "timeline",
]
