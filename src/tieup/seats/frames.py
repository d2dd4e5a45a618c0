"""Frames: a projection's draws as tables and arrays of other libraries."""

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import xarray as xr

    from tieup.seats.projection import Projection


def to_pandas(projection: "Projection") -> "pd.DataFrame":
    """Seats by draw and party."""
    import pandas as pd  # noqa: PLC0415 - an extra

    frame = pd.DataFrame(projection.draws_by_party, columns=list(projection.seats))
    frame.index.name, frame.columns.name = "draw", "party"
    return frame


def to_polars(projection: "Projection") -> "pl.DataFrame":
    """Seats by draw and party; the draw's number comes first."""
    import polars as pl  # noqa: PLC0415 - an extra

    columns: dict[str, Any] = {"draw": np.arange(len(projection.draws_by_party))}
    columns |= dict(zip(projection.seats, projection.draws_by_party.T, strict=True))
    return pl.DataFrame(columns)


def to_xarray(projection: "Projection") -> "xr.Dataset":
    """Seats by draw and party, chances by seat and contender, winners by draw and seat."""
    import xarray as xr  # noqa: PLC0415 - an extra

    seats = projection.constituencies
    contenders = list(dict.fromkeys(party for seat in seats for party in seat.chances))
    chances = [[seat.chances.get(each, 0.0) for each in contenders] for seat in seats]
    parties = list(projection.seats)
    arrays: dict[str, Any] = {
        "seats": (("draw", "party"), projection.draws_by_party, {"units": "seats"}),
        "chance": (("seat", "contender"), np.array(chances), {"units": "part of the draws"}),
    }
    if projection.winners.size:
        told = {"of": "a place among the parties"}
        arrays["winner"] = (("draw", "seat"), projection.winners, told)
    return xr.Dataset(
        arrays,
        coords={
            "draw": np.arange(len(projection.draws_by_party)),
            "party": parties,
            "contender": contenders,
            "seat": [seat.no for seat in seats],
            "name": ("seat", [seat.name for seat in seats]),
        },
        attrs={
            "base": projection.scenario.base,
            "region": projection.region,
            "seed": projection.seed,
            "majority_mark": projection.majority_mark,
            "pack": projection.pack,
        },
    )
