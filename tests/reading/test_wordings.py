"""How the press words it: acts, speakers, days, elections, lists and words that point back.

One table a kind, each row a wording in a sentence of ours; people are made up and nobody said any of it.
"""

from datetime import date

import pytest

from tellings import DAY, Case, statements, tellings
from tieup.regions import Region
from tieup.statements import REPORT

ISF, INC = "ISF leader Karim Sheikh", "Congress leader Dipak Sen"

#: Act, parties, and each wording of it.
ACTS: tuple[tuple[str, str], ...] = (
    ("wants INC+LF", "The Congress voiced a desire for a tie-up with the Left Front."),
    ("wants INC+ISF", "The ISF is keen on an understanding with the Congress."),
    ("wants INC+ISF", "The ISF is open to an alliance with the Congress."),
    ("wants INC+LF", "The doors of the Congress are open for an alliance with the Left Front."),
    ("wants CPIM+JUP", "The CPI(M) has not ruled out an understanding with the JUP."),
    ("wants ISF+JUP", "The JUP invited the ISF to join it in an alliance."),
    ("wants INC+ISF", "The ISF wrote a letter to the Congress seeking talks on an alliance."),
    ("wants AIMIM+INC", "The AIMIM has sent feelers to the Congress for an alliance."),
    ("wants INC+LF", "The state Congress is in favour of an alliance with the Left Front."),
    ("wants AIMIM+JUP", "The JUP is willing to ally with the AIMIM."),
    ("wants CPIM+ISF", "The CPI(M) is optimistic of a tie-up with the ISF."),
    ("wants ISF+LF", "The Left Front is ready to give 30 seats to the ISF."),
    ("wants INC+ISF", "The ISF is prepared to make sacrifices for an alliance with the Congress."),
    ("wants AIMIM+INC", f"{INC} said that the AIMIM would be welcome in the alliance with the Congress."),
    ("talks INC+LF", "Talks between the Congress and the Left Front are under way."),
    ("talks ISF+LF", "The Left Front and the ISF have begun discussions on seats."),
    ("talks INC+ISF", "The ISF and the Congress met to hammer out a seat-sharing formula."),
    ("talks CPIM+INC", "The CPI(M) and the Congress held a third round of seat-sharing talks."),
    ("talks AIMIM+JUP", "The AIMIM and the JUP held a closed-door meeting on an alliance."),
    ("talks AIMIM+JUP", "The JUP is in touch with the AIMIM over an alliance."),
    ("talks ISF+LF", "The seat-sharing talks of the Left Front and the ISF have hit a deadlock."),
    ("talks INC+LF", "There is no consensus on 20 seats yet between the Congress and the Left Front."),
    ("talks ISF+LF", "The ISF and the Left Front met again, but failed to reach an agreement."),
    ("talks INC+ISF", "The Congress formed a panel for seat-sharing talks with the ISF."),
    ("talks INC+LF", "The seat talks between the Congress and the Left Front are 80% complete."),
    ("agrees CPIM+INC", "The CPI(M) and the Congress sealed a pact for the polls."),
    ("agrees ISF+LF", "The Left Front and the ISF finalised their seat-sharing deal."),
    ("agrees INC+LF", "The Congress and the Left Front have forged an alliance."),
    ("agrees INC+LF", "The Congress and the Left Front will fight together."),
    ("agrees ISF+LF", "The Left Front spared 30 seats for the ISF."),
    ("agrees INC+LF", "The Congress settled for 92 seats in the deal with the Left Front."),
    ("agrees AIMIM+JUP", "The AIMIM and the JUP tied up for the polls."),
    ("agrees BGPM+TMC", "The Trinamool left three seats to its alliance partner, the BGPM."),
    ("denies INC+JUP", f"{INC} said no discussion on an alliance was held with the JUP."),
    ("denies ISF+JUP", f"{ISF} said no one from the JUP had contacted him with a proposal for an alliance."),
    ("denies AIMIM+ISF", f"{ISF} said that his party did not enter into any alliance with the AIMIM."),
    ("denies INC+ISF", f'"We did not speak to the Congress about an alliance," {ISF} said.'),
    ("denies AIMIM+TMC", "The AIMIM said that reports of an alliance with the Trinamool were false."),
    ("denies CPIM+JUP", "The CPI(M) said that the meeting with the JUP was a courtesy call."),
    ("denies INC+TMC", "The Congress dismissed rumours of an alliance with the Trinamool."),
    ("refuses INC+TMC", "The Trinamool ruled out an alliance with the Congress."),
    ("refuses BJP+ISF", f"There is no question of an alliance with the BJP, {ISF} said."),
    ("refuses TMC", "The Trinamool Congress will go it alone in the assembly polls."),
    ("refuses INC", "The Congress will contest all 294 seats on its own."),
    ("refuses INC+TMC", "The Trinamool turned down the appeal of the Congress for an alliance."),
    ("refuses BJP+ISF", f'"We will never ally with the BJP," {ISF} said.'),
    ("refuses BJP+CPIM", "The CPI(M) said that an alliance with the BJP was out of the question."),
    ("refuses ISF+RSP", "The RSP objected to any pact with the ISF."),
    ("ends INC+LF", "The Congress snapped its ties with the Left Front."),
    ("ends AIMIM+JUP", "The AIMIM walked out of its alliance with the JUP."),
    ("ends AIMIM+JUP", "The AIMIM broke its alliance with the JUP."),
    ("ends INC+LF", "The Congress and the Left Front parted ways."),
    ("ends INC+LF", "The alliance of the Congress and the Left Front collapsed."),
    ("ends AIMIM+JUP", "The AIMIM pulled out of the alliance with the JUP."),
    ("waits INC+TMC", "The Congress is yet to decide on an alliance with the Trinamool."),
    ("waits INC+LF", "The final call on an alliance with the Left Front rests with the Congress high command."),
    ("waits INC+ISF", "The Congress has not replied to the letter of the ISF on an alliance."),
    ("waits AIMIM+JUP", "No final decision has been taken on an alliance of the AIMIM with the JUP."),
    ("waits INC+JUP", f"{INC} said it was too early to speak of an alliance with the JUP."),
    ("demands ISF+LF", "The ISF wants 40 seats from the Left Front."),
    ("demands ISF+LF", "The ISF has submitted a list of 44 seats to the Left Front."),
    ("demands INC+LF", "The Congress demanded that the Left Front withdraw its candidate in Domkal."),
    ("demands ISF+LF", f'"If our demand is not met, we will leave the alliance with the Left Front," {ISF} said.'),
    ("demands INC+LF", "The Left Front must make the first move for an alliance, the Congress said."),
    ("demands INC+LF", "The Congress wants a minimum of 90 seats from the Left Front."),
    ("claims INC+JUP", "JUP leader Selim Mondal claimed that he was in talks with the Congress on an alliance."),
    ("claims AIMIM+JUP", 'JUP leader Selim Mondal said, "The AIMIM will be with me, for sure."'),
    ("claims ISF+JUP", 'JUP leader Selim Mondal said, "The ISF and I are joining forces."'),
)  # fmt: skip

