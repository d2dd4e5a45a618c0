"""Alliances: the board, timelines and checks, derived from the statements of the ledger."""

from tieup.alliances.board import STALE_DAYS, Board, BoardEntry, board, folded
from tieup.alliances.checks import Check, Verdict, check
from tieup.alliances.groups import Group
from tieup.alliances.rules import DISPUTE_DAYS, Finding, Rule, rules
from tieup.alliances.timeline import Turn, timeline

__all__ = [
    "DISPUTE_DAYS",
    "STALE_DAYS",
    "Board",
    "BoardEntry",
    "Check",
    "Finding",
    "Group",
    "Rule",
    "Turn",
    "Verdict",
    "board",
    "check",
    "folded",
    "rules",
    "timeline",
]
