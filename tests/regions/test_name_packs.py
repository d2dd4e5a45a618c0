"""The bundled packs of names: five states whose press is read without returns of theirs."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tieup.regions import NoReturnsError, bundled, load_region

STATES = ("assam", "bihar", "maharashtra", "tamil-nadu", "uttar-pradesh")
#: An election's id: an assembly's, or a Lok Sabha's in a state.
ELECTION = r"{0}-\d{{4}}|LS-\d{{4}}-{0}"


def test_they_are_bundled_and_the_country_is_no_region() -> None:
    assert {*STATES, "west-bengal"} <= bundled().keys()
    assert "india" not in bundled()


@pytest.mark.parametrize("state", STATES)
def test_a_state_has_names_and_no_returns(state: str) -> None:
    region = load_region(state)
    assert (region.id, region.country) == (state, "india")
    assert region.constituencies == {}
    assert len(region.districts) > 20
    assert len(region.people) > len(load_region("west-bengal").people) / 3
    for election in region.elections:
        assert re.fullmatch(ELECTION.format(region.prefix), election)
        with pytest.raises(NoReturnsError):
            region.returns(election)


@pytest.mark.parametrize("state", STATES)
def test_a_state_s_elections_go_on(state: str) -> None:
    region = load_region(state)
    kinds = {election.kind for election in region.elections.values()}
    assert kinds == {"assembly", "lok-sabha"}
    assert region.next_election(date(2019, 1, 1)).counted.year == 2019
    assert region.next_election(date(2024, 7, 1), "assembly").counted >= date(2024, 7, 1)


def test_tmc_is_another_party_in_tamil_nadu() -> None:
    tamil_nadu, bengal = load_region("tamil-nadu"), load_region("west-bengal")
    assert "TMC" in tamil_nadu.parties["TMCM"].forms
    assert "TMC" not in tamil_nadu.parties["TMC"].forms
    assert "TMC" in bengal.parties["TMC"].forms


@pytest.mark.shared
def test_ids_are_those_of_the_annotations(shared: Path) -> None:
    ids = json.loads((shared / "gold" / "ids.json").read_text(encoding="utf-8"))["parties"]
    regions = [load_region(name) for name in bundled()]
    known = {party for region in regions for party in region.parties}
    assert ids.keys() <= known
    for region in regions:
        for party in region.parties.values():
            named = {i for i, name in ids.items() if party.name.casefold() == name.casefold()}
            assert named <= {party.id}, (region.id, party.id)
