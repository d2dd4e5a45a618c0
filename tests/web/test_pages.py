"""The pages as a visitor gets them: whole, linked, guarded, and kept by the browser."""

import re
from datetime import date
from urllib.parse import urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from elements import elements
from newsrooms import PAGES
from tieup.articles import Article
from tieup.ledger import Ledger
from tieup.web.headers import HEADERS
from tieup.web.newsroom import Newsroom


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_well_formed_and_has_nothing_inline(visitor: TestClient, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 200
    root = elements(answer.text)
    assert len(list(root.all("h1"))) == 1
    assert root.one("html").attributes["lang"] == "en"
    assert not [e for e in root.all() if "style" in e.attributes or e.tag == "style"]
    assert not [n for e in root.all() for n in e.attributes if n.startswith("on")]
    assert all(e.attributes.get("src") for e in root.all("script"))
    ids = [e.attributes["id"] for e in root.all() if "id" in e.attributes]
    assert len(ids) == len(set(ids))


def test_every_link_of_the_board_leads_somewhere(visitor: TestClient) -> None:
    seen = {"/seats", "/deals"}  # rooms of their own, tried there
    for link in elements(visitor.get("/").text).all("a"):
        address = urlsplit(urljoin("/", link.attributes["href"]))
        if address.netloc or address.path in seen:
            continue
        seen.add(address.path)
        assert visitor.get(f"{address.path}?{address.query}").status_code == 200, address
    assert len(seen) > 8


def test_links_carry_the_day_and_the_election_on(visitor: TestClient) -> None:
    page = visitor.get("/board?on=2025-12-28&election=WB-2026").text
    cell = next(e for e in elements(page).one("table").all("a"))
    assert "on=2025-12-28" in cell.attributes["href"]
    assert "election=WB-2026" in cell.attributes["href"]


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/static/desk.js", "/colours.css"])
def test_every_answer_is_guarded(visitor: TestClient, path: str) -> None:
    headers = visitor.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "http" not in policy


def test_an_empty_ledger_shows_the_chronicle_and_says_so(visitor: TestClient) -> None:
    assert "Your ledger is empty" in visitor.get("/").text


def test_a_ledger_of_ones_own_is_shown_as_it_is(client: TestClient) -> None:
    page = client.get("/board?on=2025-12-28&election=WB-2026").text
    assert "Your ledger is empty" not in page
    assert "disputed" in page


def test_the_chronicle_stays_out_of_the_ledger(bundled: Newsroom, visitor: TestClient) -> None:
    visitor.get("/")
    assert bundled.ledger.last_day() is None


@pytest.mark.parametrize("path", ["/", "/relation/ISF/JUP", "/static/desk.css", "/digest.atom"])
def test_what_a_browser_has_is_not_sent_again(visitor: TestClient, path: str) -> None:
    first = visitor.get(path)
    again = visitor.get(path, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    other = visitor.get(path, headers={"if-none-match": '"another"'})
    assert other.content == first.content


@pytest.mark.parametrize(("path", "made"), [("/digest.atom", "atom"), ("/digest.md", "markdown")])
def test_a_digest_is_made_once_while_nothing_new_is_recorded(
    newsroom: Newsroom, client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str, made: str
) -> None:
    with monkeypatch.context() as patched:
        first = client.get(path)
        patched.setattr(f"tieup.web.pages.digest.{made}", None)
        assert client.get(path).content == first.content
    newsroom.own.take([Article(id="later", published=date(2026, 2, 1), text="Nothing.")])
    assert client.get(path).content != first.content


def test_a_page_is_made_anew_once_something_is_recorded(
    newsroom: Newsroom, client: TestClient
) -> None:
    before = client.get("/board?election=WB-2026&on=2026-12-31")
    text = "Congress and the ISF have agreed on an alliance for the 2026 Assembly election. " * 2
    newsroom.own.take([Article(id="later", published=date(2026, 2, 1), text=text)])
    after = client.get("/board?election=WB-2026&on=2026-12-31")
    assert before.headers["etag"] != after.headers["etag"]


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/relation/Congres/ISF", 404, "INC"),
        ("/relation/ISF/ISF", 404, "one party"),
        ("/board?election=WB-2062", 404, "WB-2026"),
        ("/board?on=2025-02-30", 422, "on:"),
        ("/voices/Nobody", 404, "voice"),
        ("/article/a_none", 404, "No article"),
        ("/nowhere", 404, "no page"),
        ("/static/../pages.py", 404, "no page"),
    ],
)
def test_what_is_wrong_is_told_and_what_to_do(
    visitor: TestClient, path: str, status: int, told: str
) -> None:
    answer = visitor.get(path)
    assert answer.status_code == status
    assert told in answer.text
    assert "Traceback" not in answer.text


