"""Negation, what it takes back and what it takes out, each in several sentences of ours.

The people are made up and nobody said any of it; the parties are real.
"""

import pytest

from tellings import Case, tellings
from tieup.regions import Region

UNDONE = [
    Case(item="never sought", text="The RSP never sought ten seats from the Left Front, RSP leader Anil Roy said.", tells=("denies LF+RSP Anil Roy",), never=("demands", "wants")),
    Case(item="denied having asked", text="Congress leader Dipak Sen denied that his party had asked the ISF for Jangipur.", tells=("denies INC+ISF Dipak Sen",), never=("demands", "wants")),
    Case(item="not broken", text="Forward Bloc leader Haru Maity said that the alliance of the Forward Bloc and the Congress had not broken down.", tells=("denies AIFB+INC Haru Maity",), never=("ends", "agrees")),
    Case(item="not snapped", text="The AIMIM has not snapped its ties with the JUP, AIMIM leader Farid Alam said.", tells=("denies AIMIM+JUP Farid Alam",), never=("ends",)),
    Case(item="neither, nor", text="Neither the CPI(M) nor the JUP has sent the other any proposal or spoken of seats, JUP leader Selim Mondal said.", tells=("denies CPIM+JUP Selim Mondal",), never=("talks", "wants")),
    Case(item="nobody asked", text="ISF leader Karim Sheikh said that nobody in his party had asked the Trinamool Congress for a tie-up.", tells=("denies ISF+TMC Karim Sheikh",), never=("wants", "demands")),
    Case(item="no meeting", text="There had been no meeting on seats of the Congress and the RSP, Congress leader Dipak Sen said.", tells=("denies INC+RSP Dipak Sen",), never=("talks",)),
    Case(item="not one round", text="The ISF and the JUP have not held even a single round of talks, ISF leader Karim Sheikh said.", tells=("denies ISF+JUP Karim Sheikh",), never=("talks",)),
    Case(item="not true that", text="It was not true that the RSP meant to quit the Left Front, RSP leader Anil Roy said.", tells=("denies LF+RSP Anil Roy",), never=("ends", "refuses")),
]  # fmt: skip

TWICE = [
    Case(item="declined to rule out", text="Congress leader Dipak Sen declined to rule out a pact with the JUP.", tells=("wants INC+JUP Dipak Sen",), never=("refuses",)),
    Case(item="door not closed", text="ISF leader Karim Sheikh said that the ISF had not closed the door on the Congress.", tells=("wants INC+ISF Karim Sheikh",), never=("refuses",)),
    Case(item="nothing against", text="RSP leader Anil Roy said that his party had nothing against a tie-up with the Congress.", tells=("wants INC+RSP Anil Roy",), never=("refuses",)),
    Case(item="not say no", text='"We will not say no to an alliance with the ISF," CPI(M) leader Ranjan Pal said.', tells=("wants CPIM+ISF Ranjan Pal",), never=("refuses",)),
    Case(item="not as if never", text="JUP leader Selim Mondal said it was not that the JUP would never ally with the AIMIM.", tells=("wants AIMIM+JUP Selim Mondal",), never=("refuses",)),
    Case(item="could not be ruled out", text="AIMIM leader Farid Alam said that a joint fight with the ISF could not be ruled out.", tells=("wants AIMIM+ISF Farid Alam",), never=("refuses",)),
]  # fmt: skip

TAKEN_OUT = [
    Case(item="nobody except", text="JUP leader Selim Mondal said that the JUP would have no tie-up with anyone except the ISF.", tells=("wants ISF+JUP Selim Mondal",), never=("refuses ISF+JUP",)),
    Case(item="none other than", text="Forward Bloc leader Haru Maity said that the Forward Bloc would tie up with none other than the Congress.", tells=("wants AIFB+INC Haru Maity",), never=("refuses AIFB+INC",)),
    Case(item="anyone save", text="Congress leader Dipak Sen said that the Congress could work with anyone save the BJP and the Trinamool Congress.", tells=("refuses INC>BJP+TMC Dipak Sen",), never=("wants BJP+INC", "wants INC+TMC")),
    Case(item="apart from, in front", text="Apart from the Trinamool Congress, the RSP is open to all parties, RSP leader Anil Roy said.", tells=("refuses RSP+TMC Anil Roy",), never=("wants RSP+TMC",)),
    Case(item="everyone but", text="AIMIM leader Farid Alam said that the AIMIM was ready to work with everyone but the BJP.", tells=("refuses AIMIM+BJP Farid Alam",), never=("wants AIMIM+BJP",)),
]  # fmt: skip

ASKED = [
    Case(item="who would", text='"Who with any self-respect would ally with the AIMIM?" JUP leader Selim Mondal asked.', tells=("refuses AIMIM+JUP Selim Mondal",), never=("wants", "claims")),
    Case(item="what did we gain", text='"What did we gain from our pact with the Congress?" RSP leader Anil Roy said.', tells=("refuses INC+RSP Anil Roy",), never=("agrees", "wants")),
    Case(item="how can one", text='"How can anyone ask us to go with the ISF?" Congress leader Dipak Sen said.', tells=("refuses INC+ISF Dipak Sen",), never=("wants",)),
]  # fmt: skip

CROSSED = [
    "Four leaders of the Congress joined the Trinamool Congress on Saturday.",
    "A former RSP councillor joined the ISF in Canning.",
    "Many supporters of the CPI(M) switched to the BJP before the polls.",
]


@pytest.mark.parametrize("case", [*UNDONE, *TWICE, *TAKEN_OUT, *ASKED], ids=lambda case: case.item)
def test_negation(bengal: Region, case: Case) -> None:
    case.check(bengal)


@pytest.mark.parametrize("text", CROSSED)
def test_who_changes_sides_allies_no_parties(bengal: Region, text: str) -> None:
    assert not tellings(text, bengal)
