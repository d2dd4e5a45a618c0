"""The commands."""

import json
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieup.cli.options import (
    DAY,
    NOTHING_DONE,
    WRONG_USE,
    election_option,
    err,
    fail,
    json_option,
    ledger_option,
    on_option,
    out,
    plainly,
    print_json,
    progress_bar,
    region_option,
    save_file,
)

if TYPE_CHECKING:
    from tieup.desk import Desk

REPORT_FILE = "tieup-report.html"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="tieup")
def main() -> None:
    """Who is allying with whom, who says so, and what would it be worth in seats?"""


@main.command()
@region_option
@json_option
@click.option("--out", "target", default=REPORT_FILE, show_default=True, metavar="FILE")
@plainly
def demo(region: str | None, as_json: bool, target: str) -> None:
    """Read the bundled chronicle, show the board and the seats, and write a report.

    Works in a ledger of its own; yours is not touched.
    """
    from tieup.cli.demo import show

    show(region, Path(target), as_json=as_json)


@main.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--date", "day", type=DAY, help="The date of articles that carry none.")
@click.option("--chronicle", is_flag=True, help="Read the region's bundled dispatches, too.")
@click.option("--jsonl", is_flag=True, help="Also print one statement a line.")
@ledger_option
@region_option
@json_option
@plainly
def read(
    paths: tuple[str, ...],
    day: date | None,
    chronicle: bool,
    jsonl: bool,
    ledger: str,
    region: str | None,
    as_json: bool,
) -> None:
    """Read articles into the ledger: files, folders, or - for standard input."""
    from tieup.cli.tables import problems_text

    if not paths and not chronicle:
        fail("name a file or folder to read, or - for standard input, or --chronicle", WRONG_USE)
    with _desk(ledger, region) as desk, progress_bar("reading") as told:
        reports = [desk.read(paths, day=day, progress=told)] if paths else []
        if chronicle:
            reports.append(desk.take_chronicle(progress=told))
        statements = [s for report in reports for s in report.statements]
        problems = [p for report in reports for p in report.problems]
        if jsonl:
            for statement in statements:
                click.echo(json.dumps(desk.to_json(statement), ensure_ascii=False))
        counts = {
            "articles": sum(r.articles for r in reports),
            "new_articles": sum(r.new_articles for r in reports),
            "statements": len(statements),
            "new_statements": sum(r.new_statements for r in reports),
            "problems": [
                {"file": p.file, "place": p.place, "wrong": p.wrong, "done": p.done}
                for p in problems
            ],
        }
    if problems:
        err.print(problems_text(problems))
    if as_json:
        print_json(counts)
    elif not jsonl:
        out.print(
            f"{counts['articles']} articles read ({counts['new_articles']} new), "
            f"{counts['statements']} statements ({counts['new_statements']} new) in {ledger}"
        )
    if not counts["articles"]:
        raise SystemExit(NOTHING_DONE)


@main.command()
@on_option
@click.option("--known", type=DAY, help="Use only what was recorded by the end of this day.")
@election_option
@ledger_option
@region_option
@json_option
@plainly
def board(
    on: date | None,
    known: date | None,
    election: str | None,
    ledger: str,
    region: str | None,
    as_json: bool,
) -> None:
    """Show where every relation stands for an election on a day, and why."""
    from tieup.cli.tables import board_table

    with _desk(ledger, region) as desk:
        found = desk.board(on=on, election=election, known=known)
        if as_json:
            print_json(found.to_json())
        else:
            out.print(board_table(found, desk.region, desk.articles()))


@main.command()
@click.argument("one")
@click.argument("two")
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
    """Show every turn of the relation of two parties, with the statements."""
    from tieup.cli.tables import timeline_table

    with _desk(ledger, region) as desk:
        turns = desk.timeline(one, two, on=on, election=election)
        if as_json:
            print_json([turn.to_json() for turn in turns])
        elif not turns:
            out.print(f"nothing is on record between {one} and {two} for that election by that day")
        else:
            pair = (desk.region.party(one).id, desk.region.party(two).id)
            out.print(timeline_table(turns, pair, desk.region, desk.articles()))


