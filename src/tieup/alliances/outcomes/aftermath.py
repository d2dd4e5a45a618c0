"""The aftermath: what came of a statement once its election was counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from tieup.alliances.checks.poll import Poll
from tieup.alliances.histories.history import Moment, history, statuses
from tieup.alliances.histories.relations import named_since, relations
from tieup.alliances.histories.words import is_of_alliance, led_fronts, pair_of, story_of
from tieup.alliances.outcomes.outcomes import (
    Outcome,
    is_counted,
    outcome,
    outcomes_by,
    polling_day,
    whole,
)
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import AWAY, Act, Form, Kind, Status

#: What is read with less confidence is at least as often misread, and held against nobody.
LEAST = 0.5
#: A party that stood in this share of the seats it had named did as it said.
NEARLY = 0.9
_CLAIMS = frozenset({Act.CLAIMS, Act.TALKS, Act.AGREES})
#: What can end in standing together; to march together, or to leave a seat, is another matter.
_OF_ALLIANCE = frozenset({None, Form.ALLIANCE, Form.SEAT_SHARING})
_Relation = tuple[str, str]


class Saying(StrEnum):
    """What sort of word can be borne out."""

    CLAIM = "claim"
    DENIAL = "denial"
    FORECAST = "forecast"


class Upshot(StrEnum):
    """What came of it; open where that is not known yet, or cannot be told from the returns."""

    BORNE_OUT = "borne out"
    NOT_BORNE_OUT = "not borne out"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A statement with what came of it.

    Attributes:
        outcomes: how the relations that it is about ended, where they are known.
        agreed: whether those came to an agreement before the poll, by other stories than its own.
        stood: of a forecast, in how many seats the party stood in the end.
    """

    statement: Statement
    saying: Saying
    upshot: Upshot
    outcomes: tuple[Outcome, ...] = ()
    agreed: bool = False
    stood: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As printed by `tieup voices --json`."""
        return {
            "statement": self.statement.to_json(),
            "saying": self.saying.value,
            "upshot": self.upshot.value,
            "outcomes": [found.to_json() for found in self.outcomes],
            "agreed": self.agreed,
            "stood": self.stood,
        }


def saying_of(statement: Statement) -> Saying | None:
    """What sort of word a statement is; None for one that nothing can bear out."""
    if statement.background or statement.election is None or statement.confidence < LEAST:
        return None
    if statement.kind is Kind.TARGET and _named(statement):
        return Saying.FORECAST
    if not is_of_alliance(statement) or statement.form not in _OF_ALLIANCE:
        return None
    if statement.act in _CLAIMS and statement.pairs:
        return Saying.CLAIM
    alone = statement.act is Act.REFUSES and len(statement.parties) == 1
    return Saying.DENIAL if statement.act in AWAY and (statement.pairs or alone) else None


@dataclass(frozen=True, kw_only=True)
class Aftermath:
    """All that was published and counted by a day, and what it says of earlier statements.

    Attributes:
        statements: what was published by then.
        region: with the elections and their returns.
        on: the day; of an election counted on it or later, everything is open.
    """

    statements: tuple[Statement, ...]
    region: Region
    on: date
    _ends: dict[str, Mapping[_Relation, Outcome]] = field(default_factory=dict)
    _moments: dict[str, Mapping[_Relation, tuple[Moment, ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, statements: Iterable[Statement], region: Region, on: date) -> "Aftermath":
        """The aftermath of what was published by a day."""
        seen = tuple(s for s in statements if s.published <= on)
        return cls(statements=seen, region=region, on=on)

    def judge(self, statement: Statement) -> Judged | None:
        """What came of a statement; None for one that nothing can bear out any more, or ever."""
        saying = saying_of(statement)
        polled = polling_day(self.region, statement.election or "")
        if saying is None or polled is None or statement.published >= polled:
            return None
        if not is_counted(self.region, statement.election or "", self.on):
            return Judged(statement=statement, saying=saying, upshot=Upshot.OPEN)
        if saying is Saying.FORECAST:
            return self._forecast(statement)
        if saying is Saying.CLAIM:
            return self._claim(statement)
        return self._denial(statement)

    def outcome(self, pair: _Relation, election: str) -> Outcome:
        """How a relation ended in a counted election."""
        known = self._endings(election).get(whole(pair, self.region))
        return known or outcome(*pair, self.region, election)

    def _claim(self, statement: Statement) -> Judged:
        """Borne out where each two came to an agreement, or stood together."""
        found = self._outcomes(statement)
        agreed = [self._agreed(pair, statement) for pair in statement.pairs]
        ends = [True if told else o.allied for told, o in zip(agreed, found, strict=True)]
        return Judged(
            statement=statement,
            saying=Saying.CLAIM,
            upshot=_upshot(ends),
            outcomes=found,
            agreed=all(agreed),
        )

    def _denial(self, statement: Statement) -> Judged:
        """Borne out where no two of them stood together; "we go alone": with nobody."""
        found = self._outcomes(statement)
        apart = [None if o.allied is None else not o.allied for o in found]
        return Judged(
            statement=statement, saying=Saying.DENIAL, upshot=_upshot(apart), outcomes=found
        )

    def _forecast(self, statement: Statement) -> Judged:
        """Borne out where the party stood in nearly as many seats, or more."""
        poll = Poll.of(self.region, statement.election or "")
        named = _named(statement)
        stood = {party: len(poll.stood([party])) for party in named} if poll else {}
        return Judged(
            statement=statement,
            saying=Saying.FORECAST,
            upshot=_upshot([stood[party] >= NEARLY * named[party] for party in stood]),
            stood=sum(stood.values()) if stood else None,
        )

    def _outcomes(self, statement: Statement) -> tuple[Outcome, ...]:
        """Of the relations that it is about; of "we go alone", all known ones of the party's."""
        election = statement.election or ""
        if statement.pairs:
            return tuple(self.outcome(pair, election) for pair in statement.pairs)
        (party,) = (led_fronts(self.region).get(party, party) for party in statement.parties)
        ends = self._endings(election).items()
        return tuple(end for pair, end in ends if party in pair and end.allied is not None)

    def _endings(self, election: str) -> Mapping[_Relation, Outcome]:
        """Of the relations on the board of polling day, by their last moments until then."""
        if election not in self._ends:
            named = named_since(self._about(election), self.region)
            histories = self._histories(election).items()
            known = {pair: (named[pair], statuses(moments)) for pair, moments in histories}
            self._ends[election] = outcomes_by(known, self.region, election)
        return self._ends[election]

    def _histories(self, election: str) -> Mapping[_Relation, tuple[Moment, ...]]:
        if election not in self._moments:
            about = relations(self._about(election), self.region)
            self._moments[election] = {
                two: tuple(history(own, pair_of(*two, self.region))) for two, own in about.items()
            }
        return self._moments[election]

    def _about(self, election: str) -> Sequence[Statement]:
        return [s for s in self.statements if is_of_alliance(s) and s.election == election]

    def _agreed(self, pair: _Relation, statement: Statement) -> bool:
        """Whether the board had the two agreed at some time from then to the poll.

        A story does not bear itself out: another one must be among the reasons.
        """
        election = statement.election or ""
        polled = polling_day(self.region, election) or self.on
        moments = self._histories(election).get(pair, ())
        return any(
            moment.finding.status is Status.AGREED
            and (later is None or later.day > statement.published)
            and moment.day <= polled
            and any(story_of(s) != story_of(statement) for s in moment.finding.because)
            for moment, later in zip(moments, (*moments[1:], None), strict=False)
        )


def _named(statement: Statement) -> Mapping[str, int]:
    """The seats that a party means to stand in."""
    return {p: seats for p, seats in statement.seats.items() if ":" not in p and seats > 0}


def _upshot(held: Iterable[bool | None]) -> Upshot:
    """Of several relations: not borne out where one goes against it, open where one is unknown."""
    known = list(held)
    if False in known:
        return Upshot.NOT_BORNE_OUT
    return Upshot.BORNE_OUT if known and None not in known else Upshot.OPEN
