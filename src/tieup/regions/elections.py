"""An election: what is filled, when it was polled and counted, and who was allied in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance:
    """Parties that stood together in an election, as the record has it."""

    name: str
    parties: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """One election.

    Attributes:
        id: such as "WB-2021" (assembly) or "LS-2019-WB" (Lok Sabha by assembly segment).
        kind: what is filled. In a "lok-sabha" the seats are the constituencies' parents, and the
            returns are by segment.
        polled_from, polled_to: first and last day of polling.
        counted: the day of the count; an article after it is about the next election.
        has_returns: whether the pack holds its votes.
        later: seats polled after the others, by number, with the day of their count.
    """

    id: str
    kind: Literal["assembly", "lok-sabha"]
    name: str
    polled_from: date | None
    polled_to: date | None
    counted: date
    has_returns: bool
    later: Mapping[int, date] = field(default_factory=dict)
    alliances: tuple[Alliance, ...] = ()

    @property
    def year(self) -> int:
        """The year of the count."""
        return self.counted.year
