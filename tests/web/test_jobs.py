"""Long work: watched, shared, stopped, and begun again."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from starlette.testclient import TestClient

from elements import elements
from tieup.articles import Progress
from tieup.web.application import application
from tieup.web.jobs import KNOWN, WAITING, BusyError, Job, Jobs, State, StoppedError, part_of
from tieup.web.newsroom import Newsroom

SWEEP = "/sweep?parties=LF%2BINC%2BTMC&draws=100"


class Steps:
    """Work whose steps are taken one by one."""

    def __init__(self, steps: int = 3) -> None:
        self.begun, self.go, self.taken = Event(), Event(), 0
        self._steps = steps

    def __call__(self, progress: Progress) -> int:
        for step in range(1, self._steps + 1):
            self.begun.set()
            assert self.go.wait(10)
            self.taken = step
            progress(step, self._steps)
        return self.taken


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def begin(jobs: Jobs, work: Callable[[Progress], int], key: str = "a") -> Job[int]:
    return jobs.begin((key,), work, "A count", where="/")


def test_who_asks_for_the_same_shares_the_work(jobs: Jobs) -> None:
    work = Steps()
    first = begin(jobs, work)
    assert work.begun.wait(10)
    assert (first.state, first.is_over) == (State.RUNNING, False)
    assert begin(jobs, work) is first
    work.go.set()
    first.settle(10)
    assert (first.state, first.done, first.total, first.result()) == (State.DONE, 3, 3, 3)
    assert begin(jobs, work) is first
    assert jobs.find(first.name) is first
    assert jobs.find("another") is None


def test_what_is_stopped_ends_after_its_step_and_can_begin_again(jobs: Jobs) -> None:
    work = Steps()
    job, later = begin(jobs, work), begin(jobs, Steps(), "b")
    assert work.begun.wait(10)
    later.stop()
    job.stop()
    assert (later.state, job.state, job.is_stopping) == (State.STOPPED, State.RUNNING, True)
    work.go.set()
    job.settle(10)
    assert (job.state, work.taken) == (State.STOPPED, 1)
    for each in (job, later):
        with pytest.raises(StoppedError):
            each.result()
    again = begin(jobs, work)
    again.settle(10)
    assert (again is job, again.result()) == (False, 3)


def test_what_failed_says_so_once_and_is_tried_again(jobs: Jobs) -> None:
    def fails(_progress: Progress) -> int:
        raise ValueError

    job = begin(jobs, fails)
    job.settle(10)
    assert job.state is State.FAILED
    assert begin(jobs, fails) is job
    with pytest.raises(ValueError):  # noqa: PT011 - it has no words
        job.result()
    again = begin(jobs, lambda _: 1)
    again.settle(10)
    assert again.result() == 1


def test_no_more_is_taken_than_can_wait_and_what_is_old_is_forgotten(jobs: Jobs) -> None:
    first = Steps()
    begin(jobs, first)
    assert first.begun.wait(10)
    waiting = [begin(jobs, lambda _: 1, str(n)) for n in range(WAITING)]
    with pytest.raises(BusyError):
        begin(jobs, lambda _: 1, "one more")
    first.go.set()
    waiting[-1].settle(10)
    for number in range(KNOWN + WAITING):
        begin(jobs, lambda _: 1, f"later {number}").settle(10)
    assert jobs.find(waiting[0].name) is None


def test_parts_of_work_are_told_as_one() -> None:
    told: list[float] = []

    def progress(done: int, total: int) -> None:
        told.append(done / total)

    for part in (1, 2):
        each = part_of(progress, part, 2)
        for done in range(3):
            each(done, 2)
    assert told == [0, 0.25, 0.5, 0.5, 0.75, 1]


@pytest.fixture
def hasty(bundled: Newsroom) -> Iterator[TestClient]:
    """Somebody who is shown the progress of all long work at once."""
    with TestClient(application(bundled, patience=0)) as client:
        yield client


def hold(client: TestClient) -> Steps:
    """Work that holds up all other work."""
    work = Steps()
    client.app.state.jobs.begin(("held",), work, "Held", where="/")  # type: ignore[attr-defined]
    assert work.begun.wait(10)
    return work


def test_long_work_has_a_page_that_leads_to_what_came_of_it(hasty: TestClient) -> None:
    held = hold(hasty)
    shown = hasty.get(SWEEP)
    assert shown.url.path.startswith("/jobs/")
    assert shown.headers["cache-control"] == "private, no-store"
    root = elements(shown.text)
    assert "Other work is done first" in root.text
    assert len(list(root.all("progress"))) == 1
    assert hasty.get(f"{shown.url.path}/state").json()["state"] == "waiting"
    assert hasty.get(SWEEP).url == shown.url
    held.go.set()
    job = hasty.app.state.jobs.find(shown.url.path.rpartition("/")[2])  # type: ignore[attr-defined]
    job.settle(300)
    told = hasty.get(shown.url.path)
    assert f"{told.url.path}?{told.url.query.decode()}" == SWEEP
    assert len(list(elements(told.text).one("tbody").all("tr"))) == 5


def test_a_job_is_stopped_by_its_own_page_alone(hasty: TestClient) -> None:
    held = hold(hasty)
    address = hasty.get(SWEEP.replace("100", "101")).url.path
    other = {"sec-fetch-site": "cross-site"}
    assert hasty.post(f"{address}/stop", headers=other).status_code == 403
    assert hasty.get(f"{address}/state").json()["state"] == "waiting"
    stopped = hasty.post(f"{address}/stop")
    assert "Stopped" in stopped.text
    again = next(e for e in elements(stopped.text).all("a") if e.text == "Begin again")
    assert again.attributes["href"] == SWEEP.replace("100", "101")
    held.go.set()
    for path in ("/jobs/none", "/jobs/none/state"):
        assert hasty.get(path).status_code == 404


def test_too_much_work_is_refused_with_a_word(hasty: TestClient) -> None:
    held = hold(hasty)
    answers = [hasty.get(f"{SWEEP}&seed={n}") for n in range(WAITING + 1)]
    assert [a.status_code for a in answers] == [200] * WAITING + [503]
    assert "try again" in answers[-1].text
    assert answers[-1].headers["retry-after"] == "60"
    hasty.app.state.jobs.close()  # type: ignore[attr-defined]
    held.go.set()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("parties=LF%2B", "lacks a party"), ("parties=LF%2BNobody", "Nobody"),
        ("parties=LF%2BINC&by=luck", "by: is one of"), ("parties=LF%2BINC&draws=0", "at least 1"),
        ("parties=LF%2BINC&seed=x", "seed:"), (f"parties={'x' * 501}", "at most 500"),
        ("parties=LF%2BINC&base=XX-1", "XX-1"),
    ],
)  # fmt: skip
def test_a_sweep_that_cannot_be_read_says_why(visitor: TestClient, asked: str, told: str) -> None:
    answer = visitor.get(f"/sweep?{asked}")
    assert answer.status_code == 422
    root = elements(answer.text)
    assert told in root.one(cls="problem").text
    assert "parties" in {e.attributes.get("name") for e in root.all("input")}


def test_a_sweep_ranks_and_leads_to_each_structure(visitor: TestClient) -> None:
    root = elements(visitor.get(f"{SWEEP}&wins=INC").text)
    rows = list(root.one("tbody").all("tr"))
    seats = [float(next(iter(row.all("td"))).text) for row in rows]
    assert len(rows) == 5
    assert seats == sorted(seats, reverse=True)
    link = rows[0].one("a").attributes["href"]
    assert visitor.get(f"{link}&draws=100").status_code == 200
