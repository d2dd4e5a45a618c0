"""Between two elections: contests made into units and options, whatever changed.

The one file of this room that knows elections.
"""

from collections.abc import Mapping

import numpy as np

from tieup.regions import Region
from tieup.seats.contest import Bools, Contest, Ints
from tieup.seats.transfer.matrix import TransferMatrix, matrix
from tieup.seats.transfer.tables import Floats, TransferError

OTHERS, ABSTAINED = "others", "abstained"
#: A party under this part of the votes is counted among the others.
LEAST = 0.01

#: The parties of each option, by the option's name.
Groups = Mapping[str, frozenset[str]]


def groups_of(region: Region, election: str, names: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Parties by option, a front as those who were its members when the votes were counted.

    Raises:
        UnknownNameError: for a party or election that the region does not know.
    """
    day = region.election(election).counted
    ids = [region.party(name).id for name in names]
    return {party: frozenset({party, *region.parties_of(party, day)}) for party in ids}


def leading(region: Region, elections: tuple[str, ...], least: float = 0.02) -> tuple[str, ...]:
    """Parties and fronts with that part of the votes in any of the elections, most first.

    Raises:
        UnknownNameError: for an election without returns.
    """
    best: dict[str, float] = {}
    for given in elections:
        election = region.election(given)
        shares: dict[str, float] = {}
        for party, percent in region.returns(election.id).shares.items():
            side = region.front_of(party, election.counted) or party
            shares[side] = shares.get(side, 0.0) + percent / 100
        for side, share in shares.items():
            best[side] = max(best.get(side, 0.0), share)
    known = [side for side, share in best.items() if share >= least and side in region.parties]
    return tuple(sorted(known, key=lambda side: (-best[side], side)))


def between(  # noqa: PLR0913 - two elections with their groups, the rest by keyword
    one: Contest,
    other: Contest,
    groups: Groups,
    other_groups: Groups | None = None,
    *,
    where: Bools | None = None,
    abstention: bool = True,
    least: float = LEAST,
) -> TransferMatrix:
    """The transfer from one election to another, with seats as units.

    A party that stood in one of the two only is an option of that one. The first election's votes
    are scaled seat by seat to the second's totals, as if the electorate had grown or shrunk evenly.
    Abstention is an option where both elections have electors in every seat used.

    Args:
        one: the earlier contest.
        other: the later one.
        groups: parties by option.
        other_groups: those at the later one, where not the same.
        where: shape (seats,) of `one`: the seats to use, all by default.
        abstention: whether those who gave no vote are an option.
        least: part of the votes under which an option is merged into the others.

    Raises:
        TransferError: without seats in common, or with fewer of them than options.
    """
    used = np.ones(len(one.numbers), dtype=bool) if where is None else np.asarray(where, dtype=bool)
    if used.shape != one.numbers.shape:
        message = f"`where` has the shape {used.shape}, not that of {len(one.numbers)} seats"
        raise TransferError(message)
    _, here, there = np.intersect1d(one.numbers[used], other.numbers, return_indices=True)
    here = np.flatnonzero(used)[here]
    voted = (one.totals[here] > 0) & (other.totals[there] > 0)
    here, there = here[voted], there[voted]
    if not len(here):
        message = "the two elections have no seat with votes in common"
        raise TransferError(message)
    notes = []
    if len(here) < used.sum():
        notes.append(f"{used.sum() - len(here)} seats without votes in both were left out")
    first = _options(one, here, groups)
    second = _options(other, there, other_groups or groups)
    for options, when in ((first, "earlier"), (second, "later")):
        merged = _merge(options, least)
        if merged:
            notes.append(f"counted among the others at the {when} election: {', '.join(merged)}")
    if abstention:
        if one.abstainers[here].all() and other.abstainers[there].all():
            first[ABSTAINED] = one.abstainers[here]
            second[ABSTAINED] = other.abstainers[there]
        else:
            notes.append("no electors for one of the two: valid votes alone, abstention left out")
    before, after = np.column_stack([*first.values()]), np.column_stack([*second.values()])
    change = after.sum() / before.sum()
    notes.append(f"totals scaled seat by seat to the later election's, {change:.3f} in all")
    scaled = before * (after.sum(axis=1) / before.sum(axis=1))[:, None]
    return matrix(scaled, after, rows=tuple(first), cols=tuple(second), notes=notes)


def by_stratum(
    one: Contest, other: Contest, groups: Groups, strata: Mapping[str, Bools], **settings: object
) -> dict[str, TransferMatrix | TransferError]:
    """An estimate for each group of seats, or why there is none."""
    found: dict[str, TransferMatrix | TransferError] = {}
    for name, where in strata.items():
        try:
            found[name] = between(one, other, groups, where=where, **settings)  # type: ignore[arg-type]
        except TransferError as error:
            found[name] = error
    return found


def _options(polled: Contest, seats: Ints, groups: Groups) -> dict[str, Floats]:
    """Votes by option, each of shape (seats,), the others last."""
    taken = set[str]()
    options: dict[str, Floats] = {}
    for name, parties in groups.items():
        if taken & parties:
            message = f"{', '.join(sorted(taken & parties))}: in two options at once"
            raise TransferError(message)
        taken |= parties
        options[name] = (polled.votes * polled.of(parties)).sum(axis=1)[seats]
    options[OTHERS] = polled.totals[seats] - sum(options.values(), np.zeros(len(seats)))
    options[OTHERS] = np.maximum(options[OTHERS], 0.0)
    return options


def _merge(options: dict[str, Floats], least: float) -> list[str]:
    """Move options under the threshold to the others; the names of those that had votes."""
    total = sum(votes.sum() for votes in options.values())
    small = [n for n, v in options.items() if n != OTHERS and v.sum() < least * total]
    named = [name for name in small if options[name].any()]
    for name in small:
        options[OTHERS] = options[OTHERS] + options.pop(name)
    return named
