"""Errors of plots: what can't be drawn or saved, each in one line that says what to change."""


class PlotError(ValueError):
    """A plot that can't be drawn or saved from what was given."""


class NoMapError(LookupError):
    """A map of a region whose pack has none."""

    def __init__(self, region: str) -> None:
        """Say whose pack it is."""
        super().__init__(
            f"the pack of {region} has no hexes.csv, and without cells there is no map to draw"
        )
