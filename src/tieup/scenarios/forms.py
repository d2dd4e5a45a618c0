"""The forms of scenario and poll files, as people write them; checked field by field."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1, max_length=400)]
#: A number, or a number with its error: "0.6~0.1".
Amount = Annotated[float, Field(strict=True)] | Text
Place = Annotated[int, Field(strict=True)] | Text


class Form(BaseModel):
    """A table of a file; a key that nobody knows is an error, most often a slip of the pen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SplitForm(Form):
    """One [[split]]."""

    party: Text
    parent: Text
    part: float
    sd: float | None = None
    places: tuple[Place, ...] = ()


class LeavesForm(Form):
    """One [[leaves]]."""

    giver: Text
    taker: Text
    seats: tuple[Place, ...]


class SupportForm(Form):
    """One [[support]]."""

    party: Text
    to: Text


class ScenarioForm(Form):
    """A scenario file."""

    base: Text | None = None
    structure: Text
    friendly: Annotated[str, Field(pattern="^(kept|none)$")] = "kept"
    polls: Text | None = None
    swing: dict[str, float] = Field(default_factory=dict)
    shares: dict[str, Amount] = Field(default_factory=dict)
    transfer: dict[str, Amount] = Field(default_factory=dict)
    split: tuple[SplitForm, ...] = ()
    standing: dict[str, tuple[Place, ...]] = Field(default_factory=dict)
    leaves: tuple[LeavesForm, ...] = ()
    support: tuple[SupportForm, ...] = ()


class PollForm(Form):
    """One [[poll]]."""

    pollster: Text
    since: date = Field(alias="from")
    until: date = Field(alias="to")
    sample: int
    shares: dict[str, float]


class PollsForm(Form):
    """A poll file in TOML."""

    poll: tuple[PollForm, ...]


class PollRow(Form):
    """A line of a poll file in CSV: one party of one poll."""

    pollster: Text
    since: date = Field(alias="from")
    until: date = Field(alias="to")
    sample: int
    party: Text
    share: float
