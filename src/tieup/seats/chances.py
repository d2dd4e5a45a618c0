"""Chances as they are told: in whole percent, and never as more certain than they are."""


def percent(chance: float, unit: str = "%") -> str:
    """31%; what is small is not called impossible, nor what is large sure.

    Args:
        chance: from 0 to 1.
        unit: what follows the number.
    """
    whole = f"{100 * chance:.0f}"
    if whole == "0" and chance > 0:
        return f"under 1{unit}"
    if whole == "100" and chance < 1:
        return f"over 99{unit}"
    return f"{whole}{unit}"
