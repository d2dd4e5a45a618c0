"""How fast are deals proven best, and how much better are they than rules of thumb?

    python benchmark/deals.py [BASE] [DRAWS] [LIMIT]

The bundled region, its house shared by the first 2, 3, ... 6 of six partners. For each objective,
free and under demands (quotas in proportion to the votes, give or take a tenth; ten must-have seats
and a district that is balanced): seconds by the clock and of the processor until it is proven or
the time is out, the value, what is left to the bound, the value over fresh draws, by which the deal
was not chosen, and the gain over each rule of thumb, in the objective's own unit. Where others use
the machine, the clock tells of them as well, and a search needs a higher limit than the usual 30
seconds to come as far.
"""

import sys
import time
from collections.abc import Iterator

import numpy as np

from tieup.deals import (
    Balance,
    Deal,
    DealError,
    Demand,
    Demands,
    Must,
    Objective,
    Outlook,
    Prospects,
    Quota,
    deal,
    outlook,
    proportional,
    prospects_of,
    winner_keeps,
)
from tieup.deals.thumb import largest_remainder
from tieup.regions import load_region
from tieup.scenarios import Scenario

PARTNERS = ("LF", "INC", "TMC", "ISF", "BSP", "SUCI")
OBJECTIVES: tuple[Objective, ...] = ("seats", "nash", "majority")
RULES = {"keeps": winner_keeps, "in parts": proportional}
#: Seconds for the chance of a majority, or a Nash product.
LIMIT = 30.0


def demands(prospects: Prospects) -> Demands:
    """Demands as partners make them, for this house."""
    footing = prospects.footing
    if footing is None:
        return Demands()
    numbers = largest_remainder(footing.votes.sum(axis=0), len(prospects.numbers))
    asked: list[Demand] = [
        Quota(partner=partner, least=int(0.9 * number), most=int(np.ceil(1.1 * number)) + 1)
        for partner, number in zip(prospects.partners, numbers.tolist(), strict=True)
    ]
    second = prospects.partners[1]
    best = np.argsort(-footing.votes[:, 1], kind="stable")[:10].tolist()
    asked.append(Must(partner=second, seats=tuple(prospects.numbers[seat] for seat in best)))
    district = prospects.districts[best[0]]
    asked.append(Balance(partner=prospects.partners[0], district=district, least=2))
    return Demands(all=tuple(asked))


def value(prospects: Prospects, found: Outlook, objective: Objective) -> float:
    """What an outlook is worth by an objective; no number where a product has none."""
    if objective == "seats":
        return found.total.mean
    if objective == "majority":
        return 100 * found.majority
    gains = np.array([found.shares[partner].gain for partner in prospects.partners])
    return float(np.exp(np.log(gains).mean())) if (gains > 0).all() else float("nan")


def lines(prospects: Prospects, fresh: Prospects, limit: float = LIMIT) -> Iterator[str]:
    """A line an objective, free and under demands; `fresh` are the same of other draws."""
    rules = {name: outlook(prospects, rule(prospects)) for name, rule in RULES.items()}
    for objective in OBJECTIVES:
        for name, asked in (("free", Demands()), ("demands", demands(prospects))):
            clock, used = time.perf_counter(), time.process_time()
            try:
                found: Deal | None = deal(prospects, asked, objective, limit=limit)
            except DealError as error:
                found, reason = None, str(error)
            clock, used = time.perf_counter() - clock, time.process_time() - used
            head = f"{len(prospects.partners)}  {objective:9}{name:9}{clock:7.2f}{used:7.2f}"
            if found is None:
                yield f"{head}  {reason}"
                continue
            mine = value(prospects, found.outlook, objective)
            unit = 100 if objective == "majority" else 1
            over = (mine - value(prospects, rule, objective) for rule in rules.values())
            gained = "".join(f"{'-':>14}" if np.isnan(each) else f"{each:+14.3f}" for each in over)
            others = value(fresh, outlook(fresh, found.chosen), objective)
            again = f"{'-':>10}" if np.isnan(others) else f"{others:10.3f}"
            yield f"{head}{mine:10.3f}{unit * found.gap:9.3f}{again}{gained}"


def main() -> None:
    """Print the table."""
    base = next(iter(sys.argv[1:]), "WB-2021")
    draws = int(next(iter(sys.argv[2:]), 10_000))
    limit = float(next(iter(sys.argv[3:]), LIMIT))
    region = load_region("west-bengal")
    print(f"{base}, {draws:,} draws, {len(region.constituencies)} seats")
    over = "".join(f"{'over ' + name:>14}" for name in RULES)
    print(f"n  objective           clock    cpu     value      gap     fresh{over}")
    for count in range(2, len(PARTNERS) + 1):
        scenario = Scenario(base=base, blocs=(PARTNERS[:count],))
        found, fresh = (prospects_of(region, scenario, draws=draws, seed=s) for s in (7, 8))
        found.counts.sum()
        for line in lines(found, fresh, limit):
            print(line, flush=True)
    print("seats: expected; nash: geometric mean of the gains, in seats; majority: percent points")


if __name__ == "__main__":
    main()
