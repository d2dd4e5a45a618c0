"""Which election a clause is about: sentences of ours, one construction each."""

from datetime import date

import pytest

from tieup.reading.polls.polls import Polls
from tieup.reading.text.spans import Span
from tieup.regions import Region, load_region

OWN = [
    ("The Left seeks a pact for the assembly polls.", date(2025, 9, 1), "WB-2026"),
    ("The Left seeks a pact for the bypolls.", date(2024, 10, 20), "WB-BY-2024"),
    ("The Left seeks a pact for two assembly by-elections.", date(2024, 10, 20), "WB-BY-2024"),
    ("The Left seeks a pact for the panchayat polls.", date(2023, 6, 1), "WB-LOCAL-2023"),
    ("The Left seeks a pact in the civic elections.", date(2022, 1, 5), "WB-LOCAL-2022"),
    ("The Left seeks a pact for next month's civic polls.", date(2021, 12, 20), "WB-LOCAL-2022"),
    ("The Left seeks a pact for civic polls due in January.", date(2021, 11, 20), "WB-LOCAL-2022"),
    (
        "Elections to the Saltmarsh Municipal Corporation need a pact.",
        date(2021, 11, 20),
        "WB-LOCAL-2021",
    ),
    (
        "The Saltmarsh Corporation (SMC) will be filled anew. A pact for the SMC polls is sought.",
        date(2021, 11, 20),
        "WB-LOCAL-2021",
    ),
    # What an article comes from is not what it is about.
    (
        "After the Lok Sabha debacle the Left seeks a pact for the bypolls.",
        date(2019, 8, 9),
        "WB-BY-2019",
    ),
    # An alliance that is to last till a later election is about the nearer one.
    (
        "The Lok Sabha polls are near. A pact till the next assembly election in 2021 is sought.",
        date(2019, 3, 6),
        "LS-2019-WB",
    ),
    # A post or a board names no election.
    ("Congress general secretary Ann Roe seeks a pact.", date(2025, 9, 1), "WB-2026"),
    # An election of a coming year goes before a local one that is only mentioned with it.
    (
        "The party is ready for the 2026 elections under its own banner, as in local polls.",
        date(2025, 12, 4),
        "WB-2026",
    ),
]


@pytest.mark.parametrize(("text", "day", "expected"), OWN)
def test_an_article_s_own_election(text: str, day: date, expected: str, bengal: Region) -> None:
    assert Polls(text, bengal, day).main.id == expected


NAMED = [
    ("In the last assembly polls they were allies.", "WB-2021", True),
    ("In the recent Lok Sabha elections they were allies.", "LS-2024-WB", True),
    ("In 2016 they were allies.", "WB-2016", True),
    ("In the 2019 Lok Sabha polls they were allies.", "LS-2019-WB", True),
    ("In last year's panchayat polls they were allies.", "WB-LOCAL-2024", True),
    ("Last time they were allies.", "WB-2021", True),
    ("For next year's polls they are allies.", "WB-2026", False),
    ("This time they are allies.", "WB-2026", False),
    # Where a result was or how long something holds is not what a clause is about.
    ("Of the seats it won in 2016 they are allies.", "WB-2026", False),
    ("The seats won by the Left (in 2016) are kept, they are allies.", "WB-2026", False),
    ("Until the 2021 polls a minister, he says they are allies.", "WB-2026", False),
    # Years passed tell an election, and so does the one named last.
    ("Four years ago they were allies.", "WB-2021", True),
    ("Allies they had been 9 years back.", "WB-2016", True),
    ("Two years ago they were allies.", "WB-2026", False),
    ("Seats were many in 2021. That year they were allies.", "WB-2021", True),
    (
        "In 2019 they had met. In the assembly polls two years later they were allies.",
        "WB-2021",
        True,
    ),
    # What lies beyond the pack's years is named as its own are, where the kind is told.
    ("In the 2029 Lok Sabha polls they will be allies.", "LS-2029-WB", True),
    ("In the assembly polls of 2006 they were allies.", "WB-2006", True),
    ("Till 2031 they are allies.", "WB-2026", False),
    # A comparison is no word on what it compares with.
    ("Unlike in 2021, they are allies.", "WB-2026", False),
    # Another state's election has that state's id; where no pack knows the state, it is not made up.
    ("In Bihar's assembly polls they were allies.", "BR-2025", True),
    ("In Kerala's local polls they were allies.", "WB-2026", False),
]


@pytest.mark.parametrize(("text", "expected", "background"), NAMED)
def test_the_election_of_a_clause(
    text: str, expected: str, background: bool, bengal: Region
) -> None:
    day = date(2025, 11, 20)
    last = Span(text.rindex(".", 0, -1) + 1 if "." in text[:-1] else 0, len(text))
    election, back = Polls(text, bengal, day).of(last, last)
    assert (election.id, back) == (expected, background)


def test_what_is_named_before_a_clause_in_its_sentence_holds(bengal: Region) -> None:
    text = "In the 2021 polls the fronts met, and they were allies."
    polls = Polls(text, bengal, date(2025, 11, 20))
    clause = Span(text.index("they"), len(text))
    assert polls.of(clause, Span(0, len(text)))[0].id == "WB-2021"


@pytest.mark.parametrize(
    ("text", "past", "news"),
    [
        ("The ISF, which fought ten seats in 2021, wants twenty.", "fought", "wants"),
        ("The two, allies in the last polls, are talking of seats.", "allies", "talking"),
        ("The ISF, given ten seats last time, wants twenty.", "given", "wants"),
    ],
)
def test_what_is_put_in_has_an_election_of_its_own(
    text: str, past: str, news: str, bengal: Region
) -> None:
    polls = Polls(text, bengal, date(2025, 11, 20))
    whole = Span(0, len(text))
    places = [Span(text.index(word), text.index(word) + len(word)) for word in (past, news)]
    told = [polls.of(whole, whole, place) for place in places]
    assert [(e.id, back) for e, back in told] == [("WB-2021", True), ("WB-2026", False)]


def test_what_follows_when_is_of_the_election_just_named(bengal: Region) -> None:
    text = "It won nothing in 2021, when it was an ally."
    clause = Span(text.index("when"), len(text))
    polls = Polls(text, bengal, date(2025, 11, 20))
    assert polls.of(clause, Span(0, len(text)))[0].id == "WB-2021"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 7, 1), "LS-2024-WB"),
        (date(2024, 10, 15), "WB-2026"),
        (date(2021, 10, 15), "WB-2021"),
    ],
)
def test_the_talk_leaves_a_lok_sabha_election_sooner(
    day: date, expected: str, bengal: Region
) -> None:
    assert Polls("They are allies.", bengal, day).main.id == expected


def test_a_made_election_has_no_returns_and_its_own_year(bengal: Region) -> None:
    main = Polls("A pact for the bypolls.", bengal, date(2024, 10, 20)).main
    assert (main.year, main.has_returns) == (2024, False)


@pytest.mark.parametrize(
    ("state", "year", "expected"),
    [
        ("assam", 2016, "AS-2016"),
        ("bihar", 2015, "BR-2015"),
        ("maharashtra", 2014, "MH-2014"),
        ("tamil-nadu", 2016, "TN-2016"),
        ("uttar-pradesh", 2017, "UP-2017"),
    ],
)
def test_states_look_back_before_their_pack_s_years(state: str, year: int, expected: str) -> None:
    text = f"In the {year} assembly polls they were allies."
    polls = Polls(text, load_region(state), date(2021, 1, 10))
    assert [e.id for e in polls.all_of(Span(0, len(text)))] == [expected]
