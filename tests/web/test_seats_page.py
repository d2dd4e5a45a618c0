"""The Seats page and its API: every view has an address, and what is wrong is said on the form."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from urllib.parse import quote, urlencode

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from elements import elements
from newsrooms import PATIENCE
from tieup.desk import Desk
from tieup.ledger import Ledger
from tieup.regions import Region, load_region
from tieup.report.naming import Names
from tieup.scenarios import Scenario, ScenarioError
from tieup.web.application import application
from tieup.web.newsroom import Newsroom
from tieup.web.views.comparing import comparison
from tieup.web.views.histograms import HIGH, histograms
from tieup.web.views.prospects import held, prospect
from tieup.web.views.scenarios import LETTERS, MOST_DRAWS, Typed, Wanted, other, wanted
from tieup.web.views.workings import Workings

FEW = "draws=300"


@pytest.fixture(scope="module")
def desk(bengal: Region) -> Desk:
    """A desk whose ledger nobody asks."""
    with Ledger.open(":memory:") as ledger:
        return Desk(ledger, bengal)


def test_the_address_is_the_scenario(visitor: TestClient) -> None:
    parts = {
        "structure": "LF+INC / TMC / BJP", "base": "WB-2021", "swing": "BJP=+2,TMC=-1.5",
        "transfer": "INC:LF=0.6", "split": "JUP:TMC=0.25@Murshidabad", "draws": "300", "seed": "7",
    }  # fmt: skip
    told = visitor.get(f"/api/seats?{urlencode(parts)}").json()
    assert told["base"] == "WB-2021"
    assert told["scenario"]["blocs"] == [["LF", "INC"], ["TMC"], ["BJP"]]
    assert told["scenario"]["swing"] == {"BJP": 2.0, "TMC": -1.5}
    assert told["scenario"]["transfer"] == {"INC:LF": 0.6}
    assert told["scenario"]["splits"][0]["districts"] == ["Murshidabad"]
    assert (told["draws"], told["seed"]) == (300, 7)
    page = elements(visitor.get(f"/seats?{urlencode(parts)}").text)
    fields = {
        e.attributes["name"]: e.attributes["value"]
        for e in page.all("input")
        if e.attributes.get("value")
    }
    assert {name: fields[name] for name in parts if name != "base"} == {
        name: text for name, text in parts.items() if name != "base"
    }


def test_the_page_tells_what_the_projection_tells(visitor: TestClient) -> None:
    told = visitor.get(f"/api/seats?{FEW}").json()
    root = elements(visitor.get(f"/seats?{FEW}").text)
    assert len(list(root.by_id("result").all("g"))) == len(told["constituencies"]) + 1
    rows = [e for e in root.all("tr") if "BJP" in e.text and f"{told['blocs'][2]['p95']}" in e.text]
    assert rows
    panels = list(root.all(cls="panel"))
    assert len(panels) >= 3
    polygon = panels[0].one("polygon").attributes["points"]
    assert polygon.startswith(f"{polygon.split(',')[0]},{HIGH:g}")


def test_the_fragment_is_the_pages_own(visitor: TestClient) -> None:
    whole = visitor.get(f"/seats?{FEW}&swing=BJP%3D1").text
    part = visitor.get(f"/seats/result?{FEW}&swing=BJP%3D1").text
    assert "<html" not in part
    assert part.strip() in whole


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"structure": "LF+"}, "lacks a party"),
        ({"structure": "LF / Nobody Such"}, "unknown party"),
        ({"base": "WB-2062"}, "unknown election"),
        ({"swing": "BJP=much"}, "swing"),
        ({"transfer": "INC:BJP=0.5"}, "not partners"),
        ({"draws": f"{MOST_DRAWS + 1}"}, "20,000"),
        ({"draws": "-1"}, "whole number"),
        ({"seed": "²"}, "whole number"),
        ({"friendly": "maybe"}, "kept or none"),
        ({"structure": "x" * (LETTERS + 1)}, "at most 500"),
        ({"against": "y" * (LETTERS + 1)}, "at most 500"),
        ({"structure": "<script>alert(1)<"}, "unknown party"),
    ],
)
def test_what_is_wrong_is_said_on_the_form_that_keeps_it(
    visitor: TestClient, asked: dict[str, str], told: str
) -> None:
    answer = visitor.get(f"/seats?{urlencode(asked)}")
    assert answer.status_code == 422
    root = elements(answer.text)
    assert told in root.one(cls="problem").text
    typed = {e.attributes.get("name"): e.attributes.get("value") for e in root.all("input")}
    for name, text in asked.items():
        assert name in {"base", "friendly"} or typed[name] == text
    part = visitor.get(f"/seats/result?{urlencode(asked)}")
    assert part.status_code == 422
    assert told in elements(part.text).one(cls="refusal").text


@pytest.mark.parametrize(
    "asked", [{"draws": str(MOST_DRAWS + 1)}, {"structure": "x" * 501}, {"seed": "-1"}]
)
def test_the_api_refuses_too_much_in_a_line(visitor: TestClient, asked: dict[str, str]) -> None:
    answer = visitor.get(f"/api/seats?{urlencode(asked)}")
    assert answer.status_code == 422
    assert next(iter(asked)) in answer.json()["error"]


@settings(max_examples=25)
@given(
    st.dictionaries(
        st.sampled_from(["structure", "base", "swing", "shares", "split", "against", "seed"]),
        st.text(max_size=40),
    )
)
def test_whatever_is_typed_is_text(visitor: TestClient, asked: dict[str, str]) -> None:
    given_draws = {**asked, "draws": "1"}
    answer = visitor.get(f"/seats?{urlencode(given_draws, errors='replace')}")
    assert answer.status_code in {200, 422}
    root = elements(answer.text)
    scripts = {e.attributes["src"].rpartition("/")[2] for e in root.all("script")}
    assert scripts == {"desk.js", "seats.js"}


def test_text_that_turns_direction_turns_nothing(visitor: TestClient) -> None:
    answer = visitor.get(f"/seats?structure={quote(chr(0x202E) + 'LF')}")
    assert "\u202e" not in answer.text


def test_without_a_structure_the_packs_own_stands_on_the_latest_base(
    desk: Desk, bengal: Region
) -> None:
    found = wanted(desk, Typed())
    own = [e for e in bengal.elections.values() if e.has_returns and not e.by_segment]
    assert found.scenario.base == max(own, key=lambda e: e.counted).id
    assert bengal.demo is not None
    assert found.scenario == wanted(desk, Typed(structure=bengal.demo.structure)).scenario


@pytest.mark.parametrize(("on", "base"), [("2026-05-03", "WB-2021"), ("2026-05-04", "WB-2026")])
def test_a_day_knows_no_later_count(visitor: TestClient, on: str, base: str) -> None:
    def chosen(page: str) -> list[str]:
        options = elements(visitor.get(page).text).all("option")
        return [e.attributes["value"] for e in options if "selected" in e.attributes]

    assert visitor.get(f"/api/seats?draws=0&on={on}").json()["base"] == base
    assert base in chosen(f"/seats?draws=0&on={on}")
    assert base in chosen(f"/sweep?on={on}")
    assert "WB-2016" in chosen(f"/seats?draws=0&on={on}&base=WB-2016")


def test_without_a_demo_the_alliances_of_the_base_stand(desk: Desk, bengal: Region) -> None:
    plain = Desk(desk.ledger, replace(bengal, demo=None))
    blocs = wanted(plain, Typed(base="WB-2021")).scenario.blocs
    assert blocs[0] == bengal.election("WB-2021").alliances[0].parties
    assert {("TMC",), ("BJP",)} <= set(blocs)


PARTIES = st.sampled_from(["LF", "INC", "ISF", "TMC", "BJP"])


@given(
    st.permutations(["LF", "INC", "ISF", "TMC", "BJP"]),
    st.integers(1, 4),
    st.dictionaries(PARTIES, st.floats(-9, 9).map(lambda x: round(x, 3)), max_size=2),
    st.integers(0, 20_000),
)
def test_a_scenario_spelled_out_is_the_same(
    desk: Desk, parties: list[str], cut: int, swing: dict[str, float], draws: int
) -> None:
    scenario = Scenario(
        base="WB-2021", blocs=(tuple(parties[:cut]), tuple(parties[cut:])), swing=swing,
        standing={parties[cut]: (3, 5)} if cut < 4 else {},
    )  # fmt: skip
    one = Wanted(scenario=scenario, draws=draws, seed=3)
    spelled = Typed.spelling(one)
    again = Typed.of(QueryParams(spelled.query))
    assert wanted(desk, again) == one


def test_the_other_structure_keeps_the_assumptions(desk: Desk) -> None:
    first = wanted(
        desk,
        Typed(structure="LF+INC / TMC", base="WB-2016", swing="BJP=1", transfer="INC:LF=0.6"),
    )
    second = other(desk, "LF / INC / TMC", first)
    assert second.scenario.swing == {"BJP": 1.0}
    assert second.scenario.transfer == {}
    third = other(desk, urlencode({"structure": "LF / TMC", "swing": "TMC=2"}), first)
    assert third.scenario.swing == {"TMC": 2.0}
    assert third.scenario.base == first.scenario.base
    assert (third.draws, third.seed) == (first.draws, first.seed)
    with pytest.raises(ScenarioError):
        other(desk, "LF+", first)


def test_two_are_compared_with_the_same_luck(desk: Desk, bengal: Region) -> None:
    names = Names(bengal, bengal.election("WB-2021").counted)
    first = wanted(desk, Typed(structure="LF+INC / TMC / BJP", base="WB-2021", draws="400"))
    second = other(desk, "LF / INC / TMC / BJP", first)
    one, two = (desk.project(w.scenario, draws=400, seed=0) for w in (first, second))
    districts = {no: seat.district for no, seat in bengal.constituencies.items()}
    found = comparison(one, two, districts, names)
    for row in found.parties:
        before, after = (p.seats[row.party].mean for p in (one, two))
        assert row.mean == pytest.approx(after - before)
        assert row.more is not None
        assert row.more.mean == pytest.approx(row.mean)
    leaders = [{s.no: s.leader for s in p.constituencies} for p in (one, two)]
    assert {s.no for s in found.seats} == {
        no for no, leader in leaders[0].items() if leaders[1][no] != leader
    }
    same = comparison(one, one, districts, names)
    assert same.seats == ()
    assert all(row.mean == 0 for row in same.parties)


def test_seats_that_change_hands_are_those_of_another_leader(desk: Desk, bengal: Region) -> None:
    scenario = wanted(desk, Typed(base="WB-2021", swing="BJP=8")).scenario
    projection = desk.project(scenario, draws=400)
    before = held(bengal, projection)
    winners = bengal.returns("WB-2021").winners
    assert len(before) == len(winners) == 294
    assert before[1] == winners[1].party
    found = prospect(projection, bengal, Names(bengal, bengal.election("WB-2021").counted))
    assert sum(len(p.seats) for p in found.passages) == len(found.turned) > 10
    assert found.passages[0].after == "BJP"


def test_a_histograms_bars_hold_their_part_of_the_draws_by_area(desk: Desk) -> None:
    projection = desk.project(wanted(desk, Typed()).scenario, draws=500)
    found = histograms(projection, projection.blocs[:3])
    assert found is not None
    columns = {party: number for number, party in enumerate(projection.seats)}
    for panel in found.panels:
        won = projection.draws_by_party[:, [columns[p] for p in panel.parties]].sum(axis=1)
        points = np.array([p.split(",") for p in panel.points.split()], dtype=float)
        assert points[:, 0].min() >= 0
        assert points[:, 0].max() <= found.end + 3
        assert (points[0, 1], points[-1, 1]) == (HIGH, HIGH)
        tops = points[1::4, 1]
        assert tops.min() == pytest.approx(8.0)
        left, right = points[1::4, 0], points[2::4, 0]
        areas = (HIGH - tops) * (right - left)
        within = (won >= left[:, None]) & (won < right[:, None])
        assert areas / areas.sum() == pytest.approx(within.mean(axis=1), abs=0.002)
        assert within.sum() == len(won)
    assert histograms(desk.project(wanted(desk, Typed()).scenario, draws=0), ()) is None


def test_what_two_ask_for_at_once_is_made_once() -> None:
    workings: Workings[int] = Workings(most=2)
    begun, go, made = threading.Event(), threading.Event(), []

    def slow() -> int:
        begun.set()
        assert go.wait(5)
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(workings.get, ("a",), slow)
        assert begun.wait(5)
        second = pool.submit(workings.get, ("a",), slow)
        go.set()
        assert (first.result(5), second.result(5)) == (1, 1)
    assert workings.get(("a",), slow) == 1


def test_what_failed_is_tried_again_and_what_is_old_makes_room() -> None:
    workings: Workings[str] = Workings(most=1)

    def fails() -> str:
        raise ScenarioError

    with pytest.raises(ScenarioError):
        workings.get(("a",), fails)
    assert workings.get(("a",), lambda: "made") == "made"
    assert workings.get(("b",), lambda: "other") == "other"
    assert workings.get(("a",), lambda: "anew") == "anew"


def test_a_land_without_a_map_says_so() -> None:
    with (
        Ledger.open(":memory:") as ledger,
        Ledger.open(":memory:") as chronicle,
        TestClient(
            application(Newsroom(ledger, chronicle, load_region("malaysia")), patience=PATIENCE)
        ) as client,
    ):
        answer = client.get(f"/seats?{FEW}")
        deal = client.get(f"/deals?structure=PH%2BBN&{FEW}")
    for each in (answer, deal):
        assert each.status_code == 200
        root = elements(each.text)
        assert not list(root.all(cls="hexmap"))
        assert "There is no map of Malaysia here" in root.text
