"""The record of a relation: of each voice and act the last words, all that rules look at.

A later word overtakes an earlier one of the same voice and act. So a record stays small however
long a relation is talked of, and words may come in any order: what was said last counts, not what
was printed last.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tieup.alliances.histories.words import Pair, Word
from tieup.vocabulary import AWAY, TOWARDS, Act

#: What makes one voice: its side, whether it is the high command's, whether it has a name, and
#: whether it speaks of this very relation.
_Voice = tuple[str | None, bool, bool, bool]
#: Acts after which "we go alone", said before, is no refusal of the other any more.
_MOVES = (Act.TALKS, Act.AGREES)


@dataclass(slots=True)
class Tally:
    """The last words so far of each voice and act; grows word by word."""

    pair: Pair
    last: dict[tuple[_Voice, Act], list[Word]] = field(default_factory=dict)

    def add(self, word: Word) -> None:
        """One more word."""
        key = (word.side, word.central, word.nameless, word.specific), word.act
        known = self.last.get(key)
        if known is None or known[0].day < word.day:
            self.last[key] = [word]
        elif known[0].day == word.day:
            known.append(word)

    @property
    def is_specific(self) -> bool:
        """Whether anything was said of this very relation."""
        return any(voice[3] for voice, _ in self.last)

    def record(self) -> "Record":
        """What counts of it now.

        "We go alone", said to everybody, counts until the two are seen to talk or to agree. What
        nameless people say against it counts where nobody else has said anything.
        """
        kept = [word for words in self.last.values() for word in words]
        if any(w.specific and not w.is_whisper for w in kept):
            kept = [w for w in kept if not w.is_whisper]
        moved = max((w.day for w in kept if w.specific and w.act in _MOVES), default=None)
        kept = [w for w in kept if w.specific or moved is None or w.day > moved]
        return Record(self.pair, tuple(sorted(kept, key=_in_time)))


@dataclass(frozen=True)
class Record:
    """All that counts of a relation, in order of time; what several rules ask is found once."""

    pair: Pair
    words: tuple[Word, ...]

    @property
    def sides(self) -> tuple[str, str]:
        """The two parties."""
        return self.pair.sides

    @cached_property
    def agreement(self) -> list[Word]:
        """The words that make an agreement: the report's, or both sides'; the latest ones."""
        told = self.acts(Act.AGREES, side=None)
        spoken = [self.acts(Act.AGREES, Act.CLAIMS, side=side) for side in self.sides]
        both = [words[-1] for words in spoken if words]
        approved = any(w.act is Act.AGREES for w in both)
        joint = both if len(both) == len(self.sides) and approved else []
        candidates = [group for group in ([told[-1]] if told else [], joint) if group]
        return max(candidates, key=lambda group: max(w.day for w in group), default=[])

    def since(self, day: date | None) -> "Record":
        """What was said after a day; all of it for None."""
        return Record(self.pair, tuple(w for w in self.words if day is None or w.day > day))

    def acts(self, *acts: Act, side: str | bool | None = True) -> list[Word]:
        """Words of these acts, of any side or of one (None is the report)."""
        return [w for w in self.words if w.act in acts and (side is True or w.side == side)]

    def standing(self, side: str | None) -> tuple[Word, ...]:
        """The words of a side that stand: those of its last day.

        The word of the high command stands over that of the state unit, where both have spoken; but
        talks that the state unit tells of afterwards are a fact beside it. What waits for an answer
        overtakes nothing. A word on this relation stands over "we go alone" of the same day.
        """
        own = [w for w in self.words if w.side == side and w.act in TOWARDS | AWAY]
        central = [w for w in own if w.central]
        last = max((w.day for w in central or own), default=None)
        kept = [w for w in own if w.day == last and (w.central or not central)] + [
            w for w in own if central and not w.central and w.act is Act.TALKS and _after(w, last)
        ]
        return tuple([w for w in kept if w.specific] or kept)

    def noes(self, side: str, *acts: Act) -> list[Word]:
        """Standing words of a side against the other that no talks of its own came after.

        Who says that talks are on denies on that day none: then it denies something else.
        """
        last = last_day(self.acts(Act.TALKS, side=side))
        return [
            w
            for w in self.standing(side)
            if w.act in acts
            and (last is None or w.day > last or (w.day == last and w.act is not Act.DENIES))
        ]

    def holds(self, word: Word) -> bool:
        """Whether no later word of the same side has overtaken it."""
        opposite = AWAY if word.act in TOWARDS else TOWARDS
        return not any(
            w.side == word.side and w.day > word.day and w.act in opposite for w in self.words
        )


def last_day(words: Iterable[Word]) -> date | None:
    """The day of the last of some words; None of none."""
    return max((w.day for w in words), default=None)


def _after(word: Word, day: date | None) -> bool:
    return day is not None and word.day > day


def _in_time(word: Word) -> tuple[object, ...]:
    """By time; within a day the word on this very relation comes after "we go alone"."""
    s = word.statement
    return (word.day, word.specific, s.published, s.article, s.start, s.end, str(s.act), s.id)
