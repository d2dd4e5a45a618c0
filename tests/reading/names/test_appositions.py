"""Appositions: what only describes the name beside it is nobody's by itself."""

from datetime import date

import pytest

from tieup.reading.names.names import names_of
from tieup.regions import Region

WINTER = date(2025, 12, 28)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("CPI(M) state secretary Md Salim spoke", ["Md Salim"]),
        ("Md Salim, the CPI(M) state secretary, spoke", ["Md Salim"]),
        ("Humayun Kabir, a suspended Trinamool MLA, spoke", ["Humayun Kabir"]),
        ("Md Salim (CPI(M) leader) spoke", ["Md Salim"]),
        ("Md Salim met BJP leaders", ["Md Salim", "BJP"]),
        ("Md Salim met the Trinamool president", ["Md Salim", "TMC"]),
        ("the CPI(M)-led Congress", ["INC"]),
        ("Asaduddin Owaisi's AIMIM", ["AIMIM"]),
        ("the AIMIM and Asaduddin Owaisi", ["AIMIM", "Asaduddin Owaisi"]),
        # Nobody is named whom it leads, and so it stands for all.
        ("the Congress-led front", ["INC"]),
        ("an RSP-led faction", ["RSP"]),
        ("the Asaduddin Owaisi-led outfit", ["AIMIM"]),
        ("the Congress-led government", []),
        # Behind a comma somebody new speaks, and the party before it was the partner.
        ("an ally of the Congress, its president Md Salim said", ["INC", "Md Salim"]),
        # A bloc tells who its member is, where that one has to do with somebody else.
        ("INDIA bloc partner Congress spurned the RSP", ["INC", "RSP"]),
        ("Left constituent RSP spurned the ISF", ["RSP", "ISF"]),
        ("the Congress, a constituent of the INDIA bloc, spurned the RSP", ["INC", "RSP"]),
        ("Left Front partner ISF spurned the RSP", ["LF", "ISF", "RSP"]),
        ("Left constituent RSP wants 15 seats. The ISF laughed.", ["LF", "RSP", "ISF"]),
    ],
)
def test_who_stands_for_himself(text: str, alone: list[str], bengal: Region) -> None:
    found = names_of(bengal).mentions(text, WINTER)
    assert [m.name for m in found if not m.attached] == alone


def test_a_style_beside_the_name_of_another_is_not_its_holder(bengal: Region) -> None:
    text = "ISF chairman Nawsad Siddiqui"
    style, name = names_of(bengal).mentions(text, WINTER)
    assert (style.attached, name.attached, name.name) == (True, False, "Nawsad Siddiqui")
