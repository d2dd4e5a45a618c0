"""Refusals: what is said of a scenario that can't be, in one line."""

import math


class ScenarioError(ValueError):
    """A scenario that can't be; its message is one line that says what to change."""


def check_finite(noun: str, name: str, amount: float) -> None:
    """Refuse what is no number.

    Raises:
        ScenarioError: for NaN and infinities.
    """
    if not math.isfinite(amount):
        message = f"{noun} {name}={amount}: not a number"
        raise ScenarioError(message)


def check_error(noun: str, name: str, error: float) -> None:
    """Refuse a standard error that can't be one.

    Raises:
        ScenarioError: where it is negative or no number.
    """
    check_finite(noun, name, error)
    if error < 0:
        message = f"{noun} {name}={error:g}: an error can't be negative"
        raise ScenarioError(message)


def unreadable(given: str, noun: str, example: str) -> ScenarioError:
    """The refusal of a text, with an example of how to write it."""
    return ScenarioError(f"{noun} '{' '.join(given.split())}' can't be read; write it as {example}")
