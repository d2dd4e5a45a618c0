"""Words: the statements of one relation, each as the word of one side, or of nobody's.

A later word overtakes an earlier one of the same side, never of the other. The word of a party's
high command stands over that of its state unit, where both have spoken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Act, Form

#: Acts by which a side moves towards the other, or away from it.
TOWARDS = frozenset({Act.WANTS, Act.CLAIMS, Act.DEMANDS, Act.AGREES, Act.TALKS})
AWAY = frozenset({Act.DENIES, Act.REFUSES, Act.ENDS})
_SHORT_OF_ALLIANCE = {
    Form.JOINT_MOVEMENT: Act.TALKS,
    Form.COMMON_PROGRAMME: Act.TALKS,
    Form.STAND_DOWN: Act.WANTS,
}
_MOVES = frozenset({Act.TALKS, Act.AGREES})
#: Statements of less confidence are wrong three times in four (docs/methods.md, Reading).
_LEAST = 0.3


@dataclass(frozen=True, slots=True)
class Word:
    """A statement as a word in a relation.

    Attributes:
        side: the party of the pair whose voice it is; None for the report.
        day: when it was said, else when its story was first published: a copy that comes late is
            no later word.
        specific: about this pair; False for "we go alone", said to everybody.
        central: whether the party's high command speaks.
    """

    statement: Statement
    side: str | None
    day: date
    specific: bool
    central: bool

    @property
    def act(self) -> Act:
        """The act; to march together is not yet to stand together, and a seat left is no pact."""
        assert self.statement.act is not None  # noqa: S101 - only alliance statements become words
        if self.statement.act is Act.AGREES and self.statement.form is not None:
            return _SHORT_OF_ALLIANCE.get(self.statement.form, Act.AGREES)
        return self.statement.act


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties, sorted by id, each with all that speak and stand for it (a front's members)."""

    a: str
    b: str
    of_a: frozenset[str]
    of_b: frozenset[str]

    def side_of(self, party: str | None) -> str | None:
        """The side that a party's voice is on."""
        if party in self.of_a:
            return self.a
        return self.b if party in self.of_b else None

    def other(self, side: str) -> str:
        """The opposite side."""
        return self.b if side == self.a else self.a

    def within(self, parties: Iterable[str]) -> bool:
        """Whether a statement's pair of parties is this relation."""
        sides = {self.side_of(party) for party in parties}
        return sides == {self.a, self.b}


def pair_of(one: str, two: str, region: Region) -> Pair:
    """The relation of two parties; the party that leads a front speaks for the front, too."""
    a, b = sorted((one, two))
    return Pair(a, b, _voices(a, region), _voices(b, region))


def words(statements: Iterable[Statement], pair: Pair) -> tuple[Word, ...]:
    """The words of a relation in order of time.

    "We go alone", said to everybody, is among them until the two are seen to talk or to agree.
    What was read with too little confidence stays in the ledger and decides nothing.
    """
    given = tuple(statements)
    told = _first_told(given)
    found = []
    for statement in given:
        if statement.act is None or statement.confidence < _LEAST:
            continue
        if statement.speaker_party and pair.side_of(statement.speaker_party) is None:
            continue  # a rival's word on others decides nothing between them
        specific = any(pair.within(two) for two in statement.pairs)
        lone = len(statement.parties) == 1 and statement.act is Act.REFUSES
        side = pair.side_of(statement.speaker_party)
        if lone and not specific:
            side = pair.side_of(statement.parties[0])
            specific = False
            if side is None:
                continue
        elif not specific:
            continue
        found.append(
            Word(
                statement,
                side,
                statement.said_on or told[story_of(statement)],
                specific,
                statement.unit == "centre",
            )
        )
    moved = max((w.day for w in found if w.specific and w.act in _MOVES), default=None)
    standing = (w for w in found if w.specific or moved is None or w.day > moved)
    return tuple(sorted(standing, key=_order))


def story_of(statement: Statement) -> str:
    """The story that a statement stands in, one for all copies; without an origin its text."""
    return statement.origin or statement.content_id


def _first_told(statements: Iterable[Statement]) -> dict[str, date]:
    """The day on which each story was first published."""
    told: dict[str, date] = {}
    for statement in statements:
        story = story_of(statement)
        told[story] = min(statement.published, told.get(story, statement.published))
    return told


def last_words(found: Sequence[Word], side: str | None) -> tuple[Word, ...]:
    """The words of a side that stand: those of its last day, of its high command if it spoke.

    What waits for an answer overtakes nothing. A word on this relation stands over "we go alone" of
    the same day.
    """
    own = [w for w in found if w.side == side and w.act in TOWARDS | AWAY]
    if not own:
        return ()
    ranked = [w for w in own if w.central] or own
    last = max(w.day for w in ranked)
    standing = [w for w in ranked if w.day == last]
    specific = [w for w in standing if w.specific]
    return tuple(specific or standing)


def _voices(party: str, region: Region) -> frozenset[str]:
    """Whose voice is the party's: its own; of a front and the member that leads it, both's."""
    fronts = [p for p in region.parties.values() if p.kind == "front"]
    led = {p.id for p in fronts if p.lead == party}
    leads = {p.lead for p in fronts if p.id == party and p.lead}
    return frozenset({party, *led, *leads})


def _order(word: Word) -> tuple[object, ...]:
    """By time; within a day the word on this very relation comes after "we go alone"."""
    s = word.statement
    return (word.day, word.specific, s.published, s.article, s.start, s.end, str(s.act))
