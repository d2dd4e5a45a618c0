"""People: who of a seat's candidates stands there again, by name."""

import re

from rapidfuzz import fuzz

from tieup.seats.tables import Slate

#: How alike (0 to 100) two spellings of one name are, at least. Sources differ in titles, initials
#: and the order of names.
ALIKE = 85
#: Candidates with less than this part of a seat's votes are not looked for.
NOTABLE = 0.01
#: Words that are no part of a name.
TITLES = frozenset(
    ("dr", "shri", "smt", "adv", "advocate", "md", "mohd", "kumari", "alhaj", "prof", "sri", "er")
)

_LETTERS = re.compile(r"[^a-z ]")


def standing_again(base: Slate, target: Slate) -> list[dict[int, int]]:
    """By seat: candidates of the base, and which candidates of the target they are.

    Both slates have the same seats. Candidates are looked for in their own seat alone.
    """
    shares = base.contest.shares
    found = []
    for seat, (before, after) in enumerate(zip(base.candidates, target.candidates, strict=True)):
        names = [plain(name) for name in after]
        again: dict[int, int] = {}
        for old, name in enumerate(plain(name) for name in before):
            if shares[seat, old] < NOTABLE:
                break
            new = next(
                (
                    n
                    for n, other in enumerate(names)
                    if n not in again.values() and same(name, other)
                ),
                None,
            )
            if new is not None:
                again[old] = new
        found.append(again)
    return found


def same(one: str, other: str) -> bool:
    """Whether two plain names are one person's."""
    return bool(one and other) and (
        fuzz.token_sort_ratio(one, other) >= ALIKE
        or fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")) >= ALIKE
    )


def plain(name: str) -> str:
    """Lower case letters, without titles."""
    words = _LETTERS.sub(" ", name.lower()).split()
    return " ".join(word for word in words if word not in TITLES)
