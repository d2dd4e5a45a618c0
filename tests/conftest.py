"""What the tests share: the region, and ../shared where it stands beside the checkout."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

import stores
from tieup.ledger import Ledger
from tieup.regions import Region, load_region

# A slow machine is no failed property; time is what benchmarks are for.
settings.register_profile("tieup", deadline=None)
settings.load_profile("tieup")

pytest_plugins = ("newsrooms",)

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SHARED = Path(__file__).resolve().parents[2] / "shared"
#: CI must show everything: there, a skipped test is a failed one.
NOTHING_SKIPPED = os.environ.get("CI") == "true"


@pytest.fixture(scope="session")
def bengal() -> Region:
    """The bundled West Bengal pack."""
    return load_region("west-bengal")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared; without it the test is skipped, with a line that says so."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def postgresql() -> Iterator[stores.PostgreSQL]:
    """A PostgreSQL server of our own; where the machine has none the test is skipped."""
    server = stores.PostgreSQL()
    yield server
    server.remove()


@pytest.fixture(scope="session", params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> stores.Store:
    """Each kind of place that a ledger can be kept in."""
    if request.param == "postgresql":
        return stores.Store("postgresql", request.getfixturevalue("postgresql").new)
    return stores.memory() if request.param == "memory" else stores.sqlite()


@pytest.fixture
def ledger(store: stores.Store) -> Iterator[Ledger]:
    """An empty ledger in each kind of place."""
    with store.new() as place, Ledger.open(place) as opened:
        yield opened


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium, without a window; where the machine has none the test is skipped."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("Chromium is not installed")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=quiet)
        yield browser
        browser.close()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI, fail where anything was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    skipped = reporter.stats.get("skipped", [])
    if NOTHING_SKIPPED and skipped and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"CI: {len(skipped)} tests were skipped; nothing may be", red=True)
