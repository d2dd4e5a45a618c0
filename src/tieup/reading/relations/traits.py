"""Traits: what speaks for and against reading a clause as being about one relation and not another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tieup.reading.acts.clause import Clause
from tieup.reading.acts.ranking import Likely
from tieup.reading.bonds import Bonds
from tieup.reading.names.mention import Mention
from tieup.reading.relations.company import Company
from tieup.reading.relations.relation import PAIR, Relation
from tieup.reading.relations.sides import Sides
from tieup.reading.relations.turns import Turns
from tieup.vocabulary import Act, Mode

_LINK = re.compile(
    r"\b(with|to|between|of|for|from|against|and|by)\s+(?:the\s+)?[PFH]_", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"\b(with|to|between|of|for|from|against|and|by|or|in|on|as|than|over|barring|except|like|including)"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[\w'’-]+|[,;:\"“(]")
#: Words before a name that say nothing, and characters in which the words beside it are looked for.
_LITTLE, _REACH = frozenset({"the", "both", "ruling"}), 30
#: Characters after the act's words in which a name is near, and before a name for its preposition.
_NEAR, _PREPOSITION_NEAR = 50, 24
#: Counts of more tell no more.
_MANY = 2
#: The article's main parties; a rank for those that it hardly names.
_MAIN, _LAST_RANK = 2, 9


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What the relations on offer for a clause share; what follows from it is found just once.

    Attributes:
        masked: the article with its names masked.
        told: acts told so far by set of parties.
        company: which parties the article names often, and together.
        last: the parties of the statement before.
        bonds: how parties stand to each other that day.
    """

    masked: str
    clause: Clause
    likely: Likely
    sides: Sides
    told: Mapping[frozenset[str], set[Act]]
    company: Company
    last: frozenset[str]
    bonds: Bonds

    @cached_property
    def act(self) -> str:
        """The act as plain text, which is put into traits far sooner."""
        return str(self.likely.act)

    @cached_property
    def mode(self) -> str:
        """The mode as plain text."""
        return str(self.clause.segment.mode)

    @cached_property
    def linked(self) -> str | None:
        """The preposition or "and" that leads from the act's words to a name."""
        end = min(self.clause.span.end, self.likely.words.end + _NEAR)
        link = _LINK.search(self.masked, self.likely.words.start, end)
        return link.group(1).lower() if link else None

    @cached_property
    def turns(self) -> Turns:
        """The turns of phrase of the clause."""
        return Turns(
            masked=self.masked,
            span=self.clause.span,
            direct=self.clause.segment.mode is Mode.DIRECT,
        )

    @cached_property
    def around(self) -> str:
        """So many names before the act's words, and after them."""
        return f"lr{min(_MANY, len(self.sides.left))}{min(_MANY, len(self.sides.right))}"

    @cached_property
    def named(self) -> frozenset[str | None]:
        """The parties that the clause names."""
        return frozenset(m.party for m in (*self.sides.left, *self.sides.right))

    @cached_property
    def roles(self) -> Sequence[tuple[Mention, str]]:
        """How each name of the clause stands to the words that tell the act."""
        return tuple(_roles(self))

    @cached_property
    def sources(self) -> Mapping[str | None, str]:
        """Where each party comes from that does not come from far."""
        main = (party for party, rank in self.company.prominence.items() if rank < _MAIN)
        found: dict[str | None, str] = {}
        for name, parties in (
            ("named", self.named),
            ("speaker", {self.clause.segment.voice.party}),
            ("subject", {m.party for m in self.sides.subject}),
            ("earlier", {m.party for m in self.sides.earlier}),
            ("last", self.last),
            ("main", main),
        ):
            for party in parties:
                found.setdefault(party, name)
        return found

    def of_part(self, part: str) -> Sequence[str]:
        """The traits of a part of a way: relations on offer share their parts."""
        if part not in self._of_parts:
            self._of_parts[part] = tuple(_part(self, part))
        return self._of_parts[part]

    def of_source(self, source: str) -> Sequence[str]:
        """The traits of a party that comes from there."""
        if source not in self._of_sources:
            self._of_sources[source] = tuple(_source(self, source))
        return self._of_sources[source]

    @cached_property
    def _of_parts(self) -> dict[str, Sequence[str]]:
        return {}

    @cached_property
    def _of_sources(self) -> dict[str, Sequence[str]]:
        return {}

    def beside(self, mention: Mention) -> Sequence[str]:
        """The words right before and after a name, one and two of them."""
        found = self._beside.get(mention.span.start)
        if found is None:
            at, name = self.clause.span, mention.span
            before = _BESIDE.findall(self.masked, max(at.start, name.start - _REACH), name.start)
            after = _BESIDE.findall(self.masked, name.end, min(at.end, name.end + _REACH))
            led_in = [word.lower() for word in before if word not in _LITTLE]
            led_out = [word.lower() for word in after]
            found = self._beside[name.start] = (
                *(
                    f"before {' '.join(led_in[-count:])}"
                    for count in (1, 2)
                    if len(led_in) >= count
                ),
                *(
                    f"after {' '.join(led_out[:count])}"
                    for count in (1, 2)
                    if len(led_out) >= count
                ),
            )
        return found

    @cached_property
    def _beside(self) -> dict[int, Sequence[str]]:
        return {}


