"""Transfer: where the voters of one election went in another."""

from typing import TYPE_CHECKING

import click
from rich.text import Text

from tieup.cli.options import MEMORY, json_option, open_desk, plainly, region_option
from tieup.cli.terminal import Hanging, file_to_write, hint, out, print_json, save_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.table import Table

    from tieup.seats.transfer import TransferMatrix


@click.command()
@click.argument("earlier", metavar="FROM")
@click.argument("later", metavar="TO")
@click.option(
    "--parties", default="", metavar="TMC,BJP,LF,INC",
    help="Options; all else is others. [default: those with 2% of the votes in either]",
)  # fmt: skip
@click.option("--valid-only", is_flag=True, help="Leave those out who gave no vote.")
@click.option("--plot", metavar="FILE", help="Save a heat map: .svg, .png or .html.")
@region_option
@json_option
@plainly
def transfer(
    earlier: str,
    later: str,
    parties: str,
    plot: str | None,
    region: str | None,
    *,
    valid_only: bool,
    as_json: bool,
) -> None:
    """Estimate where the voters of one election went in another, such as LS-2019-WB WB-2021."""
    target = file_to_write(plot) if plot else None
    with open_desk(MEMORY, region, later) as desk:
        found = desk.transfer(earlier, later, parties=parties, abstention=not valid_only)
        names = {p: known.short for p, known in desk.region.parties.items()}
        title = " to ".join(desk.region.election(e).name for e in (earlier, later))
    if as_json:
        print_json(found.to_json())
    else:
        told = f"{title}: percent of each row's voters, and the range that holds 90 of 100"
        out.print(Hanging(Text(told, "bold")))
        out.print(transfer_table(found, names))
        for note in found.notes:
            out.print(f"- {note}", style="dim")
    if target:
        from tieup.plots.saving import save
        from tieup.plots.transfer import transfer_map

        chart = transfer_map(found, names=names, title=title)
        save_file(lambda: save(chart, target), target)
        hint(f"the heat map is in {target}")


def transfer_table(found: "TransferMatrix", names: "Mapping[str, str]") -> "Table":
    """One line a pair, so that it fits a phone: from, to, percent of the row, the interval."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("from")
    table.add_column("to")
    table.add_column("%", justify="right")
    table.add_column("90%", justify="right")
    low, high, shares = found.lower_shares, found.upper_shares, found.shares
    total = found.table.sum()
    for j, row in enumerate(found.rows):
        part = found.table[j].sum() / total
        head = f"{names.get(row, row)} ({100 * part:.0f}%)"
        order = sorted(range(len(found.cols)), key=lambda k: -shares[j, k])
        for place, k in enumerate(order):
            col = found.cols[k]
            table.add_row(
                "" if place else head,
                names.get(col, col),
                f"{100 * shares[j, k]:.0f}",
                f"{100 * low[j, k]:.0f}–{100 * high[j, k]:.0f}",
                end_section=place == len(order) - 1,
            )
    return table
