"""What the report's tests share: briefings, a page as a tree, and Chromium."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Browser, sync_playwright

from tieup.articles import Article
from tieup.desk import Briefing, Desk
from tieup.ledger import Ledger
from tieup.regions import Region
from tieup.report import render
from tieup.scenarios import Scenario, parse_structure
from tieup.statements import Statement

VOID = {"br", "hr", "img", "input", "link", "meta"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Element:
    """An element of a page, with its attributes, children and text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text within."""
        return "".join(p if isinstance(p, str) else p.text for p in self.parts)

    def all(self, tag: str | None = None, **wanted: str) -> Iterator["Element"]:
        """Every element within with this tag, class (`cls`) and id, in order of the page."""
        for child in self.children:
            classes = child.attributes.get("class", "").split()
            if (
                tag in (None, child.tag)
                and ("cls" not in wanted or wanted["cls"] in classes)
                and ("id" not in wanted or wanted["id"] == child.attributes.get("id"))
            ):
                yield child
            yield from child.all(tag, **wanted)

    def one(self, tag: str | None = None, **wanted: str) -> "Element":
        """The first such element."""
        return next(self.all(tag, **wanted))


class Tree(HTMLParser):
    """Reads a page into elements, and fails on a tag that is not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        self._open[-1].parts.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)


def tree(page: str) -> Element:
    """A page's elements."""
    reader = Tree()
    reader.feed(page)
    reader.close()
    return reader.root


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Element]:
    """Reads a page into elements."""
    return tree


@pytest.fixture(scope="session")
def chronicle(bengal: Region) -> Briefing:
    """The bundled dispatches on the day before the poll, with a small projection."""
    with Ledger.open(":memory:") as ledger:
        desk = Desk(ledger, bengal)
        desk.take_chronicle()
        blocs = parse_structure("LF+INC+ISF / TMC / BJP", bengal)
        return desk.briefing(
            election="WB-2026",
            on=date(2026, 4, 23),
            relation=("INC", "LF"),
            projection=desk.project(Scenario(base="WB-2021", blocs=blocs), draws=400, seed=7),
        )


@pytest.fixture(scope="session")
def page(chronicle: Briefing) -> str:
    """The chronicle's report."""
    return render(chronicle)


@pytest.fixture(scope="session")
def root(page: str) -> Element:
    """The chronicle's report as elements."""
    return tree(page)


@pytest.fixture(scope="session")
def brief(bengal: Region) -> Callable[..., Briefing]:
    """A briefing from articles and statements made by a test, without a projection."""

    def make(
        articles: list[Article],
        statements: list[Statement],
        *,
        on: date = date(2025, 12, 28),
        relation: tuple[str, str] = ("ISF", "JUP"),
    ) -> Briefing:
        with Ledger.open(":memory:") as ledger:
            ledger.append(articles, statements)
            return Desk(ledger, bengal).briefing(on=on, election="WB-2026", relation=relation)

    return make


@pytest.fixture(scope="session")
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
