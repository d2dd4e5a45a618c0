"""Logging in, and changes that carry a name."""

from collections.abc import Iterator
from datetime import date
from threading import Event

import pytest
from starlette.testclient import TestClient

from elements import elements
from tieup.articles import Progress
from tieup.web.application import application
from tieup.web.newsroom import Newsroom
from tieup.web.passwords import ONE, hashed
from tieup.web.sessions import COOKIE

NAME, PASSWORD = "Asha Das", "a long enough secret"
TEXT = (
    "Congress and the ISF have agreed on an alliance for the 2026 Assembly election in West "
    "Bengal, Karim Sheikh of the ISF said on Friday."
)


@pytest.fixture
def editor(newsroom: Newsroom) -> Iterator[TestClient]:
    """Somebody who is logged in."""
    newsroom.ledger.users.add(NAME, hashed(PASSWORD))
    with TestClient(application(newsroom)) as client:
        client.post("/login", data={"name": NAME, "password": PASSWORD})
        yield client


def token_of(client: TestClient, path: str = "/work") -> str:
    form = next(
        e
        for e in elements(client.get(path).text).all("input")
        if e.attributes.get("name") == "token"
    )
    return form.attributes["value"]


def dropped(
    client: TestClient, *files: tuple[str, str], form: str | None = None
) -> tuple[int, str]:
    """Status and page of a drop, once it is read."""
    given = [("files", (name, text.encode(), "text/plain")) for name, text in files]
    token = token_of(client) if form is None else form
    answer = client.post("/work/take", data={"token": token}, files=given)
    if answer.url.path.startswith("/jobs/"):
        jobs = client.app.state.jobs  # type: ignore[attr-defined]
        jobs.find(answer.url.path.rpartition("/")[2]).settle(60)
        answer = client.get(answer.url.path)
    return answer.status_code, answer.text


def test_files_that_are_dropped_are_read_and_recorded(
    editor: TestClient, newsroom: Newsroom
) -> None:
    before = newsroom.ledger.count()
    text = f"2026-01-09\n\n{TEXT}\n"
    status, told = dropped(editor, ("one.txt", text), ("one.txt", text), ("../two.txt", "no date"))
    assert status == 200
    assert "1 of them new" in told
    assert "two.txt" in told
    assert newsroom.ledger.count() > before
    assert "0 of them new" in dropped(editor, ("one.txt", text))[1]


def test_a_drop_needs_a_login_and_a_form_of_ours(editor: TestClient, client: TestClient) -> None:
    assert dropped(editor, ("one.txt", TEXT), form="another")[0] == 403
    assert dropped(client, ("one.txt", TEXT), form="none")[0] == 401


def test_what_somebody_dropped_nobody_else_stops(editor: TestClient, newsroom: Newsroom) -> None:
    jobs = editor.app.state.jobs  # type: ignore[attr-defined]
    go = Event()

    def work(progress: Progress) -> None:
        assert go.wait(10)
        progress(1, 2)

    job = jobs.begin(("mine",), work, "Reading", where="", owner=NAME)
    with TestClient(application(newsroom)) as other:
        other.app.state.jobs = jobs  # type: ignore[attr-defined]
        assert other.post(f"/jobs/{job.name}/stop").status_code == 401
        assert not job.is_stopping
    page = editor.get(f"/jobs/{job.name}").text
    assert "Stop" in page
    editor.post(f"/jobs/{job.name}/stop", data={"token": token_of(editor, f"/jobs/{job.name}")})
    assert job.is_stopping
    go.set()
    job.settle(10)
    assert "What was recorded before stays" in editor.get(f"/jobs/{job.name}").text


def test_the_form_tells_whether_anybody_may_log_in_as_soon_as_somebody_may(
    client: TestClient, newsroom: Newsroom
) -> None:
    before = client.get("/login").text
    newsroom.ledger.users.add(NAME, hashed(PASSWORD))
    assert client.get("/login").text != before


