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


def test_an_id_is_one_party_in_all_states() -> None:
    """The Left alone is each state's own: a front in West Bengal, an umbrella elsewhere."""
    names: dict[str, set[str]] = {}
    for state in bundled():
        for party in load_region(state).parties.values():
            bare = re.sub(r"\s+(?:\(|of ).*", "", party.name)
            names.setdefault(party.id, set()).add(bare)
    several = {party: known for party, known in names.items() if len(known) > 1}
    assert several == {"LF": {"Left Front", "Left parties"}}


def test_a_party_of_several_states_stands_once() -> None:
    """AGP is Assam's, and written down in the country's file, since Bengal's press names it, too."""
    for party, home in (("AGP", "assam"), ("HAM", "bihar"), ("VBA", "maharashtra")):
        for state in (*STATES, "west-bengal"):
            assert load_region(state).parties[party].home == home
    assert "A.G.P." in load_region("assam").parties["AGP"].forms
    assert "A.G.P." not in load_region("bihar").parties["AGP"].forms


def test_nobody_stands_in_two_packs() -> None:
    """Who speaks in two states is the country's, and has one party on any day."""
    packs = [name for name in bundled() if load_region(name).country == "india"]
    country = {*load_region("west-bengal").people} & {*load_region("tamil-nadu").people}
    for name in {name for state in packs for name in load_region(state).people} - country:
        assert sum(name in load_region(state).people for state in packs) == 1, name
    for name in country:
        for day in (date(2020, 6, 1), date(2023, 6, 1), date(2026, 1, 15)):
            roles = [load_region(state).people[name].role_on(day) for state in packs]
            assert len({role.party for role in roles if role}) <= 1, (name, day)


@pytest.mark.parametrize(
    ("state", "bloc", "day", "members", "others"),
    [
        ("bihar", "MGB", date(2019, 4, 1), {"RJD", "INC", "RLSP", "VIP"}, {"JDU", "CPIML"}),
        ("bihar", "MGB", date(2023, 1, 1), {"RJD", "JDU", "CPIML", "HAM"}, {"VIP"}),
        ("bihar", "NDA", date(2020, 10, 20), {"BJP", "JDU", "VIP", "HAM"}, {"LJP", "RLSP"}),
        ("bihar", "NDA", date(2025, 10, 1), {"LJPRV", "RLM", "HAM"}, {"VIP", "RLJP", "LJP"}),
        ("maharashtra", "MVA", date(2020, 1, 1), {"INC", "NCP", "SHS"}, {"NCPSP", "SHSUBT"}),
        ("maharashtra", "MVA", date(2022, 8, 1), {"INC", "NCP", "SHSUBT"}, {"SHS"}),
        ("maharashtra", "MVA", date(2024, 11, 1), {"INC", "NCPSP", "SHSUBT"}, {"NCP", "SHS"}),
        ("maharashtra", "NDA", date(2023, 8, 1), {"BJP", "SHS", "NCP"}, {"NCPSP"}),
        ("tamil-nadu", "SPA", date(2021, 4, 1), {"DMK", "INC", "VCK", "CPIM"}, {"PMK", "AIADMK"}),
        ("tamil-nadu", "NDA", date(2024, 4, 1), {"BJP", "PMK"}, {"AIADMK"}),
        ("uttar-pradesh", "INDIA", date(2024, 1, 1), {"SP", "INC", "RLD"}, {"BSP"}),
        ("uttar-pradesh", "NDA", date(2024, 4, 1), {"BJP", "RLD", "SBSP"}, {"SP", "ADK"}),
    ],
)
def test_a_bloc_has_its_members_of_the_day(
    state: str, bloc: str, day: date, members: set[str], others: set[str]
) -> None:
    known = set(load_region(state).parties_of(bloc, day))
    assert members <= known
    assert not others & known


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
