"""Comparing: two scenarios with the same luck, what each wins, and the seats that differ."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tieup.deals import Difference
from tieup.report.naming import Names
from tieup.report.outlook import number
from tieup.seats import Projection, SeatProspect
from tieup.seats.chances import percent
from tieup.web.views.scenarios import Typed, Wanted

#: A party is told of that wins this many seats on average in either.
MENTIONED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDifference:
    """A party's seats in both, and what the other brings beyond the first.

    Attributes:
        more: of the draws' differences; None where the two are not of the same draws.
    """

    party: str
    before: str
    after: str
    mean: float
    more: Difference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorityDifference:
    """A bloc of either scenario, and its chance of a majority in each; None where it is no bloc."""

    parties: tuple[str, ...]
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatDifference:
    """A seat that another leads: who, and how likely, in each."""

    no: int
    name: str
    district: str
    before: str
    before_chance: str
    after: str
    after_chance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two scenarios.

    Attributes:
        structures: each in plain words.
        hung: the chance of it in each.
    """

    structures: tuple[str, str]
    hung: tuple[str, str]
    parties: tuple[PartyDifference, ...]
    majorities: tuple[MajorityDifference, ...]
    seats: tuple[SeatDifference, ...]


def comparison(
    first: Projection, second: Projection, districts: dict[int, str], names: Names
) -> Comparison:
    """What the second brings beyond the first."""
    structures = (_plainly(first, names), _plainly(second, names))
    pairs = zip(first.constituencies, second.constituencies, strict=True)
    majorities = [{b.parties: b.majority for b in p.blocs} for p in (first, second)]
    blocs = dict.fromkeys(b for p in (first, second) for b in p.scenario.blocs)
    return Comparison(
        structures=structures,
        hung=(percent(first.hung), percent(second.hung)),
        parties=tuple(_parties(first, second)),
        majorities=tuple(
            MajorityDifference(
                parties=bloc,
                before=percent(majorities[0][bloc]) if bloc in majorities[0] else None,
                after=percent(majorities[1][bloc]) if bloc in majorities[1] else None,
            )
            for bloc in blocs
        ),
        seats=tuple(
            SeatDifference(
                no=one.no,
                name=one.name,
                district=districts[one.no],
                before=one.leader,
                before_chance=_chance(one),
                after=two.leader,
                after_chance=_chance(two),
            )
            for one, two in pairs
            if one.leader != two.leader
        ),
    )


#: What the parts of an address are called where they set two scenarios apart.
_CALLED = {
    "base": "from the votes of",
    "swing": "swing",
    "shares": "shares",
    "transfer": "transfer",
    "split": "split",
    "support": "support from outside",
    "friendly": "friendly contests",
    "standing": "standing",
    "leaves": "left to others",
}


def assumed(first: Wanted, second: Wanted, names: Names) -> tuple[str, str]:
    """What each of two scenarios assumes that the other does not, beside its structure."""
    parts = [Typed.spelling(each).parts for each in (first, second)]
    told = [
        [
            f"{_CALLED[name]} {names.plain(text).replace('=', ' ')}"
            for name, text in mine
            if name in _CALLED and (name, text) not in theirs
        ]
        for mine, theirs in (parts, parts[::-1])
    ]
    return "; ".join(told[0]), "; ".join(told[1])


def _plainly(projection: Projection, names: Names) -> str:
    return " / ".join(names.bloc(bloc) for bloc in projection.scenario.blocs)


def _chance(seat: SeatProspect) -> str:
    return percent(seat.chances.get(seat.leader, 0.0))


def _parties(first: Projection, second: Projection) -> Iterable[PartyDifference]:
    """The largest first."""
    means = {
        party: tuple(p.seats[party].mean if party in p.seats else 0.0 for p in (first, second))
        for party in dict.fromkeys((*first.seats, *second.seats))
    }
    paired = first.draws == second.draws > 1 and first.seed == second.seed
    for party, (before, after) in sorted(means.items(), key=lambda item: -max(item[1])):
        if max(before, after) < MENTIONED:
            continue
        won = [_won(projection, party) for projection in (first, second)]
        yield PartyDifference(
            party=party,
            before=number(before),
            after=number(after),
            mean=after - before,
            more=Difference.of(won[1] - won[0]) if paired else None,
        )


def _won(projection: Projection, party: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Seats by draw."""
    if party not in projection.seats:
        return np.zeros(len(projection.draws_by_party), dtype=np.int64)
    return projection.draws_by_party[:, list(projection.seats).index(party)].astype(np.int64)