def waiting(client: TestClient) -> list[str]:
    """The statements that wait for a decision."""
    root = elements(client.get("/work").text)
    names = [e for e in root.all("input") if e.attributes.get("name") == "statement"]
    return [e.attributes["value"] for e in names]


def test_nobody_can_log_in_before_there_is_a_user(client: TestClient) -> None:
    assert "tieup user add NAME" in client.get("/login").text
    answer = client.post("/login", data={"name": NAME, "password": PASSWORD})
    assert "wrong" in answer.text
    assert COOKIE not in client.cookies


def test_a_user_logs_in_and_out(editor: TestClient) -> None:
    assert NAME in editor.get("/").text
    editor.post("/logout", data={"token": token_of(editor, "/")})
    assert NAME not in editor.get("/").text
    assert COOKIE not in editor.cookies


def test_the_cookie_is_no_scripts_and_no_other_sites(newsroom: Newsroom) -> None:
    newsroom.ledger.users.add(NAME, hashed(PASSWORD))
    with TestClient(application(newsroom)) as client:
        answer = client.post(
            "/login", data={"name": NAME, "password": PASSWORD}, follow_redirects=False
        )
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(("name", "password"), [(NAME, "another secret"), ("Nobody", PASSWORD)])
def test_a_wrong_name_or_password_is_told_alike(
    newsroom: Newsroom, name: str, password: str
) -> None:
    newsroom.ledger.users.add(NAME, hashed(PASSWORD))
    with TestClient(application(newsroom)) as client:
        answer = client.post("/login", data={"name": name, "password": password})
        assert "Name or password is wrong." in answer.text
        assert COOKIE not in client.cookies


def test_guessing_is_stopped_even_for_the_right_password(newsroom: Newsroom) -> None:
    newsroom.ledger.users.add(NAME, hashed(PASSWORD))
    with TestClient(application(newsroom)) as client:
        for _ in range(ONE.amount):
            client.post("/login", data={"name": NAME, "password": "a wrong guess"})
        answer = client.post("/login", data={"name": NAME, "password": PASSWORD})
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "60"


def test_a_changed_password_or_a_removed_user_ends_the_session(
    newsroom: Newsroom, editor: TestClient
) -> None:
    newsroom.ledger.users.change(NAME, hashed("another long secret"))
    assert NAME not in editor.get("/work").text
    newsroom.ledger.users.remove(NAME)
    assert NAME not in editor.get("/work").text


@pytest.mark.parametrize("cookie", ["", "forged", "e30.aaaa.bbbb"])
def test_a_forged_cookie_is_a_visitors(client: TestClient, cookie: str) -> None:
    client.cookies.set(COOKIE, cookie)
    assert client.get("/work").status_code == 200
    assert "log out" not in client.get("/work").text


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/work/record", {"text": TEXT, "published": "2026-01-15"}),
        ("/work/decide", {"statement": "s_", "decision": "accept"}),
        ("/logout", {}),
    ],
)
def test_a_change_needs_a_login_and_our_own_form(
    client: TestClient, editor: TestClient, path: str, data: dict[str, str]
) -> None:
    assert client.post(path, data={**data, "token": "x"}).status_code == 401
    assert editor.post(path, data={**data, "token": "x"}).status_code == 403
    token = token_of(editor)
    elsewhere = {"sec-fetch-site": "cross-site"}
    assert editor.post(path, data={**data, "token": token}, headers=elsewhere).status_code == 403


def test_a_text_is_read_without_being_recorded(newsroom: Newsroom, client: TestClient) -> None:
    before = newsroom.ledger.last_moment()
    answer = client.post("/work/read", data={"text": TEXT, "published": "2026-01-15"})
    assert answer.status_code == 200
    root = elements(answer.text)
    assert "ISF" in root.one(cls="tellings").text
    assert root.one("mark").text.removeprefix("1") in TEXT
    assert newsroom.ledger.last_moment() == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("   ", "empty"), ("12345 67890", "no words"), ("দল জোট করবে বলে জানিয়েছে নেতারা আজ সকালে শহরে", "not English"),
        ('{"text": "no date here at all, friends"', "JSON"),
    ],
)  # fmt: skip
def test_a_text_that_cannot_be_read_says_why(client: TestClient, text: str, told: str) -> None:
    answer = client.post("/work/read", data={"text": text, "published": "2026-01-15"})
    assert answer.status_code in {200, 422}
    assert told in answer.text


