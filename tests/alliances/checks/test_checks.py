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


def checks(text: str, region: Region, *, results_alone: bool = False) -> list[Check]:
    """The checks of all statements of a text of ours, or of those of results alone."""
    article = Article(id="ours", published=date(2026, 1, 15), text=text)
    statements = read(article, region).statements
    kept = (s for s in statements if s.kind is Kind.RESULT or not results_alone)
    return [c for s in kept if (c := check(s, region)) is not None]


@pytest.mark.parametrize(
    ("text", "verdict", "figure"),
    [
        ("The ISF won just one seat in the 2021 polls.", Verdict.CONFIRMED, "won 1 of 294"),
        ("The ISF won three seats in the 2021 polls.", Verdict.CONTRADICTED, "won 1 of 294 seats in WB-2021, not 3"),
        ("In 2021 the Congress drew a blank.", Verdict.CONFIRMED, "won 0 of 294"),
        ("In 2021 the BJP drew a blank.", Verdict.CONTRADICTED, "won 77 of 294"),
        ("The Left Front got 32 seats in 2016.", Verdict.CONFIRMED, "Left Front won 32 of 294"),
        ("In 2021 Nawsad Siddiqui won from Bhangar.", Verdict.CONFIRMED, "109,237 votes"),
        ("In 2021 Humayun Kabir won from Bhangar.", Verdict.CONTRADICTED, "Nawsad Siddique (ISF)"),
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
            "Id Mohammad (RSP) polled 13,342; Maldaha Dakshin: nobody of Left Front",
        ),
    ],
)  # fmt: skip
def test_a_claim_and_what_the_returns_say(
    text: str, verdict: Verdict, figure: str, bengal: Region
) -> None:
    (found,) = checks(text, bengal)
    assert (found.verdict, figure in found.figures) == (verdict, True), found.figures


