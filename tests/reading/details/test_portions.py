"""Whose seats a number counts, and what it is said to be, in sentences of ours."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tellings import statements
from tieup.articles import Article
from tieup.reading.details.portions import portions
from tieup.reading.page import Page
from tieup.reading.text.sentences import sentences
from tieup.reading.voices.listener import Listener
from tieup.regions import Region
from tieup.vocabulary import Act

DAY = date(2026, 1, 15)
PARTIES = ("ISF", "LF", "INC")


def seats(
    text: str, region: Region, parties: tuple[str, ...] = ("ISF", "LF"), act: Act = Act.AGREES
) -> dict[str, int]:
    """Those of the first part of a sentence; none where nothing is said ("the ISF asked")."""
    page = Page.of(Article(id="ours", published=DAY, text=text), region)
    listener = Listener(text, page.everybody, page.quotations, DAY)
    for segment in listener.segments(next(iter(sentences(text)))):
        return portions(page, segment.span, segment, parties, act)
    return {}


@pytest.mark.parametrize(
    "text",
    [
        "The ISF has asked the Left Front for 45 seats.",
        "The ISF has asked the Left Front for 45.",
        "The ISF has demanded from the Left Front 45 seats.",
        "The ISF demanded of its ally the Left Front no fewer than 45 seats.",
        "The ISF, in talks with the Left Front since Monday, wants at least 45 seats.",
        "The Left Front was asked for 45 seats by the ISF.",
        "The Left Front has been asked by the ISF for 45.",
        "45 seats were sought by the ISF from the Left Front.",
        "45 seats is what the ISF wants from the Left Front.",
        "The ISF's demand for 45 seats was turned down by the Left Front.",
        "The Left Front rejected the ISF demand for 45 seats.",
        "The ISF has asked the Left Front to leave it 45 seats.",
        "The ISF wants the Left Front to part with 45 seats.",
        "The Left Front was asked by the ISF to leave 45 seats to it.",
        "The ISF sent the Left Front a list of 45 seats.",
        "The ISF wants a reply from the Left Front on its 45 seats.",
        "Unless the ISF is given 45 seats, it will leave the Left Front.",
        "The ISF, which won 1 seat in 2021, wants 45 seats from the Left Front.",
        "The ISF, which had fought 32 seats in 2021, wants 45 from the Left Front.",
        "The ISF, which lost 31 of its 32 seats in 2021, now asks the Left Front for 45.",
    ],
)
def test_who_asks_is_to_have_the_seats(text: str, bengal: Region) -> None:
    assert seats(text, bengal, act=Act.DEMANDS) == {"ISF": 45}


@pytest.mark.parametrize(
    "text",
    [
        "The Left Front has offered the ISF 30 seats.",
        "The Left Front offered 30 seats to the ISF.",
        "The Left Front offered the ISF no more than 30.",
        "The Left Front would give it 30 seats.",
        "The Left Front has given up 30 seats for its partner.",
        "The Left Front is willing to part with 30.",
        "The Left Front will not contest 30 seats.",
        "The Left Front raised its offer to 30 seats.",
        "The ISF was given 30 seats by the Left Front.",
        "The ISF has been quietly left 30 seats.",
        "The ISF settled for 30 in the end.",
        "The ISF accepted the Left Front's offer of 30 seats.",
        "The ISF turned down an offer of 30 seats from the Left Front.",
        "30 seats were left to the ISF by the Left Front.",
        "30 seats is what the ISF has been offered by the Left Front.",
        "30 seats go to the ISF, the Left Front's list says.",
        "The Left Front will back the ISF in 30 seats.",
        "A deal that gives the ISF 30 seats has been struck with the Left Front.",
    ],
)
def test_to_whom_seats_are_given_is_to_have_them(text: str, bengal: Region) -> None:
    assert seats(text, bengal) == {"ISF": 30}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Left Front stands in 200 seats, the ISF in 30 seats.", {"LF": 200, "ISF": 30}),
        ("The Congress will contest 92 seats and the Left Front 202 under the pact.", {"INC": 92, "LF": 202}),
        ("The Left Front gave 92 seats to the Congress and 32 to the ISF.", {"INC": 92, "ISF": 32}),
        ("The Left Front gave the Congress 92 seats and the ISF 32.", {"INC": 92, "ISF": 32}),
        ("The Left Front gets 165 seats, the Congress 92 and the ISF 37.", {"LF": 165, "INC": 92, "ISF": 37}),
        ("The seats each is to contest: 165 for the Left Front and 92 for the Congress.", {"LF": 165, "INC": 92}),
        ("The Congress and the Left Front will contest 147 seats each.", {"INC": 147, "LF": 147}),
        ("The Left Front will give 20 seats each to the Congress and the ISF.", {"INC": 20, "ISF": 20}),
    ],
)  # fmt: skip
def test_several_portions(text: str, expected: dict[str, int], bengal: Region) -> None:
    assert seats(text, bengal, PARTIES) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Left Front will not leave a single seat to the ISF.",
        "The Left Front refused to give the ISF even one seat.",
        "The Left Front left no seat for the ISF.",
        "The Left Front and the ISF agreed on 193 of the 294 seats.",
        "The Left Front and the ISF have failed over three seats.",
        "The ISF won one seat in alliance with the Left Front.",
        "The alliance of the Left Front and the ISF took 41 of the 48 seats.",
        "The ISF and the Left Front will hold 12 rallies in the 6 seats that vote.",
        "The ISF wants 45 percent of what the Left Front has.",
        "The ISF demanded 45 days from the Left Front.",
    ],
)
def test_numbers_that_are_nobodys_portion(text: str, bengal: Region) -> None:
    assert seats(text, bengal) == {}


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("The ISF wants 45 seats, the Left Front offers 30.", Act.DEMANDS, {"ISF": 45, "ISF:offered": 30}),
        ("The ISF wants 45 seats, the Left Front offers 30.", Act.TALKS, {"ISF": 45, "ISF:offered": 30}),
        ("The ISF asked for 45 seats and settled for 31.", Act.AGREES, {"ISF:asked": 45, "ISF": 31}),
        ("The Left Front has offered 30 seats.", Act.WANTS, {"ISF:offered": 30}),
        ("The Left Front will give 30 seats.", Act.AGREES, {"ISF": 30}),
        ("The Left Front will not give 30 seats.", Act.REFUSES, {"ISF": 30}),
        ("The ISF fought 32 seats with the Left Front.", Act.AGREES, {"ISF": 32}),
        ("The ISF fought 32 seats with the Left Front.", Act.WANTS, {}),
        ("The ISF is to part with 12 seats.", Act.AGREES, {"LF": 12}),
    ],
)  # fmt: skip
def test_what_a_number_is_said_to_be(
    text: str, act: Act, expected: dict[str, int], bengal: Region
) -> None:
    assert seats(text, bengal, act=act) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We have asked the Left Front for 45 seats," Nawsad Siddiqui said.', {"ISF": 45}),
        ('"The Left Front has to leave us 45 seats," Nawsad Siddiqui said.', {"ISF": 45}),
        ("Nawsad Siddiqui said that his party would not settle for fewer than 45 seats in an alliance with the Left Front.", {"ISF": 45}),
        ('"We are ready to give the ISF 28 seats," Md Salim said.', {"ISF": 28}),
    ],
)  # fmt: skip
def test_we_are_who_speaks(text: str, expected: dict[str, int], bengal: Region) -> None:
    found = [s.seats for s in statements(text, bengal)]
    assert found
    assert {tuple(n.values()) for n in found} == {tuple(expected.values())}
    assert {party.partition(":")[0] for n in found for party in n} == {*expected}


def test_it_is_whom_the_sentence_before_names_first(bengal: Region) -> None:
    text = "The ISF had asked the Left Front for 50 seats. It was offered 22."
    page = Page.of(Article(id="ours", published=DAY, text=text), bengal)
    listener = Listener(text, page.everybody, page.quotations, DAY)
    (second,) = listener.segments(sentences(text)[1])
    assert portions(page, second.span, second, ("LF", "ISF"), Act.WANTS) == {"ISF": 22}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Left Front was asked for 40 seats by the Congress.", "INC"),
        ("The Left Front has been asked by the ISF for 45 seats.", "ISF"),
        ("An alliance with the Congress was ruled out by the ISF.", "ISF"),
        ("The Congress was invited to an alliance by the ISF.", "ISF"),
    ],
)
def test_who_acts_in_a_passive_stands_behind_by(text: str, speaker: str, bengal: Region) -> None:
    assert {s.speaker for s in statements(text, bengal)} == {speaker}


_NAMES = {"ISF": "the ISF", "LF": "the Left Front", "INC": "the Congress"}
_WORDS = st.sampled_from(
    [
        *(*_NAMES.values(), "asked", "wants", "offered", "was given", "will contest", "won", "for"),
        *("to", "by", "from", "and", ",", "which", "45 seats", "30", "each", "we", "not"),
        "a single seat",
    ]
)


@given(words=st.lists(_WORDS, min_size=1, max_size=25), act=st.sampled_from(Act))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_give_numbers_that_stand_there(
    words: list[str], act: Act, bengal: Region
) -> None:
    text = " ".join(words)
    found = seats(text, bengal, PARTIES, act)
    assert {key.partition(":")[0] for key in found} <= {*PARTIES}
    assert {*found.values()} <= {45, 30, 1}
    assert all(str(n) in text or "a single seat" in text for n in found.values())


@given(
    names=st.permutations(sorted(_NAMES)),
    number=st.integers(2, 293),
    frame=st.sampled_from(
        ["{one} asked {other} for {n} seats.", "{one} wants {n} from {other}.", "{other} was asked by {one} for {n}."]
    ),
)  # fmt: skip
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_asks_has_what_he_asks(
    names: list[str], number: int, frame: str, bengal: Region
) -> None:
    one, other = names[:2]
    text = frame.format(one=_NAMES[one], other=_NAMES[other], n=number)
    assert seats(text, bengal, (other, one), Act.DEMANDS) == {one: number}
