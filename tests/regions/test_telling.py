"""An article tells its region by the names that only one region's pack has."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_country import write_country

from tieup.articles import Article, load
from tieup.regions import Region, bundled_regions, load_region, told


@pytest.fixture(scope="module")
def marks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Region, Region]:
    """The two regions of the made-up country."""
    folder = write_country(tmp_path_factory.mktemp("tinlands"))
    return load_region(folder / "northmark"), load_region(folder / "southmark")


@pytest.fixture(scope="module")
def states() -> tuple[Region, ...]:
    """Every bundled region."""
    return bundled_regions()


def article(text: str, title: str | None = None) -> Article:
    """An article of a day on which nothing depends."""
    return Article(id="a", published=date(2025, 10, 1), title=title, text=text)


def name_of(text: str, regions: Sequence[Region], title: str | None = None) -> str | None:
    """The id of the region told."""
    region = told(article(text, title), regions)
    return region.id if region else None


#: More than an opening of words that are nobody's names.
LONG = "The talks went on and on, " * 12


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Northmark votes in June.", "northmark"),
        ("The fair at Highmoor is over.", "northmark"),
        ("The Moors are quiet.", "northmark"),
        ("Word from Furnace Lane is awaited.", "northmark"),
        ("Lady Ashe of Highmoor spoke.", "northmark"),
        ("The Sea Party has decided.", "southmark"),
        ("Cy Cedar spoke in Port on Sunday.", "southmark"),
    ],
)
def test_each_sort_of_name_tells(text: str, region: str, marks: Sequence[Region]) -> None:
    assert name_of(text, marks) == region


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nobody is named here.",
        "Ada Ashe of the Red Party spoke for the Reds at Red House.",  # whom both packs have
        "Portly men met at Northmarket.",  # names within words
        "Northmark and Southmark vote.",  # a tie
    ],
)
def test_what_both_have_or_nobody_has_tells_nothing(text: str, marks: Sequence[Region]) -> None:
    assert told(article(text), marks) is None


def test_what_is_at_home_in_one_region_tells_it(marks: Sequence[Region]) -> None:
    """The Railway Party is in both packs, the Blues and Ben Birch are in the country's."""
    assert name_of("The Railway Party met.", marks) == "northmark"
    assert name_of("The Blues met Ben Birch.", marks) == "northmark"


def test_the_title_counts_more_than_the_text(marks: Sequence[Region]) -> None:
    text = f"{LONG} as at Northtown and at Highmoor."
    assert name_of(text, marks) == "northmark"
    assert name_of(text, marks, title="In Port, a pact") == "southmark"


def test_the_opening_counts_more_than_the_rest(marks: Sequence[Region]) -> None:
    assert name_of(f"PORT: In Port, a pact. {LONG} Northtown, Highmoor.", marks) == "southmark"


def test_an_aside_may_be_long(marks: Sequence[Region]) -> None:
    """One name that is repeated does not outweigh several."""
    aside = "It was so in Northtown. " * 9
    news = "Cy Cedar, the Sea Party and Port agree in Southmark."
    assert name_of(f"{LONG} {aside} {news}", marks) == "southmark"


@given(text=st.text(max_size=300), title=st.none() | st.text(max_size=50))
def test_any_text_tells_a_region_or_none(
    states: Sequence[Region], text: str, title: str | None
) -> None:
    assert told(article(text, title), states) in (None, *states)


#: News in our own words, each with what it names of other states in passing.
NEWS = {
    "assam": (
        "Guwahati: The Raijor Dal and the Assam Jatiya Parishad will meet the Congress on Friday, "
        "Lurinjyoti Gogoi said. In Bengal, he added, the same party was fighting alone."
    ),
    "bihar": (
        "Patna: The Vikassheel Insaan Party asked the RJD for 40 seats in Bihar on Monday. Mukesh "
        "Sahani said that Bengal, where Mamata Banerjee rules alone, was another matter."
    ),
    "maharashtra": (
        "Mumbai: The Vanchit Bahujan Aghadi has written to the MVA on seats in Nashik and Nagpur. "
        "Sanjay Raut said that the Shiv Sena (UBT) would answer after the Bihar results."
    ),
    "tamil-nadu": (
        "The TMC of G K Vasan stays with the AIADMK, it was said in Chennai on Tuesday. The VCK and "
        "the DMK have yet to meet. The Trinamool Congress of Mamata Banerjee has nothing to do "
        "with it."
    ),
    "uttar-pradesh": (
        "Lucknow: Akhilesh Yadav ruled out the BSP and said that the Samajwadi Party and the "
        "Congress would go together in 2027. Tejashwi Yadav had called for it from Bihar."
    ),
    "west-bengal": (
        "Kolkata: Nawsad Siddiqui said that the ISF had heard nothing from Alimuddin Street. The "
        "AIMIM, which won seats in Bihar, wrote to Humayun Kabir."
    ),
}


@pytest.mark.parametrize("state", NEWS)
def test_news_of_every_state(state: str, states: Sequence[Region]) -> None:
    assert name_of(NEWS[state], states) == state


def test_news_of_the_whole_country_is_nobody_s(states: Sequence[Region]) -> None:
    text = "The Congress and the CPI(M) met in Delhi. Rahul Gandhi and M A Baby spoke of a front."
    assert told(article(text), states) is None


def test_the_chronicle_is_west_bengal_s(states: Sequence[Region], bengal: Region) -> None:
    found = {a.id: told(a, states) for a in bengal.read_chronicle()}
    assert {r.id if r else a for a, r in found.items()} == {bengal.id}


@pytest.mark.shared
def test_the_annotated_articles_are_west_bengal_s(shared: Path, states: Sequence[Region]) -> None:
    seeds = load([shared / "seeds"]).articles
    rows = [json.loads(p.read_text("utf-8")) for p in (shared / "gold" / "articles").iterdir()]
    texts = [*seeds, *(article(row["text"], row.get("title")) for row in rows)]
    assert len(texts) == 30
    found = [told(a, states) for a in texts]
    assert [r.id for r in found if r is not None] == ["west-bengal"] * 30
