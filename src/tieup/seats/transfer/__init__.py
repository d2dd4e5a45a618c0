"""Transfer: how many who voted one way in an election voted each way in the next.

Ecological inference on arrays; only `between` knows elections.
"""

from tieup.seats.transfer.between import ABSTAINED, OTHERS, between, by_stratum, groups_of, leading
from tieup.seats.transfer.estimate import Estimate, estimate
from tieup.seats.transfer.matrix import TransferMatrix, matrix
from tieup.seats.transfer.tables import TransferError

__all__ = [
    "ABSTAINED",
    "OTHERS",
    "Estimate",
    "TransferError",
    "TransferMatrix",
    "between",
    "by_stratum",
    "estimate",
    "groups_of",
    "leading",
    "matrix",
]
