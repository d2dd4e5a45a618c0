"""Traits: what speaks for and against reading a clause as being about one relation and not another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tieup.reading.clause import Clause
from tieup.reading.mention import Mention
from tieup.reading.ranking import Likely
from tieup.reading.relation import Relation
from tieup.reading.sides import Sides
from tieup.vocabulary import Act, Mode

_FIRST_PERSON = re.compile(r"\b(?:we|us|our|ours|I|me|my|mine)\b", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the relations on offer for a clause share.

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


def traits(setting: Setting, relation: Relation) -> Iterator[str]:
    """The features of one relation on offer."""
    yield from _ways(setting, relation)
    yield from _names(setting, relation)
    yield from _sources(setting, relation)
    yield from _memory(setting, relation)


def _ways(setting: Setting, relation: Relation) -> Iterator[str]:
    """How it was found, by act, mode and the words around."""
    act, mode, clause = setting.likely.act, setting.clause.segment.mode, setting.clause.span
    words, around = clause.of(setting.masked), _around(setting.sides)
    end = min(clause.end, setting.likely.words.end + _NEAR)
    link = _LINK.search(setting.masked, setting.likely.words.start, end)
    linked = link.group(1).lower() if link else None
    those, itself = _THOSE.search(words) is not None, _of_itself(setting)
    lone = setting.likely.rule is not None and setting.likely.rule.alone
    anybody = _ANYBODY.search(words) is not None
    for part in sorted({part for way in relation.ways for part in way.split(", ")}):
        yield f"part {part}"
        yield f"part {part} {act}"
        yield f"part {part} {mode} {around}"
        yield f"part {part} {act} {mode}"
        yield f"part {part} {act} {around} {linked}"
        yield f"part {part} those {those} self {itself}"
        if lone:
            yield f"part {part} lone rule"
        if anybody:
            yield f"part {part} anybody"
    yield f"ways {min(2 * _MANY, len(relation.ways))}"


def _names(setting: Setting, relation: Relation) -> Iterator[str]:
    """Which names of the clause are in it, by how they stand to the words that tell the act."""
    act, mode = setting.likely.act, setting.clause.segment.mode
    parties = frozenset(relation.parties)
    for mention, place in _places(setting):
        held = mention.party in parties
        yield f"role {place} {held}"
        yield f"role {place} {held} {act}"
        if relation.hub:
            yield f"role {place} hub {mention.party == relation.hub}"
    named = {m.party for m in (*setting.sides.left, *setting.sides.right)}
    extra = len(parties - named - {setting.clause.segment.voice.party})
    yield f"covers {named <= parties} {min(_MANY + 1, len(named))}"
    yield f"extra {extra} {mode}"
    yield f"{act} covers {named <= parties} extra {min(_MANY + 1, extra)}"


def _sources(setting: Setting, relation: Relation) -> Iterator[str]:
    """Where each of its parties comes from, and how large it is."""
    act, mode, sides = setting.likely.act, setting.clause.segment.mode, setting.sides
    speaker, size = setting.clause.segment.voice.party, min(2 * _MANY, len(relation.parties))
    known = (
        ("named", {m.party for m in (*sides.left, *sides.right)}),
        ("speaker", {speaker}),
        ("subject", {m.party for m in sides.subject}),
        ("earlier", {m.party for m in sides.earlier}),
        ("last", setting.last),
        ("main", {p for p, rank in setting.prominence.items() if rank < _MAIN}),
    )
    around, itself = _around(sides), _of_itself(setting)
    for party in relation.parties:
        source = next((name for name, parties in known if party in parties), "far")
        yield f"from {source}"
        yield f"from {source} {act} {mode}"
        yield f"from {source} {around}"
        yield f"from {source} self {itself} {mode}"
    own = speaker in relation.parties if speaker else None
    yield f"own {own} {mode}"
    yield f"{act} own {own} {mode}"
    yield f"{act} size {size}"
    yield f"{act} size {size} hub {relation.hub is not None}"
    if relation.hub and relation.hub == speaker:
        yield f"{act} hub speaks"


def _memory(setting: Setting, relation: Relation) -> Iterator[str]:
    """How it stands to what the article tells elsewhere."""
    act, parties = setting.likely.act, frozenset(relation.parties)
    size = min(2 * _MANY, len(relation.parties))
    rank = max(setting.prominence.get(party, _LAST_RANK) for party in parties)
    yield f"ranks {min(5, rank)} of {size}"
    yield f"same as last {parties == setting.last} size {size}"
    yield f"apart from last {not parties & setting.last}"
    before = setting.told.get(parties, set())
    if before:
        yield "told"
        yield f"told {act}" if act in before else f"{act} after others"


def _around(sides: Sides) -> str:
    """So many names before the act's words, and after them."""
    return f"lr{min(_MANY, len(sides.left))}{min(_MANY, len(sides.right))}"


def _of_itself(setting: Setting) -> bool:
    """Whether a pronoun of the clause may mean the speaker's own side."""
    direct = setting.clause.segment.mode is Mode.DIRECT
    pattern = _FIRST_PERSON if direct else _THIRD_PERSON
    return (
        pattern.search(setting.masked, setting.clause.span.start, setting.clause.span.end)
        is not None
    )


def _places(setting: Setting) -> Iterator[tuple[Mention, str]]:
    """How each name of the clause stands to the words that tell the act."""
    masked, words = setting.masked, setting.likely.words
    for number, mention in enumerate(reversed(setting.sides.left)):
        preposition = _preposition(masked, setting.clause.span.start, mention)
        owns = "owns" * (masked[mention.span.end : mention.span.end + 2] in ("'s", "’s"))
        yield mention, f"L{min(_MANY, number)} {preposition}{owns}"
    for number, mention in enumerate(setting.sides.right):
        near = "near" if mention.span.start - words.end < _NEAR else "far"
        preposition = _preposition(masked, words.start, mention)
        yield mention, f"R{min(_MANY, number)} {preposition} {near}"


def _preposition(masked: str, start: int, mention: Mention) -> str | None:
    start = max(start, mention.span.start - _PREPOSITION_NEAR)
    found = _PREPOSITION.search(masked, start, mention.span.start)
    return found.group(1).lower() if found else None
