"""The desk: the one place that joins reading, ledger, board, seats and deals.

CLI, web, report and notebooks call the desk, and nothing under it. Each question that it answers
has a file of its own.
"""

from tieup.corrections import Decision
from tieup.desk.briefing import Briefing, CheckedClaim
from tieup.desk.desk import Desk
from tieup.desk.exchange import BroughtIn, ExchangeError, form_of
from tieup.desk.intake import ReadReport
from tieup.desk.revision import Changes, RevisionError
from tieup.desk.setting import EmptyLedgerError
from tieup.ledger import Entry, LedgerError, Reviewed
from tieup.reading.readers import ReadersError
from tieup.regions import NoReturnsError, PackError, UnknownNameError
from tieup.scenarios import ScenarioError

__all__ = [
    "Briefing",
    "BroughtIn",
    "Changes",
    "CheckedClaim",
    "Decision",
    "Desk",
    "EmptyLedgerError",
    "Entry",
    "ExchangeError",
    "LedgerError",
    "NoReturnsError",
    "PackError",
    "ReadReport",
    "ReadersError",
    "Reviewed",
    "RevisionError",
    "ScenarioError",
    "UnknownNameError",
    "form_of",
]
