"""Leeways of a stage: what is not known of who follows, who splits off, and who lent votes."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from tieup.regions import Region
from tieup.seats.contest import Contest, Floats
from tieup.seats.draws import Leeway
from tieup.seats.staging.entries import entered
from tieup.seats.staging.followers import Followers, transferred
from tieup.seats.staging.homecoming import homecoming, needing
from tieup.seats.staging.levels import levelled
from tieup.seats.staging.splits import UNEVEN, split_off
from tieup.seats.staging.stage import Stage

#: The step of a part, to either side, over which slopes are taken.
STEP = 1e-3


def leeways(stage: Stage, region: Region | None = None) -> tuple[Leeway, ...]:
    """How the shares of a stage move with what is not known of it.

    One for each pair of giver and taker whose rate has an error, one for each split, and one for
    each contender whose lent votes came home. Slopes are differences of the stage's shares over a
    small step, with everybody who stands or stands down kept in place; where swing or
    shares are given they are met at either end.

    Args:
        stage: the stage.
        region: the region; without it splits have no leeway.
    """
    return (
        *_of_transfer(stage),
        *(_of_splits(stage, region) if region else ()),
        *_of_support(stage),
    )


def _of_transfer(stage: Stage) -> Iterator[Leeway]:
    for giver, taker in dict.fromkeys((down.giver, down.taker) for down in stage.downs):
        rate = stage.followers.rate(giver, taker)
        if rate.state_sd == rate.seat_sd == 0:
            continue

        def at(change: float, pair: tuple[str, str] = (giver, taker)) -> Contest:
            return _polled(stage, stage.held, {pair: change})

        yield Leeway(
            giver=giver,
            taker=taker,
            slope=_slope(at),
            state_sd=rate.state_sd,
            seat_sd=rate.seat_sd,
            low=-rate.mean,
            high=1 - rate.mean,
        )


def _of_splits(stage: Stage, region: Region) -> Iterator[Leeway]:
    for number, split in enumerate(stage.scenario.splits):

        def at(change: float, number: int = number) -> Contest:
            splits = list(stage.scenario.splits)
            splits[number] = replace(splits[number], part=splits[number].part + change)
            after = split_off(stage.base, region, stage.scenario.base, splits)
            return _polled(stage, _held(stage, after))

        yield Leeway(
            giver=split.parent,
            # A place tells two splits of one parent and child apart.
            taker="@".join((split.party, *split.places.districts, *map(str, split.places.seats))),
            # On one side alone: there may be no more votes to take.
            slope=_slope(at, -min(STEP, split.part / 2), 0.0),
            state_sd=split.error,
            seat_sd=UNEVEN * split.part,
            low=-split.part,
            high=1 - split.part,
        )


def _of_support(stage: Stage) -> Iterator[Leeway]:
    state_sd, seat_sd = stage.support.astray
    for contender, lent in stage.support.lent.items():
        moves = _homeward(stage, contender)
        if not moves.any():
            continue

        def at(change: float, moves: Floats = moves) -> Contest:
            votes = np.maximum(stage.held.votes + change * moves, 0.0)
            return _polled(stage, replace(stage.held, votes=votes))

        share = np.divide(
            lent.sum(axis=1),
            stage.base.totals,
            out=np.zeros_like(stage.base.totals),
            where=stage.base.totals > 0,
        )
        # By the root of what was lent, for on that scale it was measured how far restoring strays.
        roots = np.sqrt(share)[:, None]
        slope = _slope(at)
        yield Leeway(
            giver=contender,
            taker=contender,
            slope=np.divide(2 * slope, roots, out=np.zeros_like(slope), where=roots > 0),
            state_sd=state_sd,
            seat_sd=seat_sd,
        )


def _slope(at: Callable[[float], Contest], low: float = -STEP, high: float = STEP) -> Floats:
    """Shape (seats, candidates): how shares answer to a part."""
    slope: Floats = (at(high).shares - at(low).shares) / (high - low)
    return slope


def _homeward(stage: Stage, contender: str) -> Floats:
    """Shape (seats, candidates): the votes that move as the contender's come home."""
    moves = np.zeros_like(stage.held.votes)
    for entry in stage.coming:
        if entry.party in stage.lineup.members[contender]:
            new = stage.held.of(frozenset({entry.party})) & entry.seats[:, None]
            moves += np.where(new, entry.taken.sum(axis=1, keepdims=True), 0.0)
            moves[:, : entry.taken.shape[1]] -= entry.taken
    return moves


def _held(stage: Stage, split: Contest) -> Contest:
    """Split, with everybody home who is home in the stage."""
    named = needing(stage.scenario.standing, stage.scenario.leaves)
    coming = homecoming(split, stage.base, stage.lineup, stage.support, named)
    return entered(split, tuple(coming))


def _polled(
    stage: Stage, held: Contest, changes: dict[tuple[str, str], float] | None = None
) -> Contest:
    """The stage's votes with other rates or votes held; who stands down is who did."""
    followers: Followers = stage.followers
    pairs = {(down.giver, down.taker) for down in stage.downs}
    rates = {pair: followers.rate(*pair).mean + (changes or {}).get(pair, 0.0) for pair in pairs}
    first = tuple(d for d in stage.downs if (d.giver, d.taker) not in stage.scenario.leaves)
    then = tuple(d for d in stage.downs if (d.giver, d.taker) in stage.scenario.leaves)
    moved = transferred(transferred(held, first, rates), then, rates)
    return levelled(moved, stage.lineup, stage.scenario)
