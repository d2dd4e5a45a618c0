"""A party, a front of parties that acts as one, or an umbrella bloc of the news."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A party's time in a front or bloc; None is open-ended."""

    party: str
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the party is a member on that day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A new name from a day on; the id stays."""

    on: date
    name: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who can ally.

    Attributes:
        kind: "party"; "front", a standing alliance that acts as one; or "bloc", an umbrella of the
            news that stands for its members of the day.
        forms: how the press writes it, misspellings included; case counts.
        seats_of_power: headquarters and bodies that stand for it in the press.
        planned_as: how it is shown before it was founded.
        lead: of a front, the member that leads it.
    """

    id: str
    name: str
    short: str
    kind: Literal["party", "front", "bloc"] = "party"
    colour: str
    forms: tuple[str, ...] = ()
    seats_of_power: tuple[str, ...] = ()
    founded: date | None = None
    planned_as: str | None = None
    lead: str | None = None
    members: tuple[Membership, ...] = ()
    renamings: tuple[Renaming, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name it has had and every form of the press, full names first."""
        names = (name for r in self.renamings for name in (r.name, r.short))
        return (self.name, self.short, *names, *self.forms)

    def members_on(self, day: date) -> tuple[str, ...]:
        """Ids of the members on that day; none for a plain party."""
        return tuple(m.party for m in self.members if m.holds_on(day))

    def name_on(self, day: date) -> str:
        """The full name it had on that day, "... (party planned)" before it was founded."""
        if self.founded is not None and day < self.founded and self.planned_as:
            return self.planned_as
        names = [r.name for r in sorted(self.renamings, key=lambda r: r.on) if r.on <= day]
        return names[-1] if names else self.name
