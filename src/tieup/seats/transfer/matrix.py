"""A transfer matrix: an estimate with the names of its options."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from tieup.seats.transfer.estimate import estimate
from tieup.seats.transfer.tables import Floats, TransferError

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr

#: Digits of a share in JSON.
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TransferMatrix:
    """From which option of a first vote how many went to each of a second.

    Attributes:
        rows, cols: names of the J options of the first vote and the K of the second.
        table: shape (J, K), expected votes.
        lower, upper: shape (J, K), votes between which 9 of 10 true ones are expected.
        units: how many units it was estimated from.
        dispersion: how many times more than multinomial the units differ.
        notes: what was scaled, merged or left out, one sentence each.
    """

    rows: tuple[str, ...]
    cols: tuple[str, ...]
    table: Floats
    lower: Floats
    upper: Floats
    units: int
    dispersion: float
    notes: tuple[str, ...] = ()

    @property
    def shares(self) -> Floats:
        """Shape (J, K), parts of each row; 0 in a row that nobody chose."""
        return self._parts(self.table)

    @property
    def lower_shares(self) -> Floats:
        """Shape (J, K), the lower ends as parts of each row."""
        return self._parts(self.lower)

    @property
    def upper_shares(self) -> Floats:
        """Shape (J, K), the upper ends as parts of each row."""
        return self._parts(self.upper)

    def _parts(self, votes: Floats) -> Floats:
        totals = self.table.sum(axis=1, keepdims=True)
        parts: Floats = np.divide(votes, totals, out=np.zeros(votes.shape), where=totals > 0)
        return parts

    def to_json(self) -> dict[str, Any]:
        """Names, votes rounded to whole ones, and shares with their ends."""
        return {
            "rows": list(self.rows),
            "cols": list(self.cols),
            "table": np.rint(self.table).astype(int).tolist(),
            "shares": self.shares.round(_DIGITS).tolist(),
            "lower": self.lower_shares.round(_DIGITS).tolist(),
            "upper": self.upper_shares.round(_DIGITS).tolist(),
            "units": self.units,
            "dispersion": round(self.dispersion, 1),
            "notes": list(self.notes),
        }

    def to_pandas(self) -> "pd.DataFrame":
        """One line a cell: from, to, votes, share, lower, upper (shares).

        Raises:
            ImportError: without pandas.
        """
        import pandas as pd  # noqa: PLC0415 - an extra

        return pd.DataFrame(
            {
                "from": np.repeat(self.rows, len(self.cols)),
                "to": np.tile(self.cols, len(self.rows)),
                "votes": self.table.ravel(),
                "share": self.shares.ravel(),
                "lower": self.lower_shares.ravel(),
                "upper": self.upper_shares.ravel(),
            }
        )

    def to_xarray(self) -> "xr.Dataset":
        """Votes, share, lower and upper over the dimensions "from" and "to".

        Raises:
            ImportError: without xarray.
        """
        import xarray as xr  # noqa: PLC0415 - an extra

        over = ("from", "to")
        return xr.Dataset(
            {
                "votes": (over, self.table),
                "share": (over, self.shares),
                "lower": (over, self.lower_shares),
                "upper": (over, self.upper_shares),
            },
            coords={"from": list(self.rows), "to": list(self.cols)},
        )


def matrix(
    first: ArrayLike,
    second: ArrayLike,
    *,
    rows: Sequence[str],
    cols: Sequence[str],
    notes: Sequence[str] = (),
) -> TransferMatrix:
    """The estimate from counts, shape (units, J) and (units, K), with names.

    Raises:
        TransferError: as `estimate`, and where names and options don't match.
    """
    found = estimate(first, second)
    if found.table.shape != (len(rows), len(cols)):
        message = (
            f"{len(rows)} names of rows and {len(cols)} of columns for a table of "
            f"{found.table.shape[0]} x {found.table.shape[1]}"
        )
        raise TransferError(message)
    return TransferMatrix(
        rows=tuple(rows),
        cols=tuple(cols),
        table=found.table,
        lower=found.lower,
        upper=found.upper,
        units=int((np.asarray(first).sum(axis=1) > 0).sum()),
        dispersion=found.dispersion,
        notes=tuple(notes),
    )
