"""The decided points of the annotation guide, one by one, in sentences of ours."""

from datetime import date

import pytest

from tellings import DAY, Case, statements, tellings
from tieup.regions import Region
from tieup.statements import REPORT

CASES = [
    Case(item="an offer of seats is a wish", text="The Left Front is ready to give 30 seats to the ISF.", tells=("wants ISF+LF LF",), never=("agrees",)),
    Case(item="hope is a wish", text="The CPI(M) is hopeful of an alliance with the ISF.", tells=("wants CPIM+ISF CPIM",)),
    Case(item="an appeal is a wish", text="The Congress appealed to the ISF to join hands with it.", tells=("wants INC+ISF INC",)),
    Case(item="what one side alone asserts is a claim", text="JUP leader Selim Mondal claimed that an alliance with the AIMIM was certain.", tells=("claims AIMIM+JUP Selim Mondal",), never=("agrees",)),
    Case(item="talks that failed are talks", text="The Congress and the ISF could not reach an agreement on seats.", tells=("talks INC+ISF report",), never=("refuses",)),
    Case(item="talks to come are talks", text="The Congress and the ISF will hold talks on seats on Friday.", tells=("talks INC+ISF report",)),
    Case(item="who has the final call is awaited", text="The final call on an alliance with the ISF will be taken by the Congress high command.", tells=("waits INC+ISF",), never=("agrees",)),
    Case(item="a threat is a demand", text='"If our demands are not met, we go alone," ISF leader Karim Sheikh told the Left Front.', tells=("demands ISF+LF Karim Sheikh",), never=("refuses",)),
    Case(item="a deadline is a demand", text="The ISF gave the Left Front time till Sunday to accept its demand of 40 seats.", tells=("demands ISF+LF",)),
    Case(item="a part deal is a deal", text="The Congress and the Left Front agreed on 193 of the 294 seats.", tells=("agrees INC+LF report",)),
    Case(item="an alliance of the past is a deal", text="The Congress and the Left Front fought together in 2021.", tells=("agrees INC+LF report",)),
    Case(item="outside support is a deal", text="The CPI(ML) Liberation decided to support the candidates of the Left Front.", tells=("agrees CPIML+LF",)),
    Case(item="a friendly contest presupposes a deal", text="The allies Congress and Left Front will have a friendly contest in six seats.", tells=("agrees INC+LF report",)),
    Case(item="seat-sharing, not an alliance, is a denial", text="It is only seat-sharing with the ISF, not an alliance, CPI(M) leader Ranjan Pal said.", tells=("denies CPIM+ISF Ranjan Pal",), never=("refuses",)),
    Case(item="a courtesy meeting is a denial", text="ISF leader Karim Sheikh said that it was a courtesy meeting with the Congress and nothing more.", tells=("denies INC+ISF Karim Sheikh",)),
    Case(item="going alone names no partner", text="The Congress will go alone in the assembly election.", tells=("refuses INC INC",)),
    Case(item="a member of a front that opposes an outsider", text="The Forward Bloc opposed an alliance with the ISF.", tells=("refuses AIFB+ISF AIFB",), never=("refuses ISF+LF",)),
    Case(item="breaking is an end", text="The AIMIM broke its alliance with the JUP.", tells=("ends AIMIM+JUP AIMIM",)),
    Case(item="a named person speaks under that name", text="AIMIM leader Farid Alam said that talks with the JUP were on.", tells=("talks AIMIM+JUP Farid Alam",)),
    Case(item="a body speaks as its party", text="The CPI(M) politburo said that it was open to an alliance with the Congress.", tells=("wants CPIM+INC CPIM",)),
    Case(item="nameless sources are of their party", text="Congress sources said that talks with the ISF were on.", tells=("talks INC+ISF unnamed:INC",)),
    Case(item="the id is the one that the text names", text="The RSP and the Congress are in talks over seats.", tells=("talks INC+RSP report",), never=("talks INC+LF",)),
    Case(item="a front is named as the front", text="The Left Front and the Congress have been in talks on a seat pact.", tells=("talks INC+LF report",), never=("talks CPIM",)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.item)
def test_decided_point(case: Case, bengal: Region) -> None:
    case.check(bengal)


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("ISF leader Karim Sheikh said on Monday that talks with the Congress were on.", date(2026, 1, 12)),
        ("ISF leader Karim Sheikh said today that talks with the Congress were on.", DAY),
        ("ISF leader Karim Sheikh said that talks with the Congress were on.", None),
    ],
)  # fmt: skip
def test_the_day_is_told_only_where_the_text_does(
    text: str, said_on: date | None, bengal: Region
) -> None:
    assert [s.said_on for s in statements(text, bengal)] == [said_on]


@pytest.mark.parametrize(
    ("text", "election", "background"),
    [
        ("The Congress and the Left Front sealed a pact for the coming polls.", "WB-2026", False),
        ("The Congress and the Left Front had an alliance in 2016.", "WB-2016", True),
    ],
)
def test_background_is_another_election(
    text: str, election: str, background: bool, bengal: Region
) -> None:
    assert [(s.election, s.background) for s in statements(text, bengal)] == [
        (election, background)
    ]


def test_a_hub_relates_to_each_other_party_and_a_group_is_every_pair(bengal: Region) -> None:
    hub = statements("The ISF wants an alliance with the Left Front and the Congress.", bengal)
    group = statements("The ISF, the Left Front and the Congress have forged an alliance.", bengal)
    assert {pair for s in hub for pair in s.pairs} == {("ISF", "LF"), ("INC", "ISF")}
    assert len({pair for s in group for pair in s.pairs}) == 3


def test_the_journalists_own_voice_is_the_report(bengal: Region) -> None:
    text = "The Congress and the ISF are in talks over seats."
    assert [s.speaker for s in statements(text, bengal)] == [REPORT]


def test_a_repetition_in_another_voice_is_another_row(bengal: Region) -> None:
    text = (
        "ISF leader Karim Sheikh said that talks with the Congress were on. "
        "Congress leader Dipak Sen said that talks with the ISF were on."
    )
    assert tellings(text, bengal) == ["talks INC+ISF Karim Sheikh", "talks INC+ISF Dipak Sen"]
