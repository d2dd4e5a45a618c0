"""The reader on sentences of ours: who does what to whom, in whose words, about which poll.

The sentences are made up to try one construction each; nobody said any of it.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieup.articles import Article, load
from tieup.reading import read
from tieup.regions import Region
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Act, Kind, Mode

DATA = Path(__file__).parents[1] / "data"


def statements(text: str, region: Region, day: date = date(2026, 1, 15)) -> list[Statement]:
    """The alliance statements of a text."""
    article = Article(id="ours", published=day, text=text)
    return [s for s in read(article, region).statements if s.kind is Kind.ALLIANCE]


def told(text: str, region: Region, day: date = date(2026, 1, 15)) -> list[tuple[object, ...]]:
    """Speaker, act and parties of each statement."""
    return [(s.speaker, s.act, tuple(sorted(s.parties))) for s in statements(text, region, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Congress president Subhankar Sarkar ruled out an alliance with the ISF. "We go alone," '
            "Sarkar said.",
            [
                ("Subhankar Sarkar", Act.REFUSES, ("INC", "ISF")),
                ("Subhankar Sarkar", Act.REFUSES, ("INC",)),
            ],
        ),
        (
            "Talks with the ISF are under way, CPI(M) state secretary Md Salim said on Sunday.",
            [("Md Salim", Act.TALKS, ("CPIM", "ISF"))],
        ),
        (
            "According to sources in the Congress, the final call rests with the high command on an "
            "alliance with the Left Front.",
            [("unnamed:INC", Act.WAITS, ("INC", "LF"))],
        ),
        (
            "The Left Front and the ISF sealed a pact for 30 seats.",
            [(REPORT, Act.AGREES, ("ISF", "LF"))],
        ),
        (
            "Nawsad Siddiqui sent letters to the Left Front and the Congress seeking talks on an "
            "alliance.",
            [("Nawsad Siddiqui", Act.WANTS, ("INC", "ISF", "LF"))],
        ),
        (
            "Humayun Kabir, suspended by the Trinamool Congress, said he was open to an alliance with "
            "AIMIM.",
            [("Humayun Kabir", Act.WANTS, ("AIMIM", "JUP"))],
        ),
        (
            "Nawsad Siddiqui said he was open for an alliance with the Left Front and with everybody "
            "except the TMC and the BJP.",
            [
                ("Nawsad Siddiqui", Act.WANTS, ("ISF", "LF")),
                ("Nawsad Siddiqui", Act.REFUSES, ("BJP", "ISF", "TMC")),
            ],
        ),
        ("The Congress held a rally in Malda on Sunday.", []),
        ("Asked whether an alliance with the BJP was possible, Salim smiled.", []),
    ],
)
def test_who_does_what_to_whom(
    text: str, expected: list[tuple[object, ...]], bengal: Region
) -> None:
    assert sorted(map(str, told(text, bengal))) == sorted(map(str, expected))


def test_a_quotation_goes_on_over_sentences(bengal: Region) -> None:
    text = '"We are open to the ISF. We want an alliance with it," Md Salim said.'
    found = statements(text, bengal)
    assert {s.speaker for s in found} == {"Md Salim"}
    assert {s.mode for s in found} == {Mode.DIRECT}


def test_he_is_the_last_who_spoke_or_acted(bengal: Region) -> None:
    text = (
        '"We are joining forces with the ISF," Humayun Kabir said. Nawsad Siddiqui met Biman Bose on '
        'an alliance. "Talks on an alliance have begun," he said.'
    )
    assert [s.speaker for s in statements(text, bengal) if s.mode is Mode.DIRECT] == [
        "Humayun Kabir",
        "Nawsad Siddiqui",
    ]


def test_nobody_is_given_words_that_nothing_says_are_his(bengal: Region) -> None:
    text = 'Banners against Md Salim read "we will never accept an alliance with the ISF" in Malda.'
    assert all(s.speaker != "Md Salim" for s in statements(text, bengal))


def test_who_is_told_does_not_speak(bengal: Region) -> None:
    text = "Nawsad Siddiqui wrote to Biman Bose and was told that talks on an alliance would begin."
    assert "Biman Bose" not in {s.speaker for s in statements(text, bengal)}


def test_anybody_of_a_committee_is_not_its_best_known_member(bengal: Region) -> None:
    text = "A CPI(M) central committee member said that talks with the ISF were on."
    assert [s.speaker for s in statements(text, bengal)] == ["unnamed:CPIM"]


@pytest.mark.parametrize(
    "text",
    [
        "The ISF and the RJD will be part of the Congress-Left alliance for the coming Assembly polls, "
        "said senior Congress leader Adhir Ranjan Chowdhury.",
        "Adhir Ranjan Chowdhury, the state Congress president, said Abbas Siddiqui was in talks with "
        "the Left.",
    ],
)
def test_the_speaker_before_and_after_the_verb(text: str, bengal: Region) -> None:
    speakers = {s.speaker for s in statements(text, bengal, date(2021, 2, 16))}
    assert speakers == {"Adhir Ranjan Chowdhury"}


def test_a_colon_leads_in_the_words_of_the_sentences_subject(bengal: Region) -> None:
    text = (
        "Humayun Kabir said he was quitting the talks with the ISF. He was sure of Asaduddin Owaisi's "
        'party: "AIMIM will be with me."'
    )
    (found,) = (s for s in statements(text, bengal) if s.mode is Mode.DIRECT)
    assert (found.speaker, found.act) == ("Humayun Kabir", Act.CLAIMS)


def test_a_threat_is_no_decision(bengal: Region) -> None:
    text = "The ISF will fight alone, Nawsad Siddiqui warned, if it gets fewer than 40 seats."
    assert {s.act for s in statements(text, bengal)} == {Act.DEMANDS}


def test_what_a_rival_says_of_two_others_is_not_about_himself(bengal: Region) -> None:
    text = 'BJP leader Sukanta Majumdar said, "They will tie up with the Trinamool Congress."'
    assert all("BJP" not in s.parties for s in statements(text, bengal))


@pytest.mark.parametrize(
    "text",
    [
        "Nawsad Siddiqui had spoken about a school in Bhangar with his ISF friends of the Congress.",
        "The Congress could contest the election alone.",
        "Most district leaders of the Congress want to contest alone.",
        "Adhir Ranjan Chowdhury criticised the decision of Subhankar Sarkar to go alone.",
    ],
)
def test_what_is_no_refusal_and_no_meeting(text: str, bengal: Region) -> None:
    assert not {s.act for s in statements(text, bengal)} & {Act.REFUSES, Act.TALKS}


def test_only_words_in_quotation_marks_are_direct(bengal: Region) -> None:
    text = 'Md Salim said that talks with the ISF were on. "Talks with the ISF are on," he added.'
    indirect, direct = statements(text, bengal)
    assert (indirect.mode, direct.mode) == (Mode.INDIRECT, Mode.DIRECT)
    assert text[direct.start - 1] == '"'


def test_a_hub_relates_to_each_other_party(bengal: Region) -> None:
    (found,) = statements("The ISF is in talks with the Left Front and the Congress.", bengal)
    assert found.hub == "ISF"
    assert found.pairs == (("ISF", "LF"), ("INC", "ISF"))


@pytest.mark.parametrize(
    ("text", "election", "background"),
    [
        ("The Left Front and the Congress met on seat-sharing.", "WB-2026", False),
        (
            "In the 2021 Assembly elections the Left Front and the ISF fought together.",
            "WB-2021",
            True,
        ),
        ("The Left Front and the Congress had an alliance in 2016.", "WB-2016", True),
        (
            "The alliance of the Left Front and the ISF collapsed in the 2024 Lok Sabha polls.",
            "LS-2024-WB",
            True,
        ),
    ],
)
def test_the_election_and_whether_it_is_background(
    text: str, election: str, background: bool, bengal: Region
) -> None:
    assert {(s.election, s.background) for s in statements(text, bengal)} == {
        (election, background)
    }


def test_days_of_speech(bengal: Region) -> None:
    text = (
        "ISF chairman Nawsad Siddiqui on Sunday denied any alliance with Humayun Kabir, a day after "
        "Kabir claimed that an alliance with the ISF was certain."
    )
    days = {s.speaker: s.said_on for s in statements(text, bengal, date(2025, 12, 28))}
    assert days == {"Nawsad Siddiqui": date(2025, 12, 28), "Humayun Kabir": date(2025, 12, 27)}


def test_the_one_who_decides_is_named(bengal: Region) -> None:
    text = "The final call on an alliance with JUP will be taken by Asaduddin Owaisi, AIMIM said."
    assert [s.decider for s in statements(text, bengal)] == ["Asaduddin Owaisi"]


@pytest.mark.parametrize(
    ("text", "kind", "parties", "seats", "places"),
    [
        ("The JUP will contest 182 seats.", Kind.TARGET, ("JUP",), {"JUP": 182}, ()),
        (
            "The AIMIM has strong bases in Malda and North Dinajpur.",
            Kind.STRENGTH, ("AIMIM",), {}, ("Malda", "Uttar Dinajpur"),
        ),
        ("The ISF won just one seat in the 2021 polls.", Kind.RESULT, ("ISF",), {"ISF": 1}, ()),
        (
            "Nawsad Siddiqui won from the Bhangar seat in 2021.",
            Kind.RESULT, ("ISF",), {}, ("Bhangar",),
        ),
        ("Humayun Kabir launched the Janata Unnayan Party.", Kind.PARTY, ("JUP",), {}, ()),
    ],
)  # fmt: skip
def test_the_other_kinds(
    text: str,
    kind: Kind,
    parties: tuple[str, ...],
    seats: dict[str, int],
    places: tuple[str, ...],
    bengal: Region,
) -> None:
    article = Article(id="ours", published=date(2026, 1, 15), text=text)
    (found,) = (s for s in read(article, bengal).statements if s.kind is not Kind.ALLIANCE)
    assert (found.kind, found.parties, found.seats, found.places) == (kind, parties, seats, places)
    assert found.act is None


def test_every_statement_says_why_and_stands_verbatim_in_its_text(bengal: Region) -> None:
    for article in (*bengal.read_chronicle(), *load([DATA]).articles):
        for statement in read(article, bengal).statements:
            assert statement.faults(article) == ()
            assert statement.why
            assert 0 < statement.confidence < 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Md Salim ruled out an alliance with the Congress.",
            r".+: '.*ruled out.*'; parties .+; speaker Md Salim .+",
        ),
        (
            "Talks of the ISF and the Left Front are on, sources in the Congress said.",
            r".+: 'Talks of the ISF and the Left Front are on'; parties .+; "
            r"speaker 'sources in the Congress'",
        ),
        (
            "Md Salim met Biman Bose. The latter said an alliance with the ISF was final.",
            r".+: '.*alliance.*'; parties .+; speaker 'The latter' by .+",
        ),
    ],
)
def test_why_tells_the_words_the_parties_and_the_speaker(
    text: str, why: str, bengal: Region
) -> None:
    assert re.fullmatch(why, statements(text, bengal)[-1].why)


def test_reading_is_deterministic(bengal: Region) -> None:
    article = bengal.read_chronicle()[0]
    assert read(article, bengal) == read(article, bengal)


WORDS = st.sampled_from(
    [
        "the",
        "Congress",
        "Left",
        "Front",
        "ISF",
        "said",
        "that",
        "no",
        "alliance",
        "with",
        "talks",
        '"',
        "”",
        "“",
        ",",
        ".",
        ";",
        "he",
        "Siddiqui",
        "Kabir",
        "ruled",
        "out",
        "will",
        "contest",
        "30",
        "seats",
        "alone",
        "in",
        "2021",
        "on",
        "Sunday",
        "a",
        "day",
        "after",
        "if",
        "not",
        "who",
        "and",
        "but",
        "\n",
        "Humayun",
        "Md",
        "Salim",
        "according",
        "to",
        "sources",
        "won",
        "Malda",
        "'s",
        "(",
        ")",
        "-led",
        "anti-",
        "BJP",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_no_text_breaks_the_reader(bengal: Region, text: str) -> None:
    article = Article(id="any", published=date(2026, 1, 15), text=text)
    for statement in read(article, bengal).statements:
        assert statement.faults(article) == ()


def test_a_long_text_is_read_in_time_that_grows_with_it(bengal: Region) -> None:
    """A hundred times the text takes nowhere near ten thousand times as long."""
    import time  # noqa: PLC0415 - only here

    line = "The Congress ruled out an alliance with the ISF, Sarkar said, and no talks were held. "
    spent = []
    for copies in (20, 400):
        start = time.perf_counter()
        read(Article(id="long", published=date(2026, 1, 15), text=line * copies), bengal)
        spent.append(time.perf_counter() - start)
    assert spent[1] < 150 * spent[0]


@pytest.mark.parametrize(
    "bait",
    [
        "Kabir said that ",
        "Humayun Kabir and ",
        "Kabir, who ",
        "alliance with ",
        "not " * 5,
        "((((",
        "x",
    ],
)
def test_baits_for_patterns_are_read_in_seconds(bait: str, bengal: Region) -> None:
    """20,000 characters of what makes patterns go back and forth, within ten seconds of processor."""
    import time  # noqa: PLC0415 - only here

    text = (bait * 20_000)[:20_000]
    start = time.process_time()
    read(Article(id="bait", published=date(2026, 1, 15), text=text), bengal)
    assert time.process_time() - start < 10
