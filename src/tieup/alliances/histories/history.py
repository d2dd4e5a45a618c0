"""The history of a relation: what each day's articles made of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from tieup.alliances.histories.finding import Finding
from tieup.alliances.histories.record import Tally
from tieup.alliances.histories.rules import decide
from tieup.alliances.histories.words import Pair, Word, story_of, words
from tieup.statements import Statement
from tieup.vocabulary import Act, Status

#: Retellings come in no order of their own: what they tell holds at once.
_LONG_AGO = date(1900, 1, 1)
#: Statuses that a retelling can close, and those by which it does.
_OPEN = frozenset({Status.SILENT, Status.COURTING, Status.TALKING})
_CLOSED = frozenset({Status.AGREED, Status.ENDED, Status.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where a relation stood after a day on which something about it was published.

    Attributes:
        day: of publication.
        finding: from all that was published up to then.
        since: the first day from which it has had this status without a break.
        origins: how many separate stories the finding rests on.
        news: the words of that day.
    """

    day: date
    finding: Finding
    since: date
    origins: int
    news: tuple[Word, ...] = ()


def history(statements: Iterable[Statement], pair: Pair) -> Iterator[Moment]:
    """The moments of a relation in order, from the first day that told of the two themselves.

    What is told of an election as history counts where nothing was told of it at the time, or where
    what was told then left it open.

    Args:
        statements: about one election; those about others than the two are passed over.
        pair: the relation.
    """
    course = Course(pair)
    for day, news in by_day(words(statements, pair)):
        moment = course.take(day, news)
        if moment is not None:
            yield moment


def statuses(moments: Iterable[Moment]) -> list[tuple[date, str]]:
    """A relation's status from each day on on which something about it was published."""
    return [(moment.day, moment.finding.status.value) for moment in moments]


class Course:
    """A relation's way from day to day: what is on record of it so far, and where that left it.

    Attributes:
        told, retold: what was told at the time, and what is told of it as history.
        last: the last moment; None where nothing told of the two themselves yet.
    """

    def __init__(self, pair: Pair, last: Moment | None = None) -> None:
        """Start with nothing on record."""
        self.told, self.retold = Tally(pair), Tally(pair)
        self.last = last

    def take(self, day: date, news: Sequence[Word]) -> Moment | None:
        """One more day of publication, and the moment after it."""
        for word in _unsettled(news):
            if word.statement.background:
                self.retold.add(replace(word, day=_LONG_AGO))
            else:
                self.told.add(word)
        finding = _found(self.told, self.retold)
        if finding is None:
            return None
        same = self.last is not None and self.last.finding.status is finding.status
        since = self.last.since if self.last is not None and same else day
        origins = len({story_of(s) for s in finding.because})
        self.last = Moment(day=day, finding=finding, since=since, origins=origins, news=tuple(news))
        return self.last


def by_day(in_print: Iterable[Word]) -> Iterator[tuple[date, tuple[Word, ...]]]:
    """Words in order of publication, each day's together."""
    for day, published in groupby(in_print, key=lambda word: word.statement.published):
        yield day, tuple(published)


def _found(told: Tally, retold: Tally) -> Finding | None:
    """What was told at the time decides; where that left it open, how it is told afterwards."""
    finding = decide(told.record()) if told.is_specific else None
    if retold.is_specific and (finding is None or finding.status in _OPEN):
        after = decide(retold.record())
        if finding is None or after.status in _CLOSED:
            return after
    return finding


def _unsettled(news: Sequence[Word]) -> Iterator[Word]:
    """The words of a day; an agreement told in one breath with objections is as yet only wanted."""
    objected = {w.statement.article for w in news if w.act in (Act.REFUSES, Act.DENIES)}
    for word in news:
        taken = word.act is Act.AGREES and word.side is None
        yield replace(word, act=Act.WANTS) if taken and word.statement.article in objected else word
