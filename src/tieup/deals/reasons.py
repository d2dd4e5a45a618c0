"""Reasons: why a partner stands in a seat, in words."""

from functools import partial

import numpy as np

from tieup.deals.prospects import Option, Prospects
from tieup.english import listed
from tieup.seats.chances import percent
from tieup.seats.contest import Floats

_percent = partial(percent, unit=" percent")
_PLACES = ("", "first", "second", "third", "fourth", "fifth")


def reason(prospects: Prospects, seat: int, chosen: int, *, asked: str) -> str:
    """Why an option was chosen in a seat.

    Args:
        prospects: what each option would bring.
        seat: its place.
        chosen: the option.
        asked: what asks for another option than the likeliest, such as "the demands".
    """
    chances = chances_of(prospects, seat)
    standing = prospects.options[chosen]
    parts = [f"{listed(standing)} here: {_past(prospects, seat, standing)}"]
    parts += _moves(prospects, seat, standing)
    other = runner_up(prospects, seat, chosen)
    if other is None:
        return ", ".join([*parts, f"chance {_percent(chances[chosen])}"])
    mine, theirs = chances[chosen], chances[other]
    whom = listed(prospects.options[other])
    if mine == theirs == 0:
        parts.append("no draw is won by any partner; the most votes decide")
    elif mine < theirs:
        parts.append(
            f"chance {_percent(mine)} where {whom} would have {_percent(theirs)}: "
            f"{asked} ask for it"
        )
    else:
        parts.append(f"chance {_percent(mine)} against {_percent(theirs)} for {whom}")
    note = prospects.background.get(prospects.numbers[seat])
    return ", ".join(parts) + (f" ({note})" if note else "")


def chances_of(prospects: Prospects, seat: int) -> Floats:
    """Shape (options,): part of the draws in which the bloc wins the seat."""
    counts = prospects.counts[:, seat].sum(axis=0)
    return np.asarray(counts / prospects.draws, dtype=np.float64)


def runner_up(prospects: Prospects, seat: int, chosen: int) -> int | None:
    """The likeliest other partner; None where there is no other."""
    rated = chances_of(prospects, seat) + prospects.bonus[seat] / prospects.draws
    singles = rated[: len(prospects.partners)].copy()
    if chosen < len(singles):
        singles[chosen] = -1.0
    return int(singles.argmax()) if len(singles) > 1 else None


def _past(prospects: Prospects, seat: int, standing: Option) -> str:
    """How those who stand did at the base."""
    footing, number = prospects.footing, prospects.numbers[seat]
    holder = prospects.sitting.get(number)
    holds = f"{holder} holds it" if holder in standing else ""
    if footing is None:
        return holds or "by its chances alone"
    best = min(
        (int(footing.places[seat, prospects.index(p)]) or len(_PLACES) for p in standing),
        default=len(_PLACES),
    )
    stood = any(footing.places[seat, prospects.index(p)] for p in standing)
    place = _PLACES[best] if best < len(_PLACES) else "far behind"
    told = f"{place} in {footing.base}" if stood else f"no candidate in {footing.base}"
    return f"{told}, {holds}" if holds and best != 1 else told


def _moves(prospects: Prospects, seat: int, standing: Option) -> list[str]:
    """Whose votes move to those who stand."""
    if prospects.footing is None:
        return []
    givers = [
        partner
        for p, partner in enumerate(prospects.partners)
        if partner not in standing and prospects.footing.votes[seat, p] > 0
    ]
    if not givers or len(standing) > 1:
        return []
    whose = listed(f"{giver}'s" for giver in givers)
    return [f"{whose} votes move to it"]
