"""Tables: returns of any house, candidate by candidate, as a contest; no region pack needed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np

from tieup.regions import Region
from tieup.regions.returns import NOTA, OTHERS
from tieup.scenarios import ScenarioError
from tieup.seats.contest import NOBODY, Contest, Ints, contest, is_independent

#: Where no districts are known, so many seats with neighbouring numbers stand for one.
BLOCK = 10
#: So many faulty rows or seats are named in an error.
NAMED = 3
NEEDED = ("seat", "party", "candidate", "votes")
OPTIONAL = ("district", "electors")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slate:
    """A contest and the people in it.

    Attributes:
        contest: the votes.
        seats: shape (seats,), how the table names them.
        candidates: names by seat, in the contest's order of candidates.
        notes: what was odd in the table and what was done, a line each.
    """

    contest: Contest
    seats: tuple[str, ...]
    candidates: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    seat: Any
    party: str
    candidate: str
    votes: float
    district: str | None
    electors: float | None


def slate_from_table(
    table: object,
    *,
    columns: Mapping[str, str] | None = None,
    seats: Iterable[Any] | None = None,
    order: Sequence[Any] = (),
) -> Slate:
    """A contest from a table with one row a candidate.

    NOTA is left out; "OTH" counts in a seat's total and can't win. Seats that are whole numbers
    keep them; others are numbered from 1 in the table's order. Without a district column, every
    ten seats with neighbouring numbers are taken for a district. A seat without any vote keeps its
    candidates, who have no share; the one who stands first in the table leads it, and `notes` says
    so. Of equal votes the one who stands first leads, too.

    Args:
        table: a list of mappings, a mapping of columns, or a frame of pandas, polars or pyarrow.
        columns: the table's name of a column that isn't called seat, party, candidate, votes,
            district or electors.
        seats: those that must be there, if the caller knows.
        order: seats in the order that the contest shall have; by default sorted numbers, or the
            table's order.

    Raises:
        ScenarioError: for a missing column or seat, votes that are negative or no number, a
            candidate who stands twice.
    """
    rows = list(_rows(table, columns or {}))
    _check_votes(rows)
    _check_twice(rows)
    by_seat: dict[Any, list[_Row]] = defaultdict(list)
    for row in rows:
        by_seat[row.seat].append(row)
    _check_seats(by_seat, seats)
    numeric = all(_is_whole(seat) for seat in by_seat)
    labels = list(order) or (sorted(by_seat, key=int) if numeric else list(by_seat))
    standing = [
        sorted(
            (row for row in by_seat[seat] if row.party not in (NOTA, OTHERS)),
            key=lambda row: -row.votes,
        )
        for seat in labels
    ]
    parties = tuple(sorted({row.party for rows in standing for row in rows}))
    index = {party: number for number, party in enumerate(parties)}
    shape = (len(labels), max(map(len, standing)))
    party = np.full(shape, NOBODY, dtype=np.int64)
    votes, rest, abstainers = np.zeros(shape), np.zeros(len(labels)), np.zeros(len(labels))
    for seat, (label, here) in enumerate(zip(labels, standing, strict=True)):
        party[seat, : len(here)] = [index[row.party] for row in here]
        votes[seat, : len(here)] = [row.votes for row in here]
        rest[seat] = sum(row.votes for row in by_seat[label] if row.party == OTHERS)
        electors = max((row.electors or 0.0 for row in by_seat[label]), default=0.0)
        abstainers[seat] = max(electors - votes[seat].sum() - rest[seat], 0.0) if electors else 0.0
    empty = [
        str(label) for label, row in zip(labels, votes.sum(axis=1) + rest, strict=True) if not row
    ]
    return Slate(
        contest=Contest(
            numbers=np.array([int(s) for s in labels] if numeric else range(1, len(labels) + 1)),
            districts=_districts([by_seat[label] for label in labels]),
            parties=parties,
            party=party,
            votes=votes,
            rest=rest,
            abstainers=abstainers,
        ),
        seats=tuple(map(str, labels)),
        candidates=tuple(tuple(row.candidate for row in here) for here in standing),
        notes=tuple(f"seat {label} has no votes; its first candidate leads it" for label in empty),
    )


def contest_from_table(
    table: object,
    *,
    columns: Mapping[str, str] | None = None,
    seats: Iterable[Any] | None = None,
) -> Contest:
    """The contest alone; as slate_from_table."""
    return slate_from_table(table, columns=columns, seats=seats).contest


def slate(region: Region, election: str) -> Slate:
    """An election of a region, with the people in it.

    Raises:
        UnknownNameError: for an election without returns.
    """
    rows = region.returns(election).by_constituency
    return Slate(
        contest=contest(region, election),
        seats=tuple(each.name for each in region.constituencies.values()),
        candidates=tuple(
            tuple(row.candidate for row in rows.get(no, ()) if row.party not in (NOTA, OTHERS))
            for no in region.constituencies
        ),
    )


def blocks(seats: int) -> Ints:
    """Shape (seats,): neighbours by number, ten a block; the last takes what is left over."""
    return np.minimum(np.arange(seats) // BLOCK, max(seats // BLOCK - 1, 0))


def _rows(table: object, columns: Mapping[str, str]) -> Iterator[_Row]:
    """The table's rows, whatever kind of table it is."""
    found = _columns(table)
    names = {field: columns.get(field, field) for field in (*NEEDED, *OPTIONAL)}
    missing = [names[field] for field in NEEDED if names[field] not in found]
    if missing:
        message = (
            f"the table lacks {', '.join(missing)}; it has {', '.join(map(str, found)) or 'none'}"
        )
        raise ScenarioError(message)
    wanted = [found.get(names[field]) for field in (*NEEDED, *OPTIONAL)]
    length = len(wanted[0] or ())
    if not length:
        message = "the table has no rows"
        raise ScenarioError(message)
    filled = (column if column is not None else [None] * length for column in wanted)
    for seat, party, candidate, votes, district, electors in zip(*filled, strict=True):
        yield _Row(
            _plain(seat),
            str(party),
            str(candidate),
            _number(votes),
            None if district is None else str(district),
            _optional(electors),
        )


