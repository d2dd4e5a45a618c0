"""Stand-downs and transfer, against the same worked out one seat and one voter group at a time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_region import tiny

from tieup.regions import Region
from tieup.scenarios import Friendly, Scenario
from tieup.seats import Contest, stage
from tieup.seats.staging.followers import FOLLOW
from tieup.seats.staging.leeways import leeways
from tieup.seats.staging.stage import regrouped

NAMES = ("A", "B", "C", "F1", "F2", "IND", "IND2", "OTH")
seats = st.lists(
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 60), min_size=1).filter(
        lambda seat: set(seat) != {"OTH"}
    ),
    min_size=1,
    max_size=4,
)
blocs = st.sampled_from(
    [
        (("A", "B"), ("C",)),
        (("A", "B", "C"),),
        (("A", "F"), ("B", "C")),
        (("A",), ("F", "B", "C")),
        (("A", "F1"), ("B",)),
    ]
)
alliances = st.sampled_from([(), (("A", "B"),), (("B", "F"), ("A", "C"))])


def by_party(polled: Contest, seat: int) -> dict[str, float]:
    """Votes in a seat, independents told apart by their place."""
    found: dict[str, float] = {}
    for place, (party, votes) in enumerate(
        zip(polled.party[seat], polled.votes[seat], strict=True)
    ):
        if party >= 0:
            name = polled.parties[party]
            found[f"{name}@{place}" if name == "IND" else name] = float(votes)
    return found


def by_hand(
    base: Contest, seat: int, scenario: Scenario, allied: tuple[tuple[str, ...], ...]
) -> tuple[dict[str, float], float]:
    """A seat after stand-downs and transfer, and those who stay home: slowly, by the words."""

    def contender(party: str) -> str:
        named = {p for bloc in scenario.blocs for p in bloc}
        return "F" if party in {"F1", "F2"} and party not in named else party

    def friends(one: str, other: str) -> bool:
        circles = [{"F", "F1", "F2"}]
        circles += [
            {m for p in group for m in ((p, "F1", "F2") if p == "F" else (p,))} for group in allied
        ]
        parts = {"F": {"F", "F1", "F2"}}
        return any(
            circle & parts.get(one, {one}) and circle & parts.get(other, {other})
            for circle in circles
        )

    votes = by_party(base, seat)
    rest, home = float(base.rest[seat]), float(base.abstainers[seat])
    leaving: list[tuple[str, str, str]] = []
    for bloc in scenario.blocs:
        strength: dict[str, float] = {}
        for party, count in votes.items():
            if contender(party) in bloc:
                strength[contender(party)] = strength.get(contender(party), 0.0) + count
        if not strength:
            continue
        # max() takes the first of equals, and the dict is in the base's order.
        stays = max(strength, key=lambda name: strength[name])
        taker = next(party for party in votes if contender(party) == stays)
        leaving += [
            (party, taker, stays)
            for party in votes
            if contender(party) in strength
            and contender(party) != stays
            and not (scenario.friendly == "kept" and friends(contender(party), stays))
        ]
    gone = {party for party, _, _ in leaving}
    after = {party: count for party, count in votes.items() if party not in gone}
    standing, new_rest, stay = dict(after), rest, 0.0
    for party, taker, stays in leaving:
        part = scenario.transfer.get((contender(party), stays), FOLLOW)
        after[taker] += part * votes[party]
        astray = (1 - part) * votes[party]
        others = {p: c for p, c in standing.items() if p != taker}
        weight = sum(others.values()) + rest + home
        if not weight:
            stay += astray
            continue
        for other, count in others.items():
            after[other] += astray * count / weight
        new_rest += astray * rest / weight
        stay += astray * home / weight
    assert sum(after.values()) + new_rest + stay == pytest.approx(sum(votes.values()) + rest)
    return after | {"OTH": new_rest}, stay


@given(
    seats=seats,
    blocs=blocs,
    allied=alliances,
    friendly=st.sampled_from(["kept", "none"]),
    electors=st.sampled_from([None, 600]),
    part=st.sampled_from([None, 0.0, 0.5, 1.0]),
)
def test_stand_downs_and_transfer_are_as_by_hand(
    *,
    seats: list[dict[str, int]],
    blocs: tuple[tuple[str, ...], ...],
    allied: tuple[tuple[str, ...], ...],
    friendly: Friendly,
    electors: int | None,
    part: float | None,
) -> None:
    land = tiny(seats, allied=allied, electors=electors)
    stood = {party for seat in seats for party in seat}
    pair = (blocs[0][0], blocs[0][-1])
    told = part is not None and len(blocs[0]) > 1 and set(pair) <= stood
    transfer = {pair: part} if told and part is not None else {}
    scenario = Scenario(base="T-2020", blocs=blocs, friendly=friendly, transfer=transfer)
    staged = stage(land, scenario)
    assert (staged.polled.votes >= 0).all()
    assert (staged.polled.totals <= staged.base.totals + 1e-9).all()
    for seat in range(len(seats)):
        expected, stay = by_hand(staged.base, seat, scenario, allied)
        found = by_party(staged.polled, seat) | {"OTH": float(staged.polled.rest[seat])}
        assert found == pytest.approx(expected)
        stayed = staged.polled.abstainers[seat] - staged.base.abstainers[seat]
        assert stayed == pytest.approx(stay)


@pytest.mark.parametrize(
    "election", ["WB-2011", "WB-2016", "WB-2021", "WB-2026", "LS-2019-WB", "LS-2024-WB"]
)
def test_the_structure_of_the_base_changes_nothing(bengal: Region, election: str) -> None:
    allied = tuple(alliance.parties for alliance in bengal.election(election).alliances)
    staged = stage(bengal, Scenario(base=election, blocs=(*allied, ("BJP",))))
    assert staged.downs == ()
    assert staged.polled is staged.base


def test_a_friendly_contest_can_be_called_off(bengal: Region) -> None:
    scenario = Scenario(base="WB-2016", blocs=(("LF", "INC"), ("TMC",)), friendly="none")
    staged = stage(bengal, scenario)
    given_up = {(down.giver, down.taker): int(down.seats.sum()) for down in staged.downs}
    assert sum(given_up.values()) == 17  # both stood in 17 seats
    both = staged.polled.of(staged.lineup.members["LF"]).any(axis=1) & staged.polled.of(
        staged.lineup.members["INC"]
    ).any(axis=1)
    assert not both.any()


def test_all_who_follow_leave_nothing_to_others() -> None:
    land = tiny([{"A": 50, "B": 40, "C": 30, "OTH": 7}])
    scenario = Scenario(base="T-2020", blocs=(("B", "C"),), transfer={("C", "B"): 1.0})
    polled = stage(land, scenario).polled
    assert by_party(polled, 0) == {"A": 50, "B": 70}
    assert polled.rest.tolist() == [7]
    assert polled.seats_won() == {"B": 1}


def test_who_does_not_follow_does_as_the_electorate_did() -> None:
    land = tiny([{"A": 50, "B": 40, "C": 30}], electors=170)
    scenario = Scenario(base="T-2020", blocs=(("B", "C"),), transfer={("C", "B"): 0.0})
    polled = stage(land, scenario).polled
    assert by_party(polled, 0) == {"A": pytest.approx(65), "B": 40}
    assert polled.abstainers.tolist() == [pytest.approx(65)]
    assert np.isfinite(polled.votes).all()


@pytest.mark.parametrize("structure", [
    (("LF", "INC"), ("ISF", "TMC"), ("BJP",)),
    (("LF",), ("INC",), ("ISF",), ("TMC", "BJP")),
    (("LF", "INC", "ISF", "TMC", "BJP"),),
    (("AIFB", "INC"), ("ISF", "TMC")),  # other parties than before: set up anew
])  # fmt: skip
def test_parties_grouped_otherwise_are_set_up_as_anew(
    bengal: Region, structure: tuple[tuple[str, ...], ...]
) -> None:
    alone = Scenario(base="WB-2021", blocs=tuple((p,) for p in ("LF", "INC", "ISF", "TMC", "BJP")))
    scenario = Scenario(base="WB-2021", blocs=structure, swing={"TMC": 1.0})
    again, anew = regrouped(bengal, stage(bengal, alone), scenario), stage(bengal, scenario)
    assert (again.polled.votes == anew.polled.votes).all()
    assert again.lineup == anew.lineup
    assert again.scenario == anew.scenario
    one, other = leeways(again, bengal), leeways(anew, bengal)
    assert [each.name for each in one] == [each.name for each in other]
    assert all((a.slope == b.slope).all() for a, b in zip(one, other, strict=True))
