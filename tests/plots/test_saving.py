"""Saved plots: whole files that need nothing from anywhere."""

from io import BytesIO
from pathlib import Path

import altair as alt
import pytest
from drawn import drawn
from PIL import Image
from playwright.sync_api import Browser

from tieup.plots.errors import PlotError
from tieup.plots.hexmap import hexmap
from tieup.plots.histogram import seat_histogram
from tieup.plots.saving import save
from tieup.regions import Region


@pytest.fixture(scope="module")
def chart() -> alt.VConcatChart:
    """A small chart with a name that needs care."""
    return seat_histogram({"A & <b>B</b>": [1, 2, 2, 9]}, mark=6, house=10, title="Séats")


def test_a_picture(chart: alt.VConcatChart, tmp_path: Path) -> None:
    path = save(chart, tmp_path / "seats.PNG")
    picture = Image.open(BytesIO(path.read_bytes()))
    assert picture.format == "PNG"
    assert picture.width > 1120  # twice the panel's 560 pixels
    colours = picture.convert("RGB").getcolors(maxcolors=100_000)
    assert colours is not None
    assert len(colours) > 10  # it is not blank


def test_a_drawing_with_its_words(bengal: Region, tmp_path: Path) -> None:
    path = save(hexmap(drawn(bengal), bengal, title="Who leads where"), str(tmp_path / "map.svg"))
    written = path.read_text(encoding="utf-8")
    assert written.startswith("<svg")
    for word in ("Who leads where", "Darjeeling", "Trinamool", "Its chance there", "over 80%"):
        assert word in written
    assert written.count('aria-roledescription="point"') == 294
    assert "href" not in written.replace('xmlns:xlink="http://www.w3.org/1999/xlink"', "")


@pytest.mark.browser
def test_a_page_that_asks_nobody(
    chart: alt.VConcatChart, tmp_path: Path, chromium: Browser
) -> None:
    path = save(chart, tmp_path / "seats.html")
    page = chromium.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("canvas, svg.marks")
    page.locator("summary").click()
    assert page.locator(".vega-actions a").all_inner_texts() == ["Save as SVG", "Save as PNG"]
    assert asked == [path.as_uri()]
    assert said == []
    page.close()


@pytest.mark.parametrize("name", ["seats.pdf", "seats", "png"])
def test_another_form_is_refused(chart: alt.VConcatChart, tmp_path: Path, name: str) -> None:
    with pytest.raises(PlotError, match=r"a plot is saved as \.png, \.svg or \.html"):
        save(chart, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(chart: alt.VConcatChart, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save(chart, tmp_path / "nowhere" / "seats.svg")
