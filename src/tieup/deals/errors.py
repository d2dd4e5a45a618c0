"""What can be wrong with a deal, told in one line that says what to change."""

from tieup.scenarios import ScenarioError


class DealError(ScenarioError):
    """A deal that can't be asked for."""


class ConflictError(DealError):
    """Demands that can't all be met; it names a smallest set of them that contradict each other.

    Attributes:
        demands: each of them in words; without any one of them the others can be met.
    """

    def __init__(self, demands: tuple[str, ...]) -> None:
        """Say which demands contradict each other."""
        self.demands = demands
        super().__init__("these can't all be met: " + "; ".join(demands))
