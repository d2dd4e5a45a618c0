"""The exchange: a ledger's record to a file and back, in the forms of the field."""

from pathlib import Path

import click
from rich.text import Text

from tieup.cli.options import json_option, ledger_option, open_desk, plainly, region_option
from tieup.cli.terminal import (
    NOTHING_DONE,
    counted,
    err,
    file_to_write,
    in_one_line,
    out,
    print_json,
    progress_bar,
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
@json_option
@plainly
def export(
    file: str, form: str | None, texts: bool, ledger: str, region: str | None, as_json: bool
) -> None:
    """Write the ledger's record to a file."""
    from tieup.desk import form_of

    target = file_to_write(file)
    chosen = form or form_of(target)
    with open_desk(ledger, region) as desk:
        count = desk.export(target, form=chosen, texts=texts)
    if as_json:
        print_json({"count": count, "form": chosen, "file": file})
    else:
        told = "1 entry" if count == 1 else f"{count:,} entries"
        out.print(Text(in_one_line(f"{told} in {file}, as {chosen}")))


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@form_option
@ledger_option
@region_option
@json_option
@plainly
def import_(file: str, form: str | None, ledger: str, region: str | None, as_json: bool) -> None:
    """Record what a file holds: a journal, or an export as jsonl or parquet."""
    with open_desk(ledger, region, make=True) as desk, progress_bar("recording") as told:
        found = desk.bring_in(Path(file), form=form, progress=told)
        name = desk.ledger.name
    for problem in found.problems:
        err.print(Text(f"! {in_one_line(str(problem))}", "yellow"))
    if as_json:
        print_json(found.to_json())
    elif found or not found.problems:
        done = (
            counted(found.articles, "article"),
            counted(found.statements, "statement"),
            counted(found.corrections, "correction"),
        )
        out.print(Text(f"new in {name}: {', '.join(done)}"))
    if found.problems and not found:
        raise SystemExit(NOTHING_DONE)
