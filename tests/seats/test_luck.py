"""Luck: the kernel's random numbers, in distribution against the law and numpy's PCG64."""

import subprocess
import sys
from itertools import combinations

import numpy as np
import plain_draws
import pytest
from scipy import stats

from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats import ErrorSizes, stage
from tieup.seats.draws import draw, kernel
from tieup.seats.draws.streams import BLOCK, HALF, name_key, unit_keys
from tieup.seats.draws.tails import scales

BLOCKS = 800
SURE = 5.0  # standard errors: one false alarm in a million


def stream(name: str, unit: int = 0, *, blocks: int = BLOCKS, tails: float = np.inf) -> np.ndarray:
    """The standard normals of one stream, draw by draw."""
    names = [name_key(7, level, name) for level in ("test", "test tails")]
    (one, two), (three, four) = unit_keys(np.array(names, np.uint64), np.array([unit, unit]))
    counters, luck = np.empty(HALF, np.uint32), np.empty((blocks, BLOCK), np.float32)
    table, wide = scales(tails), np.ones((2, BLOCK), np.float32)
    for block in range(blocks):
        kernel._counters(block, counters)
        if len(table):
            kernel._scales(counters, three, four, table, wide)
        kernel._luck(counters, one, two, wide, int(len(table) > 0), luck, block)
    return luck.ravel()


@pytest.fixture(scope="module")
def normals() -> np.ndarray:
    return np.concatenate([stream("A", unit) for unit in range(10)])


def test_normals_are_normal_and_as_numpys(normals: np.ndarray) -> None:
    other = np.random.Generator(np.random.PCG64(3)).standard_normal(len(normals))
    assert stats.kstest(normals, "norm").pvalue > 1e-4
    assert stats.ks_2samp(normals, other).pvalue > 1e-4


def test_moments_are_those_of_the_normal(normals: np.ndarray) -> None:
    n = len(normals)
    values = normals.astype(np.float64)
    assert abs(values.mean()) < SURE / np.sqrt(n)
    assert abs(values.var() - 1) < SURE * np.sqrt(2 / n)
    assert abs(stats.skew(values)) < SURE * np.sqrt(6 / n)
    assert abs(stats.kurtosis(values)) < SURE * np.sqrt(24 / n)


@pytest.mark.parametrize("sigma", [1.0, 2.0, 3.0, 3.5, 4.0])
def test_tails_are_as_heavy_as_they_must_be(normals: np.ndarray, sigma: float) -> None:
    for side in (normals > sigma, normals < -sigma):
        chance = stats.norm.sf(sigma)
        error = np.sqrt(chance / len(normals))
        assert abs(side.mean() - chance) < SURE * error


def test_streams_of_other_names_units_and_levels_are_independent() -> None:
    found = [stream(name, unit, blocks=200) for name in ("A", "B") for unit in (1, 2, 294, 2**32)]
    n = len(found[0])
    for one, other in combinations(found, 2):
        assert abs(np.corrcoef(one, other)[0, 1]) < SURE / np.sqrt(n)
        assert abs(np.corrcoef(one**2, other**2)[0, 1]) < SURE / np.sqrt(n)


@pytest.mark.parametrize("lag", [1, 2, 16, HALF, BLOCK])
def test_a_draw_says_nothing_of_those_after_it(normals: np.ndarray, lag: int) -> None:
    for values in (normals, normals**2, np.abs(normals)):
        found = np.corrcoef(values[:-lag], values[lag:])[0, 1]
        assert abs(found) < SURE / np.sqrt(len(normals))


def test_pairs_fall_evenly_over_the_plane() -> None:
    """The two normals of one hash, and those of two streams in one draw, in 16 by 16 cells."""
    one, other = (stats.norm.cdf(stream(name)) for name in "AB")
    blocks = one.reshape(-1, 2, HALF)
    for x, y in ((one, other), (blocks[:, 0].ravel(), blocks[:, 1].ravel())):
        counts = np.histogram2d(x, y, bins=16, range=((0, 1), (0, 1)))[0]
        assert stats.chisquare(counts.ravel()).pvalue > 1e-5


@pytest.mark.parametrize("freedom", [3.0, 5.5, 30.0])
def test_fat_tails_are_students_with_the_same_deviation(freedom: float) -> None:
    values = np.concatenate([stream("A", unit, tails=freedom) for unit in range(4)])
    law = stats.t(freedom, scale=np.sqrt((freedom - 2) / freedom))
    assert stats.kstest(values, law.cdf).pvalue > 1e-4
    assert (scales(freedom).astype(np.float64) ** 2).mean() == pytest.approx(1, abs=1e-6)
    for sigma in (3.0, 4.0):
        chance = 2 * law.sf(sigma)
        assert (np.abs(values) > sigma).mean() == pytest.approx(
            chance, abs=SURE * np.sqrt(chance / len(values)) + 0.002 * chance
        )


@pytest.mark.parametrize("freedom", [2.0, 0.0, -1.0, np.nan])
def test_tails_without_a_deviation_are_refused(freedom: float) -> None:
    with pytest.raises(ValueError, match="takes more than 2"):
        scales(freedom)


def test_seats_are_spread_as_by_plain_numpy(bengal: Region) -> None:
    """Three blocs on West Bengal's votes: each party's seats, and how two go together."""
    staged = stage(
        bengal, Scenario(base="WB-2021", blocs=(("LF", "INC", "ISF"), ("TMC",), ("BJP",)))
    )
    sizes = ErrorSizes(state=0.06, district=0.05, seat=0.06)
    setting = (staged.polled, staged.lineup.contender_of, sizes)
    ours = draw(*setting, draws=6000, seed=1).seats
    plain = plain_draws.draw(*setting, draws=6000, seed=1)
    for party in np.flatnonzero(plain.mean(axis=0) > 0.5):
        assert stats.ks_2samp(ours[:, party], plain[:, party]).pvalue > 1e-4
        assert ours[:, party].mean() == pytest.approx(
            plain[:, party].mean(), abs=SURE * plain[:, party].std() * np.sqrt(2 / 6000)
        )
    big = plain.mean(axis=0).argsort()[-2:]
    correlations = [np.corrcoef(each[:, big[0]], each[:, big[1]])[0, 1] for each in (ours, plain)]
    assert correlations[0] == pytest.approx(correlations[1], abs=0.02)


#: Bits of the first two, two in the middle and the last of a block.
GOLDEN = [1062012455, 3139239011, 3201931698, 1066184661, 3204024754]


def test_a_seed_gives_these_very_numbers_everywhere() -> None:
    """Exact operations alone: another machine must come to the same bits."""
    assert stream("A", 5, blocks=1)[[0, 1, 127, 128, 255]].view(np.uint32).tolist() == GOLDEN


def test_numba_is_loaded_by_who_draws_alone() -> None:
    for line in (
        "import tieup.seats, tieup.seats.draws, tieup.seats.pivots",
        "import tieup.seats.sweep",
    ):
        code = f"import sys; {line}; sys.exit('numba' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    code = "import sys\ntry:\n import tieup.cli; tieup.cli.main(['--help'])\nexcept SystemExit: pass\nsys.exit('numba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0