def traits(setting: Setting, relation: Relation) -> list[str]:
    """The features of one relation on offer."""
    found: list[str] = []
    for part in relation.parts:  # how it was found
        found += setting.of_part(part)
    found.append(f"ways {min(2 * _MANY, len(relation.ways))}")
    found += _names(setting, relation)
    for party in relation.parties:
        found += setting.of_source(setting.sources.get(party, "far"))
    found += _sides(setting, relation)
    found += _memory(setting, relation)
    found += _company(setting, relation)
    found += setting.bonds.traits(relation.parties, relation.hub, setting.likely.act)
    return found


def _part(setting: Setting, part: str) -> Iterator[str]:
    """One part of how it was found, by act, mode and the words around."""
    act, mode, around = setting.act, setting.mode, setting.around
    yield f"part {part}"
    yield f"part {part} {act}"
    yield f"part {part} {mode} {around}"
    yield f"part {part} {act} {mode}"
    yield f"part {part} {act} {around} {setting.linked}"
    yield f"part {part} those {setting.turns.of_those} self {setting.turns.of_itself}"
    if setting.likely.rule is not None and setting.likely.rule.alone:
        yield f"part {part} lone rule"
    if setting.turns.of_anybody:
        yield f"part {part} anybody"
    if setting.turns.of_all_of_a_kind:
        yield f"part {part} all of a kind"
    if setting.turns.of_owned:
        yield f"part {part} owned"
    if setting.turns.of_allies:
        yield f"part {part} its allies"


def _names(setting: Setting, relation: Relation) -> Iterator[str]:
    """Which names of the clause are in it, by how they stand to the words that tell the act."""
    act, mode = setting.act, setting.mode
    parties = frozenset(relation.parties)
    for mention, role in setting.roles:
        held = f"{role} {mention.party in parties}"
        yield held
        yield f"{held} {act}"
        for words in setting.beside(mention):
            yield f"{words} {mention.party in parties}"
        if relation.hub:
            yield f"{role} hub {mention.party == relation.hub}"
    named = setting.named
    extra = len(parties - named - {setting.clause.segment.voice.party})
    yield f"covers {named <= parties} {min(_MANY + 1, len(named))}"
    yield f"extra {extra} {mode}"
    yield f"{act} covers {named <= parties} extra {min(_MANY + 1, extra)}"


def _sides(setting: Setting, relation: Relation) -> Iterator[str]:
    """Whether the speaker's own party is in it, how large it is, and whom it leaves out."""
    act, mode = setting.act, setting.mode
    speaker, size = setting.clause.segment.voice.party, min(2 * _MANY, len(relation.parties))
    own = speaker in relation.parties if speaker else None
    yield f"own {own} {mode}"
    yield f"own {own} {mode} goes on about {setting.turns.goes_on}"
    yield f"{act} own {own} {mode}"
    yield f"{act} size {size}"
    yield f"{act} size {size} hub {relation.hub is not None}"
    excluded = setting.sides.excluded
    if excluded:
        yield f"{act} exception whole {set(excluded) <= set(relation.parties)}"
    if relation.hub and relation.hub == speaker:
        yield f"{act} hub speaks"


def _source(setting: Setting, source: str) -> Iterator[str]:
    """Where one of the parties comes from."""
    act, mode = setting.act, setting.mode
    yield f"from {source}"
    yield f"from {source} {act} {mode}"
    yield f"from {source} {setting.around}"
    yield f"from {source} self {setting.turns.of_itself} {mode}"


def _memory(setting: Setting, relation: Relation) -> Iterator[str]:
    """How it stands to what the article tells elsewhere."""
    act, parties = setting.act, frozenset(relation.parties)
    size = min(2 * _MANY, len(relation.parties))
    if setting.likely.rule is not None and setting.likely.rule.alone:
        # "We go alone" right after a refusal says more than the refusal again.
        again = setting.likely.act in setting.told.get(parties, ())
        yield f"lone rule told {again} size {size}"
    rank = max(setting.company.prominence.get(party, _LAST_RANK) for party in parties)
    yield f"ranks {min(5, rank)} of {size}"
    yield f"same as last {parties == setting.last} size {size}"
    yield f"apart from last {not parties & setting.last}"
    before = setting.told.get(parties, set())
    if before:
        yield "told"
        yield f"told {act}" if setting.likely.act in before else f"{act} after others"
        for other in before:
            yield f"{act} after {other}"


def _company(setting: Setting, relation: Relation) -> Iterator[str]:
    """Whether its parties are named together elsewhere."""
    size = min(2 * _MANY, len(relation.parties))
    if size >= PAIR:
        pairs = relation.pairs
        seen = min(_MANY + 1, setting.company.sentences_with(pairs))
        yield f"together {seen} of {size}"
        yield f"together {seen} {setting.act}"
        yield f"in the lead {pairs <= setting.company.lead} of {size}"


def _roles(setting: Setting) -> Iterator[tuple[Mention, str]]:
    """How each name of the clause stands to the words that tell the act."""
    masked, words = setting.masked, setting.likely.words
    for number, mention in enumerate(reversed(setting.sides.left)):
        preposition = _preposition(masked, setting.clause.span.start, mention)
        owns = "owns" * (masked[mention.span.end : mention.span.end + 2] in ("'s", "’s"))
        yield mention, f"role L{min(_MANY, number)} {preposition}{owns}"
    for number, mention in enumerate(setting.sides.right):
        near = "near" if mention.span.start - words.end < _NEAR else "far"
        preposition = _preposition(masked, words.start, mention)
        yield mention, f"role R{min(_MANY, number)} {preposition} {near}"


def _preposition(masked: str, start: int, mention: Mention) -> str | None:
    start = max(start, mention.span.start - _PREPOSITION_NEAR)
    found = _PREPOSITION.search(masked, start, mention.span.start)
    return found.group(1).lower() if found else None
