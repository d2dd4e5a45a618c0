"""Backtest: the projection held against the region's own past."""

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
from tieup.cli.terminal import Hanging, out, print_json, progress_bar


@click.command()
@click.option(
    "--until", is_flag=True, help="Estimate from elections before the base alone, as it was then."
)
@click.option("--changed", is_flag=True, help="Only elections before which alliances came or went.")
@draws_option
@seed_option
@region_option
@json_option
@plainly
def backtest(
    until: bool, changed: bool, draws: int, seed: int, region: str | None, as_json: bool
) -> None:
    """Foretell each past election from the one before, beside uniform and proportional swing."""
    from rich.table import Table
    from rich.text import Text

    with open_desk(MEMORY, region) as desk, progress_bar("backtesting") as told:
        found = desk.backtest(until=until, changed=changed, draws=draws, seed=seed, progress=told)
    if as_json:
        print_json([row.to_json() for row in found])
        return
    table = Table(
        box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False, header_style="dim"
    )
    table.add_column("method")
    for name in ("winners right", "seat error", "Brier", "CRPS", "cover", "width"):
        table.add_column(name, justify="right")
    for row in found:
        drawn = row.method.startswith("ours")
        table.add_row(
            row.method,
            f"{row.right} of {row.seats}",
            f"{row.seat_error:.2f}",
            f"{row.brier:.3f}",
            f"{row.crps:.2f}",
            f"{row.covered} of {row.parties}" if drawn else "",
            f"{row.width:.0f}" if drawn else "",
        )
    out.print(table)
    meaning = (
        "Each election foretold from the one of its kind before, with settings that have not seen "
        "it. All but the last two are given the true statewide shares; the last does not even know "
        "who stands where. Seat error: of a party, per election; cover: 90 percent intervals of "
        "parties' seats that held what happened."
    )
    out.print(Hanging(Text(meaning, "dim"), first="· "))
