"""The demonstration: the whole way, on the region's bundled chronicle."""

from pathlib import Path

from tieup.cli.options import NOTHING_DONE, fail, out, print_json, progress_bar, save_file
from tieup.cli.tables import board_table, claims_table, seats_table, timeline_table
from tieup.desk import Desk
from tieup.report import write

#: The same figures each time.
SEED = 7


def show(region: str | None, target: Path, *, as_json: bool) -> None:
    """Read, judge, project, print, and write the report."""
    with Desk.open(":memory:", region) as desk:
        chosen = desk.region
        plan = chosen.demo
        if plan is None or not chosen.read_chronicle():
            fail(f"the pack of {chosen.name} has no chronicle to show", NOTHING_DONE)
        with progress_bar("reading the chronicle") as told:
            read = desk.take_chronicle(progress=told)
        scenario = desk.scenario(plan.structure, base=plan.base)
        with progress_bar("drawing elections") as told:
            projection = desk.project(scenario, seed=SEED, progress=told)
        briefing = desk.briefing(
            on=plan.on, election=plan.election, relation=plan.relation, projection=projection
        )
        save_file(lambda: write(briefing, target), target)
    if as_json:
        print_json(
            {
                "articles": read.articles,
                "statements": len(read.statements),
                "board": briefing.board.to_json(),
                "timeline": [turn.to_json() for turn in briefing.turns],
                "seats": projection.to_json(),
                "report": str(target),
            }
        )
        return
    out.rule(f"{chosen.name}: {read.articles} dispatches, {len(read.statements)} statements")
    out.print(board_table(briefing.board, chosen, briefing.articles))
    out.rule("one relation")
    out.print(timeline_table(briefing.turns, briefing.relation, chosen, briefing.articles))
    out.rule("claims about past elections, held against the returns")
    out.print(claims_table(briefing.claims[-plan.claims :], chosen, briefing.articles))
    out.rule("seats")
    out.print(seats_table(projection, chosen))
    out.rule()
    out.print(f"The same with a map of every seat, to open in a browser: [bold]{target}[/bold]")