def test_from_what_went_wrong_a_way_leads_to_every_page(visitor: TestClient) -> None:
    def pages(path: str) -> list[str]:
        bar = elements(visitor.get(path).text).one(cls="bar")
        return [e.attributes["href"] for e in bar.one("nav").all("a")]

    assert pages("/nowhere") == pages("/")
    assert len(pages("/nowhere")) > 5
    assert {visitor.get(path).status_code for path in pages("/nowhere")} == {200}


def test_days_without_a_turn_lead_to_the_last_one(visitor: TestClient) -> None:
    root = elements(visitor.get("/digest?since=2026-04-15&on=2026-04-22").text)
    links = [e.attributes["href"] for e in root.one(cls="head").all("a")]
    last = next(link for link in links if "since=2026-04-09" in link)
    assert "on=2026-04-10" in last
    assert "turned since 9 April 2026" in visitor.get(last).text


def test_the_digest_offers_a_day_a_week_and_a_month(visitor: TestClient) -> None:
    root = elements(visitor.get("/digest?on=2026-04-22").text)
    links = {e.text: e.attributes["href"] for e in root.one("main").all("a")}
    assert "since=2026-04-21" in links["the day before"]
    assert "since=2026-03-23" in links["the month before"]
    assert (
        elements(visitor.get(links["the month before"]).text).one("h1").text.endswith("March 2026")
    )


def test_what_is_read_from_an_article_leads_to_its_relation(visitor: TestClient) -> None:
    relation = elements(visitor.get("/relation/ISF/JUP").text)
    place = next(e.attributes["href"] for e in relation.all("a", cls="place"))
    read = elements(visitor.get(place.partition("#")[0]).text).one(cls="reading").all("a")
    links = [e.attributes["href"] for e in read if "/relation/" in e.attributes["href"]]
    assert links
    assert all("election=" in link and visitor.get(link).status_code == 200 for link in links)


def test_what_was_once_disputed_stands_side_by_side_at_its_relation(visitor: TestClient) -> None:
    root = elements(visitor.get("/relation/ISF/JUP").text)
    sides = [h.text for h in root.one(cls="dispute").all(cls="side")]
    assert sides == ["AJUP claims", "ISF denies"]
    articles = [e.attributes["href"] for e in root.one(cls="sides").all("a")]
    assert any(href.startswith("/article/a_") for href in articles)


def test_a_relation_leads_to_what_the_two_would_win(visitor: TestClient) -> None:
    root = elements(visitor.get("/relation/ISF/LF").text)
    link = next(e for e in root.all("a") if e.text == "What they would win together")
    assert "Left Front" in elements(visitor.get(link.attributes["href"]).text).one("main").text


def test_a_name_that_is_hostile_is_text_on_the_page_that_refuses_it(visitor: TestClient) -> None:
    answer = visitor.get("/relation/%3Cscript%3Ealert(1)%3C%2Fscript%3E/ISF")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text
    assert visitor.get("/board?on=<script>").text.count("<script") == 0


def test_another_sites_name_is_refused(visitor: TestClient) -> None:
    assert visitor.get("/", headers={"host": "evil.example"}).status_code == 400


