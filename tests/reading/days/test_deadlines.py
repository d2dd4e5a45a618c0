"""Deadlines: limits as days where they mean one, in their words where they don't."""

from datetime import date

import pytest

from tieup.reading.days.deadlines import deadline
from tieup.reading.text.spans import Span

SUNDAY = date(2025, 12, 28)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("give us our seats by Sunday", "2025-12-28"),
        ("they must reply by Friday", "2026-01-02"),
        ("by December 31 the front must answer", "2025-12-31"),
        ("Feb 15 is the deadline", "2026-02-15"),
        ("it set Friday's deadline", "2026-01-02"),
        ("the deadline expires on February 15", "2026-02-15"),
        ("it extended the deadline to January 10", "2026-01-10"),
        ("he was given until Friday to reply", "2026-01-02"),
        ("a list is due by month-end", "2025-12-31"),
        ("seats must be settled before Durga Puja", "2026-10-18"),
        ("it gave the front 48 hours to reply", "2025-12-30"),
        ("it sent a seven-day ultimatum", "2026-01-04"),
        ("they want a reply within a week", "2026-01-04"),
        ("they want a reply within a fortnight", "2026-01-11"),
        ("it gave the front a fortnight to reply", "2026-01-11"),
        ("they have a couple of days to reply", "2025-12-30"),
        ("they want a reply in the next ten days", "2026-01-07"),
        ("they want a reply by next week", "next week"),
        ("the talks went on until Friday", None),
        ("they will meet on Friday", None),
        ("the deal was struck by the leaders", None),
    ],
)
def test_until_when(text: str, until: str | None) -> None:
    found = deadline(text, Span(0, len(text)), SUNDAY, country="india")
    assert (str(found) if found else None) == until
