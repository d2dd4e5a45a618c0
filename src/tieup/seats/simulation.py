"""From a scenario to its projection."""

import numpy as np

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.seats.count import Count
from tieup.seats.draws import Draws, Progress, draw
from tieup.seats.errors.errors import NO_ERROR, ErrorSizes, error_sizes
from tieup.seats.errors.prepared import prepared
from tieup.seats.notes import notes
from tieup.seats.pivots import pivots
from tieup.seats.projection import BlocPower, BlocProspect, Coalition, Projection, Spread
from tieup.seats.staging.stage import Stage, stage

#: A bloc that the structure does not name is shown if it wins this many seats on average.
MENTIONED = 0.05


def project(  # noqa: PLR0913 - all but the first two are by keyword, and may be left out
    region: Region,
    scenario: Scenario,
    *,
    draws: int = 10_000,
    seed: int = 0,
    progress: Progress | None = None,
    errors: ErrorSizes | None = None,
    keep_winners: bool = False,
    workers: int | None = None,
) -> Projection:
    """Work out what a scenario would bring.

    Partners leave seats to each other, voters follow or don't, statewide shares move to where swing
    and shares put them, and elections are drawn around that.

    Args:
        region: the region.
        scenario: who stands together, from which base, with which assumptions.
        draws: elections to simulate; 0 for the scenario itself, without error.
        seed: of the draws, 0 or more; the same gives the same.
        progress: told, now and then, the draws made and the draws wanted.
        errors: their sizes; by default as estimated from elections up to the base.
        keep_winners: keep who wins each seat in each draw (two bytes a seat and draw).
        workers: threads; by default two, where the machine has them.

    Raises:
        UnknownNameError: for a party or election that the region does not know, or a base without
            returns, with the nearest known.
        ScenarioError: for a scenario that can't be, or a negative number of draws or seed.
    """
    check_numbers(draws, seed)
    staged = stage(region, scenario)
    if not draws:
        errors = NO_ERROR
    elif errors is None:
        errors = error_sizes(region, staged.scenario.base)
    if not draws:
        drawn = _drawn_without_error(staged, keep_winners=keep_winners)
    else:
        drawn = prepared(staged, errors, region).draw(
            draws=draws, seed=seed, keep_winners=keep_winners, workers=workers, progress=progress
        )
    return _projection(region, staged, drawn, errors, draws=draws, seed=seed)


def check_numbers(draws: int, seed: int) -> None:
    """Refuse negative numbers.

    Raises:
        ScenarioError: for a negative number of draws or seed.
    """
    for noun, number in (("draws", draws), ("seed", seed)):
        if number < 0:
            message = f"{noun} {number}: it can't be negative"
            raise ScenarioError(message)


def _projection(  # noqa: PLR0913 - all but the first four are by keyword
    region: Region,
    staged: Stage,
    drawn: Draws,
    errors: ErrorSizes,
    *,
    draws: int,
    seed: int,
) -> Projection:
    """What was drawn, counted."""
    count = Count.of(staged, drawn)
    plain = Count.of(staged, _drawn_without_error(staged))
    blocs = count.blocs()
    won = np.stack([count.won(bloc) for bloc in blocs], axis=1)
    mark = region.majority_mark
    backed = won + count.support(blocs, mark)
    hung = (backed < mark).all(axis=1)
    named = staged.lineup.named
    shown = [n for n in range(len(blocs)) if n < named or won[:, n].mean() >= MENTIONED]
    power = pivots(won[hung], mark)
    winning = count.winning
    return Projection(
        region=region.id,
        scenario=staged.scenario,
        draws=draws,
        seed=seed,
        pack=region.digest,
        shares=count.shares(),
        seats={c: Spread.of(count.won((c,))) for c in winning},
        no_error={c: int(plain.won((c,))[0]) for c in dict.fromkeys((*winning, *plain.winning))},
        members=count.members(),
        blocs=tuple(
            BlocProspect(
                parties=blocs[n],
                seats=Spread.of(won[:, n]),
                no_error=int(plain.won(blocs[n])[0]),
                majority=float((backed[:, n] >= mark).mean()),
            )
            for n in shown
        ),
        majority_mark=mark,
        hung=float(hung.mean()),
        pivots=tuple(
            BlocPower(
                parties=blocs[n],
                shapley_shubik=float(power.shapley_shubik[n]),
                banzhaf=float(power.banzhaf[n]),
                kingmaker=float(power.kingmaker[n]),
            )
            for n in shown
            if power.hung
        ),
        coalitions=tuple(
            Coalition(blocs=tuple(blocs[n] for n in together), frequency=frequency)
            for together, frequency in power.coalitions
        ),
        constituencies=tuple(count.constituencies(region)),
        errors=errors,
        notes=notes(region, staged, errors, cut=power.cut),
        draws_by_party=np.stack([count.won((c,)) for c in winning], axis=1).astype(np.int16),
        winners=count.winners(winning),
    )


def _drawn_without_error(staged: Stage, *, keep_winners: bool = False) -> Draws:
    """The one election in which everybody votes exactly as the scenario says."""
    return draw(
        staged.polled,
        staged.lineup.contender_of,
        NO_ERROR,
        draws=0,
        seed=0,
        keep_winners=keep_winners,
    )
