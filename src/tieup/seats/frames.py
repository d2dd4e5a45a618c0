"""Frames: simulated seats as tables and arrays of other libraries."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import xarray as xr

Shorts = NDArray[np.int16]


def to_pandas(draws: Shorts, parties: Sequence[str]) -> "pd.DataFrame":
    """Seats by draw and party, of shape (draws, parties)."""
    import pandas as pd  # noqa: PLC0415 - an extra

    frame = pd.DataFrame(draws, columns=list(parties))
    frame.index.name, frame.columns.name = "draw", "party"
    return frame


def to_polars(draws: Shorts, parties: Sequence[str]) -> "pl.DataFrame":
    """Seats by draw and party, of shape (draws, parties); the draw's number comes first."""
    import polars as pl  # noqa: PLC0415 - an extra

    columns: dict[str, Any] = {"draw": np.arange(len(draws))}
    columns |= dict(zip(parties, draws.T, strict=True))
    return pl.DataFrame(columns)


def to_xarray(
    draws: Shorts,
    parties: Sequence[str],
    chances: Mapping[tuple[int, str], Mapping[str, float]],
    winners: Shorts | None = None,
) -> "xr.Dataset":
    """Seats by draw and party, chances by seat and contender, winners by draw and seat.

    Args:
        draws: shape (draws, parties), seats.
        parties: by place in draws.
        chances: by a seat's number and name, each contender's part of the draws.
        winners: shape (draws, seats), places among the parties; None where they were not kept.
    """
    import xarray as xr  # noqa: PLC0415 - an extra

    contenders = list(dict.fromkeys(party for seat in chances.values() for party in seat))
    table = [[seat.get(each, 0.0) for each in contenders] for seat in chances.values()]
    arrays: dict[str, Any] = {
        "seats": (("draw", "party"), draws, {"units": "seats"}),
        "chance": (("seat", "contender"), np.array(table), {"units": "part of the draws"}),
    }
    if winners is not None:
        arrays["winner"] = (("draw", "seat"), winners, {"of": "a place among the parties"})
    return xr.Dataset(
        arrays,
        coords={
            "draw": np.arange(len(draws)),
            "party": list(parties),
            "contender": contenders,
            "seat": [number for number, _ in chances],
            "name": ("seat", [name for _, name in chances]),
        },
    )
