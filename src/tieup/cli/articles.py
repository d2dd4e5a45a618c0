"""Articles: what is read into the ledger."""

from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING

import click
from rich.text import Text

from tieup.cli.options import DAY, json_option, ledger_option, open_desk, plainly, region_option
from tieup.cli.terminal import (
    NOTHING_DONE,
    WRONG_USE,
    counted,
    err,
    fail,
    hint,
    in_one_line,
    out,
    print_json,
    progress_bar,
)

if TYPE_CHECKING:
    from tieup.desk import ReadReport
    from tieup.statements import Statement


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--date", "day", type=DAY, help="The date of articles that carry none.")
@click.option("--chronicle", is_flag=True, help="Read the region's bundled dispatches, too.")
@click.option("--jsonl", is_flag=True, help="Print one statement a line, and nothing else.")
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1),
    help="Processes that read side by side. [default: 1, or one a core for many articles]",
)  # fmt: skip
@ledger_option
@region_option
@json_option
@plainly
def read(
    paths: tuple[str, ...],
    day: date | None,
    chronicle: bool,
    jsonl: bool,
    jobs: int | None,
    ledger: str,
    region: str | None,
    as_json: bool,
) -> None:
    """Read articles into the ledger: files, folders, - for stdin."""
    if not paths and not chronicle:
        fail("name a file or folder to read, or - for standard input, or --chronicle", WRONG_USE)
    if jsonl and as_json:
        fail("--jsonl and --json are two outputs; choose one", WRONG_USE)
    from tieup.desk import ReadReport

    report = ReadReport()
    with open_desk(ledger, region, make=True) as desk:

        def show(statement: "Statement") -> None:
            print_json(desk.to_json(statement), indent=None)

        each = show if jsonl else None
        # on one terminal, lines would break the bar
        with nullcontext() if jsonl and out.is_terminal else progress_bar("reading") as told:
            if paths:
                report += desk.read(paths, day=day, jobs=jobs, progress=told, show=each)
            if chronicle:
                report += desk.take_chronicle(jobs=jobs, progress=told, show=each)
        name = desk.ledger.name
    for problem in report.problems:
        err.print(Text(f"! {in_one_line(str(problem))}", "yellow"))
    if as_json:
        print_json(report.to_json())
    elif not jsonl:
        _tell(report, name)
    if not report.articles:
        raise SystemExit(NOTHING_DONE)


def _tell(report: "ReadReport", ledger: str) -> None:
    """What reading brought, in a line."""
    passed = f", {report.passed_over} not about alliances or parties" if report.passed_over else ""
    out.print(
        f"{counted(report.articles, 'article')} read ({report.new_articles} new{passed}), "
        f"{counted(report.statements, 'statement')} ({report.new_statements} new) in {ledger}"
    )
    if report.statements:
        hint("next: tieup board, tieup disputes or tieup claims")
