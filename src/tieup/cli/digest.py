"""Digest: what turned since a day."""

from datetime import date

import click

from tieup.cli.options import (
    DAY,
    election_option,
    json_option,
    ledger_option,
    on_option,
    open_desk,
    plainly,
    region_option,
)
from tieup.cli.terminal import out, print_json


@click.command()
@click.option("--since", type=DAY, help="Tell what turned after this day. [default: a week ago]")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown, to be pasted.")
@on_option
@election_option
@ledger_option
@region_option
@json_option
@plainly
def digest(
    since: date | None,
    as_markdown: bool,
    on: date | None,
    election: str | None,
    ledger: str,
    region: str | None,
    as_json: bool,
) -> None:
    """Tell which relations turned since a day, each with the words that it rests on."""
    from tieup.report.digest import digest as told_of
    from tieup.report.digest import markdown
    from tieup.report.naming import Names

    with open_desk(ledger, region, election) as desk:
        found = desk.changed(on=on, since=since, election=election)
        if as_json:
            print_json(found.to_json())
            return
        names = Names(desk.region, found.on)
        told = told_of(found, desk.region.election(found.election), desk.library, names)
        if as_markdown:
            click.echo(markdown(told, names), nl=False)
            return
        from tieup.cli.digest_table import digest_table

        out.print(digest_table(told, names))
