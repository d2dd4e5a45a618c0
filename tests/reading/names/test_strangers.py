"""People whom no pack knows: made-up names in sentences of ours."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.names.names import names_of
from tieup.reading.names.strangers import strangers
from tieup.reading.text.spans import Placed
from tieup.regions import Region


def found(text: str, region: Region) -> list[tuple[str, str | None]]:
    """Name and party of each mention of a stranger."""
    known = names_of(region).mentions(text, date(2026, 1, 15))
    unknown = strangers(text, Placed(known, lambda mention: mention.span))
    return [(mention.name, mention.party) for mention in unknown]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Congress leader Ramen Tarafdar spoke.", [("Ramen Tarafdar", "INC")]),
        ("Ramen Tarafdar, a CPI(M) MLA, spoke.", [("Ramen Tarafdar", "CPIM")]),
        ("Ramen Tarafdar of the Congress spoke.", [("Ramen Tarafdar", "INC")]),
        ("Ramen Tarafdar, a member of the Congress, spoke.", [("Ramen Tarafdar", "INC")]),
        ("They met the BJP, Ramen Tarafdar of the Congress said.", [("Ramen Tarafdar", "INC")]),
        ("It was with the Congress, Ramen Tarafdar said.", [("Ramen Tarafdar", None)]),
        ("JUP chairman Salim Tarafdar spoke.", [("Salim Tarafdar", "JUP")]),
        ("Mr Tarafdar spoke.", [("Tarafdar", None)]),
        ("The state minister, Ramen Tarafdar, spoke.", [("Ramen Tarafdar", None)]),
        (
            "Ramen Tarafdar said so. Tarafdar went home.",
            [("Ramen Tarafdar", None), ("Ramen Tarafdar", None)],
        ),
        ("They met at Lake View in Salt Lake.", []),
        ("The Daily Herald said so.", []),
        ("On Sunday Sources said so.", []),
        ("Md Salim said so.", []),
    ],
)
def test_who_is_somebody(text: str, expected: list[tuple[str, str | None]], bengal: Region) -> None:
    assert found(text, bengal) == expected


@given(st.text(alphabet=st.sampled_from("Ab Cd.,'’ MrsaidleaderCongress"), max_size=120))
def test_strangers_stand_in_order_and_over_nobody_known(bengal: Region, text: str) -> None:
    known = Placed(names_of(bengal).mentions(text, date(2026, 1, 15)), lambda m: m.span)
    spans = [mention.span for mention in strangers(text, known)]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert not any(known.touching(span) for span in spans)
