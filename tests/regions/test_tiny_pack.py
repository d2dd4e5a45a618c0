"""Any land loads that has a pack, and any file of a pack gives a region or one clear error."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tiny_pack import ROWS, TEXTS, write_pack

from tieup.regions import Hex, PackError, Region, load_region


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny pack on disk; who changes a file of it writes it back."""
    return write_pack(tmp_path_factory.mktemp("tinland"))


def whole(folder: Path) -> Region:
    """The region of a pack, its returns and its chronicle read as well."""
    region = load_region(folder)
    for election in region.elections.values():
        if election.has_returns:
            region.returns(election.id)
    region.read_chronicle()
    return region


def test_a_made_up_land_loads(folder: Path) -> None:
    region = whole(folder)
    assert (region.id, region.majority_mark, region.districts) == ("tinland", 2, ("North", "South"))
    assert region.party("reds").id == "RED"
    assert region.constituencies[3].hex == Hex(q=1, r=1)
    assert region.constituencies[3].reservation == ""
    assert region.constituencies[3].parent is None
    assert region.people["Ada Ashe"].role_on(date(2020, 1, 1)) is not None
    returns = region.returns("TL-2020")
    assert returns.seats_won == {"RED": 2, "BLUE": 1}
    assert returns.shares == pytest.approx({"RED": 56.667, "BLUE": 30.0, "IND": 13.333}, abs=0.001)
    assert returns.electors == {1: 150, 3: 120}
    assert [(a.id, a.published) for a in region.read_chronicle()] == [("one", date(2020, 1, 5))]


def test_an_election_to_come_has_no_returns(folder: Path) -> None:
    region = whole(folder)
    assert region.next_election(date(2024, 1, 1)).id == "TL-2025"
    assert not region.elections["TL-2025"].has_returns


def test_a_pack_needs_no_chronicle(tmp_path: Path) -> None:
    write_pack(tmp_path)
    (tmp_path / "chronicle.jsonl").unlink()
    assert whole(tmp_path).read_chronicle() == ()


def test_spreadsheets_may_save_it(tmp_path: Path) -> None:
    """A byte order mark, carriage returns and quoted cells change nothing."""
    write_pack(tmp_path)
    expected = whole(tmp_path)
    lines = TEXTS["constituencies.csv"].replace("Northtown", '"Northtown"').splitlines()
    saved = "\r\n".join((*lines, "")).encode("utf-8-sig")
    (tmp_path / "constituencies.csv").write_bytes(saved)
    assert load_region(tmp_path).constituencies == expected.constituencies


def test_a_line_separator_within_a_dispatch_is_no_new_line(tmp_path: Path) -> None:
    write_pack(tmp_path)
    text = TEXTS["chronicle.jsonl"].replace("The Reds met", "The Reds\u2028met")
    (tmp_path / "chronicle.jsonl").write_text(text, encoding="utf-8")
    assert whole(tmp_path).read_chronicle()[0].text == "The Reds\u2028met the Blues on Sunday."


def test_ids_may_be_in_small_letters(tmp_path: Path) -> None:
    write_pack(tmp_path, [("tl-2020", *row[1:]) for row in ROWS])
    for name in ("region.toml", "turnout.csv"):
        text = TEXTS[name].replace("TL-2020", "tl-2020")
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert whole(tmp_path).election("TL-2020").id == "tl-2020"


def test_the_digest_is_over_every_file(tmp_path: Path) -> None:
    write_pack(tmp_path)
    (tmp_path / "SOURCES.md").write_text("Made up.\n", encoding="utf-8")
    digests = {load_region(tmp_path).digest}
    files = sorted(tmp_path.iterdir())
    assert len(files) == 9
    for path in files:
        path.write_bytes(path.read_bytes() + b"\n")
        digests.add(load_region(tmp_path).digest)
    assert len(digests) == 1 + len(files)
    before = load_region(tmp_path).digest
    (tmp_path / "SOURCES.md").rename(tmp_path / "NOTES.md")
    assert load_region(tmp_path).digest != before
    assert before.startswith("sha256:")


def test_an_edited_pack_is_read_afresh_and_an_unchanged_one_is_not(tmp_path: Path) -> None:
    write_pack(tmp_path)
    first = load_region(tmp_path)
    assert load_region(tmp_path) is first
    text = TEXTS["region.toml"].replace('name = "Tinland"', 'name = "New Tinland"')
    (tmp_path / "region.toml").write_text(text, encoding="utf-8")
    assert load_region(tmp_path).name == "New Tinland"


@st.composite
def spliced(draw: st.DrawFn) -> tuple[str, bytes]:
    """A text file of the pack and what it holds now: some bytes of it replaced by any others."""
    name = draw(st.sampled_from(sorted(TEXTS)))
    content = TEXTS[name].encode()
    start = draw(st.integers(0, len(content)))
    end = draw(st.integers(start, min(len(content), start + 40)))
    # Any bytes, and such as break a file of its kind.
    filling = st.binary(max_size=40) | st.text("0123456789-,'\"\n[]{}=#. ", max_size=12).map(
        str.encode
    )
    return name, content[:start] + draw(filling) + content[end:]


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.tuples(st.sampled_from(sorted(TEXTS)), st.binary(max_size=200)) | spliced())
@example(("chronicle.jsonl", b"[" * 3_000))  # nested too deep
@example(("parties.toml", b"party = " + b"[" * 3_000))
@example(("region.toml", b"id = " + b"9" * 5_000))  # a number too long
@example(("hexes.csv", b'"no'))  # a quotation mark that never closes, in the first line
@example(("constituencies.csv", TEXTS["constituencies.csv"].encode() + b'4,"'))
def test_any_bytes_give_a_region_or_a_pack_error(folder: Path, change: tuple[str, bytes]) -> None:
    name, content = change
    (folder / name).write_bytes(content)
    try:
        region = whole(folder)
    except PackError as error:
        message = str(error)
        assert message.startswith("pack: ")
        assert message.isprintable()  # one line
        assert any(file in message for file in (*TEXTS, "returns.parquet"))
    else:
        assert len(region.constituencies) == 3
    finally:
        (folder / name).write_text(TEXTS[name], encoding="utf-8")
