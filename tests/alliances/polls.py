"""Elections for tests: a region with one poll of which one knows who stood where."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from tieup.regions import Alliance, Candidacy, Election, Region, Returns


def with_poll(
    region: Region,
    stood: Mapping[str, Iterable[int]],
    *,
    election: str = "WB-2026",
    allied: Iterable[tuple[str, ...]] = (),
    polled: date = date(2026, 4, 23),
    counted: date = date(2026, 5, 4),
) -> Region:
    """The region with an election in which each party stood in the seats of these numbers.

    It takes the place of the one with its id; the others stay as they are.
    """
    rows = tuple(
        Candidacy(no=no, party=party, candidate=f"{party} {no}", votes=1)
        for party, seats in stood.items()
        for no in seats
    )
    made = Election(
        id=election,
        kind="assembly",
        name=election,
        polled_from=polled,
        polled_to=polled,
        counted=counted,
        has_returns=True,
        alliances=tuple(Alliance(name="+".join(a), parties=a, source="test") for a in allied),
    )
    own, before = Returns(election=election, rows=rows), region.read_returns
    return replace(
        region,
        elections={**region.elections, election: made},
        read_returns=lambda asked: own if asked == election else before(asked),
    )
