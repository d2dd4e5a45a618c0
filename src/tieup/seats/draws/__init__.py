"""Draws: simulated elections, with errors that a state, its regions, districts and seats share."""

from tieup.seats.draws.drawing import Draws, Progress, draw
from tieup.seats.draws.field import DRAWN
from tieup.seats.draws.leeway import Leeway, turnout
from tieup.seats.draws.sizes import Areas, root_error

__all__ = [
    "DRAWN",
    "Areas",
    "Draws",
    "Leeway",
    "Progress",
    "draw",
    "root_error",
    "turnout",
]