def test_a_text_is_recorded_and_shown_with_its_statements(
    newsroom: Newsroom, editor: TestClient
) -> None:
    data = {"text": TEXT, "published": "2026-01-15", "outlet": "Ours", "title": "A deal"}
    answer = editor.post("/work/record", data={**data, "token": token_of(editor)})
    assert answer.url.path.startswith("/article/")
    root = elements(answer.text)
    assert "Congress and the ISF have agreed" in root.one("mark").text
    known = {article.title: article for article in newsroom.ledger.articles()}
    assert known["A deal"].outlet == "Ours"
    assert known["A deal"].published == date(2026, 1, 15)


def test_decisions_carry_the_users_name_and_can_be_taken_back(
    newsroom: Newsroom, editor: TestClient
) -> None:
    token, first = token_of(editor), waiting(editor)[0]
    form = {"token": token, "statement": first}
    editor.post("/work/decide", data={**form, "decision": "reject", "note": "misread"})
    entered = newsroom.ledger.corrections.reviews(first)[-1].review
    assert (entered.decision, entered.reviewer, entered.note) == ("reject", NAME, "misread")
    assert first not in waiting(editor)[:1]
    assert first not in {s.id for s in newsroom.ledger.statements()}
    editor.post("/work/decide", data={**form, "decision": "undo"})
    assert first in {s.id for s in newsroom.ledger.statements()}


def test_a_decision_is_told_at_the_queue_with_the_way_back(editor: TestClient) -> None:
    token, first = token_of(editor), waiting(editor)[0]
    form = {"token": token, "statement": first, "decision": "accept"}
    answer = editor.post("/work/decide", data=form, follow_redirects=False)
    assert answer.headers["location"].endswith("#queue")
    done = elements(editor.get(answer.headers["location"]).text).one(cls="done")
    assert "Accepted." in done.text
    fields = {e.attributes.get("name"): e.attributes.get("value") for e in done.all("input")}
    assert fields["statement"] == first
    undone = editor.post("/work/decide", data={**form, "decision": "undo"})
    assert "taken back" in elements(undone.text).one(cls="done").text
    assert waiting(editor)[0] == first


def test_an_amendment_changes_what_it_names(newsroom: Newsroom, editor: TestClient) -> None:
    form = {"token": token_of(editor), "statement": waiting(editor)[0], "decision": "amend"}
    answer = editor.post("/work/decide", data={**form, "note": "the other way round"})
    assert answer.status_code == 422
    assert "to amend is to change something" in answer.text
    answer = editor.post("/work/decide", data={**form, "parties": "INC + TMCC"})
    assert answer.status_code == 422
    entry = next(
        e for e in elements(answer.text).all("form", cls="decide") if [*e.all(cls="problem")]
    )
    assert "nearest known" in entry.one(cls="problem").text
    assert any(e.attributes.get("value") == "INC + TMCC" for e in entry.all("input"))
    editor.post("/work/decide", data={**form, "act": "refuses", "parties": "INC + TMC"})
    amended = newsroom.ledger.corrections.reviews(form["statement"])[-1].review.amended
    assert amended is not None
    assert (amended.act, amended.parties) == ("refuses", ("INC", "TMC"))


def test_the_queue_begins_with_the_least_certain(newsroom: Newsroom, editor: TestClient) -> None:
    said = {s.id: s.confidence for s in newsroom.ledger.statements()}
    listed = [said[name] for name in waiting(editor) if name in said]
    assert listed == sorted(listed)
    assert len(listed) > 2


@pytest.mark.parametrize("password", ["short", "x" * 1_001])
def test_a_password_has_a_sensible_length(password: str) -> None:
    with pytest.raises(ValueError, match="letters"):
        hashed(password)
