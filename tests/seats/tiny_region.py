"""A made-up land, small enough to work out by hand."""

from collections.abc import Mapping, Sequence
from datetime import date

from tieup.regions import (
    Alliance,
    Candidacy,
    Constituency,
    Election,
    Hex,
    Membership,
    Party,
    Region,
    Returns,
    UnknownNameError,
)

PARTIES = ("A", "B", "C", "D")
MEMBERS = ("F1", "F2")
DAY = date(2020, 5, 1)

#: Votes by party in one seat; "IND" and "IND2" are two independents, "OTH" a sum, "NOTA" nobody.
Seat = Mapping[str, int]


def tiny(
    *elections: Sequence[Seat],
    allied: Sequence[tuple[str, ...]] = (),
    electors: int | None = None,
    districts: int = 2,
) -> Region:
    """A region with a front F of F1 and F2, parties A to D, and an election every five years.

    Args:
        elections: votes by seat and party, the same number of seats in each.
        allied: the alliances of every election.
        electors: of every seat.
        districts: how many, seats taken in turn.
    """
    ids = [f"T-{DAY.year + 5 * number}" for number in range(len(elections))]
    returns = {
        name: Returns(
            election=name,
            rows=tuple(
                Candidacy(
                    no=no,
                    party=party.rstrip("2") if party.startswith("IND") else party,
                    candidate=f"{party} {no}",
                    votes=votes,
                )
                for no, seat in enumerate(seats, start=1)
                for party, votes in seat.items()
            ),
            electors=dict.fromkeys(range(1, len(seats) + 1), electors) if electors else {},
        )
        for name, seats in zip(ids, elections, strict=True)
    }

    def read(election: str) -> Returns:
        if election not in returns:
            noun = "election"
            raise UnknownNameError(noun, election, returns)
        return returns[election]

    front = Party(
        id="F",
        name="The Front",
        short="Front",
        kind="front",
        colour="#aa0000",
        lead="F1",
        members=tuple(Membership(party=member) for member in MEMBERS),
    )
    plain = [
        Party(id=name, name=f"Party {name}", short=name, colour="#000000")
        for name in (*PARTIES, *MEMBERS)
    ]
    return Region(
        id="tiny",
        name="Tiny",
        prefix="T",
        forms=("Tiny",),
        house="House",
        parties={party.id: party for party in (front, *plain)},
        people={},
        elections={
            name: Election(
                id=name,
                kind="assembly",
                name=name,
                polled_from=None,
                polled_to=None,
                counted=DAY.replace(year=DAY.year + 5 * number),
                has_returns=True,
                alliances=tuple(
                    Alliance(name="+".join(group), parties=group, source="made up")
                    for group in allied
                ),
            )
            for number, name in enumerate(ids)
        },
        constituencies={
            no: Constituency(
                no=no,
                name=f"Seat {no}",
                district=f"District {no % districts}",
                reservation="",
                parent_no=None,
                parent=None,
                hex=Hex(q=no, r=0),
            )
            for no in range(1, len(elections[0]) + 1)
        },
        places={},
        digest=f"tiny:{hash((repr(elections), repr(allied), electors, districts))}",
        read_returns=read,
        read_chronicle=tuple,
    )
