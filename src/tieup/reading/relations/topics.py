"""Topics: the relations talked of before, for "the two" and "such a proposal" to come back to."""

from dataclasses import dataclass

from tieup.vocabulary import Act

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

    def of(self, party: str | None, *, background: bool) -> list[Topic]:
        """The topics with this party, the last first, each set of parties once.

        Background is looked for among background, news among news, where there is any.
        """
        fitting = [t for t in reversed(self._topics) if not party or party in t.parties]
        fitting = [t for t in fitting if len(t.parties) > 1]
        fitting.sort(key=lambda t: t.background != background)
        distinct: dict[tuple[frozenset[str], str | None], Topic] = {}
        for topic in fitting:
            distinct.setdefault((frozenset(topic.parties), topic.hub), topic)
        return list(distinct.values())
