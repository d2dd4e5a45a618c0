"""Demands as people write them, and what is said of those that can't be read."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.deals import (
    Balance,
    Cap,
    DealError,
    Friendly,
    Must,
    Never,
    OnRecord,
    Quota,
    Reserved,
    Sitting,
    on_record,
    parse_demands,
    parse_ladder,
    parse_pair,
    parse_swaps,
)
from tieup.regions import Region, UnknownNameError
from tieup.statements import Statement
from tieup.vocabulary import Act, Kind


def test_a_pair_is_of_two(bengal: Region) -> None:
    assert parse_pair(bengal, "LF + Congress") == ("LF", "INC")
    for text in ("LF", "LF+INC+ISF", "LF+LF", "LF+LF+INC"):
        with pytest.raises(DealError, match="can't be read; write it as LF"):
            parse_pair(bengal, text)
    with pytest.raises(UnknownNameError):
        parse_pair(bengal, "LF+nobody")


def test_every_form_is_read(bengal: Region) -> None:
    found = parse_demands(
        bengal,
        quota=["ISF = 30..45", "LF=120", "INC=..92", "ISF=5.."],
        must=["ISF=Bhangar,101"],
        never=["Congress=12"],
        reserve=["INC+LF=12, 13"],
        balance=["INC@Malda=3..8"],
        both=["LF+INC=46,56", "LF+ISF"],
        sitting=True,
        changes=4,
    )
    assert found.all == (
        Quota(partner="ISF", least=30, most=45),
        Quota(partner="LF", least=120, most=120),
        Quota(partner="INC", least=0, most=92),
        Quota(partner="ISF", least=5, most=None),
        Must(partner="ISF", seats=("Bhangar", "101")),
        Never(partner="INC", seats=("12",)),
        Reserved(partners=("INC", "LF"), seats=("12", "13")),
        Balance(partner="INC", district="Malda", least=3, most=8),
        Sitting(),
        Cap(most=4),
    )
    assert found.friendly == (
        Friendly(partners=("LF", "INC"), seats=("46", "56")),
        Friendly(partners=("LF", "ISF")),
    )


@given(least=st.integers(0, 500), more=st.integers(0, 500))
def test_ranges_come_back(bengal: Region, least: int, more: int) -> None:
    text = f"ISF={least}..{least + more}"
    (quota,) = parse_demands(bengal, quota=[text]).all
    assert quota == Quota(partner="ISF", least=least, most=least + more)
    assert parse_ladder(bengal, text) == ("ISF", least, least + more)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("quota", "ISF"),
        ("quota", "ISF=many"),
        ("quota", "ISF=.."),
        ("quota", "ISF=-3"),
        ("quota", "ISF=" + "9" * 5000),
        ("must", "=12"),
        ("never", "INC="),
        ("never", "INC=,"),
        ("balance", "INC=3..8"),
        ("balance", "@Malda=3"),
        ("both", "LF=12"),
        ("both", "LF+LF=12"),
        ("both", "LF+INC="),
        ("both", "LF+INC=,"),
        ("reserve", "INC+LF"),
        ("reserve", "INC+LF=,"),
    ],
)
def test_what_can_not_be_read_is_told_with_an_example(bengal: Region, kind: str, text: str) -> None:
    with pytest.raises(DealError, match="can't be read; write it as "):
        parse_demands(bengal, **{kind: [text]})  # type: ignore[arg-type]


def test_swaps_and_ladders(bengal: Region) -> None:
    assert parse_swaps(bengal, ["Bhangar=INC", "101=LF+ISF"]) == {
        "Bhangar": ("INC",),
        "101": ("LF", "ISF"),
    }
    with pytest.raises(DealError, match=r"ladder 'ISF=30\.\.' can't be read"):
        parse_ladder(bengal, "ISF=30..")
    with pytest.raises(UnknownNameError, match="unknown party 'XYZW'"):
        parse_swaps(bengal, ["Bhangar=XYZW"])


def said(
    seats: dict[str, int], day: int, *, election: str = "WB-2026", background: bool = False
) -> Statement:
    return Statement(
        kind=Kind.ALLIANCE,
        article="a",
        content_id="a_1",
        election=election,
        background=background,
        published=date(2026, 1, day),
        quote="seats",
        start=day,
        end=day + 5,
        seats=seats,
        reader="rules/1",
        confidence=0.9,
        why="",
    )


@pytest.mark.parametrize(
    ("act", "parties", "kind", "found"),
    [
        (Act.DEMANDS, ("ISF", "LF"), Kind.ALLIANCE, {"asked": 40}),
        (Act.WANTS, ("LF", "ISF"), Kind.ALLIANCE, {"offered": 40}),
        (Act.AGREES, ("LF", "ISF"), Kind.ALLIANCE, {"agreed": 40}),
        (Act.REFUSES, ("LF", "ISF"), Kind.ALLIANCE, {}),
        (None, ("ISF",), Kind.TARGET, {"asked": 40}),
        (None, ("ISF",), Kind.STRENGTH, {}),
        (None, ("ISF",), Kind.RESULT, {}),
    ],
)
def test_what_a_bare_number_means(
    act: Act | None, parties: tuple[str, ...], kind: Kind, found: dict[str, int]
) -> None:
    statement = replace(said({"ISF": 40}, 3), act=act, parties=parties, kind=kind)
    numbers = on_record([statement], ("LF", "ISF"), "WB-2026", seats=294)
    assert [
        {k: v for k in ("asked", "offered", "agreed") if (v := getattr(each, k)) is not None}
        for each in numbers
    ] == ([found] if found else [])


def test_what_two_partners_give_a_third_adds_up() -> None:
    by_left = replace(said({"ISF": 30}, 3), act=Act.AGREES, parties=("LF", "ISF"))
    by_congress = replace(said({"ISF": 3}, 5), act=Act.AGREES, parties=("INC", "ISF"))
    more = replace(said({"ISF": 5}, 7), act=Act.AGREES, parties=("INC", "ISF"))
    whole = replace(said({"ISF": 37}, 9), act=Act.AGREES, parties=("LF", "INC", "ISF"))
    partners = ("LF", "INC", "ISF")

    def agreed(*told: Statement) -> int | None:
        (found,) = on_record(told, partners, "WB-2026", seats=294)
        return found.agreed

    assert agreed(by_left, by_congress) == 33
    assert agreed(by_left, by_congress, more) == 35
    assert agreed(by_left, by_congress, whole) == 37
    assert agreed(replace(whole, published=date(2026, 1, 1)), by_left, by_congress) == 33


def test_the_latest_number_on_record_counts() -> None:
    first = said({"ISF:asked": 45, "ISF:offered": 20}, 1)
    later = said({"ISF:offered": 30}, 9)
    own = said({"INC": 100}, 5)
    others = [
        said({"ISF:asked": 99}, 20, election="WB-2021"),
        said({"ISF:asked": 98}, 20, background=True),
        said({"BJP:asked": 97}, 20),
        said({"ISF:won": 1}, 21),
        said({"ISF": 294}, 22),
    ]
    found = on_record([later, first, own, *others], ("LF", "INC", "ISF"), "WB-2026", seats=294)
    assert found == (
        OnRecord(partner="INC", asked=100, because=(own.id,)),
        OnRecord(partner="ISF", asked=45, offered=30, because=(first.id, later.id)),
    )
    assert found[1].demand() == Quota(partner="ISF", least=45, offered=30)
    assert found[0].demand() == Quota(partner="INC", least=100)
    assert OnRecord(partner="ISF", asked=45, agreed=37).demand() == Quota(
        partner="ISF", least=37, most=37
    )
    assert OnRecord(partner="ISF", offered=30).demand() is None
