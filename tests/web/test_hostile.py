"""What somebody might try who means ill: by names, by other sites, by too much of anything."""

import re
from collections.abc import Iterator
from threading import Event

import pytest
from argon2.exceptions import VerificationError
from starlette.testclient import TestClient

from tieup.articles import Progress
from tieup.web import passwords
from tieup.web.application import application
from tieup.web.jobs import WAITING, BusyError, Jobs
from tieup.web.newsroom import Newsroom
from tieup.web.pages.drop import LETTERS, _name
from tieup.web.passwords import Gate, hashed
from tieup.web.sessions import COOKIE

NAME, PASSWORD = "Asha Das", "a long enough secret"


@pytest.fixture
def guest(newsroom: Newsroom) -> Iterator[TestClient]:
    """Somebody who may log in."""
    newsroom.ledger.users.add(NAME, hashed(PASSWORD))
    with TestClient(application(newsroom), follow_redirects=False) as client:
        yield client


def log_in(client: TestClient, **headers: str) -> int:
    form = {"name": NAME, "password": PASSWORD}
    return client.post("/login", data=form, headers=headers).status_code


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("news.txt", "news.txt"), ("../../etc/passwd", "passwd"), ("..\\..\\boot.ini", "boot.ini"),
        ("..", ""), (".", ""), ("a/..", ""), ("", ""), ("/", ""), ("\0.txt", ".txt"),
        ("one\r\nX: y.txt", "oneX: y.txt"), ("x" * 500 + ".txt", "x" * (LETTERS - 4) + ".txt"),
        ("\u202etxt.exe", "txt.exe"),
    ],
)  # fmt: skip
def test_a_dropped_files_name_leads_nowhere(given: str, kept: str) -> None:
    assert _name(given) == kept


@pytest.mark.parametrize(
    ("site", "dest", "status"),
    [
        ("cross-site", "image", 403), ("same-site", "iframe", 403), ("cross-site", "empty", 403),
        ("cross-site", "document", 200), ("same-origin", "empty", 200), ("none", "document", 200),
    ],
)  # fmt: skip
def test_another_site_may_lead_here_but_load_nothing(
    visitor: TestClient, site: str, dest: str, status: int
) -> None:
    headers = {"sec-fetch-site": site, "sec-fetch-dest": dest}
    for path in ("/board", "/api/region"):
        answer = visitor.get(path, headers=headers)
        assert answer.status_code == status
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_another_site_can_log_nobody_in_or_out(guest: TestClient) -> None:
    for site in ("cross-site", "same-site"):
        assert log_in(guest, **{"sec-fetch-site": site}) == 403
    assert COOKIE not in guest.cookies
    assert log_in(guest) == 303
    answer = guest.post(
        "/logout", data={"token": "guessed"}, headers={"sec-fetch-site": "cross-site"}
    )
    assert answer.status_code == 403


def test_who_logs_in_gets_a_session_of_ones_own_whatever_was_there(guest: TestClient) -> None:
    seen = ["planted"]
    for _ in range(2):
        answer = guest.post(
            "/login",
            data={"name": NAME, "password": PASSWORD},
            headers={"cookie": f"{COOKIE}={seen[-1]}"},
        )
        seen.append(answer.headers["set-cookie"].partition("=")[2].partition(";")[0])
        guest.cookies.clear()
    assert len(set(seen)) == 3


def test_who_logs_out_is_out_wherever_the_cookie_was_copied_to(guest: TestClient) -> None:
    log_in(guest)
    copied = guest.cookies[COOKIE]
    page = guest.get("/work").text
    assert NAME in page
    token = page.split('name="token" value="')[1].split('"')[0]
    assert guest.post("/logout", data={"token": token}).status_code == 303
    guest.cookies.set(COOKIE, copied)
    assert f"<bdi>{NAME}</bdi>" not in guest.get("/work").text
    record = {"token": token, "text": "A text.", "published": "2026-01-01"}
    assert guest.post("/work/record", data=record).status_code == 401


