"""Leaders on a map: beside the colour, a letter says who leads, and a strength how surely."""

from collections.abc import Mapping, Sequence

#: From what chance on a cell is shown in which strength, 1 to 4.
STEPS = ((0.0, 1), (0.5, 2), (0.65, 3), (0.8, 4))
#: The same of a deal's seats: the chances of those who need one are small.
OF_DEALS = ((0.0, 1), (0.05, 2), (0.2, 3), (0.5, 4))


def strength(chance: float, steps: Sequence[tuple[float, int]] = STEPS) -> int:
    """How strongly a chance is shown, from 1 to 4."""
    return max(step for least, step in steps if chance >= least)


def lettered(leaders: Mapping[str, str]) -> dict[str, str]:
    """A letter for each leader from its name, no letter twice while the name has another."""
    found: dict[str, str] = {}
    for party, name in leaders.items():
        own = [c.upper() for c in name if c.isalnum()]
        found[party] = next((c for c in own if c not in found.values()), own[0] if own else "?")
    return found
