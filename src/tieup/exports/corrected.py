"""Corrected: statements as they stand once people have had their say.

What a reviewer rejected is left out, what one amended stands in its place, and what the press took
back stays, marked as taken back. JSONL and Parquet carry the whole record instead.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tieup.articles import Article
from tieup.corrections import Decision, Retraction, Review, standing
from tieup.notation import Entry
from tieup.speech import own_words
from tieup.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A statement that stands, with all that is known of it.

    Attributes:
        recorded: when it was; for an amended one, when it was amended.
        article: the text that it stands in; None where that is not among the entries.
        own: the stretches of its quote that are the speaker's own words.
        review: the decision by which it stands; None where nobody has decided.
        reviewed: when that was.
        corrects: id of the statement that it stands in the place of; None for most.
        retraction: by which the press took it back.
    """

    statement: Statement
    recorded: datetime | None
    article: Article | None
    own: tuple[str, ...]
    review: Review | None = None
    reviewed: datetime | None = None
    corrects: str | None = None
    retraction: Retraction | None = None


class Corrected:
    """The statements among some entries as they stand, in order of recording."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Go over the entries once for what people say of them.

        Args:
            entries: can be gone over again; articles stand before the statements in them.

        Raises:
            ValueError: for an iterator, which can be gone over once only.
        """
        if iter(entries) is entries:
            message = "entries are gone over twice: give a list, or what can be iterated again"
            raise ValueError(message)
        self._entries = entries
        self._retractions: dict[tuple[str, str | None], Retraction] = {}
        decided: list[tuple[Review, datetime | None]] = []
        read: set[str] = set()
        for entry in entries:
            match entry.what:
                case Statement() as statement:
                    read.add(statement.id)
                case Review() as review:
                    decided.append((review, entry.recorded))
                case Retraction(content_id=text, statement=name) as retraction:
                    self._retractions.setdefault((text, name), retraction)
        self._standing = standing(decided)
        self._seen = {name for name in read if not self._is_replaced(name)}

    def __iter__(self) -> Iterator[Standing]:
        """Each statement once, also where an amended one has come to equal another."""
        articles: dict[str, Article] = {}
        amended: set[str] = set()
        for entry in self._entries:
            match entry.what:
                case Article(content_id=text) as article:
                    articles.setdefault(text, article)
                case Statement(content_id=text) as statement:
                    found = self._as_it_stands(statement, entry.recorded, articles.get(text))
                    if found is None:
                        continue
                    if found.corrects is not None:
                        name = found.statement.id
                        if name in self._seen or name in amended:
                            continue
                        amended.add(name)
                    yield found

    def _as_it_stands(
        self, read: Statement, recorded: datetime | None, article: Article | None
    ) -> Standing | None:
        """A statement that was read as its review leaves it; None where it was rejected."""
        name, statement = read.id, read
        review, reviewed = self._standing.get(name, (None, None))
        if review is not None and review.decision is Decision.REJECT:
            return None
        if review is not None and review.amended is not None:
            statement, recorded = review.amended, reviewed
        whole = self._retractions.get((read.content_id, None))
        return Standing(
            statement=statement,
            recorded=recorded,
            article=article,
            own=own_words(statement, article),
            review=review,
            reviewed=reviewed,
            corrects=None if statement is read else name,
            retraction=whole or self._retractions.get((read.content_id, name)),
        )

    def _is_replaced(self, name: str) -> bool:
        review, _ = self._standing.get(name, (None, None))
        return review is not None and review.decision in (Decision.REJECT, Decision.AMEND)
