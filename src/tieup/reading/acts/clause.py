"""A clause: a part of a sentence in one voice, with the rules that match it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tieup.reading.acts.acts import Trigger
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Segment
from tieup.regions import Election


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What is read at one time.

    Attributes:
        segment: in whose voice it stands.
        found: the rules of acts that match it.
        elections: those it may be about, each with whether it is background.
    """

    span: Span
    segment: Segment
    found: tuple[Trigger, ...]
    elections: Sequence[tuple[Election, bool]]

    @property
    def background(self) -> bool:
        """Whether it tells of other elections than the article's own."""
        return all(background for _, background in self.elections)
