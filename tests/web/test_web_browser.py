"""The web desk in a real browser: by mouse and keyboard, on a phone and a desk, light and dark."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from browsing import Scheme, opened, served
from newsrooms import PAGES
from tieup.web.newsroom import Newsroom

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(bundled: Newsroom) -> Iterator[str]:
    """Where the chronicle is shown."""
    with served(bundled) as where:
        yield where


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_bars_anybody(chromium: Browser, address: str, path: str, scheme: Scheme) -> None:
    with opened(chromium, address + path, scheme=scheme) as page:
        found = Axe().run(page)
        told = [
            (v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found.response["violations"]
        ]
        assert told == []


@pytest.mark.parametrize("width", [360, 820, 2560])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(chromium: Browser, address: str, path: str, width: int) -> None:
    with opened(chromium, address + path, width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_slider_moves_the_day_by_keyboard(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/board?on=2025-12-28&election=WB-2026") as page:
        slider = page.get_by_role("slider", name="The day")
        assert page.locator("[data-day]").inner_text() == "28 December 2025"
        slider.focus()
        with page.expect_navigation():
            page.keyboard.press("ArrowLeft")
        assert "on=2025-12-27" in page.url
        assert page.locator("[data-day]").inner_text() == "27 December 2025"


def test_who_moves_the_day_by_keyboard_moves_on_from_there(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/board?on=2025-12-28&election=WB-2026") as page:
        page.get_by_role("slider", name="The day").focus()
        with page.expect_navigation():
            page.keyboard.press("ArrowLeft")
            page.keyboard.press("ArrowLeft")
        assert "on=2025-12-26" in page.url
        with page.expect_navigation():
            page.keyboard.press("ArrowRight")
        assert "on=2025-12-27" in page.url
        page.go_back()
        assert "on=2025-12-26" in page.url


def test_the_nearest_turns_are_a_click_away(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/board?on=2025-12-28&election=WB-2026") as page:
        told = page.locator("a[rel=next]").inner_text()
        page.locator("a[rel=next]").click()
        assert page.locator("[data-day]").inner_text() in told


def test_a_cell_leads_to_its_timeline_by_keyboard(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/board?on=2025-12-28&election=WB-2026") as page:
        cell = page.get_by_title("ISF and Humayun Kabir (party planned): disputed").first
        if not cell.count():
            cell = page.locator(".matrix .s-disputed a").first
        cell.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/relation/**")
        assert page.locator(".timeline > li").count() > 0


def test_a_thin_line_of_the_graph_is_hit_beside_it(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/board?on=2025-12-28&election=WB-2026", width=390) as page:
        line = page.locator(".graph .tie").first
        line.scroll_into_view_if_needed()
        middle = line.evaluate(
            "e => { const p = new DOMPoint((e.x1.baseVal.value + e.x2.baseVal.value) / 2,"
            " (e.y1.baseVal.value + e.y2.baseVal.value) / 2).matrixTransform(e.getScreenCTM());"
            " return [p.x, p.y]; }"
        )
        page.mouse.click(middle[0] + 4, middle[1] + 4)
        page.wait_for_url("**/relation/**")


@pytest.mark.parametrize(("width", "least"), [(390, 12), (320, 11), (1280, 12)])
def test_names_on_the_graph_are_large_enough_to_read(
    chromium: Browser, address: str, width: int, least: int
) -> None:
    with opened(chromium, f"{address}/board?on=2026-02-10&election=WB-2026", width=width) as page:
        sizes = page.locator(".graph text").evaluate_all(
            "all => all.map(e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a)"
        )
        assert len(sizes) > 4
        assert min(sizes) >= least
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_statement_is_shown_in_its_article(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/relation/ISF/JUP") as page:
        page.get_by_role("link", name="In the article").first.click()
        page.wait_for_url("**/article/**")
        mark = page.locator("mark:has(:target)")
        expect(mark).to_be_in_viewport()
        page.get_by_role("link", name="in the text").first.click()
        expect(page.locator("mark:has(:target)")).to_be_in_viewport()


def test_the_first_tab_skips_to_the_page(chromium: Browser, address: str) -> None:
    with opened(chromium, address) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
        page.keyboard.press("Enter")
        assert page.url.endswith("#main")


def test_without_script_the_day_can_be_chosen(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/board?election=WB-2026")
    page.get_by_label("Day", exact=True).fill("2025-12-28")
    page.get_by_role("button", name="Show").click()
    assert "on=2025-12-28" in page.url
    context.close()


def test_a_hostile_article_is_read_and_shown_as_text(chromium: Browser, address: str) -> None:
    hostile = (
        "<script>document.title='owned'</script> Congress and the ISF have agreed on an alliance "
        "for the 2026 Assembly election. \u202eevil\u202c <img src=x onerror=alert(1)> The leader "
        "said “<b>we</b> are together”."
    )
    with opened(chromium, f"{address}/work") as page:
        page.get_by_label("The text").fill(hostile)
        page.get_by_role("button", name="See what is read").click()
        page.wait_for_url("**/work/read")
        assert page.title() != "owned"
        assert page.locator("main img, main script").count() == 0


DROP = """({files, where}) => {
  const given = new DataTransfer();
  for (const [name, type, text] of files) given.items.add(new File([text], name, {type}));
  const target = document.querySelector(where);
  for (const kind of ["dragover", "drop"]) {
    target.dispatchEvent(new DragEvent(kind, {dataTransfer: given, bubbles: true, cancelable: true}));
  }
}"""


@pytest.mark.parametrize("where", ["textarea", "footer"])
def test_a_dropped_file_is_in_the_form_and_never_takes_the_pages_place(
    chromium: Browser, address: str, where: str
) -> None:
    with opened(chromium, f"{address}/work") as page:
        told = "Asha Das of the Congress met Karim Sheikh of the ISF."
        page.evaluate(DROP, {"files": [["a.txt", "text/plain", told]], "where": where})
        expect(page.get_by_label("The text")).to_have_value(told)
        expect(page.locator("[data-said]")).to_contain_text("nothing is recorded yet")
        page.evaluate(DROP, {"files": [["a.png", "image/png", "no text"]], "where": where})
        expect(page.locator("[data-said]")).to_contain_text("a.png is no file of text")
        two = [["a.txt", "text/plain", "One."], ["b.txt", "text/plain", "Two."]]
        page.evaluate(DROP, {"files": two, "where": where})
        expect(page.locator("[data-said]")).to_contain_text("to read many at once, log in")
        expect(page.get_by_label("The text")).to_have_value(told)


def test_a_wide_table_tells_that_it_goes_on(chromium: Browser, address: str) -> None:
    beyond = "e => parseFloat(getComputedStyle(e).getPropertyValue('--beyond'))"
    with opened(chromium, f"{address}/board?on=2025-12-28", width=360) as page:
        table = page.locator(".scroll:has(.matrix)")
        assert table.evaluate(beyond) > 0
        table.evaluate("e => e.scrollTo(e.scrollWidth, 0)")
        page.wait_for_function(
            f"([e, told]) => ({beyond})(e) === 0", arg=[table.element_handle(), 0]
        )
    with opened(chromium, f"{address}/board?on=2025-12-28", width=1280) as page:
        assert page.locator(".scroll:has(.matrix)").evaluate(beyond) == 0
