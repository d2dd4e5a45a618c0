"""Leeways of a stage: what is not known of who follows, who splits off, and who lent votes."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from tieup.regions import Region
from tieup.seats.contest import Contest, Floats
from tieup.seats.draws import Leeway
from tieup.seats.staging.course import Course
from tieup.seats.staging.entries import entered
from tieup.seats.staging.homecoming import homecoming, needing
from tieup.seats.staging.splits import UNEVEN, split_off
from tieup.seats.staging.stage import Stage

#: The step of a part over which the slopes of a split are taken. Votes answer to it in proportion,
#: so that its size changes nothing; it is small so that nobody becomes another's stronger member.
STEP = 1e-3


def leeways(stage: Stage, region: Region | None = None) -> tuple[Leeway, ...]:
    """How the shares of a stage move with what is not known of it.

    One for each pair of giver and taker whose rate has an error, one for each split, and one for
    each contender whose lent votes came home. Slopes are derivatives, with everybody who stands or
    stands down kept in place; given swing and shares are met all along.

    Args:
        stage: the stage.
        region: the region; without it splits have no leeway.
    """
    course = Course(stage)
    return (
        *_of_transfer(stage, course),
        *(_of_splits(stage, course, region) if region else ()),
        *_of_support(stage, course),
    )


def _of_transfer(stage: Stage, course: Course) -> Iterator[Leeway]:
    for giver, taker in dict.fromkeys((down.giver, down.taker) for down in stage.downs):
        rate = stage.followers.rate(giver, taker)
        if rate.state_sd == rate.seat_sd == 0:
            continue
        yield Leeway(
            giver=giver,
            taker=taker,
            slope=course.by_part(giver, taker),
            state_sd=rate.state_sd,
            seat_sd=rate.seat_sd,
            low=-rate.mean,
            high=1 - rate.mean,
        )


def _of_splits(stage: Stage, course: Course, region: Region) -> Iterator[Leeway]:
    for number, split in enumerate(stage.scenario.splits):
        # To one side: there may be no more votes to take.
        step = min(STEP, split.part / 2)
        splits = list(stage.scenario.splits)
        splits[number] = replace(split, part=split.part - step)
        less = _held(stage, split_off(stage.base, region, stage.scenario.base, splits))
        yield Leeway(
            giver=split.parent,
            # A place tells two splits of one parent and child apart.
            taker="@".join((split.party, *split.places.districts, *map(str, split.places.seats))),
            slope=course.by_votes((stage.held.votes - less.votes) / step),
            state_sd=split.error,
            seat_sd=UNEVEN * split.part,
            low=-split.part,
            high=1 - split.part,
        )


def _of_support(stage: Stage, course: Course) -> Iterator[Leeway]:
    state_sd, seat_sd = stage.support.astray
    for contender, lent in stage.support.lent.items():
        moves = _homeward(stage, contender)
        if not moves.any():
            continue
        share = np.divide(
            lent.sum(axis=1),
            stage.base.totals,
            out=np.zeros_like(stage.base.totals),
            where=stage.base.totals > 0,
        )
        # By the root of what was lent, for on that scale it was measured how far restoring strays.
        roots = np.sqrt(share)[:, None]
        slope = course.by_votes(moves)
        yield Leeway(
            giver=contender,
            taker=contender,
            slope=np.divide(2 * slope, roots, out=np.zeros_like(slope), where=roots > 0),
            state_sd=state_sd,
            seat_sd=seat_sd,
        )


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
