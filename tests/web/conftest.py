"""The web desk for tests: over an empty ledger, and over one with articles of ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tieup.ledger import Ledger
from tieup.regions import Region
from tieup.web.application import application
from tieup.web.newsroom import Newsroom

DATA = Path(__file__).parents[1] / "data"
#: The form in which a browser sends what its own page holds.
OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture(scope="session")
def bundled(bengal: Region) -> Iterator[Newsroom]:
    """A newsroom whose ledger is empty, so that the chronicle is shown."""
    with Ledger.open(":memory:") as ledger, Ledger.open(":memory:") as chronicle:
        yield Newsroom(ledger, chronicle, bengal)


@pytest.fixture(scope="session")
def visitor(bundled: Newsroom) -> Iterator[TestClient]:
    """Somebody who looks at the chronicle."""
    with TestClient(application(bundled)) as client:
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
    with TestClient(application(newsroom)) as client:
        yield client
