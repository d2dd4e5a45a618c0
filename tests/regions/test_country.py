"""A country's parties and people stand once; each region adds what is local, and has its own way."""

from datetime import date
from pathlib import Path

import pytest
from tiny_country import TEXTS, write_country

from tieup.regions import NoReturnsError, PackError, Region, load_region


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """The made-up country on disk."""
    return write_country(tmp_path)


@pytest.fixture
def northmark(packs: Path) -> Region:
    """Its northern region."""
    return load_region(packs / "northmark")


def rewritten(packs: Path, file: str, old: str, new: str) -> None:
    """Replace something in a file of the packs."""
    assert old in TEXTS[file]
    (packs / file).write_text(TEXTS[file].replace(old, new, 1), encoding="utf-8")


def test_a_region_has_the_country_s_parties_and_its_own(packs: Path, northmark: Region) -> None:
    assert northmark.country == "tinlands"
    assert list(northmark.parties) == ["RED", "BLUE", "ALL", "RAIL"]
    assert list(load_region(packs / "southmark").parties) == ["RED", "BLUE", "ALL", "SEA", "RAIL"]


def test_a_form_that_the_region_claims_is_not_the_country_s(packs: Path, northmark: Region) -> None:
    assert northmark.party("RP").id == "RAIL"
    assert northmark.parties["RED"].forms == ("Red Party", "Reds", "Northern Reds")
    assert load_region(packs / "southmark").party("RP").id == "RED"


def test_what_is_local_of_a_party_is_added(packs: Path, northmark: Region) -> None:
    day = date(2020, 1, 1)
    assert northmark.parties["RED"].seats_of_power == ("Red House", "Furnace Lane")
    assert northmark.parties_of("ALL", day) == ("RED", "BLUE", "RAIL")
    southmark = load_region(packs / "southmark")
    assert southmark.parties["RED"].seats_of_power == ("Red House",)
    assert southmark.parties_of("ALL", day) == ("RED", "BLUE")


def test_what_is_local_of_a_person_is_added(northmark: Region) -> None:
    ada = northmark.people["Ada Ashe"]
    assert (ada.forms, ada.short) == (("A. Ashe", "Addie Ashe"), ("Ashe", "Addie"))
    assert northmark.people["Lady Ashe of Highmoor"].forms == ("Lady Ashe",)


def test_a_local_post_begun_with_the_country_s_is_the_same_post(northmark: Region) -> None:
    first, second, _ = northmark.people["Ada Ashe"].roles
    assert (first.title, first.unit, first.until) == (
        "member for Northtown",
        "state",
        date(2019, 12, 31),
    )
    assert (second.title, second.styles) == ("president", ("Red chief",))


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (date(2020, 6, 1), "president"),
        (date(2021, 6, 1), "envoy to Northmark"),
        (date(2022, 6, 1), "president"),
    ],
)
def test_a_local_post_counts_while_it_is_held(northmark: Region, day: date, title: str) -> None:
    role = northmark.people["Ada Ashe"].role_on(day)
    assert role is not None
    assert role.title == title


def test_lands_and_words_of_the_country_are_the_region_s(northmark: Region) -> None:
    assert northmark.elsewhere == ("Tinmouth", "Southmark", "Ironia")
    assert northmark.titles == ("Alderman",)
    assert northmark.lookalikes == ("Red Cross",)


def test_a_pack_of_names_has_places_and_no_returns(northmark: Region) -> None:
    assert northmark.constituencies == {}
    assert northmark.districts == ("Northtown", "Highmoor")
    assert northmark.places == {"Moors": ("Highmoor",), "The Fells": ("The Fells",)}
    with pytest.raises(NoReturnsError, match=r"^the pack of Northmark has names and no returns"):
        northmark.returns("NM-2020")


