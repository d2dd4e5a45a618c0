"""Sweep: every structure of some parties, ranked."""

from typing import TYPE_CHECKING, Literal

import click

from tieup.cli.options import (
    MEMORY,
    base_option,
    draws_option,
    json_option,
    open_desk,
    plainly,
    region_option,
    seed_option,
)
from tieup.cli.terminal import out, print_json, progress_bar

if TYPE_CHECKING:
    from rich.table import Table

    from tieup.desk import Desk
    from tieup.seats.sweep import Outcome, Sweep


@click.command()
@click.argument("parties")
@base_option
@click.option(
    "--for", "wins", default="", metavar="LF+INC",
    help="For whom: their seats are counted. [default: the first of the parties]",
)  # fmt: skip
@click.option(
    "--by", type=click.Choice(["seats", "majority"]), default="seats", show_default=True,
    help="Rank by mean seats, or by the chance of a majority.",
)  # fmt: skip
@click.option("--together", default="", metavar="LF+INC,ISF+JUP", help="Pairs in one bloc.")
@click.option("--apart", default="", metavar="TMC+BJP", help="Pairs never in one bloc.")
@click.option(
    "--against", default="", metavar="LF+INC/TMC",
    help="The structure that gains are counted from. [default: everybody alone]",
)  # fmt: skip
@click.option("--swing", default="", metavar="BJP=+2,TMC=-1", help="As for tieup seats.")
@click.option("--shares", default="", metavar="BJP=46,TMC=41", help="As for tieup seats.")
@click.option("--transfer", default="", metavar="INC:LF=0.6", help="As for tieup seats.")
@click.option(
    "--top", default=10, show_default=True, metavar="N", type=click.IntRange(1),
    help="Structures to show.",
)  # fmt: skip
@draws_option
@seed_option
@region_option
@json_option
@plainly
def sweep(
    parties: str,
    base: str | None,
    wins: str,
    by: Literal["seats", "majority"],
    together: str,
    apart: str,
    against: str,
    swing: str,
    shares: str,
    transfer: str,
    top: int,
    draws: int,
    seed: int,
    region: str | None,
    as_json: bool,
) -> None:
    """Rank every structure of up to eight parties such as LF+INC+ISF+TMC+BJP.

    All structures meet the same simulated elections. Whom the parties don't name stands alone.
    """
    with open_desk(MEMORY, region, base) as desk, progress_bar("sweeping") as told:
        found = desk.sweep(
            parties,
            base=base or desk.latest_base(),
            wins=wins,
            by=by,
            together=together,
            apart=apart,
            reference=against,
            swing=swing,
            shares=shares,
            transfer=transfer,
            draws=draws,
            seed=seed,
            progress=told,
        )
    if as_json:
        print_json(found.to_json())
    else:
        show(found, desk, top)


def show(found: "Sweep", desk: "Desk", top: int) -> None:
    """Print the best structures, and the reference beneath."""
    from datetime import date

    from rich.text import Text

    from tieup.cli.terminal import Hanging, counted
    from tieup.report.naming import Names
    from tieup.seats.chances import percent

    names = Names(desk.region, date.max)
    table = _columns()

    def row(place: str, outcome: "Outcome") -> None:
        seats, gain = outcome.seats, outcome.gain
        table.add_row(
            place,
            " / ".join(names.bloc(bloc) for bloc in outcome.structure),
            f"{seats.mean:.1f}",
            f"{seats.p05}-{seats.p95}",
            percent(outcome.majority),
            percent(outcome.hung),
            _more(gain.seats.mean, 2),
            f"{_more(gain.seats.p05)} to {_more(gain.seats.p95)}",
            f"{1.96 * gain.error:.2f}",
        )

    for place, outcome in enumerate(found.outcomes[:top], start=1):
        row(str(place), outcome)
    row("", found.reference)
    mine = names.bloc(found.wins)
    out.print(
        Text.assemble(
            (f"{mine} in {counted(len(found.outcomes), 'structure')}", "bold"),
            f" from the votes of {found.scenario.base}: {counted(found.draws, 'draw')}, "
            f"seed {found.seed}, "
            f"majority {found.majority_mark}",
        )
    )
    out.print(Text())
    out.print(table)
    out.print(Text())
    told = (
        "Seats of those for whom it is swept, and how often their bloc has a majority. Gains are "
        "draw by draw over the reference, which stands last: the mean, what 5 and 95 percent of "
        "the draws don't exceed, and (±) by how much the mean may be off for the number of draws "
        "alone."
    )
    out.print(Hanging(Text(told, "dim"), first="· "))


def _more(amount: float, digits: int = 0) -> str:
    """+1.25, -3; what rounds to nothing has no sign."""
    rounded = round(amount, digits)
    return f"{rounded:+.{digits}f}" if rounded else "0"


def _columns() -> "Table":
    """An empty table."""
    from rich.table import Table

    table = Table(
        box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False, header_style="dim"
    )
    table.add_column("", justify="right")
    table.add_column("structure")
    for name in ("mean", "5-95%", "majority", "hung", "gain", "5-95%", "±"):
        table.add_column(name, justify="right")
    return table
