"""Looking things up in a region: by day, and by names that may be wrong."""

from datetime import date
from pathlib import Path

import pytest

from tieup.regions import Region, UnknownNameError, bundled, load_region


@pytest.mark.parametrize(
    ("on", "upcoming", "last"),
    [
        ("2004-01-01", "LS-2009-WB", None),
        ("2020-10-28", "WB-2021", "LS-2019-WB"),
        ("2021-05-02", "WB-2021", "LS-2019-WB"),  # the day of the count belongs to the election
        ("2021-05-03", "LS-2024-WB", "WB-2021"),
        ("2025-12-28", "WB-2026", "LS-2024-WB"),
        ("2026-05-05", "WB-2026", "WB-2026"),  # after the last, the last
    ],
)
def test_the_next_and_the_last_election(
    bengal: Region, on: str, upcoming: str, last: str | None
) -> None:
    day = date.fromisoformat(on)
    assert bengal.next_election(day).id == upcoming
    found = bengal.last_election(day)
    assert (found and found.id) == last


def test_the_next_and_the_last_of_a_kind(bengal: Region) -> None:
    day = date(2020, 10, 28)
    assert bengal.next_election(day, "lok-sabha").id == "LS-2024-WB"
    last = bengal.last_election(day, "assembly")
    assert last is not None
    assert last.id == "WB-2016"


def test_without_elections_of_a_kind_the_next_of_any(bengal: Region) -> None:
    day = date(2020, 10, 28)
    assert bengal.next_election(day, "panchayat").id == "WB-2021"
    assert bengal.last_election(day, "panchayat") is None


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        ("Trinmool", "TMC (Trinamool)"),
        ("Left Frnt", "LF (Left Front)"),
        ("Congres", "INC (Congress)"),
        ("Forward Blok", "AIFB (Forward Bloc)"),
    ],
)
def test_an_unknown_party_is_told_the_nearest(bengal: Region, given: str, nearest: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        bengal.party(given)
    message = str(error.value)
    assert message.startswith(f"unknown party '{given}'; the nearest known: {nearest}, ")
    assert "\n" not in message


def test_an_unknown_election_is_told_the_nearest(bengal: Region) -> None:
    with pytest.raises(UnknownNameError, match=r"unknown election 'WB-2020'.*: WB-2021, "):
        bengal.election("WB-2020")
    assert bengal.election(" ls-2024-wb ").id == "LS-2024-WB"


def test_a_base_election_needs_returns(bengal: Region) -> None:
    with pytest.raises(UnknownNameError, match=r"no returns for it.* 'WB-2031'.*, WB-2021$"):
        bengal.returns("WB-2031")


def test_an_unknown_region_is_told_the_nearest() -> None:
    with pytest.raises(
        UnknownNameError, match="unknown region 'west bengl'; the nearest known: west-bengal"
    ):
        load_region("west bengl")


def test_bundled_packs_are_found_by_the_id_inside_them() -> None:
    packs = bundled()
    assert "west-bengal" in packs
    for name, folder in packs.items():
        assert load_region(name).id == name
        assert load_region(Path(folder)) is load_region(name)
