"""Deals: who of the partners should stand where, and would it hold?"""

from pathlib import Path
from typing import TYPE_CHECKING, Literal, Unpack

import click
from click.core import ParameterSource

from tieup.cli.options import (
    MEMORY,
    base_option,
    draws_option,
    json_option,
    ledger_option,
    on_option,
    open_desk,
    plainly,
    region_option,
    seed_option,
)
from tieup.cli.terminal import (
    WRONG_USE,
    fail,
    file_to_write,
    out,
    print_json,
    progress_bar,
    save_file,
)

if TYPE_CHECKING:
    from datetime import date

    from tieup.deals import Conjecture, Deal, DemandTexts, Objective, Split
    from tieup.regions import Region

#: What is asked about stand-downs; all else is asked about a deal.
_OF_STAND_DOWNS = frozenset(
    {"structure", "base", "left", "swing", "shares", "transfer", "splits", "support"}
    | {"draws", "seed", "region", "ledger", "as_json"}
)
_CONJECTURES = ("gamma", "delta", "pessimistic", "optimistic", "recursive")


@click.command()
@click.argument("structure")
@base_option
@click.option(
    "--objective", type=click.Choice(["seats", "majority", "nash"]), default="seats",
    show_default=True, help="What is best: expected seats, the chance of a majority, or the "
    "product of the partners' gains over standing alone.",
)  # fmt: skip
@click.option(
    "--target", type=click.IntRange(1), metavar="N", help="Seats to reach instead of a majority."
)
@click.option("--quota", multiple=True, metavar="ISF=30..45", help="Numbers of seats.")
@click.option("--must", multiple=True, metavar="ISF=Bhangar,101", help="Seats that it must have.")
@click.option("--never", multiple=True, metavar="INC=Bhangar", help="Seats that it must not have.")
@click.option("--keep-sitting", "sitting", is_flag=True, help="Who holds a seat keeps it.")
@click.option("--reserve", multiple=True, metavar="INC+LF=12,13", help="Who alone may stand there.")
@click.option("--balance", multiple=True, metavar="INC@Malda=3..8", help="Numbers by district.")
@click.option(
    "--changes", type=click.IntRange(0), metavar="N", help="Most seats to change from the base's."
)
@click.option(
    "--after", metavar="FILE", help="The deal to change from instead, as --csv writes it."
)
@click.option(
    "--both", multiple=True, metavar="LF+INC=46,56", help="Seats in which both may stand."
)
@click.option("--swap", multiple=True, metavar="Bhangar=INC", help="Show what this would change.")
@click.option("--explain", multiple=True, metavar="SEAT", help="Show every choice for a seat.")
@click.option("--prices", is_flag=True, help="What each demand costs whom.")
@click.option("--ladder", multiple=True, metavar="ISF=30..45", help="Offer to demand, by number.")
@click.option("--frontier", metavar="LF+INC", help="What one's seats cost the other.")
@click.option(
    "--step", type=click.IntRange(1), default=10, show_default=True, metavar="N",
    help="Seats from one line of the frontier to the next.",
)  # fmt: skip
@click.option(
    "--stability", type=click.Choice([*_CONJECTURES, "all"]), help="Who would gain by walking out."
)
@click.option(
    "--stand-downs", "left", type=click.IntRange(1), metavar="N",
    help="Without an alliance, as in 'LF / INC': the best seats to leave to each other, N at most; "
    "with a Lok Sabha base, seats of the Lok Sabha.",
)  # fmt: skip
@click.option(
    "--keep-by",
    multiple=True,
    metavar="ID",
    help="Let the winner of this election keep the seat, too.",
)
@click.option("--csv", "sheet", metavar="FILE", help="Also write the deal, a line a seat.")
@click.option("--map", "atlas", metavar="FILE", help="Draw who stands where: .png, .svg or .html.")
@click.option(
    "--plot", metavar="FILE", help="Draw the frontier, with --frontier: .png, .svg or .html."
)
@click.option(
    "--demands-from-ledger", "from_ledger", is_flag=True,
    help="Also what partners ask and were promised on record; what is offered is compared.",
)  # fmt: skip
@on_option
@ledger_option
@click.option("--swing", default="", metavar="BJP=+2,TMC=-1", help="As of tieup seats.")
@click.option("--shares", default="", metavar="BJP=46,TMC=41", help="As of tieup seats.")
@click.option("--transfer", default="", metavar="INC:LF=0.6", help="As of tieup seats.")
@click.option("--split", "splits", multiple=True, metavar="JUP:TMC=0.25", help="As of tieup seats.")
@click.option("--support", default="", metavar="ISF:LF", help="As of tieup seats.")
@draws_option
@seed_option
@region_option
@json_option
@plainly
def deal(
    structure: str,
    base: str | None,
    objective: "Objective",
    after: str | None,
    swap: tuple[str, ...],
    explain: tuple[str, ...],
    prices: bool,
    ladder: tuple[str, ...],
    frontier: str | None,
    step: int,
    stability: "Conjecture | Literal['all'] | None",
    left: int | None,
    keep_by: tuple[str, ...],
    sheet: str | None,
    atlas: str | None,
    plot: str | None,
    from_ledger: bool,
    on: "date | None",
    target: int | None,
    ledger: str,
    swing: str,
    shares: str,
    transfer: str,
    splits: tuple[str, ...],
    support: str,
    draws: int,
    seed: int,
    region: str | None,
    as_json: bool,
    **asked: "Unpack[DemandTexts]",
) -> None:
    """Share the seats among partners such as LF+INC+ISF.

    Other blocs follow after a /, as in tieup seats; the first bloc is the one that shares.
    """
    from tieup.cli import deal_tables as tables
    from tieup.deals import CONJECTURES, load_former

    _check()
    # A folder that is missing is told at once, not after a deal that may take long.
    csv_file, map_file, plot_file = (
        file_to_write(name) if name else None for name in (sheet, atlas, plot)
    )
    kept = ledger if from_ledger else MEMORY
    with open_desk(kept, region, base) as desk, progress_bar("drawing") as told:
        scenario = desk.scenario(
            structure, base=base or desk.latest_base(), swing=swing, shares=shares,
            transfer=transfer, splits=splits, support=support,
        )  # fmt: skip
        facts = desk.region
        if left:
            best = desk.truce(scenario, left, draws=draws, seed=seed)
            if as_json:
                print_json(best.to_json())
            else:
                out.print(tables.truce_table(best, facts))
            return
        former = load_former(Path(after), facts) if after else {}
        talks = desk.talks(
            scenario, from_ledger=from_ledger, on=on, target=target, draws=draws, seed=seed,
            progress=told, **asked,
        )  # fmt: skip
        talks = talks.after(former) if after else talks
        # An unknown seat is told at once, not after a deal that may take long.
        asked_about = [talks.prospects.seat(seat) for seat in explain]
        found = talks.deal(objective)
        explained = tuple(found.allocation[seat] for seat in asked_about)
        swapped = talks.swap(found, swap) if swap else None
        priced = talks.prices() if prices else ()
        ladders = (*talks.offers(), *(talks.ladder(each) for each in ladder))
        between = talks.splits(frontier, step=step, progress=told) if frontier else ()
        held = CONJECTURES if stability == "all" else (stability,) if stability else ()
        walkouts = talks.walkouts(found, held) if held else ()
        repairs = {
            conjecture: talks.repair(found, walkouts, conjecture)
            for conjecture in dict.fromkeys(w.conjecture for w in walkouts if w.tempted)
        }
        rules = talks.rules(keep_by)
    if csv_file:
        save_file(lambda: csv_file.write_text(found.to_csv(), encoding="utf-8"), csv_file)
    _draw(found, between, facts, map_file, plot_file)
    if as_json:
        print_json(
            found.to_json()
            | {"rules": {name: rule.to_json() for name, rule in rules.items()}}
            | ({"swap": swapped.to_json()} if swapped else {})
            | ({"prices": [price.to_json() for price in priced]} if prices else {})
            | ({"ladders": [each.to_json() for each in ladders]} if ladders else {})
            | ({"frontier": [split.to_json() for split in between]} if frontier else {})
            | ({"walkouts": [walkout.to_json() for walkout in walkouts]} if stability else {})
            | ({"repairs": {c: r.to_json() for c, r in repairs.items()}} if stability else {})
        )
        return
    out.print(tables.deal_table(found, rules, facts))
    if from_ledger and not found.demands:
        out.print("\nnothing is on record by that day of what the partners ask or were promised")
    for part in (
        tables.seat_tables(explained, facts),
        tables.swap_table(swapped, facts) if swapped else None,
        tables.price_table(priced, facts) if prices else None,
        *(tables.ladder_table(each, facts) for each in ladders),
        tables.split_table(between, facts) if between else None,
        tables.walkout_table(walkouts, repairs, facts) if stability else None,
    ):
        if part is not None:
            out.print()
            out.print(part)


