"""Long work in a real browser: its progress is shown, it can be stopped, and it leads on."""

from collections.abc import Iterator
from threading import Event

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from starlette.types import ASGIApp

from browsing import opened, running
from tieup.articles import Progress
from tieup.web.application import application
from tieup.web.jobs import Job, Jobs
from tieup.web.newsroom import Newsroom

pytestmark = pytest.mark.browser
SWEEP = "/sweep?parties=LF%2BINC%2BTMC&draws=100"


@pytest.fixture(scope="module")
def app(bundled: Newsroom) -> ASGIApp:
    """The web desk that shows the progress of all long work at once."""
    return application(bundled, patience=0)


@pytest.fixture(scope="module")
def address(app: ASGIApp) -> Iterator[str]:
    """Where it is."""
    with running(app) as where:
        yield where


@pytest.fixture
def steps(app: ASGIApp) -> Iterator["Steps"]:
    """Work of ten steps, taken one by one; what else is asked for waits behind it."""
    made = Steps(app.state.jobs)  # type: ignore[attr-defined]
    yield made
    made.job.stop()
    made.go.set()
    made.job.settle(10)


class Steps:
    """Work whose steps are let through one by one."""

    def __init__(self, jobs: Jobs) -> None:
        self.go = Event()
        self.job: Job[None] = jobs.begin((str(id(self)),), self._work, "Counting", where="/login")

    def _work(self, progress: Progress) -> None:
        for step in range(11):
            progress(step, 10)
            assert self.go.wait(60)
            if step < 4:
                self.go.clear()


@pytest.mark.parametrize("width", [360, 1280])
def test_progress_is_shown_and_leads_to_what_came_of_it(
    chromium: Browser, address: str, steps: Steps, width: int
) -> None:
    with opened(chromium, f"{address}/jobs/{steps.job.name}", width=width) as page:
        bar = page.get_by_role("progressbar")
        expect(page.locator("[data-told]")).to_contain_text("Step 0 of 10")
        steps.go.set()
        expect(page.locator("[data-told]")).to_contain_text("Step 1 of 10; ")
        assert bar.evaluate("bar => bar.position") == pytest.approx(0.1)
        expect(page.get_by_role("status")).to_have_text("10 percent done")
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        for step in (2, 3, 4):
            steps.go.set()
            expect(page.locator("[data-told]")).to_contain_text(f"Step {step} of 10; ")
        steps.go.set()
        page.wait_for_url("**/login")


def test_work_is_stopped_by_keyboard_and_begun_again(
    chromium: Browser, address: str, steps: Steps
) -> None:
    with opened(chromium, f"{address}{SWEEP}") as page:
        expect(page.locator("[data-told]")).to_contain_text("Other work is done first.")
        page.get_by_role("button", name="Stop").focus()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_contain_text("Stopped")
        steps.job.stop()
        steps.go.set()
        page.get_by_role("link", name="Begin again").click()
        page.wait_for_url(f"**{SWEEP}")
        assert page.locator("tbody tr").count() == 5


def test_a_page_tells_that_the_work_is_being_stopped(
    chromium: Browser, address: str, steps: Steps
) -> None:
    with opened(chromium, f"{address}/jobs/{steps.job.name}") as page:
        page.get_by_role("button", name="Stop").click()
        expect(page.get_by_role("button")).to_be_disabled()
        steps.go.set()
        expect(page.locator("main")).to_contain_text("Stopped at step 1 of 10.")


def test_without_script_the_page_asks_again_by_itself(
    chromium: Browser, address: str, steps: Steps
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/jobs/{steps.job.name}")
    assert page.locator("meta[http-equiv=refresh]").count() == 1
    context.close()
