"""Prospects of a real scenario: drawn by itself, a deal wins what its prospects say."""

from dataclasses import replace

import numpy as np
import pytest

from tieup.deals import (
    Deal,
    DealError,
    Demands,
    Quota,
    apart_of,
    deal,
    prospects_of,
    stand_downs,
    talks,
    values_of,
)
from tieup.deals.outlook import seats_by_draw
from tieup.deals.parliament import by_parent, parents
from tieup.deals.prospects import NONE, Prospects
from tieup.regions import Region, UnknownNameError, load_region
from tieup.scenarios import Scenario
from tieup.seats import contest, project
from tieup.seats.errors.errors import ErrorSizes, error_sizes
from tieup.seats.errors.pull import Pull

BLOC = ("LF", "INC", "ISF")
SCENARIO = Scenario(base="WB-2021", blocs=(BLOC,))
DRAWS, SEED = 200, 3


@pytest.fixture(scope="module")
def found(bengal: Region) -> Prospects:
    return prospects_of(bengal, SCENARIO, friendly=(("LF", "INC"),), draws=DRAWS, seed=SEED)


def seat_by_seat(bengal: Region) -> ErrorSizes:
    """Errors of the region's sizes in which no seat hangs on who stands in others."""
    return replace(error_sizes(bengal, "WB-2021"), middle=1.0, pull=Pull())


def by_itself(shared: Deal, scenario: Scenario = SCENARIO) -> Scenario:
    """The scenario in which a deal stands."""
    standing: dict[str, tuple[int, ...]] = {}
    for seat in shared.allocation:
        standing[seat.partner] = (*standing.get(seat.partner, ()), seat.no)
    return replace(scenario, standing=standing, friendly="none")


def test_a_deal_drawn_by_itself_wins_the_same_in_every_draw(bengal: Region) -> None:
    sizes = seat_by_seat(bengal)
    found = prospects_of(bengal, SCENARIO, draws=DRAWS, seed=SEED, errors=sizes)
    shared = deal(found, Demands(all=(Quota(partner="INC", least=92, most=92),)))
    drawn = project(bengal, by_itself(shared), draws=DRAWS, seed=SEED, errors=sizes)
    won = seats_by_draw(found, shared.chosen)
    columns = [list(drawn.seats).index(partner) for partner in BLOC]
    assert (drawn.draws_by_party[:, columns] == won).all()
    assert won.sum() > 0


def test_who_supports_from_outside_counts_for_the_majority_alone(bengal: Region) -> None:
    sizes, scenario = seat_by_seat(bengal), replace(SCENARIO, support=(("TMC", "LF"),))
    bare = prospects_of(bengal, SCENARIO, draws=DRAWS, seed=SEED, errors=sizes)
    found = prospects_of(bengal, scenario, draws=DRAWS, seed=SEED, errors=sizes)
    assert (found.winners == bare.winners).all()
    shared = deal(found)
    drawn = project(bengal, by_itself(shared, scenario), draws=DRAWS, seed=SEED, errors=sizes)
    assert shared.outlook.majority == drawn.blocs[0].majority
    assert shared.outlook.majority > deal(bare).outlook.majority
    likely = deal(found, objective="majority", limit=2)
    assert likely.outlook.majority == likely.value >= shared.outlook.majority


def test_alone_is_everybody_apart(bengal: Region, found: Prospects) -> None:
    apart = frozenset(frozenset({partner}) for partner in BLOC)
    won = values_of(bengal, SCENARIO, draws=DRAWS, seed=SEED)(apart)
    for p, partner in enumerate(BLOC):
        assert ((found.alone == p).sum(axis=1) == won[partner]).all()


def test_without_error_every_structure_is_as_a_projection_has_it(bengal: Region) -> None:
    scenario = Scenario(base="WB-2016", blocs=(("LF", "INC"),))
    values = values_of(bengal, scenario, draws=0)
    for blocs in ((("LF",), ("INC",)), (("LF", "INC"),)):
        plain = project(bengal, scenario.regrouped(blocs), draws=0)
        won = values(frozenset(map(frozenset, blocs)))
        assert {p: w.tolist() for p, w in won.items()} == {
            p: [plain.no_error[p]] for p in ("LF", "INC")
        }


def test_who_stays_and_who_walks_out_err_alike(bengal: Region) -> None:
    """Where one of two had no candidate, the other's votes are the same with it and without."""
    scenario = Scenario(base="WB-2021", blocs=(("BJP", "ISF"),))
    found = prospects_of(bengal, scenario, draws=DRAWS, seed=SEED)
    assert found.footing is not None
    without = found.footing.places[:, found.index("ISF")] == 0
    assert without.sum() > 200
    mine = found.winners[:, without, found.index("BJP")] == found.index("BJP")
    alone = found.alone[:, without] == found.index("BJP")
    assert mine.any()
    assert (mine == alone).all()


def test_only_those_who_stand_win(found: Prospects) -> None:
    for option, standing in enumerate(found.options):
        won = set(np.unique(found.winners[:, :, option]).tolist()) - {NONE}
        assert won <= {found.index(partner) for partner in standing}


def test_the_past_is_as_the_returns_have_it(bengal: Region, found: Prospects) -> None:
    footing = found.footing
    assert footing is not None
    winners = bengal.returns("WB-2021").winners
    for no, holder in found.sitting.items():
        assert footing.places[no - 1, found.index(holder)] == 1
        assert footing.parties[no - 1][found.index(holder)] == winners[no].party
    stood = np.count_nonzero(footing.places, axis=0)
    assert stood.tolist() == [181, 92, 32]
    assert {no for no, who in found.previous.items() if who == ("LF", "INC")} == {46, 56, 240, 241}
    assert footing.base == "2021"


