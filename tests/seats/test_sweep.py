"""Sweeps: every structure, draw for draw what a projection gives of it, and ranked."""

import json
from dataclasses import replace

import numpy as np
import pytest

from tieup.regions import Region, UnknownNameError
from tieup.scenarios import Scenario, ScenarioError
from tieup.scenarios.structures import Structure
from tieup.seats import ErrorSizes, project
from tieup.seats.contest import Ints
from tieup.seats.draws.kernel import sweep_block
from tieup.seats.draws.streams import BLOCK
from tieup.seats.errors.pull import Pull
from tieup.seats.projection import Spread
from tieup.seats.sweep import Sweep, sweep
from tieup.seats.sweep.staging import staged
from tieup.seats.sweep.ways import structures

SIZES = ErrorSizes(state=0.06, district=0.05, seat=0.06)
FOUR = ("LF", "INC", "ISF", "TMC")
FOUR_ALONE = tuple((party,) for party in FOUR)
DRAWS, SEED = 500, 5


def plain(base: str = "WB-2021") -> Scenario:
    return Scenario(base=base, blocs=(FOUR,))


@pytest.fixture(scope="module")
def found(bengal: Region) -> Sweep:
    return sweep(bengal, plain(), FOUR, wins=("ISF", "LF"), draws=DRAWS, seed=SEED, errors=SIZES)


