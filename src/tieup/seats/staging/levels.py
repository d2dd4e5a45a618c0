"""Levels: parties' statewide shares moved to where swing and shares put them, exactly."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from tieup.scenarios import Scenario, ScenarioError
from tieup.seats.contest import NOBODY, Bools, Contest, Floats, Ints
from tieup.seats.staging.lineup import Lineup

#: Below this part of a seat's votes a candidate's error, and shift, shrinks in proportion to the
#: root of the share. Residuals of past elections are about even above it (docs/methods.md).
SMALL = 0.02
#: How exactly the statewide shares are met, as parts of the valid votes.
TOLERANCE = 1e-12
#: Bounds on the search for them.
STEPS, SWEEPS, ROUNDS, FARTHEST = 60, 5, 8, 1e6


def reach(shares: Floats) -> Floats:
    """Shape of shares: how far (0 to 1) a candidate's root share follows a shift or an error."""
    reached: Floats = np.minimum(np.sqrt(shares / SMALL), 1.0)
    return reached


def levelled(contest: Contest, lineup: Lineup, scenario: Scenario) -> Contest:
    """The contest with the scenario's swing and shares; seats keep their totals.

    Every candidate of a party is moved alike on the root scale, and the others of the seat are
    scaled to make room, so that nobody gains from another party's gain. A swing counts from the
    statewide share that the party has in the scenario without it.

    Raises:
        ScenarioError: for a swing that empties a party, or shares that can't be met.
    """
    targets = {party: percent / 100 for party, percent in scenario.shares.items()}
    for party, points in scenario.swing.items():
        now = contest.statewide(lineup.members[party])
        targets[party] = now + points / 100
        if targets[party] <= 0:
            message = f"swing {party}={points:+g}: it has {100 * now:.2f} percent; that empties it"
            raise ScenarioError(message)
    total = sum(targets.values())
    if total > 1 + TOLERANCE:
        message = f"swing and shares leave {100 - 100 * total:.2f} percent for the other parties"
        raise ScenarioError(message)
    if not targets:
        return contest
    candidates = {party: contest.of(lineup.members[party]) for party in targets}
    emptied = [candidates[party] for party, target in targets.items() if target == 0]
    wanted = {party: target for party, target in targets.items() if target > 0}
    return at_shares(_without(contest, emptied), candidates, wanted)


def at_shares(
    contest: Contest, candidates: Mapping[str, Bools], targets: Mapping[str, float]
) -> Contest:
    """The contest with groups of candidates at given statewide shares; seats keep their totals.

    Args:
        contest: the votes before.
        candidates: shape (seats, candidates) by name, who moves together.
        targets: parts (above 0, to 1) of all valid votes, by name.

    Raises:
        ScenarioError: for shares that can't be met.
    """
    wanted = dict(targets)
    if sum(wanted.values()) > 1 - TOLERANCE:
        contest = _alone(contest, [candidates[party] for party in wanted])
        wanted.popitem()  # it follows from the others
    for party, target in wanted.items():
        _check_room(contest, party, candidates[party], target)
    if not wanted:
        return contest
    return _shifted(contest, {party: candidates[party] for party in wanted}, wanted)


def _shifted(
    contest: Contest, candidates: Mapping[str, Bools], targets: Mapping[str, float]
) -> Contest:
    """The contest at the targets."""
    totals, shares = contest.totals, contest.shares
    stands = np.stack(list(candidates.values())) & (shares > 0)
    party, seat, column = np.nonzero(stands)
    moved = stands.any(axis=0)
    resting = np.divide(contest.rest, totals, out=np.zeros_like(totals), where=totals > 0)
    shifts = _Shifts(
        roots=np.sqrt(shares[seat, column]),
        reach=reach(shares[seat, column]),
        party=party,
        seat=seat,
        resting=np.where(moved, 0.0, shares).sum(axis=1) + resting,
        weights=totals / totals.sum(),
        targets=np.array(list(targets.values())),
    )
    solved = shifts.solved()
    if solved is None:
        given = ", ".join(f"{party} {100 * to:.2f}" for party, to in targets.items())
        message = f"the shares {given} percent can't be met together where they stand"
        raise ScenarioError(message)
    squares, scale = shifts.scaled(solved)
    after = shares.copy()
    after[seat, column] = squares
    votes = after * (scale * totals)[:, None]
    return replace(contest, votes=votes, rest=contest.rest * scale)


