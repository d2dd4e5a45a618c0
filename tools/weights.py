"""Weights: log-linear models fitted to lessons, by L-BFGS with a quadratic penalty."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from lessons import Offer, Taught
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from tieup.reading.acts.ranking import ACTS

Array = NDArray[np.float64]

#: Penalties, settled by folds: of words, of which act where there is one, of relations, of signs.
WORDS, WHICH, RELATIONS, SIGNS = 8.0, 4.0, 20.0, 0.1
#: A rule is worth more than a word: its penalty is so much of theirs.
_RULE = 0.25
#: A feature of fewer clauses, or offers, is not looked at.
_SELDOM = 3
#: A weight nearer to nothing is left out.
_LEAST = 0.05
_STEPS = 60
_TINY = 1e-12


def fit_acts(clauses: Sequence[Taught]) -> dict[str, list[float]]:
    """For each feature the weight for telling anything, then one an act."""
    names = _often(set(clause.features) for clause in clauses)
    table = _table([clause.features for clause in clauses], names)
    penalty = np.array([_penalty(name) for name in names])
    right = np.array([clause.right for clause in clauses], dtype=float)
    weight = np.array([clause.weight for clause in clauses])
    tells = right.max(axis=1)
    counts = np.where(tells > 0, (right * weight).max(axis=1), weight.min(axis=1))
    anything = _fitted(_logistic(table, tells, counts, WORDS * penalty), len(names))
    telling = np.flatnonzero(tells * counts)
    shares = (right * weight)[telling]
    shares /= shares.sum(axis=1, keepdims=True)
    which = _fitted(
        _multinomial(table[telling], shares, counts[telling], WHICH * penalty),
        len(names) * len(ACTS),
    ).reshape(len(names), len(ACTS))
    rows = np.round(np.column_stack([anything, which]), 2)
    return {
        name: row.tolist()
        for name, row in zip(names, rows, strict=True)
        if np.abs(row).max() >= _LEAST
    }


def fit_relations(offers: Sequence[Offer]) -> dict[str, float]:
    """For each trait its weight, so that the right relation of an offer stands out."""
    names = _often({trait for each in offer.traits for trait in each} for offer in offers)
    table = _table([each for offer in offers for each in offer.traits], names)
    group = np.repeat(np.arange(len(offers)), [len(offer.traits) for offer in offers])
    right = np.concatenate([np.array(offer.right) / sum(offer.right) for offer in offers])

    def loss(weights: Array) -> tuple[float, Array]:
        totals = table @ weights
        top = np.full(len(offers), -np.inf)
        np.maximum.at(top, group, totals)
        grown = np.exp(totals - top[group])
        whole = np.bincount(group, grown, len(offers))
        share = grown / whole[group]
        cost = -(right * np.log(share + _TINY)).sum() + RELATIONS / 2 * weights @ weights
        return cost, table.T @ (share - right) + RELATIONS * weights

    found = np.round(_fitted(loss, len(names)), 2)
    return {n: float(w) for n, w in zip(names, found, strict=True) if abs(w) >= _LEAST}


def fit_confidence(signs: Sequence[Mapping[str, float]], right: Sequence[bool]) -> dict[str, float]:
    """For each sign its weight, so that statements said at 0.8 are right in 80 of 100."""
    names = sorted({name for each in signs for name in each})
    table = sparse.csr_matrix([[each.get(name, 0.0) for name in names] for each in signs])
    penalty = np.full(len(names), SIGNS)
    target = np.array(right, dtype=float)
    loss = _logistic(table, target, np.ones(len(right)), penalty)
    return dict(zip(names, np.round(_fitted(loss, len(names)), 3).tolist(), strict=True))


def _logistic(
    table: sparse.csr_matrix, right: Array, counts: Array, penalty: Array
) -> Callable[[Array], tuple[float, Array]]:
    def loss(weights: Array) -> tuple[float, Array]:
        chance = 1 / (1 + np.exp(-(table @ weights)))
        likelihood = right * np.log(chance + _TINY) + (1 - right) * np.log(1 - chance + _TINY)
        cost = -(counts * likelihood).sum() + (penalty * weights**2).sum() / 2
        return cost, table.T @ (counts * (chance - right)) + penalty * weights

    return loss


def _multinomial(
    table: sparse.csr_matrix, shares: Array, counts: Array, penalty: Array
) -> Callable[[Array], tuple[float, Array]]:
    def loss(flat: Array) -> tuple[float, Array]:
        weights = flat.reshape(-1, shares.shape[1])
        totals = table @ weights
        grown = np.exp(totals - totals.max(axis=1, keepdims=True))
        chance = grown / grown.sum(axis=1, keepdims=True)
        cost = -(counts[:, None] * shares * np.log(chance + _TINY)).sum()
        cost += (penalty[:, None] * weights**2).sum() / 2
        slope = table.T @ (counts[:, None] * (chance - shares)) + penalty[:, None] * weights
        return cost, slope.ravel()

    return loss


def _fitted(loss: Callable[[Array], tuple[float, Array]], size: int) -> Array:
    found = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    return np.asarray(found.x)


def _often(sets: Iterable[set[str]]) -> list[str]:
    counts = Counter(name for each in sets for name in each)
    return sorted(name for name, count in counts.items() if count >= _SELDOM)


def _table(rows: Sequence[Sequence[str]], names: Sequence[str]) -> sparse.csr_matrix:
    number = {name: i for i, name in enumerate(names)}
    cells = [(i, number[f]) for i, row in enumerate(rows) for f in set(row) if f in number]
    where = np.array(cells).T if cells else np.zeros((2, 0), dtype=int)
    return sparse.csr_matrix((np.ones(len(cells)), where), shape=(len(rows), len(names)))


def _penalty(name: str) -> float:
    is_rule = name.startswith("rule ") or name.endswith(" rule") or name == "bias"
    return _RULE if is_rule else 1.0
