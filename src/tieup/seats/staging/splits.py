"""Splits carried out: a party takes part of another's votes in the places that are named."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from tieup.regions import Region
from tieup.scenarios import ScenarioError, Split
from tieup.seats.contest import Contest
from tieup.seats.staging.entries import Entry, entered

#: How unevenly a part is spread over the seats that are named, relative to it: the standard
#: deviation of a seat's own part. Measured against Trinamool's votes of the election before: 0.79
#: and 0.75 for the ISF in the seats where it stood in 2021 and 2026, 1.49 for the JUP in
#: Murshidabad in 2026, where two seats were nearly all of it.
UNEVEN = 1.0


def split_off(contest: Contest, region: Region, base: str, splits: Sequence[Split]) -> Contest:
    """The contest after splits.

    Every split takes its part of what the parent's candidates had at the base, all at once. Where
    the party has no candidate, it gets one; where no parent stood, nothing happens.

    Raises:
        ScenarioError: where they take more than there is, or nothing anywhere.
        UnknownNameError: for a party or a seat that the region does not know.
    """
    if not splits:
        return contest
    day = region.election(base).counted
    entries = tuple(_entry(contest, region, split, day) for split in splits)
    taken = sum(entry.taken for entry in entries)
    if (taken > contest.votes * (1 + 1e-9)).any():
        seat = contest.numbers[(taken > contest.votes * (1 + 1e-9)).any(axis=1)][0]
        message = f"the splits take more than all of a party's votes in seat {seat}"
        raise ScenarioError(message)
    return entered(contest, _by_party(entries))


def _entry(contest: Contest, region: Region, split: Split, day: date) -> Entry:
    parents = frozenset((region.party(split.parent).id, *region.parties_of(split.parent, day)))
    named = np.isin(contest.numbers, sorted(_numbers(split, region)))
    mine = contest.of(parents) & named[:, None]
    if not (contest.votes * mine).any():
        where = "" if split.places.everywhere else " there"
        message = f"split {split.name}: {split.parent} has no votes{where} at the base"
        raise ScenarioError(message)
    return Entry(
        party=_code(contest, region, split, day),
        seats=np.asarray(mine.any(axis=1)),
        taken=split.part * contest.votes * mine,
    )


def _numbers(split: Split, region: Region) -> frozenset[int]:
    strange = [d for d in split.places.districts if d not in region.districts]
    strange += [str(no) for no in split.places.seats if no not in region.constituencies]
    if strange:
        message = f"split {split.name}: {strange[0]} is no district or seat of {region.name}"
        raise ScenarioError(message)
    return split.places.numbers(region)


def _code(contest: Contest, region: Region, split: Split, day: date) -> str:
    """The party under whose name the votes are counted; of a front its strongest member."""
    party = region.party(split.party)
    members = party.members_on(day)
    return max(members, key=lambda m: contest.statewide(frozenset({m})), default=party.id)


def _by_party(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Entries of one party, out of several parents or places, as one."""
    for party in dict.fromkeys(entry.party for entry in entries):
        mine = [entry for entry in entries if entry.party == party]
        yield Entry(
            party=party,
            seats=np.any([entry.seats for entry in mine], axis=0),
            taken=np.sum([entry.taken for entry in mine], axis=0),
        )


def notes_of(splits: Sequence[Split], absent: Sequence[str]) -> Iterator[str]:
    """What a reader must know of splits, and of parties without votes; a sentence each.

    Args:
        splits: the scenario's.
        absent: contenders of the structure that have no votes.
    """
    for split in splits:
        where = ", ".join((*split.places.districts, *(f"seat {no}" for no in split.places.seats)))
        yield (
            f"{split.party} takes {100 * split.part:.0f} percent of {split.parent}'s votes "
            f"{f'in {where}' if where else 'everywhere'}, give or take {100 * split.error:.0f}: "
            f"{'as stated' if split.sd is not None else 'the part as stated, the error a prior'}."
        )
    for contender in absent:
        yield (
            f"{contender} has no votes at the base, and wins nothing; a split (--split) would give "
            "it some."
        )
