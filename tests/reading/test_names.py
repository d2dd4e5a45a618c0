"""Names: the longest and the right one, by date."""

from datetime import date

import pytest

from tieup.reading.mention import Mention
from tieup.reading.names import masked, names_of
from tieup.regions import Region

WINTER = date(2025, 12, 28)


def found(text: str, region: Region, day: date = WINTER) -> list[Mention]:
    return list(names_of(region).mentions(text, day))


def free(text: str, region: Region, day: date = WINTER) -> list[tuple[str, str | None]]:
    """Name and party of the mentions that stand for themselves."""
    return [(m.name, m.party) for m in found(text, region, day) if not m.attached]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Trinamool Congress met the Congress", ["TMC", "INC"]),
        ("CPI(M), CPI and CPI(ML) Liberation", ["CPIM", "CPI", "CPIML"]),
        ("the CPI(M)'s Party Congress ended", ["CPIM"]),
        ("the Left Front and the Left", ["LF", "LF"]),
        ("Left 30 seats to others", []),
        ("Leaders at Alimuddin Street and Bidhan Bhavan", ["LF", "INC"]),
        ("the anti-BJP vote", []),
    ],
)
def test_parties(text: str, names: list[str], bengal: Region) -> None:
    assert [m.name for m in found(text, bengal) if not m.attached and not m.opposed] == names


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("suspended Trinamool Congress leader Humayun Kabir", WINTER, [("Humayun Kabir", "JUP")]),
        ("Humayun Kabir, the Trinamool rebel MLA", date(2025, 12, 12), [("Humayun Kabir", "JUP")]),
        ("Humayun Kabir", date(2022, 1, 1), [("Humayun Kabir", "TMC")]),
        ("CPI(M) state secretary Md Salim", WINTER, [("Md Salim", "CPIM")]),
        ("Left Front chairman Biman Basu", WINTER, [("Biman Bose", "LF")]),
        ("Asaduddin Owaisi's AIMIM", WINTER, [("AIMIM", "AIMIM")]),
        ("AIMIM's Bengal unit chief Imran Solani", WINTER, [("Imran Solanki", "AIMIM")]),
        ("Suvendu Adhikari", date(2020, 6, 1), [("Suvendu Adhikari", "TMC")]),
        ("Suvendu Adhikari", date(2021, 6, 1), [("Suvendu Adhikari", "BJP")]),
    ],
)
def test_people_speak_for_the_party_of_the_day(
    text: str, day: date, expected: list[tuple[str, str]], bengal: Region
) -> None:
    assert free(text, bengal, day) == expected


def test_a_short_name_means_the_last_full_one(bengal: Region) -> None:
    text = "Abbas Siddiqui spoke. Siddiqui left. Nawsad Siddiqui came. Siddiqui stayed."
    assert [m.name for m in found(text, bengal)] == [
        "Abbas Siddiqui", "Abbas Siddiqui", "Nawsad Siddiqui", "Nawsad Siddiqui",
    ]  # fmt: skip


def test_the_morcha_is_the_one_just_named(bengal: Region) -> None:
    text = "The Gorkha Janmukti Morcha met. The Morcha will stand alone."
    assert [m.name for m in found(text, bengal)] == ["GJM-G", "GJM-G"]


def test_masking_keeps_every_place(bengal: Region) -> None:
    text = "The Left Front left the table; Md Salim stayed."
    blank = masked(text, found(text, bengal), bengal)
    assert blank == "The F_________ left the table; H_______ stayed."
