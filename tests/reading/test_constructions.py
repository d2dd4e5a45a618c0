"""Constructions that readers stumble over, each in several sentences of ours.

The people are made up and nobody said any of it; parties and places are real.
"""

import pytest

from tellings import Case, statements, tellings
from tieup.regions import Region

BY_DISTRICT = [
    Case(item="no seat here, ready there", text="ISF leader Karim Sheikh said that his party would not leave a single seat to the RSP in Basirhat, but that it was ready to ally with the Congress in Malda.", tells=("refuses ISF+RSP Karim Sheikh", "wants INC+ISF Karim Sheikh"), never=("wants ISF+RSP", "wants INC+RSP", "refuses INC+ISF")),
    Case(item="no question here, open there", text="AIMIM leader Farid Alam said that there was no question of an alliance with the JUP in Murshidabad, while his party was open to a pact with the Congress in Uttar Dinajpur.", tells=("refuses AIMIM+JUP Farid Alam", "wants AIMIM+INC Farid Alam"), never=("wants AIMIM+JUP", "refuses AIMIM+INC")),
    Case(item="in the speaker's own words", text='"In Nadia we will have no tie-up with the Congress, but in Birbhum we want an alliance with the CPI(M)," JUP leader Selim Mondal said.', tells=("refuses INC+JUP Selim Mondal", "wants CPIM+JUP Selim Mondal"), never=("refuses CPIM+JUP", "wants INC+JUP")),
]  # fmt: skip

A_PERSON = [
    Case(item="not as a party", text="ISF leader Karim Sheikh said that he would campaign for an old teacher and not for the CPI(M) as a party.", tells=("refuses CPIM+ISF Karim Sheikh",), never=("agrees",)),
    Case(item="individual support", text='"It is individual support and not for the Left Front as a whole," Congress leader Dipak Sen said.', tells=("refuses INC+LF Dipak Sen",), never=("agrees",)),
    Case(item="behind one, not behind the other", text="AIMIM leader Farid Alam said that his party stood behind that one woman and not behind the Congress.", tells=("refuses AIMIM+INC Farid Alam",), never=("agrees",)),
]  # fmt: skip

POINTERS = [
    Case(item="the latter insists", text="The Left Front met the ISF on Monday. The latter insisted on 30 seats.", tells=("demands ISF+LF ISF",)),
    Case(item="but the latter", text="The RSP wrote to the Congress, but the latter ruled out an alliance.", tells=("refuses INC+RSP INC",)),
    Case(item="the latter, a person", text="AIMIM leader Farid Alam met JUP leader Selim Mondal. The latter ruled out an alliance.", tells=("refuses AIMIM+JUP Selim Mondal",)),
    Case(item="the former", text="The CPI(M) held talks with the Congress. The former wants 25 seats.", tells=("demands CPIM+INC CPIM",)),
]  # fmt: skip

ALONE = [
    ("TMC", "INC", 'Trinamool leader Bishu Kar rejected an alliance with the Congress. "Our party will fight alone," he said.'),
    ("AIMIM", "ISF", 'AIMIM leader Farid Alam ruled out a pact with the ISF. "We shall contest alone," Alam said.'),
    ("AIFB", "ISF", 'Forward Bloc leader Haru Maity turned down a tie-up with the ISF. "We are going solo," Maity said.'),
]  # fmt: skip

OTHERS = [
    ("TMC", '"They will join hands with the BJP," Trinamool leader Bishu Kar said.'),
    ("BJP", 'BJP leader Nitai Pandit said, "He will ally with the Trinamool Congress."'),
    ("CPIM", 'CPI(M) leader Ranjan Pal said, "They will join forces with the BJP."'),
]

CLAIMED = [
    Case(item="his party in talks", text="ISF leader Karim Sheikh claimed that his party was in talks with the Congress.", tells=("claims INC+ISF Karim Sheikh",), never=("talks",)),
    Case(item="talks were on", text="AIMIM leader Farid Alam claimed that seat-sharing talks with the JUP were on.", tells=("claims AIMIM+JUP Farid Alam",), never=("talks",)),
    Case(item="an alliance in place", text="Congress leader Dipak Sen claimed that an understanding with the ISF was in place.", tells=("claims INC+ISF Dipak Sen",), never=("agrees",)),
]  # fmt: skip

