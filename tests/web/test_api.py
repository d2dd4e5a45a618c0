"""The API: the same JSON as the command line's, and nothing that its own schema does not say."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from tieup.articles import Article
from tieup.cli import main
from tieup.corrections import Decision, Review
from tieup.ledger import AsOf, Ledger
from tieup.web.application import application
from tieup.web.newsroom import Newsroom


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("/api/board", {"on", "known", "election", "relations", "alliances"}),
        ("/api/timeline/ISF/JUP", {"parties", "election", "on", "turns"}),
        ("/api/disputes", {"on", "election", "disputes"}),
        ("/api/digest?since=2025-12-01", {"since", "on", "election", "turned"}),
        ("/api/region", {"id", "name", "pack", "house", "majority_mark", "parties", "elections"}),
    ],
)
def test_an_answer_has_its_keys(visitor: TestClient, path: str, keys: set[str]) -> None:
    answer = visitor.get(path)
    assert answer.headers["content-type"] == "application/json"
    assert set(answer.json()) == keys


@pytest.mark.parametrize("path", ["/api/claims", "/api/voices"])
def test_a_list_is_a_list(visitor: TestClient, path: str) -> None:
    assert len(visitor.get(path).json()) > 3


def test_the_board_is_the_command_lines(
    client: TestClient, tmp_path: object, newsroom: Newsroom
) -> None:
    path = f"{tmp_path}/copy.jsonl"
    newsroom.own.export(path, texts=True)
    where = f"{tmp_path}/tieup.db"
    runner = CliRunner()
    assert runner.invoke(main, ["import", path, "--ledger", where]).exit_code == 0
    asked = ["--on", "2025-12-28", "--election", "WB-2026", "--json", "--ledger", where]
    printed = runner.invoke(main, ["board", *asked])
    answer = client.get("/api/board?on=2025-12-28&election=WB-2026")
    assert answer.json() == json.loads(printed.stdout)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/board?on=never", 422), ("/api/board?election=XX-1", 404),
        ("/api/timeline/ISF/Nobody", 404), ("/api/nothing", 404),
        ("/api/statements?after=s_none", 404), ("/api/statements?limit=501", 422),
        ("/api/statements?party=Nobody", 404), ("/api/statements?election=XX-1", 404),
        ("/api/statements/s_none", 404), ("/api/articles/a_none", 404), ("/api/export.doc", 422),
    ],
)  # fmt: skip
def test_a_failure_is_json_that_says_what_is_wrong(
    visitor: TestClient, path: str, status: int
) -> None:
    answer = visitor.get(path)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_what_a_program_has_is_not_sent_again(visitor: TestClient) -> None:
    tag = visitor.get("/api/board").headers["etag"]
    assert visitor.get("/api/board", headers={"if-none-match": tag}).status_code == 304


def test_pages_of_statements_are_all_of_them_once_and_in_order(
    client: TestClient, newsroom: Newsroom
) -> None:
    every = [entry.statement.id for entry in newsroom.ledger.entries()]
    found: list[str] = []
    address = "/api/statements?limit=3"
    while address:
        page = client.get(address).json()
        assert 1 <= len(page["statements"]) <= 3
        found += [statement["id"] for statement in page["statements"]]
        address = page["next"] and f"/api/statements?limit=3&after={page['next']}"
    assert found == every
    assert len(every) > 6


def test_a_page_goes_on_after_what_was_amended(client: TestClient, newsroom: Newsroom) -> None:
    first, second, *_ = newsroom.ledger.entries()
    meant = replace(first.statement, confidence=0.5)
    newsroom.ledger.corrections.review(
        Review(
            statement=first.statement.id, decision=Decision.AMEND, reviewer="Asha", amended=meant
        )
    )
    page = client.get("/api/statements?limit=1").json()
    (amended,) = page["statements"]
    assert amended["reader"] == "review/Asha"
    after = client.get(f"/api/statements?limit=1&after={page['next']}").json()
    assert [s["id"] for s in after["statements"]] == [second.statement.id]


def test_statements_are_narrowed(client: TestClient, newsroom: Newsroom) -> None:
    asked = "election=WB-2026&party=ISF&on=2025-12-28&limit=500"
    found = client.get(f"/api/statements?{asked}").json()
    view = newsroom.ledger.statements(AsOf(day=date(2025, 12, 28)), "WB-2026")
    assert [s["id"] for s in found["statements"]] == [s.id for s in view if "ISF" in s.parties]
    assert 0 < len(found["statements"]) < len(view)


def test_a_statement_and_its_article(client: TestClient, newsroom: Newsroom) -> None:
    said = newsroom.ledger.statements()[0]
    found = client.get(f"/api/statements/{said.id}").json()
    assert found == newsroom.own.to_json(said)
    article = client.get(f"/api/articles/{said.content_id}").json()
    assert article["text"][said.start : said.end] == said.quote
    assert found in article["statements"]


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("who", ["client", "visitor"])
def test_a_download_is_what_the_command_line_writes(
    request: pytest.FixtureRequest, tmp_path: Path, form: str, who: str
) -> None:
    asker: TestClient = request.getfixturevalue(who)
    room: Newsroom = request.getfixturevalue("newsroom" if who == "client" else "bundled")
    written = tmp_path / f"record.{form}"
    room.edition().desk.export(written)
    answer = asker.get(f"/api/export.{form}")
    assert answer.content == written.read_bytes()
    assert answer.headers["content-disposition"] == f'attachment; filename="tieup.{form}"'
    again = asker.get(f"/api/export.{form}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_download_is_written_anew_once_something_is_recorded(
    client: TestClient, newsroom: Newsroom
) -> None:
    before = client.get("/api/export.jsonl")
    newsroom.own.take([Article(id="later", published=date(2026, 2, 1), text="Nothing of ours.")])
    after = client.get("/api/export.jsonl")
    assert after.headers["etag"] != before.headers["etag"]
    assert len(after.text.splitlines()) == len(before.text.splitlines()) + 1


SCHEMA = "/api/openapi.json"


def operations() -> list[tuple[str, str]]:
    """Each way of asking, by its address and method."""
    with Ledger.open(":memory:") as ledger, Ledger.open(":memory:") as chronicle:
        paths = application(Newsroom(ledger, chronicle, None)).openapi()["paths"]
    return [(path, method) for path, methods in paths.items() for method in methods]


@pytest.mark.parametrize(("path", "method"), operations())
def test_nothing_asked_of_it_is_answered_against_its_schema(
    bundled: Newsroom, path: str, method: str
) -> None:
    described = schemathesis.openapi.from_asgi(SCHEMA, application(bundled))
    asked = described[path][method.upper()].as_strategy()

    @given(asked)
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    def every(case: schemathesis.Case[Any]) -> None:
        # What parties and amounts a text may name stands in no schema: refusing it is right.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    every()
