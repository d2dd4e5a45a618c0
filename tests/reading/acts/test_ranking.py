"""Which of the relations on offer is meant."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.acts.ranking import Ranker
from tieup.reading.bundle import Bundle
from tieup.reading.relations.relation import Relation


def relation(*parties: str, hub: str | None = None) -> Relation:
    """A relation on offer."""
    return Relation(parties=parties, hub=hub, ways=("named",))


def meant(offer: dict[Relation, float]) -> tuple[Relation, float]:
    """The one that is meant, of relations with a likelihood each."""
    weights = {str(number): math.log(size) for number, size in enumerate(offer.values())}
    by = Ranker({}, weights, {}, threshold=0.4)
    number, share = by.meant(
        [[Bundle((name,))] for name in weights], [each.pairs for each in offer]
    )
    return list(offer)[number], share


def test_the_likeliest_where_all_are_apart() -> None:
    offer = {relation("ISF", "INC"): 0.5, relation("CPI", "RSP"): 0.3, relation("JUP"): 0.2}
    found, share = meant(offer)
    assert found == relation("ISF", "INC")
    assert share == pytest.approx(0.5)


def test_what_most_of_them_have_where_several_are_as_likely() -> None:
    hub = relation("INC", "ISF", "JUP", hub="INC")
    offer = {
        relation("INC", "ISF", "JUP"): 0.36,
        hub: 0.34,
        relation("INC", "ISF"): 0.15,
        relation("INC", "JUP"): 0.15,
    }
    found, share = meant(offer)
    assert found == hub
    assert share == pytest.approx(0.36 + 0.34)  # these three, one of them the hub or none


def test_one_that_is_sure_yields_to_none() -> None:
    offer = {relation("INC", "ISF"): 0.75, relation("INC", "ISF", "JUP", hub="INC"): 0.25}
    assert meant(offer)[0] == relation("INC", "ISF")


@given(st.lists(st.floats(min_value=0.01, max_value=1), min_size=1, max_size=10))
def test_shares_are_of_one_whole(sizes: list[float]) -> None:
    pairs = list(combinations("ABCDE", 2))
    offer = {relation(*pair): size for pair, size in zip(pairs, sizes, strict=False)}
    found, share = meant(offer)
    assert share == pytest.approx(offer[found] / sum(offer.values()))


def test_pairs_of_a_relation() -> None:
    assert relation("INC", "ISF", "JUP").pairs == {
        frozenset(pair) for pair in combinations(("INC", "ISF", "JUP"), 2)
    }
    assert relation("INC", "ISF", "JUP", hub="INC").pairs == {
        frozenset({"INC", "ISF"}),
        frozenset({"INC", "JUP"}),
    }
    assert relation("INC").pairs == {frozenset({"INC"})}
