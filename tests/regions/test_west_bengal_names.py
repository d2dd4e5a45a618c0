"""The bundled parties and people: what they are called and for whom they speak, by date."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tieup.regions import Person, Region


def day(written: str) -> date:
    """'2021-05-02' as a date."""
    return date.fromisoformat(written)


def holders(region: Region, party: str, title: str, on: date) -> set[str]:
    """Who holds a party's post on that day."""
    return {
        person.name
        for person in region.people.values()
        for role in person.roles
        if (role.party, role.title) == (party, title) and role.holds_on(on)
    }


@pytest.mark.parametrize(
    ("on", "holder"),
    [
        ("2015-03-13", "Surjya Kanta Mishra"),
        ("2022-03-16", "Surjya Kanta Mishra"),
        ("2022-03-17", "Md Salim"),
        ("2026-04-01", "Md Salim"),
    ],
)
def test_mishra_then_salim_lead_the_cpim(bengal: Region, on: str, holder: str) -> None:
    assert holders(bengal, "CPIM", "state secretary", day(on)) == {holder}


@pytest.mark.parametrize(
    ("on", "holder"),
    [
        ("2016-03-07", "Adhir Ranjan Chowdhury"),
        ("2018-09-20", "Adhir Ranjan Chowdhury"),
        ("2018-09-21", "Somen Mitra"),
        ("2020-07-30", "Somen Mitra"),
        ("2020-09-09", "Adhir Ranjan Chowdhury"),
        ("2024-09-20", "Adhir Ranjan Chowdhury"),
        ("2024-09-21", "Subhankar Sarkar"),
        ("2025-12-28", "Subhankar Sarkar"),
    ],
)
def test_chowdhury_then_sarkar_lead_the_state_congress(
    bengal: Region, on: str, holder: str
) -> None:
    assert holders(bengal, "INC", "state president", day(on)) == {holder}


def test_who_holds_no_post_any_more_is_known_by_the_last(bengal: Region) -> None:
    mitra = bengal.people["Somen Mitra"]
    role = mitra.role_on(day("2020-07-31"))
    assert role == mitra.roles[-1]
    assert not role.holds_on(day("2020-07-31"))


@pytest.mark.parametrize(
    ("on", "party", "title", "planned"),
    [
        ("2019-05-01", "BJP", "leader", False),
        ("2020-08-06", "TMC", "leader", False),
        ("2021-05-02", "TMC", "MLA", False),
        ("2025-11-05", "TMC", "MLA", False),
        ("2025-11-06", "JUP", "rebel Trinamool MLA", True),
        ("2025-12-03", "JUP", "rebel Trinamool MLA", True),
        ("2025-12-04", "JUP", "suspended Trinamool MLA", True),
        ("2025-12-21", "JUP", "suspended Trinamool MLA", True),
        ("2025-12-22", "JUP", "chairman", False),
        ("2025-12-27", "JUP", "chairman", False),
        ("2026-05-04", "JUP", "chairman", False),
    ],
)
def test_for_whom_kabir_speaks(
    bengal: Region, on: str, party: str, title: str, *, planned: bool
) -> None:
    role = bengal.people["Humayun Kabir"].role_on(day(on))
    assert role is not None
    assert (role.party, role.title, role.planned) == (party, title, planned)


def test_whatever_the_press_calls_kabir_he_speaks_for_jup_from_its_launch(bengal: Region) -> None:
    role = bengal.people["Humayun Kabir"].role_on(day("2025-12-28"))
    assert role is not None
    assert "suspended Trinamool Congress leader" in role.styles
    assert role.party == "JUP"


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2025-12-21", "Humayun Kabir (party planned)"),
        ("2025-12-22", "Janata Unnayan Party"),
        ("2026-03-03", "Janata Unnayan Party"),
        ("2026-03-04", "Aam Janata Unnayan Party"),
    ],
)
def test_the_name_of_jup(bengal: Region, on: str, name: str) -> None:
    assert bengal.parties["JUP"].name_on(day(on)) == name


