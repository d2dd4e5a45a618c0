"""What a statement carries beside its act and its parties, in sentences of ours."""

from datetime import date

import pytest

from tieup.articles import Article
from tieup.reading.details import details_of
from tieup.reading.page import Page
from tieup.reading.text.sentences import sentences
from tieup.reading.voices.listener import Listener
from tieup.regions import Region

DAY = date(2026, 1, 15)


def seats(text: str, region: Region) -> dict[str, int]:
    """Those of a sentence about the ISF and the Left Front."""
    page = Page.of(Article(id="ours", published=DAY, text=text), region)
    listener = Listener(text, page.everybody, page.quotations, DAY)
    (segment, *_) = listener.segments(next(iter(sentences(text))))
    return details_of(page, segment.span, segment, ("ISF", "LF")).seats


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ISF wants 45 seats of the Left Front.", {"ISF": 45}),
        ("The Left Front has offered the ISF 30 seats.", {"ISF": 30}),
        ("The Left Front offered 30 seats to the ISF.", {"ISF": 30}),
        ("The Left Front would give it 30 seats.", {"ISF": 30}),
        ("The Left Front has given up 30 seats for its partner.", {"ISF": 30}),
        ("The ISF was given 30 seats by the Left Front.", {"ISF": 30}),
        ("The ISF has been quietly left 30 seats.", {"ISF": 30}),
        ("The ISF is to part with 12 seats.", {"LF": 12}),
        ("The Left Front stands in 200 seats, the ISF in 30 seats.", {"LF": 200, "ISF": 30}),
    ],
)
def test_whose_seats_a_number_is(text: str, expected: dict[str, int], bengal: Region) -> None:
    assert seats(text, bengal) == expected
