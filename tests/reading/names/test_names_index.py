"""The index of names finds what one pattern of all names would, and where it would."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.names.name_index import NameIndex
from tieup.reading.names.names import names_of
from tieup.regions import Region

WORDS = st.sampled_from(["Left", "Front", "CPI", "CPI(M)", "(M)", "Congress", "The", "left", "é"])
NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=8)
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from([" ", "\n", "-", ".", "s"]))).map("".join)


def by_one_pattern(names: Iterable[str], text: str, *, cased: bool) -> list[tuple[int, int]]:
    """The places of all names, by an alternation of them, the longest first."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    escaped = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
    flags = re.NOFLAG if cased else re.IGNORECASE
    return [m.span() for m in re.finditer(rf"(?<!\w)(?:{escaped})(?!\w)", text, flags)]


def by_index(names: Iterable[str], text: str, *, cased: bool) -> list[tuple[int, int]]:
    found = NameIndex(names, cased=cased).found(text)
    return [(span.start, span.end) for span, _ in found]


@given(NAMES, TEXTS, st.booleans())
def test_any_names_in_any_text(names: list[str], text: str, cased: bool) -> None:
    assert by_index(names, text, cased=cased) == by_one_pattern(names, text, cased=cased)


def test_a_name_may_run_over_a_line() -> None:
    found = list(NameIndex(["Left Front"]).found("the Left\nFront"))
    assert [form for _, form in found] == ["Left Front"]


def agrees(region: Region, texts: Iterable[str]) -> int:
    """How many names stand in the texts, found alike both ways."""
    names = names_of(region)
    lists = ((*names.parties, *names.people, *names.short), True), (tuple(names.styles), False)
    total = 0
    for text in texts:
        for written, cased in lists:
            found = by_index(written, text, cased=cased)
            assert found == by_one_pattern(written, text, cased=cased)
            total += len(found)
    return total


def test_on_the_chronicle(bengal: Region) -> None:
    dispatches = bengal.read_chronicle()
    assert agrees(bengal, (dispatch.text for dispatch in dispatches[:40])) > len(dispatches[:40])


@pytest.mark.shared
def test_on_the_annotated_articles(bengal: Region, shared: Path) -> None:
    paths = sorted((shared / "gold" / "articles").glob("*.json"))
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in paths]
    assert agrees(bengal, texts) > len(texts)
