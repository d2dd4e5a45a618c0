"""Negotiations: a deal with all that is told beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tieup.articles import Progress
from tieup.deals import (
    Deal,
    Must,
    Objective,
    Outlook,
    Price,
    SeatDeal,
    Split,
    Talks,
    parse_pair,
)
from tieup.plots.leaders import OF_DEALS, strength
from tieup.regions import Region
from tieup.report.hexmap import HexMap, hexmap, lettered
from tieup.report.naming import Names
from tieup.report.outlook import SeatOutlook
from tieup.seats.chances import percent
from tieup.web.jobs import part_of

#: Seconds for objectives that may take long; what is best by then is shown with its bound.
LIMIT = 8.0
#: Prices of so many demands are worked out, each of which solves three deals.
PRICED = 24
#: The deal, the rules of thumb, the prices and the frontier.
STEPS = 4
#: Points of a frontier.
POINTS = 14


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Negotiation:
    """What partners can agree on.

    Attributes:
        rules: what each rule of thumb would bring.
        prices: of every demand; None where there are too many.
        between: two partners, and the frontier of the two.
    """

    deal: Deal
    rules: Mapping[str, Outlook]
    prices: tuple[Price, ...] | None
    between: tuple[str, str]
    splits: tuple[Split, ...]


def negotiation(
    talks: Talks, objective: Objective, between: str, progress: Progress
) -> Negotiation:
    """The deal, and what it is held against.

    Args:
        talks: of the partners.
        objective: what is best.
        between: whose frontier is drawn, such as "LF+INC"; of the two largest where empty.
        progress: told how many steps are done, of how many.

    Raises:
        DealError: for demands that can't all be met, or a frontier that can't be read.
        UnknownNameError: for an unknown partner or seat, with the nearest known.
    """
    progress(0, STEPS)
    found = talks.deal(objective, limit=LIMIT)
    progress(1, STEPS)
    demands = sum(len(d.seats) if isinstance(d, Must) else 1 for d in talks.demands.all)
    one, other = largest(found)
    if between:
        one, other = parse_pair(talks.region, between)
    rules = talks.rules()
    progress(2, STEPS)
    prices = talks.prices() if demands <= PRICED else None
    progress(3, STEPS)
    step = max(1, len(talks.prospects.numbers) // POINTS)
    splits = talks.splits(f"{one}+{other}", step=step, progress=part_of(progress, 4, STEPS))
    return Negotiation(deal=found, rules=rules, prices=prices, between=(one, other), splits=splits)


def largest(found: Deal) -> tuple[str, str]:
    """The two partners that stand in most seats."""
    shares = found.outlook.shares
    one, other, *_ = sorted(found.partners, key=lambda p: -shares[p].seats)
    return one, other


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A split on the frontier's drawing, in percent of its width and height."""

    x: float
    y: float
    told: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontier:
    """What one partner's seats cost the other, as a drawing.

    Attributes:
        line: the efficient splits, in percent, as points of a polyline.
        ticks: (place in percent, number) along x, and along y.
    """

    one: str
    other: str
    points: tuple[Point, ...]
    line: str
    across: tuple[tuple[float, str], ...]
    upwards: tuple[tuple[float, str], ...]


def frontier(found: Negotiation, names: Names) -> Frontier | None:
    """The drawing; None where there are no two splits to draw."""
    if len(found.splits) < 2:  # noqa: PLR2004 - a point is no line
        return None
    one, other = found.between
    shares = found.deal.outlook.shares
    now = (shares[one].deal, shares[other].deal)
    wide, high = (max(*(s.won[n] for s in found.splits), now[n], 0.1) * 1.08 for n in (0, 1))

    def place(won: tuple[float, float]) -> tuple[float, float]:
        return round(100 * won[0] / wide, 2), round(100 - 100 * won[1] / high, 2)

    points = []
    for split in found.splits:
        x, y = place(split.won)
        seats, won = split.seats, split.won
        points.append(
            Point(
                x=x,
                y=y,
                kind="" if split.efficient else "worse",
                told=(
                    f"{names.party(one)} stands in {seats[0]} and wins {won[0]:.1f}, "
                    f"{names.party(other)} in {seats[1]} and wins {won[1]:.1f}"
                ),
            )
        )
    x, y = place(now)
    points.append(Point(x=x, y=y, kind="chosen", told="the deal above"))
    best = sorted((s for s in found.splits if s.efficient), key=lambda s: s.won)
    return Frontier(
        one=one,
        other=other,
        points=tuple(points),
        line=" ".join("{},{}".format(*place(split.won)) for split in best),
        across=tuple((round(100 * n / wide, 2), f"{n:g}") for n in _ticks(wide)),
        upwards=tuple((round(100 - 100 * n / high, 2), f"{n:g}") for n in _ticks(high)),
    )


def _ticks(end: float) -> list[float]:
    steps = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
    step = next((s for s in steps if end / s <= 6), end)  # noqa: PLR2004 - as many as are read
    return [round(n * step, 2) for n in range(int(end / step) + 1)]


def allocation_map(found: Deal, region: Region, names: Names) -> HexMap | None:
    """Who stands where, the stronger the likelier it wins; None where the pack has no map."""
    if not region.has_map:
        return None
    chosen = {seat.partner for seat in found.allocation}
    standing = sorted(chosen, key=lambda p: ("+" in p, found.partners.index(p.split("+")[0])))
    drawn = hexmap(
        tuple(_seat(seat, region, names) for seat in found.allocation),
        region,
        lettered({partner: names.bloc(partner.split("+")) for partner in standing}),
    )
    cells = zip(drawn.cells, found.allocation, strict=True)
    return replace(
        drawn,
        cells=tuple(
            replace(cell, strength=strength(seat.chance, OF_DEALS)) for cell, seat in cells
        ),
    )


def _seat(seat: SeatDeal, region: Region, names: Names) -> SeatOutlook:
    chances = sorted(seat.chances.items(), key=lambda item: (item[0] != seat.partner, -item[1]))
    return SeatOutlook(
        no=seat.no,
        name=seat.name,
        district=seat.district,
        reservation=region.constituencies[seat.no].reservation,
        leader=seat.partner,
        leader_name=names.bloc(seat.partner.split("+")),
        chance=seat.chance,
        chances=tuple((names.bloc(p.split("+")), percent(chance)) for p, chance in chances),
    )
