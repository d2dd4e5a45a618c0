"""Topics: the relations talked of before, for "the two" and "such a proposal" to come back to."""

from dataclasses import dataclass

from tieup.vocabulary import Act

#: What a denial may answer.
_DENIABLE = frozenset({Act.CLAIMS, Act.WANTS, Act.DENIES})
#: So many are remembered.
_REMEMBERED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A relation that was talked of, with what was said of it."""

    parties: tuple[str, ...]
    hub: str | None = None
    act: Act | None = None
    background: bool = False


class Topics:
    """The last topics of an article."""

    def __init__(self, first: Topic) -> None:
        """Begin with what the article names first."""
        self._topics = [first]

    @property
    def last(self) -> Topic:
        """The last one."""
        return self._topics[-1]

    def add(self, topic: Topic) -> None:
        """What the talk is about now; one party alone is no topic."""
        if len(topic.parties) > 1:
            self._topics = [*self._topics[-_REMEMBERED:], topic]

    def find(self, party: str | None, act: Act, *, background: bool) -> Topic | None:
        """The last topic with this party; background for background, news for news, if there is one.

        A denial answers what was claimed, wished or denied before, and not the talks in between.
        """
        fitting = [
            t for t in self._topics if len(t.parties) > 1 and (not party or party in t.parties)
        ]
        fitting = [t for t in fitting if t.background == background] or fitting
        if act is Act.DENIES:
            fitting = [t for t in fitting if t.act in _DENIABLE] or fitting
        return fitting[-1] if fitting else None
