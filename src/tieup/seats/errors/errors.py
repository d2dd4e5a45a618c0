"""How far an election strays from the last one: sizes of error, estimated from past elections."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from math import hypot, inf, sqrt
from pathlib import Path

import numpy as np

from tieup.regions import Election, Region
from tieup.scenarios import ScenarioError
from tieup.seats.contest import Contest, Floats, is_independent
from tieup.seats.errors.moves import changes, parts
from tieup.seats.errors.pull import Pull

#: As many pairs of a land's own as those of all lands together are worth.
WORTH = 1.0
#: Contenders with less than this, where they stand, move less statewide, with the root of it.
MINOR = 0.05
#: Shares of the seat between which candidates are in the middle: rising, flat, falling.
MIDDLE = (0.02, 0.15, 0.25, 0.40)

#: Written by `python benchmark/backtest.py PATH --priors`.
PRIORS = Path(__file__).with_name("priors.toml")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorSizes:
    """Standard deviations of a candidate's root share, from one election to the next.

    Attributes:
        state: of the part that a party's candidates share statewide.
        district: of the part that they share in a district.
        seat: of a candidate's own part.
        pairs: the elections that they were estimated from.
        later: whether elections after the base were among them, as there were none before.
        tails: degrees of freedom of Student's t at each level; infinite for the normal law.
        middle: by how much wider those err who are neither strong nor weak.
        lean: statewide part of the error that is left where the statewide share is known.
        newcomer: statewide error of a contender that comes new.
        pull: how much of the seats' distances from the mean lasts; the sizes are of what strays
            from that.
    """

    state: float
    district: float
    seat: float
    pairs: tuple[Pair, ...] = ()
    later: bool = False
    tails: float = inf
    middle: float = 1.0
    lean: float = 0.0
    newcomer: float = 0.0
    pull: Pull = field(default_factory=Pull)

    @property
    def are_none(self) -> bool:
        """Whether nothing is drawn at all."""
        return self.state == self.district == self.seat == self.lean == 0

    def widths(self, shares: Floats) -> Floats:
        """Shape of shares: what a candidate's own error is multiplied by.

        One for the strong and the weak, `middle` for those between, who fall or rise the farthest.
        """
        return 1 + (self.middle - 1) * np.interp(shares, MIDDLE, (0.0, 1.0, 1.0, 0.0))

    def of_states(
        self, contest: Contest, contender_of: Mapping[str, str], known: frozenset[str] = frozenset()
    ) -> dict[str, float]:
        """Standard deviations of statewide errors by contender, for tieup.seats.draws.draw.

        Whose statewide share is known has `lean` alone: what seats stray from what the share says.

        Args:
            contest: about which is drawn.
            contender_of: the contender of each party; independents share nothing.
            known: contenders whose share is known.
        """
        contenders = list(
            dict.fromkeys(contender_of[p] for p in contest.parties if not is_independent(p))
        )
        place = {contender: number for number, contender in enumerate(contenders)}
        # Independents, and NOBODY's -1, count for a place of their own at the end.
        last = len(contenders)
        number = [last if is_independent(p) else place[contender_of[p]] for p in contest.parties]
        who = np.array([*number, last])[contest.party].ravel()
        stood = np.maximum(np.bincount(who, minlength=last + 1), 1)
        sums = np.bincount(who, weights=contest.shares.ravel(), minlength=last + 1)
        levels = (sums / stood)[:last]
        wide = self.widths(levels) * np.minimum(1.0, np.sqrt(levels / MINOR))
        return {
            contender: self.lean if contender in known else hypot(self.state * w, self.lean)
            for contender, w in zip(contenders, wide.tolist(), strict=True)
        }


NO_ERROR = ErrorSizes(state=0.0, district=0.0, seat=0.0)


@lru_cache(maxsize=1)
def bundled_sizes() -> ErrorSizes:
    """Sizes from the past elections of many states, for a land with too few of its own.

    They come with a pull: draw about tieup.seats.errors.pull.settled of the contest.
    """
    with PRIORS.open("rb") as file:
        kept = tomllib.load(file)
    return ErrorSizes(pull=Pull(**kept["pull"]), **kept["errors"])


def error_sizes(
    region: Region, base: str, pairs: Sequence[Pair] | None = None, *, pulled: bool = True
) -> ErrorSizes:
    """Sizes of error for an election that follows the base.

    A land's own sizes count as many times as it has pairs of elections, those of many lands WORTH
    times. Tails, widths, lean and pull are those of many lands, for a single one can't tell them.

    Args:
        region: the land.
        base: the election that is drawn about the next of.
        pairs: as for ``own_sizes``.
        pulled: whether seats are pulled to the mean. Not so where a seat must not depend on who
            stands in the others.
    """
    bundled = bundled_sizes() if pulled else replace(bundled_sizes(), pull=Pull())
    try:
        own = own_sizes(region, base, pairs, about=bundled)
    except ScenarioError:
        return bundled
    weight = len(own.pairs)

    def joined(mine: float, theirs: float) -> float:
        return sqrt((weight * mine**2 + WORTH * theirs**2) / (weight + WORTH))

    return replace(
        bundled,
        state=joined(own.state, bundled.state),
        district=joined(own.district, bundled.district),
        seat=joined(own.seat, bundled.seat),
        pairs=own.pairs,
        later=own.later,
    )


def own_sizes(
    region: Region, base: str, pairs: Sequence[Pair] | None = None, *, about: ErrorSizes = NO_ERROR
) -> ErrorSizes:
    """What a land's own elections say by themselves.

    From each pair of elections of the same kind that follow one another (assembly after assembly,
    Lok Sabha after Lok Sabha, by segment), the later one not after the base. Where no such pair is,
    from elections of any kind that follow one another until the base; where even these are none,
    from the later ones, and `later` says so. Pairs given by the caller are used as they are.

    Args:
        region: the land.
        base: the election.
        pairs: instead of those up to the base.
        about: gives the pull and the widths; sizes are of what strays from these.

    Raises:
        ScenarioError: where no pair tells anything.
    """
    chosen, later = (tuple(pairs), False) if pairs is not None else _pairs(region, base)
    return _estimated(region, chosen, about, later=later)


@lru_cache(maxsize=64)
def _estimated(
    region: Region, pairs: tuple[Pair, ...], about: ErrorSizes, *, later: bool
) -> ErrorSizes:
    """Nested variance components by the method of moments, pooled over pairs and contenders."""
    found = [change for pair in pairs for change in changes(region, pair, about)]
    if not found:
        message = (
            f"no pair of elections of {region.id} tells how large errors are, for that takes "
            "returns of two"
        )
        raise ScenarioError(message)
    seat, district = parts(found)
    states = [change.state - change.noise(district, seat) for change in found]
    return ErrorSizes(
        state=sqrt(max(float(np.mean(states)), 0.0)),
        district=sqrt(district),
        seat=sqrt(seat),
        pairs=pairs,
        later=later,
        middle=about.middle,
        pull=about.pull,
    )


def past_pairs(region: Region) -> tuple[Pair, ...]:
    """Every pair of elections of one kind, with returns, that follow one another."""
    return tuple(
        (one.id, other.id)
        for kind in sorted({election.kind for election in region.elections.values()})
        for one, other in pairwise(e for e in _in_order(region) if e.kind == kind)
    )


def _pairs(region: Region, base: str) -> tuple[tuple[Pair, ...], bool]:
    """The pairs for a base, and whether they are later than it."""
    counted = region.election(base).counted
    known = [election for election in _in_order(region) if election.counted <= counted]
    ids = {election.id for election in known}
    same_kind = tuple(pair for pair in past_pairs(region) if ids.issuperset(pair))
    any_kind = tuple((one.id, other.id) for one, other in pairwise(known))
    past = same_kind or any_kind
    return (past, False) if past else (past_pairs(region), True)


def _in_order(region: Region) -> list[Election]:
    """Elections with returns, oldest first."""
    ordered = sorted(region.elections.values(), key=lambda election: election.counted)
    return [election for election in ordered if election.has_returns]
