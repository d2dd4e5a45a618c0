"""The projection against elections of the past, beside uniform and proportional swing.

    python benchmark/backtest.py [PATH of elections] [--until] [--json] [--overlaps] [--priors]

Every consecutive pair of elections of West Bengal (the bundled pack), of the states in PATH
(india/other_states_results.csv.gz), and Malaysia's GE-13 to GE-15 (malaysia/results.csv.gz). What
is estimated has not seen the pair that it is tested on: with --until it comes from pairs that were
over at the base, else from all others. --overlaps prints how often partners met, --priors the file
of sizes for lands with few elections of their own.
"""

import os

# One thread: the arrays are small, and threads that wait for each other cost more than they bring.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import csv
import gzip
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import combinations
from pathlib import Path
from typing import Any

from tieup.regions import load_region
from tieup.seats.backtest import (
    Past,
    Study,
    Trial,
    by_land,
    pairs,
    pasts,
    prior,
    rows,
    seat_error,
    trials,
    winners_right,
)
from tieup.seats.backtest.trial import GIVEN, OURS, OURS_BLIND, OURS_UNKNOWN, OURS_UNMOVED
from tieup.seats.tables import slate_from_table

DATA = Path(__file__).parent / "data" / "alliances.toml"
HOME = Path(__file__).parents[2] / "shared" / "elections"
#: Of each forecast.
DRAWS = 4_000
#: Its seats were redrawn.
LEFT_OUT = ("AS-AE-2026",)
#: State elections are held in spring or autumn; the half of the year does for their order.
MIDYEAR = 0.4


def indian(path: Path) -> tuple[list[Past], dict[str, dict[str, tuple[str, ...]]]]:
    """The other states' elections with their alliances, and who is whose heir."""
    table = tomllib.loads(DATA.read_text())
    allied = {each["id"]: tuple(map(frozenset, each["alliances"])) for each in table["election"]}
    found = [
        Past(
            id=name,
            land=name[:2],
            year=int(name[-4:]) + MIDYEAR,
            slate=slate_from_table(columns, columns={"seat": "ac_no"}),
            alliances=allied[name],
        )
        for name, columns in _grouped(path, ("ac_no", "party", "candidate", "votes", "electors"))
    ]
    heirs: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for each in table["same"]:
        heirs[each["election"]][each["from"]] = tuple(each["into"])
    return found, heirs


def malaysian(path: Path) -> list[Past]:
    """The federal elections; the parties of a coalition are allied."""
    found = []
    for name, columns in _grouped(
        path, ("seat", "party", "candidate", "votes", "coalition", "level")
    ):
        if columns["level"][0] != "federal" or name not in {"GE-13", "GE-14", "GE-15"}:
            continue
        groups: dict[str, set[str]] = defaultdict(set)
        parties = []
        for party, coalition in zip(columns["party"], columns["coalition"], strict=True):
            alone = party == "BEBAS"
            parties.append(coalition or "IND" if alone else party)
            if coalition:
                groups[coalition].add(parties[-1])
        numbers = [int(seat[2:5]) for seat in columns["seat"]]
        found.append(
            Past(
                id=name,
                land="MY",
                year={"GE-13": 2013.3, "GE-14": 2018.4, "GE-15": 2022.9}[name],
                slate=slate_from_table({**columns, "seat": numbers, "party": parties}),
                alliances=tuple(map(frozenset, groups.values())),
            )
        )
    return found


def _grouped(path: Path, names: Sequence[str]) -> Iterator[tuple[str, dict[str, list[Any]]]]:
    """Columns of a table by election."""
    found: dict[str, dict[str, list[Any]]] = {}
    with gzip.open(path, "rt", newline="") as file:
        for row in csv.DictReader(file):
            if row.get("level") == "state":
                continue
            columns = found.setdefault(row["election"], {name: [] for name in names})
            for name in names:
                columns[name].append(row[name])
    yield from found.items()


def overlaps(elections: Sequence[Past]) -> Iterator[str]:
    """In how many seats two partners both stood, of the smaller one's."""
    for each in elections:
        contest = each.slate.contest
        for group in each.alliances:
            stood = {p: contest.of(frozenset({p})).any(axis=1) for p in sorted(group)}
            for one, other in combinations(stood, 2):
                both = int((stood[one] & stood[other]).sum())
                fewer = int(min(stood[one].sum(), stood[other].sum()))
                if both or not fewer:
                    yield f"{each.id}: {one} and {other} met in {both} of {fewer}"


