"""Traits: what speaks for and against reading a clause as being about one relation and not another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tieup.reading.clause import Clause
from tieup.reading.mention import Mention
from tieup.reading.ranking import Likely
from tieup.reading.relation import Relation
from tieup.reading.sides import Sides
from tieup.reading.wording import FIRST_PERSON
from tieup.vocabulary import Act, Mode

_THIRD_PERSON = re.compile(
    r"\b(?:he|him|his|she|her|it|its|they|them|their|the\s+party)\b", re.IGNORECASE
)
# The thing talked of before: "such a pact", "the two".
_THOSE = re.compile(
    r"\b(?:the\s+two\b|both\b|each\s+other|the\s+(?:alliance|coalition|combine|pact|tie-up|talks|partners|morcha"
    r"|arrangement|understanding|proposal|meeting|discussions?|deal)|this\s+alliance|such\s+(?:a|an|any)?"
    r"|joint\s+\w+|the\s+latter)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"\b(?:with|to)\s+any(?:one|body|\s+(?:other\s+)?(?:party|parties|political))\b|\ball\s+\d+\s+seats",
    re.IGNORECASE,
)
_ALL_OF_A_KIND = re.compile(
    r"\b(?:all|every|other|like-minded|secular|democratic|opposition|progressive|regional|smaller|anti-\w+|non-\w+)\s+(?:\w+\s+){0,2}?"
    r"(?:party|parties|forces?|fronts?|groups?|outfits?)\b",
    re.IGNORECASE,
)
# Whom a clause goes on about: "we will go alone", "that it was ready", "they will tie up".
_GOES_ON = re.compile(
    r"\W*(?:(?:and|but|that)\s+)*(?:(?P<we>we|I|our\s+party|my\s+party)"
    r"|(?P<they>he|she|it|they|(?:his|her|its|their|the)\s+party))\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\b(with|to|between|of|for|from|against|and|by)\s+(?:the\s+)?[PFH]_", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"\b(with|to|between|of|for|from|against|and|by|or|in|on|as|than|over|barring|except|like|including)"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
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
        prominence: rank of each party by how often the article names it.
        last: the parties of the statement before.
    """

    masked: str
    clause: Clause
    likely: Likely
    sides: Sides
    told: Mapping[frozenset[str], set[Act]]
    prominence: Mapping[str, int]
    last: frozenset[str]

    @cached_property
    def linked(self) -> str | None:
        """The preposition or "and" that leads from the act's words to a name."""
        end = min(self.clause.span.end, self.likely.words.end + _NEAR)
        link = _LINK.search(self.masked, self.likely.words.start, end)
        return link.group(1).lower() if link else None

    @cached_property
    def of_itself(self) -> bool:
        """Whether a pronoun of the clause may mean the speaker's own side."""
        direct = self.clause.segment.mode is Mode.DIRECT
        return self.holds(FIRST_PERSON if direct else _THIRD_PERSON)

    @cached_property
    def of_those(self) -> bool:
        """Whether the clause comes back to what was talked of before."""
        return self.holds(_THOSE)

    @cached_property
    def of_anybody(self) -> bool:
        """Whether the clause speaks of any party at all."""
        return self.holds(_ANYBODY)

    @cached_property
    def of_all_of_a_kind(self) -> bool:
        """Whether the clause speaks of parties by their kind: "like-minded parties must unite"."""
        return self.holds(_ALL_OF_A_KIND)

    @cached_property
    def goes_on(self) -> str | None:
        """The pronoun that the clause begins with: "we" for the first person, "they" for the third."""
        found = _GOES_ON.match(self.masked, self.clause.span.start, self.clause.span.end)
        return found.lastgroup if found else None

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
        main = (party for party, rank in self.prominence.items() if rank < _MAIN)
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

    def holds(self, pattern: re.Pattern[str]) -> bool:
        """Whether the clause holds such words."""
        at = self.clause.span
        return pattern.search(self.masked, at.start, at.end) is not None


def traits(setting: Setting, relation: Relation) -> list[str]:
    """The features of one relation on offer."""
    return [
        *_ways(setting, relation),
        *_names(setting, relation),
        *_sources(setting, relation),
        *_memory(setting, relation),
    ]


def _ways(setting: Setting, relation: Relation) -> Iterator[str]:
    """How it was found, by act, mode and the words around."""
    for part in relation.parts:
        yield from setting.of_part(part)
    yield f"ways {min(2 * _MANY, len(relation.ways))}"


def _part(setting: Setting, part: str) -> Iterator[str]:
    """One part of how it was found."""
    act, mode, around = setting.likely.act, setting.clause.segment.mode, setting.around
    yield f"part {part}"
    yield f"part {part} {act}"
    yield f"part {part} {mode} {around}"
    yield f"part {part} {act} {mode}"
    yield f"part {part} {act} {around} {setting.linked}"
    yield f"part {part} those {setting.of_those} self {setting.of_itself}"
    if setting.likely.rule is not None and setting.likely.rule.alone:
        yield f"part {part} lone rule"
    if setting.of_anybody:
        yield f"part {part} anybody"
    if setting.of_all_of_a_kind:
        yield f"part {part} all of a kind"


def _names(setting: Setting, relation: Relation) -> Iterator[str]:
    """Which names of the clause are in it, by how they stand to the words that tell the act."""
    act, mode = setting.likely.act, setting.clause.segment.mode
    parties = frozenset(relation.parties)
    for mention, role in setting.roles:
        held = f"{role} {mention.party in parties}"
        yield held
        yield f"{held} {act}"
        if relation.hub:
            yield f"{role} hub {mention.party == relation.hub}"
    named = setting.named
    extra = len(parties - named - {setting.clause.segment.voice.party})
    yield f"covers {named <= parties} {min(_MANY + 1, len(named))}"
    yield f"extra {extra} {mode}"
    yield f"{act} covers {named <= parties} extra {min(_MANY + 1, extra)}"


def _sources(setting: Setting, relation: Relation) -> Iterator[str]:
    """Where each of its parties comes from, and how large it is."""
    act, mode = setting.likely.act, setting.clause.segment.mode
    speaker, size = setting.clause.segment.voice.party, min(2 * _MANY, len(relation.parties))
    for party in relation.parties:
        yield from setting.of_source(setting.sources.get(party, "far"))
    own = speaker in relation.parties if speaker else None
    yield f"own {own} {mode}"
    yield f"own {own} {mode} goes on about {setting.goes_on}"
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
    act, mode = setting.likely.act, setting.clause.segment.mode
    yield f"from {source}"
    yield f"from {source} {act} {mode}"
    yield f"from {source} {setting.around}"
    yield f"from {source} self {setting.of_itself} {mode}"


def _memory(setting: Setting, relation: Relation) -> Iterator[str]:
    """How it stands to what the article tells elsewhere."""
    act, parties = setting.likely.act, frozenset(relation.parties)
    size = min(2 * _MANY, len(relation.parties))
    if setting.likely.rule is not None and setting.likely.rule.alone:
        # "We go alone" right after a refusal says more than the refusal again.
        yield f"lone rule told {act in setting.told.get(parties, ())} size {size}"
    rank = max(setting.prominence.get(party, _LAST_RANK) for party in parties)
    yield f"ranks {min(5, rank)} of {size}"
    yield f"same as last {parties == setting.last} size {size}"
    yield f"apart from last {not parties & setting.last}"
    before = setting.told.get(parties, set())
    if before:
        yield "told"
        yield f"told {act}" if act in before else f"{act} after others"
        for other in before:
            yield f"{act} after {other}"


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