def seats_by_draw(
    region: Region, scenario: Scenario, ways: tuple[Structure, ...], errors: ErrorSizes = SIZES
) -> list[dict[str, Ints]]:
    """By structure and contender, the seats in each draw of a sweep."""
    ready = staged(region, scenario, ways, errors=errors, seed=SEED, told=lambda: None)
    blocks = -(-DRAWS // BLOCK)
    tally = np.empty((blocks, len(ways), len(ready.contenders), BLOCK), dtype=np.int16)
    for block in range(blocks):
        sweep_block(ready.streams, ready.entries, block, ready.way, tally[block])
    draws = tally.transpose(1, 2, 0, 3).reshape(len(ways), len(ready.contenders), -1)[..., :DRAWS]
    return [dict(zip(ready.contenders, each, strict=True)) for each in draws]


@pytest.mark.parametrize(
    ("base", "given"),
    [
        ("WB-2021", {}),
        ("WB-2026", {}),
        ("LS-2019-WB", {"transfer": {("INC", "LF"): 0.6}, "friendly": "none"}),
        ("WB-2021", {"swing": {"BJP": 2.0}, "shares": {"TMC": 45.0}, "share_errors": {"TMC": 1.5}}),
    ],
)
def test_every_structure_is_draw_for_draw_as_projected(
    bengal: Region, base: str, given: dict[str, object]
) -> None:
    scenario = replace(plain(base), **given)  # type: ignore[arg-type]
    ways = structures(FOUR)
    swept = seats_by_draw(bengal, scenario, ways)
    for way, seats in list(zip(ways, swept, strict=True))[:: 3 if "shares" not in given else 7]:
        partners = {(a, b) for bloc in way for a in bloc for b in bloc}
        transfer = {pair: part for pair, part in scenario.transfer.items() if pair in partners}
        alone = replace(scenario, blocs=way, transfer=transfer)
        projected = project(bengal, alone, draws=DRAWS, seed=SEED, errors=SIZES)
        for place, contender in enumerate(projected.seats):
            expected = projected.draws_by_party[:, place]
            assert (seats.get(contender, np.zeros(DRAWS)) == expected).all()


def test_a_pull_and_uneven_errors_are_drawn_as_projected(bengal: Region) -> None:
    sizes = replace(SIZES, tails=5.0, middle=1.4, lean=0.01, pull=Pull(own=0.8, district=0.1))
    ways = (FOUR_ALONE, (("LF", "INC"), ("ISF",), ("TMC",)))
    for way, seats in zip(ways, seats_by_draw(bengal, plain(), ways, sizes), strict=True):
        alone = replace(plain(), blocs=way)
        projected = project(bengal, alone, draws=DRAWS, seed=SEED, errors=sizes)
        for place, contender in enumerate(projected.seats):
            assert (
                seats.get(contender, np.zeros(DRAWS)) == projected.draws_by_party[:, place]
            ).all()


def test_outcomes_are_what_projections_say(bengal: Region, found: Sweep) -> None:
    for outcome in found.outcomes[::4]:
        alone = Scenario(base="WB-2021", blocs=outcome.structure)
        projected = project(bengal, alone, draws=DRAWS, seed=SEED, errors=SIZES)
        together = projected.to_pandas()[["ISF", "LF"]].sum(axis=1).to_numpy(dtype=np.int32)
        assert outcome.seats.mean == pytest.approx(Spread.of(together).mean)
        assert replace(outcome.seats, mean=0.0) == replace(Spread.of(together), mean=0.0)
        bloc = next(b for b in projected.blocs if "ISF" in b.parties)
        assert outcome.majority == pytest.approx(bloc.majority)
        assert outcome.hung == pytest.approx(projected.hung)
        for party, mean in outcome.means.items():
            assert mean == pytest.approx(projected.seats[party].mean)


def test_gains_are_paired_draw_by_draw(bengal: Region, found: Sweep) -> None:
    best = found.outcomes[0]
    tables = [
        project(bengal, Scenario(base="WB-2021", blocs=way), draws=DRAWS, seed=SEED, errors=SIZES)
        .to_pandas()[["ISF", "LF"]]
        .sum(axis=1)
        .to_numpy(dtype=np.int32)
        for way in (best.structure, found.reference.structure)
    ]
    gains = tables[0] - tables[1]
    assert best.gain.seats.mean == pytest.approx(gains.mean())
    assert best.gain.seats.p95 == Spread.of(gains).p95
    assert best.gain.error == pytest.approx(gains.std() / np.sqrt(DRAWS))
    assert best.gain.majority == pytest.approx(best.majority - found.reference.majority)


def test_the_best_stands_first(bengal: Region, found: Sweep) -> None:
    means = [outcome.seats.mean for outcome in found.outcomes]
    assert means == sorted(means, reverse=True)
    assert len(found.outcomes) == 15
    by = sweep(bengal, plain(), FOUR, wins=("TMC",), by="majority", draws=300, errors=SIZES)
    chances = [outcome.majority for outcome in by.outcomes]
    assert chances == sorted(chances, reverse=True)


def test_the_reference_gains_nothing_over_itself(bengal: Region, found: Sweep) -> None:
    assert found.reference.structure == tuple((party,) for party in FOUR)
    assert found.reference.gain.seats == Spread(mean=0.0, p05=0, p50=0, p95=0)
    named = sweep(bengal, plain(), FOUR, reference=(("INC", "LF"),), draws=300, errors=SIZES)
    assert named.reference.structure == (("INC", "LF"), ("ISF",), ("TMC",))
    same = next(o for o in named.outcomes if ("LF", "INC") in o.structure and len(o.structure) == 3)
    assert same.gain.seats.mean == same.gain.error == 0


def test_threads_and_turns_change_nothing(
    bengal: Region, found: Sweep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tieup.seats.sweep.sweeping.TURN", 4)
    told: list[tuple[int, int]] = []
    again = sweep(
        bengal, plain(), FOUR, wins=("ISF", "LF"), draws=DRAWS, seed=SEED, errors=SIZES, workers=1,
        progress=lambda done, of: told.append((done, of)),
    )  # fmt: skip
    assert again == found
    assert told == [(n, told[0][1]) for n in range(1, told[0][1] + 1)]


def test_a_sweep_can_be_called_off(bengal: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first step, while structures are set up, to the last, while they are drawn."""
    monkeypatch.setattr("tieup.seats.sweep.sweeping.TURN", 4)
    for last in (1, 6, 20):

        def told(done: int, _: int, last: int = last) -> None:
            if done >= last:
                raise InterruptedError

        with pytest.raises(InterruptedError):
            sweep(bengal, plain(), FOUR, draws=DRAWS, errors=SIZES, progress=told)


def test_the_json_is_plain_and_the_table_whole(found: Sweep) -> None:
    written = found.to_json()
    assert json.loads(json.dumps(written, allow_nan=False)) == written
    assert written["structures"][0]["blocs"] == [list(b) for b in found.outcomes[0].structure]
    assert len(found.to_pandas()) == 15


@pytest.mark.parametrize(("parties", "ways"), [(1, 1), (2, 2), (3, 5), (6, 203), (8, 4140)])
def test_there_are_as_many_structures_as_bell_says(parties: int, ways: int) -> None:
    assert len(set(structures("ABCDEFGH"[:parties]))) == ways


def test_conditions_are_kept() -> None:
    kept = structures("ABCD", together=[("A", "B")], apart=[("B", "C")])
    assert kept
    for way in kept:
        bloc = next(bloc for bloc in way if "A" in bloc)
        assert "B" in bloc
        assert "C" not in bloc
    assert len(kept) == sum(
        any({"A", "B"} <= set(b) for b in way) and not any({"B", "C"} <= set(b) for b in way)
        for way in structures("ABCD")
    )


@pytest.mark.parametrize(
    ("parties", "more", "said"),
    [
        (("LF", "LF"), {}, "LF is named 2 times"),
        (tuple(f"P{n}" for n in range(9)), {}, "unknown party"),
        (FOUR, {"together": [("LF", "INC")], "apart": [("INC", "LF")]}, "no structure is left"),
        (FOUR, {"apart": [("LF", "BJP")]}, "BJP is to stand"),
        (FOUR, {"apart": [("LF", "LF")]}, "one party"),
        (FOUR, {"wins": ("BJP",)}, "BJP is not among"),
        (FOUR, {"reference": (("BJP", "LF"),)}, "the reference names BJP"),
        (FOUR, {"draws": 0}, "at least 1"),
        (FOUR, {"seed": -1}, "can't be negative"),
        (("LF", "CPIM"), {}, "CPIM is named beside LF"),
    ],
)
def test_bad_input_is_one_line(
    bengal: Region, parties: tuple[str, ...], more: dict[str, object], said: str
) -> None:
    with pytest.raises((ScenarioError, UnknownNameError), match=said) as caught:
        sweep(bengal, plain(), parties, **({"draws": 10, "errors": SIZES} | more))  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_deals_are_not_swept(bengal: Region) -> None:
    dealt = replace(plain(), standing={"LF": (1, 2)})
    with pytest.raises(ScenarioError, match="takes no deals"):
        sweep(bengal, dealt, FOUR, draws=10, errors=SIZES)
