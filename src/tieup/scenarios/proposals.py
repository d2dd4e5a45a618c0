"""Proposals: where a new party may take votes, from what the news says of its strength."""

from collections.abc import Iterable
from dataclasses import dataclass

from tieup.regions import Region, UnknownNameError
from tieup.scenarios.places import Places, places
from tieup.scenarios.refusals import ScenarioError
from tieup.statements import Statement
from tieup.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A district or seat in which a party is said to be strong.

    Attributes:
        place: as the region names it; of a seat its name.
        places: the same, for a Split.
        because: ids of the statements, in order of the day they were published.
    """

    place: str
    places: Places
    because: tuple[str, ...]


def proposed_splits(
    statements: Iterable[Statement], region: Region, party: str
) -> tuple[Proposal, ...]:
    """The places in which statements say that a party is strong, most often named first.

    Whose votes it would take there, and how many, no statement tells: that is for the user to say.
    What is said of another election as history, and places that the region does not know, are
    passed over.

    Raises:
        UnknownNameError: for an unknown party, with the nearest known.
    """
    wanted = region.party(party).id
    told = [
        statement
        for statement in sorted(statements, key=lambda s: (s.published, s.id))
        if statement.kind is Kind.STRENGTH
        and wanted in statement.parties
        and not statement.background
    ]
    found: dict[tuple[str, Places], dict[str, None]] = {}
    for statement in told:
        for name in statement.places:
            for place in _single(name, region):
                found.setdefault(place, {})[statement.id] = None
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0][0]))
    return tuple(
        Proposal(place=name, places=where, because=tuple(ids)) for (name, where), ids in ordered
    )


def _single(name: str, region: Region) -> Iterable[tuple[str, Places]]:
    """The districts or the seat that a name means, one by one; none where nobody knows it."""
    try:
        meant = places((name,), region)
    except (UnknownNameError, ScenarioError):
        return
    for district in meant.districts:
        yield district, Places(districts=(district,))
    for number in meant.seats:
        yield region.constituencies[number].name, Places(seats=(number,))
