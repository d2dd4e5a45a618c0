"""How well the chance that a relation ends allied is foretold, leaving out one election at a time.

    python benchmark/chances.py [PACK] [--strict]

Cases are the relations of the pack's chronicle whose outcome is known. Each is asked for at every
horizon at which it was on the board, and counts once: its scores there are averaged. "Until" uses
only the elections before the one foretold, as the board does. With --strict, friendly contests in
more than a tenth of the smaller partner's seats count as standing apart.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from math import log
from statistics import fmean

from tieup.alliances.outcomes.chances import GROUPS, HORIZONS, WEIGHT, Case, cases, chances_of
from tieup.alliances.outcomes.outcomes import Ending
from tieup.alliances.outcomes.rates import Rate
from tieup.desk import Desk
from tieup.vocabulary import Status

Model = Callable[[Sequence[Case], Status, int], float]
#: Near the poll or far from it, in days.
NEAR = 60


def base(train: Sequence[Case], status: Status, horizon: int) -> float:  # noqa: ARG001 - a Model
    """The share of all that ended allied."""
    return Rate.of(sum(case.allied for case in train), len(train)).mean


def share(own: Sequence[Case], prior: float) -> float:
    """The share of some cases, leaning on a prior as the board's chances do."""
    return Rate.of(sum(c.allied for c in own), len(own), prior=prior, weight=WEIGHT).mean


def status_alone(train: Sequence[Case], status: Status, horizon: int) -> float:
    """Of those that were ever in the status."""
    own = [case for case in train if status in case.statuses.values()]
    return share(own, base(train, status, horizon))


def three_groups(train: Sequence[Case], status: Status, horizon: int) -> float:
    """What the board shows."""
    found = chances_of(train).get(status)
    return found.rate.mean if found else base(train, status, horizon)


def at_that_distance(train: Sequence[Case], status: Status, horizon: int) -> float:
    """Of those that were in a status of the group as many days before the poll."""
    group = next(group for group in GROUPS if status in group)
    own = [case for case in train if case.statuses.get(horizon) in group]
    return share(own, three_groups(train, status, horizon))


def near_or_far(train: Sequence[Case], status: Status, horizon: int) -> float:
    """Of those that were in a status of the group as near to the poll, or as far."""
    group = next(group for group in GROUPS if status in group)
    near = [h for h in HORIZONS if (h <= NEAR) == (horizon <= NEAR)]
    own = [case for case in train if any(case.statuses.get(h) in group for h in near)]
    return share(own, three_groups(train, status, horizon))


def finer(train: Sequence[Case], status: Status, horizon: int) -> float:
    """Each status, leaning on its group."""
    own = [case for case in train if status in case.statuses.values()]
    return share(own, three_groups(train, status, horizon))


MODELS: dict[str, Model] = {
    "base rate": base,
    "status alone": status_alone,
    "three groups of statuses": three_groups,
    "... and each status": finer,
    "... and the same distance": at_that_distance,
    "... and near or far (60 days)": near_or_far,
}


def scores(model: Model, tests: Sequence[tuple[Sequence[Case], Case]]) -> tuple[float, float]:
    """Mean log and Brier scores over cases, each the mean over its horizons; less is better."""
    logs, squares = [], []
    for train, case in tests:
        told = [model(train, status, horizon) for horizon, status in case.statuses.items()]
        logs.append(fmean(-log(p if case.allied else 1 - p) for p in told))
        squares.append(fmean((p - case.allied) ** 2 for p in told))
    return fmean(logs), fmean(squares)


def strict(case: Case) -> Case:
    """The case with friendly contests as standing apart."""
    friendly = case.outcome.ending is Ending.FRIENDLY
    return replace(case, outcome=replace(case.outcome, ending=Ending.APART)) if friendly else case


def main() -> None:
    """Print the tables."""
    options = [word for word in sys.argv[1:] if word.startswith("--")]
    packs = [word for word in sys.argv[1:] if not word.startswith("--")]
    with Desk.open(":memory:", packs[0] if packs else "west-bengal") as desk:
        desk.take_chronicle()
        found = cases(desk.ledger.statements(), desk.region, before=date.max)
    if "--strict" in options:
        found = tuple(map(strict, found))
    elections = [(e, list(own)) for e, own in groupby(found, key=lambda c: c.outcome.election)]
    print(f"{len(found)} relations, {sum(case.allied for case in found)} ended allied")
    for election, own in elections:
        print(f"  {election:<12}{sum(c.allied for c in own):>3} of {len(own)}")

    without = [
        ([c for c in found if c.outcome.election != e], x) for e, own in elections for x in own
    ]
    earlier, before = [], list[Case]()
    for _, own in elections:
        earlier += [(tuple(before), case) for case in own if before]
        before += own
    print(f"\n{'':<32}{'leave one out':>16}{'until':>16}")
    print(f"{'':<32}{'log':>8}{'Brier':>8}{'log':>8}{'Brier':>8}")
    for name, model in MODELS.items():
        figures = (*scores(model, without), *scores(model, earlier))
        print(f"{name:<32}" + "".join(f"{figure:8.3f}" for figure in figures))

    print("\nended allied, of those in a status so many days before the poll")
    print(f"{'':<12}" + "".join(f"{h:>8}" for h in HORIZONS) + f"{'ever':>10}")
    for status in Status:
        row = [[c.allied for c in found if c.statuses.get(h) is status] for h in HORIZONS]
        row.append([c.allied for c in found if status in c.statuses.values()])
        cells = [f"{sum(own)}/{len(own)}" if own else "-" for own in row]
        print(f"{status.value:<12}" + "".join(f"{c:>8}" for c in cells[:-1]) + f"{cells[-1]:>10}")

    print("\nchances from all of them: mean, 90 percent interval")
    for status, chance in sorted(
        chances_of(found).items(), key=lambda item: list(Status).index(item[0])
    ):
        rate = chance.rate
        print(
            f"{status.value:<12}{rate.mean:6.2f}{rate.p05:8.2f} -{rate.p95:5.2f}"
            f"   {rate.hits} of {rate.cases}"
        )


if __name__ == "__main__":
    main()
