"""The board: where every relation stands for an election on a day, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise
from typing import Any

from tieup.alliances.rules import Finding, Record, decide
from tieup.alliances.words import Pair, Word, pair_of, story_of, words
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Act, Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardEntry:
    """One relation on the board.

    Attributes:
        since: the day on which a reader of the news could first have known the status; None for one
            on which nothing is on record.
        because: the statements that it rests on.
        origins: how many separate stories those are.
    """

    parties: tuple[str, str]
    finding: Finding
    since: date | None

    @property
    def status(self) -> Status:
        """Where the relation stands."""
        return self.finding.status

    @property
    def because(self) -> tuple[Statement, ...]:
        """The statements that the status rests on."""
        return self.finding.because

    @property
    def origins(self) -> int:
        """How many separate stories the status rests on."""
        return len({story_of(s) for s in self.because})

    def to_json(self) -> dict[str, Any]:
        """As published in the contract."""
        return {
            "parties": list(self.parties),
            "status": self.status.value,
            "since": self.since.isoformat() if self.since else None,
            "towards": list(self.finding.towards),
            "away": list(self.finding.away),
            "waiting_on": self.finding.waiting_on,
            "decider": self.finding.decider,
            "rule": self.finding.rule,
            "because": [s.id for s in self.because],
            "origins": self.origins,
            "chance": None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An alliance of two or more; `missing` are the pairs in it that are not agreed themselves."""

    parties: tuple[str, ...]
    missing: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """As published in the contract."""
        return {
            "parties": list(self.parties),
            "status": Status.AGREED.value,
            "complete": not self.missing,
            "missing": list(self.missing),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Every relation for an election on a day."""

    on: date
    known: date | None
    election: str
    entries: tuple[BoardEntry, ...]
    groups: tuple[Group, ...]

    def entry(self, one: str, two: str) -> BoardEntry:
        """The entry of two parties; silent where nothing is on record."""
        wanted = (min(one, two), max(one, two))
        for entry in self.entries:
            if entry.parties == wanted:
                return entry
        return BoardEntry(parties=wanted, finding=_SILENT, since=None)

    def to_json(self) -> dict[str, Any]:
        """As published in the contract."""
        return {
            "on": self.on.isoformat(),
            "known": self.known.isoformat() if self.known else None,
            "election": self.election,
            "relations": [entry.to_json() for entry in self.entries],
            "alliances": [group.to_json() for group in self.groups],
        }


_SILENT = Finding(status=Status.SILENT, rule="nothing on record", because=())


def board(
    statements: Iterable[Statement],
    region: Region,
    *,
    on: date,
    election: str,
    known: date | None = None,
) -> Board:
    """The board of an election on a day, from the statements published by then.

    Args:
        statements: of any kind, day and election; those that do not belong are passed over.
        region: whose parties they are.
        on: the day.
        election: its id.
        known: only named in the result; what was recorded later is left out by the ledger.
    """
    seen = [
        s
        for s in statements
        if s.kind is Kind.ALLIANCE and s.election == election and s.published <= on
    ]
    pairs = dict.fromkeys(two for s in seen for two in _relations(s, region))
    entries = [
        entry
        for one, two in sorted(pairs)
        if (entry := _entry(seen, pair_of(one, two, region), on)) is not None
    ]
    return Board(
        on=on,
        known=known,
        election=election,
        entries=tuple(entries),
        groups=_groups(seen, {e.parties: e for e in entries}, region),
    )


def folded(found: Board, region: Region) -> Board:
    """The board as people look at it: a front's leading party is in it as the front."""
    fronts = {p.lead: p.id for p in region.parties.values() if p.kind == "front" and p.lead}
    known = {entry.parties for entry in found.entries}

    def doubles(entry: BoardEntry) -> bool:
        one, two = sorted(fronts.get(party, party) for party in entry.parties)
        return (one, two) != entry.parties and (one, two) in known

    return replace(found, entries=tuple(e for e in found.entries if not doubles(e)))


def turns(
    statements: Iterable[Statement], pair: Pair, *, on: date
) -> list[tuple[date, Finding, list[Word]]]:
    """The relation after each day on which something about it was published, up to a day."""
    given = sorted(
        (s for s in statements if s.published <= on),
        key=lambda s: (s.published, s.article, s.start),
    )
    result = []
    for count, (one, two) in enumerate(pairwise([*given, None]), start=1):
        if one is None or (two is not None and two.published == one.published):
            continue
        found = words(given[:count], pair)
        news = [w for w in found if w.statement.published == one.published]
        if news:
            result.append((one.published, decide(Record(pair, found, one.published)), news))
    return result


def _entry(statements: Iterable[Statement], pair: Pair, on: date) -> BoardEntry | None:
    """The relation's entry; None where only "we go alone" is on record of it."""
    found = words(statements, pair)
    if not any(w.specific for w in found):
        return None
    days = [(day, finding) for day, finding, _ in turns(statements, pair, on=on)]
    final = decide(Record(pair, found, on))
    since = days[-1][0]
    for day, finding in reversed(days):
        if finding.status is not final.status:
            break
        since = day
    return BoardEntry(parties=(pair.a, pair.b), finding=final, since=since)


def _relations(statement: Statement, region: Region) -> Iterable[tuple[str, str]]:
    """The pairs that a statement is about; of a front's leading party, the front's pairs, too.

    What members of one front want of each other stays inside it, and is no relation of the board.
    """
    day = statement.published
    for one, two in statement.pairs:
        for a in _with_front(one, day, region):
            for b in _with_front(two, day, region):
                if a != b and not _inside(a, b, region, day):
                    yield min(a, b), max(a, b)


def _with_front(party: str, day: date, region: Region) -> tuple[str, ...]:
    front = region.front_of(party, day)
    if front is not None and region.parties[front].lead == party:
        return (party, front)
    return (party,)


def _inside(one: str, two: str, region: Region, day: date) -> bool:
    """Whether the two are a front and its member, or members of one front."""
    fronts = [region.front_of(p, day) for p in (one, two)]
    return (
        fronts[0] == two or fronts[1] == one or (fronts[0] is not None and fronts[0] == fronts[1])
    )


def _groups(
    statements: Iterable[Statement],
    entries: Mapping[tuple[str, str], BoardEntry],
    region: Region,
) -> tuple[Group, ...]:
    """Groups in which every pair is agreed, and those that a statement calls agreed as a whole.

    A group of the second sort stands while none of its pairs has been refused, disputed or ended.
    The party that leads a front is in a group as the front.
    """
    fronts = {p.lead: p.id for p in region.parties.values() if p.kind == "front" and p.lead}

    def whole(parties: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({fronts.get(party, party) for party in parties}))

    agreed = {whole(pair) for pair, entry in entries.items() if entry.status is Status.AGREED}
    found = set(_cliques({(pair[0], pair[-1]) for pair in agreed}))
    for statement in statements:
        if statement.act is Act.AGREES and len(statement.parties) > 2:  # noqa: PLR2004 - more than a pair
            parties = whole(statement.parties)
            gone = (Status.REFUSED, Status.DISPUTED, Status.ENDED)
            statuses = [entries[p].status for p in combinations(parties, 2) if p in entries]
            if statuses and not any(status in gone for status in statuses):
                found.add(parties)
    largest = [g for g in found if not any(set(g) < set(other) for other in found)]
    return tuple(
        Group(
            parties=group,
            missing=tuple("+".join(p) for p in combinations(group, 2) if p not in agreed),
        )
        for group in sorted(largest)
    )


def _cliques(pairs: set[tuple[str, str]]) -> Iterable[tuple[str, ...]]:
    """Maximal sets of parties in which every two are a pair (Bron and Kerbosch 1973)."""
    neighbours: dict[str, set[str]] = {}
    for one, two in pairs:
        neighbours.setdefault(one, set()).add(two)
        neighbours.setdefault(two, set()).add(one)

    def grow(inside: set[str], open_: set[str], closed: set[str]) -> Iterable[tuple[str, ...]]:
        if not open_ and not closed:
            yield tuple(sorted(inside))
            return
        for party in sorted(open_):
            near = neighbours[party]
            yield from grow(inside | {party}, open_ & near, closed & near)
            open_ = open_ - {party}
            closed = closed | {party}

    if neighbours:
        yield from grow(set(), set(neighbours), set())
