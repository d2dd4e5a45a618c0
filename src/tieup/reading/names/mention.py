"""A mention: one naming of a party or a person in a text."""

from dataclasses import dataclass
from typing import Literal

from tieup.reading.text.spans import Span
from tieup.regions import Role

Sort = Literal["party", "person"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming in the text.

    Attributes:
        sort: a party (front, bloc) or a person.
        name: the party's id or the person's canonical name.
        party: for whom it stands: the party itself, or the one that the person speaks for that day.
        role: of a person, the post that day.
        attached: it only describes another mention beside it, and is nobody's by itself.
        opposed: "anti-BJP": the party is named as the one to be beaten.
        how: how it was recognised, for the statement's `why`.
    """

    span: Span
    sort: Sort
    name: str
    party: str | None
    role: Role | None = None
    attached: bool = False
    opposed: bool = False
    how: str = "name"
