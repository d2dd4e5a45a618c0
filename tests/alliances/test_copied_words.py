"""Copies of one story are each listed and counted once, and a late copy is no later word."""

from collections.abc import Sequence
from datetime import date

import pytest
from statements import statement

from tieup.alliances import Turn, board, timeline
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status

ON = date(2026, 1, 31)


def told(statements: Sequence[Statement], region: Region) -> tuple[Turn, ...]:
    """The timeline of the ISF and the Left Front."""
    return timeline(statements, region, "ISF", "LF", on=ON, election="WB-2026")


@pytest.fixture
def copied() -> list[Statement]:
    """A refusal in two papers of one day and one of the next, and another report of it."""
    line = "2026-01-05/{} LF refuses ISF+LF"
    return [
        statement(line.format("2026-01-05"), article="one", content_id="a_1", origin="o_1"),
        statement(line.format("2026-01-05"), article="two", content_id="a_2", origin="o_1"),
        statement(line.format("2026-01-05"), article="own", content_id="a_3", origin="o_3"),
        statement(line.format("2026-01-06"), article="late", content_id="a_4", origin="o_1"),
    ]


def test_the_board_counts_origins_and_lists_copies(copied: list[Statement], bengal: Region) -> None:
    entry = board(copied, bengal, on=ON, election="WB-2026").entry("ISF", "LF")
    assert entry.origins == 2
    assert {s.article for s in entry.because} == {"one", "two", "own", "late"}
    assert entry.to_json()["origins"] == 2
    assert entry.since == date(2026, 1, 5)


def test_without_origins_texts_are_counted(copied: list[Statement], bengal: Region) -> None:
    bare = [Statement.from_json({**s.to_json(), "origin": None}) for s in copied]
    assert board(bare, bengal, on=ON, election="WB-2026").entry("ISF", "LF").origins == 4


def test_the_timeline_counts_a_story_on_its_first_day(
    copied: list[Statement], bengal: Region
) -> None:
    first, second = told(copied, bengal)
    assert (first.origins, len(first.statements)) == (2, 3)
    assert (second.origins, [s.article for s in second.statements]) == (0, ["late"])
    assert not second.changed
    assert (first.to_json()["origins"], second.to_json()["origins"]) == (2, 0)


@pytest.mark.parametrize(("origin", "status"), [("o_1", Status.REFUSED), ("o_2", Status.COURTING)])
def test_a_late_copy_overtakes_nothing(origin: str, status: Status, bengal: Region) -> None:
    """Wanted on the 5th, refused on the 6th; what comes on the 7th is old, or it is new."""
    said = [
        statement("2026-01-05 LF wants ISF+LF", said_on=None, origin="o_1"),
        statement("2026-01-06 LF refuses ISF+LF", said_on=None),
        statement("2026-01-07 LF wants ISF+LF", said_on=None, origin=origin),
    ]
    found = board(said, bengal, on=ON, election="WB-2026")
    assert found.entry("ISF", "LF").status is status
