"""Traits: what speaks for and against reading a clause as being about one relation and not another.

They come in bundles, each told by a few plain facts that come again in clause after clause.
"""

# ruff: noqa: FBT001 - bundles are told by plain facts, yes and no among them

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tieup.reading.bundle import Bundle, bundled
from tieup.reading.relations.relation import PAIR, Relation
from tieup.reading.relations.setting import Setting
from tieup.reading.relations.standing import standings
from tieup.reading.text.sought import Sought

_LINK = Sought(
    r"\b(?P<word>with|to|between|of|for|from|against|and|by)\s+(?:the\s+)?[PFH]_", re.IGNORECASE
)
#: Characters after the act's words in which a preposition leads to a name.
_NEAR = 50
#: Counts of more names tell no more, of more of them that are in a relation or not, and of parties.
_MANY, _MORE, _SEVERAL = 2, 3, 4
#: So many manners are kept.
_KEPT = 5000
#: The article's main parties; a rank for those that it hardly names, and one that all lower ones are.
_MAIN, _LAST_RANK, _LOW = 2, 9, 5


@dataclass(frozen=True, slots=True, eq=False)
class _Manner:
    """How a clause tells its act, in plain values.

    The same object wherever it comes again, as long as it is kept: it is asked for often.

    Attributes:
        around: so many names before the act's words, and after them.
        linked: the preposition or "and" that leads from the act's words to a name.
        turns: which turns of phrase it has.
    """

    act: str
    mode: str
    around: str
    linked: str | None
    those: bool
    itself: bool
    turns: tuple[str, ...]


class Traits:
    """The traits of the relations on offer for one clause."""

    def __init__(self, setting: Setting) -> None:
        """Find what they share."""
        sides = setting.sides
        self._setting = setting
        self._manner = _manner(setting)
        self._named = frozenset(m.party for m in (*sides.left, *sides.right))
        self._standings = tuple(standings(setting))
        self._source = _sources(setting, self._named).get

    def of(self, relation: Relation) -> list[Bundle]:
        """Those of one relation."""
        manner, source = self._manner, self._source
        size = min(_SEVERAL, len(relation.parties))
        return [
            *[_part(part, manner) for part in relation.parts],
            _ways(min(_SEVERAL, len(relation.ways))),
            *self._named_in(relation),
            *[_from(source(party, "far"), manner) for party in relation.parties],
            *self._sides(relation, size),
            *self._memory(relation, size),
            *self._company(relation, size),
        ]

    def names(self, relation: Relation) -> tuple[str, ...]:
        """The name of each, by which weights are kept."""
        return tuple(trait for bundle in self.of(relation) for trait in bundle.traits)

    def _named_in(self, relation: Relation) -> list[Bundle]:
        """Which names of the clause are in it, by how they stand to the words that tell the act."""
        act, parties, hub = self._manner.act, relation.parties, relation.hub
        return [
            _name(role, beside, party in parties, party == hub if hub else None, act)
            for party, role, beside in self._standings
        ]

    def _sides(self, relation: Relation, size: int) -> Iterator[Bundle]:
        """Whom it covers, whether the speaker's own party is in it, and whom it leaves out."""
        setting, manner, named = self._setting, self._manner, self._named
        parties, hub, speaker = relation.parties, relation.hub, setting.speaker
        extra = len({*parties} - named - {speaker})
        whole, many = named.issubset(parties), min(_MORE, len(named))
        yield _covers(whole, many, extra, manner.act, manner.mode)
        own = speaker in parties if speaker else None
        yield _own(own, setting.turns.goes_on, manner.act, manner.mode)
        yield _size(size, None if hub is None else hub == speaker, manner.act)
        if size > PAIR:
            yield _joined(setting.turns.of_each_other, hub is not None, manner.act)
        if setting.sides.excluded:
            yield _exception({*setting.sides.excluded}.issubset(parties), manner.act)

    def _memory(self, relation: Relation, size: int) -> Iterator[Bundle]:
        """How it stands to what the article tells elsewhere."""
        setting, act = self._setting, self._manner.act
        parties, last = frozenset(relation.parties), setting.last
        before = setting.told.get(parties, ())
        rank_of = setting.company.prominence.get
        rank = max([rank_of(party, _LAST_RANK) for party in parties])
        yield _place(min(_LOW, rank), parties == last, parties.isdisjoint(last), size)
        if setting.is_lone:
            yield _lone(act in before, size)
        if before:
            yield _told(tuple(sorted(before)), act)

    def _company(self, relation: Relation, size: int) -> Iterator[Bundle]:
        """Whether its parties are named together elsewhere, and how they stand to each other."""
        if size < PAIR:
            return
        setting, act, pairs = self._setting, self._manner.act, relation.pairs
        seen = min(_MORE, setting.company.sentences_with(pairs))
        yield _together(seen, pairs <= setting.company.lead, size, act)
        bond = setting.bonds.among(relation.parties, relation.hub)
        yield _bond(str(bond), relation.hub is not None, size, act)


_kept_manner = lru_cache(maxsize=_KEPT)(_Manner)


