r"""Needs: the words without which a pattern matches nothing, read off the pattern itself.

One that holds ``\bno\s+(?:talks?|meeting)\b`` matches nothing without the word "no". What is read
may be less than a pattern needs, and is never more.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

_WORD = re.compile(r"\w+")
_NAMED = re.compile(r"\(\?P<\w+>")
_GAP = re.compile(" +")
#: Letters that a pattern takes for plain ones where it ignores case; ``lower`` leaves them as they are.
PLAIN = str.maketrans("İıſ\N{KELVIN SIGN}", "iisk")
#: Groups are told apart by so many letters before they are compared; none shorter is kept.
_HEAD = 24
#: Texts that a piece may stand for are spelt out up to so many; from there on it needs nothing.
_MOST = 3
#: One part of a pattern: a look-around, the head of a group, a class, an escape,
#: letters that stand just once, or another character.
_PART = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<group>\(\?(?:-i)?:)|\[(?P<members>\^?\]?(?:\\.|[^\]\\])*)\]|\\(?P<escaped>.)|(?P<run>\w+(?![*+?{]))|(?P<plain>.)",
    re.DOTALL,
)
_TIMES = re.compile(r"(?:(?P<mark>[*+?])|\{(?P<least>\d+)(?P<more>,\d*)?\})\??")

#: Texts of which one must be there; a space is the edge of a word, "" an empty piece.
Texts = frozenset[str]
_NOTHING: Texts = frozenset({""})
_EDGE: Texts = frozenset({" "})


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a part of a pattern matches.

    Attributes:
        exact: every text that it matches; None where they are too many.
        needs: sets of stems, of each of which one must stand in what it matches; of a piece that
            cannot be spelt out.
        edged: whether whatever it matches ends at the edge of a word; of such a piece.
    """

    exact: Texts | None = _NOTHING
    needs: tuple[Texts, ...] = ()
    edged: bool = False


_ANYTHING = _Piece(None)


def alternatives(pattern: str) -> tuple[str, ...]:
    """The patterns that stand between the bars of one, those within its groups left whole."""
    bars, depth = [-1], 0
    for part in _PART.finditer(pattern):
        depth += (part["group"] or part["look"]) is not None
        depth -= part["plain"] == ")"
        if part["plain"] == "|" and not depth:
            bars.append(part.start())
    return tuple(pattern[a + 1 : b] for a, b in pairwise([*bars, len(pattern)]))


def ways_of(patterns: Iterable[str]) -> Iterator[list[tuple[Texts, ...]]]:
    """For each pattern, and each of its alternatives, the texts that it needs: one of every set.

    The groups of a pattern may have names.
    """
    groups = _Groups()
    for pattern in patterns:
        yield _Needs(_NAMED.sub("(?:", pattern), groups).ways()


def most_telling(way: Sequence[Texts]) -> Texts:
    """Of all that an alternative needs, what says most: a long stem more than a short one."""
    return max(way, key=_weight, default=_NOTHING)


def needed(pattern: str) -> frozenset[str]:
    """Texts in small letters of which one stands in whatever a pattern matches; "" where none must.

    Of a pattern that ignores case or that does not; its groups may have names.
    """
    (ways,) = ways_of([pattern])
    texts = {stem.strip() for way in ways for stem in most_telling(way)}
    return frozenset(t for t in texts if not any(o in t for o in texts - {t}))


class _Groups:
    """The groups read so far: the words of an alliance stand in dozens of patterns, and are read once."""

    def __init__(self) -> None:
        self._by_head: dict[str, list[tuple[str, _Piece]]] = defaultdict(list)

    def add(self, group: str, piece: _Piece) -> None:
        """One more, with its parentheses; a short one is as soon read again."""
        if len(group) > _HEAD:
            self._by_head[group[:_HEAD]].append((group, piece))

    def at(self, pattern: str, place: int) -> tuple[int, _Piece] | None:
        """Where the group that begins at a place of a pattern ends, and what it matches.

        None for one not read yet. No group begins with the whole of another.
        """
        for group, piece in self._by_head.get(pattern[place : place + _HEAD], ()):
            if pattern.startswith(group, place):
                return place + len(group), piece
        return None


class _Needs:
    """Reads what a pattern needs from left to right, in the part of the language that rules use."""

    def __init__(self, pattern: str, groups: _Groups) -> None:
        self._pattern = pattern
        self._groups = groups
        self._at = 0

    def ways(self) -> list[tuple[Texts, ...]]:
        """For each of the alternatives, what it needs."""
        found = [_closed(piece).needs for piece in self._alternatives()]
        if self._at < len(self._pattern):
            message = f"a parenthesis too many in the pattern {self._pattern!r}"
            raise ValueError(message)
        return found

    def _alternatives(self) -> list[_Piece]:
        """What stands between bars, to the end of a group or of the pattern."""
        found: list[list[_Piece]] = [[]]
        while self._at < len(self._pattern) and self._pattern[self._at] != ")":
            if self._pattern[self._at] == "|":
                self._at += 1
                found.append([])
            else:
                found[-1].extend(self._part())
        return [_in_order(pieces) for pieces in found]

    def _part(self) -> tuple[_Piece, ...]:
        """The next part, as often as it is to stand."""
        part = _PART.match(self._pattern, self._at)
        if part is None:
            message = f"cannot read the pattern {self._pattern!r} at {self._at}"
            raise ValueError(message)
        self._at = part.end()
        if part["look"] or part["group"]:
            piece = self._group(part)
        elif part["members"] is not None:
            piece = _class(part["members"])
        elif part["run"]:
            return (_Piece(frozenset({part["run"].lower()})),)
        else:
            piece = _escape(part["escaped"]) if part["escaped"] else _plain(part["plain"])
        times = _TIMES.match(self._pattern, self._at)
        if times is None:
            return (piece,)
        self._at = times.end()
        least = int(times["least"]) if times["least"] else int(times["mark"] == "+")
        return _repeated(piece, least, once=times["mark"] == "?")

    def _group(self, head: re.Match[str]) -> _Piece:
        """The group that begins with a head, to its closing parenthesis."""
        known = self._groups.at(self._pattern, head.start())
        if known is not None:
            self._at, piece = known
            return piece
        inside = self._alternatives()
        self._at += 1
        piece = _any_of(inside) if head["group"] else _Piece()
        self._groups.add(self._pattern[head.start() : self._at], piece)
        return piece


