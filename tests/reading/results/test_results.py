"""Results: whose, when and where a claim is; nothing where the text leaves it open.

What the returns say of the claims is tested with the checks.
"""

from datetime import date

import pytest

from tieup.articles import Article
from tieup.reading import read
from tieup.reading.results.outcomes import outcome_of, rules
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Kind

LATER = date(2026, 1, 15)


def results(text: str, region: Region, day: date = LATER) -> list[Statement]:
    """The results that a text of ours claims."""
    found = read(Article(id="ours", published=day, text=text), region).statements
    return [s for s in found if s.kind is Kind.RESULT]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("In 2021 the Trinamool Congress under Mamata Banerjee won 213 seats.", ("TMC",)),
        ("The Mamata Banerjee-led Trinamool Congress won 213 seats in 2021.", ("TMC",)),
        ("The CPI(M)-led Left Front won 32 seats in 2016.", ("LF",)),
        ("Bagging just 26 seats in 2016, the CPI(M) fell back.", ("CPIM",)),
        ("In 2021 all changed. Winning 77 seats, the BJP led the opposition.", ("BJP",)),
        ("In 2021, with the BJP winning 77 seats, the Left Front was nowhere.", ("BJP",)),
        ("In 2021 the BJP, which won 77 seats, sat in opposition.", ("BJP",)),
        ("In 2016 the Left Front and the Congress together won 76 seats.", ("LF", "INC")),
        ("In 2016 the Left Front and the Congress won 76 seats.", ()),
        ("In 2021 the vote share of the BJP was 38.1 percent.", ("BJP",)),
        ("In 2021 the BJP grew: its vote share was 38.1 percent.", ("BJP",)),
        ("In 2021 38 percent of the votes were polled by friends of the BJP.", ()),
        ("In 2021 the Left Front was beaten by the BJP, which won 77 seats.", ("BJP",)),
        ("In 2021 the Left Front polled less than the BJP which won 77 seats.", ("BJP",)),
        ("In 2021 CPM led friends of nobody won 77 seats.", ()),
        ("In 2021 BJP candidate Karim Mondal won 12 seats.", ()),
    ],
)
def test_whose_it_is(text: str, parties: tuple[str, ...], bengal: Region) -> None:
    assert [s.parties for s in results(text, bengal)] == ([parties] if parties else [])


@pytest.mark.parametrize(
    ("text", "elections"),
    [
        ("The BJP won 3 seats in 2016, and in 2021 it won 77 seats.", ["WB-2016", "WB-2021"]),
        ("The 2011 West Bengal assembly elections: the Left Front won 62 seats.", ["WB-2011"]),
        ("In 2016 the Congress won 44 seats. In 2021 it was different. The Left drew a blank.", ["WB-2016", "WB-2021"]),
        ("In 2021 the BJP won 77 seats, up from 3 in 2016. The Congress drew a blank.", ["WB-2021", "WB-2021"]),
        ("The BJP won 77 seats in 2021, as against three in 2016, and the Congress drew a blank.", ["WB-2021", "WB-2021"]),
        ("In 2006 the Congress won 21 seats.", []),
        ("The Congress won 21 seats.", []),
        ("In 2021 the BJP won 77 seats.\n\nThe Congress drew a blank.", ["WB-2021", "WB-2021"]),
        ("In 2016 the BJP won 3 seats and in 2021 it won 77 seats.\n\nThe Left drew a blank.", ["WB-2016", "WB-2021"]),
    ],
)  # fmt: skip
def test_when_it_was(text: str, elections: list[str], bengal: Region) -> None:
    assert [s.election for s in results(text, bengal)] == elections


def test_days_after_a_count_it_is_the_one_just_held(bengal: Region) -> None:
    text = (
        "The BJP won 18 seats.\n\nThe Left Front, which had won two seats last time, drew a blank."
    )
    found = results(text, bengal, date(2019, 5, 24))
    assert [(s.election, s.seats) for s in found] == [
        ("LS-2019-WB", {"BJP": 18}),
        ("LS-2014-WB", {"LF": 2}),
        ("LS-2019-WB", {"LF": 0}),
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In 2021 the BJP won seven of the nine seats in Cooch Behar district.", ("Cooch Behar",)),
        ("Kolkata, May 2: The BJP won 77 seats in 2021.", ()),
        ("In the 2014 Lok Sabha polls the Left Front won Murshidabad and Raiganj.", ("Murshidabad", "Raiganj")),
        ("In 2021 the ISF polled 45 percent of the votes in Bhangar.", ("Bhangar",)),
    ],
)  # fmt: skip
def test_where_it_was(text: str, places: tuple[str, ...], bengal: Region) -> None:
    assert [s.places for s in results(text, bengal)] == [places]


def test_who_lost_to_whom(bengal: Region) -> None:
    text = "In 2021 Suvendu Adhikari defeated Mamata Banerjee in Nandigram by 1,956 votes."
    (found,) = results(text, bengal)
    assert found.participants == ("Suvendu Adhikari",)
    assert found.against == ("Mamata Banerjee",)
    assert found.quote == text


@pytest.mark.parametrize(
    "text",
    [
        "The Trinamool Congress won 22 of the 42 seats in 2019, the BJP 18 and the Congress two.",
        "In 2021 the BJP won 77 seats and polled 38.1 percent of the votes, the CPI(M) 4.7 percent.",
        "The Congress's vote share fell from 12 to 3 percent in 2021, and it drew a blank.",
        "In 2021 Mamata Banerjee lost Nandigram by 1,956 votes, and the BJP won 77 seats.",
        "In 2021 the Left Front and the Congress polled 8.8 percent of the votes together.",
        "In 2021 the BJP finished third in Bhangar and won seven of the nine seats in Cooch Behar.",
    ],
)
def test_the_quote_alone_tells_the_claim_again(text: str, bengal: Region) -> None:
    found = results(text, bengal)
    assert found
    known = {rule.name for rule in rules()}
    for statement in found:
        again = outcome_of(statement.quote)
        assert again is not None
        assert again.rule in known
        assert f"result, {again.rule}:" in statement.why
        if statement.seats and again.figure:
            assert list(statement.seats.values()) == [again.figure.value]


def test_a_claim_without_a_name_is_of_the_one_before(bengal: Region) -> None:
    text = (
        "In 2021 the BJP polled 38 percent of the votes, while the CPI(M) won no seat "
        "and 4.7 percent of the votes."
    )
    assert [s.parties for s in results(text, bengal)] == [("BJP",), ("CPIM",), ("CPIM",)]


def test_each_claim_is_a_statement_of_its_own(bengal: Region) -> None:
    text = (
        "In 2021 the BJP won 77 seats and polled 38.1 percent of the votes, the CPI(M) 4.7 percent."
    )
    found = results(text, bengal)
    assert len({s.id for s in found}) == len(found) == 3
