"""What deals were struck, what the best would have been by what was known then, and in hindsight.

    python benchmark/deals_history.py [DRAWS]

West Bengal in 2016 and 2021, where deals were struck, and Malaysia in 2022, where BN stood against
PN and PH nearly everywhere. "Then" projects from an election before. "In hindsight" takes the votes
that were cast as they were; what its draws leave open is who follows whom, and what a partner that
had left a seat has there. Nobody could know those votes, and voters might have done otherwise under
another deal. Seats in which none of the partners stood are left out. Beside means stand 95 percent
intervals of the mean difference over the same draws, then where 90 percent of the draws lie.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from tieup.deals import (
    DealError,
    Demands,
    Difference,
    Friendly,
    Prospects,
    Quota,
    allocate,
    prospects_of,
    winner_keeps,
)
from tieup.deals.outlook import seats_by_draw
from tieup.deals.prospects import NONE, Footing
from tieup.regions import Region, load_region
from tieup.scenarios import Scenario, parse_splits
from tieup.seats.contest import Ints
from tieup.seats.errors.errors import NO_ERROR

#: Where the ISF stood in three seats or more in 2021.
HOME = "North 24 Parganas,South 24 Parganas,Murshidabad,Howrah,Hooghly"
#: Parts of voters that follow.
RATES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Partners in an election.

    Attributes:
        then: how each base before is told, with its election, and votes supposed of a new party.
        struck: whether the partners had a deal; where not, each stood for itself.
        aside: one of them and who had a deal with it; seats where that one stood are left out.
    """

    region: str
    election: str
    partners: tuple[str, ...]
    then: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    struck: bool = True
    aside: tuple[str, ...] = ()


CASES = (
    Case(
        region="west-bengal",
        election="WB-2016",
        partners=("LF", "INC"),
        then={"by WB-2011": ("WB-2011", ""), "by LS-2014-WB": ("LS-2014-WB", "")},
    ),
    Case(
        region="west-bengal",
        election="WB-2021",
        partners=("LF", "INC", "ISF"),
        then={
            f"by LS-2019-WB, were ISF to take {part} of TMC's voters where it was at home": (
                "LS-2019-WB",
                f"ISF:TMC={part}@{HOME}",
            )
            for part in (0.1, 0.25)
        },
    ),
    Case(
        region="malaysia",
        election="GE-15",
        partners=("BN", "PAS", "BERSATU"),
        then={"by GE-14": ("GE-14", "")},
        struck=False,
        aside=("BN", "GRS"),
    ),
    Case(
        region="malaysia",
        election="GE-15",
        partners=("BN", "PN"),
        struck=False,
        aside=("BN", "GRS"),
    ),
    Case(
        region="malaysia",
        election="GE-15",
        partners=("PH", "BN"),
        struck=False,
        aside=("BN", "GRS"),
    ),
)


def among(found: Prospects, seats: Ints) -> Prospects:
    """The prospects of some seats alone."""
    footing = found.footing
    if footing is not None:
        footing = Footing(
            base=footing.base,
            votes=footing.votes[seats],
            places=footing.places[seats],
            parties=tuple(footing.parties[seat] for seat in seats.tolist()),
        )
    return replace(
        found,
        numbers=tuple(found.numbers[seat] for seat in seats.tolist()),
        names=tuple(found.names[seat] for seat in seats.tolist()),
        districts=tuple(found.districts[seat] for seat in seats.tolist()),
        winners=found.winners[:, seats],
        alone=found.alone[:, seats],
        sitting={},
        previous={},
        footing=footing,
    )


def compared(found: Prospects, struck: Ints | None) -> None:
    """Print the deal struck beside others; where there was none, what all would win alone."""
    partners = range(len(found.partners))
    alone = np.stack([(found.alone == p).sum(axis=1) for p in partners], axis=1)
    keeps = winner_keeps(found)
    deals: dict[str, Ints] = {}
    if struck is not None:
        single = len(found.partners)
        deals["struck"] = struck
        deals["no overlaps"] = np.where(struck < single, struck, likelier(found, struck))
        deals["same numbers, best seats"] = allocate(found, same_numbers(found, struck)).chosen
    met = Demands() if struck is None else Demands(friendly=meetings(found, struck))
    deals |= {"best": allocate(found, met).chosen, "winner keeps": keeps}
    try:
        deals["nash"] = allocate(found, objective="nash", limit=20).chosen
    except DealError as error:
        print(f"    nash: {error}")
    before = alone if struck is None else seats_by_draw(found, struck)
    printed("alone", found, alone, before)
    for name, chosen in deals.items():
        won = seats_by_draw(found, chosen)
        printed(name, found, won, before)
        if name == "struck" or (struck is None and name in {"best", "nash"}):
            gained(found, won - alone)
        if name in {"best", "nash"}:
            counts = Counter("+".join(found.options[option]) for option in chosen.tolist())
            print("      " + ", ".join(f"{who} in {number}" for who, number in counts.items()))


def printed(name: str, found: Prospects, won: Ints, before: Ints) -> None:
    """One line: means by partner and together, the mark, and how many more than before."""
    more = Difference.of((won - before).sum(axis=1))
    means = "".join(f"{mean:8.2f}" for mean in (*won.mean(axis=0), won.sum(axis=1).mean()))
    mark = 100 * (won.sum(axis=1) >= found.mark).mean()
    wide = f"({more.low:+.2f} to {more.high:+.2f}; {more.p05:+d} to {more.p95:+d})"
    print(f"    {name:26}{means}{mark:7.1f}%{more.mean:+8.2f} {wide}")


