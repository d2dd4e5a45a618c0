"""Outset: where the candidates of an election start from, given an election of the past."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from tieup.seats.backtest.flows import Flows
from tieup.seats.contest import NOBODY, Contest, Floats, Ints, is_independent
from tieup.seats.errors.pull import HELD

#: What a candidate has at least, and an independent who comes new.
LEAST, NEWCOMER = 0.003, 0.005
#: A share below this is none.
NOTHING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How much of each kind of share moves, 0 to 1.

    Attributes:
        kept: to a partner of old, where the contender does not stand.
        allied: to a new partner.
        lent: back to a contender from the partner of the base who stands against it.
        returned: the same, where the partner does not stand.
        joined: with a candidate who changed sides.
        brought: with an independent who joined a party.
        again: of an independent who stands again.
        fresh: of its mean elsewhere that a contender has where none of this gives it anything.
    """

    kept: float = 0.5
    allied: float = 0.5
    lent: float = 0.5
    returned: float = 0.5
    joined: float = 0.5
    brought: float = 0.5
    again: float = 0.5
    fresh: float = 0.5


def outset(found: Flows, rates: Rates, shares: Mapping[str, float]) -> Contest:
    """The contest that the target's candidates start from.

    A contender that has nothing to start from anywhere starts level everywhere, with the share
    that it is given.

    Args:
        found: the flows.
        rates: how much of them moves.
        shares: expected statewide shares of contenders who come new.
    """
    start = np.maximum(
        found.own
        + rates.joined * (found.joined - found.left)
        + rates.brought * found.brought
        + rates.again * found.again
        + rates.kept * found.kept
        + rates.allied * found.allied
        + rates.lent * (found.lent - found.lost)
        + rates.returned * found.returned,
        0.0,
    )
    filled = found.contest(_filled(found, start, rates.fresh, shares))
    return _in_proportion(filled, shares)


def _in_proportion(start: Contest, shares: Mapping[str, float]) -> Contest:
    """The contest with independents, and the smallest parties, at their shares.

    They are no party that a swing could move: each has its part of what all have.
    """
    now = _summed(start.votes, start.party, len(start.parties)) / max(start.totals.sum(), 1.0)
    wanted = np.array([shares.get(contender, np.nan) for contender in start.parties])
    small = (wanted < HELD) | [is_independent(contender) for contender in start.parties]
    moved = small & np.isfinite(wanted) & (now > 0)
    factors = np.divide(wanted, now, out=np.ones_like(now), where=moved)
    votes = start.votes * np.where(start.stood, factors[start.party], 1.0)
    whole = votes.sum(axis=1)
    scale = np.divide(start.totals, whole, out=np.ones_like(whole), where=whole > 0)
    return replace(start, votes=votes * scale[:, None])


def plain(found: Flows, shares: Mapping[str, float]) -> Contest:
    """The contest in which nobody's votes move, but for heirs, as the baselines have it."""
    filled = _filled(found, found.own, 0.0, shares, least=0.0)
    return found.contest(filled, scaled=False)


def _filled(
    found: Flows, start: Floats, fresh: float, shares: Mapping[str, float], least: float = LEAST
) -> Floats:
    """Shares to start from, with those who have none."""
    who, kinds = found.who, len(found.contenders)
    none = found.stood & (start <= NOTHING)
    having = found.stood & ~none
    counts = _summed(having.astype(float), who, kinds)
    means = _summed(np.where(having, start, 0.0), who, kinds) / np.maximum(counts, 1)
    totals = found.pair.target.slate.contest.totals
    cast = _summed(np.broadcast_to((totals / totals.sum())[:, None], who.shape), who, kinds)
    given = np.array([shares.get(contender, 0.0) for contender in found.contenders])
    level = np.maximum(given / np.maximum(cast, NOTHING), LEAST)
    floor = np.where(counts > 0, np.maximum(fresh * means, least), level)
    for number, contender in enumerate(found.contenders):
        if is_independent(contender):
            floor[number] = NEWCOMER if least else 0.0
    return np.where(none, floor[who], start)


def _summed(values: Floats, who: Ints, kinds: int) -> Floats:
    """Shape (kinds,): sums by contender."""
    stood = who != NOBODY
    sums = np.bincount(who[stood], weights=values[stood], minlength=kinds)
    return sums.astype(np.float64)
