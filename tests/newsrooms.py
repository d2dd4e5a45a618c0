"""Newsrooms and their visitors: over an empty ledger, and over one with articles of ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tieup.ledger import Ledger
from tieup.regions import Region
from tieup.web.application import application
from tieup.web.newsroom import Newsroom

DATA = Path(__file__).parent / "data"
#: Seconds for long work, so that its result is what a page shows.
PATIENCE = 300.0
#: What a visitor of the chronicle may look at, each kind of page once at least.
PAGES = (
    "/", "/board?election=WB-2021", "/board?on=2025-12-28", "/relation/ISF/JUP", "/disputes",
    "/claims", "/voices", "/digest?since=2025-12-01", "/work", "/login",
    "/seats?draws=500", "/seats?draws=500&against=LF+/+INC+/+TMC+/+BJP", "/deals?draws=200",
    "/sweep", "/sweep?parties=LF%2BINC%2BTMC&draws=200", "/backtest",
)  # fmt: skip


@pytest.fixture(scope="session")
def bundled(bengal: Region) -> Iterator[Newsroom]:
    """A newsroom whose ledger is empty, so that the chronicle is shown."""
    with Ledger.open(":memory:") as ledger, Ledger.open(":memory:") as chronicle:
        yield Newsroom(ledger, chronicle, bengal)


@pytest.fixture(scope="session")
def visitor(bundled: Newsroom) -> Iterator[TestClient]:
    """Somebody who looks at the chronicle."""
    with TestClient(application(bundled, patience=PATIENCE)) as client:
        yield client


@pytest.fixture
def newsroom(bengal: Region) -> Iterator[Newsroom]:
    """A newsroom whose ledger holds the articles of ours."""
    with Ledger.open(":memory:") as ledger, Ledger.open(":memory:") as chronicle:
        room = Newsroom(ledger, chronicle, bengal)
        room.own.read([DATA])
        yield room


@pytest.fixture
def client(newsroom: Newsroom) -> Iterator[TestClient]:
    """Somebody who looks at the articles of ours."""
    with TestClient(application(newsroom, patience=PATIENCE)) as client:
        yield client
