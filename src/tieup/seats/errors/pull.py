"""Pull: how much of a seat's own colour lasts until the next election."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from tieup.scenarios import ScenarioError
from tieup.seats.contest import Bools, Contest, Floats, Ints, is_independent
from tieup.seats.staging.levels import TOLERANCE, at_shares

#: Contenders with this part of the votes are pulled, and held at their statewide share; the smaller
#: ones and independents give and take what is left.
HELD = 0.01
#: No candidate is pulled below this root share.
LEAST = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """What a contender's root share in a seat keeps of its distance from the contender's mean.

    The distance that is expected next is `own` times the seat's, plus `district` times its
    district's mean distance, plus `earlier` times the seat's at the election before the base; all
    of that times the square of the part of the seat's votes that stays: how likely of two of its
    voters, one of the contender's and one of its rivals', both find their party there again.

    Attributes:
        own, district, earlier: the three slopes; 1, 0, 0 leaves everything as it was.
    """

    own: float = 1.0
    district: float = 0.0
    earlier: float = 0.0

    @property
    def is_none(self) -> bool:
        """Whether nothing is pulled."""
        return (self.own, self.district, self.earlier) == (1.0, 0.0, 0.0)

    def applied(self, distances: Floats) -> Floats:
        """Expected distances from the mean, shape (n,), given those of `distances`, (n, 3)."""
        expected: Floats = distances @ np.array([self.own, self.district, self.earlier])
        return expected


def staying(before: Contest, after: Contest, contender_of: Mapping[str, str]) -> Floats:
    """Shape (seats,): the part of a seat's votes, 0 to 1, whose contender stands there again.

    Independents are people: what they had does not stay.

    Args:
        before: the votes of the base.
        after: who stands, in the same seats.
        contender_of: the contender of each party of either.
    """
    parties = dict.fromkeys(p for p in (*before.parties, *after.parties) if not is_independent(p))
    number = {c: n for n, c in enumerate(dict.fromkeys(contender_of[p] for p in parties))}
    nobody = len(number)

    def who(contest: Contest) -> Ints:
        of = [number[contender_of[p]] if p in parties else nobody for p in contest.parties]
        found: Ints = np.array([*of, nobody])[contest.party]  # NOBODY, -1, finds the last
        return found

    seats = np.arange(len(before.numbers))[:, None]
    stands = np.zeros((len(seats), nobody + 1), dtype=bool)
    stands[seats, who(after)] = True
    stands[:, nobody] = False
    stays: Floats = (before.shares * stands[seats, who(before)]).sum(axis=1)
    return stays


def distances(
    contest: Contest,
    mine: Bools,
    roots: Floats,
    *,
    earlier: Floats | None = None,
    stays: Floats | None = None,
) -> Floats:
    """Shape (n, 3): how far a contender's candidates are from its mean root share.

    Args:
        contest: gives the districts.
        mine: shape (seats, candidates), the contender's n candidates.
        roots: shape (seats, candidates), root shares.
        earlier: the same, of the contender at the election before; NaN where it did not stand.
        stays: shape (seats,), the part of a seat's votes that stays; all by default.

    Returns:
        By candidate, in the order of `mine`: its own distance, its district's mean, and its own at
        the election before, the last 0 where there is none; all times the square of what stays.
    """
    seats = np.nonzero(mine)[0]
    return far(
        roots[mine],
        contest.districts[seats],
        earlier=None if earlier is None else earlier[mine],
        stays=None if stays is None else stays[seats],
    )


def far(
    roots: Floats, districts: Ints, *, earlier: Floats | None, stays: Floats | None = None
) -> Floats:
    """Shape (n, 3): as ``distances``, of one contender's root shares by themselves.

    Args:
        roots: shape (n,).
        districts: shape (n,), where they stand.
        earlier: shape (n,), at the election before; NaN where it did not stand.
        stays: shape (n,), the part of their seats' votes that stays.
    """
    own = roots - roots.mean()
    counts = np.maximum(np.bincount(districts), 1)
    means = np.bincount(districts, weights=own) / counts
    before = np.zeros_like(own)
    if earlier is not None:
        known = np.isfinite(earlier)
        if known.any():
            before[known] = earlier[known] - earlier[known].mean()
    found = np.stack([own, means[districts], before], axis=1)
    return found if stays is None else found * stays[:, None] ** 2


def settled(
    contest: Contest,
    contender_of: Mapping[str, str],
    pull: Pull,
    *,
    earlier: Floats | None = None,
    stays: Floats | None = None,
) -> Contest:
    """The contest as it is expected next: seats pulled to the mean, statewide shares as they are.

    Seats keep their totals. A house so lopsided that the shares could not be met, as only tiny ones
    are, stays as it is.

    Args:
        contest: votes after stand-downs, transfer and levels.
        contender_of: the contender of each party.
        pull: by how much.
        earlier: shape (seats, candidates), root shares of each candidate's contender at the
            election before the base; NaN where there are none.
        stays: shape (seats,), the part of a seat's votes that stays; all by default.
    """
    if pull.is_none:
        return contest
    shares: dict[str, float] = {}
    members: dict[str, set[str]] = {}
    votes = np.bincount(
        contest.party[contest.stood],
        weights=contest.votes[contest.stood],
        minlength=len(contest.parties),
    )
    whole = max(float(contest.totals.sum()), 1.0)  # in a house without votes nobody has a share
    for party, part in zip(contest.parties, votes / whole, strict=True):
        if not is_independent(party):
            contender = contender_of[party]
            members.setdefault(contender, set()).add(party)
            shares[contender] = shares.get(contender, 0.0) + float(part)
    held = {c: contest.of(members[c]) for c, part in shares.items() if part >= HELD}
    roots = np.sqrt(contest.shares)
    wanted = roots.copy()
    for mine in held.values():
        kept = pull.applied(distances(contest, mine, roots, earlier=earlier, stays=stays))
        wanted[mine] = np.maximum(roots[mine].mean() + kept, np.minimum(roots[mine], LEAST))
    # Who has every vote where it stands has nothing to gain there from whom it loses to.
    targets = {
        contender: shares[contender]
        for contender, mine in held.items()
        if shares[contender] < contest.totals[mine.any(axis=1)].sum() / whole - TOLERANCE
    }
    if sum(targets.values()) > 1 - TOLERANCE:
        targets.popitem()  # it follows from the others
    try:
        return at_shares(_at(contest, wanted), held, targets)
    except ScenarioError:
        return contest


def _at(contest: Contest, roots: Floats) -> Contest:
    """The contest with these root shares, scaled so that seats keep their totals."""
    totals = contest.totals
    resting = np.divide(contest.rest, totals, out=np.zeros_like(totals), where=totals > 0)
    whole = (roots**2).sum(axis=1) + resting
    scale = np.divide(totals, whole, out=np.zeros_like(totals), where=whole > 0)
    return replace(contest, votes=roots**2 * scale[:, None], rest=resting * scale)
