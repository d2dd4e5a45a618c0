"""The record: where relations stand, how they came there, and what texts claim about the past."""

from datetime import date
from typing import TYPE_CHECKING

import click

from tieup.cli.options import (
    DAY,
    election_option,
    json_option,
    ledger_option,
    on_option,
    open_desk,
    pair_of,
    plainly,
    region_option,
)
from tieup.cli.terminal import hint, out, print_json, progress_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tieup.alliances import Board, Chance
    from tieup.desk import Desk

#: What to do after a board.
TIMELINE = "every turn of a relation, in full: tieup timeline A B"


@click.command()
@on_option
@click.option("--known", type=DAY, help="Use only what was recorded by the end of this day.")
@click.option("--chances", is_flag=True, help="How likely each relation is to end allied.")
@election_option
@ledger_option
@region_option
@json_option
@plainly
def board(
    on: date | None,
    known: date | None,
    chances: bool,
    election: str | None,
    ledger: str,
    region: str | None,
    as_json: bool,
) -> None:
    """Show where every relation stands for an election, and why."""
    from tieup.cli.outcomes import board_json
    from tieup.cli.tables import board_table

    with open_desk(ledger, region, election) as desk:
        found = desk.board(on=on, election=election, known=known)
        told = _chances(desk, found) if chances else None
        if as_json:
            print_json(board_json(found, told))
        else:
            out.print(board_table(found, desk.region, desk.articles(), told))
            _point_on(desk, found.entries, lambda e: desk.board(on=found.on, election=e).entries)


@click.command()
@on_option
@election_option
@ledger_option
@region_option
@json_option
@plainly
def disputes(
    on: date | None, election: str | None, ledger: str, region: str | None, as_json: bool
) -> None:
    """Show contradictory statements side by side."""
    from tieup.cli.outcomes import disputes_json
    from tieup.cli.tables import disputes_table

    with open_desk(ledger, region, election) as desk:
        found = desk.disputes(on=on, election=election)
        every = desk.all_disputes(on=found.on, election=found.election)
        if as_json:
            print_json(disputes_json(found, every))
        else:
            out.print(disputes_table(found, every, desk.region, desk.articles()))
            _point_on(desk, found.entries, lambda e: desk.disputes(on=found.on, election=e).entries)


@click.command()
@click.argument("one", metavar="A")
@click.argument("two", metavar="B")
@on_option
@election_option
@ledger_option
@region_option
@json_option
@plainly
def timeline(
    one: str,
    two: str,
    on: date | None,
    election: str | None,
    ledger: str,
    region: str | None,
    as_json: bool,
) -> None:
    """Show every turn of the relation of two parties, in full."""
    from tieup.cli.tables import timeline_table

    with open_desk(ledger, region, election) as desk:
        day = desk.day(on)
        wanted = desk.election(election, day)
        pair = pair_of(desk, one, two)
        turns = desk.timeline(*pair, on=day, election=wanted.id)
        if as_json:
            print_json([turn.to_json() for turn in turns])
        else:
            out.print(timeline_table(turns, pair, wanted, day, desk.region, desk.articles()))
            if not turns:
                _point_elsewhere(desk, lambda e: desk.timeline(*pair, on=day, election=e))


@click.command()
@on_option
@ledger_option
@region_option
@json_option
@plainly
def claims(on: date | None, ledger: str, region: str | None, as_json: bool) -> None:
    """Hold claims about past elections against the returns."""
    from tieup.cli.tables import claims_table

    with open_desk(ledger, region) as desk:
        found = desk.claims(on=on)
        if as_json:
            print_json([claim.to_json() for claim in found])
        else:
            out.print(claims_table(found, desk.region, desk.articles()))


def _chances(desk: "Desk", found: "Board") -> "Mapping[tuple[str, str], Chance]":
    with progress_bar("reading the chronicle") as progress:
        return desk.chances(found, progress=progress)


def _point_on(
    desk: "Desk", shown: "Sequence[object]", look: "Callable[[str], Sequence[object]]"
) -> None:
    """Where to go from a board: to a timeline, or from an empty one to elections on record."""
    if shown:
        hint(TIMELINE)
    else:
        _point_elsewhere(desk, look)


def _point_elsewhere(desk: "Desk", look: "Callable[[str], Sequence[object]]") -> None:
    """Name the elections of which something is on record."""
    others = [election for election in desk.region.elections if look(election)]
    if others:
        hint(f"  on record by then: --election {' or '.join(others)}")