@pytest.mark.parametrize(
    ("text", "verdict", "figure"),
    [
        # Seats.
        ("The BJP's tally of 77 in 2021 was its best.", Verdict.CONFIRMED, "won 77 of 294"),
        ("The BJP was reduced to 12 seats in the 2024 Lok Sabha polls.", Verdict.CONFIRMED, "won 12 of 42"),
        ("The BJP's tally rose from 3 in 2016 to 77 in 2021.", Verdict.CONFIRMED, "in WB-2016 3 of 294"),
        ("The BJP went from 30 seats in 2016 to 77 in 2021.", Verdict.PARTLY, "in WB-2016 3 of 294 seats, not 30"),
        ("In 2021 the BJP won 77 of 294 seats.", Verdict.CONFIRMED, "won 77 of 294"),
        ("In 2016 the BJP won 3 of 290 seats.", Verdict.PARTLY, "there were 294 seats, not 290"),
        ("In 2021 the BJP won all nine seats in Cooch Behar district.", Verdict.CONTRADICTED, "won 7 of 9 seats in Cooch Behar"),
        ("In 2021 the BJP won seven of the nine seats in Cooch Behar district.", Verdict.CONFIRMED, "won 7 of 9"),
        ("In 2021 the BJP won seven of the 12 seats in Cooch Behar district.", Verdict.UNCHECKABLE, "other borders"),
        ("In 2021 the BJP won about 75 seats.", Verdict.CONFIRMED, "won 77 of 294"),
        ("In 2021 the BJP won about 80 seats.", Verdict.CONFIRMED, "won 77 of 294"),
        ("In 2021 the BJP won about 70 seats.", Verdict.CONTRADICTED, "not 70"),
        ("In 2021 the BJP won over 70 seats.", Verdict.CONFIRMED, "won 77 of 294"),
        ("In 2021 the Trinamool Congress won a majority of the seats.", Verdict.CONFIRMED, "it takes 148"),
        ("In 2021 the BJP won a two-thirds majority.", Verdict.CONTRADICTED, "it takes 196"),
        ("In 2016 the Left Front and the Congress together won 76 seats.", Verdict.CONFIRMED, "won 76 of 294"),
        ("In 2021 the ISF did not win a single seat.", Verdict.CONTRADICTED, "won 1 of 294 seats in WB-2021, not 0"),
        ("In 2021 the Congress failed to open its account.", Verdict.CONFIRMED, "won 0 of 294"),
        ("In 2021 the JUP won two seats.", Verdict.UNCHECKABLE, "stood nowhere in WB-2021"),
        # Vote shares.
        ("In 2021 the BJP polled 38 percent.", Verdict.CONFIRMED, "38.39% of the valid votes (37.97% with None of the above)"),
        ("In 2021 the BJP polled 37.97% of the votes.", Verdict.CONFIRMED, "37.97%"),
        ("In 2021 the BJP polled 45 percent of the votes.", Verdict.CONTRADICTED, "not 45%"),
        ("In 2021 the BJP had a vote share of 38.8 percent.", Verdict.PARTLY, "not 38.8%"),
        ("In the 2021 polls the Left Front, the Congress and the ISF together secured 10.04% of the votes.", Verdict.CONFIRMED, "polled 10.15%"),
        ("The Congress's vote share fell from 12 to 3 percent in 2021.", Verdict.CONFIRMED, "in WB-2016 12.44%"),
        ("The Congress's vote share fell from 20 percent in 2016 to 3 percent in 2021.", Verdict.PARTLY, "not 20"),
        ("In 2021 the ISF polled 45 percent of the votes in Bhangar.", Verdict.CONFIRMED, "in Bhangar in WB-2021"),
        # Winners, margins and places.
        ("In 2021 the Bhangar seat was won by the ISF.", Verdict.CONFIRMED, "Siddique (ISF)"),
        ("Nawsad Siddiqui has been the MLA from Bhangar since 2021.", Verdict.CONFIRMED, "Siddique (ISF)"),
        ("Humayun Kabir has been the MLA from Bhangar since 2021.", Verdict.CONTRADICTED, "Siddique (ISF)"),
        ("The BJP wrested Nandigram from the Trinamool Congress in 2021.", Verdict.CONFIRMED, "in WB-2016 by Adhikari Suvendu (TMC)"),
        ("The BJP wrested Nandigram from the Congress in 2021.", Verdict.PARTLY, "in WB-2016 by Adhikari Suvendu (TMC)"),
        ("In 2021 Mamata Banerjee lost Nandigram by 1,956 votes.", Verdict.CONFIRMED, "1,956 votes behind"),
        ("In 2021 Mamata Banerjee lost Nandigram by 19,560 votes.", Verdict.PARTLY, "1,956 votes behind, not 19,560"),
        ("In 2021 Suvendu Adhikari lost Nandigram.", Verdict.CONTRADICTED, "Nandigram was won by Adhikari Suvendu"),
        ("In 2021 Suvendu Adhikari defeated Mamata Banerjee by nearly 2,000 votes.", Verdict.CONFIRMED, "by 1,956 votes"),
        ("In 2021 Suvendu Adhikari polled 1,10,764 votes in Nandigram.", Verdict.CONFIRMED, "polled 110,764 votes"),
        ("In 2021 the BJP polled 2.28 crore votes.", Verdict.CONFIRMED, "22,905,474 votes"),
        ("In the 2024 Lok Sabha polls Adhir Ranjan Chowdhury lost Baharampur by 85,022 votes.", Verdict.CONFIRMED, "votes behind"),
        ("In 2021 the Trinamool Congress was the runner-up in Bhangar.", Verdict.CONFIRMED, "came second in Bhangar"),
        ("In 2021 the CPI(M) finished second in Nandigram.", Verdict.CONTRADICTED, "came third in Nandigram"),
        ("In 2021 the BJP came second.", Verdict.CONFIRMED, "second in WB-2021 by seats and second by votes"),
        ("In 2021 the CPI(M) lost its deposit in Nandigram.", Verdict.CONFIRMED, "polled 2.8% of the votes"),
        ("In 2021 the Trinamool Congress lost its deposit in Nandigram.", Verdict.CONTRADICTED, "of the votes in Nandigram"),
        ("In 2021 the Congress lost its deposit in Nandigram.", Verdict.UNCHECKABLE, "did not stand in Nandigram"),
        ("In the 2019 Lok Sabha polls the Left Front lost its deposits in all but one seat.", Verdict.CONFIRMED, "in 40 of the 41 seats"),
        ("In 2021 the Congress lost its deposits in 12 seats.", Verdict.CONTRADICTED, "in 79 of the 92 seats"),
        # Numbers that nobody means.
        ("In 2021 the Congress won 0 seats.", Verdict.CONFIRMED, "won 0 of 294"),
        ("In 2021 the BJP won 1,00,000 seats.", Verdict.CONTRADICTED, "not 100,000"),
        ("In 2021 the BJP won 1000000000 seats.", Verdict.CONTRADICTED, "not 1,000,000,000"),
        ("In 2021 the BJP won ७७ seats.", Verdict.CONFIRMED, "won 77 of 294"),
    ],
)  # fmt: skip
def test_a_claim_in_other_words(text: str, verdict: Verdict, figure: str, bengal: Region) -> None:
    (found,) = checks(text, bengal, results_alone=True)
    assert (found.verdict, figure in found.figures) == (verdict, True), found.figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The Trinamool Congress won 22 of the 42 Lok Sabha seats in 2019, the BJP 18 and the Congress two.",
            ["Trinamool won 22 of 42", "BJP won 18 of 42", "Congress won 2 of 42"],
        ),
        (
            "In 2021 the BJP polled 38 percent of the votes and the CPI(M) 4.7.",
            ["BJP polled 38.39%", "CPI(M) polled 4.77%"],
        ),
        (
            "In 2021 the Left Front and the Congress drew a blank.",
            ["Left Front won 0 of 294", "Congress won 0 of 294"],
        ),
        (
            "The BJP won 77 seats in 2021, down from its tally of 121 segments; it had won 3 seats in 2016.",
            [],
        ),
        (
            "The BJP won 12 seats in the 2024 Lok Sabha polls, down from its tally of 18 in 2019.",
            ["BJP won 12 of 42 seats in LS-2024-WB", "BJP won 18 of 42 seats in LS-2019-WB"],
        ),
    ],
)  # fmt: skip
def test_several_claims_in_one_sentence(text: str, figures: list[str], bengal: Region) -> None:
    found = checks(text, bengal)
    assert len(found) == len(figures)
    assert all(c.verdict is Verdict.CONFIRMED for c in found), found
    assert all(told in c.figures for told, c in zip(figures, found, strict=True)), found


