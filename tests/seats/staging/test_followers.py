"""Followers: who goes along when a partner stands down, estimated, stated or by the prior."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_region import tiny

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.seats import stage
from tieup.seats.staging.followers import (
    FOLLOW,
    PRIOR_RATE,
    SPREAD,
    Rate,
    Seen,
    estimated,
    notes_of,
    seen,
)
from tieup.seats.staging.record import Past, record

SEATS = 120
LUCK = np.random.default_rng(5)
GIVER, TAKER = LUCK.uniform(0.02, 0.3, SEATS), LUCK.uniform(0.05, 0.4, SEATS)


def pair_of(part: float, kept: float, noise: float = 0.0) -> tuple[Past, Past]:
    """Two elections: B stands everywhere, A only in the first; of A's voters a part follows."""
    districts = np.arange(SEATS) % 8
    after = kept * (TAKER + part * GIVER) + noise * LUCK.normal(size=SEATS)
    before = Past(
        election="T-2015",
        counted=date(2015, 5, 1),
        shares={"A": GIVER, "B": TAKER},
        circles=(),
        districts=districts,
    )
    return before, Past(
        election="T-2020",
        counted=date(2020, 5, 1),
        shares={"B": np.maximum(after, 0.001)},
        circles=(frozenset("AB"),),
        districts=districts,
    )


@pytest.mark.parametrize("part", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("kept", [0.3, 1.0, 1.4])
def test_the_part_is_found_whatever_the_tide(part: float, kept: float) -> None:
    told = seen(*pair_of(part, kept), "A", "B")
    assert told is not None
    assert told.seats == SEATS
    assert told.part == pytest.approx(part, abs=1e-6)


def test_its_error_is_as_large_as_it_strays() -> None:
    told = [seen(*pair_of(0.5, 1.0, 0.03), "A", "B") for _ in range(60)]
    parts = [each.part for each in told if each]
    errors = [each.error for each in told if each]
    assert np.mean(parts) == pytest.approx(0.5, abs=0.03)
    assert np.mean(errors) == pytest.approx(np.std(parts), rel=0.35)


def test_few_seats_or_a_taker_whose_votes_say_nothing_tell_nothing() -> None:
    before, after = pair_of(0.5, 1.0)
    few = Past(
        election="T-2015",
        counted=before.counted,
        shares={"A": np.where(np.arange(SEATS) < 20, GIVER, 0), "B": TAKER},
        circles=(),
        districts=before.districts,
    )
    assert seen(few, after, "A", "B") is None
    shuffled = Past(
        election="T-2020",
        counted=after.counted,
        shares={"B": LUCK.permutation(TAKER)},
        circles=after.circles,
        districts=after.districts,
    )
    assert seen(before, shuffled, "A", "B") is None


def test_without_a_past_the_prior_holds() -> None:
    assert PRIOR_RATE.mean == FOLLOW
    assert PRIOR_RATE.state_sd == pytest.approx(SPREAD)


@given(
    st.lists(
        st.builds(
            Seen,
            before=st.just("T-2015"),
            after=st.just("T-2020"),
            seats=st.just(50),
            part=st.floats(-1, 3),
            error=st.floats(0.01, 2),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_what_was_seen_draws_the_rate_and_narrows_it(told: list[Seen]) -> None:
    rate = Rate.of(told)
    assert 0 <= rate.mean <= 1
    assert 0 < rate.state_sd <= PRIOR_RATE.state_sd + 1e-9
    lowest, highest = min(s.part for s in told), max(s.part for s in told)
    assert min(lowest, FOLLOW, 1) - 1e-9 <= rate.mean <= max(highest, FOLLOW, 0) + 1e-9


def test_transfer_between_the_left_and_congress_is_asymmetric(bengal: Region) -> None:
    rates = estimated(record(bengal, "WB-2026"))
    there, back = rates["LF", "INC"], rates["INC", "LF"]
    assert len(there.seen) == len(back.seen) == 3
    assert there.mean - back.mean > there.state_sd
    assert all(one.part > two.part for one, two in zip(there.seen, back.seen, strict=True))


def test_only_what_was_known_at_the_base_counts(bengal: Region) -> None:
    assert estimated(record(bengal, "LS-2014-WB")) == {}
    (told,) = estimated(record(bengal, "WB-2016"))["LF", "INC"].seen
    assert (told.before, told.after) == ("LS-2014-WB", "WB-2016")


def test_what_the_user_states_goes_before(bengal: Region) -> None:
    blocs = (("LF", "INC"), ("TMC",), ("BJP",))
    pair = ("LF", "INC")
    staged = stage(
        bengal,
        Scenario(
            base="WB-2026",
            blocs=blocs,
            transfer={pair: 0.3},
            transfer_errors={pair: 0.05},
        ),
    )
    assert staged.followers.rate(*pair) == Rate(mean=0.3, state_sd=0.05, source="stated")
    told = " ".join(notes_of(staged.followers, staged.downs))
    assert "30 percent of its voters follow, give or take 5." in told
    assert "estimated from WB-2016, WB-2021 and LS-2024-WB, and drawn" in told


def test_a_seat_can_be_left_without_an_alliance() -> None:
    land = tiny([{"A": 50, "B": 40, "C": 30}, {"A": 50, "B": 40, "C": 30}])
    scenario = Scenario(
        base="T-2020",
        blocs=(("B",), ("C",)),
        leaves={("C", "B"): (2,)},
        transfer={("C", "B"): 0.5},
    )
    staged = stage(land, scenario)
    assert staged.polled.seats_won() == {"A": 2}
    assert staged.polled.votes[0].tolist() == [50, 40, 30]
    assert staged.polled.votes[1] == pytest.approx([65, 55, 0])
    assert [(d.giver, d.taker, d.seats.tolist()) for d in staged.downs] == [
        ("C", "B", [False, True])
    ]


def test_who_follows_a_partner_goes_on_with_it_when_it_leaves_the_seat() -> None:
    land = tiny([{"A": 50, "B": 40, "C": 30, "D": 5}])
    scenario = Scenario(
        base="T-2020",
        blocs=(("B", "C"), ("A",)),
        leaves={("B", "A"): (1,)},
        transfer={("C", "B"): 1.0, ("B", "A"): 1.0},
    )
    assert stage(land, scenario).polled.votes[0].tolist() == [120, 0, 0, 5]


def test_nobody_leaves_a_seat_where_it_does_not_stand() -> None:
    land = tiny([{"A": 50, "B": 40}, {"A": 50, "C": 30}])
    with pytest.raises(ScenarioError, match="C has no candidate in seat 1 to leave"):
        stage(land, Scenario(base="T-2020", blocs=(("A",),), leaves={("C", "B"): (1,)}))
