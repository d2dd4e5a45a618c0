"""What could be known: a view of the ledger by its three clocks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Self

from tieup.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """A day as it is looked at, and what was known to those who look.

    Attributes:
        day: nothing that was both said and published after it is seen.
        published_by: the last day whose articles are seen; without it ``day`` itself, so that no
            later article leaks hindsight into an old day.
        recorded_by: the last moment whose entries are seen; None sees all that is in the ledger.
    """

    day: date
    published_by: date | None = None
    recorded_by: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a moment without a time zone: it could not be compared."""
        if self.recorded_by is not None and self.recorded_by.tzinfo is None:
            message = "recorded_by needs a time zone, such as UTC"
            raise ValueError(message)

    @classmethod
    def known(cls, day: date, *, on: date) -> Self:
        """The day as the ledger showed it at the end of another, in UTC."""
        return cls(day=day, recorded_by=datetime.combine(on, time.max, tzinfo=UTC))

    @property
    def horizon(self) -> date:
        """The last day whose articles are seen."""
        return self.day if self.published_by is None else self.published_by

    def sees(self, statement: Statement, recorded: datetime) -> bool:
        """Whether a statement, recorded then, is seen: the rule that every store must keep."""
        said = statement.said_on is not None and statement.said_on <= self.day
        return (
            statement.published <= self.horizon
            and (said or statement.published <= self.day)
            and (self.recorded_by is None or recorded <= self.recorded_by)
        )
