"""Relations: the board as the page shows it: groups, matrix, each relation with its reasons."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tieup.alliances import Board, BoardEntry
from tieup.alliances.histories.quoted import ids_of
from tieup.articles import Article
from tieup.english import listed
from tieup.regions import Region
from tieup.report.naming import Names
from tieup.report.outlines import Outline, anchor, ordered
from tieup.report.telling import Telling, tell
from tieup.vocabulary import AWAY, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """A statement among a relation's reasons: told in full once on the page, then referred to.

    Attributes:
        number: counted over the page, in the order in which the statements are told.
        first: whether it is told here.
        shared: how many relations rest on it.
    """

    telling: Telling
    number: int
    first: bool
    shared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Outline):
    """One relation on the page, with its reasons.

    Attributes:
        claim, denial: of a disputed one, its two sides and their words; empty for the others.
        grounds: all its reasons, in order of time.
    """

    sides: tuple[str, str]
    claim: tuple[Grounds, ...]
    denial: tuple[Grounds, ...]
    grounds: tuple[Grounds, ...]

    @property
    def old(self) -> bool:
        """Whether all its reasons are told at relations above."""
        return bool(self.grounds) and not any(g.first for g in self.grounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of the matrix; without a status, nothing is on record."""

    status: Status | None
    anchor: str | None
    label: str
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A party's row; `inside` names the front above that it is a member of."""

    party: str
    name: str
    inside: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance:
    """A group that stands agreed, and what is missing between its members."""

    parties: tuple[str, ...]
    name: str
    missing: tuple[str, ...]


def relations(board: Board, articles: Mapping[str, Article], names: Names) -> tuple[Relation, ...]:
    """Every relation of the board, by status, the latest turn first."""
    entries = ordered(board.entries)
    uses = Counter(name for entry in entries for name in ids_of(entry.because))
    numbers: dict[str, int] = {}
    found = []
    for entry in entries:
        grounds = []
        for statement in entry.because:
            first = statement.id not in numbers
            number = numbers.setdefault(statement.id, len(numbers) + 1)
            telling = tell(statement, articles, names)
            grounds.append(
                Grounds(telling=telling, number=number, first=first, shared=uses[statement.id])
            )
        found.append(_relation(entry, tuple(grounds), names))
    return tuple(found)


def _relation(entry: BoardEntry, grounds: tuple[Grounds, ...], names: Names) -> Relation:
    disputed = entry.status is Status.DISPUTED
    denial = tuple(g for g in grounds if g.telling.act in AWAY) if disputed else ()
    claim = tuple(g for g in grounds if g not in denial) if disputed else ()
    return Relation(
        entry=entry,
        names=names,
        sides=(_side(entry.finding.towards, names), _side(entry.finding.away, names)),
        claim=claim,
        denial=denial,
        grounds=grounds,
    )


def _side(parties: Sequence[str], names: Names) -> str:
    return listed(map(names.party, parties)) if parties else "One side"


def matrix(board: Board, region: Region, names: Names) -> tuple[Row, ...]:
    """The parties with something on record against each other, the most lively first."""
    order = _lively(board, region)
    known = {entry.parties: entry for entry in board.entries}

    def cell(one: str, two: str) -> Cell:
        entry = known.get((min(one, two), max(one, two)))
        pair = f"{names.party(one)} and {names.party(two)}"
        if entry is None:
            return Cell(status=None, anchor=None, label=pair, same=one == two)
        where = anchor(entry.parties)
        return Cell(status=entry.status, anchor=where, label=pair, same=False)

    return tuple(
        Row(
            party=one,
            name=names.party(one),
            inside=_front_above(one, order, board, region),
            cells=tuple(cell(one, two) for two in order),
        )
        for one in order
    )


def liveliest(entries: Iterable[BoardEntry]) -> list[str]:
    """Parties by the number of statements that their relations rest on, the most first."""
    said: dict[str, set[str]] = {}
    for entry in entries:
        for party in entry.parties:
            said.setdefault(party, set()).update(ids_of(entry.because))
    return sorted(said, key=lambda party: (-len(said[party]), party))


def _lively(board: Board, region: Region) -> list[str]:
    """Parties as `liveliest` has them; a front before its members."""
    ranked = liveliest(board.entries)
    known = set(ranked)
    fronts = {
        p: f for p in ranked if (f := region.front_of(p, board.on)) in known and f is not None
    }
    found = []
    for party in ranked:
        if party not in fronts:
            found += [party, *(member for member in ranked if fronts.get(member) == party)]
    return found


def _front_above(party: str, order: Sequence[str], board: Board, region: Region) -> str | None:
    front = region.front_of(party, board.on)
    return front if front in order else None


def alliances(board: Board, names: Names) -> tuple[Alliance, ...]:
    """The groups that stand agreed, the largest first."""
    groups = sorted(board.groups, key=lambda g: (-len(g.parties), g.parties))
    return tuple(
        Alliance(
            parties=group.parties,
            name=names.bloc(group.parties),
            missing=tuple(
                " and ".join(map(names.party, pair.split("+"))) for pair in group.missing
            ),
        )
        for group in groups
    )