def test_a_party_is_found_by_any_of_its_names(bengal: Region) -> None:
    for given in ("JUP", "AJUP", "aam janata unnayan party", " jup "):
        assert bengal.party(given).id == "JUP"


@pytest.mark.parametrize(
    ("on", "members"),
    [
        ("2011-05-13", "CPIM AIFB RSP CPI RCPI(R) MFB BBC DSP(P) SP"),
        ("2016-05-19", "CPIM AIFB RSP CPI RCPI(R) MFB BBC DSP(P)"),
        ("2026-05-04", "CPIM AIFB RSP CPI RCPI(R) MFB BBC DSP(P)"),
    ],
)
def test_members_of_the_left_front(bengal: Region, on: str, members: str) -> None:
    front = bengal.parties["LF"]
    assert (front.kind, front.lead) == ("front", "CPIM")
    assert front.members_on(day(on)) == tuple(members.split())
    assert bengal.parties_of("LF", day(on)) == tuple(members.split())


@pytest.mark.parametrize(
    ("party", "on", "front"),
    [
        ("RSP", "2021-05-02", "LF"),
        ("SP", "2016-03-01", "LF"),
        ("SP", "2016-03-02", None),
        ("INC", "2021-05-02", None),  # in a bloc of the news, which is no front
        ("CPIML", "2026-05-04", None),
    ],
)
def test_the_front_of_a_party(bengal: Region, party: str, on: str, front: str | None) -> None:
    assert bengal.front_of(party, day(on)) == front


def test_a_bloc_holds_from_its_first_day_to_its_last(bengal: Region) -> None:
    morcha = bengal.parties["SM-2021"]
    assert morcha.members_on(day("2021-02-27")) == ()
    assert morcha.members_on(day("2021-02-28")) == ("LF", "INC", "ISF")
    assert morcha.members_on(day("2021-09-17")) == ("LF", "INC", "ISF")
    assert morcha.members_on(day("2021-09-18")) == ()


def turns(person: Person) -> list[date]:
    """The first day of every role, and the day after it ended."""
    starts = [role.since for role in person.roles if role.since]
    ends = [role.until + timedelta(days=1) for role in person.roles if role.until]
    return sorted({*starts, *ends})


def test_no_two_posts_of_a_person_hold_at_once(bengal: Region) -> None:
    for person in bengal.people.values():
        for earlier, later in pairwise(person.roles):
            assert earlier.until is not None, person.name
            assert later.since is not None, person.name
            assert earlier.until < later.since, person.name


def test_a_person_speaks_in_the_post_last_begun(bengal: Region) -> None:
    for person in bengal.people.values():
        for turn in turns(person):
            begun = [r for r in person.roles if r.since is None or r.since <= turn]
            assert person.role_on(turn) == (begun[-1] if begun else None), person.name


def test_before_a_first_post_there_is_none(bengal: Region) -> None:
    assert bengal.people["Simul Soren"].role_on(day("2021-01-20")) is None


def test_forms_are_nobody_else_s(bengal: Region) -> None:
    parties = [(f, p.id) for p in bengal.parties.values() for f in (*p.forms, *p.seats_of_power)]
    assert len({form for form, _ in parties}) == len(set(parties))
    people = [(f, p.name) for p in bengal.people.values() for f in (p.name, *p.forms)]
    assert len({form for form, _ in people}) == len(set(people))


def test_the_chronicle_is_dated_sourced_and_in_order(bengal: Region) -> None:
    dispatches = bengal.read_chronicle()
    assert len(dispatches) >= 40
    days = [dispatch.published for dispatch in dispatches]
    assert days == sorted(days)
    assert (days[0].year, days[-1].year) == (2016, 2026)
    for dispatch in dispatches:
        assert dispatch.is_dispatch
        assert {source.url.split(":")[0] for source in dispatch.sources} <= {"http", "https"}
