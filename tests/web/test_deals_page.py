"""The Deals page and its API: who stands where, what it costs, and what a swap changes."""

from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from elements import elements
from tieup.regions import Region

DEAL = {"structure": "LF+INC / TMC / BJP", "base": "WB-2021", "draws": "200"}


def deal(**more: str) -> str:
    """The address of a quick deal."""
    return urlencode({**DEAL, **more})


def test_the_page_shows_the_deal_of_the_api(visitor: TestClient) -> None:
    told = visitor.get(f"/api/deal?{deal()}").json()
    root = elements(visitor.get(f"/deals?{deal()}").text)
    assert told["partners"] == ["LF", "INC"]
    assert f"{told['total']['mean']:.1f} seats" in root.text
    counts = [int(e.text) for e in root.all(cls="count")]
    assert sum(counts) == len(told["allocation"]) == 294
    assert len(list(root.all(cls="reason"))) == 294
    assert set(told["rules"]) == {"winner keeps, else runner-up", "proportional"}


def test_demands_are_kept_and_priced(visitor: TestClient) -> None:
    asked = {"quota": "INC=100..110", "must": "LF=1"}
    told = visitor.get(f"/api/deal?{deal(**asked)}").json()
    assert 100 <= told["gains"]["INC"]["seats"] <= 110
    assert told["allocation"][0]["partner"] == "LF"
    root = elements(visitor.get(f"/deals?{deal(**asked)}").text)
    heads = [e.text for e in root.all("h2")]
    assert "What is asked, and its price" in heads


def test_a_swap_is_told_and_not_agreed(visitor: TestClient) -> None:
    before = visitor.get(f"/api/deal?{deal()}").json()["allocation"]
    seat = next(s for s in before if s["partner"] == "LF")
    swap = f"{seat['no']}=INC"
    told = visitor.get(f"/api/deal?{deal(swap=swap)}").json()
    assert told["allocation"] == before
    assert set(told["swap"]["by_partner"]) == {"LF", "INC"}
    page = visitor.get(f"/deals?{deal(seat=str(seat['no']), to='INC')}").text
    swapped = elements(page).one(cls="swapped")
    assert seat["name"] in swapped.text
    assert "Congress" in swapped.text


def test_a_front_has_two_axes_and_the_deal_among_its_dots(visitor: TestClient) -> None:
    root = elements(visitor.get(f"/deals?{deal()}").text)
    drawing = root.one(cls="frontier")
    assert len(list(drawing.all("circle"))) > 5
    assert len(list(drawing.all("circle", cls="chosen"))) == 1
    line = drawing.one("polyline").attributes["points"].split()
    places = [tuple(map(float, point.split(","))) for point in line]
    assert places == sorted(places)
    assert all(0 <= n <= 100 for place in places for n in place)
    # What one wins more of, the other wins less of (upwards is less, on a screen).
    assert [y for _, y in places] == sorted(y for _, y in places)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"structure": "TMC / BJP"}, "one party"),
        ({"draws": "0"}, "at least 1"),
        ({"draws": "20001"}, "20,000"),
        ({"objective": "beauty"}, "objective"),
        ({"quota": "INC=much"}, "quota"),
        ({"quota": "INC=295"}, "there are 294"),
        ({"must": "LF=Atlantis"}, "unknown seat"),
        ({"must": "LF=1", "never": "LF=1"}, "can't all be met"),
        ({"changes": "²"}, "whole number"),
        ({"between": "LF"}, "LF+INC"),
        ({"swap": "1"}, "Bhangar=INC"),
        ({"quota": "<script>"}, "quota"),
        ({"balance": "x" * 501}, "at most 500"),
    ],
)
def test_what_is_wrong_is_said_on_the_form_that_keeps_it(
    visitor: TestClient, asked: dict[str, str], told: str
) -> None:
    answer = visitor.get(f"/deals?{deal(**asked)}")
    assert answer.status_code == 422
    root = elements(answer.text)
    assert told in root.one(cls="problem").text
    scripts = {e.attributes["src"].rpartition("/")[2] for e in root.all("script")}
    assert scripts == {"desk.js", "deals.js"}
    typed = {(e.attributes.get("name"), e.attributes.get("value")) for e in root.all("input")}
    forms = {"quota", "must", "never", "balance", "changes", "draws", "structure"}
    assert {part for part in asked.items() if part[0] in forms} <= typed


@pytest.mark.parametrize("objective", ["seats", "nash", "majority"])
def test_every_objective_is_offered(visitor: TestClient, objective: str) -> None:
    told = visitor.get(f"/api/deal?{deal(objective=objective)}")
    assert told.status_code in {200, 422}
    if told.status_code == 200:
        assert told.json()["objective"] == objective
    else:
        assert objective == "nash"  # no deal leaves every partner better off


def test_reasons_have_names_and_no_ids(visitor: TestClient, bengal: Region) -> None:
    root = elements(visitor.get(f"/deals?{deal()}").text)
    reasons = " ".join(e.text for e in root.all(cls="reason"))
    assert bengal.party("INC").short in reasons
    assert "INC" not in reasons.split()


def test_the_api_documents_what_it_takes(visitor: TestClient) -> None:
    told = visitor.get("/api/openapi.json").json()
    for path in ("/api/seats", "/api/deal"):
        names = {each["name"] for each in told["paths"][path]["get"]["parameters"]}
        assert {"structure", "base", "swing", "split", "draws", "seed"} <= names
