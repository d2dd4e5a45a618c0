"""The forms: what is asked for is written whole, or nothing is; and what can't be is told."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from told import bengal_pack

from journals import WRITABLE
from test_statements import ARTICLE, SAID
from tieup import exports
from tieup.exports.corrected import Corrected
from tieup.notation import Entry

ENTRIES = (Entry(what=ARTICLE), Entry(what=SAID))


@pytest.mark.parametrize("form", list(exports.FORMS))
def test_each_form_writes_a_file_of_its_own(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"export{exports.FORMS[form].suffix}"
    exports.write(form, ENTRIES, path)
    assert path.stat().st_size > 0
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("form", list(exports.FORMS))
def test_the_same_record_is_the_same_file(form: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        exports.write(form, ENTRIES, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=WRITABLE)
def test_no_record_is_too_strange_for_a_form(entries: list[Entry], tmp_path: Path) -> None:
    standing = {one.statement.id for one in Corrected(entries)}
    exports.write("ftm", entries, tmp_path / "ftm", regions=[bengal_pack()])
    lines = (tmp_path / "ftm").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    events = [one["properties"] for one in found if one["schema"] == "Event"]
    assert {one["recordId"][0] for one in events} == standing
    exports.write("schema-org", entries, tmp_path / "claims", regions=[bengal_pack()])
    graph = json.loads((tmp_path / "claims").read_text(encoding="utf-8"))["@graph"]
    assert {one["identifier"] for one in graph if one["@type"] == "Claim"} == standing


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "ftm", "schema-org"])
def test_what_fails_leaves_the_file_as_it_was(form: str, tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_text("as it was", encoding="utf-8")

    class Breaks:
        def __iter__(self) -> "Breaks":
            message = "the disk is gone"
            raise OSError(message)

    with pytest.raises(OSError, match="the disk is gone"):
        exports.write(form, Breaks(), path)  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [path]


def test_what_can_not_be_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        exports.UnknownFormError, match="no form 'xml' to export in; there are csv, "
    ):
        exports.write("xml", ENTRIES, tmp_path / "export")
    with pytest.raises(ValueError, match="'csv' holds no texts of articles; those that do: jsonl"):
        exports.write("csv", ENTRIES, tmp_path / "export", texts=True)
    with pytest.raises(
        ValueError, match="'csv' can't be read back; those that can: jsonl, parquet"
    ):
        exports.read("csv", tmp_path / "export")
