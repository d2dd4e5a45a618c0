"""docs/tutorial.md runs as it stands, and prints what it shows."""

from pathlib import Path

import pytest
from notebook import BLOCK, renewed

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"


def test_the_page_prints_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # it saves plots
    written = PAGE.read_text(encoding="utf-8")
    assert renewed(written, PAGE.name) == written
    saved = {path.name for path in tmp_path.iterdir()}
    assert saved == {"seats.svg", "map.png", "map.html"}


def test_nothing_stands_below_a_block_that_it_did_not_print() -> None:
    page = "# A page\n\n```python\nx = 2\n```\n\n```text\n7\n```\n\n```python\nprint(x * 3)\n```\n"
    again = renewed(page, "page")
    assert (
        again
        == "# A page\n\n```python\nx = 2\n```\n\n```python\nprint(x * 3)\n```\n\n```text\n6\n```\n"
    )
    assert [block["output"] for block in BLOCK.finditer(again)] == [None, "6\n"]


def test_a_block_that_fails_names_its_line() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        renewed("one\n\n```python\n1 / 0\n```\n", "page.md")
    assert caught.traceback[-1].lineno == 3  # counted from 0
