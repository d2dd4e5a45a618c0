"""Support: whose voters an alliance's votes at the base were, where a partner stood for others.

A partner who left a seat to another at the base has no votes there. Its voters are among those of
the candidate who stood; how many they are is restored from earlier elections in which the partners
stood apart.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tieup.english import listed
from tieup.seats.contest import Bools, Contest, Floats, Ints
from tieup.seats.staging.nonnegative import nonnegative
from tieup.seats.staging.record import Past

#: What restoring misses, as standard deviations of a root share: alike in all seats, and of each
#: one's own. Measured by hiding known votes of elections until 2021 and restoring them (`misses`
#: below; docs/methods.md).
ASTRAY = (0.08, 0.08)
#: An earlier election counts half as much as the one after it.
RECENCY = 0.5
#: How far a party's root share in a seat is drawn to its mean in the district.
TO_DISTRICT = 0.3
#: The prior that partners kept their earlier strength, as a part of what the seats say.
PRIOR = 0.02

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Support:
    """Votes that were lent at the base.

    Attributes:
        lent: shape (seats, candidates) by contender: how many of a candidate's votes at the base
            were given by this contender's voters, it having no candidate in the seat. Candidates
            are those of the base, in its order.
        since: by contender, the elections from which it was restored, the latest first.
        unknown: contenders that were allied at the base and never stood apart before. What they
            lent is not known; what the others lent to them is.
        astray: standard deviations of a restored root share: statewide, and of each seat.
    """

    lent: Mapping[str, Floats] = field(default_factory=dict)
    since: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    astray: tuple[float, float] = ASTRAY


def support(
    contest: Contest,
    members: Mapping[str, frozenset[str]],
    past: Sequence[Past],
    follow: Mapping[Pair, float],
) -> Support:
    """Restore who lent votes to whom at the base.

    In each seat an alliance's votes are split between the one who stood and those who did not, in
    proportion to what each had in earlier elections in which it was allied with nobody, at levels
    that fit all seats of the base best. The alliance's votes stay what they were.

    Args:
        contest: the base.
        members: parties by contender.
        past: the record up to the base, the base last.
        follow: the part of a giver's voters who followed, by (giver, taker).
    """
    lent: dict[str, Floats] = {}
    since: dict[str, tuple[str, ...]] = {}
    unknown = []
    *earlier, base = past
    for circle in base.circles:
        known: dict[str, Floats] = {}
        stood = [c for c in sorted(circle & members.keys()) if members[c]]
        for contender in stood:
            pattern = _pattern(earlier, contender, base.districts)
            if pattern is None:
                unknown.append(contender)
            else:
                known[contender], since[contender] = pattern
        if not known or len(stood) == 1:
            continue
        found = _lent(contest, {c: members[c] for c in stood}, known, follow)
        for contender, votes in found.items():
            lent[contender] = lent.get(contender, 0.0) + votes
    return Support(lent=lent, since=since, unknown=tuple(dict.fromkeys(unknown)))


def misses(past: Sequence[Past], contenders: Sequence[str], stands: Ints) -> Mapping[str, Floats]:
    """What restoring would miss in the last election of a record, where all stood apart.

    Each seat's votes of the contenders are added up and given to the one who is said to stand, and
    restored from the elections before.

    Args:
        past: a record whose last election has candidates of each nearly everywhere.
        contenders: who is taken for allied.
        stands: shape (seats,), who stands, as an index into contenders.

    Returns:
        By contender, restored less true root shares in the seats where it was hidden.
    """
    *earlier, last = past
    patterns = [_pattern(earlier, contender, last.districts) for contender in contenders]
    shapes = np.stack([pattern[0] for pattern in patterns if pattern])
    if len(shapes) < len(contenders):
        message = "each must have stood apart in an earlier election"
        raise ValueError(message)
    true = np.stack([last.of(contender) for contender in contenders])
    standing = np.arange(len(contenders))[:, None] == stands
    joint = np.where(standing, true.sum(axis=0), 0.0)
    everybody = np.ones(len(contenders), dtype=bool)
    rates = np.ones((len(contenders), len(contenders)))
    parts = _parts(joint, shapes, standing, rates, everybody)
    restored = (parts * joint[None]).sum(axis=1)
    return {
        contender: (np.sqrt(restored[c]) - np.sqrt(true[c]))[~standing[c]]
        for c, contender in enumerate(contenders)
    }


def _pattern(
    earlier: Sequence[Past], contender: str, districts: Ints
) -> tuple[Floats, tuple[str, ...]] | None:
    """Shares by seat when it stood for itself, and the elections; None where it never did.

    A seat where it never stood has its district's mean, such seats counting as nothing in it.
    """
    weighed, weights = np.zeros(len(districts)), np.zeros(len(districts))
    weight, used = 1.0, []
    for past in reversed(earlier):
        shares = past.of(contender)
        if past.allies(contender) or not shares.any():
            continue
        stood = shares > 0
        weighed += np.where(stood, weight * np.sqrt(shares), 0.0)
        weights += weight * stood
        weight *= RECENCY
        used.append(past.election)
    if not used:
        return None
    roots = np.divide(weighed, weights, out=np.zeros_like(weighed), where=weights > 0)
    counts = np.maximum(np.bincount(districts), 1)
    means = (np.bincount(districts, weights=roots) / counts)[districts]
    drawn = np.where(weights > 0, (1 - TO_DISTRICT) * roots + TO_DISTRICT * means, means)
    return drawn**2, tuple(used)


def _lent(
    contest: Contest,
    members: Mapping[str, frozenset[str]],
    known: Mapping[str, Floats],
    follow: Mapping[Pair, float],
) -> dict[str, Floats]:
    """Votes lent, shape (seats, candidates), by the contender whose voters gave them."""
    names = tuple(members)
    candidates = np.stack([contest.of(members[name]) for name in names])
    joint = (contest.shares * candidates).sum(axis=2)
    rates = np.array([[follow.get((one, two), 1.0) for two in names] for one in names])
    told = np.array([name in known for name in names])
    shapes = np.stack([known.get(name, np.zeros(len(contest.numbers))) for name in names])
    standing: Bools = np.asarray(candidates.any(axis=2))
    parts = _parts(joint, shapes, standing, rates, told)
    return {
        name: np.sum(
            [
                parts[owner, holder][:, None] * contest.votes * candidates[holder]
                for holder in range(len(names))
            ],
            axis=0,
        )
        * ~candidates[owner].any(axis=1)[:, None]
        for owner, name in enumerate(names)
    }


def _parts(joint: Floats, shapes: Floats, standing: Bools, rates: Floats, told: Bools) -> Floats:
    """Shape (owners, holders, seats): the part of a holder's share that owners' voters gave.

    What a holder has is a_h q_h, and of each who does not stand r a_o q_o, shared among the
    holders of the seat: the levels a are fitted to all seats by least squares, none below 0. A
    holder whose earlier shares are not known has what others lend it, and the rest is its own.

    Args:
        joint: shape (contenders, seats), shares of those who stand; 0 for the others.
        shapes: shape (contenders, seats), earlier shares q.
        standing: shape (contenders, seats).
        rates: shape (owners, holders), the part r that follows.
        told: shape (contenders,), whose earlier shares are known.
    """
    holders = standing.sum(axis=0)
    own = np.eye(len(joint), dtype=bool)[:, :, None] & standing[None]
    lends = ~standing[:, None] & standing[None]
    follows = np.where(own, 1.0, lends * rates[:, :, None] / np.maximum(holders, 1))
    flows = follows * shapes[:, None]
    design = (flows * told[None, :, None]).reshape(len(joint), -1).T
    seen = (joint * told[:, None]).ravel()
    weights = np.sqrt(PRIOR * (design**2).sum(axis=0))
    whole = design.sum()
    start = seen.sum() / whole if whole else 0.0
    levels = nonnegative(
        np.concatenate([design, np.diag(weights)]), np.concatenate([seen, weights * start])
    )
    moved = flows * levels[:, None, None]
    total = np.maximum(moved.sum(axis=0), np.where(told[:, None], 0.0, joint))
    parts: Floats = np.divide(moved, total[None], out=np.zeros_like(moved), where=(total > 0)[None])
    return parts


def notes_of(support: Support, home: Mapping[str, int]) -> Iterator[str]:
    """What a reader must know of votes that came home; a sentence each.

    Args:
        support: who lent votes.
        home: in how many seats each contender got a candidate back.
    """
    for contender, seats in home.items():
        since = support.since.get(contender)
        if since:
            yield (
                f"{contender} left {seats} seat{'s' if seats > 1 else ''} to partners at the base; "
                f"what it had there is "
                f"restored from {listed(since)}, and may be off by "
                f"{100 * float(np.hypot(*support.astray)):.0f} hundredths of a root share."
            )
    if home:
        yield (
            "Voters who would not follow a partner at the base stay where they went: restored are "
            "those who did."
        )
