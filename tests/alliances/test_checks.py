"""Claims about the past, held against the returns.

The claims are made up, the wrong ones above all; nobody made them.
"""

from dataclasses import replace
from datetime import date

import pytest

from tieup.alliances import Check, Verdict, check
from tieup.articles import Article
from tieup.reading import read
from tieup.regions import Region
from tieup.vocabulary import Kind


def checks(text: str, region: Region) -> list[Check]:
    """The checks of all statements of a text of ours."""
    article = Article(id="ours", published=date(2026, 1, 15), text=text)
    found = (check(s, region) for s in read(article, region).statements)
    return [c for c in found if c is not None]


@pytest.mark.parametrize(
    ("text", "verdict", "figure"),
    [
        ("The ISF won just one seat in the 2021 polls.", Verdict.CONFIRMED, "won 1 of 294"),
        ("The ISF won three seats in the 2021 polls.", Verdict.CONTRADICTED, "won 1 of 294 seats in WB-2021, not 3"),
        ("In 2021 the Congress drew a blank.", Verdict.CONFIRMED, "won 0 of 294"),
        ("In 2021 the BJP drew a blank.", Verdict.CONTRADICTED, "won 77 of 294"),
        ("The Left Front got 32 seats in 2016.", Verdict.CONFIRMED, "Left Front won 32 of 294"),
        ("In 2021 Nawsad Siddiqui won from Bhangar.", Verdict.CONFIRMED, "109,237 votes"),
        ("In 2021 Humayun Kabir won from Bhangar.", Verdict.CONTRADICTED, "NAWSAD SIDDIQUE (ISF)"),
        ("The Congress won two seats in the 2019 Lok Sabha polls.", Verdict.CONFIRMED, "won 2 of 42"),
        (
            "The alliance of the Left Front and the Congress collapsed in the 2024 Lok Sabha polls.",
            Verdict.PARTLY,
            "in 2 of 42 seats",
        ),
        (
            "The Left Front and the Congress had an alliance in the 2016 Assembly polls.",
            Verdict.PARTLY,
            "in 17 of 294 seats",
        ),
        (
            "The Left Front and the ISF fought the 2021 Assembly elections together.",
            Verdict.CONFIRMED,
            "in 2 of 294 seats",
        ),
        (
            "In the 2019 Lok Sabha polls the Left Front put up no candidates against Adhir Ranjan "
            "Chowdhury and Abu Hasem Khan Choudhury of the Congress.",
            Verdict.PARTLY,
            "ID MOHAMMAD (RSP) polled 13,342; Maldaha Dakshin: nobody of Left Front",
        ),
    ],
)  # fmt: skip
def test_a_claim_and_what_the_returns_say(
    text: str, verdict: Verdict, figure: str, bengal: Region
) -> None:
    (found,) = checks(text, bengal)
    assert (found.verdict, figure in found.figures) == (verdict, True), found.figures


@pytest.mark.parametrize(
    "text",
    [
        "Had the Congress not walked out in 2021, the Left Front would have won 20 seats.",
        "The Congress could have won 30 seats in 2021.",
        "The Congress won 99 seats across the country in the 2024 Lok Sabha polls.",
        "The AIMIM won five seats in Bihar in 2020.",
        "The Congress got 92 seats under the deal of 2021.",
        "In 2021 the ISF's Nawsad Siddiqui, who won from Bhangar, later met Biman Bose.",
        "Biman Bose left out the seats in which nobody of the Left Front had won in 2021.",
    ],
)
def test_what_is_no_claim_is_never_contradicted(text: str, bengal: Region) -> None:
    assert Verdict.CONTRADICTED not in {found.verdict for found in checks(text, bengal)}


def test_the_winner_is_the_verbs_subject(bengal: Region) -> None:
    text = "In 2021 the ISF was given 32 seats by the Left Front and won one seat."
    assert "ISF won 1 of 294 seats in WB-2021" in [c.figures for c in checks(text, bengal)]


def test_what_claims_nothing_about_the_past_is_not_checked(bengal: Region) -> None:
    assert checks("The Congress ruled out an alliance with the ISF.", bengal) == []


def test_an_election_without_returns_is_uncheckable(bengal: Region) -> None:
    article = Article(id="ours", published=date(2026, 1, 15), text="The ISF won one seat in 2021.")
    (statement,) = (s for s in read(article, bengal).statements if s.kind is Kind.RESULT)
    other = check(replace(statement, election="TN-2021"), bengal)
    assert other is not None
    assert other.verdict is Verdict.UNCHECKABLE
    assert statement.act is None


def test_seats_counted_later_do_not_count_before(bengal: Region) -> None:
    text = "The Trinamool Congress won 213 seats in the 2021 Assembly elections."
    checks_on = {}
    for day in (date(2021, 5, 3), date(2021, 10, 4)):
        article = Article(id="ours", published=day, text=text)
        (found,) = (check(s, bengal) for s in read(article, bengal).statements if s.background)
        assert found is not None
        checks_on[day.month] = (found.verdict, found.figures)
    assert checks_on[5] == (Verdict.CONFIRMED, "Trinamool won 213 of 292 seats in WB-2021")
    assert checks_on[10][0] is Verdict.CONTRADICTED
    assert "won 215 of 294 seats in WB-2021, not 213" in checks_on[10][1]
