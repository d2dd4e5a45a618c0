"""CSV: one row a statement, whole when read back, and harmless in a spreadsheet."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from journals import WRITABLE
from test_statements import ARTICLE, SAID
from tieup import exports
from tieup.corrections import Retraction
from tieup.exports.corrected import Corrected
from tieup.exports.sheet import cell
from tieup.notation import Entry, Noted
from tieup.vocabulary import Mode


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def written(path: Path, *noted: Noted) -> list[dict[str, str]]:
    exports.write("csv", [Entry(what=what) for what in noted], path / "export")
    return rows(path / "export")


def test_a_row_has_source_date_outlet_and_whose_words_they_are(tmp_path: Path) -> None:
    article = replace(ARTICLE, outlet="The Daily", url="https://example.org/1", title="Talks")
    said = replace(SAID, outlet="The Daily", speaker="ISF", mode=Mode.DIRECT)
    taken = Retraction(content_id=said.content_id, published=date(2025, 12, 30), by="The Daily")
    (row,) = written(tmp_path, article, said, taken)
    assert (row["outlet"], row["published"]) == ("The Daily", "2025-12-28")
    assert (row["url"], row["title"]) == ("https://example.org/1", "Talks")
    assert (row["quote"], row["own_words"]) == ("“We talk.”", "We talk.")
    assert (row["retracted_on"], row["retracted_by"]) == ("2025-12-30", "The Daily")


def test_the_columns_are_there_without_a_row(tmp_path: Path) -> None:
    written(tmp_path)
    header = (tmp_path / "export").read_text(encoding="utf-8").strip().split(",")
    assert set(SAID.to_json()) < set(header)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "yes"),
        (-3, "-3"),
        (("a;b", "c\\d", "e"), "a\\;b; c\\\\d; e"),
        ({"ISF": 40, "LF:asked": 12}, "ISF=40; LF:asked=12"),
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("＝1", "'＝1"),
        (("-x", "y"), "'-x; y"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_a_cell(value: object, shown: str) -> None:
    assert cell(value) == shown


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=WRITABLE)
def test_every_statement_that_stands_has_a_row_and_no_cell_is_a_formula(
    entries: list[Entry], tmp_path: Path
) -> None:
    exports.write("csv", entries, tmp_path / "export")
    found = rows(tmp_path / "export")
    assert [row["id"] for row in found] == [one.statement.id for one in Corrected(entries)]
    for row in found:
        assert None not in row
        for value in row.values():
            numeric = value.lstrip("-").replace(".", "").isdigit()
            assert numeric or value.strip()[:1] not in {*"=+-@"}
