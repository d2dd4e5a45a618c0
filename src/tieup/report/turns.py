"""Turns: one relation's story, day by day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tieup.alliances import Turn
from tieup.articles import Article
from tieup.report.naming import Names, in_words
from tieup.report.telling import Telling, tell
from tieup.vocabulary import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What one day's articles added, and what it made of the relation."""

    iso: str
    day: str
    before: Status
    after: Status
    rule: str
    tellings: tuple[Telling, ...]

    @property
    def changed(self) -> bool:
        """Whether the status is another than before."""
        return self.before is not self.after


def days(turns: Iterable[Turn], articles: Mapping[str, Article], names: Names) -> tuple[Day, ...]:
    """The turns of a relation, oldest first."""
    return tuple(
        Day(
            iso=turn.day.isoformat(),
            day=in_words(turn.day),
            before=turn.before,
            after=turn.finding.status,
            rule=turn.finding.rule,
            tellings=tuple(tell(s, articles, names) for s in turn.statements),
        )
        for turn in turns
    )
