"""Evaluation: the reader against articles that somebody annotated."""

import click
from rich.text import Text

from tieup.cli.options import MEMORY, json_option, open_desk, plainly, region_option
from tieup.cli.terminal import (
    NOTHING_DONE,
    err,
    hint,
    in_one_line,
    out,
    print_json,
    progress_bar,
)


@click.command()
@click.argument("folder", metavar="DIR")
@click.option(
    "--articles", "texts", multiple=True, metavar="PATH",
    help="Where annotated articles stand that DIR/articles lacks.",
)  # fmt: skip
@click.option("--missed", is_flag=True, help="List what was missed and what is extra, and why.")
@region_option
@json_option
@plainly
def evaluate(
    folder: str, texts: tuple[str, ...], missed: bool, region: str | None, as_json: bool
) -> None:
    """Score the reader on annotated articles.

    DIR holds articles/, and in gold/ a list of rows for each in ARTICLE.json.
    """
    from tieup.cli.evaluation_tables import differences_table, evaluation_table

    with open_desk(MEMORY, region) as desk, progress_bar("reading") as told:
        found = desk.evaluate(folder, texts=texts, progress=told)
    for problem in found.problems:
        err.print(Text(f"! {in_one_line(str(problem))}", "yellow"))
    if as_json:
        print_json(found.to_json())
    elif found.articles:
        out.print(evaluation_table(found))
        if missed:
            out.print(differences_table(found))
        elif found.missed or found.extra:
            hint(f"each of them, and why: tieup evaluate {folder} --missed")
    if not found.articles:
        raise SystemExit(NOTHING_DONE)