def _columns(table: Any) -> dict[str, list[Any]]:  # noqa: ANN401 - any kind of table
    """Columns as lists, by name."""
    if isinstance(table, Mapping):
        return {str(name): list(values) for name, values in table.items()}
    if hasattr(table, "column_names"):  # pyarrow
        return {name: table.column(name).to_pylist() for name in table.column_names}
    if hasattr(table, "columns"):  # pandas and polars
        return {str(name): table[name].to_list() for name in table.columns}
    rows = list(table)
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {name: [row.get(name) for row in rows] for name in names}


def _plain(seat: Any) -> Any:  # noqa: ANN401 - a number or a name
    """A whole number as such, whatever type holds it."""
    return int(seat) if _is_whole(seat) else str(seat)


def _is_whole(seat: object) -> bool:
    try:
        return float(seat).is_integer()  # type: ignore[arg-type] # what isn't a number raises
    except (TypeError, ValueError):
        return False


def _number(votes: object) -> float:
    try:
        return float(votes)  # type: ignore[arg-type] # what isn't a number raises
    except (TypeError, ValueError):
        return float("nan")


def _optional(electors: object) -> float | None:
    found = _number(electors)
    return found if isfinite(found) else None


def _check_votes(rows: Iterable[_Row]) -> None:
    bad = [row for row in rows if not (isfinite(row.votes) and row.votes >= 0)]
    if bad:
        named = "; ".join(f"{row.candidate} in {row.seat}: {row.votes:g}" for row in bad[:NAMED])
        message = f"{len(bad)} rows have votes that are negative or no number ({named})"
        raise ScenarioError(message)


def _check_twice(rows: Iterable[_Row]) -> None:
    """No row is there twice. Independents may be namesakes, if their votes tell them apart."""
    counts = Counter(
        (row.seat, row.party, row.candidate, row.votes if is_independent(row.party) else None)
        for row in rows
        if row.party not in (NOTA, OTHERS)
    )
    twice = [key for key, count in counts.items() if count > 1]
    if twice:
        named = "; ".join(f"{name} ({party}) in {seat}" for seat, party, name, _ in twice[:NAMED])
        message = f"{len(twice)} candidates are there twice ({named})"
        raise ScenarioError(message)


def _check_seats(by_seat: Mapping[Any, list[_Row]], wanted: Iterable[Any] | None) -> None:
    missing = [seat for seat in map(_plain, wanted or ()) if seat not in by_seat]
    if missing:
        named = ", ".join(map(str, missing[:NAMED]))
        message = f"{len(missing)} seats have no returns ({named})"
        raise ScenarioError(message)
    for seat, rows in by_seat.items():
        if all(row.party in (NOTA, OTHERS) for row in rows):
            message = f"seat {seat} has no candidate who could win"
            raise ScenarioError(message)


def _districts(by_seat: Sequence[Sequence[_Row]]) -> Ints:
    """Shape (seats,): the table's districts in order of their names, else blocks."""
    named = [next((row.district for row in rows if row.district), None) for rows in by_seat]
    if any(name is None for name in named):
        return blocks(len(by_seat))
    order = {name: number for number, name in enumerate(sorted(set(named), key=str))}
    return np.array([order[name] for name in named])
