"""Sweeping: all structures over the same draws, block by block."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.scenarios.structures import Structure
from tieup.seats.contest import Ints
from tieup.seats.draws.drawing import Progress, shared_out
from tieup.seats.draws.streams import BLOCK
from tieup.seats.errors.errors import ErrorSizes, error_sizes
from tieup.seats.projection import Spread
from tieup.seats.simulation import check_numbers
from tieup.seats.sweep.outcome import Gain, Outcome, Sweep
from tieup.seats.sweep.staging import Staged, staged
from tieup.seats.sweep.ways import Pairs, structures

#: Structures that are drawn at a time, while the next are staged; so a sweep keeps within 2 GB.
TURN = 64


def sweep(  # noqa: PLR0913 - all but the first three are by keyword, and may be left out
    region: Region,
    scenario: Scenario,
    parties: Sequence[str],
    *,
    wins: Sequence[str] = (),
    by: Literal["seats", "majority"] = "seats",
    together: Pairs = (),
    apart: Pairs = (),
    reference: Structure | None = None,
    draws: int = 10_000,
    seed: int = 0,
    errors: ErrorSizes | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Sweep:
    """Work out what every structure of some parties would bring, and rank them.

    All structures are drawn with the same luck: each gives, draw for draw, what `project` gives of
    it with the same seed, and differences are those of the structures alone.

    Args:
        region: the region.
        scenario: the base and the assumptions; its blocs are of no account. What it says of
            transfer between two holds where the two stand together.
        parties: ids of the parties or fronts, up to eight; others stand alone.
        wins: for whom: their seats are counted together; the first of the parties by default.
        by: what the structures are ranked by: mean seats, or the chance that the bloc of the first
            of `wins` has a majority.
        together: pairs that stand in one bloc.
        apart: pairs that never do.
        reference: what gains are counted from; by default everybody stands alone.
        draws: elections to simulate, at least 1.
        seed: of the draws.
        errors: sizes of error; by default as estimated from elections up to the base.
        workers: threads; by default two, where the machine has them.
        progress: told, now and then, how many steps are done, of how many.

    Raises:
        UnknownNameError: for a party or election that the region does not know.
        ScenarioError: for parties, conditions or assumptions that can't be.
    """
    check_numbers(draws, seed)
    if not draws:
        message = "draws 0: a sweep compares structures by draws; ask for at least 1"
        raise ScenarioError(message)
    chosen = tuple(region.party(party).id for party in parties)
    gainers = tuple(region.party(party).id for party in wins) or chosen[:1]
    for party in gainers:
        if party not in chosen:
            message = f"{party} is not among the parties of the sweep"
            raise ScenarioError(message)
    ways = structures(chosen, together=together, apart=apart)
    alone = tuple((party,) for party in chosen)
    origin = alone if reference is None else _completed(reference, chosen)
    if errors is None:
        errors = error_sizes(region, scenario.base)
    turns = [(origin, *ways[at : at + TURN]) for at in range(0, len(ways), TURN)]
    steps = len(ways) + len(turns) * (1 + -(-draws // BLOCK))
    count = _Progress(progress, steps)
    outcomes: list[Outcome] = []
    set_up = partial(staged, region, scenario, errors=errors, seed=seed, told=count.one_more)
    for found in _ahead(set_up, turns):
        sums = _run(
            found, gainers, mark=region.majority_mark, draws=draws, workers=workers, count=count
        )
        first, *others = (sums.outcome(n, way, draws) for n, way in enumerate(found.structures))
        outcomes += others
    keys = {"seats": ("mean", "majority"), "majority": ("majority", "mean")}[by]

    def rank(outcome: Outcome) -> tuple[float, ...]:
        values = {"mean": outcome.seats.mean, "majority": outcome.majority}
        return tuple(-values[key] for key in keys)

    return Sweep(
        region=region.id,
        scenario=found.scenario,
        parties=chosen,
        wins=gainers,
        by=by,
        draws=draws,
        seed=seed,
        pack=region.digest,
        majority_mark=region.majority_mark,
        outcomes=tuple(sorted(outcomes, key=rank)),
        reference=first,
    )


def _completed(reference: Structure, chosen: tuple[str, ...]) -> Structure:
    """The reference, those whom it does not name standing alone."""
    named = [party for bloc in reference for party in bloc]
    for party in named:
        if party not in chosen:
            message = f"the reference names {party}, which is not among the parties of the sweep"
            raise ScenarioError(message)
    return (*reference, *((party,) for party in chosen if party not in named))


def _ahead(
    set_up: Callable[[tuple[Structure, ...]], Staged], turns: Sequence[tuple[Structure, ...]]
) -> Iterator[Staged]:
    """Every turn set up, each while the one before it is drawn."""
    with ThreadPoolExecutor(1) as stagehand:
        coming = stagehand.submit(set_up, turns[0])
        for turn in turns[1:]:
            ready, coming = coming.result(), stagehand.submit(set_up, turn)
            yield ready
        yield coming.result()


class _Progress:
    """Steps done, told one by one."""

    def __init__(self, progress: Progress | None, steps: int) -> None:
        """Begin with none."""
        self._progress, self._steps, self._done = progress, steps, 0
        self._lock = Lock()

    def one_more(self) -> None:
        """Tell that a step is done; two threads may say so at once."""
        with self._lock:
            self._done += 1
            if self._progress:
                self._progress(self._done, self._steps)


@dataclass(frozen=True, slots=True, eq=False)
class _Sums:
    """What is known of each structure so far; shapes as in counting.py."""

    contenders: tuple[str, ...]
    chosen: tuple[str, ...]
    won: NDArray[np.int64]
    seats: NDArray[np.int64]
    gains: NDArray[np.int64]
    chances: NDArray[np.int64]

    @classmethod
    def of(cls, found: Staged) -> "_Sums":
        """Nothing yet."""
        ways, house = len(found.structures), len(found.entries.states) - 1
        return cls(
            contenders=found.contenders,
            chosen=found.chosen,
            won=np.zeros((ways, len(found.contenders)), dtype=np.int64),
            seats=np.zeros((ways, house + 1), dtype=np.int64),
            gains=np.zeros((ways, 2 * house + 1), dtype=np.int64),
            chances=np.zeros((ways, 4), dtype=np.int64),
        )

    @property
    def arrays(self) -> tuple[NDArray[np.int64], ...]:
        """In the order of the kernel."""
        return self.won, self.seats, self.gains, self.chances

    def outcome(self, number: int, way: Structure, draws: int) -> Outcome:
        """What a structure brings."""
        house = self.seats.shape[1] - 1
        majority, hung, more, less = (self.chances[number] / draws).tolist()
        gains = np.arange(-house, house + 1)
        variance = _moments(gains, self.gains[number])[1]
        means = dict(zip(self.contenders, (self.won[number] / draws).tolist(), strict=True))
        return Outcome(
            structure=way,
            seats=_spread(np.arange(house + 1), self.seats[number]),
            majority=majority,
            hung=hung,
            means={contender: means.get(contender, 0.0) for contender in self.chosen},
            gain=Gain(
                seats=_spread(gains, self.gains[number]),
                error=float(np.sqrt(variance / draws)),
                majority=more - less,
                majority_error=float(np.sqrt(max(more + less - (more - less) ** 2, 0) / draws)),
            ),
        )


def _moments(values: Ints, counts: Ints) -> tuple[float, float]:
    """Mean and variance of values that came so often."""
    mean = float((values * counts).sum() / counts.sum())
    return mean, float(((values - mean) ** 2 * counts).sum() / counts.sum())


def _spread(values: Ints, counts: Ints) -> Spread:
    """The spread of values that came so often, as Spread.of has it of the draws."""
    draws = int(counts.sum())
    ranks = [np.ceil(round(part * draws, 6)) for part in (0.05, 0.5, 0.95)]
    p05, p50, p95 = (int(values[np.searchsorted(np.cumsum(counts), rank)]) for rank in ranks)
    return Spread(mean=_moments(values, counts)[0], p05=p05, p50=p50, p95=p95)


def _run(  # noqa: PLR0913 - all but the first two are by keyword
    found: Staged,
    gainers: tuple[str, ...],
    *,
    mark: int,
    draws: int,
    workers: int | None,
    count: _Progress,
) -> _Sums:
    """Draw block by block, and count; the first structure is the reference."""
    from tieup.seats.draws.kernel import sweep_block  # noqa: PLC0415 - numba takes a moment
    from tieup.seats.sweep.counting import counted  # noqa: PLC0415 - as above

    sums, lock = _Sums.of(found), Lock()
    wins = np.array([c in gainers for c in found.contenders], dtype=np.int64)
    blocs = found.blocs(gainers[0])

    def task(block: int) -> int:
        mine = _Sums.of(found)
        tally = np.empty((len(blocs), len(wins), BLOCK), dtype=np.int16)
        sweep_block(found.streams, found.entries, block, found.way, tally)
        here = min(draws - block * BLOCK, BLOCK)
        counted(tally, here, blocs, wins, 0, mark, *mine.arrays)
        with lock:
            for whole, part in zip(sums.arrays, mine.arrays, strict=True):
                np.add(whole, part, out=whole)
        return here

    for _ in shared_out([partial(task, block) for block in range(-(-draws // BLOCK))], workers):
        count.one_more()
    return sums