SETTLE = [
    Case(item="for less", text="The RSP will not settle for less than 11 seats from the Left Front.", tells=("refuses LF+RSP RSP",), never=("demands",)),
    Case(item="in the speaker's own words", text='"We will not settle for fewer than 60 seats," Congress leader Dipak Sen told the Left Front.', tells=("refuses INC",), never=("demands",)),
    Case(item="refused to settle", text="The CPI refused to settle for fewer than eight seats in its talks with the CPI(M).", tells=("refuses CPI+CPIM CPI",), never=("demands",)),
    Case(item="not less is still asked", text="The RSP wants not less than 11 seats from the Left Front.", tells=("demands LF+RSP RSP",), never=("refuses",)),
]  # fmt: skip

DENIALS = [
    Case(item="has denied, we think otherwise", text='"The Congress has denied holding any talks with us, but we think otherwise," ISF leader Karim Sheikh said.', tells=("denies INC+ISF INC",), never=("denies INC+ISF Karim Sheikh",)),
    Case(item="a person's denial", text="JUP leader Selim Mondal said that Asaduddin Owaisi had dismissed reports of an alliance with the JUP.", tells=("denies AIMIM+JUP Asaduddin Owaisi",), never=("denies AIMIM+JUP Selim Mondal",)),
    Case(item="rubbished", text="CPI(M) leader Ranjan Pal said that the RSP had rubbished talk of a tie-up with the Congress.", tells=("denies INC+RSP RSP",), never=("denies INC+RSP Ranjan Pal",)),
    Case(item="his own", text="Congress leader Dipak Sen said that he denied any pact with the ISF.", tells=("denies INC+ISF Dipak Sen",)),
]  # fmt: skip

ACTING = [
    Case(item="wrote", text="Congress leader Dipak Sen wrote to the ISF seeking an alliance.", tells=("wants INC+ISF Dipak Sen",)),
    Case(item="an office named after the name", text="Ranjan Pal of the CPI(M) turned down an alliance with the JUP.", tells=("refuses CPIM+JUP Ranjan Pal",)),
    Case(item="the surname alone, later", text="RSP leader Haru Maity met reporters. Maity ruled out an alliance with the ISF.", tells=("refuses ISF+RSP Haru Maity",)),
    Case(item="the office of somebody whom the pack knows", text="JUP chairman Selim Mondal ruled out an alliance with the AIMIM.", tells=("refuses AIMIM+JUP Selim Mondal",), never=("refuses AIMIM+JUP Humayun Kabir",)),
]  # fmt: skip

OF_A_KIND = [
    Case(item="all forces opposed to two", text="ISF leader Karim Sheikh said that his call to all forces opposed to the Trinamool Congress and the BJP was still open.", never=("refuses", "ends", "agrees")),
    Case(item="parties opposed to one", text="Congress leader Dipak Sen said that parties opposed to the BJP were welcome.", never=("refuses",)),
    Case(item="opposed all the same", text="CPI(M) leader Ranjan Pal said that his party was opposed to an alliance with the JUP.", tells=("refuses CPIM+JUP Ranjan Pal",)),
    Case(item="like-minded parties, after a refusal", text="Trinamool leader Bishu Kar ruled out an alliance with the Congress. Like-minded parties must have an understanding at the national level, he said.", tells=("refuses INC+TMC Bishu Kar",), never=("wants INC+TMC",)),
    Case(item="could, and would not", text="JUP leader Selim Mondal said that his party could contest every seat on its own strength.", never=("refuses",)),
]  # fmt: skip