SPEAKERS = [
    Case(item="role before the name", text=f"{ISF} said that talks with the Congress were on.", tells=("talks INC+ISF Karim Sheikh",)),
    Case(item="role after the name", text="Karim Sheikh, the ISF's state secretary, said that talks with the Congress were on.", tells=("talks INC+ISF Karim Sheikh",)),
    Case(item="after the clause", text="Talks with the Congress are on, Karim Sheikh, an ISF leader, said.", tells=("talks INC+ISF Karim Sheikh",)),
    Case(item="said before the name", text="Talks with the Congress are on, said ISF leader Karim Sheikh, who is also a lawyer.", tells=("talks INC+ISF Karim Sheikh",)),
    Case(item="surname later", text=f"{ISF} met reporters. Sheikh said that talks with the Congress were on.", tells=("talks INC+ISF Karim Sheikh",)),
    Case(item="a central committee", text="The CPI(M) central committee said that it was open to an alliance with the Congress.", tells=("wants CPIM+INC CPIM",)),
    Case(item="a tweet", text="The Congress tweeted that it had ended the alliance with the Left Front.", tells=("ends INC+LF INC",)),
    Case(item="two voices", text=f"{ISF} and {INC} told a joint press conference that the ISF and the Congress would fight together.", tells=("agrees INC+ISF Karim Sheikh", "agrees INC+ISF Dipak Sen")),
    Case(item="quoted by a newspaper", text=f"{ISF} was quoted by a newspaper as saying that talks with the Congress were on.", tells=("talks INC+ISF Karim Sheikh",)),
    Case(item="told an agency", text=f"{ISF} told PTI that talks with the Congress were on.", tells=("talks INC+ISF Karim Sheikh",)),
    Case(item="an agency's dateline", text="Kolkata, Jan 15 (PTI) The ISF and the Left Front have sealed a pact for the polls.", tells=("agrees ISF+LF report",)),
    Case(item="sources in", text="Sources in the Congress said that talks with the ISF were on.", tells=("talks INC+ISF unnamed:INC",)),
    Case(item="a senior leader", text="A senior Congress leader said that talks with the ISF were on.", tells=("talks INC+ISF unnamed:INC",)),
    Case(item="on condition of anonymity", text="A CPI(M) leader said on condition of anonymity that talks with the ISF were on.", tells=("talks CPIM+ISF unnamed:CPIM",)),
    Case(item="a functionary", text="An AIMIM functionary said that talks with the JUP were on.", tells=("talks AIMIM+JUP unnamed:AIMIM",)),
    Case(item="two senior leaders", text="Two senior Congress leaders said that talks with the ISF were on.", tells=("talks INC+ISF unnamed:INC",)),
    Case(item="a member who refused to be named", text="A CPI(M) central committee member who refused to be named said that talks with the Congress were on.", tells=("talks CPIM+INC unnamed:CPIM",)),
    Case(item="is learnt to", text="The ISF is learnt to be keen on an alliance with the Congress.", tells=("wants INC+ISF",)),
]  # fmt: skip

