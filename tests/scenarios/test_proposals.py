"""Proposals: where the news says that a party is strong."""

from dataclasses import replace
from datetime import date

from tieup.regions import Region
from tieup.scenarios import Places, proposed_splits
from tieup.statements import Statement
from tieup.vocabulary import Kind

FIRST = Statement(
    kind=Kind.STRENGTH,
    article="a",
    content_id="a_1",
    parties=("JUP",),
    published=date(2026, 1, 2),
    quote="strong in Maldah",
    start=0,
    end=16,
    places=("Maldah", "Murshidabad"),
    reader="rules/1",
    confidence=0.8,
    why="",
)


def test_places_come_with_the_statements_that_name_them(bengal: Region) -> None:
    later = replace(FIRST, start=1, published=date(2026, 2, 2), places=("Murshidabad", "Farakka"))
    found = proposed_splits([later, FIRST], bengal, "jup")
    assert [(each.place, each.because) for each in found] == [
        ("Murshidabad", (FIRST.id, later.id)),
        ("Farakka", (later.id,)),
        ("Malda", (FIRST.id,)),
    ]
    assert found[0].places == Places(districts=("Murshidabad",))
    (farakka,) = found[1].places.seats
    assert bengal.constituencies[farakka].name == "Farakka"


def test_what_says_nothing_of_its_strength_is_passed_over(bengal: Region) -> None:
    others = [
        replace(FIRST, parties=("ISF",)),
        replace(FIRST, kind=Kind.TARGET),
        replace(FIRST, background=True),
        replace(FIRST, places=("Atlantis",)),
    ]
    assert proposed_splits(others, bengal, "JUP") == ()


def test_an_area_means_its_districts(bengal: Region) -> None:
    found = proposed_splits([replace(FIRST, places=("Dinajpur",))], bengal, "JUP")
    assert {each.place for each in found} == {"Uttar Dinajpur", "Dakshin Dinajpur"}
