"""Alliances: the board, timelines and checks, derived from the statements of the ledger."""

from tieup.alliances.board import STALE_DAYS, Board, BoardEntry, board, doubles, folded
from tieup.alliances.changes import Change, Changed, Standings, changes, standings
from tieup.alliances.checks.checks import Check, Verdict, check
from tieup.alliances.groups import Group
from tieup.alliances.histories.finding import Finding
from tieup.alliances.histories.rulebook import Rule, rules
from tieup.alliances.histories.rules import DISPUTE_DAYS
from tieup.alliances.outcomes.aftermath import Judged, Saying, Upshot
from tieup.alliances.outcomes.chances import CAUTION, Chance, chances
from tieup.alliances.outcomes.disputes import BorneOut, Dispute, disputes
from tieup.alliances.outcomes.outcomes import Ending, Outcome, outcome
from tieup.alliances.outcomes.rates import Rate
from tieup.alliances.outcomes.scores import FEWEST, Score, scores
from tieup.alliances.timeline import Turn, timeline

__all__ = [
    "CAUTION",
    "DISPUTE_DAYS",
    "FEWEST",
    "STALE_DAYS",
    "Board",
    "BoardEntry",
    "BorneOut",
    "Chance",
    "Change",
    "Changed",
    "Check",
    "Dispute",
    "Ending",
    "Finding",
    "Group",
    "Judged",
    "Outcome",
    "Rate",
    "Rule",
    "Saying",
    "Score",
    "Standings",
    "Turn",
    "Upshot",
    "Verdict",
    "board",
    "chances",
    "changes",
    "check",
    "disputes",
    "doubles",
    "folded",
    "outcome",
    "rules",
    "scores",
    "standings",
    "timeline",
]