def _check() -> None:
    """End where an option is given that has no part in what is asked."""
    context = click.get_current_context()
    given = {
        option.name: option.opts[0]
        for option in context.command.params
        if context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
    }
    if "plot" in given and "frontier" not in given:
        fail("--plot draws the frontier; say of whom: --frontier LF+INC", WRONG_USE)
    if "on" in given and "from_ledger" not in given:
        fail("--on is the day of --demands-from-ledger", WRONG_USE)
    if "after" in given and "changes" not in given:
        fail("--after is the deal from which --changes counts", WRONG_USE)
    of_a_deal = [flag for name, flag in given.items() if name not in _OF_STAND_DOWNS]
    if "left" in given and of_a_deal:
        fail(f"--stand-downs are without a deal: leave out {', '.join(of_a_deal)}", WRONG_USE)


def _draw(
    found: "Deal",
    splits: "tuple[Split, ...]",
    region: "Region",
    atlas: Path | None,
    plot: Path | None,
) -> None:
    if not (atlas or plot):
        return
    from tieup.plots.deal import dealmap
    from tieup.plots.frontier import frontier
    from tieup.plots.saving import save

    if atlas:
        save_file(lambda: save(dealmap(found, region), atlas), atlas)
    if plot:
        save_file(lambda: save(frontier(splits, region), plot), plot)