AT_BAY = [
    Case(item="at bay", text="The ISF wants an alliance with the Congress to keep the BJP at bay.", tells=("wants INC+ISF ISF",), never=("wants BJP", "wants INC>", "wants ISF>")),
    Case(item="the ouster of", text="The Left Front and the ISF have joined hands for the ouster of the Trinamool Congress.", tells=("agrees ISF+LF report",), never=("agrees ISF+TMC", "agrees LF+TMC", "agrees ISF+LF+TMC")),
    Case(item="dethrone", text="The RSP and the CPI agreed to fight together and dethrone the BJP government.", tells=("agrees CPI+RSP report",), never=("agrees BJP", "agrees CPI>", "agrees RSP>")),
    Case(item="held by", text="The Congress agreed to leave 30 seats to the ISF in districts held by the Trinamool Congress.", tells=("agrees INC+ISF report",), never=("agrees INC+TMC", "agrees INC>", "agrees ISF+TMC")),
    Case(item="at a distance from", text="The CPI and the RSP will fight the hill seats together, at a distance from the BJP and the Trinamool Congress both.", tells=("agrees CPI+RSP report",), never=("agrees BJP", "agrees CPI+TMC", "agrees RSP+TMC")),
    Case(item="without", text="The JUP is ready for a tie-up with the AIMIM, without the Congress.", tells=("wants AIMIM+JUP JUP",), never=("wants AIMIM+INC", "wants INC", "wants JUP>")),
]  # fmt: skip

ITS = [
    Case(item="its pact stands", text="The Congress named its candidates on Monday. Its pact with the ISF stands.", tells=("agrees INC+ISF report",)),
    Case(item="its talks, after another's", text="The RSP met the CPI on Sunday. The Left Front then published a list. Its seat-sharing with the JUP continues.", tells=("agrees JUP+LF report",), never=("agrees CPI", "agrees JUP+RSP")),
    Case(item="their alliance, of whom is named first", text="The AIMIM will stand in Malda against the Trinamool Congress. Its alliance with the JUP is in place.", tells=("agrees AIMIM+JUP report",), never=("agrees JUP+TMC",)),
]  # fmt: skip

ONE_SIDE = [
    Case(item="a front's own leader", text="The Left Front, whose Ranjan Pal of the CPI(M) won it, is not willing to leave the seat to the Congress.", tells=("refuses INC+LF",), never=("refuses CPIM+LF", "refuses INC>CPIM")),
    Case(item="met and discussed", text="Left Front chairman Biman Bose met the Congress. While an alliance was being discussed with the CPI(M), he said nothing.", tells=("talks INC+LF",), never=("talks CPIM+LF", "wants CPIM+LF")),
    Case(item="the front's committee", text="CPI(M) leader Ranjan Pal said that the Left Front was open to an alliance with the ISF.", tells=("wants ISF+LF Ranjan Pal",), never=("wants CPIM+LF",)),
]  # fmt: skip


CASES = [
    *AT_BAY,
    *ITS,
    *ONE_SIDE,
    *BY_DISTRICT,
    *A_PERSON,
    *POINTERS,
    *CLAIMED,
    *SETTLE,
    *DENIALS,
    *ACTING,
    *OF_A_KIND,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.item)
def test_construction(case: Case, bengal: Region) -> None:
    case.check(bengal)


@pytest.mark.parametrize(("own", "other", "text"), ALONE)
def test_going_alone_right_after_a_refusal_is_of_one(
    own: str, other: str, text: str, bengal: Region
) -> None:
    refused = [set(s.parties) for s in statements(text, bengal) if s.act == "refuses"]
    assert refused == [{own, other}, {own}]


@pytest.mark.parametrize(("own", "text"), OTHERS)
def test_what_is_said_of_others_is_not_about_the_speaker(
    own: str, text: str, bengal: Region
) -> None:
    found = statements(text, bengal)
    assert found
    assert all(own not in s.parties for s in found)


def test_what_others_do_with_us_is(bengal: Region) -> None:
    text = '"They will join hands with us," BJP leader Nitai Pandit said of the Forward Bloc.'
    assert all("BJP" in s.parties for s in statements(text, bengal))


def test_a_quote_does_not_break_off_before_how_long_after(bengal: Region) -> None:
    text = (
        "The AIMIM said that it wanted a tie-up with the JUP in some seats, four days after its "
        "spokesman had ruled one out."
    )
    quotes = [s.quote for s in statements(text, bengal) if s.act == "wants"]
    assert quotes == ["it wanted a tie-up with the JUP in some seats"]


def test_a_denial_that_another_tells_is_in_nobodys_own_words(bengal: Region) -> None:
    text = '"The Congress denies any pact with us," ISF leader Karim Sheikh said.'
    assert [(s.speaker, s.mode) for s in statements(text, bengal)] == [("INC", "indirect")]
    assert tellings(text, bengal) == ["denies INC+ISF INC"]
