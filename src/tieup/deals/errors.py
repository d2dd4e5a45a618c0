"""What can be wrong with a deal, told in one line that says what to change."""

from tieup.scenarios import ScenarioError

#: Of demands that are alike, so many are told one by one.
_TOLD = 3


class DealError(ScenarioError):
    """A deal that can't be asked for."""


class ConflictError(DealError):
    """Demands that can't all be met; it names the fewest that contradict each other.

    Attributes:
        demands: each of them in words; any fewer can be met.
    """

    def __init__(self, alike: tuple[tuple[str, ...], ...]) -> None:
        """Say which demands contradict each other; of many that are alike, how many more."""
        self.demands = tuple(words for group in alike for words in group)
        told: list[str] = []
        for group in alike:
            more = len(group) - _TOLD
            told += group if more <= 1 else [*group[:_TOLD], f"and {more} more like these"]
        head = "these can't all be met" if len(self.demands) > 1 else "this can't be met"
        super().__init__(f"{head}: {'; '.join(told)}")