def same_numbers(found: Prospects, struck: Ints) -> Demands:
    """Each partner in as many seats as in the deal struck; they may meet where they met."""
    stands = found.stands[:, struck].sum(axis=1).tolist()
    return Demands(
        all=tuple(
            Quota(partner=p, least=n, most=n) for p, n in zip(found.partners, stands, strict=True)
        ),
        friendly=meetings(found, struck),
    )


def meetings(found: Prospects, struck: Ints) -> tuple[Friendly, ...]:
    """Leave to meet where partners met."""
    pairs = enumerate(found.options[len(found.partners) :], start=len(found.partners))
    seats = {who: np.flatnonzero(struck == option).tolist() for option, who in pairs}
    return tuple(
        Friendly(partners=who, seats=tuple(found.numbers[seat] for seat in where))
        for who, where in seats.items()
        if where
    )


def gained(found: Prospects, more: Ints) -> None:
    """Print what each partner has beyond standing alone, shape (draws, partners)."""
    for partner, mine in zip(found.partners, more.T, strict=True):
        gain = Difference.of(mine)
        wide = f"({gain.low:+.2f} to {gain.high:+.2f}; {gain.p05:+d} to {gain.p95:+d})"
        print(f"      {partner} over alone {gain.mean:+.2f} {wide}")


def likelier(found: Prospects, struck: Ints) -> Ints:
    """Of those who met in a seat, the one with whom the partners win it in more draws."""
    rated = found.counts.sum(axis=0) + found.bonus
    stood = found.stands[:, struck].T
    single = rated[:, : len(found.partners)]
    likeliest: Ints = np.where(stood, single, -1.0).argmax(axis=1)
    return likeliest


def overlaps(found: Prospects, struck: Ints) -> None:
    """Print what each pair's overlaps cost against the likelier of the two alone, by the votes."""
    one = likelier(found, struck)
    for pair in found.options[len(found.partners) :]:
        seats = np.flatnonzero(struck == found.options.index(pair))
        if not len(seats):
            continue
        met = found.winners[:, seats, struck[seats]] != NONE
        alone = found.winners[:, seats, one[seats]] != NONE
        cost = Difference.of(alone.sum(axis=1) - met.sum(axis=1))
        lost = seats[(alone.mean(axis=0) - met.mean(axis=0)) > 0.5]  # noqa: PLR2004 - likelier than not
        names = ", ".join(found.names[seat] for seat in lost.tolist()) or "none"
        print(
            f"    {'+'.join(pair)} in {len(seats)}: cost {cost.mean:.2f} seats "
            f"({cost.p05} to {cost.p95} in 90 percent of the draws); likely lost by it: {names}"
        )


def known(
    case: Case, base: str, supposed: str, draws: int, pairs: Sequence[tuple[str, ...]]
) -> Prospects:
    """The partners' prospects from a base; in hindsight where it is the election itself."""
    region = load_region(case.region)
    scenario = Scenario(
        base=base,
        blocs=(case.partners,),
        splits=parse_splits([supposed], region) if supposed else (),
    )
    errors = NO_ERROR if base == case.election else None
    return prospects_of(region, scenario, friendly=pairs, draws=draws, seed=7, errors=errors)


def by_rate(case: Case, seats: Ints) -> None:
    """Print what the best deal wins, by the part of each one's voters that follows the other."""
    region = load_region(case.region)
    one, other = case.partners
    won = []
    for rate in RATES:
        scenario = Scenario(
            base=case.election,
            blocs=(case.partners,),
            transfer={(one, other): rate, (other, one): rate},
        )
        found = among(prospects_of(region, scenario, draws=0), seats)
        won.append(f"{rate:.1f}: {allocate(found).value:.0f}")
    print(f"    best, by the part of voters that follows: {', '.join(won)}")


def told(case: Case, draws: int) -> None:
    """Print a case."""
    region: Region = load_region(case.region)
    stood = prospects_of(region, Scenario(base=case.election, blocs=(case.partners,)), draws=0)
    counts = Counter(stood.previous.values())
    print(f"{case.election}, {' and '.join(case.partners)}: ", end="")
    print(", ".join(f"{'+'.join(who)} in {n}" for who, n in counts.most_common()))
    pairs = sorted(who for who in counts if len(who) > 1) if case.struck else []
    others = set[int]()
    if case.aside:
        allied = Scenario(base=case.election, blocs=(case.aside,))
        there = prospects_of(region, allied, draws=0).previous
        others = {no for no, who in there.items() if set(who) - set(case.partners)}
    seats = np.array(
        [n for n, no in enumerate(stood.numbers) if no in stood.previous and no not in others]
    )
    heads = "".join(f"{name:>8}" for name in (*case.partners, "all"))
    bases = {**case.then, "in hindsight": (case.election, "")}
    for words, (base, supposed) in bases.items():
        print(f"  {words}\n    {'':26}{heads}{'mark':>8}{'more':>8}")
        found = among(known(case, base, supposed, draws, pairs), seats)
        struck = None
        if case.struck:
            who = [stood.previous[stood.numbers[seat]] for seat in seats]
            struck = np.array([found.options.index(standing) for standing in who])
        compared(found, struck)
        if struck is not None:
            overlaps(found, struck)
    if len(case.partners) == 2 and not case.struck:  # noqa: PLR2004 - rates of two
        by_rate(case, seats)


def main() -> None:
    """Print every case."""
    draws = int(next(iter(sys.argv[1:]), 2000))
    for case in CASES:
        told(case, draws)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