def _manner(setting: Setting) -> _Manner:
    sides, turns, words = setting.sides, setting.turns, setting.likely.words
    end = min(setting.clause.span.end, words.end + _NEAR)
    link = _LINK.search(setting.masked, words.start, end)
    has = {
        "lone rule": setting.is_lone,
        "anybody": turns.of_anybody,
        "all of a kind": turns.of_all_of_a_kind,
        "owned": turns.of_owned,
        "its allies": turns.of_allies,
    }
    return _kept_manner(
        str(setting.likely.act),  # plain text is put into traits far sooner
        str(setting.clause.segment.mode),
        f"lr{min(_MANY, len(sides.left))}{min(_MANY, len(sides.right))}",
        link["word"].lower() if link else None,
        turns.of_those,
        turns.of_itself,
        tuple([turn for turn, holds in has.items() if holds]),
    )


def _sources(setting: Setting, named: frozenset[str | None]) -> Mapping[str | None, str]:
    """Where each party comes from that does not come from far."""
    main = [party for party, rank in setting.company.prominence.items() if rank < _MAIN]
    found: dict[str | None, str] = dict.fromkeys(main, "main")
    found |= dict.fromkeys(setting.last, "last")
    found |= dict.fromkeys([m.party for m in setting.sides.earlier], "earlier")
    found |= dict.fromkeys([m.party for m in setting.sides.subject], "subject")
    found[setting.speaker] = "speaker"
    found |= dict.fromkeys(named, "named")
    return found


# -- the bundles, by what tells them -------------------------------------------------------------


@bundled
def _part(part: str, manner: _Manner) -> Iterator[str]:
    """A part of the ways by which it was found, by act, mode and the words around."""
    act, mode, around = manner.act, manner.mode, manner.around
    yield f"part {part}"
    yield f"part {part} {act}"
    yield f"part {part} {mode} {around}"
    yield f"part {part} {act} {mode}"
    yield f"part {part} {act} {around} {manner.linked}"
    yield f"part {part} those {manner.those} self {manner.itself}"
    for turn in manner.turns:
        yield f"part {part} {turn}"


@bundled
def _ways(number: int) -> Iterator[str]:
    """By how many ways it was found."""
    yield f"ways {number}"


@bundled
def _name(
    role: str, beside: Sequence[str], held: bool, leads: bool | None, act: str
) -> Iterator[str]:
    """A name of the clause, in the relation or not, and its hub or not."""
    yield f"{role} {held}"
    yield f"{role} {held} {act}"
    for words in beside:
        yield f"{words} {held}"
    if leads is not None:
        yield f"{role} hub {leads}"


@bundled
def _from(source: str, manner: _Manner) -> Iterator[str]:
    """Where one of the parties comes from."""
    yield f"from {source}"
    yield f"from {source} {manner.act} {manner.mode}"
    yield f"from {source} {manner.around}"
    yield f"from {source} self {manner.itself} {manner.mode}"


@bundled
def _covers(whole: bool, named: int, extra: int, act: str, mode: str) -> Iterator[str]:
    """Whether it has all whom the clause names, and how many more."""
    yield f"covers {whole} {named}"
    yield f"extra {extra} {mode}"
    yield f"{act} covers {whole} extra {min(_MORE, extra)}"


@bundled
def _own(own: bool | None, goes_on: str | None, act: str, mode: str) -> Iterator[str]:
    """Whether the speaker's own party is in it."""
    yield f"own {own} {mode}"
    yield f"own {own} {mode} goes on about {goes_on}"
    yield f"{act} own {own} {mode}"


@bundled
def _size(size: int, speaks: bool | None, act: str) -> Iterator[str]:
    """How large it is, and whether the speaker is its hub; None where it has none."""
    yield f"{act} size {size}"
    yield f"{act} size {size} hub {speaks is not None}"
    if speaks:
        yield f"{act} hub speaks"


@bundled
def _joined(each: bool, has_hub: bool, act: str) -> Iterator[str]:
    """Whether the clause joins several each to each."""
    yield f"each to each {each} hub {has_hub}"
    yield f"each to each {each} hub {has_hub} {act}"


@bundled
def _exception(whole: bool, act: str) -> Iterator[str]:
    yield f"{act} exception whole {whole}"


@bundled
def _place(rank: int, same: bool, apart: bool, size: int) -> Iterator[str]:
    """How often its parties are named, and whose statement was the one before."""
    yield f"ranks {rank} of {size}"
    yield f"same as last {same} size {size}"
    yield f"apart from last {apart}"


@bundled
def _lone(again: bool, size: int) -> Iterator[str]:
    """Whether the act is told again: "we go alone" right after a refusal says more than that."""
    yield f"lone rule told {again} size {size}"


@bundled
def _told(before: Sequence[str], act: str) -> Iterator[str]:
    """Which acts of it have been told."""
    yield "told"
    yield f"told {act}" if act in before else f"{act} after others"
    for other in before:
        yield f"{act} after {other}"


@bundled
def _together(seen: int, in_lead: bool, size: int, act: str) -> Iterator[str]:
    """How often the article names its parties together."""
    yield f"together {seen} of {size}"
    yield f"together {seen} {act}"
    yield f"in the lead {in_lead} of {size}"


@bundled
def _bond(bond: str, has_hub: bool, size: int, act: str) -> Iterator[str]:
    """How its parties stand to each other in the region."""
    yield f"bond {bond}"
    yield f"bond {bond} {act}"
    yield f"bond {bond} of {size}"
    yield f"bond {bond} {act} hub {has_hub} of {size}"
