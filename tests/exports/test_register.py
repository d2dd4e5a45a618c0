"""The register: who is who where several regions are exported together."""

from dataclasses import replace
from datetime import date

import pytest

from test_statements import SAID
from tieup.exports.register import Register, Voice
from tieup.regions import Membership, Party, Person, Region, Role, load_region


def other(region: Region, *, party: Party | None = None, person: Person | None = None) -> Region:
    """Another region, with an election of its own and one party or person."""
    (election, *_) = region.elections.values()
    return replace(
        region,
        id="elsewhere",
        parties={party.id: party} if party else {},
        people={person.name: person} if person else {},
        elections={"EW-2026": replace(election, id="EW-2026")},
    )


def test_a_party_that_regions_share_is_one_with_the_forms_of_both(bengal: Region) -> None:
    inc = bengal.parties["INC"]
    register = Register([bengal, other(bengal, party=replace(inc, forms=("Hand",), members=()))])
    assert register.parties["INC"].forms == (*inc.forms, "Hand")
    assert register.party_key("INC", "EW-2026") == "INC"


def test_another_party_of_the_same_id_goes_by_its_region(bengal: Region) -> None:
    own = replace(bengal.parties["INC"], name="Independent Nature Club", renamings=())
    register = Register([bengal, other(bengal, party=own)])
    assert register.party_key("INC", "EW-2026") == "elsewhere/INC"
    assert register.party_key("INC", "WB-2026") == "INC"
    assert register.party_name("elsewhere/INC") == "Independent Nature Club"


def test_posts_and_fronts_are_of_the_regions_own_party(bengal: Region) -> None:
    own = replace(bengal.parties["INC"], name="Independent Nature Club", renamings=())
    person = Person(name="A Stranger", roles=(Role(party="INC", title="chair"),))
    front = replace(own, id="ALL", name="All", members=(Membership(party="INC"),))
    region = replace(other(bengal, person=person), parties={"INC": own, "ALL": front})
    register = Register([bengal, region])
    assert register.people["A Stranger"].roles[0].party == "elsewhere/INC"
    assert register.parties["ALL"].members == (Membership(party="elsewhere/INC"),)


@pytest.mark.parametrize(
    ("party", "key"), [("ISF", "Nawsad Siddiqui"), ("TMC", "elsewhere/Nawsad Siddiqui")]
)
def test_a_namesake_in_another_party_is_another_person(
    party: str, key: str, bengal: Region
) -> None:
    person = Person(name="Nawsad Siddiqui", roles=(Role(party=party, title="agent"),))
    register = Register([bengal, other(bengal, person=person)])
    assert register.person_key("Nawsad Siddiqui", "EW-2026") == key
    assert "agent" in {role.title for role in register.people[key].roles}


@pytest.mark.parametrize(
    ("speaker", "voice"),
    [
        ("report", Voice(kind="report", key=None, name="the report")),
        ("unnamed:ISF", Voice(kind="unnamed", key="ISF", name="somebody of Indian Secular Front")),
        ("ISF", Voice(kind="party", key="ISF", name="Indian Secular Front")),
        ("XYZ", Voice(kind="person", key="XYZ", name="XYZ")),
        ("A Stranger", Voice(kind="person", key="A Stranger", name="A Stranger")),
    ],
)
def test_a_speaker_is_a_person_a_party_somebody_unnamed_or_the_report(
    speaker: str, voice: Voice, bengal: Region
) -> None:
    assert Register([bengal]).voice(replace(SAID, speaker=speaker)) == voice


def test_a_party_goes_by_the_name_of_the_day(bengal: Region) -> None:
    register = Register([bengal])
    names = [
        register.summary(replace(SAID, parties=("JUP",), published=day))
        for day in (date(2025, 12, 1), date(2026, 1, 1), date(2026, 4, 1))
    ]
    assert [name.removeprefix("the report talks: ") for name in names] == [
        "Humayun Kabir (party planned)",
        "Janata Unnayan Party",
        "Aam Janata Unnayan Party",
    ]
    assert register.party_name("JUP") == "Aam Janata Unnayan Party"


def test_load_of_two_bundled_regions_has_everybody(bengal: Region) -> None:
    bihar = load_region("bihar")
    register = Register([bengal, bihar])
    assert {*bengal.parties, *bihar.parties} <= set(register.parties)
    assert {*bengal.people, *bihar.people} <= set(register.people)
    assert len(register.elections) == len(bengal.elections) + len(bihar.elections)
