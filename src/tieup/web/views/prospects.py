"""Prospects: a projection as the Seats page shows it, with what the report's outlook leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tieup.regions import Region
from tieup.regions.returns import NOTA, OTHERS
from tieup.report.hexmap import HexMap, hexmap, lettered
from tieup.report.naming import Names
from tieup.report.outlook import BlocOutlook, Outlook, outlook
from tieup.seats import Projection
from tieup.seats.chances import percent
from tieup.web.views.histograms import Histograms, histograms

#: So many smallest winning coalitions are told.
COALITIONS = 6
#: Blocs that the scenario does not name have a histogram from so many seats on average.
DRAWN = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a bar, in percent of its width; party is None for what is hung."""

    party: str | None
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Seats that one party won at the base and another is likeliest to win now."""

    before: str
    after: str
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Winning:
    """A smallest winning coalition, and in what part of the hung draws it is one."""

    blocs: tuple[tuple[str, ...], ...]
    frequency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """A projection.

    Attributes:
        told: headline numbers, blocs, seats and assumptions.
        outcomes: who has a majority how often, as parts of a bar.
        map: None where the pack has none.
        turned: numbers of the seats that change hands.
    """

    told: Outlook
    histograms: Histograms | None
    outcomes: tuple[Piece, ...]
    map: HexMap | None
    passages: tuple[Passage, ...]
    turned: frozenset[int]
    coalitions: tuple[Winning, ...]


def prospect(projection: Projection, region: Region, names: Names) -> Prospect:
    """A projection as the page shows it."""
    told = outlook(projection, region, names)
    drawn = [
        bloc
        for number, bloc in enumerate(projection.blocs)
        if number < len(projection.scenario.blocs) or bloc.seats.mean >= DRAWN
    ]
    before = held(region, projection)
    turned = {s.no: s for s in projection.constituencies if s.leader != before.get(s.no, s.leader)}
    passages: dict[tuple[str, str], list[str]] = {}
    for no, seat in turned.items():
        passages.setdefault((before[no], seat.leader), []).append(seat.name)
    return Prospect(
        told=told,
        histograms=histograms(projection, drawn),
        outcomes=_outcomes(told.blocs, told.hung_chance) if projection.draws else (),
        map=_map(told, region, names),
        passages=tuple(
            Passage(before=one, after=other, seats=tuple(seats))
            for (one, other), seats in sorted(passages.items(), key=lambda item: -len(item[1]))
        ),
        turned=frozenset(turned),
        coalitions=tuple(
            Winning(blocs=each.blocs, frequency=percent(each.frequency))
            for each in projection.coalitions[:COALITIONS]
        ),
    )


def held(region: Region, projection: Projection) -> Mapping[int, str]:
    """Who won each seat at the base, by the names that the projection has for them.

    A seat without a poll is left out.
    """
    base = projection.scenario.base
    named = {party for bloc in projection.scenario.blocs for party in bloc}
    contenders = named | set(projection.no_error)
    day = region.election(base).counted
    found = {}
    for no, rows in region.returns(base).by_constituency.items():
        polled = [row for row in rows if row.party not in (NOTA, OTHERS)]
        if not polled:
            continue
        party = max(polled, key=lambda row: row.votes).party
        front = region.front_of(party, day)
        found[no] = front if front in contenders and party not in named else party
    return found


def _outcomes(blocs: Sequence[BlocOutlook], hung: float) -> tuple[Piece, ...]:
    """Side by side: each bloc's chance of a majority, then the chance that nobody has one."""
    parts = [(bloc.parties[0], bloc.chance) for bloc in blocs if bloc.chance > 0]
    pieces, x = [], 0.0
    for party, chance in (*parts, *([(None, hung)] if hung > 0 else [])):
        # Who supports a bloc counts for it, so that two may have a majority at once.
        width = min(100 * chance, 100 - x)
        pieces.append(Piece(party=party, x=round(x, 2), width=round(width, 2)))
        x += width
    return tuple(pieces)


def _map(told: Outlook, region: Region, names: Names) -> HexMap | None:
    if not region.has_map:
        return None
    return hexmap(told.seats, region, lettered({party: names.party(party) for party in told.leads}))
