"""Prepared: a stage with all that its draws take, the same for a projection and for a sweep."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tieup.regions import Region
from tieup.seats.contest import Contest, Floats
from tieup.seats.draws import Leeway
from tieup.seats.errors import ErrorSizes
from tieup.seats.leeways import leeways
from tieup.seats.polls import state_errors
from tieup.seats.pull import settled
from tieup.seats.record import record
from tieup.seats.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """What `draw` takes beside the sizes of error.

    Attributes:
        contest: the votes about which is drawn.
        state: standard deviations of statewide errors on the root scale, by contender.
        factor: shape (seats, candidates), what seat errors are multiplied by; None for 1.
        leeway: what is not known of where voters go.
    """

    contest: Contest
    state: Mapping[str, float]
    factor: Floats | None
    leeway: tuple[Leeway, ...]


def prepared(staged: Stage, errors: ErrorSizes, region: Region | None = None) -> Prepared:
    """A stage made ready to be drawn.

    Args:
        staged: the stage.
        errors: sizes of error.
        region: without it, splits have no leeway.
    """
    contender_of = staged.lineup.contender_of
    earlier = None if region is None or errors.pull.is_none else _earlier(staged, region)
    contest = settled(staged.polled, contender_of, errors.pull, earlier=earlier)
    states = errors.of_states(contest, contender_of, staged.scenario.known)
    return Prepared(
        contest=contest,
        state={**states, **state_errors(staged)},
        factor=None if is_even(errors) else errors.widths(contest.shares),
        leeway=leeways(staged, region),
    )


def _earlier(staged: Stage, region: Region) -> Floats | None:
    """Root shares of the candidates' contenders at the last election of its kind before the base.

    Shape (seats, candidates), NaN where one did not stand; None where there is no such election.
    """
    kind = region.election(staged.scenario.base).kind
    past = record(region, staged.scenario.base)[:-1]
    same = [each for each in past if region.election(each.election).kind == kind]
    if not same:
        return None
    polled, contender_of = staged.polled, staged.lineup.contender_of
    had = [same[-1].of(contender_of.get(party, party)) for party in polled.parties]
    shares = np.array([*had, np.zeros(len(polled.numbers))])  # NOBODY, -1, finds the last
    roots = np.where(shares > 0, np.sqrt(shares), np.nan)
    found: Floats = roots[polled.party, np.arange(len(polled.numbers))[:, None]]
    return found


def is_even(errors: ErrorSizes) -> bool:
    """Whether the strong, the weak and those between err alike."""
    return errors.middle == 1
