"""Seats: what a scenario would bring, from real returns, over many simulated elections."""

from tieup.scenarios import Scenario
from tieup.seats.contest import Contest, contest
from tieup.seats.errors.errors import NO_ERROR, ErrorSizes, error_sizes, past_pairs
from tieup.seats.mixing import MixedProjection, project_mixture
from tieup.seats.projection import BlocPower, BlocProspect, Projection, SeatProspect, Spread
from tieup.seats.simulation import project
from tieup.seats.staging.leeways import leeways
from tieup.seats.staging.stage import Stage, fielded, stage

__all__ = [
    "NO_ERROR",
    "BlocPower",
    "BlocProspect",
    "Contest",
    "ErrorSizes",
    "MixedProjection",
    "Projection",
    "Scenario",
    "SeatProspect",
    "Spread",
    "Stage",
    "contest",
    "error_sizes",
    "fielded",
    "leeways",
    "past_pairs",
    "project",
    "project_mixture",
    "stage",
]
