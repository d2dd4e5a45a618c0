"""Articles: what is read into the ledger."""

from datetime import date

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


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--date", "day", type=DAY, help="The date of articles that carry none.")
@click.option("--chronicle", is_flag=True, help="Read the region's bundled dispatches, too.")
@click.option("--jsonl", is_flag=True, help="Print one statement a line, and nothing else.")
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
    """Read articles into the ledger: files, folders, - for stdin."""
    if not paths and not chronicle:
        fail("name a file or folder to read, or - for standard input, or --chronicle", WRONG_USE)
    if jsonl and as_json:
        fail("--jsonl and --json are two outputs; choose one", WRONG_USE)
    with open_desk(ledger, region, make=True) as desk:
        with progress_bar("reading") as told:
            reports = [desk.read(paths, day=day, progress=told)] if paths else []
            if chronicle:
                reports.append(desk.take_chronicle(progress=told))
        statements = [s for report in reports for s in report.statements]
        for statement in statements if jsonl else ():
            print_json(desk.to_json(statement), indent=None)
    problems = [p for report in reports for p in report.problems]
    for problem in problems:
        err.print(Text(f"! {in_one_line(str(problem))}", "yellow"))
    articles = sum(r.articles for r in reports)
    passed_over = sum(r.passed_over for r in reports)
    new_articles = sum(r.new_articles for r in reports)
    new_statements = sum(r.new_statements for r in reports)
    if as_json:
        print_json(
            {
                "articles": articles,
                "passed_over": passed_over,
                "new_articles": new_articles,
                "statements": len(statements),
                "new_statements": new_statements,
                "problems": [
                    {"file": p.file, "place": p.place, "wrong": p.wrong, "done": p.done}
                    for p in problems
                ],
            }
        )
    elif not jsonl:
        passed = f", {passed_over} not about alliances or parties" if passed_over else ""
        out.print(
            f"{counted(articles, 'article')} read ({new_articles} new{passed}), "
            f"{counted(len(statements), 'statement')} ({new_statements} new) in {ledger}"
        )
        if statements:
            hint("next: tieup board, tieup disputes or tieup claims")
    if not articles:
        raise SystemExit(NOTHING_DONE)
