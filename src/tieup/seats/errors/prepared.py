"""Prepared: a stage with all that its draws take, the same for a projection and for a sweep."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tieup.regions import Region
from tieup.seats.contest import Contest, Floats
from tieup.seats.draws import Draws, Leeway, Progress, draw
from tieup.seats.errors.errors import ErrorSizes
from tieup.seats.errors.polls import state_errors
from tieup.seats.errors.pull import settled, staying
from tieup.seats.staging.leeways import leeways
from tieup.seats.staging.record import of_its_kind_before, roots
from tieup.seats.staging.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """What `draw` takes beside the sizes of error.

    Attributes:
        contest: the votes about which is drawn.
        state: standard deviations of statewide errors on the root scale, by contender.
        factor: shape (seats, candidates), what seat errors are multiplied by; None for 1.
        leeway: what is not known of where voters go.
        contender_of: the contender of each party.
        errors: sizes of error.
    """

    contest: Contest
    state: Mapping[str, float]
    factor: Floats | None
    leeway: tuple[Leeway, ...]
    contender_of: Mapping[str, str]
    errors: ErrorSizes

    def draw(  # noqa: PLR0913 - all by keyword, as of tieup.seats.draws.draw
        self,
        *,
        draws: int,
        seed: int,
        only: range | None = None,
        keep_winners: bool = False,
        workers: int | None = None,
        progress: Progress | None = None,
    ) -> Draws:
        """Simulate elections around it."""
        return draw(
            self.contest,
            self.contender_of,
            self.errors,
            draws=draws,
            seed=seed,
            state=self.state,
            factor=self.factor,
            leeway=self.leeway,
            only=only,
            keep_winners=keep_winners,
            workers=workers,
            progress=progress,
        )


def prepared(staged: Stage, errors: ErrorSizes, region: Region | None = None) -> Prepared:
    """A stage made ready to be drawn.

    Args:
        staged: the stage.
        errors: sizes of error.
        region: without it, splits have no leeway.
    """
    contender_of = staged.lineup.contender_of
    contest = staged.polled
    if not errors.pull.is_none:
        contest = settled(
            contest,
            contender_of,
            errors.pull,
            earlier=None if region is None else _earlier(staged, region),
            stays=staying(staged.base, contest, contender_of),
        )
    states = errors.of_states(contest, contender_of, staged.scenario.known)
    return Prepared(
        contest=contest,
        state={**states, **state_errors(staged)},
        factor=None if is_even(errors) else errors.widths(contest.shares),
        leeway=leeways(staged, region),
        contender_of=contender_of,
        errors=errors,
    )


def _earlier(staged: Stage, region: Region) -> Floats | None:
    """Root shares of the candidates' contenders at the last election of its kind before the base.

    Shape (seats, candidates), NaN where one did not stand; None where there is no such election.
    """
    before = of_its_kind_before(region, staged.scenario.base)
    if before is None:
        return None
    polled, contender_of = staged.polled, staged.lineup.contender_of
    had = roots(before, tuple(contender_of.get(party, party) for party in polled.parties))
    found: Floats = had[polled.party, np.arange(len(polled.numbers))[:, None]]
    return found


def is_even(errors: ErrorSizes) -> bool:
    """Whether the strong, the weak and those between err alike."""
    return errors.middle == 1
