"""Seats: what a scenario would bring."""

import click

from tieup.cli.options import (
    MEMORY,
    draws_option,
    json_option,
    open_desk,
    plainly,
    region_option,
    seed_option,
)
from tieup.cli.terminal import out, print_json, progress_bar


@click.command()
@click.argument("structure")
@click.option("--base", required=True, metavar="ID", help="The base election, such as WB-2021.")
@click.option(
    "--swing", default="", metavar="BJP=+2,TMC=-1", help="Points statewide that parties gain."
)
@click.option("--shares", default="", metavar="BJP=46,TMC=41", help="Percent statewide, instead.")
@click.option(
    "--transfer", default="", metavar="INC:LF=0.6",
    help="Part of INC's voters that follows to LF where INC stands down.",
)  # fmt: skip
@draws_option
@seed_option
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
    """Project the seats of blocs such as "LF+INC+ISF / TMC / BJP".

    Partners are joined by +, blocs by /. Whom no bloc names stands alone.
    """
    from tieup.cli.tables import seats_table

    with open_desk(MEMORY, region, base) as desk, progress_bar("drawing") as told:
        scenario = desk.scenario(
            structure, base=base, swing=swing, shares=shares, transfer=transfer
        )
        found = desk.project(scenario, draws=draws, seed=seed, progress=told)
    if as_json:
        print_json(found.to_json())
    else:
        out.print(seats_table(found, desk.region))
