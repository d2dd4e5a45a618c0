"""Days as inputs write them."""

import re
from datetime import date

#: Outside these years a date is a slip of the pen.
FIRST_YEAR, LAST_YEAR = 1900, 2100
#: A day, alone or with a time of day after it, as feeds and pages give it.
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}.{0,40})?")


def parse_day(written: str) -> date:
    """The day of "2025-12-28" or "2025-12-28T10:00:00+05:30", as written there.

    Raises:
        ValueError: with the reason in words.
    """
    shown = ascii(written.strip()[:40])
    found = _DAY.fullmatch(written.strip())
    if not found:
        message = f"{shown} is no date of the form YYYY-MM-DD"
        raise ValueError(message)
    year, month, day = (int(part) for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"the year of {shown} is outside {FIRST_YEAR} to {LAST_YEAR}"
        raise ValueError(message)
    try:
        return date(year, month, day)
    except ValueError:
        message = f"{shown} is no day of the calendar"
        raise ValueError(message) from None