def test_too_much_at_once_is_refused(visitor: TestClient) -> None:
    answer = visitor.post("/work/read", data={"text": "x" * (9 * 1024 * 1024)})
    assert answer.status_code == 413


def test_files_are_kept_for_good_under_an_address_that_changes_with_them(
    visitor: TestClient,
) -> None:
    address = re.search(r'href="(/static/\w+/desk\.css)"', visitor.get("/").text)
    assert address is not None
    assert "immutable" in visitor.get(address.group(1)).headers["cache-control"]
    for other in ("/static/desk.css", "/static/0123/desk.css"):
        assert "no-cache" in visitor.get(other).headers["cache-control"]


def test_a_long_relation_is_told_page_by_page(
    visitor: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "/relation/ISF/LF?election=WB-2026"
    whole = elements(visitor.get(address).text)
    every = [e.attributes["datetime"] for e in whole.all("time")]
    assert len(every) > 4
    monkeypatch.setattr("tieup.web.pages.relation.TURNS", 2)
    found: list[str] = []
    where: str | None = f"{address}&on=2027-01-01"
    while where:
        page = elements(visitor.get(where).text)
        days = [e.attributes["datetime"] for e in page.all("time")]
        assert 1 <= len(days) <= 2
        found += days
        older = [e for e in page.all("a") if e.attributes.get("rel") == "next"]
        where = older[0].attributes["href"] if older else None
    assert found == every


def test_claims_are_told_page_by_page_each_once(
    visitor: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rows(text: str) -> list[str]:
        table = elements(text).one("table")
        return [row.text for row in table.all("tr")][1:]

    whole = visitor.get("/claims?on=2027-01-01").text
    assert len(rows(whole)) > 4
    assert 'rel="next"' not in whole
    monkeypatch.setattr("tieup.web.pages.record.CLAIMS", 3)
    found: list[str] = []
    where: str | None = "/claims?on=2027-01-02"
    while where:
        answer = visitor.get(where).text
        assert 1 <= len(rows(answer)) <= 3
        found += rows(answer)
        ways = {e.attributes.get("rel"): e.attributes["href"] for e in elements(answer).all("a")}
        assert ("prev" in ways) == ("after=" in where)
        where = ways.get("next")
    assert found == rows(whole)
    assert visitor.get("/claims?after=9999").status_code == 200


def test_a_crowded_board_leaves_the_rest_to_another_address(
    visitor: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = visitor.get("/board?on=2025-12-28&election=WB-2026&every=1").text
    monkeypatch.setattr("tieup.web.pages.board.TOLD", 3)
    monkeypatch.setattr("tieup.web.pages.board.LISTED", 4)
    short = visitor.get("/board?election=WB-2026&on=2025-12-28").text
    assert "Show every party and relation" in short
    assert "Show every party and relation" not in whole
    rows = [len(list(elements(page).one("table").all("tr"))) for page in (short, whole)]
    assert 3 <= rows[0] <= 5 < rows[1]


def test_what_was_answered_before_is_answered_alike(
    newsroom: Newsroom, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "/board?on=2025-12-28&election=WB-2026"
    first = client.get(address)
    with monkeypatch.context() as patched:
        patched.setattr("tieup.web.rendering.Shelf.get", None)  # nothing is made, or looked up
        again = client.get(address)
        assert (again.status_code, again.content) == (200, first.content)
        assert dict(again.headers) == dict(first.headers)
        other = client.get(address, headers={"host": "evil.example"})
        assert other.status_code == 400
    article = Article(id="later", published=date(2026, 2, 1), text="Nothing of ours.")
    newsroom.own.take([article])
    assert client.get(address).status_code == 200


def test_a_board_fetches_no_statement_as_it_shows_none(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ledger, "said", lambda *_: pytest.fail("statements are fetched"))
    page = client.get("/board?every=1")
    assert page.status_code == 200
    assert "Every relation" in page.text
    assert "Why: " in page.text
