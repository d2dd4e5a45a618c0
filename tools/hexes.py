"""Lay a region's seats out as a map of hexagons, one a seat.

    python tools/hexes.py POLYGONS.geojson[.gz] OUT.csv [--seed 7]

Reads one feature a seat (`--number`: its integer number, `--group`: its district), in degrees, and
writes `no,q,r`: axial coordinates of pointy-top hexagons, q to the east, r to the south-east. For
hexagons of circumradius 1 the centre is at x = sqrt(3) (q + r/2), y = 1.5 r, with y downwards.

1. Relax. Crowded seats need as much room as wide ones. Least squares finds the plan on which every
   seat lies one step from each true neighbour, in its true compass direction.
2. Assign. A linear assignment gives every seat a cell of its own near its place on the plan.
3. Improve. Simulated annealing rotates the occupants of a few cells: two swap, or a chain up to an
   empty cell shifts and moves the outline. The cost counts neighbours apart or in a wrong
   direction, torn districts, strays and holes, ragged edges, and drift off the plan.

Prints how well that went. The same seed gives the same layout. Needs numpy, scipy and shapely.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from scipy.optimize import linear_sum_assignment
from shapely.geometry import shape

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))  # to the neighbours, in a ring
ROW = math.sqrt(3) / 2  # from one row of cells to the next, in steps
MARGIN = 4  # empty cells around the plan
HOLD = 0.02  # how strongly the plan is held to the true map; islands hang on nothing else
HOT, COLD = 0.5, 0.06  # first and last temperature of the annealing, in units of cost
SWAPS, LONGEST = 0.6, 9  # share of swaps among the rotations tried; cells in a chain

# What a layout pays for. Found by looking at maps: raise one and the others give way.
APART = 2.0  # true neighbours: times the cells between them
ASTRAY = 1.0  # true neighbours: times 1 - cos(angle off the true direction)
TORN = 12.0  # each piece of a district beyond the first, each stray patch, each hole
RAGGED = 0.08  # every cell: times its neighbours of another district (or emptiness), squared
DRIFT = 0.04  # every seat: times the squared distance from its place on the plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Seats in order of their number. Places are complex: east + south j, in degrees of latitude.

    `pairs` (n, 2) holds the indices of true neighbours, each pair once; `bearings` (n) the true
    direction from the first to the second, of length 1.
    """

    numbers: list[int]
    groups: list[str]
    centres: NDArray[np.complex128]
    pairs: NDArray[np.intp]
    bearings: NDArray[np.complex128]


def read_region(path: Path, number: str, group: str, near: float) -> Region:
    """Read the polygons; seats within `near` degrees of each other are neighbours."""
    raw = path.read_bytes()
    features = json.loads(gzip.decompress(raw) if path.suffix == ".gz" else raw)["features"]
    features.sort(key=lambda feature: int(feature["properties"][number]))
    shapes = [shape(feature["geometry"]) for feature in features]
    lon, lat = np.array([(each.centroid.x, each.centroid.y) for each in shapes]).T
    centres = lon * math.cos(math.radians(lat.mean())) - 1j * lat
    found = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=near).T
    pairs = np.array(sorted((a, b) for a, b in found.tolist() if a < b))
    ways = centres[pairs[:, 1]] - centres[pairs[:, 0]]
    return Region(
        numbers=[int(feature["properties"][number]) for feature in features],
        groups=[str(feature["properties"][group]) for feature in features],
        centres=centres,
        pairs=pairs,
        bearings=ways / abs(ways),
    )


def relax(region: Region) -> NDArray[np.complex128]:
    """Make the plan: the place of every seat, in steps from the plan's north-west corner."""
    first, second = region.pairs.T
    rows = np.arange(len(first))
    step = np.zeros((len(first), len(region.centres)))
    step[rows, first], step[rows, second] = -1.0, 1.0
    map_in_steps = region.centres / np.median(abs(step @ region.centres))
    # The normal equations of: step @ plan = bearings, HOLD * plan = HOLD * map_in_steps.
    pull = step.T @ region.bearings + HOLD**2 * map_in_steps
    plan = np.linalg.solve(step.T @ step + HOLD**2 * np.eye(len(pull)), pull)
    return np.asarray(plan - plan.real.min() - 1j * plan.imag.min())


