"""Trial: a pair of elections foretold by every method, with nothing of the later one but names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tieup.seats.backtest.flows import Flows
from tieup.seats.backtest.outset import outset, plain
from tieup.seats.backtest.scores import Score, score_of_draws, score_of_plain
from tieup.seats.backtest.settings import Settings, settings
from tieup.seats.backtest.study import Study
from tieup.seats.baselines import proportional_swing, uniform_swing
from tieup.seats.contest import Contest
from tieup.seats.draws import Draws, draw
from tieup.seats.errors.pull import settled

#: Leans that are tried, each with what the seats' own errors are multiplied by.
TRIMS = tuple((lean, times) for lean in (0.01, 0.02, 0.03, 0.04, 0.05) for times in (0.6, 0.8, 1.0))
#: The part of intervals that is to hold what happened.
COVER = 0.9
#: The trim where no other pair tells one.
UNSEEN = (0.03, 0.8)
#: No votes move between partners.
UNMOVED = {"kept": 0.0, "allied": 0.0, "lent": 0.0, "returned": 0.0}
#: The methods that are given the statewide shares.
GIVEN = ("uniform swing", "proportional swing", "uniform, our start", "proportional, our start")
OURS, OURS_UNMOVED, OURS_UNKNOWN = "ours", "ours, no votes move", "ours, shares unknown"
#: As before nominations: neither shares nor candidates are known, but who is allied with whom is.
OURS_BLIND = "ours, nothing known"


@dataclass(frozen=True, kw_only=True, eq=False)
class Trial:
    """What the methods said of one pair.

    Attributes:
        study: the pair.
        settings: what ours worked with.
        scores: by method.
    """

    study: Study
    settings: Settings
    scores: Mapping[str, Score]


def trials(  # noqa: PLR0913 - all but the first by keyword
    studies: Sequence[Study],
    *,
    only: Sequence[Study] | None = None,
    until: bool = False,
    draws: int = 4_000,
    seed: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> list[Trial]:
    """Try every pair, each with settings that have not seen it.

    Args:
        studies: the pairs.
        only: try these of them alone; `lean` then comes from them alone, too.
        until: use only pairs that were over when the base was; pairs without any are left out.
            Else all others: the land's own and, for what is common to all, other lands'.
        draws: of each forecast.
        seed: of the draws.
        progress: told the steps made and wanted.
    """
    fitted: list[tuple[Study, Settings]] = []
    tried = studies if only is None else only
    steps = 3 * len(tried)
    for number, study in enumerate(tried):
        over = [s for s in studies if s is not study and (not until or s.was_over(study))]
        mine = [s for s in over if s.land == study.land]
        others = [s for s in over if s.land != study.land]
        if over:
            fitted.append((study, settings(mine, others)))
        if progress:
            progress(number + 1, steps)
    leaning = {}
    for number, (study, found) in enumerate(fitted):
        leaning[number] = [
            _covered(_ours(study, _leaning(found, trim), draws=draws // 4, seed=seed))
            for trim in TRIMS
        ]
        if progress:
            progress(len(tried) + number + 1, steps)
    results = []
    for number, (study, found) in enumerate(fitted):
        seen = [
            leaning[n]
            for n, (other, _) in enumerate(fitted)
            if n != number and (not until or other.was_over(study))
        ]
        trim = _best_that_covers(seen)
        results.append(_trial(study, _leaning(found, trim), draws=draws, seed=seed))
        if progress:
            progress(2 * len(tried) + number + 1, steps)
    return results


def prior(studies: Sequence[Study], *, draws: int = 1_000, seed: int = 1) -> Settings:
    """What all pairs together say, for a land with too few elections of its own."""
    found = settings((), studies)
    seen = [
        [_covered(_ours(study, _leaning(found, trim), draws=draws, seed=seed)) for trim in TRIMS]
        for study in studies
    ]
    return _leaning(found, _best_that_covers(seen))


def _trial(study: Study, found: Settings, *, draws: int, seed: int) -> Trial:
    """Every method on one pair."""
    known = study.known
    shares = known.statewide
    start, unmoved = study.start(found.rates), plain(known, shares)
    given = (
        uniform_swing(unmoved, shares),
        proportional_swing(unmoved, shares),
        uniform_swing(start, shares),
        proportional_swing(start, shares),
    )
    scores = {name: score_of_plain(known, said) for name, said in zip(GIVEN, given, strict=True)}
    scores[OURS] = _ours(study, found, draws=draws, seed=seed)
    still = replace(found, rates=replace(found.rates, **UNMOVED))
    scores[OURS_UNMOVED] = _ours(study, still, draws=draws, seed=seed)
    for name, told in ((OURS_UNKNOWN, study.unknown), (OURS_BLIND, study.foreseen)):
        centre, drawn = foretold(told, found, draws=draws, seed=seed)
        scores[name] = score_of_draws(told, centre, drawn, truth=known)
    return Trial(study=study, settings=found, scores=scores)


def _ours(study: Study, found: Settings, *, draws: int, seed: int) -> Score:
    """Ours, given the statewide shares."""
    centre = study.expected(found.rates, found.errors.pull)
    drawn = _draws(centre, found, known=frozenset(centre.parties), draws=draws, seed=seed)
    return score_of_draws(study.known, centre, drawn)


def foretold(found: Flows, with_: Settings, *, draws: int, seed: int) -> tuple[Contest, Draws]:
    """Ours, where nothing is known of the later election but who stands where.

    Args:
        found: the flows from the base, without the later election's shares.
        with_: what was estimated.
        draws: how many.
        seed: of the draws.

    Returns:
        What is expected, and the draws around it.
    """
    newcomers = {
        name: with_.newcomer * float(found.mine(name).any(axis=1).mean())
        for name in set(found.contenders) - found.old
    }
    start = outset(found, with_.rates, newcomers)
    centre = settled(
        start,
        {name: name for name in start.parties},
        with_.errors.pull,
        earlier=found.earlier,
        stays=found.stays,
    )
    drawn = _draws(centre, with_, known=frozenset(), draws=draws, seed=seed, flows=found)
    return centre, drawn


def _draws(  # noqa: PLR0913 - all but the first two by keyword
    centre: Contest,
    found: Settings,
    *,
    known: frozenset[str],
    draws: int,
    seed: int,
    flows: Flows | None = None,
) -> Draws:
    errors = found.errors
    contender_of = {name: name for name in centre.parties}
    states = errors.of_states(centre, contender_of, known)
    if flows is not None:
        states |= {name: errors.newcomer for name in states if name not in flows.old}
    return draw(
        centre,
        contender_of,
        replace(errors, state=0.0),  # each contender's is given; independents share none
        draws=draws,
        seed=seed,
        state=states,
        factor=errors.widths(centre.shares),
    )


def _leaning(found: Settings, trim: tuple[float, float]) -> Settings:
    """The settings with a lean, and seats' own errors multiplied."""
    lean, times = trim
    errors = found.errors
    return replace(found, errors=replace(errors, lean=lean, seat=times * errors.seat))


def _covered(score: Score) -> tuple[int, int, float]:
    """Intervals that held what happened, and all; the sum of the scores of seats."""
    parties = score.parties.values()
    return sum(each.covered for each in parties), len(parties), sum(each.crps for each in parties)


def _best_that_covers(seen: Sequence[Sequence[tuple[int, int, float]]]) -> tuple[float, float]:
    """Of the trims with which the other pairs' intervals held often enough, the best by CRPS."""
    if not seen:
        return UNSEEN
    held, of, crps = np.sum(seen, axis=0).T
    cover = held / of
    enough = cover >= min(COVER, float(cover.max()))
    return TRIMS[int(np.where(enough, crps, np.inf).argmin())]
