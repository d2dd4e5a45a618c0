"""Where West Bengal's voters went from election to election: the figures of docs/methods.md.

    python benchmark/known_transfer.py

Markdown: the whole state, four groups of districts, and the seats that partners left each other.
"""

import numpy as np
from numpy.typing import NDArray

from tieup.regions import Region, load_region
from tieup.seats import contest
from tieup.seats.transfer import TransferError, TransferMatrix, between, groups_of

PARTIES = ("TMC", "BJP", "LF", "INC", "ISF")
STEPS = (
    ("LS-2014-WB", "WB-2016"),
    ("WB-2016", "LS-2019-WB"),
    ("LS-2019-WB", "WB-2021"),
    ("WB-2016", "WB-2021"),
    ("WB-2021", "LS-2024-WB"),
    ("LS-2024-WB", "WB-2026"),
    ("WB-2021", "WB-2026"),
)
AREAS = {
    "north": (
        "Cooch Behar", "Alipurduar", "Jalpaiguri", "Kalimpong", "Darjeeling", "Uttar Dinajpur",
        "Dakshin Dinajpur", "Malda",
    ),
    "Murshidabad and Nadia": ("Murshidabad", "Nadia"),
    "Kolkata and the 24 Parganas": ("Kolkata", "North 24 Parganas", "South 24 Parganas"),
}  # fmt: skip
#: From an election, to one with partners: (who stands, who has left the seat to them).
ALLIED = (
    ("LS-2014-WB", "WB-2016", (("LF", ("INC",)), ("INC", ("LF",)))),
    (
        "LS-2019-WB",
        "WB-2021",
        (("LF", ("INC", "ISF")), ("INC", ("LF", "ISF")), ("ISF", ("LF", "INC"))),
    ),
)
Bools = NDArray[np.bool_]


def told(found: TransferMatrix) -> str:
    """The matrix as Markdown: percent of the row, with the interval."""
    low, high, shares = found.lower_shares, found.upper_shares, found.shares
    lines = [f"| from | {' | '.join(found.cols)} |", "| --- |" + " ---: |" * len(found.cols)]
    for j, row in enumerate(found.rows):
        part = found.table[j].sum() / found.table.sum()
        cells = [
            f"{100 * shares[j, k]:.0f} ({100 * low[j, k]:.0f}–{100 * high[j, k]:.0f})"
            for k in range(len(found.cols))
        ]
        lines.append(f"| {row} ({100 * part:.1f}%) | {' | '.join(cells)} |")
    return "\n".join([*lines, "", *(f"- {note}" for note in found.notes)])


def show(region: Region, one: str, other: str, heading: str, where: Bools | None = None) -> None:
    """Print one matrix, or why there is none."""
    seats = "" if where is None else f", {int(where.sum())} seats"
    print(f"\n### {one} to {other}: {heading}{seats}\n")
    try:
        found = between(
            contest(region, one),
            contest(region, other),
            groups_of(region, one, PARTIES),
            groups_of(region, other, PARTIES),
            where=where,
        )
    except TransferError as error:
        print(f"None: {error}.")
    else:
        print(told(found))


def standing(region: Region, election: str, party: str) -> Bools:
    """Shape (seats,): where the party or front has a candidate."""
    polled = contest(region, election)
    mine = polled.of(groups_of(region, election, (party,))[party])
    stands: Bools = np.logical_or.reduce(mine & polled.stood, axis=1)
    return stands


def main() -> None:
    """Print every matrix."""
    region = load_region("west-bengal")
    names = np.array([seat.district for seat in region.constituencies.values()])
    areas: dict[str, Bools] = {area: np.isin(names, districts) for area, districts in AREAS.items()}
    areas["south-west"] = np.isin(
        names, [each for area in AREAS.values() for each in area], invert=True
    )
    for one, other in STEPS:
        show(region, one, other, "the whole state")
        for area, where in areas.items():
            show(region, one, other, area, where)
    for one, other, partners in ALLIED:
        for stands, gone in partners:
            away = np.array([standing(region, other, party) for party in gone]).sum(axis=0)
            where = standing(region, other, stands) & (away == 0)
            show(region, one, other, f"{stands} stands for {' and '.join(gone)}", where)


if __name__ == "__main__":
    main()