def costs(known: str) -> str:
    """What a hash tells of the work that it takes: all but salt and hash."""
    return known.rpartition("$")[0].rpartition("$")[0]


@pytest.mark.parametrize("name", [NAME, "Nobody"])
def test_a_name_that_nobody_has_is_checked_as_slowly(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    newsroom.ledger.users.add(NAME, hashed(PASSWORD))
    checked: list[str] = []
    usual = costs(hashed(PASSWORD))

    class Hasher:
        def verify(self, known: str, _password: str) -> bool:
            checked.append(costs(known))
            raise VerificationError

    monkeypatch.setattr(passwords, "_HASHER", Hasher())
    assert not Gate(newsroom.ledger.users).opens(name, "another long secret")
    assert checked == [usual]


def test_visitors_hold_up_nobody_who_is_logged_in() -> None:
    jobs, go = Jobs(), Event()

    def held(progress: Progress) -> None:
        progress(0, 1)
        assert go.wait(10)

    try:
        for number in range(WAITING + 1):
            jobs.begin((str(number),), held, "Visitor", where="/")
        with pytest.raises(BusyError):
            jobs.begin(("one more",), held, "Visitor", where="/")
        mine = jobs.begin(("mine",), lambda _: 7, "Reading", where="", owner=NAME)
        mine.settle(10)
        assert mine.result() == 7
    finally:
        go.set()
        jobs.close()


@pytest.mark.parametrize(
    "query",
    [
        "election=" + "x" * 50_000, "on=" + "9" * 50_000, "&".join(["split=a"] * 4_000),
        "structure=" + "LF%2B" * 10_000, "against=" + "%00" * 5_000, "%ff%fe=%c3%28",
    ],
)  # fmt: skip
def test_too_long_a_question_is_refused_in_a_word(visitor: TestClient, query: str) -> None:
    for path in ("/seats", "/board", "/api/seats"):
        answer = visitor.get(f"{path}?{query}", headers={"cookie": "a=b; " * 500})
        assert answer.status_code in {200, 404, 422}
        assert answer.status_code == 200 or len(answer.text) < 600_000


@pytest.mark.parametrize(
    "path",
    [
        "/static/..%2f..%2fpyproject.toml", "/static/x/..%2F..%2Fserving.py", "/static/%00",
        "/article/..%2f..%2fetc%2fpasswd", "/jobs/..%2f..%2fwork", "/api/export.%2e%2e%2fcsv",
        "/api/articles/%00",
    ],
)  # fmt: skip
def test_no_path_leads_out(visitor: TestClient, path: str) -> None:
    answer = visitor.get(path, follow_redirects=False)
    assert answer.status_code in {404, 422}
    assert "root:" not in answer.text
    assert "location" not in answer.headers


def test_downloads_bear_our_own_names(client: TestClient) -> None:
    for form in ("csv", "jsonl", "parquet"):
        told = client.get(f"/api/export.{form}?x=%0d%0aX-Evil:%201").headers
        assert told["content-disposition"] == f'attachment; filename="tieup.{form}"'
        assert "x-evil" not in told


def test_nobody_speaks_for_a_client(visitor: TestClient) -> None:
    forged = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "javascript"}
    feed = visitor.get("/digest.atom", headers=forged).text
    assert "evil.example" not in feed
    assert "javascript:" not in feed


def test_a_feed_made_for_one_host_is_no_other_hosts(visitor: TestClient) -> None:
    def links(host: str) -> set[bool]:
        feed = visitor.get("/digest.atom?since=2025-12-01", headers={"host": host}).text
        return {link.startswith(f"http://{host}/") for link in re.findall(r'href="([^"]+)"', feed)}

    hosts = ("127.0.0.1", "localhost", "localhost:81", "127.0.0.1")
    assert [links(host) for host in hosts] == [{True}] * 4
