"""Where candidates start from: votes of partners, heirs and people who changed sides."""

import numpy as np
import pytest
from past_elections import election

from tieup.seats.backtest import Pair, Rates, flows, outset, pair, pairs
from tieup.seats.backtest.people import same, standing_again


def started(found: Pair, rates: Rates) -> dict[str, float]:
    """Shares to start from in the first seat."""
    known = flows(found)
    shares = outset(known, rates, {}).shares[0]
    return {
        known.contenders[who]: float(share)
        for who, share in zip(known.who[0], shares, strict=True)
        if who >= 0
    }


ALL = Rates(kept=1, allied=1, lent=1, returned=1, joined=1, brought=1, again=1, fresh=1)


def test_the_same_parties_start_where_they_were() -> None:
    found = pair(election(2000, {"A": 60, "B": 40}), election(2005, {"A": 1, "B": 2}))
    assert started(found, ALL) == pytest.approx({"A": 0.6, "B": 0.4})


@pytest.mark.parametrize(("rate", "part"), [(1.0, 70), (0.5, 60), (0.0, 50)])
def test_a_new_partner_brings_its_votes_at_the_rate(rate: float, part: float) -> None:
    base = election(2000, {"A": 50, "B": 30, "C": 20})
    target = election(2005, {"A": 1, "B": 2}, allied=(frozenset({"A", "C"}),))
    shares = started(pair(base, target), Rates(allied=rate))
    assert shares["A"] == pytest.approx(part / (part + 30))


def test_a_partner_who_parts_takes_its_share_back() -> None:
    allied = (frozenset({"A", "C"}),)
    base = election(2000, {"A": 60, "B": 40}, {"C": 60, "B": 40}, allied=allied)
    target = election(2005, {"A": 1, "B": 1, "C": 1}, {"A": 1, "B": 1, "C": 1})
    shares = started(pair(base, target), ALL)
    assert shares == pytest.approx({"A": 0.3, "B": 0.4, "C": 0.3}, abs=0.01)
    kept = started(pair(base, target), Rates(lent=0.0, fresh=0.0))
    assert kept["A"] > 0.55


def test_a_person_who_changes_sides_takes_votes_along() -> None:
    base = election(2000, {"A:Asha Devi Rao": 60, "B": 40})
    target = election(2005, {"A": 1, "B:Rao Asha Devi": 1})
    assert started(pair(base, target), Rates(joined=0.5)) == pytest.approx({"A": 0.3, "B": 0.7})


def test_heirs_go_on_and_of_a_split_the_one_whose_candidate_stands_again() -> None:
    base = election(2000, {"A:Asha Devi Rao": 60, "B": 40})
    heirs = {"A": ("A1", "A2")}
    even = pair(base, election(2005, {"A1": 1, "A2": 1, "B": 1}), heirs)
    assert started(even, ALL) == pytest.approx({"A1": 0.3, "A2": 0.3, "B": 0.4})
    known = pair(base, election(2005, {"A1": 1, "A2:Asha Devi Rao": 1, "B": 1}), heirs)
    assert started(known, ALL)["A2"] > 0.55


def test_the_order_of_candidates_tells_nothing_of_the_result() -> None:
    base = election(2000, {"A": 60, "B": 40})
    one = flows(pair(base, election(2005, {"A": 1, "B": 2})))
    other = flows(pair(base, election(2005, {"A": 2, "B": 1})))
    assert (one.who == other.who).all()
    assert one.winners.tolist() != other.winners.tolist()


def test_what_stays_is_what_parties_and_heirs_had_who_stand_again() -> None:
    base = election(2000, {"A": 50, "B": 30, "IND:Asha Rao": 20}, {"A": 50, "B": 50})
    target = election(2005, {"A1": 1, "IND:Asha Rao": 1}, {"A1": 1, "B": 1})
    found = flows(pair(base, target, {"A": ("A1",)}))
    assert found.stays == pytest.approx(np.array([0.5, 1.0]))


def test_only_common_seats_count_and_earlier_shares_are_found() -> None:
    first = election(2000, {"A": 64, "B": 36}, {"A": 50, "B": 50})
    second = election(2005, {"A": 60, "B": 40}, {"A": 50, "B": 50})
    third = election(2010, {"A": 1, "B": 2})
    found = pairs([third, first, second])
    assert [each.name for each in found] == ["T-2000 to T-2005", "T-2005 to T-2010"]
    assert len(found[1].base.slate.seats) == 1
    assert found[1].earlier["A"] == pytest.approx(np.array([0.8]))
    assert not found[0].earlier


def test_names_are_alike_whatever_their_order_titles_and_initials() -> None:
    assert same("mamata banerjee", "banerjee mamata")
    assert same("abdul rahim", "abdur rahim")
    assert not same("abdul rahim", "asha rao")
    base, target = election(2000, {"A:Dr. Asha Rao": 9}), election(2005, {"B:ASHA RAO": 9})
    assert standing_again(base.slate, target.slate) == [{0: 0}]


def test_alliances_changed_where_large_parties_met_or_parted() -> None:
    base = election(2000, {"A": 50, "B": 30, "C": 20})
    alone = election(2005, {"A": 50, "B": 30, "C": 20})
    joined = election(2005, {"A": 50, "B": 30, "C": 20}, allied=(frozenset({"B", "C"}),))
    assert not pair(base, alone).alliances_changed
    assert pair(base, joined).alliances_changed
