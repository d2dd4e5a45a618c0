"""Voices: how much of what a speaker or an outlet had said was later borne out."""

from datetime import date

import click

from tieup.cli.options import (
    json_option,
    ledger_option,
    on_option,
    open_desk,
    plainly,
    region_option,
)
from tieup.cli.terminal import hint, out, print_json


@click.command()
@click.argument("name", required=False)
@on_option
@ledger_option
@region_option
@json_option
@plainly
def voices(
    name: str | None, on: date | None, ledger: str, region: str | None, as_json: bool
) -> None:
    """Show how much of what each voice had said was later borne out.

    With NAME, each statement of one speaker or outlet with what came of it.
    """
    from tieup.cli.voices_tables import voice_table, voices_table

    with open_desk(ledger, region) as desk:
        day = desk.day(on)
        if name is not None:
            score = desk.hindsight.voice(name, day)
            if as_json:
                print_json(score.to_json())
            else:
                out.print(voice_table(score, desk.region, day, desk.articles()))
            return
        found = desk.hindsight.voices(day)
        if as_json:
            print_json([score.to_json() for score in found])
        else:
            out.print(voices_table(found, desk.region, day))
            if found:
                hint(f'each word of one, in full: tieup voices "{found[0].voice}"')
