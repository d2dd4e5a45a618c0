"""A person and the dated roles that say for whom the person speaks."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A post held between two days; None is open-ended.

    Attributes:
        unit: state, centre or district: whose voice in the party it is.
        styles: what the press calls the holder without the name, such as "ISF chief".
        planned: whether the party is only announced.
    """

    party: str
    title: str
    unit: str | None = None
    since: date | None = None
    until: date | None = None
    styles: tuple[str, ...] = ()
    planned: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A leader.

    Attributes:
        name: the canonical name.
        forms: other full spellings, misspellings included; case counts.
        short: what later mentions use alone: surname, first name, pet form.
        roles: in order of date.
    """

    name: str
    forms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    def role_on(self, day: date) -> Role | None:
        """The post in which the person speaks on that day: the last one begun that still holds.

        Without one that holds, the last one begun before; without that, None.
        """
        begun = [r for r in self.roles if r.since is None or r.since <= day]
        holding = [r for r in begun if r.holds_on(day)]
        candidates = holding or begun
        return candidates[-1] if candidates else None
