"""Poll files: polls as CSV, a line a party, or as TOML, a table a poll."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

from tieup.regions import Region
from tieup.scenarios.forms import PollRow, PollsForm
from tieup.scenarios.polls import Poll
from tieup.scenarios.refusals import ScenarioError
from tieup.scenarios.texts import at, fitted, table_of, text_of

COLUMNS = ("pollster", "from", "to", "sample", "party", "share")


def load_polls(path: Path, region: Region) -> tuple[Poll, ...]:
    """Polls from a file: TOML if its name says so, else CSV with the columns above.

    Raises:
        ScenarioError: for the first thing wrong, with the file and the line or key.
    """
    polls = _from_toml(path) if path.suffix.casefold() == ".toml" else _from_csv(path)
    found = tuple(_resolved(poll, region) for poll in polls)
    if not found:
        message = f"{path.name}: there is no poll in it"
        raise ScenarioError(message)
    return found


def _from_toml(path: Path) -> Iterator[Poll]:
    for number, form in enumerate(table_of(path, PollsForm).poll, start=1):
        yield _poll(
            f"{path.name}: poll.{number}",
            (form.pollster, form.since, form.until, form.sample),
            form.shares,
        )


def _from_csv(path: Path) -> Iterator[Poll]:
    """Lines of one pollster, days and sample are one poll."""
    found: dict[tuple[str, date, date, int], dict[str, float]] = {}
    first: dict[tuple[str, date, date, int], str] = {}
    reader = csv.reader(StringIO(text_of(path), newline=""), strict=True)
    try:
        header = tuple(cell.strip() for cell in next(reader, ()))
        if header != COLUMNS:
            message = f"{path.name}: line 1: columns must be {','.join(COLUMNS)}"
            raise ScenarioError(message)
        for cells in filter(any, reader):
            place = f"{path.name}: line {reader.line_num}"
            if len(cells) != len(COLUMNS):
                message = f"{place}: {len(cells)} cells where {len(COLUMNS)} should stand"
                raise ScenarioError(message)
            values = dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True))
            row = fitted(place, values, PollRow)
            key = (row.pollster, row.since, row.until, row.sample)
            if row.party in found.setdefault(key, {}):
                message = f"{place}: {row.party} stands in this poll already"
                raise ScenarioError(message)
            found[key][row.party] = row.share
            first.setdefault(key, place)
    except csv.Error as error:
        message = f"{path.name}: line {reader.line_num}: is no CSV: {error}"
        raise ScenarioError(message) from error
    for key, shares in found.items():
        yield _poll(first[key], key, shares)


def _poll(place: str, of: tuple[str, date, date, int], shares: Mapping[str, float]) -> Poll:
    pollster, since, until, sample = of
    return Poll(
        pollster=pollster, since=since, until=until, sample=sample, shares=shares, name=place
    )


def _resolved(poll: Poll, region: Region) -> Poll:
    """The poll with ids for names."""
    shares: dict[str, float] = {}
    for name, share in poll.shares.items():
        with at(poll.name):
            party = region.party(name).id
            if party in shares:
                message = f"{party} is given twice"
                raise ScenarioError(message)
            shares[party] = share
    return replace(poll, shares=shares)
