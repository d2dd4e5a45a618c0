"""The report in a real browser: on a phone and a desk, in light and dark."""

import re
from typing import Literal

import pytest
from briefings import chronicle_page
from playwright.sync_api import Browser, Page

from tieup.plots.contrast import contrast
from tieup.regions import Region
from tieup.report.colours import LEGIBLE

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def address(bengal: Region, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the chronicle's report lies."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(chronicle_page(bengal), encoding="utf-8")
    return path.as_uri()


def opened(browser: Browser, address: str, *, width: int, scheme: Scheme = "light") -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address)
    return page


def test_it_asks_nobody_for_anything_and_complains_of_nothing(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address, wait_until="load")
    page.locator("summary").first.click()
    page.locator(".matrix a").first.click()
    assert asked == [address]
    assert said == []
    page.close()


@pytest.mark.parametrize("width", [360, 768, 1280, 2560])
def test_no_width_scrolls_sideways(chromium: Browser, address: str, width: int) -> None:
    page = opened(chromium, address, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    charts = page.locator(".chart svg:visible")
    assert charts.count() == 1
    page.close()


def test_the_address_of_a_cell_leads_to_its_relation(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, width=1280)
    cell = page.locator(".matrix a").nth(3)
    cell.focus()
    page.keyboard.press("Enter")
    target = str(cell.get_attribute("href"))
    assert page.url.endswith(target)
    assert page.locator(target).count() == 1
    page.close()


def test_the_keyboard_shows_where_it_is(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, width=1280)
    for _ in range(3):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_legible(chromium: Browser, address: str, scheme: Scheme) -> None:
    page = opened(chromium, address, width=1280, scheme=scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for name in ("h1", ".facts", ".when", ".rule", "caption", ".gist", ".matrix tbody th"):
        ink = page.locator(name).first.evaluate("e => getComputedStyle(e).color")
        assert contrast(_hex(ink), _hex(paper)) >= LEGIBLE, name
    pairs = page.evaluate(
        """() => [...document.querySelectorAll('.chip, .matrix td a')].map(e => {
          const own = getComputedStyle(e), cell = getComputedStyle(e.closest('td, .chip'));
          return [own.color, cell.backgroundColor] })"""
    )
    assert pairs
    for ink, ground in {tuple(pair) for pair in pairs}:
        assert contrast(_hex(ink), _hex(ground)) >= LEGIBLE, (ink, ground)
    page.close()


def test_dark_is_dark_and_charts_follow(chromium: Browser, address: str) -> None:
    inks = {}
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        page = opened(chromium, address, width=1280, scheme=scheme)
        text = page.locator(".chart .wide text").first
        inks[scheme] = text.evaluate("e => getComputedStyle(e).fill")
        page.close()
    assert inks["light"] != inks["dark"]


def test_it_prints_on_white(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, width=800, scheme="dark")
    page.emulate_media(media="print")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    assert not page.locator("nav").is_visible()
    page.close()


def _hex(colour: str) -> str:
    channels = [int(part) for part in re.findall(r"\d+", colour)[:3]]
    return "#" + "".join(f"{channel:02x}" for channel in channels)
