"""Heat maps of transfers: every cell told, drawn and saved offline."""

from pathlib import Path

import numpy as np
import pytest

from tieup.plots.errors import PlotError
from tieup.plots.saving import save
from tieup.plots.transfer import transfer_map
from tieup.seats.transfer import TransferMatrix


def matrix(votes: list[list[float]]) -> TransferMatrix:
    """Two options to three, with intervals about them."""
    table = np.array(votes)
    return TransferMatrix(
        rows=("A", "B"), cols=("A", "B", "C"), table=table, lower=table * 0.5, upper=table * 1.1,
        units=9, dispersion=1.0,
    )  # fmt: skip


@pytest.mark.parametrize("form", ["svg", "html"])
def test_every_share_and_interval_is_drawn(form: str, tmp_path: Path) -> None:
    chart = transfer_map(matrix([[60, 30, 10], [5, 45, 50]]), names={"A": "Apples"}, title="then")
    drawn = save(chart, tmp_path / f"map.{form}").read_text(encoding="utf-8")
    for said in ("60", "45", "30–66", "Apples", "then"):
        assert said in drawn


def test_a_matrix_without_votes_is_refused() -> None:
    with pytest.raises(PlotError, match="without votes"):
        transfer_map(matrix([[0, 0, 0], [0, 0, 0]]))