@pytest.mark.parametrize(
    "text",
    [
        "Had the Congress not walked out in 2021, the Left Front would have won 20 seats.",
        "The Congress could have won 30 seats in 2021.",
        "The Congress won 99 seats across the country in the 2024 Lok Sabha polls.",
        "The AIMIM won five seats in Bihar in 2020.",
        "The Congress got 92 seats under the deal of 2021.",
        "In 2021 the ISF's Nawsad Siddiqui, who won from Bhangar, later met Biman Bose.",
        "The BJP won 303 seats in the 2019 Lok Sabha polls.",
        "In 2006 the Left Front won 12 seats.",
        "In 2021 the BJP won 30 seats in North Bengal.",
        "The BJP won 12 seats in the first phase of 2021.",
        "In the 2023 panchayat polls the BJP won 12 seats.",
        "The BJP won 12 wards in the civic polls of 2022, and the Congress won five seats.",
        "The BJP has already won 14 seats and is ahead in eight in 2021.",
        "An exit poll gave 100 seats in 2021, and the BJP won 90 seats by another.",
        "In 2021 the BJP hoped for a majority and vowed that it won 200 seats.",
        "In 2021 the BJP polled 90 percent of the refugees' votes.",
        "In 2021 the BJP won 50 more seats than before.",
        "In 2021 BJP candidate Karim Mondal came third.",
        "In 2021, the BJP and the ISF won 1 and 77 seats respectively.",
        "Except Nandigram, the Trinamool Congress won in 2021.",
        "In Madarihat, the BJP lost ground in 2021. The Congress polled 20 percent of the votes.",
        "In 2021 the BJP-led alliance won 99 seats.",
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


def test_the_first_count_and_the_last_are_both_right(bengal: Region) -> None:
    text = "The Trinamool Congress won 213 seats in the 2021 Assembly elections."
    checks_on = {}
    for day in (date(2021, 5, 3), date(2021, 10, 4)):
        article = Article(id="ours", published=day, text=text)
        (found,) = (check(s, bengal) for s in read(article, bengal).statements if s.background)
        assert found is not None
        checks_on[day.month] = (found.verdict, found.figures)
    assert checks_on[5] == (Verdict.CONFIRMED, "Trinamool won 213 of 292 seats in WB-2021")
    assert checks_on[10] == (
        Verdict.CONFIRMED,
        "Trinamool won 213 of the 292 seats counted first, 215 of all 294, in WB-2021",
    )


def test_the_last_count_is_not_known_before_it(bengal: Region) -> None:
    text = "The Trinamool Congress won 215 seats in the 2021 Assembly elections."
    verdicts = []
    for day in (date(2021, 5, 3), date(2021, 10, 4)):
        article = Article(id="ours", published=day, text=text)
        (found,) = (check(s, bengal) for s in read(article, bengal).statements if s.background)
        verdicts.append(found and found.verdict)
    assert verdicts == [Verdict.CONTRADICTED, Verdict.CONFIRMED]