@dataclass(frozen=True, slots=True, eq=False)
class _Shifts:
    """The equations for the shifts, one a party, that meet the targets.

    A party's share grows with its own shift and falls with every other's. Of the candidates only
    those who move are here, one after the other.

    Attributes:
        roots: shape (movers,), of the shares before, all above 0.
        reach: shape (movers,), how far each follows its party's shift.
        party, seat: shape (movers,), as places among the targets and the seats.
        resting: shape (seats,), share of everybody else.
        weights: shape (seats,), parts of the valid votes.
        targets: shape (parties,).
    """

    roots: Floats
    reach: Floats
    party: Ints
    seat: Ints
    resting: Floats
    weights: Floats
    targets: Floats

    def scaled(self, shifts: Floats) -> tuple[Floats, Floats]:
        """Squares of moved root shares, shape (movers,), and what scales each seat's to one."""
        squares = self._sizes(shifts) ** 2
        return squares, self._scale(squares)

    def misses(self, shifts: Floats) -> Floats:
        """Shape (parties,): statewide shares less the targets."""
        squares, scale = self.scaled(shifts)
        parts = squares * (scale * self.weights)[self.seat]
        misses: Floats = (
            np.bincount(self.party, weights=parts, minlength=len(self.targets)) - self.targets
        )
        return misses

    def solved(self) -> Floats | None:
        """The shifts; None where there are none, or none can be found.

        Newton's method, and where that stalls, as at candidates who are left with nothing, one
        party after the other, which creeps but never strays.
        """
        shifts = np.zeros(len(self.targets))
        for _ in range(ROUNDS):
            shifts = self._by_newton(shifts)
            if np.abs(self.misses(shifts)).max() < TOLERANCE:
                return shifts
            for _ in range(SWEEPS):
                for party in range(len(shifts)):
                    shifts = self._by_halving(shifts, party)
        return None

    def _sizes(self, shifts: Floats) -> Floats:
        """Shape (movers,): root shares before scaling."""
        sizes: Floats = np.maximum(self.roots + shifts[self.party] * self.reach, 0.0)
        return sizes

    def _scale(self, squares: Floats) -> Floats:
        """Shape (seats,): what brings a seat to a sum of one."""
        whole = self.resting + np.bincount(self.seat, weights=squares, minlength=len(self.weights))
        return np.divide(1.0, whole, out=np.zeros_like(whole), where=whole > 0)

    def _jacobian(self, shifts: Floats) -> Floats:
        """Shape (parties, parties): how shares answer to shifts."""
        sizes = self._sizes(shifts)
        scale = self._scale(sizes**2)[self.seat]
        mine, slopes = (
            self._by_party(values * scale) for values in (sizes**2, 2 * sizes * self.reach)
        )
        jacobian: Floats = np.diag(slopes @ self.weights) - (mine * self.weights) @ slopes.T
        return jacobian

    def _by_party(self, values: Floats) -> Floats:
        """Shape (parties, seats): the sums of the movers' values."""
        shape = len(self.targets), len(self.weights)
        cells = self.party * shape[1] + self.seat
        sums = np.bincount(cells, weights=values, minlength=shape[0] * shape[1])
        return np.asarray(sums, dtype=np.float64).reshape(shape)

    def _by_newton(self, shifts: Floats) -> Floats:
        """Steps for as long as they bring the targets nearer."""
        misses = self.misses(shifts)
        for _ in range(STEPS):
            step = np.linalg.lstsq(self._jacobian(shifts), -misses, rcond=None)[0]
            # A party that starts from next to nothing has a flat slope and would overshoot.
            step *= min(1.0, 0.5 / max(float(np.abs(step).max()), TOLERANCE))
            nearer = self.misses(shifts + step)
            while np.abs(nearer).max() >= np.abs(misses).max():
                step /= 2
                if np.abs(step).max() < TOLERANCE:
                    return shifts
                nearer = self.misses(shifts + step)
            shifts, misses = shifts + step, nearer
            if np.abs(misses).max() < TOLERANCE:
                break
        return shifts

    def _by_halving(self, shifts: Floats, party: int) -> Floats:
        """One party's shift such that its share is met while the others' shifts stay."""
        low, high = shifts.copy(), shifts.copy()
        mine = self.party == party
        low[party] = -(self.roots[mine] / self.reach[mine]).max()
        high[party] = 1.0
        while self.misses(high)[party] < 0 and high[party] < FARTHEST:
            high[party] *= 2
        for _ in range(STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if self.misses(middle)[party] < 0 else (low, middle)
        return high


def _check_room(contest: Contest, party: str, mine: Bools, target: float) -> None:
    """Somebody voted for a party, and the seats in which it stands have votes enough."""
    stands = mine.any(axis=1)
    wanted = f"{party} can't have {100 * target:.2f} percent"
    if not stands.any():
        message = f"{wanted}: it stands in no seat"
        raise ScenarioError(message)
    if not contest.votes[mine].any():
        message = f"{wanted}: nobody voted for it, so that nothing says in which seats"
        raise ScenarioError(message)
    room = contest.totals[stands].sum() / contest.totals.sum()
    others = np.where(mine, 0.0, contest.votes)[stands].sum() + contest.rest[stands].sum()
    if target > room + TOLERANCE or (target > room - TOLERANCE and others > 0):
        message = (
            f"{wanted}: the {stands.sum()} seats in which it stands hold {100 * room:.2f} percent "
            "of the votes"
        )
        raise ScenarioError(message)


def _without(contest: Contest, emptied: list[Bools]) -> Contest:
    """The contest without these candidates; a seat keeps its total.

    Raises:
        ScenarioError: where nobody is left in a seat.
    """
    if not emptied:
        return contest
    gone = np.any(emptied, axis=0)
    if not (contest.stood & ~gone).any(axis=1).all():
        seat = contest.numbers[~(contest.stood & ~gone).any(axis=1)][0]
        message = f"the shares leave nobody in seat {seat}"
        raise ScenarioError(message)
    votes = np.where(gone, 0.0, contest.votes)
    left = votes.sum(axis=1) + contest.rest
    scale = np.divide(contest.totals, left, out=np.ones_like(left), where=left > 0)
    return replace(
        contest,
        party=np.where(gone, NOBODY, contest.party),
        votes=votes * scale[:, None],
        rest=contest.rest * scale,
    )


def _alone(contest: Contest, named: list[Bools]) -> Contest:
    """The contest of these candidates alone, as their shares leave nothing for others."""
    others = contest.stood & ~np.any(named, axis=0)
    return _without(replace(contest, rest=np.zeros_like(contest.rest)), [others])
