"""Company: how often an article names each party, and which it names together."""

from datetime import date

import pytest

from tieup.reading.names.names import names_of
from tieup.reading.relations.company import Company
from tieup.regions import Region

DAY = date(2026, 1, 15)
TEXT = (
    "The ISF met the Congress. The Congress then wrote to the JUP. "
    "A rally was held. The ISF and the Congress want 30 seats."
)


def company(text: str, region: Region) -> Company:
    """The company that parties keep in a text."""
    return Company.of(text, names_of(region).mentions(text, DAY))


def test_the_party_named_most_is_the_first(bengal: Region) -> None:
    ranks = company(TEXT, bengal).prominence
    assert sorted(ranks, key=ranks.__getitem__) == ["INC", "ISF", "JUP"]


@pytest.mark.parametrize(
    ("pairs", "count"),
    [
        ([{"ISF", "INC"}], 2),
        ([{"INC", "JUP"}], 1),
        ([{"ISF", "JUP"}], 0),
        ([{"ISF", "INC"}, {"INC", "JUP"}], 1),
        ([], 0),
    ],
)
def test_sentences_count_that_name_both(pairs: list[set[str]], count: int, bengal: Region) -> None:
    assert company(TEXT, bengal).sentences_with(map(frozenset, pairs)) == count


def test_what_stands_far_below_is_not_in_the_lead(bengal: Region) -> None:
    found = company(
        "The ISF met the Congress. " + "Rain fell. " * 40 + "The CPI met the RSP.", bengal
    )
    assert found.lead == {frozenset({"ISF", "INC"})}
    assert found.sentences_with([frozenset({"CPI", "RSP"})]) == 1


def test_a_long_list_makes_no_pairs(bengal: Region) -> None:
    listed = "The CPI, the RSP, the ISF, the JUP, the AIMIM, the BJP and the Congress stood."
    assert not company(listed, bengal).together
