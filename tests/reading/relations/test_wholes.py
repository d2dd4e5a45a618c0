"""Wholes: fronts and blocs, and relations with their members."""

from datetime import date

import pytest

from tieup.reading.relations.relation import Relation
from tieup.reading.relations.wholes import AS_NAMED, Wholes
from tieup.regions import Region, load_region

DAY = date(2026, 1, 15)


def relation(*parties: str, way: str = "named") -> Relation:
    """One way to read a clause."""
    return Relation(parties=parties, hub=None, ways=(way,))


def wholes(region: Region, *in_text: str) -> Wholes:
    """Those of a region for an article that names some."""
    return Wholes(region, DAY, frozenset(in_text))


def test_who_leads_a_front_is_no_side_beside_it(bengal: Region) -> None:
    assert wholes(bengal).merged(["LF", "CPIM", "INC", "LF"]) == ["LF", "INC"]
    assert wholes(bengal).merged(["CPIM", "INC"]) == ["CPIM", "INC"]


@pytest.mark.parametrize(
    ("parties", "one"),
    [
        (("LF", "CPIM"), True),
        (("CPIM", "LF"), True),
        (("LF", "CPI"), False),
        (("LF", "CPIM", "INC"), False),
        (("LF",), False),
    ],
)
def test_a_front_and_its_leader_are_one_side(
    parties: tuple[str, ...], one: bool, bengal: Region
) -> None:
    assert wholes(bengal).is_one_side(relation(*parties)) is one


def test_unless_a_clause_names_just_these(bengal: Region) -> None:
    assert not wholes(bengal).is_one_side(relation("LF", "CPIM", way=AS_NAMED))


def test_the_front_and_the_blocs_of_a_party(bengal: Region) -> None:
    assert wholes(bengal).of("RSP") == ["LF"]
    assert wholes(bengal).of("ISF") == []


def test_a_bloc_is_told_by_name_and_by_its_members() -> None:
    told = list(wholes(load_region("maharashtra"), "MVA").spelt_out(relation("MVA", "MNS")))
    assert told[0].parties == ("MVA", "MNS")
    assert {"INC", "SHSUBT", "MNS"} <= set(told[-1].parties)
    assert "MVA" not in told[-1].parties
