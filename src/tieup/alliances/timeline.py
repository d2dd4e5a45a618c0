"""The timeline of one relation: every turn, with the statements that made it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from tieup.alliances.histories.finding import Finding
from tieup.alliances.histories.history import Moment, history
from tieup.alliances.histories.words import is_of_alliance, pair_of, story_of
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one day's articles added to a relation.

    Attributes:
        day: the day of publication.
        before, finding: the status until then, and the finding after it.
        statements: what was published that day about the two, copies among it.
        origins: how many separate stories those are, without the ones that a day before had told;
            0 on a day of nothing but copies.
    """

    day: date
    before: Status
    finding: Finding
    statements: Sequence[Statement]
    origins: int

    @property
    def changed(self) -> bool:
        """Whether the status is another than before."""
        return self.finding.status is not self.before

    def at_hand(self) -> Self:
        """The same with every statement looked up, for when the ledger is closed."""
        finding = replace(self.finding, because=tuple(self.finding.because))
        return replace(self, finding=finding, statements=tuple(self.statements))

    def to_json(self) -> dict[str, Any]:
        """As printed by `tieup timeline --json`."""
        return {
            "day": self.day.isoformat(),
            "before": self.before.value,
            "status": self.finding.status.value,
            "changed": self.changed,
            "rule": self.finding.rule,
            "origins": self.origins,
            "statements": [s.to_json() for s in self.statements],
        }


def timeline(  # noqa: PLR0913 - two parties, two days and what they are of
    statements: Iterable[Statement],
    region: Region,
    one: str,
    two: str,
    *,
    on: date,
    election: str,
) -> tuple[Turn, ...]:
    """The turns of a relation for an election, up to a day."""
    about = [
        s for s in statements if is_of_alliance(s) and s.election == election and s.published <= on
    ]
    return tuple(turns(history(about, pair_of(one, two, region))))


def turns(moments: Iterable[Moment]) -> Iterator[Turn]:
    """What each moment of a relation changed."""
    before = Status.SILENT
    told: set[str] = set()
    for moment in moments:
        statements = told_in(moment)
        stories = set(map(story_of, statements))
        yield Turn(
            day=moment.day,
            before=before,
            finding=moment.finding,
            statements=statements,
            origins=len(stories - told),
        )
        told |= stories
        before = moment.finding.status


def told_in(moment: Moment) -> tuple[Statement, ...]:
    """The statements of a moment's day, in order of when they were said."""
    in_order = sorted(moment.news, key=lambda word: word.day)
    return tuple({word.statement.id: word.statement for word in in_order}.values())
