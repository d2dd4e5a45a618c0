"""Digest: what turned since a day."""

from datetime import date, timedelta

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

WEEK = timedelta(days=7)


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
        day = desk.day(on)
        start = since or day - WEEK
        about = desk.election(election, day)
        changes = desk.changes(since=start, on=day, election=about.id)
        if as_json:
            print_json(
                {
                    "since": start.isoformat(),
                    "on": day.isoformat(),
                    "election": about.id,
                    "turned": [change.to_json() for change in changes],
                }
            )
            return
        names = Names(desk.region, day)
        told = told_of(changes, about, start, day, desk.library, names)
        if as_markdown:
            click.echo(markdown(told, names), nl=False)
            return
        from tieup.cli.digest_table import digest_table

        out.print(digest_table(told, names))
