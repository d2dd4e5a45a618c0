"""Briefings: all of it in one HTML file, and the demonstration that prints it, too."""

from datetime import date
from typing import TYPE_CHECKING

import click

from tieup.cli.options import (
    MEMORY,
    draws_option,
    election_option,
    json_option,
    ledger_option,
    on_option,
    open_desk,
    out_option,
    pair_of,
    plainly,
    region_option,
    seed_option,
)
from tieup.cli.terminal import (
    NOTHING_DONE,
    WRONG_USE,
    fail,
    file_to_write,
    hint,
    out,
    print_json,
    progress_bar,
    save_file,
)

if TYPE_CHECKING:
    from tieup.desk import Briefing
    from tieup.regions import Region
    from tieup.regions.demo import Demo

#: The demonstration shows the same figures each time.
SEED = 7


@click.command()
@on_option
@election_option
@click.option("--relation", nargs=2, metavar="A B", help="Whose timeline to tell.")
@click.option(
    "--structure", metavar="BLOCS", help='Project this, such as "LF+INC+ISF / TMC / BJP".'
)
@click.option(
    "--base", metavar="ID",
    help="The base election of the projection. [default: the last one before the day]",
)  # fmt: skip
@draws_option
@seed_option
@out_option
@ledger_option
@region_option
@json_option
@plainly
def report(
    on: date | None,
    election: str | None,
    relation: tuple[str, str] | None,
    structure: str | None,
    base: str | None,
    draws: int,
    seed: int,
    target: str,
    ledger: str,
    region: str | None,
    as_json: bool,
) -> None:
    """Write board, timeline, claims and projection as one HTML file."""
    from tieup.report import write

    if base and not structure:
        fail("--base: name the blocs, too, as in --structure 'LF+INC / TMC / BJP'", WRONG_USE)
    file = file_to_write(target)
    with open_desk(ledger, region, election) as desk, progress_bar("drawing") as told:
        pair = pair_of(desk, *relation) if relation else None
        projection = None
        if structure:
            start = base or desk.base_before(desk.day(on))
            scenario = desk.scenario(structure, base=start)
            projection = desk.project(scenario, draws=draws, seed=seed, progress=told)
        briefing = desk.briefing(on=on, election=election, relation=pair, projection=projection)
        save_file(lambda: write(briefing, file), file)
    if as_json:
        print_json({"report": target})
    else:
        out.print(f"report written to {target}; open it in a browser")


@click.command()
@out_option
@region_option
@json_option
@plainly
def demo(target: str, region: str | None, as_json: bool) -> None:
    """Show all of it on the bundled chronicle, and write a report.

    Works in a ledger of its own; yours is not touched.
    """
    from tieup.report import write

    file = file_to_write(target)
    with open_desk(MEMORY, region) as desk:
        plan = _plan(desk.region)
        with progress_bar("reading the chronicle") as told:
            read = desk.take_chronicle(progress=told)
        scenario = desk.scenario(plan.structure, base=plan.base)
        with progress_bar("drawing elections") as told:
            projection = desk.project(scenario, seed=SEED, progress=told)
        briefing = desk.briefing(
            on=plan.on, election=plan.election, relation=plan.relation, projection=projection
        )
        save_file(lambda: write(briefing, file), file)
    if as_json:
        print_json(
            {
                "articles": read.articles,
                "statements": read.statements,
                "board": briefing.board.to_json(),
                "timeline": [turn.to_json() for turn in briefing.turns],
                "seats": projection.to_json(),
                "report": target,
            }
        )
        return
    out.rule(f"{desk.region.name}: {read.articles} dispatches, {read.statements} statements")
    _show(briefing, plan)
    out.rule()
    out.print(f"The same with a map of every seat, to open in a browser: {target}")
    hint("with articles of yours: tieup read PATH, then tieup board")


def _plan(region: "Region") -> "Demo":
    """What to show of a region; where that is missing, a line that says what its pack lacks."""
    if not region.read_chronicle():
        fail(f"the pack of {region.name} has no chronicle.jsonl to read", NOTHING_DONE)
    if region.demo is None:
        fail(f"the pack of {region.name} has no [demo] in its region.toml", NOTHING_DONE)
    return region.demo


def _show(briefing: "Briefing", plan: "Demo") -> None:
    from tieup.cli.seats_tables import seats_table
    from tieup.cli.tables import board_table, claims_table, timeline_table

    region, board, articles = briefing.region, briefing.board, briefing.articles
    election = region.elections[board.election]
    out.print(board_table(board, region, articles))
    out.rule("one relation")
    out.print(
        timeline_table(briefing.turns, briefing.relation, election, board.on, region, articles)
    )
    out.rule("the last claims about past elections, held against the returns")
    out.print(claims_table(briefing.claims[-plan.claims :], region, articles))
    if briefing.projection:
        out.rule("seats")
        out.print(seats_table(briefing.projection, region))