@main.command()
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
    from tieup.cli.tables import board_table

    with _desk(ledger, region) as desk:
        found = desk.disputes(on=on, election=election)
        if as_json:
            print_json(found.to_json())
        else:
            out.print(board_table(found, desk.region, desk.articles()))


@main.command()
@on_option
@ledger_option
@region_option
@json_option
@plainly
def claims(on: date | None, ledger: str, region: str | None, as_json: bool) -> None:
    """Hold what texts claim about past elections against the returns."""
    from tieup.cli.tables import claims_table

    with _desk(ledger, region) as desk:
        found = desk.claims(on=on)
        if as_json:
            print_json([desk.to_json(claim.statement) for claim in found])
        else:
            out.print(claims_table(found, desk.region, desk.articles()))


@main.command()
@click.argument("structure")
@click.option("--base", required=True, metavar="ID", help="The base election, such as WB-2021.")
@click.option("--swing", default="", metavar="BJP=+2,TMC=-1", help="Points statewide.")
@click.option("--shares", default="", metavar="BJP=46,TMC=41", help="Percent statewide.")
@click.option("--transfer", default="", metavar="INC:LF=0.6", help="Part of voters that follows.")
@click.option("--draws", default=10_000, show_default=True, type=click.IntRange(0, 1_000_000))
@click.option("--seed", default=0, show_default=True, type=click.IntRange(0))
@region_option
@json_option
@plainly
def seats(
    structure: str,
    base: str,
    swing: str,
    shares: str,
    transfer: str,
    draws: int,
    seed: int,
    region: str | None,
    as_json: bool,
) -> None:
    """Project the seats of a structure such as "LF+INC+ISF / TMC / BJP"."""
    from tieup.cli.tables import seats_table

    with _desk(":memory:", region) as desk, progress_bar("drawing") as told:
        scenario = desk.scenario(
            structure, base=base, swing=swing, shares=shares, transfer=transfer
        )
        found = desk.project(scenario, draws=draws, seed=seed, progress=told)
    if as_json:
        print_json(found.to_json())
    else:
        out.print(seats_table(found, desk.region))


@main.command()
@on_option
@election_option
@click.option("--relation", nargs=2, metavar="A B", help="Whose timeline to tell.")
@click.option(
    "--structure", metavar="BLOCS", help='Project this, such as "LF+INC+ISF / TMC / BJP".'
)
@click.option("--base", metavar="ID", help="The base election of the projection.")
@click.option("--draws", default=10_000, show_default=True, type=click.IntRange(0, 1_000_000))
@click.option("--seed", default=0, show_default=True, type=click.IntRange(0))
@click.option("--out", "target", default=REPORT_FILE, show_default=True, metavar="FILE")
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
    """Write the board, a timeline, checked claims and a projection as one HTML file."""
    from tieup.report import write

    if bool(structure) != bool(base):
        fail("a projection needs both --structure and --base", WRONG_USE)
    with _desk(ledger, region) as desk, progress_bar("drawing") as told:
        projection = None
        if structure and base:
            scenario = desk.scenario(structure, base=base)
            projection = desk.project(scenario, draws=draws, seed=seed, progress=told)
        briefing = desk.briefing(
            on=on, election=election, relation=relation or None, projection=projection
        )
        save_file(lambda: write(briefing, Path(target)), Path(target))
    if as_json:
        print_json({"report": target})
    else:
        out.print(f"report written to {target}")


@main.command()
@click.argument("word")
@json_option
def explain(word: str, as_json: bool) -> None:
    """Explain a word of the field."""
    from tieup.vocabulary import explain as look_up

    try:
        found = look_up(word)
    except KeyError as error:
        fail(str(error.args[0]), WRONG_USE)
    else:
        if as_json:
            entries = [
                {
                    "word": w.label,
                    "group": w.group,
                    "definition": w.definition,
                    "example": w.example,
                }
                for w in found
            ]
            print_json(entries)
        for entry in () if as_json else found:
            out.print(f"[bold]{entry.label}[/bold] ({entry.group}): {entry.definition}")
            out.print(f"  {entry.example}", style="italic", markup=False)


def _desk(ledger: str, region: str | None) -> AbstractContextManager["Desk"]:
    """The desk over a ledger, closed again at the end."""
    from tieup.desk import Desk

    return Desk.open(ledger, region)
