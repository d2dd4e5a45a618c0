"""Pivots: who has power in a hung house, by exact enumeration of who could govern with whom."""

from tieup.seats.pivots.power import MOST, Pivots, pivots

__all__ = ["MOST", "Pivots", "pivots"]
