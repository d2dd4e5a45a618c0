"""Asked: demands and offers of seats that are on record, as of a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tieup.deals.demands.demands import Demand, Quota
from tieup.statements import Statement
from tieup.vocabulary import AWAY, Act, Kind

#: What a number of seats is said to be, by how its key in Statement.seats ends.
_ASKED, _OFFERED, _AGREED = ":asked", ":offered", ":agreed"
#: Statements whose numbers are about seats to come.
_KINDS = frozenset({Kind.ALLIANCE, Kind.TARGET})
#: Acts that settle a number, and acts that take none up.
_SETTLING = frozenset({Act.AGREES})


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRecord:
    """What is on record of one partner's seats.

    Attributes:
        asked, offered, agreed: the latest number of each; None where there is none.
        because: ids of the statements that they rest on.
    """

    partner: str
    asked: int | None = None
    offered: int | None = None
    agreed: int | None = None
    because: tuple[str, ...] = ()

    def demand(self) -> Demand | None:
        """What was agreed, else at least what is asked; None where neither is on record.

        What is asked and not agreed goes with the offer, if there is one.
        """
        if self.agreed is not None:
            return Quota(partner=self.partner, least=self.agreed, most=self.agreed)
        if self.asked is None:
            return None
        return Quota(partner=self.partner, least=self.asked, offered=self.offered)


def on_record(
    statements: Iterable[Statement], partners: Sequence[str], election: str, *, seats: int
) -> tuple[OnRecord, ...]:
    """What is on record of each partner's seats for an election; nothing for those without.

    Args:
        statements: as of the day that is asked for.
        partners: who shares the seats.
        election: its id.
        seats: there are; who would stand in all of them asks nothing of partners.

    The latest word counts, by the day it was published, then by the statements' order; what two
    partners each offer a third, or agree with it, adds up. A number without more is agreed where
    the statement agrees and asked where it demands; else it is asked where the partner is the first
    of the parties, who acts, and offered where another is. A refusal or denial sets none, nor does
    a party's strength or a past result.
    """
    latest: dict[tuple[str, str], dict[str | None, tuple[int, str]]] = defaultdict(dict)
    told = [
        s
        for s in statements
        if s.election == election and not s.background and s.seats and s.kind in _KINDS
    ]
    for statement in sorted(told, key=lambda s: s.published):
        for key, number in statement.seats.items():
            partner, colon, kind = key.partition(":")
            said = colon + kind if colon else _meant(statement, partner)
            if partner in partners and said is not None and number < seats:
                numbers = latest[partner, said]
                giver = None if said == _ASKED else _other(statement, partner)
                if giver is None or None in numbers:
                    numbers.clear()
                numbers[giver] = (number, statement.id)
    found = []
    for partner in partners:
        asked, offered, agreed = (latest[partner, k] for k in (_ASKED, _OFFERED, _AGREED))
        because = (each[1] for of in (asked, offered, agreed) for each in of.values())
        if asked or offered or agreed:
            found.append(
                OnRecord(
                    partner=partner,
                    asked=_together(asked),
                    offered=_together(offered),
                    agreed=_together(agreed),
                    because=tuple(dict.fromkeys(because)),
                )
            )
    return tuple(found)


def _together(numbers: Mapping[str | None, tuple[int, str]]) -> int | None:
    """Those of all who give, added up; None of nobody."""
    return sum(number for number, _ in numbers.values()) if numbers else None


def _other(statement: Statement, partner: str) -> str | None:
    """The other of two parties; None where a statement is of one alone, or of more."""
    others = [party for party in statement.parties if party != partner]
    return others[0] if len(others) == 1 else None


def _meant(statement: Statement, partner: str) -> str | None:
    """What a number of a partner's seats is that the statement does not say more of."""
    if statement.act in _SETTLING:
        return _AGREED
    if statement.act in AWAY:
        return None
    if statement.act is Act.DEMANDS:
        return _ASKED
    acts = statement.parties[0] if statement.parties else partner
    return _ASKED if acts == partner else _OFFERED