def shown(found: Sequence[Trial], title: str) -> None:
    """Print one table."""
    print(f"\n{title}: {len(found)} pairs")
    heads = ("winners right", 16), ("seat error", 12), ("Brier", 8), ("CRPS", 8), ("cover", 12)
    print(" " * 32 + "".join(f"{head:>{width}}" for head, width in (*heads, ("width", 8))))
    for row in rows(found):
        part = f"{row.right}/{row.seats} {100 * row.right / row.seats:.1f}"
        cover = f"{row.covered}/{row.parties}" if row.method.startswith("ours") else ""
        print(
            f"  {row.method:30}{part:>16}{row.seat_error:12.2f}{row.brier:8.3f}{row.crps:8.2f}"
            f"{cover:>12}{row.width:8.1f}"
        )


def compared(found: Sequence[Trial]) -> None:
    """Print differences with their intervals."""
    print("\nours less the others, 90 percent intervals of a paired bootstrap")
    for other in GIVEN:
        right, error = winners_right(found, OURS, other), seat_error(found, OURS, other)
        print(
            f"  {other:28} winners {right.mean:+.1f} ({right.low:+.1f} to {right.high:+.1f}) "
            f"points, seat error {error.mean:+.2f} ({error.low:+.2f} to {error.high:+.2f})"
        )


def priors(studies: Sequence[Study]) -> str:
    """What all pairs say, as src/tieup/seats/errors/priors.toml has it."""
    errors = prior(studies).errors
    slopes = ("own", "district", "earlier")
    sizes = ("state", "district", "seat", "tails", "middle", "lean", "newcomer")
    last = max(study.pair.target.year for study in studies)
    return "\n".join(
        (
            "# Sizes of error on the root scale, and the pull, for lands with few elections.",
            "# Written by: python benchmark/backtest.py PATH --priors",
            f"# From {len(studies)} pairs of elections in India until {last:.0f}: returns of the",
            "# Election Commission of India, West Bengal's from the pack (its SOURCES.md),",
            "# eight other states' through ElectionLens (TCPD Lok Dhaba), thecont1, karmadude.",
            "[errors]",
            *(f"{name} = {getattr(errors, name):.4f}" for name in sizes),
            "",
            "[pull]",
            *(f"{name} = {getattr(errors.pull, name):.2f}" for name in slopes),
        )
    )


def report(found: Sequence[Trial]) -> None:
    """Print all tables."""
    shown(found, "all")
    compared(found)
    print("\nwinners right by state")
    for land, those in by_land(found).items():
        right = "  ".join(f"{row.method} {row.right}" for row in those)
        print(f"  {land} ({those[0].seats}): {right}")
    changed = [each for each in found if each.study.pair.alliances_changed]
    shown(changed, "alliances changed")
    moved = winners_right(changed, OURS, OURS_UNMOVED)
    missed = seat_error(changed, OURS, OURS_UNMOVED)
    print(
        f"  moving votes adds: winners {moved.mean:+.2f} ({moved.low:+.2f} to {moved.high:+.2f}) "
        f"points, seat error {missed.mean:+.2f} ({missed.low:+.2f} to {missed.high:+.2f})"
    )
    for trial in found:
        print(f"\n{trial.study.pair.name}")
        for method in (OURS, OURS_UNKNOWN, OURS_BLIND):
            for party, score in trial.scores[method].parties.items():
                mark = "in" if score.covered else "out"
                print(
                    f"  {method:30}{party[:24]:24}{score.low:6.0f}{score.mean:8.1f}"
                    f"{score.high:6.0f}   was {score.seats:4}  {mark}"
                )


def main() -> None:
    """Run all."""
    flags = {each for each in sys.argv[1:] if each.startswith("--")}
    words = [each for each in sys.argv[1:] if not each.startswith("--")]
    path = Path(words[0]) if words else HOME
    elections = pasts(load_region("west-bengal"))
    heirs: dict[str, dict[str, tuple[str, ...]]] = {}
    malaysia: list[Past] = []
    if path.exists():
        others, heirs = indian(path / "india" / "other_states_results.csv.gz")
        if "--overlaps" in flags:
            print("\n".join(overlaps(others)))
            return
        elections += [each for each in others if each.id not in LEFT_OUT]
        malaysia = malaysian(path / "malaysia" / "results.csv.gz")
    else:
        print(f"{path} is not there: West Bengal alone")
    studies = [Study(pair=each) for each in pairs(elections, heirs)]

    def told(done: int, of: int) -> None:
        print(f"\r{done}/{of}", end="", file=sys.stderr, flush=True)

    if "--priors" in flags:
        print(priors(studies))
        return
    found = trials(studies, until="--until" in flags, draws=DRAWS, progress=told)
    if "--json" in flags:
        print(
            json.dumps({land: [asdict(r) for r in those] for land, those in by_land(found).items()})
        )
        return
    report(found)
    if malaysia and "--until" not in flags:
        abroad = [Study(pair=each) for each in pairs(malaysia)]
        tried = trials([*studies, *abroad], only=abroad, draws=DRAWS, progress=told)
        print("\nMalaysia, GE-13 to GE-15, with the sizes of India's states and its own other pair")
        report(tried)


if __name__ == "__main__":
    main()
