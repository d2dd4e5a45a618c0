"""Signatures that agree in enough slots are found, each pair once, and no others."""

from hypothesis import given
from hypothesis import strategies as st

from tieup.articles.alike import SHARED_SLOTS, SLOTS, alike, packed

#: Signatures that agree here and there: numbers far apart, some with the same low bits.
SIGNATURES = st.lists(
    st.lists(
        st.sampled_from([7, 7 + (1 << 16), 2**32 - 1, *range(90, 130)]),
        min_size=SLOTS,
        max_size=SLOTS,
    ),
    max_size=6,
)


@given(SIGNATURES, SIGNATURES)
def test_pairs_are_those_that_share_slots(known: list[list[int]], fresh: list[list[int]]) -> None:
    every = [*known, *fresh]
    expected = {
        (one, other)
        for one in range(len(fresh))
        for other in range(len(known) + one)
        if sum(a == b for a, b in zip(fresh[one], every[other], strict=True)) >= SHARED_SLOTS
    }
    found = alike(packed(known), packed(fresh))
    assert set(found) == expected
    assert len(found) == len(expected)


def test_a_number_in_another_slot_is_another() -> None:
    one = list(range(SLOTS))
    moved = [*one[1:], one[0]]
    assert alike(packed([one]), packed([moved])) == []
    assert alike(packed([one]), packed([one])) == [(0, 0)]
