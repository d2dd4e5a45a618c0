"""Seats on the terminal: a projection, and one that mixes structures."""

from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tieup.cli.terminal import Hanging, counted
from tieup.regions import Region
from tieup.regions.returns import INDEPENDENT
from tieup.report.naming import Names
from tieup.seats import MixedProjection, Projection, Spread
from tieup.seats.baselines import Baselines
from tieup.seats.chances import percent
from tieup.seats.simulation import MENTIONED

#: So many structures of a mixture, and ways to a majority in a hung house, are shown.
_STRUCTURES, _COALITIONS = 8, 4
#: Who is kingmaker more seldom is not told.
_KINGMAKER = 0.05


def seats_table(projection: Projection, region: Region) -> RenderableType:
    """Seats by bloc and party, and of the independents, chances, and the notes."""
    scenario = projection.scenario
    names = Names(region, date.max)
    title = " / ".join("+".join(bloc) for bloc in scenario.blocs)
    head = Text.assemble(
        (title, "bold"),
        f" on {scenario.base}: {len(projection.constituencies)} seats, majority "
        f"{projection.majority_mark}, {counted(projection.draws, 'draw')}, seed {projection.seed}",
    )
    table = _columns("seats", "no error", "mean", "5%", "50%", "95%", "majority")
    for bloc in projection.blocs:
        table.add_row(
            Text(names.bloc(bloc.parties), "bold"),
            str(bloc.no_error),
            *_spread(bloc.seats),
            percent(bloc.majority),
        )
        for party in bloc.parties if len(bloc.parties) > 1 else ():
            if party in projection.seats:
                member = Text(f"  {names.party(party)}", "dim")
                table.add_row(member, "", *_spread(projection.seats[party]))
    alone = projection.seats.get(INDEPENDENT)
    if alone is not None and alone.mean >= MENTIONED:
        won = str(projection.no_error[INDEPENDENT])
        table.add_row(Text("Independents", "dim"), won, *_spread(alone))
    notes = _notes(projection.notes, names)
    return Group(head, Text(), table, *_hung(projection, names), Text(), *notes)


def baselines_table(found: Baselines, region: Region) -> RenderableType:
    """Seats by the rules of thumb, and how united the opposition is."""
    names = Names(region, date.max)
    table = _columns("rules of thumb", "uniform swing", "proportional swing")
    for bloc, *seats in zip(found.blocs, found.uniform, found.proportional, strict=True):
        table.add_row(Text(names.bloc(bloc), "bold"), *map(str, seats))
    unity = Text(
        f"opposition to {names.bloc(found.government)}: its largest part has "
        f"{found.unity:.0f} percent of its votes in a seat on average, and had "
        f"{found.unity_before:.0f} (index of opposition unity)"
    )
    return Group(Text(), table, Hanging(unity))


def mixed_table(found: MixedProjection, region: Region, day: date) -> RenderableType:
    """Seats by party over structures as likely as the news makes them, and those structures."""
    names = Names(region, day)
    head = Text.assemble(
        ("what the news would bring", "bold"),
        f" on {found.base}: {counted(found.draws, 'draw')}, seed {found.seed}, majority "
        f"{found.majority_mark}",
    )
    table = _columns("seats", "mean", "5%", "50%", "95%", "majority")
    for party, spread in sorted(found.seats.items(), key=lambda item: -item[1].mean):
        if spread.mean >= MENTIONED or party in found.majority:
            chance = percent(found.majority[party]) if party in found.majority else ""
            table.add_row(Text(names.party(party), "bold"), *_spread(spread), chance)
    parts = _columns("how often", "structure")
    for part in found.parts[:_STRUCTURES]:
        blocs = [bloc for bloc in part.structure if len(bloc) > 1]
        told = " / ".join(map(names.bloc, blocs)) or "everybody alone"
        parts.add_row(percent(part.draws / found.draws), told)
    left = len(found.parts) - _STRUCTURES
    more = [Text(f"and {left} less likely ones", "dim")] if left > 0 else []
    hung = Text(f"no bloc has a majority in {percent(found.hung)} of the draws")
    notes = _notes(found.notes, names)
    return Group(head, Text(), table, hung, Text(), parts, *more, Text(), *notes)


def _columns(first: str, *others: str) -> Table:
    """An empty table."""
    table = Table(
        box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False, header_style="dim"
    )
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="left" if name == "structure" else "right")
    return table


def _notes(notes: Iterable[str], names: Names) -> Iterator[RenderableType]:
    return (Hanging(Text(names.plain(note), "dim"), first="· ") for note in notes)


def _spread(spread: Spread) -> Iterator[str]:
    yield f"{spread.mean:.1f}"
    for seats in (spread.p05, spread.p50, spread.p95):
        yield str(seats)


def _hung(projection: Projection, names: Names) -> Iterator[RenderableType]:
    """How often no bloc has a majority, and who is pivotal then."""
    if projection.draws:
        yield Text(f"no bloc has a majority in {percent(projection.hung)} of the draws")
    kings = sorted(projection.pivots, key=lambda power: -power.kingmaker)
    told = [
        f"{names.bloc(power.parties)} {percent(power.kingmaker)}"
        for power in kings
        if power.kingmaker >= _KINGMAKER
    ]
    if told:
        yield Hanging(Text(f"kingmaker then: {', '.join(told)}"))
    ways = [
        f"{' with '.join(map(names.bloc, coalition.blocs))} {percent(coalition.frequency)}"
        for coalition in projection.coalitions[:_COALITIONS]
    ]
    if ways:
        yield Hanging(Text(f"smallest majorities then: {', '.join(ways)}"))
