"""English: how a sentence lists and counts."""

from collections.abc import Iterable

#: The last number that a sentence spells out is ten.
_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def listed(names: Iterable[str]) -> str:
    """'one'; 'one and two'; 'one, two and three'; at least one is given."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def counted(number: int, one: str, many: str | None = None) -> str:
    """'one seat', 'three seats', '12 seats'.

    Args:
        number: how many.
        one: the noun.
        many: its plural, where that is not the noun and an s.
    """
    word = _COUNTED[number] if number < len(_COUNTED) else f"{number:,}"
    return f"{word} {one if number == 1 else many or one + 's'}"