LISTS = [
    Case(item="X, Y and Z", text="The Congress, the Left Front and the ISF have forged an alliance.", tells=("agrees INC+ISF+LF report",)),
    Case(item="X, Y or Z under no", text="The ISF will have no alliance with the BJP, the Trinamool or the AIMIM.", tells=("refuses ISF>AIMIM+BJP+TMC ISF",)),
    Case(item="joined by hyphens", text="The Left-Congress-ISF alliance is in place.", tells=("agrees INC+ISF+LF report",)),
    Case(item="a hub", text="The Left Front wants an alliance with the Congress and the ISF.", tells=("wants LF>INC+ISF LF",)),
    Case(item="after A, B too", text="After the Congress, the ISF too refused an alliance with the JUP.", tells=("refuses ISF+JUP ISF",)),
]  # fmt: skip

POINTERS = [
    Case(item="the two", text="The ISF and the Congress met in Kolkata. The two agreed on 20 seats.", tells=("agrees INC+ISF report",)),
    Case(item="both", text="Talks of the ISF and the Congress went on. Both agreed on a seat-sharing formula.", tells=("agrees INC+ISF",)),
    Case(item="with us", text=f'"No leader of the Congress has spoken to us about an alliance," {ISF} said.', tells=("denies INC+ISF Karim Sheikh",)),
    Case(item="it", text="The Congress held talks with the JUP. It said that it was open to an alliance.", tells=("wants INC+JUP",)),
    Case(item="such a proposal", text=f"The JUP proposed an alliance to the ISF. {ISF} said the ISF had received no such proposal.", tells=("denies ISF+JUP Karim Sheikh",)),
    Case(item="this alliance", text="The Congress and the ISF sealed an alliance. The RSP opposed this alliance.", tells=("agrees INC+ISF", "refuses ")),
    Case(item="they", text="The ISF and the Congress sat for talks. They will fight the polls together.", tells=("agrees INC+ISF",)),
    Case(item="we are allied", text=f'"We still think that we are allied with the AIMIM," {ISF} said.', tells=("claims AIMIM+ISF Karim Sheikh",)),
    Case(item="his party", text=f"{ISF} said that his party was in talks with the Congress.", tells=("talks INC+ISF Karim Sheikh",)),
]  # fmt: skip


@pytest.mark.parametrize(("telling", "text"), ACTS, ids=lambda value: value)
def test_wording_of_an_act(telling: str, text: str, bengal: Region) -> None:
    found = tellings(text, bengal)
    assert any(one.startswith(f"{telling} ") for one in found), found


def test_a_refusal_to_settle_for_fewer(bengal: Region) -> None:
    text = "The ISF will not settle for fewer than 20 seats from the Left Front."
    assert tellings(text, bengal) == ["refuses ISF+LF ISF"]


@pytest.mark.parametrize("case", [*SPEAKERS, *LISTS, *POINTERS], ids=lambda case: case.item)
def test_speaker_list_or_pointer(case: Case, bengal: Region) -> None:
    case.check(bengal)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("on Sunday", date(2026, 1, 11)),
        ("on Thursday", date(2026, 1, 15)),
        ("on Wednesday", date(2026, 1, 14)),
        ("today", date(2026, 1, 15)),
        ("yesterday", date(2026, 1, 14)),
        ("four days ago", date(2026, 1, 11)),
        ("on January 12", date(2026, 1, 12)),
    ],
)
def test_the_day_of_speech(when: str, day: date, bengal: Region) -> None:
    text = f"{ISF} said {when} that talks with the Congress were under way."
    assert {s.said_on for s in statements(text, bengal, DAY)} == {day}


def test_a_day_after_is_counted_from_the_other(bengal: Region) -> None:
    text = (
        f"{ISF} on Sunday denied any alliance with the JUP, a day after JUP leader Selim Mondal "
        "claimed that an alliance with the ISF was certain."
    )
    days = {s.speaker: s.said_on for s in statements(text, bengal)}
    assert days["Selim Mondal"] == date(2026, 1, 10)


def test_a_deadline_is_ahead(bengal: Region) -> None:
    text = f"{ISF} asked the Left Front to respond to its demand of 40 seats by Sunday."
    assert date(2026, 1, 18).isoformat() in {str(s.deadline) for s in statements(text, bengal)}


@pytest.mark.parametrize(
    ("words", "day", "election"),
    [
        ("for next year's polls", date(2025, 12, 10), "WB-2026"),
        ("for the coming Assembly polls", DAY, "WB-2026"),
        ("for the ensuing Assembly elections", date(2021, 1, 10), "WB-2021"),
        ("for the 2021 Assembly polls", DAY, "WB-2021"),
        ("for the last Lok Sabha polls", DAY, "LS-2024-WB"),
        ("this time", DAY, "WB-2026"),
    ],
)
def test_the_election_meant(words: str, day: date, election: str, bengal: Region) -> None:
    text = f"The Congress and the Left Front have sealed a pact {words}."
    assert {s.election for s in statements(text, bengal, day)} == {election}


def test_the_report_speaks_where_nobody_does(bengal: Region) -> None:
    text = "The Congress and the Left Front have sealed a pact."
    assert {s.speaker for s in statements(text, bengal)} == {REPORT}
