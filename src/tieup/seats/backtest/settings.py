"""Settings: all that a forecast takes beside the votes, estimated from pairs of elections."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from statistics import median

import numpy as np

from tieup.seats.backtest.outset import Rates
from tieup.seats.backtest.slopes import Squares
from tieup.seats.backtest.strays import Strays, residuals, strays
from tieup.seats.backtest.study import Study
from tieup.seats.contest import is_independent
from tieup.seats.errors.errors import WORTH, ErrorSizes
from tieup.seats.errors.pull import Pull

#: The rates that are tried, one after the other, all others at a half.
TRIED = (0.0, 0.25, 0.5, 0.75, 1.0)
#: Expected shares of those who are strong, and of those in the middle.
STRONG, BETWEEN = 0.40, (0.10, 0.25)
#: A contender that stands in this part of the seats speaks about newcomers.
WIDESPREAD = 0.3
#: Newcomers' share where they stand, and spread on the root scale, where fewer than two are known.
UNSEEN = (0.03, 0.15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that is estimated, from pairs that leave out the one that is tested.

    Attributes:
        rates: what moves.
        errors: sizes of error, with the pull.
        newcomer: the share, where it stands, that a contender has who comes new.
    """

    rates: Rates
    errors: ErrorSizes
    newcomer: float


def settings(own: Sequence[Study], others: Sequence[Study]) -> Settings:
    """What can be said of an election, from the other pairs of its land and from other lands'.

    Rates, pull, middle, tails and newcomers come from other lands alone, where there are any. Sizes
    are the land's own, weighed against one pair's worth of the others'.
    """
    everybody = others or own
    rates = _rates(everybody)
    pull = Squares.summed(study.squares(rates) for study in everybody).pull()
    blank = ErrorSizes(state=0.0, district=0.0, seat=0.0, pull=pull)
    errors = replace(blank, middle=_middle(everybody, rates, pull))
    mine = [strays(study, rates, errors) for study in own]
    theirs = [strays(study, rates, errors) for study in others] or mine
    share, spread = _newcomers(everybody)
    return Settings(
        rates=rates,
        newcomer=share,
        errors=replace(
            errors,
            state=_size("state", mine, theirs),
            district=_size("district", mine, theirs),
            seat=_size("seat", mine, theirs),
            tails=float(median(each.tails for each in (*mine, *theirs))),
            newcomer=spread,
            pairs=tuple((study.pair.base.id, study.pair.target.id) for study in (*own, *others)),
        ),
    )


def _rates(studies: Sequence[Study]) -> Rates:
    """Each rate that leaves the least, of those tried, all others at a half.

    Seats count alike, however much of their votes stays: where little does, votes that move matter
    most.
    """

    def left_over(name: str, value: float) -> float:
        tried = replace(Rates(), **{name: value})
        return Squares.summed(study.squares(tried, staying=False) for study in studies).left_over()

    names = [rate.name for rate in fields(Rates)]
    return Rates(**{name: min(TRIED, key=partial(left_over, name)) for name in names})


def _middle(studies: Sequence[Study], rates: Rates, pull: Pull) -> float:
    """By how much wider those between the strong and the weak err."""
    found = [residuals(study, rates, pull) for study in studies]
    shares, left = (
        np.concatenate([getattr(r, name) for r in found]) for name in ("shares", "left")
    )
    between = (shares >= BETWEEN[0]) & (shares < BETWEEN[1])
    ratio = left[between].std() / left[shares >= STRONG].std()
    return round(float(max(ratio, 1.0)), 1)


def _newcomers(studies: Sequence[Study]) -> tuple[float, float]:
    """Share where they stand, and spread on the root scale, of contenders who came new."""
    roots = [root for study in studies for root in study.once("new", partial(_new, study))]
    if len(roots) < 2:  # noqa: PLR2004 - a spread takes two
        return UNSEEN
    return float(np.median(roots) ** 2), float(np.std(roots, ddof=1))


def _new(study: Study) -> list[float]:
    """Root shares, where they stood, of contenders who came new in many seats."""
    found = study.known
    return [
        float(np.sqrt(found.shares[mine].mean()))
        for contender in found.contenders
        if contender not in found.old and not is_independent(contender)
        if (mine := found.mine(contender)).any(axis=1).mean() >= WIDESPREAD
    ]


def _size(level: str, mine: Sequence[Strays], theirs: Sequence[Strays]) -> float:
    """A land's own, and one pair's worth of others', as a standard deviation."""
    own = sum(getattr(each, level) for each in mine)
    others = float(np.mean([getattr(each, level) for each in theirs]))
    return float(np.sqrt((own + WORTH * others) / (len(mine) + WORTH)))
