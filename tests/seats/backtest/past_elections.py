"""Elections of a land with a few seats, for the backtest's tests."""

from tieup.seats.backtest import Past
from tieup.seats.tables import slate_from_table

Seat = dict[str, float]

#: Nobody is called alike in two elections.
WORDS = ("xy", "uvw", "klm")


def election(year: int, *seats: Seat, allied: tuple[frozenset[str], ...] = ()) -> Past:
    """Votes by party; a candidate is called by party and seat, or by what stands after a colon."""
    rows = []
    for no, seat in enumerate(seats, start=1):
        for key, votes in seat.items():
            party, _, name = key.partition(":")
            candidate = name or f"{6 * party} {4 * WORDS[year % 3]}"
            rows.append({"seat": no, "party": party, "candidate": candidate, "votes": votes})
    return Past(id=f"T-{year}", land="T", year=year, slate=slate_from_table(rows), alliances=allied)
