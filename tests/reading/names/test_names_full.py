"""Full names: misspelt with something beside that says whose they are, or somebody else's."""

from datetime import date

import pytest

from tieup.reading.names.names import names_of
from tieup.regions import Region, load_region

WINTER = date(2026, 1, 10)


def people(text: str, region: Region, day: date = WINTER) -> list[tuple[str, str]]:
    """The people of a text: as it writes them, and who they are."""
    found = names_of(region).mentions(text, day)
    return [(m.span.of(text), m.name) for m in found if m.sort == "person" and not m.attached]


def parties(text: str, region: Region, day: date = WINTER) -> list[tuple[str, str]]:
    found = names_of(region).mentions(text, day)
    return [(m.span.of(text), m.name) for m in found if m.sort == "party" and not m.attached]


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("ISF chairman Naushaad Sidiqi spoke", "Naushaad Sidiqi", "Nawsad Siddiqui"),
        ("CPI(M) state secretary Mohamed Saleem", "Mohamed Saleem", "Md Salim"),
        ("Sujan Chakrabarti of the CPI(M)", "Sujan Chakrabarti", "Sujan Chakraborty"),
        ("Assaduddin Owaissi, the AIMIM president", "Assaduddin Owaissi", "Asaduddin Owaisi"),
        ("Humayun Kabeer said so", "Humayun Kabeer", "Humayun Kabir"),
        ("Adhir Chowdhuri said so", "Adhir Chowdhuri", "Adhir Ranjan Chowdhury"),
    ],
)
def test_a_post_a_party_or_the_first_name_supports_a_misspelling(
    text: str, written: str, name: str, bengal: Region
) -> None:
    assert (written, name) in people(text, bengal)


@pytest.mark.parametrize(
    "text",
    [
        "Naushaad Sidiqi spoke",
        "BJP leader Naushaad Sidiqi spoke",
        "the singer Hemayun Kabeer",
        "ISF chairman Nirmal Sidiqi spoke",
    ],
)
def test_nearness_alone_is_nobody(text: str, bengal: Region) -> None:
    assert not {"Nawsad Siddiqui", "Humayun Kabir"} & {
        name for written, name in people(text, bengal) if " " in written and "chair" not in written
    }


def test_a_party_is_misspelt_where_its_short_name_stands_by(bengal: Region) -> None:
    assert parties("the Indian Seculer Front (ISF) met", bengal)[0] == (
        "Indian Seculer Front",
        "ISF",
    )
    assert parties("Trinamol Congress leader Kunal Ghosh", bengal) == []
    assert parties("the Trinamol Congress (TMC) won", bengal)[0] == ("Trinamol Congress", "TMC")
    assert ("Indian Seculer Front", "ISF") not in parties("the Indian Seculer Front", bengal)


@pytest.mark.parametrize(
    ("state", "text", "expected"),
    [
        ("assam", "Akhil Gogoi met Lurinjyoti Gogoi.", ["Akhil Gogoi", "Lurinjyoti Gogoi"]),
        ("assam", "Akhil Gogoi came. Pranjit Gogoi left. Gogoi wept.", ["Akhil Gogoi"]),
        ("assam", "Pranjit Gogoi came, then Akhil Gogoi. Gogoi left.", ["Akhil Gogoi"] * 2),
        ("west-bengal", "Abbas Siddiqui came. Abbas Ali sang.", ["Abbas Siddiqui"]),
        ("west-bengal", "Abbas Ali came.", []),
        ("west-bengal", "Humayun Kabir met Kabir Suman.", ["Humayun Kabir"]),
        ("west-bengal", "Humayun Kabir left. However Kabir, Mr Kabir", ["Humayun Kabir"] * 3),
        ("west-bengal", "Humayun Kabir Joins Hands With Owaisi Today", ["Humayun Kabir"]),
        ("west-bengal", "Humayun Kabir left. Thanking Kabir, he sat.", ["Humayun Kabir"] * 2),
        ("uttar-pradesh", "Akhilesh Yadav has the Yadav votes", ["Akhilesh Yadav"]),
    ],
)
def test_an_unknown_first_name_makes_somebody_else(
    state: str, text: str, expected: list[str]
) -> None:
    found = [name for _, name in people(text, load_region(state)) if name != "Asaduddin Owaisi"]
    assert found == expected


def test_who_is_quoted_as_naming_a_stranger_leaves_the_surname_alone() -> None:
    text = 'Akhil Gogoi said: "Pranjit Gogoi lies." Gogoi left.'
    assert [name for _, name in people(text, load_region("assam"))] == ["Akhil Gogoi"] * 2


def test_a_surname_before_the_full_name_is_told_by_the_article(bengal: Region) -> None:
    text = "Siddiqui wants more seats. Nawsad Siddiqui was heard by Salim."
    assert people(text, bengal)[0] == ("Siddiqui", "Nawsad Siddiqui")


def test_a_leader_inside_a_party_s_name_is_whom_the_surname_means() -> None:
    text = "The Uddhav Thackeray-led Shiv Sena (UBT) met. Thackeray spoke."
    assert people(text, load_region("maharashtra")) == [("Thackeray", "Uddhav Thackeray")]
