"""The exchange: a ledger's record to a file and back, in the forms of the field."""

from pathlib import Path

import click
from rich.text import Text

from tieup.cli.options import json_option, ledger_option, open_desk, plainly, region_option
from tieup.cli.terminal import (
    NOTHING_DONE,
    counted,
    err,
    fail,
    file_to_write,
    in_one_line,
    out,
    print_json,
)

form_option = click.option(
    "--form",
    metavar="FORM",
    help="csv, jsonl, parquet, ftm, ftm-statements, schema-org, popolo or journal. "
    "[default: told by the file's end]",
)


@click.command()
@click.argument("file")
@form_option
@click.option(
    "--texts", is_flag=True,
    help="With the articles' texts, which are their publishers': for a copy in the house.",
)  # fmt: skip
@ledger_option
@region_option
@plainly
def export(file: str, form: str | None, texts: bool, ledger: str, region: str | None) -> None:
    """Write the ledger's record to a file."""
    from tieup.desk import ExchangeError

    target = file_to_write(file)
    with open_desk(ledger, region) as desk:
        try:
            count = desk.export(target, form=form, texts=texts)
        except ExchangeError as error:
            fail(str(error), 2)
    out.print(Text(f"{f'{count:,} entries' if count != 1 else '1 entry'} in {file}"))


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@form_option
@ledger_option
@region_option
@json_option
@plainly
def import_(file: str, form: str | None, ledger: str, region: str | None, as_json: bool) -> None:
    """Record what a file holds: a journal, or an export as jsonl or parquet."""
    from tieup.desk import ExchangeError

    with open_desk(ledger, region, make=True) as desk:
        try:
            found = desk.bring_in(Path(file), form=form)
        except ExchangeError as error:
            fail(str(error), 2)
    if as_json:
        print_json(found.to_json())
    else:
        for problem in found.problems:
            err.print(Text(in_one_line(str(problem)), style="yellow"))
        done = (
            counted(found.articles, "article"),
            counted(found.statements, "statement"),
            counted(found.corrections, "correction"),
        )
        out.print(Text(f"new in {ledger}: {', '.join(done)}"))
    if found.problems and not (found.articles or found.statements or found.corrections):
        fail(f"nothing in {file} could be recorded", NOTHING_DONE)
