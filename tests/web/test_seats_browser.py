"""The Seats and Deals pages in a real browser: blocs by mouse, touch and keyboard, and the map."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import opened, served
from tieup.web.newsroom import Newsroom

pytestmark = pytest.mark.browser
START = "/seats?draws=500&base=WB-2021&structure=LF%2BINC%2BISF%20/%20TMC%20/%20BJP"


@pytest.fixture(scope="module")
def address(bundled: Newsroom) -> Iterator[str]:
    """Where the chronicle is shown."""
    with served(bundled) as where:
        yield where


def structure(page: Page) -> str:
    """What the address says of who stands with whom."""
    return parse_qs(urlsplit(page.url).query)["structure"][0]


def until(page: Page, wanted: str) -> None:
    """Wait for an address, and for the result that goes with it."""
    page.wait_for_function(
        "wanted => new URLSearchParams(location.search).get('structure') === wanted"
        " && !document.querySelector('[data-result]').hasAttribute('aria-busy')",
        arg=wanted,
    )


def test_the_arrow_keys_move_a_party_from_bloc_to_bloc(chromium: Browser, address: str) -> None:
    with opened(chromium, address + START) as page:
        chip = page.get_by_role("button", name="Congress", exact=True)
        chip.focus()
        headline = page.locator(".headline-told").inner_text()
        for wanted in (
            "LF+ISF / TMC+INC / BJP",
            "LF+ISF / TMC / BJP+INC",
            "LF+ISF / TMC / BJP / INC",
            "LF+ISF / TMC / BJP",
        ):
            page.keyboard.press("ArrowRight")
            until(page, wanted)
            assert page.evaluate("document.activeElement.dataset.party") == "INC"
        expect(page.get_by_role("status").first).not_to_be_empty()
        page.keyboard.press("ArrowLeft")
        until(page, "LF+ISF / TMC / BJP / INC")
        assert page.locator("fieldset.bloc:not(:has([data-party]))").count() == 1
        assert page.locator(".headline-told").inner_text() != headline or "No bloc" in headline
        page.reload()
        assert page.locator("fieldset.bloc").nth(3).inner_text().split("\n")[-1] == "Congress"


def test_one_goes_back_to_who_stood_with_whom_before(chromium: Browser, address: str) -> None:
    with opened(chromium, address + START) as page:
        page.locator("[data-party=INC]").focus()
        page.keyboard.press("ArrowRight")
        until(page, "LF+ISF / TMC+INC / BJP")
        page.keyboard.press("ArrowRight")
        until(page, "LF+ISF / TMC / BJP+INC")
        page.go_back()
        until(page, "LF+ISF / TMC+INC / BJP")
        expect(page.locator("fieldset.bloc").nth(1).locator("[data-party=INC]")).to_be_visible()
        page.go_back()
        until(page, "LF+INC+ISF / TMC / BJP")
        expect(page.locator(".result")).to_contain_text("Left Front + Congress + ISF / Trinamool")


def test_what_changes_is_seen_beside_the_blocs(chromium: Browser, address: str) -> None:
    with opened(chromium, address + START, width=390) as page:
        glance, headline = page.locator("[data-glance]"), page.locator(".headline-told")
        expect(glance).to_be_visible()
        before = glance.inner_text()
        page.locator("[data-party=TMC]").focus()
        page.keyboard.press("ArrowRight")
        until(page, "LF+INC+ISF / BJP+TMC")
        expect(glance).not_to_have_text(before)
        expect(glance).to_have_text(headline.inner_text())
        glance.click()
        expect(headline).to_be_in_viewport()
        expect(glance).to_be_hidden()


def test_what_is_kept_is_compared_with_what_is_built_next(chromium: Browser, address: str) -> None:
    with opened(chromium, address + START) as page:
        page.get_by_role("link", name="Keep this one").click()
        expect(page.locator(".head .notice")).to_contain_text(
            "A is kept: Left Front + Congress + ISF"
        )
        page.locator("[data-party=INC]").focus()
        page.keyboard.press("ArrowRight")
        until(page, "LF+ISF / TMC+INC / BJP")
        sides = page.locator(".comparison .pair-of > p")
        expect(sides.first).to_have_text("A, kept: Left Front + Congress + ISF / Trinamool / BJP")
        expect(sides.last).to_have_text("B, now: Left Front + ISF / Trinamool + Congress / BJP")


def test_a_party_is_dragged_to_another_bloc(chromium: Browser, address: str) -> None:
    with opened(chromium, address + START) as page:
        chip = page.locator("[data-party=INC]").bounding_box()
        box = page.locator("fieldset.bloc").nth(2).bounding_box()
        assert chip is not None
        assert box is not None
        page.mouse.move(chip["x"] + 9, chip["y"] + 9)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
        page.mouse.up()
        until(page, "LF+ISF / TMC / BJP+INC")


def test_a_party_is_picked_up_by_a_tap_and_put_down_by_another(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + START)
    page.locator("[data-party=ISF]").tap()
    assert page.locator("[data-party=ISF]").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="here").first.tap()
    until(page, "LF+INC / TMC+ISF / BJP")
    context.close()


def test_the_last_bloc_stays(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/seats?draws=300&structure=BJP") as page:
        page.locator("[data-party=BJP]").focus()
        page.keyboard.press("ArrowRight")
        expect(page.locator("[data-said]")).to_have_text("One bloc has to stay.")
        assert structure(page) == "BJP"


def test_sliders_write_the_address(chromium: Browser, address: str) -> None:
    with opened(chromium, address + START) as page:
        page.locator("summary", has_text="Swing").click()
        page.get_by_role("slider", name="BJP", exact=True).press("ArrowRight")
        page.wait_for_url("**swing=BJP%3D%2B0.5**")
        page.locator("summary", has_text="Whose voters follow").click()
        page.get_by_role("slider", name="Congress to Left Front").press("ArrowLeft")
        page.wait_for_url("**transfer=INC%3ALF%3D0.7**")
        page.locator("summary", has_text="Splits").click()
        page.locator("[data-who]").select_option("JUP")
        page.locator("[data-whom]").select_option("TMC")
        page.get_by_role("button", name="Add", exact=True).click()
        page.wait_for_url("**split=JUP%3ATMC%3D0.25**")
        page.get_by_role("button", name="Reset BJP").click()
        page.wait_for_function("() => !location.search.includes('swing')")
        page.wait_for_function("() => !document.querySelector('[data-result][aria-busy]')")
        assert page.locator("[data-problem]").is_hidden()


def test_a_transfer_goes_with_the_partnership(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}{START}&transfer=INC:LF%3D0.6") as page:
        page.locator("[data-party=INC]").focus()
        page.keyboard.press("ArrowRight")
        until(page, "LF+ISF / TMC+INC / BJP")
        assert "transfer" not in page.url


def test_what_is_unfolded_and_zoomed_stays_so(chromium: Browser, address: str) -> None:
    with opened(chromium, address + START) as page:
        page.locator("summary", has_text="Seats by party").click()
        hexes = page.locator("svg.hexmap")
        whole = hexes.get_attribute("viewBox")
        page.get_by_role("button", name="Zoom in").click()
        hexes.focus()
        page.keyboard.press("ArrowRight")
        near = hexes.get_attribute("viewBox")
        assert near != whole
        page.locator("[data-party=INC]").focus()
        page.keyboard.press("ArrowRight")
        until(page, "LF+ISF / TMC+INC / BJP")
        assert hexes.get_attribute("viewBox") == near
        assert page.locator("details[data-keep=parties]").get_attribute("open") is not None
        hexes.focus()
        page.keyboard.press("0")
        assert hexes.get_attribute("viewBox") == whole


def test_a_tap_on_a_seat_tells_what_a_resting_mouse_is_told(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + START)
    seat, other = (page.locator("svg.hexmap > g:has(title)").nth(n) for n in (0, 40))
    tip = page.locator(".stage .tip")
    expect(tip).to_be_hidden()
    seat.locator("polygon").tap()
    expect(tip).to_have_text(seat.locator("title").text_content() or "-")
    box, view = tip.bounding_box(), page.locator(".stage").first.bounding_box()
    assert box is not None
    assert view is not None
    assert view["x"] <= box["x"] <= box["x"] + box["width"] <= view["x"] + view["width"] + 1
    other.locator("polygon").tap()
    expect(tip).to_have_text(other.locator("title").text_content() or "-")
    other.locator("polygon").tap()
    expect(tip).to_be_hidden()
    page.get_by_role("button", name="Zoom in").tap()
    near = page.locator("svg.hexmap").bounding_box()
    assert near is not None
    page.touchscreen.tap(near["x"] + near["width"] / 2, near["y"] + near["height"] / 2)
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    context.close()


def test_a_mouse_click_on_a_seat_opens_no_tip(chromium: Browser, address: str) -> None:
    with opened(chromium, address + START) as page:
        page.locator("svg.hexmap > g:has(title) polygon").first.click()
        expect(page.locator(".stage .tip")).to_be_hidden()


def test_without_script_a_structure_can_be_typed(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/seats?draws=300")
    assert page.locator("[data-builder]").is_hidden()
    page.get_by_label("Who stands with whom").fill("LF+INC / TMC / BJP")
    page.get_by_role("button", name="Show", exact=True).click()
    assert structure(page) == "LF+INC / TMC / BJP"
    assert "Left Front + Congress" in page.locator(".result").inner_text()
    context.close()


def test_a_seat_is_swapped_and_a_deal_is_found_again(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/deals?draws=200&structure=LF%2BINC") as page:
        page.locator("select[name=seat]").select_option(index=4)
        page.locator("select[name=to]").select_option("INC")
        page.get_by_role("button", name="See what changes").click()
        page.wait_for_url("**seat=5&to=INC**")
        assert "Congress stood in" in page.locator(".swapped").inner_text()
        page.get_by_role("link", name="Back to the deal").click()
        expect(page.locator(".swapped")).to_have_count(0)
