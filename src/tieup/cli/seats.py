"""Seats: what a scenario, or the news, would bring."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tieup.cli.options import (
    MEMORY,
    base_option,
    draws_option,
    election_option,
    json_option,
    ledger_option,
    on_option,
    open_desk,
    plainly,
    region_option,
    seed_option,
)
from tieup.cli.terminal import WRONG_USE, fail, out, print_json, progress_bar

if TYPE_CHECKING:
    from tieup.desk import Desk
    from tieup.seats import Projection, Scenario


@click.command()
@click.argument("structure", required=False)
@base_option
@click.option(
    "--swing", default="", metavar="BJP=+2,TMC=-1", help="Points statewide that parties gain."
)
@click.option(
    "--shares", default="", metavar="BJP=46~2,TMC=41",
    help="Percent statewide instead, each with its error where you know one.",
)  # fmt: skip
@click.option("--poll", "polls", metavar="FILE", help="Shares from polls, with their errors.")
@click.option(
    "--transfer", default="", metavar="INC:LF=0.6~0.1",
    help="Part of INC's voters that follows to LF where INC stands down, and its error. "
    "[default: estimated]",
)  # fmt: skip
@click.option(
    "--split", "splits", multiple=True, metavar="JUP:TMC=0.25@Murshidabad,Malda",
    help="JUP takes a quarter of TMC's votes in these places.",
)  # fmt: skip
@click.option(
    "--stand", "standing", multiple=True, metavar="INC=52,53,Farakka",
    help="Who of a bloc stands where. [default: the stronger]",
)  # fmt: skip
@click.option(
    "--leave", "leaves", multiple=True, metavar="LF:INC=52,53",
    help="Seats that LF leaves to INC without an alliance.",
)  # fmt: skip
@click.option(
    "--support", default="", metavar="ISF:LF", help="ISF counts for LF's majority from outside."
)
@click.option(
    "--friendly", type=click.Choice(["kept", "none"]), default="kept", show_default=True,
    help="What becomes of the base's friendly contests.",
)  # fmt: skip
@click.option(
    "--baselines", is_flag=True,
    help="Show uniform and proportional swing beside it, and how united the opposition is.",
)  # fmt: skip
@click.option("--scenario", "file", metavar="FILE", help="All of this from a TOML file.")
@click.option(
    "--from-board", is_flag=True,
    help="Mix structures by how likely the news makes them, as of --on.",
)  # fmt: skip
@on_option
@election_option
@click.option("--plot", metavar="FILE", help="Draw seats by bloc: .png, .svg or .html.")
@click.option("--map", "atlas", metavar="FILE", help="Draw who leads where: .png, .svg or .html.")
@draws_option
@seed_option
@ledger_option
@region_option
@json_option
@plainly
def seats(
    structure: str | None,
    base: str | None,
    baselines: bool,
    file: str | None,
    from_board: bool,
    on: date | None,
    election: str | None,
    plot: str | None,
    atlas: str | None,
    draws: int,
    seed: int,
    ledger: str,
    region: str | None,
    as_json: bool,
    **assumed: Any,  # noqa: ANN401 - the assumptions, by their options
) -> None:
    """Project the seats of blocs such as "LF+INC+ISF / TMC / BJP".

    Partners are joined by +, blocs by /. Whom no bloc names stands alone.
    """
    from tieup.cli.seats_tables import baselines_table, seats_table

    if from_board and baselines:
        fail("--baselines: stands beside one structure, not a mixture of many", WRONG_USE)
    if from_board:
        _from_board(base, on, election, draws, seed, ledger, region, assumed, as_json=as_json)
        return
    if bool(file) == bool(structure):
        fail("give a structure such as 'LF+INC / TMC / BJP', or --scenario FILE", WRONG_USE)
    with open_desk(MEMORY, region, base) as desk, progress_bar("drawing") as told:
        scenario = _scenario(desk, structure, base, file, assumed)
        found = desk.project(scenario, draws=draws, seed=seed, progress=told)
        thumbs = desk.baselines(scenario) if baselines else None
        _draw(found, desk, plot, atlas)
    if as_json:
        print_json(found.to_json() | ({"baselines": thumbs.to_json()} if thumbs else {}))
    else:
        out.print(seats_table(found, desk.region))
        if thumbs:
            out.print(baselines_table(thumbs, desk.region))


def _scenario(
    desk: "Desk",
    structure: str | None,
    base: str | None,
    file: str | None,
    assumed: dict[str, Any],
) -> "Scenario":
    if file:
        given = sorted(name for name, value in assumed.items() if value and value != "kept")
        if given:
            told = ", ".join(f"--{name}" for name in given)
            fail(f"{told}: with --scenario, write it into the file", WRONG_USE)
        return desk.scenario_from(file, base=base)
    return desk.scenario(structure or "", base=base or desk.latest_base(), **assumed)


def _from_board(
    base: str | None,
    on: date | None,
    election: str | None,
    draws: int,
    seed: int,
    ledger: str,
    region: str | None,
    assumed: dict[str, Any],
    *,
    as_json: bool,
) -> None:
    """The structures as likely as the board of a day makes them."""
    from tieup.cli.seats_tables import mixed_table

    with open_desk(ledger, region, election) as desk:
        day = desk.day(on)
        start = base or desk.base_before(day)
        like = desk.scenario(" / ".join(list(desk.shares(start))[:1]), base=start, **assumed)
        with progress_bar("drawing") as told:
            found = desk.news(
                like, on=day, election=election, draws=draws, seed=seed, progress=told
            )
        if as_json:
            print_json(found.to_json())
        else:
            out.print(mixed_table(found, desk.region, day))


def _draw(found: "Projection", desk: "Desk", plot: str | None, atlas: str | None) -> None:
    if not (plot or atlas):
        return
    from tieup.plots.hexmap import hexmap
    from tieup.plots.histogram import histogram
    from tieup.plots.saving import save

    if plot:
        save(histogram(found, desk.region), plot)
    if atlas:
        save(hexmap(found, desk.region), atlas)
