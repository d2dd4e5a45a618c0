"""The API: the same JSON as the command line's, and nothing that its own schema does not say."""

import json
from typing import Any

import pytest
import schemathesis
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from tieup.cli import main
from tieup.ledger import Ledger
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
        case.call_and_validate()

    every()
