"""Support: whose voters an alliance's votes were, restored from when its partners stood apart."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_region import tiny

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.seats import contest, stage
from tieup.seats.contest import Ints
from tieup.seats.staging.lineup import Lineup
from tieup.seats.staging.record import Past, record
from tieup.seats.staging.stage import fielded, staged
from tieup.seats.staging.support import ASTRAY, misses, notes_of, support

MEMBERS = {"A": frozenset({"A"}), "B": frozenset({"B"}), "C": frozenset({"C"})}


def past(year: int, districts: int, *circles: frozenset[str], **shares: list[float]) -> Past:
    return Past(
        election=f"T-{year}",
        counted=date(year, 5, 1),
        shares={name: np.array(values) for name, values in shares.items()},
        circles=circles,
        districts=np.arange(len(next(iter(shares.values())))) % districts,
    )


def test_what_was_lent_is_as_before_where_nothing_else_changed() -> None:
    # A and B, apart before with 20 and 30 percent everywhere; now A stands in one, B in the other.
    land = tiny([{"A": 50, "C": 50}, {"B": 50, "C": 50}])
    base = contest(land, "T-2020")
    before = past(2015, 1, A=[0.2, 0.2], B=[0.3, 0.3])
    now = past(2020, 1, frozenset("AB"), A=[0.5, 0], B=[0, 0.5])
    found = support(base, MEMBERS, (before, now), {})
    assert found.lent["B"].sum(axis=1) == pytest.approx([30, 0], rel=0.02)
    assert found.lent["A"].sum(axis=1) == pytest.approx([0, 20], rel=0.02)
    assert found.since == {"A": ("T-2015",), "B": ("T-2015",)}


def test_those_who_did_not_follow_are_not_lent() -> None:
    land = tiny([{"A": 50, "C": 50}, {"B": 50, "C": 50}])
    before = past(2015, 1, A=[0.3, 0.3], B=[0.3, 0.3])
    now = past(2020, 1, frozenset("AB"), A=[0.5, 0], B=[0, 0.5])
    rates = {("A", "B"): 0.5, ("B", "A"): 0.5}
    found = support(contest(land, "T-2020"), MEMBERS, (before, now), rates)
    assert found.lent["B"].sum(axis=1) == pytest.approx([50 / 3, 0], rel=0.02)


def test_what_others_lent_to_a_new_partner_comes_home() -> None:
    # C is new: of its 50 votes the 20 percent that A always had are A's, and the rest its own.
    land = tiny([{"A": 20, "B": 80}, {"A": 20, "B": 80}, {"C": 50, "B": 50}])
    before = past(2015, 1, A=[0.2, 0.2, 0.2], B=[0.8, 0.8, 0.8])
    now = past(2020, 1, frozenset("AC"), A=[0.2, 0.2, 0], C=[0, 0, 0.5], B=[0.8, 0.8, 0.5])
    found = support(contest(land, "T-2020"), MEMBERS, (before, now), {})
    assert found.unknown == ("C",)
    assert found.lent["A"].sum(axis=1) == pytest.approx([0, 0, 20], rel=0.05)
    assert not found.lent.get("C", np.zeros(1)).any()


def test_who_was_allied_before_too_is_unknown() -> None:
    land = tiny([{"A": 50, "C": 50}, {"B": 50, "C": 50}])
    circle = frozenset("AB")
    before = past(2015, 1, circle, A=[0.5, 0], B=[0, 0.5])
    now = past(2020, 1, circle, A=[0.5, 0], B=[0, 0.5])
    found = support(contest(land, "T-2020"), MEMBERS, (before, now), {})
    assert found.lent == {}
    assert set(found.unknown) == {"A", "B"}


shares = st.lists(st.floats(0, 0.4), min_size=4, max_size=4)


@given(shares, shares, st.lists(st.integers(0, 60), min_size=4, max_size=4))
def test_no_more_is_lent_than_there_is(
    one: list[float], other: list[float], votes: list[int]
) -> None:
    seats = [{"AB"[n % 2]: count, "C": 40} for n, count in enumerate(votes)]
    before = past(2015, 2, A=one, B=other)
    now = past(2020, 2, frozenset("AB"), A=[0.4, 0, 0.4, 0], B=[0, 0.4, 0, 0.4])
    base = contest(tiny(seats), "T-2020")
    found = support(base, MEMBERS, (before, now), {})
    for contender, lent in found.lent.items():
        assert np.isfinite(lent).all()
        assert (lent >= 0).all()
        assert (lent <= base.votes + 1e-9).all()
        assert not lent[base.of(frozenset(contender)).any(axis=1)].any()


def test_partners_who_part_take_their_votes_along(bengal: Region) -> None:
    apart = (("LF",), ("INC",), ("TMC",), ("BJP",))
    staged = stage(bengal, Scenario(base="WB-2021", blocs=apart))
    allies = frozenset().union(*(staged.lineup.members[c] for c in ("LF", "INC", "ISF")))
    together, again = (c.of(allies) for c in (staged.base, staged.polled))
    assert (staged.polled.votes * again).sum(axis=1) == pytest.approx(
        (staged.base.votes * together).sum(axis=1)
    )
    assert staged.polled.totals == pytest.approx(staged.base.totals)
    for party in ("LF", "INC"):
        mine = staged.polled.of(staged.lineup.members[party]).any(axis=1)
        was = staged.base.of(staged.lineup.members[party]).any(axis=1)
        assert mine.sum() > was.sum()
    assert staged.downs == ()


def _strongest(region: Region, election: str, contenders: tuple[str, ...]) -> Ints:
    last = record(region, election)[-1]
    return np.asarray(np.stack([last.of(c) for c in contenders]).argmax(axis=0), dtype=np.int64)


def test_what_restoring_misses_is_as_measured(bengal: Region) -> None:
    cases = [
        ("LS-2019-WB", ("LF", "INC"), "WB-2021"),
        ("LS-2019-WB", ("TMC", "INC"), "WB-2011"),
        ("WB-2021", ("TMC", "INC"), "WB-2011"),
    ]
    found = [
        missed
        for election, contenders, shared in cases
        for missed in misses(
            record(bengal, election), contenders, _strongest(bengal, shared, contenders)
        ).values()
    ]
    state = np.sqrt(np.mean([missed.mean() ** 2 for missed in found]))
    seat = np.sqrt(np.mean([missed.var() for missed in found]))
    assert (state, seat) == pytest.approx(ASTRAY, abs=0.005)


def test_restoring_beats_giving_all_to_who_stood(bengal: Region) -> None:
    past_polls = record(bengal, "WB-2026")
    stands = _strongest(bengal, "WB-2021", ("LF", "INC"))
    for contender, missed in misses(past_polls, ("LF", "INC"), stands).items():
        hidden = stands != ("LF", "INC").index(contender)
        none = np.sqrt(past_polls[-1].of(contender)[hidden])
        assert np.mean(missed**2) < np.mean(none**2)


def test_a_deal_may_name_who_did_not_stand(bengal: Region) -> None:
    blocs = (("LF", "INC", "ISF"), ("TMC",), ("BJP",))
    plain = stage(bengal, Scenario(base="WB-2021", blocs=blocs))
    lf = plain.base.of(plain.lineup.members["LF"]).any(axis=1)
    inc = plain.base.of(plain.lineup.members["INC"]).any(axis=1)
    seat = int(np.flatnonzero(lf & ~inc)[0])
    number = int(plain.base.numbers[seat])
    swapped = stage(bengal, Scenario(base="WB-2021", blocs=blocs, standing={"INC": (number,)}))
    assert [(d.giver, d.taker, int(d.seats.sum())) for d in swapped.downs] == [("LF", "INC", 1)]
    stands = swapped.polled.of(swapped.lineup.members["INC"])[seat]
    was = plain.base.votes[seat][plain.base.of(plain.lineup.members["LF"])[seat]].sum()
    lent = plain.support.lent["INC"][seat].sum()
    follow = swapped.followers.rate("LF", "INC").mean
    assert swapped.polled.votes[seat][stands].sum() == pytest.approx(lent + follow * (was - lent))
    others = np.arange(len(plain.base.numbers)) != seat
    assert swapped.polled.totals[others] == pytest.approx(plain.base.totals[others])


def test_two_named_partners_are_a_friendly_contest(bengal: Region) -> None:
    blocs = (("LF", "INC", "ISF"), ("TMC",), ("BJP",))
    both = stage(
        bengal,
        Scenario(base="WB-2021", blocs=blocs, standing={"INC": (1, 2, 52), "LF": (1, 2, 52)}),
    )
    for party in ("LF", "INC"):
        assert both.polled.of(both.lineup.members[party])[[0, 1, 51]].any(axis=1).all()


def test_a_partner_can_be_fielded_everywhere(bengal: Region) -> None:
    blocs = (("LF", "INC", "ISF"), ("TMC",), ("BJP",))
    staged = stage(bengal, Scenario(base="WB-2021", blocs=blocs))
    bloc = frozenset().union(*(staged.lineup.members[c] for c in blocs[0]))
    for partner in blocs[0]:
        polled = fielded(staged, partner)
        mine = polled.of(staged.lineup.members[partner])
        assert mine.any(axis=1).all()
        assert (polled.of(bloc) == mine).all()
        assert polled.numbers.tolist() == staged.base.numbers.tolist()
        same = staged.polled.of(staged.lineup.members[partner]).any(axis=1) & (
            staged.polled.of(bloc).sum(axis=1) == 1
        )
        assert (polled.votes * mine).sum(axis=1)[same] == pytest.approx(
            (staged.polled.votes * staged.polled.of(bloc)).sum(axis=1)[same]
        )


def test_shares_carry_over_to_who_is_fielded(bengal: Region) -> None:
    blocs = (("LF", "INC", "ISF"), ("TMC",), ("BJP",))
    given = {"BJP": 46.0, "TMC": 41.0}
    staged = stage(bengal, Scenario(base="WB-2021", blocs=blocs, shares=given))
    polled = fielded(staged, "INC")
    assert np.isfinite(polled.votes).all()
    for party, share in given.items():
        assert 100 * polled.statewide(frozenset({party})) == pytest.approx(share, abs=1.0)


def test_nobody_can_be_fielded_without_votes(bengal: Region) -> None:
    staged = stage(bengal, Scenario(base="WB-2011", blocs=(("LF", "JUP"), ("TMC",))))
    with pytest.raises(ScenarioError, match="JUP has no votes at WB-2011"):
        fielded(staged, "JUP")


def test_any_house_can_be_set_up_without_a_pack() -> None:
    land = tiny([{"A": 50, "C": 45}, {"B": 50, "C": 45}])
    before = past(2015, 1, A=[0.3, 0.3], B=[0.3, 0.3])
    now = past(2020, 1, frozenset("AB"), A=[0.5, 0], B=[0, 0.5])
    base = contest(land, "T-2020")
    sides = Lineup(
        members=MEMBERS,
        blocs=(("A",), ("B",), ("C",)),
        named=3,
        circles=(frozenset("AB"),),
    )
    apart = Scenario(base="T-2020", blocs=sides.blocs)
    lent = support(base, MEMBERS, (before, now), {})
    assert staged(apart, base, sides).polled is base
    found = staged(apart, base, sides, support=lent)
    assert found.polled.seats_won() == {"C": 2}
    assert found.home == {"A": 1, "B": 1}
    told = tuple(notes_of(lent, found.home))
    assert "A left 1 seat to partners at the base" in told[0]
    assert "restored from T-2015" in told[0]


@settings(max_examples=15)
@given(
    st.permutations(["LF", "INC", "ISF", "TMC", "BJP"]),
    st.integers(1, 4),
    st.dictionaries(st.integers(1, 294), st.integers(0, 4), max_size=20),
    st.sampled_from(["WB-2016", "WB-2021", "WB-2026", "LS-2024-WB"]),
)
def test_whoever_stands_votes_are_votes(
    bengal: Region, names: list[str], cut: int, deal: dict[int, int], base: str
) -> None:
    known = [name for name in names if name != "ISF" or base != "WB-2016"]
    blocs = tuple(bloc for bloc in (tuple(known[:cut]), tuple(known[cut:])) if bloc)
    partners = [bloc for bloc in blocs if len(bloc) > 1]
    standing: dict[str, tuple[int, ...]] = {}
    for seat, choice in deal.items():
        for bloc in partners:
            partner = bloc[choice % len(bloc)]
            standing[partner] = (*standing.get(partner, ()), seat)
    staged = stage(bengal, Scenario(base=base, blocs=blocs, standing=standing))
    polled = staged.polled
    assert np.isfinite(polled.votes).all()
    assert (polled.votes >= 0).all()
    assert (polled.totals <= staged.base.totals * (1 + 1e-9)).all()
    for partner, seats in standing.items():
        where = np.isin(polled.numbers, seats)
        assert polled.of(staged.lineup.members[partner])[where].any(axis=1).all()
