"""PyEI's multinomial-Dirichlet model on one table: JSON in, JSON out.

Reads {"first": [[...]], "second": [[...]]} and prints {"shares": J x K, "seconds": ...}.
"""

import json
import sys
import time

import numpy as np
from pyei.r_by_c import RowByColumnEI  # type: ignore[import-not-found]  # in an environment of its own

SEED, CHAINS, DRAWS, TUNE = 1, 2, 500, 500


def main() -> None:
    """Sample with few, short chains: PyEI's minutes are the point, not its last digit."""
    told = json.load(sys.stdin)
    first, second = np.array(told["first"]), np.array(told["second"])
    totals = first.sum(axis=1)
    began = time.perf_counter()
    model = RowByColumnEI(model_name="multinomial-dirichlet")
    model.fit(
        (first / totals[:, None]).T,
        (second / totals[:, None]).T,
        totals.astype(int),
        demographic_group_names=[f"row {j}" for j in range(first.shape[1])],
        candidate_names=[f"col {k}" for k in range(second.shape[1])],
        random_seed=SEED, chains=CHAINS, draws=DRAWS, tune=TUNE, progressbar=False, cores=1,
    )  # fmt: skip
    shares = np.asarray(model.posterior_mean_voting_prefs)
    print(json.dumps({"shares": shares.tolist(), "seconds": time.perf_counter() - began}))


if __name__ == "__main__":
    main()
