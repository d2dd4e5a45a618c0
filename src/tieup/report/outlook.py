"""Outlook: a projection as the page shows it: headline numbers, blocs, seats and assumptions."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tieup.regions import Region
from tieup.report.naming import Names
from tieup.seats import BlocProspect, Projection, SeatProspect, Spread
from tieup.seats.chances import percent

#: Blocs that the scenario does not name are shown from so many seats on average; others are summed.
LEAST_SEATS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocOutlook:
    """A bloc's seats and chances; power is None where no draw is hung."""

    parties: tuple[str, ...]
    name: str
    mean: float
    p05: int
    p50: int
    p95: int
    seats: str
    no_error: int
    majority: str
    chance: float
    kingmaker: str | None
    power: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyOutlook:
    """A party's seats; `inside` is the front that it belongs to."""

    party: str
    name: str
    inside: str | None
    mean: str
    p05: int
    p50: int
    p95: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatOutlook:
    """A constituency's chances, the largest first, as (name, percent)."""

    no: int
    name: str
    district: str
    reservation: str
    leader: str
    leader_name: str
    chance: float
    chances: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A projection in plain words.

    Attributes:
        headline: the chance of a majority, in one sentence.
        others: what parties outside the shown blocs win on average; None where nothing.
        leads: in how many constituencies each party or front leads, the most first.
    """

    headline: str
    base: str
    structure: tuple[str, ...]
    draws: int
    seed: int
    mark: int
    house: int
    hung: str
    hung_chance: float
    blocs: tuple[BlocOutlook, ...]
    others: str | None
    parties: tuple[PartyOutlook, ...]
    seats: tuple[SeatOutlook, ...]
    leads: Mapping[str, int]
    notes: tuple[str, ...]


def outlook(projection: Projection, region: Region, names: Names) -> Outlook:
    """A projection as the page shows it."""
    named = len(projection.scenario.blocs)
    shown = [
        bloc
        for number, bloc in enumerate(projection.blocs)
        if number < named or bloc.seats.mean >= LEAST_SEATS
    ]
    leads = Counter(seat.leader for seat in projection.constituencies)
    return Outlook(
        headline=_headline(projection, names),
        base=names.election(projection.scenario.base),
        structure=tuple(names.bloc(bloc) for bloc in projection.scenario.blocs),
        draws=projection.draws,
        seed=projection.seed,
        mark=projection.majority_mark,
        house=len(projection.constituencies),
        hung=percent(projection.hung),
        hung_chance=projection.hung,
        blocs=tuple(_bloc(bloc, projection, names) for bloc in shown),
        others=_others(projection, shown),
        parties=tuple(_parties(projection, names)),
        seats=tuple(_seat(seat, region, names) for seat in projection.constituencies),
        leads=dict(leads.most_common()),
        notes=tuple(names.plain(note) for note in projection.notes),
    )


def number(mean: float) -> str:
    """A mean number of seats, with a decimal where it is small."""
    return f"{mean:.0f}" if mean >= 10 else f"{mean:.1f}"  # noqa: PLR2004 - one digit is no news


def _headline(projection: Projection, names: Names) -> str:
    best = max(projection.blocs, key=lambda bloc: bloc.majority)
    name, mark = names.bloc(best.parties), projection.majority_mark
    if projection.draws == 0:
        won = number(best.seats.mean)
        return f"Without any error, {name} wins {won} seats; {mark} make a majority."
    if best.majority <= projection.hung:
        return f"No bloc is likely to reach the {mark} seats of a majority."
    chance = percent(best.majority)
    return f"{name} reaches the {mark} seats of a majority in {chance} of the simulated elections."


def _bloc(bloc: BlocProspect, projection: Projection, names: Names) -> BlocOutlook:
    power = next((p for p in projection.pivots if p.parties == bloc.parties), None)
    return BlocOutlook(
        parties=bloc.parties,
        name=names.bloc(bloc.parties),
        mean=bloc.seats.mean,
        p05=bloc.seats.p05,
        p50=bloc.seats.p50,
        p95=bloc.seats.p95,
        seats=number(bloc.seats.mean),
        no_error=bloc.no_error,
        majority=percent(bloc.majority),
        chance=bloc.majority,
        kingmaker=percent(power.kingmaker) if power else None,
        power=percent(power.shapley_shubik) if power else None,
    )


def _others(projection: Projection, shown: list[BlocProspect]) -> str | None:
    inside = {party for bloc in shown for party in bloc.parties}
    rest = sum(s.mean for party, s in projection.seats.items() if party not in inside)
    return number(rest) if rest >= LEAST_SEATS / 10 else None


def _parties(projection: Projection, names: Names) -> list[PartyOutlook]:
    """Parties by mean; a front is followed by its members."""
    found = []
    for party, spread in sorted(projection.seats.items(), key=lambda item: -item[1].mean):
        found.append(_party(party, spread, names, None))
        members = projection.members.get(party, {})
        found += [
            _party(member, inner, names, names.party(party))
            for member, inner in sorted(members.items(), key=lambda item: -item[1].mean)
        ]
    return found


def _party(party: str, spread: Spread, names: Names, inside: str | None) -> PartyOutlook:
    return PartyOutlook(
        party=party,
        name=names.party(party),
        inside=inside,
        mean=number(spread.mean),
        p05=spread.p05,
        p50=spread.p50,
        p95=spread.p95,
    )


def _seat(seat: SeatProspect, region: Region, names: Names) -> SeatOutlook:
    known = region.constituencies[seat.no]
    ranked = sorted(seat.chances.items(), key=lambda item: (item[0] != seat.leader, -item[1]))

    def name(party: str) -> str:
        stands = seat.standing.get(party, party)
        return names.party(party) + (f" ({names.party(stands)})" if stands != party else "")

    return SeatOutlook(
        no=seat.no,
        name=seat.name,
        district=known.district,
        reservation=known.reservation,
        leader=seat.leader,
        leader_name=name(seat.leader),
        chance=seat.chances.get(seat.leader, 0.0),
        chances=tuple((name(party), percent(chance)) for party, chance in ranked),
    )
