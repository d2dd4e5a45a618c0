"""A setting: what the relations on offer for a clause share."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tieup.reading.acts.clause import Clause
from tieup.reading.acts.ranking import Likely
from tieup.reading.bonds import Bonds
from tieup.reading.relations.company import Company
from tieup.reading.relations.sides import Sides
from tieup.reading.relations.turns import Turns
from tieup.vocabulary import Act, Mode


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What the relations on offer for a clause share.

    Attributes:
        masked: the article with its names masked.
        told: acts told so far by set of parties.
        company: which parties the article names often, and together.
        last: the parties of the statement before.
        bonds: how parties stand to each other that day.
    """

    masked: str
    clause: Clause
    likely: Likely
    sides: Sides
    told: Mapping[frozenset[str], set[Act]]
    company: Company
    last: frozenset[str]
    bonds: Bonds

    @cached_property
    def turns(self) -> Turns:
        """The turns of phrase of the clause."""
        direct = self.clause.segment.mode is Mode.DIRECT
        return Turns(masked=self.masked, span=self.clause.span, direct=direct)

    @property
    def speaker(self) -> str | None:
        """The party of whoever speaks."""
        return self.clause.segment.voice.party

    @property
    def is_lone(self) -> bool:
        """Whether a party may do the act towards nobody named."""
        return self.likely.rule is not None and self.likely.rule.alone
