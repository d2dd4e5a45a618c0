"""Tails: what turns normals into Student's t with the same standard deviation."""

from functools import lru_cache

import numpy as np

from tieup.seats.draws.streams import Singles

#: Quantiles in the table of scales; a hash gives two numbers of this many bits.
BITS = 16


@lru_cache(maxsize=16)
def scales(freedom: float) -> Singles:
    """Shape (65536,): quantiles of sqrt(v / chi squared of v), brought to a mean square of one.

    A normal times a scale drawn from these is Student's t of v degrees of freedom, shrunk by
    sqrt((v - 2) / v), so that its standard deviation is one. Empty for infinite v: the normal law.

    Raises:
        ValueError: for v of 2 or less, where a t has no standard deviation.
    """
    if not freedom > 2:  # noqa: PLR2004 - the bound of the t distribution; NaN fails, too
        message = f"tails of {freedom} degrees of freedom: a standard deviation takes more than 2"
        raise ValueError(message)
    if np.isinf(freedom):
        return np.empty(0, dtype=np.float32)
    from scipy.special import chdtri  # noqa: PLC0415 - normal tails need no scipy

    parts = (np.arange(2**BITS) + 0.5) / 2**BITS
    table = np.sqrt(freedom / chdtri(freedom, parts))
    return np.asarray(table / np.sqrt((table**2).mean()), dtype=np.float32)
