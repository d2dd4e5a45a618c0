"""Backtest: the projection held against elections of the past, beside the rules of thumb."""

from tieup.seats.backtest.flows import Flows, flows
from tieup.seats.backtest.outset import Rates, outset
from tieup.seats.backtest.past import Pair, Past, pair, pairs, past, pasts
from tieup.seats.backtest.pooled import Difference, Row, by_land, rows, seat_error, winners_right
from tieup.seats.backtest.scores import PartyScore, Score, crps
from tieup.seats.backtest.settings import Settings, settings
from tieup.seats.backtest.study import Study
from tieup.seats.backtest.trial import Trial, foretold, prior, trials

__all__ = [
    "Difference",
    "Flows",
    "Pair",
    "PartyScore",
    "Past",
    "Rates",
    "Row",
    "Score",
    "Settings",
    "Study",
    "Trial",
    "by_land",
    "crps",
    "flows",
    "foretold",
    "outset",
    "pair",
    "pairs",
    "past",
    "pasts",
    "prior",
    "rows",
    "seat_error",
    "settings",
    "trials",
    "winners_right",
]
