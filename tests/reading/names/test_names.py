"""Names: the longest and the right one, by date."""

from datetime import date

import pytest

from tieup.reading.names.mention import Mention
from tieup.reading.names.names import masked, names_of
from tieup.regions import Region, load_region

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
        ("the Congress, not the Tamil Maanila Congress", ["INC", "TMCM"]),
        ("the NR Congress and the YSR Congress", ["AINRC", "YSRCP"]),
        ("at the Party Congress of the CPI", ["CPI"]),
        ("CPI (M), CPI-ML and CPI(M-L)", ["CPIM", "CPIML", "CPIML"]),
        ("the Trinamool\nCongress", ["TMC"]),
        ("Left 30 seats to others", []),
        ("Left to fend for himself, he joined the RSP", ["RSP"]),
        ("Left without an ally, the RSP went alone", ["RSP"]),
        ("Left to contest all 294 seats", ["LF"]),
        ("The RSP Left the Congress in the lurch", ["RSP", "INC"]),
        ("AIMIM Left Out Of Talks", ["AIMIM"]),
        ("Congress and Left the only takers", ["INC", "LF"]),
        ("the Left the day after, the Congress-Left 30", ["LF", "INC", "LF"]),
        ("he left the RSP", ["RSP"]),
        ("the BJP high command", ["BJP", "BJP"]),
        ("the high command of the Trinamool", ["TMC", "TMC"]),
        ("the high command in New Delhi", ["INC"]),
        ("The RSP, and the INDIA bloc", ["RSP", "INDIA"]),
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


@pytest.mark.parametrize(
    ("style", "day", "name"),
    [
        ("the ISF chief", WINTER, "Nawsad Siddiqui"),
        ("the Hyderabad MP", WINTER, "Asaduddin Owaisi"),
        ("the suspended Trinamool MLA", date(2025, 12, 12), "Humayun Kabir"),
        ("the state Congress president", date(2022, 1, 1), "Adhir Ranjan Chowdhury"),
        ("the state Congress president", WINTER, "Subhankar Sarkar"),
        ("the Congress president", date(2020, 1, 1), "Sonia Gandhi"),
        ("the Congress president", WINTER, "Mallikarjun Kharge"),
    ],
)
def test_a_style_is_its_holder_s_of_the_day(
    style: str, day: date, name: str, bengal: Region
) -> None:
    assert free(style, bengal, day)[0][0] == name


@pytest.mark.parametrize("words", ["a Hyderabad MP", "another ISF chief", "the former ISF chief"])
def test_a_style_of_anybody_or_of_the_past_is_nobody(words: str, bengal: Region) -> None:
    assert "person" not in {m.sort for m in found(words, bengal)}


def test_an_abbreviation_is_the_region_s(bengal: Region) -> None:
    tamil_nadu, bihar = load_region("tamil-nadu"), load_region("bihar")
    assert free("AISF and TMC", bengal) == [("ISF", "ISF"), ("TMC", "TMC")]
    assert free("AISF and TMC", tamil_nadu) == [("TMCM", "TMCM")]
    assert free("AISF and TMC", bihar) == [("TMC", "TMC")]


def test_the_left_is_a_front_in_bengal_alone(bengal: Region) -> None:
    for region in (bengal, load_region("assam")):
        assert free("the Left parties", region) == [("LF", "LF")]
    assert bengal.front_of("CPI", WINTER) == "LF"
    assert load_region("assam").front_of("CPI", WINTER) is None


@pytest.mark.parametrize(
    ("state", "words", "leader"),
    [
        ("assam", "the Mahajot", "INC"),
        ("assam", "the Congress-led grand alliance", "INC"),
        ("tamil-nadu", "the Secular Progressive Alliance", "DMK"),
        ("uttar-pradesh", "the Bhagidari Sankalp Morcha", "SBSP"),
        ("bihar", "the grand alliance", "MGB"),
    ],
)
def test_a_front_named_after_its_leader_is_the_leader(state: str, words: str, leader: str) -> None:
    assert free(words, load_region(state)) == [(leader, leader)]


@pytest.mark.parametrize("state", ["bihar", "west-bengal"])
def test_a_name_goes_over_to_an_heir_on_a_day(state: str) -> None:
    region = load_region(state)
    for words in ("the LJP", "the Lok Janshakti Party"):
        assert free(words, region, date(2020, 10, 4)) == [("LJP", "LJP")]
        assert free(words, region, date(2025, 8, 25)) == [("LJPRV", "LJPRV")]
    assert free("Chirag Paswan", region, date(2020, 10, 4)) == [("Chirag Paswan", "LJP")]
    assert free("Chirag Paswan", region, date(2025, 8, 25)) == [("Chirag Paswan", "LJPRV")]


def test_before_a_party_is_founded_its_leader_speaks_for_it(bengal: Region) -> None:
    day = date(2025, 12, 12)
    mention = found("Humayun Kabir", bengal, day)[0]
    assert mention.party == "JUP"
    assert mention.role is not None
    assert mention.role.planned
    assert bengal.parties["JUP"].name_on(day) == "Humayun Kabir (party planned)"


def test_state_unit_and_high_command_are_told_apart(bengal: Region) -> None:
    state, centre = found("Subhankar Sarkar and Rahul Gandhi", bengal)
    assert state.role is not None
    assert centre.role is not None
    assert (state.role.unit, centre.role.unit) == ("state", "centre")


def test_a_bloc_stands_for_its_members_of_the_day(bengal: Region) -> None:
    assert "JDU" in bengal.parties_of("INDIA", date(2024, 1, 27))
    assert "JDU" not in bengal.parties_of("INDIA", date(2024, 1, 28))
    assert "JDU" in bengal.parties_of("NDA", date(2024, 1, 28))


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