@pytest.mark.parametrize("file", ["country.toml", "parties.toml", "people.toml"])
def test_the_digest_covers_the_country_s_files(packs: Path, file: str) -> None:
    before = load_region(packs / "northmark")
    rewritten(packs, f"tinlands/{file}", "\n", "\n# a note\n")
    after = load_region(packs / "northmark")
    assert after.digest != before.digest
    assert after is not before
    assert load_region(packs / "northmark") is after


#: A file, what is replaced in it by what, and what is said of it.
BROKEN = [
    (
        "tinlands/country.toml",
        'name = "The',
        'nome = "The',
        "tinlands/country.toml, top level: name: is missing",
    ),
    (
        "tinlands/parties.toml",
        'id = "BLUE"',
        'id = "RED"',
        "tinlands/parties.toml, [[party]] RED: the id stands there twice",
    ),
    (
        "tinlands/parties.toml",
        '"Blue Party", "Blues"]',
        '"Reds"]',
        "tinlands/parties.toml, [[party]] BLUE: the form 'Reds' is RED's already",
    ),
    (
        "tinlands/parties.toml",
        '{ id = "RED" }',
        '{ id = "RAIL" }',
        "tinlands/parties.toml, [[party]] ALL: member RAIL is no party of this pack",
    ),
    (
        "tinlands/parties.toml",
        '[[party]]\nid = "RED"',
        '[[local]]\nid = "PINK"\n\n[[party]]\nid = "RED"',
        "tinlands/parties.toml, [[local]] PINK: stands in a country's file",
    ),
    (
        "tinlands/people.toml",
        'party = "BLUE"',
        'party = "RAIL"',
        "tinlands/people.toml, [[person]] Ben Birch: role 'leader': RAIL is no party of this pack",
    ),
    (
        "tinlands/people.toml",
        '[[person]]\nname = "Ada',
        '[[local]]\nname = "Eve Elm"\n\n[[person]]\nname = "Ada',
        "tinlands/people.toml, [[local]] Eve Elm: stands in a country's file",
    ),
    (
        "northmark/people.toml",
        "2021-01-01",
        "2022-01-01",
        "people.toml, [[local]] 1 (Ada Ashe) [[role]] 2: until 2021-12-31 comes before",
    ),
    (
        "northmark/people.toml",
        '[[local]]\nname = "Ada Ashe"\nforms = ["Addie Ashe"]',
        '[[local]]\nname = "Ada Ashe"\nhome = "northmark"',
        "people.toml, [[local]] 1 (Ada Ashe): home: there is no such key here",
    ),
    (
        "northmark/region.toml",
        "counted = 2020-06-01",
        "counted = 2020-06-01\nofficial = { RED = 1 }\n",
        "region.toml: districts: they stand in constituencies.csv already",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), BROKEN)
def test_what_is_wrong_is_said_of_the_file_it_stands_in(
    packs: Path, file: str, old: str, new: str, said: str
) -> None:
    rewritten(packs, file, old, new)
    with pytest.raises(PackError) as caught:
        load_region(packs / "northmark")
    assert str(caught.value).startswith(f"pack: {said}")


def test_a_country_s_file_that_is_missing_is_named(packs: Path) -> None:
    (packs / "tinlands" / "people.toml").unlink()
    with pytest.raises(PackError, match=r"^pack: tinlands/people\.toml: the file is missing$"):
        load_region(packs / "northmark")


def test_land_without_votes_still_needs_its_constituencies(packs: Path) -> None:
    (packs / "southmark" / "hexes.csv").write_text("no,q,r\n1,0,0\n", encoding="utf-8")
    text = TEXTS["southmark/region.toml"].replace('districts = ["Port"]\n', "")
    (packs / "southmark" / "region.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"^pack: constituencies\.csv: the file is missing$"):
        load_region(packs / "southmark")


def test_one_pack_among_several_is_named_with_its_folder() -> None:
    error = PackError("people.toml", "line 1", "is no TOML")
    assert str(error.of("bihar")) == "pack: bihar/people.toml, line 1: is no TOML"
    country = PackError("india/people.toml", None, "is no TOML")
    assert str(country.of("bihar")) == "pack: india/people.toml: is no TOML"
