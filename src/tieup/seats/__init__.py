"""Seats: what a scenario would bring, from real returns, over many simulated elections."""

from tieup.seats.contest import Contest, contest
from tieup.seats.errors import NO_ERROR, ErrorSizes, error_sizes, past_pairs
from tieup.seats.projection import BlocPower, BlocProspect, Projection, SeatProspect, Spread
from tieup.seats.simulation import project
from tieup.seats.stage import Stage, stage

__all__ = [
    "NO_ERROR",
    "BlocPower",
    "BlocProspect",
    "Contest",
    "ErrorSizes",
    "Projection",
    "SeatProspect",
    "Spread",
    "Stage",
    "contest",
    "error_sizes",
    "past_pairs",
    "project",
    "stage",
]
