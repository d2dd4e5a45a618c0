"""Sweep: every structure of some parties, over the same simulated elections, and ranked."""

from tieup.seats.sweep.outcome import Gain, Outcome, Sweep
from tieup.seats.sweep.sweeping import sweep
from tieup.seats.sweep.ways import pairs

__all__ = ["Gain", "Outcome", "Sweep", "pairs", "sweep"]