@pytest.mark.parametrize(
    ("state", "base", "partners", "told"),
    [
        ("west-bengal", "LS-2019-WB", ("LF", "INC"), "the Lok Sabha election of 2019"),
        ("malaysia", "GE-14", ("BN", "PAS"), "2018"),
    ],
)
def test_a_reason_names_another_house_than_the_region_s(
    state: str, base: str, partners: tuple[str, str], told: str
) -> None:
    region = load_region(state)
    found = prospects_of(region, Scenario(base=base, blocs=(partners,)), draws=0)
    assert found.footing is not None
    assert found.footing.base == told


def test_the_friendly_contests_of_2016_are_seventeen(bengal: Region) -> None:
    found = prospects_of(bengal, Scenario(base="WB-2016", blocs=(("LF", "INC"),)), draws=0)
    stood = [*found.previous.values()]
    assert stood.count(("LF", "INC")) == 17
    assert stood.count(("LF",)) + 17 == 206
    assert stood.count(("INC",)) + 17 == 92


def test_without_error_the_base_gives_the_returns(bengal: Region) -> None:
    found = prospects_of(bengal, Scenario(base="WB-2016", blocs=(("LF", "INC"),)), draws=0)
    assert found.draws == 1
    # Where one of the two stood in 2016, it wins what it won then.
    for no, standing in found.previous.items():
        if len(standing) == 1:
            option = found.options.index(standing)
            held = found.sitting.get(no) == standing[0]
            assert (found.winners[0, no - 1, option] != NONE) == held


def test_a_deal_is_between_partners_with_votes(bengal: Region) -> None:
    with pytest.raises(DealError, match="INC stands alone; a deal is between partners"):
        prospects_of(bengal, Scenario(base="WB-2021", blocs=(("INC",),)), draws=10)
    with pytest.raises(DealError, match="ISF had no votes at WB-2016"):
        prospects_of(bengal, Scenario(base="WB-2016", blocs=(("LF", "ISF"),)), draws=10)


def test_segments_add_up_to_lok_sabha_seats(bengal: Region) -> None:
    votes = contest(bengal, "LS-2019-WB")
    sums = by_parent(bengal, votes)
    assert sums.numbers.tolist() == list(parents(bengal)) == list(range(1, 43))
    assert sums.totals.sum() == pytest.approx(votes.totals.sum())
    won = [sums.parties[p] for p in sums.party[np.arange(42), sums.leaders()].tolist()]
    returned = bengal.returns("LS-2019-WB").winners
    assert won == [returned[no].party for no in range(1, 43)]


def test_seats_to_leave_without_an_alliance(bengal: Region) -> None:
    scenario = Scenario(base="LS-2019-WB", blocs=(("TMC",), ("BJP",)))
    found = apart_of(bengal, scenario, "LF", "INC", draws=DRAWS, seed=SEED, parliament=True)
    assert found.winners.shape == (DRAWS, 42, 3)
    # The Left had left this one to the Congress already: there is nothing to leave.
    place = found.seat("Maldaha Dakshin")
    assert (found.winners[:, place] == found.alone[:, place, None]).all()
    # In the other, a party of the Front stood all the same.
    assert (found.winners[:, found.seat("Baharampur"), 0] == 0).any()
    told = stand_downs(found, 4)
    assert sum(map(len, told.left.values())) <= 4
    assert sum(gain.mean for gain in told.gains.values()) > 0
    assert min(gain.mean for gain in told.gains.values()) >= 0
    with pytest.raises(DealError, match="LF and INC are partners"):
        apart_of(bengal, Scenario(base="WB-2021", blocs=(("LF", "INC"),)), "LF", "INC")


def test_talks_answer_every_question(bengal: Region) -> None:
    asked = Demands(all=(Quota(partner="ISF", least=40),))
    about = talks(bengal, SCENARIO, asked, target=20, draws=50, seed=SEED)
    best = about.deal()
    assert best.mark == 20
    assert best.outlook.shares["ISF"].seats >= 40
    for walkout in about.walkouts(best, ("gamma",)):
        # Who leaves while all others fall apart stands alone, over the draws of the deal.
        if len(walkout.group) == 1:
            (partner,) = walkout.group
            assert walkout.gains[partner].mean == pytest.approx(-best.outlook.shares[partner].gain)
    keeps = "winner keeps, else runner-up"
    assert {*about.rules()} == {keeps, "proportional"}
    rules = about.rules(["WB-2021", "LS-2019-WB"])
    assert rules[f"{keeps}, by 2021"] == rules[keeps]
    assert rules[f"{keeps}, by the Lok Sabha election of 2019"] != rules[keeps]
    with pytest.raises(UnknownNameError, match="WB-2020"):
        about.rules(["WB-2020"])
    assert [price.demand for price in about.prices()] == ["ISF stands in at least 40 seats"]
    assert list(about.ladder("ISF=40..42").rungs) == [40, 41, 42]
    splits = about.splits("LF+INC", step=100)
    assert [split.seats[0] for split in splits][:2] == [0, 100]
    leaving = about.walkouts(best, ("gamma",))
    assert len(leaving) == 6
    assert about.repair(best, leaving, "gamma").outlook.total.mean >= 0
    swap = about.swap(best, ["Bhangar=INC"])
    assert swap.chosen[about.prospects.seat("Bhangar")] == 1
    with pytest.raises(DealError, match="write it as LF\\+INC"):
        about.splits("LF")
    with pytest.raises(
        UnknownNameError, match="unknown seat 'Bhangra'; the nearest known: Bhangar"
    ):
        about.swap(best, ["Bhangra=INC"])