@cache
def _plain(char: str) -> _Piece:
    if char == ".":
        return _ANYTHING
    if char in "^$":
        return _Piece()
    if char in "()":
        message = f"a group is (?:...), not {char!r} alone"
        raise ValueError(message)
    return _Piece(frozenset({_character(char)}))


@cache
def _escape(char: str) -> _Piece:
    if char in "bsW":
        return _Piece(_EDGE)
    if char in "wdSDB" or char.isalnum():
        return _ANYTHING
    return _Piece(frozenset({_character(char)}))


def _class(members: str) -> _Piece:
    """One of some characters; any of a range, and any but these, is too many to spell out."""
    if members.startswith("^") or re.search(r"\\[wdSD]|\w-\w", members):
        return _ANYTHING
    chars = members.replace(r"\s", " ").replace("\\", "")
    return _Piece(frozenset(map(_character, chars)))


def _character(char: str) -> str:
    """A letter in its small form, or the edge of a word that anything else is."""
    return char.translate(PLAIN).lower() if _WORD.match(char) else " "


def _repeated(piece: _Piece, least: int, *, once: bool) -> tuple[_Piece, ...]:
    """A piece that stands so often or more: once as it is, and then whatever there is of it."""
    if piece.exact == _EDGE:
        return (piece if least else _Piece(frozenset({"", " "})),)
    if once and piece.exact is not None:
        return (_Piece(piece.exact | _NOTHING),)
    more = _Piece(None, edged=_is_edged(piece))
    return (piece, more) if least else (more,)


def _any_of(pieces: Sequence[_Piece]) -> _Piece:
    """What one of some alternatives matches."""
    exact = frozenset(text for piece in pieces for text in piece.exact or ())
    if all(piece.exact is not None for piece in pieces):
        return _Piece(exact)
    edged = all(map(_is_edged, pieces))
    best = [max(_closed(piece).needs, key=_weight, default=None) for piece in pieces]
    if any(need is None for need in best):
        return _Piece(None, edged=edged)
    return _Piece(None, (frozenset(stem for need in best for stem in need or ()),), edged)


def _in_order(pieces: Iterable[_Piece]) -> _Piece:
    """What pieces match one after the other: stems run on over pieces that can be spelt out."""
    needs: list[Texts] = []
    run, whole = _NOTHING, True
    for piece in pieces:
        if piece.exact is not None and len(run) * len(piece.exact) <= _most(run, piece.exact):
            both = (one + two for one in run for two in piece.exact)
            run = frozenset(_GAP.sub(" ", text) if "  " in text else text for text in both)
            continue
        needs += _closed(_Piece(run)).needs
        needs += piece.needs
        # What may be left out ends at an edge where there was one before it.
        rest = _EDGE if piece.edged and _is_edged(_Piece(run)) else _NOTHING
        run, whole = rest if piece.exact is None else piece.exact, False
    if whole:
        return _Piece(run)
    return _Piece(None, (*needs, *_closed(_Piece(run)).needs), _is_edged(_Piece(run)))


def _most(one: Texts, other: Texts) -> int:
    """How many texts two that stand side by side may have together: no more than before, or few."""
    return max(_MOST, len(one), len(other))


def _is_edged(piece: _Piece) -> bool:
    """Whether whatever a piece matches ends at the edge of a word."""
    return piece.edged if piece.exact is None else all(text.endswith(" ") for text in piece.exact)


def _closed(piece: _Piece) -> _Piece:
    """With its texts as more needs: the words that all have, and of the others one of each."""
    if piece.exact is None:
        return piece
    texts = [frozenset(_stems(text)) for text in piece.exact]
    shared = frozenset.intersection(*texts)
    needs = [frozenset({stem}) for stem in _stems(min(piece.exact)) if stem in shared]
    others = [stems - shared for stems in texts]
    if all(others):
        needs.append(_one_of_each(others))
    return _Piece(None, tuple(needs))


def _one_of_each(left: Sequence[Texts]) -> Texts:
    """Few stems of which each text has one: those that most have first, and the longest."""
    found: set[str] = set()
    while left:
        counts = Counter(stem for stems in left for stem in stems)
        stem = min(counts, key=lambda stem: (-counts[stem], -_letters(stem), stem))
        found.add(stem)
        left = [stems for stems in left if stem not in stems]
    return frozenset(found)


def _stems(text: str) -> list[str]:
    """The words of a text, each with the edges that it has there."""
    words = text.split(" ")
    last = len(words) - 1
    return [" " * (n > 0) + word + " " * (n < last) for n, word in enumerate(words) if word]


def _letters(stem: str) -> int:
    """How long a stem is without the edges that it has."""
    return len(stem.strip())


def _weight(need: Texts) -> tuple[int, int]:
    """How much a need tells: a long stem more than a short one."""
    return min(map(_letters, need)), -len(need)