class Layout:
    """Who sits in which cell (an index) of a board around the plan, and what that costs."""

    def __init__(self, region: Region, plan: NDArray[np.complex128]) -> None:
        columns = range(-MARGIN, math.ceil(plan.real.max()) + MARGIN + 1)
        rows = range(-MARGIN, math.ceil(plan.imag.max() / ROW) + MARGIN + 1)
        self.axial = np.array([(column - row // 2, row) for row in rows for column in columns])
        index = {(q, r): cell for cell, (q, r) in enumerate(self.axial.tolist())}
        self.around = [
            [index[n] for a, b in STEPS if (n := (q + a, r + b)) in index] for q, r in index
        ]
        inside = [cell for cell, ring in enumerate(self.around) if len(ring) == len(STEPS)]
        self.inside = set(inside)  # only these are ever taken
        q, r = self.axial.T
        places = q + r / 2 + 1j * ROW * r
        self.places: list[complex] = places.tolist()
        dq, dr = q[:, None] - q, r[:, None] - r
        self.distance = ((abs(dq) + abs(dr) + abs(dq + dr)) // 2).tolist()
        drift = abs(plan[:, None] - places) ** 2
        self.drift = drift.tolist()
        self.groups = region.groups
        self.ties: list[list[tuple[int, complex]]] = [[] for _ in plan]
        for (a, b), way in zip(region.pairs.tolist(), region.bearings.tolist(), strict=True):
            self.ties[a].append((b, way))
            self.ties[b].append((a, -way))
        self.cell = [inside[k] for k in linear_sum_assignment(drift[:, inside])[1]]
        self.seat: list[int | None] = [None] * len(self.axial)
        for seat, cell in enumerate(self.cell):
            self.seat[cell] = seat

    def rotate(self, cells: list[int]) -> None:
        """Every occupant moves to the cell before its own, the first one's to the last."""
        seats = [self.seat[cell] for cell in cells]
        for cell, seat in zip(cells, seats[1:] + seats[:1], strict=True):
            self.seat[cell] = seat
            if seat is not None:
                self.cell[seat] = cell

    def cost_at(self, cells: list[int]) -> float:
        """The part of the cost that a rotation of these cells can change, but for the flaws."""
        seats = {seat for cell in cells if (seat := self.seat[cell]) is not None}
        total = 0.0
        for seat in seats:
            here = self.cell[seat]
            total += DRIFT * self.drift[seat][here]
            for other, bearing in self.ties[seat]:
                if other in seats and other < seat:
                    continue  # counted from the other end
                there = self.cell[other]
                way = self.places[there] - self.places[here]
                cosine = (way * bearing.conjugate()).real / abs(way)
                total += APART * (self.distance[here][there] - 1) + ASTRAY * (1 - cosine)
        groups = {self.group_at(cell) for cell in cells}
        if len(groups) > 1:
            total += TORN * sum(self.torn(group) for group in groups if group is not None)
            touched = set(cells).union(*(self.around[cell] for cell in cells))
            total += RAGGED * sum(self.raggedness(cell) for cell in touched)
        return total

    def group_at(self, cell: int) -> str | None:
        """The district of the cell's seat, None for an empty cell."""
        seat = self.seat[cell]
        return None if seat is None else self.groups[seat]

    def raggedness(self, cell: int) -> int:
        """Neighbours of another kind, squared, so that one spur costs more than a long edge."""
        own = self.group_at(cell)
        return sum(self.group_at(other) != own for other in self.around[cell]) ** 2

    def torn(self, group: str) -> int:
        """Pieces of a district beyond the first."""
        own = {cell for cell, other in zip(self.cell, self.groups, strict=True) if other == group}
        return self.patches(own) - 1

    def flaws(self) -> int:
        """Patches of seats away from the rest, and holes."""
        taken = set(self.cell)
        return self.patches(set(range(len(self.seat))) - taken) + self.patches(taken) - 2

    def patches(self, left: set[int]) -> int:
        """Into how many patches of touching cells the set falls; empties it."""
        count = 0
        while left:
            count += 1
            patch = [left.pop()]
            while patch:
                touching = left.intersection(self.around[patch.pop()])
                left -= touching
                patch += touching
        return count

    def pick(self, dice: random.Random) -> list[int]:
        """Cells whose rotation is worth a try; a cell may come twice, which makes them void."""
        seat = dice.randrange(len(self.cell))
        if dice.random() < SWAPS and self.ties[seat]:  # to a cell beside a true neighbour
            friend, _ = dice.choice(self.ties[seat])
            return [dice.choice(self.around[self.cell[friend]]), self.cell[seat]]
        chain = [self.cell[seat]]  # walk at random to an empty cell: it is filled, the first left
        while len(chain) < LONGEST and self.seat[chain[-1]] is not None:
            chain.append(dice.choice(self.around[chain[-1]]))
        return chain[::-1]

    def improve(self, dice: random.Random, tries: int) -> None:
        """Anneal: what costs less stays, what costs more stays ever more rarely."""
        flaws = self.flaws()
        for turn in range(tries):
            cells = self.pick(dice)
            if len(set(cells)) < len(cells) or not self.inside.issuperset(cells):
                continue
            bearable = HOT * (COLD / HOT) ** (turn / tries) * dice.expovariate(1.0)
            reshapes = self.seat[cells[0]] is None
            before = self.cost_at(cells)
            self.rotate(cells)
            rise, now = self.cost_at(cells) - before, flaws
            if reshapes and (flaws or rise < bearable):  # slow, so only where it can matter
                now = self.flaws()
                rise += TORN * (now - flaws)
            if rise < bearable:
                flaws = now
            else:
                self.rotate(cells[::-1])


def report(region: Region, layout: Layout) -> str:
    """Say how well the layout keeps what is true on the ground."""
    steps = [layout.distance[layout.cell[a]][layout.cell[b]] for a, b in region.pairs.tolist()]
    beside, close = (sum(step <= reach for step in steps) / len(steps) for reach in (1, 2))
    districts = set(region.groups)
    whole = sum(not layout.torn(group) for group in districts)
    return (
        f"true neighbours (of {len(steps)}) within 1: {beside:.1%}, within 2: {close:.1%}\n"
        f"districts in one piece: {whole} of {len(districts)}, strays and holes: {layout.flaws()}"
    )


def write(path: Path, region: Region, layout: Layout) -> None:
    """Write `no,q,r` by number, shifted so that the smallest q and the smallest r are 0."""
    cells = layout.axial[layout.cell]
    rows = np.column_stack([region.numbers, cells - cells.min(axis=0)])
    np.savetxt(path, rows, fmt="%d", delimiter=",", header="no,q,r", comments="")


def main() -> None:
    """Read the command line, lay out, write, report."""
    parser = argparse.ArgumentParser(description="Lay a region's seats out as hexagons.")
    parser.add_argument("polygons", type=Path, help="GeoJSON in degrees, plain or .gz")
    parser.add_argument("out", type=Path, help="CSV to write: no,q,r")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--number", default="ac_no", help="property: the seat's number")
    parser.add_argument("--group", default="district", help="property: the seat's district")
    parser.add_argument("--near", type=float, default=0.002, help="neighbours: degrees apart")
    parser.add_argument("--tries", type=int, default=1_000_000, help="rotations to try")
    options = parser.parse_args()
    region = read_region(options.polygons, options.number, options.group, options.near)
    layout = Layout(region, relax(region))
    layout.improve(random.Random(options.seed), options.tries)
    write(options.out, region, layout)
    print(report(region, layout))


if __name__ == "__main__":
    main()
