"""Relations: the pairs of parties that statements name, and which statements bear on each."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from tieup.alliances.histories.words import led_fronts
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Act


def relations(
    statements: Iterable[Statement], region: Region
) -> Mapping[tuple[str, str], list[Statement]]:
    """Every relation that statements name, in order, with the statements that may bear on it.

    Those are the ones about the two, about a front that one of them leads or the party that leads
    it, and "we go alone" of either.
    """
    fronts = led_fronts(region)
    named_by = _naming(region)
    named: dict[tuple[str, str], None] = {}
    about: dict[frozenset[str], list[Statement]] = defaultdict(list)
    alone: dict[str, list[Statement]] = defaultdict(list)

    def whole(party: str) -> str:
        return fronts.get(party, party)

    for statement in statements:
        if len(statement.parties) == 1 and statement.act is Act.REFUSES:
            alone[whole(statement.parties[0])].append(statement)
        named.update(dict.fromkeys(named_by(statement)))
        for key in {frozenset(map(whole, pair)) for pair in statement.pairs}:
            about[key].append(statement)
    return {
        (one, two): [
            *about[frozenset((whole(one), whole(two)))],
            *alone[whole(one)],
            *alone[whole(two)],
        ]
        for one, two in sorted(named)
    }


def named_since(statements: Iterable[Statement], region: Region) -> Mapping[tuple[str, str], date]:
    """The day on which each relation was first named."""
    named_by = _naming(region)
    found: dict[tuple[str, str], date] = {}
    for statement in statements:
        for pair in named_by(statement):
            found[pair] = min(statement.published, found.get(pair, statement.published))
    return found


def _naming(region: Region) -> Callable[[Statement], Iterator[tuple[str, str]]]:
    """Gives the pairs that a statement is about; between two turns of fronts they are the same."""
    turns = sorted({date.min, *_turns(region)})

    @cache
    def named(one: str, two: str, day: date) -> tuple[tuple[str, str], ...]:
        return tuple(_named(one, two, day, region))

    def named_by(statement: Statement) -> Iterator[tuple[str, str]]:
        day = turns[bisect_right(turns, statement.published) - 1]
        for one, two in statement.pairs:
            yield from named(one, two, day)

    return named_by


def _turns(region: Region) -> Iterator[date]:
    """The days from which a front has other members than before."""
    for party in region.parties.values():
        for membership in party.members:
            if membership.since is not None:
                yield membership.since
            if membership.until is not None and membership.until < date.max:
                yield membership.until + timedelta(days=1)


def _named(one: str, two: str, day: date, region: Region) -> Iterator[tuple[str, str]]:
    """The relations of a pair on a day; of a front's leading party, the front's, too.

    What members of one front want of each other stays inside it, and is no relation of the board.
    """
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
