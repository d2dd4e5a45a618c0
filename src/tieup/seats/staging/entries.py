"""Entries: candidates who did not stand at the base, and the votes that they take along."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from tieup.seats.contest import NOBODY, Bools, Contest, Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """One party's new candidates, one a seat.

    Attributes:
        party: their code.
        seats: shape (seats,), where they stand. Where the party has a candidate there already, that
            one takes the votes.
        taken: shape (seats, candidates), the votes that move to them, by who loses them.
    """

    party: str
    seats: Bools
    taken: Floats


def entered(contest: Contest, entries: Iterable[Entry]) -> Contest:
    """The contest with the entries, in columns after those that it has; totals stay.

    So a new candidate comes last in the order that decides ties.
    """
    entries = tuple(entry for entry in entries if entry.seats.any())
    if not entries:
        return contest
    parties = tuple(dict.fromkeys((*contest.parties, *(entry.party for entry in entries))))
    votes = contest.votes - sum(entry.taken * entry.seats[:, None] for entry in entries)
    columns = [votes]
    codes = [contest.party]
    for entry in entries:
        mine = contest.of(frozenset({entry.party}))
        has = entry.seats & mine.any(axis=1)
        gained = np.where(entry.seats, entry.taken.sum(axis=1), 0.0)
        votes[has, mine.argmax(axis=1)[has]] += gained[has]
        new = entry.seats & ~has
        if not new.any():
            continue
        columns.append(np.where(new, gained, 0.0)[:, None])
        codes.append(np.where(new, parties.index(entry.party), NOBODY)[:, None])
    return replace(
        contest,
        parties=parties,
        party=np.concatenate(codes, axis=1),
        # What floating point leaves of a candidate whose votes all went is no vote.
        votes=np.maximum(np.concatenate(columns, axis=1), 0.0),
    )
