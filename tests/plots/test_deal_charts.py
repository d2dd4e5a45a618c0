"""A deal's map and its frontier as charts."""

from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from tieup.deals import Allocation, Deal, Demands, Friendly, Split, talks, told
from tieup.plots.contrast import contrast, mix
from tieup.plots.deal import STEPS, dealmap
from tieup.plots.errors import NoMapError, PlotError
from tieup.plots.frontier import frontier
from tieup.plots.leaders import OF_DEALS
from tieup.plots.naming import MARK, NEUTRAL, PAPER
from tieup.regions import Region, load_region
from tieup.scenarios import Scenario


@cache
def shared(region: Region) -> tuple[Deal, tuple[Split, ...]]:
    """A deal of West Bengal with a friendly contest, and a frontier."""
    scenario = Scenario(base="WB-2021", blocs=(("LF", "INC", "ISF"),))
    asked = Demands(friendly=(Friendly(partners=("LF", "INC")),))
    about = talks(region, scenario, asked, draws=60, seed=7)
    found = about.deal()
    met = found.allocation[55]
    swap = about.swap(found, [f"{met.no}=LF+INC"])
    by_hand = Allocation(objective="seats", chosen=swap.chosen, value=0.0, bound=0.0, proven=False)
    return told(about.prospects, by_hand), about.splits("LF+INC", step=60)


def rows_of(spec: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["datasets"][layer["data"]["name"]]
    return found


def test_every_seat_is_in_the_colour_of_who_stands_there(bengal: Region) -> None:
    deal, _ = shared(bengal)
    spec = dealmap(deal, bengal, title="Who stands where").to_dict()
    rows = rows_of(spec, spec["layer"][0])
    assert len(rows) == len({(row["x"], row["y"]) for row in rows}) == 294
    stands = Counter(seat.partner for seat in deal.allocation)
    assert stands["LF+INC"] >= 1
    leasts = {STEPS[step][1]: least for least, step in OF_DEALS}
    for row, seat in zip(rows, deal.allocation, strict=True):
        both = "+" in seat.partner
        assert row["fill"] == (NEUTRAL if both else bengal.parties[seat.partner].colour)
        assert row["who"].endswith(f": {stands[seat.partner]}")
        assert row["reason"].startswith(seat.reason)
        assert leasts[row["chance"]] == max(m for m in leasts.values() if seat.chance >= m)
    assert len({row["letter"] for row in rows}) == len(stands)
    legend = spec["layer"][0]["encoding"]["color"]["scale"]["domain"]
    assert set(legend) == {row["who"] for row in rows}


def test_letters_contrast_with_what_they_stand_on(bengal: Region) -> None:
    deal, _ = shared(bengal)
    spec = dealmap(deal, bengal).to_dict()
    inks = {(row["fill"], row["chance"]): row["ink"] for row in rows_of(spec, spec["layer"][0])}
    pale = {ink for (_, chance), ink in inks.items() if chance == STEPS[1][1]}
    assert pale == {MARK}
    opacity = {words: opacity for opacity, words in STEPS.values()}
    for (fill, chance), ink in inks.items():
        seen = mix(PAPER, fill, opacity[chance])
        other = PAPER if ink == MARK else MARK
        assert contrast(ink, seen) >= contrast(other, seen)


def test_no_map_without_cells(bengal: Region) -> None:
    deal, _ = shared(bengal)
    with pytest.raises(NoMapError, match="Malaysia"):
        dealmap(deal, load_region("malaysia"))


def test_a_frontier_draws_what_the_splits_say(bengal: Region) -> None:
    _, splits = shared(bengal)
    spec = frontier(splits, bengal, title="The Left and the Congress").to_dict()
    brought, traded = spec["hconcat"]
    lines = [layer for layer in brought["layer"] if layer["mark"]["type"] == "line"]
    drawn = {rows[0]["name"]: rows for rows in (rows_of(spec, line) for line in lines)}
    assert set(drawn) == {"Left Front", "Congress", "together"}
    for rows, won in (
        (drawn["Left Front"], [split.won[0] for split in splits]),
        (drawn["Congress"], [split.won[1] for split in splits]),
        (drawn["together"], [split.outlook.total.mean for split in splits]),
    ):
        assert [row["won"] for row in rows] == pytest.approx(won, abs=1e-3)
        assert [row["stands"] for row in rows] == [split.seats[0] for split in splits]
    points = next(layer for layer in traded["layer"] if layer["mark"]["type"] == "point")
    assert [row["efficient"] for row in rows_of(spec, points)] == [s.efficient for s in splits]


def test_names_at_the_lines_ends_stay_apart(bengal: Region) -> None:
    _, splits = shared(bengal)
    spec = frontier(splits, bengal).to_dict()
    layers = spec["hconcat"][0]["layer"]
    ends = sorted(row["won"] for row in rows_of(spec, layers[-1]))
    most = max(split.outlook.total.mean for split in splits)
    assert min(b - a for a, b in pairwise(ends)) >= 0.05 * most - 1e-9


def test_a_frontier_is_of_two_splits_at_least(bengal: Region) -> None:
    _, splits = shared(bengal)
    with pytest.raises(PlotError, match="a smaller step"):
        frontier(splits[:1], bengal)
