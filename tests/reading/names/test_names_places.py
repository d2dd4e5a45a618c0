"""Places: a pack without constituencies names no seats, and none are found."""

from tieup.reading.places import districts_in, seats_in
from tieup.reading.text.spans import Span
from tieup.regions import load_region


def test_a_pack_of_names_finds_districts_and_no_seats() -> None:
    region = load_region("assam")
    district = region.districts[0]
    text = f"In {district} they want more."
    everything = Span(0, len(text))
    election = next(iter(region.elections.values()))
    assert districts_in(text, everything, region) == (district,)
    assert seats_in(text, everything, region, election) == ()
