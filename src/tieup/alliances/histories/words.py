"""Words: the statements of one relation, each as the word of one side, or of nobody's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import AWAY, Act, Form, Kind

_SHORT_OF_ALLIANCE = {
    Form.JOINT_MOVEMENT: Act.TALKS,
    Form.COMMON_PROGRAMME: Act.TALKS,
    Form.STAND_DOWN: Act.WANTS,
}
#: What was read with less confidence is as often wrong as right about the relation or the act. Of a
#: group the confidence is that all of it is right: about each pair of it, it is right more often.
_LEAST, _LEAST_OF_GROUP = 0.3, 0.2
#: A statement about more parties is about a group.
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A statement as a word in a relation.

    Attributes:
        act: what it comes to: to march together is not yet to stand together, and a seat left is
            no pact.
        side: the party of the pair whose voice it is; None for the report, and for a partner in
            the same front or group.
        day: when it was said, else when its story was first published: a copy that comes late is
            no later word.
        specific: about this pair; False for "we go alone", said to everybody.
        central: whether the party's high command speaks.
        nameless: whether somebody of a party speaks whom nobody names.
    """

    statement: Statement
    act: Act
    side: str | None
    day: date
    specific: bool
    central: bool
    nameless: bool

    @property
    def is_whisper(self) -> bool:
        """Whether nameless people turn away from what their party has not turned away from."""
        return self.nameless and self.act in AWAY


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties, sorted by id, each with all that speak and stand for it (a front's members).

    Attributes:
        kin: parties of a front that one of the two leads, is or is in.
        leads: each party that leads a front, with the front.
    """

    a: str
    b: str
    of_a: frozenset[str]
    of_b: frozenset[str]
    kin: frozenset[str] = frozenset()
    leads: Mapping[str, str] = field(default_factory=dict)

    @property
    def sides(self) -> tuple[str, str]:
        """The two parties."""
        return self.a, self.b

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
    leads = led_fronts(region)
    return Pair(a, b, voices(a, leads), voices(b, leads), _kin((a, b), region), leads)


def led_fronts(region: Region) -> Mapping[str, str]:
    """The front that each party leads which leads one."""
    return {p.lead: p.id for p in region.parties.values() if p.kind == "front" and p.lead}


def words(statements: Iterable[Statement], pair: Pair) -> Iterator[Word]:
    """The words of a relation in order of publication.

    What was read with too little confidence stays in the ledger and decides nothing.
    """
    told: dict[str, date] = {}
    for statement in sorted(statements, key=_in_print):
        if statement.act is None or not is_sure(statement):
            continue
        specific = any(pair.within(two) for two in statement.pairs)
        side = pair.side_of(statement.speaker_party)
        if not specific:
            if not (len(statement.parties) == 1 and statement.act is Act.REFUSES):
                continue
            speaks, side = side, pair.side_of(statement.parties[0])
            if side is None or (statement.speaker_party is not None and speaks != side):
                continue
        elif side is None and not _may_tell(statement, pair):
            continue
        first = told.setdefault(story_of(statement), statement.published)
        yield Word(
            statement=statement,
            act=_act(statement),
            side=side,
            day=statement.said_on or first,
            specific=specific,
            central=statement.unit == "centre",
            nameless=statement.speaker.startswith("unnamed:"),
        )


def story_of(statement: Statement) -> str:
    """The story that a statement stands in, one for all copies; without an origin its text."""
    return statement.origin or statement.content_id


def is_sure(statement: Statement) -> bool:
    """Whether it was read with enough confidence to decide anything."""
    is_pair = len(statement.parties) <= _PAIR
    return statement.confidence >= (_LEAST if is_pair else _LEAST_OF_GROUP)


def is_of_alliance(statement: Statement) -> bool:
    """Whether it is about an alliance, and not about strength, a target, a result or a party."""
    return statement.kind is Kind.ALLIANCE


def _may_tell(statement: Statement, pair: Pair) -> bool:
    """Whether somebody who is neither of the two counts as a witness: the report, and partners.

    A rival's word on two others decides nothing between them. Who is in one front with a side tells
    what the side does, and one of a group tells what the group does.
    """
    speaker = statement.speaker_party
    if speaker is None or speaker in pair.kin:
        return True
    of_group = {speaker, pair.leads.get(speaker, speaker)} & set(statement.parties)
    return bool(of_group) and statement.hub is None and len(statement.parties) > _PAIR


def _act(statement: Statement) -> Act:
    assert statement.act is not None  # noqa: S101 - only alliance statements become words
    if statement.act is Act.AGREES and statement.form is not None:
        return _SHORT_OF_ALLIANCE.get(statement.form, Act.AGREES)
    return statement.act


def voices(party: str, leads: Mapping[str, str]) -> frozenset[str]:
    """Whose voice is the party's: its own; of a front and the member that leads it, both's."""
    lead = [leading for leading, front in leads.items() if front == party]
    return frozenset({party, leads.get(party, party), *lead})


def _kin(sides: tuple[str, str], region: Region) -> frozenset[str]:
    """All of every front that one of two parties is, or is in."""
    found: set[str] = set()
    for front in region.parties.values():
        whole = {front.id, *(member.party for member in front.members)}
        if front.kind == "front" and whole & set(sides):
            found |= whole
    return frozenset(found)


def _in_print(statement: Statement) -> tuple[object, ...]:
    """In order of publication, and of the text."""
    s = statement
    return (s.published, s.article, s.start, s.end, str(s.act), s.id)
