"""What the terminal shows of deals."""

from collections.abc import Mapping, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tieup.cli.terminal import Hanging, counted, indented
from tieup.deals import (
    Conjecture,
    Deal,
    Difference,
    Ladder,
    Outlook,
    Price,
    Repair,
    SeatDeal,
    Split,
    Swap,
    Truce,
    Walkout,
)
from tieup.regions import Region
from tieup.report.naming import Names
from tieup.seats.chances import percent

_OBJECTIVES = {
    "seats": "most expected seats",
    "majority": "likeliest to reach the mark",
    "nash": "largest product of gains",
}
#: Seats that the overview lists; the CSV has all.
_LISTED = 12


def deal_table(deal: Deal, rules: Mapping[str, Outlook], region: Region) -> RenderableType:
    """Who stands in how many seats and what it brings, beside the rules of thumb."""
    names = Names(region, date.max)
    sure = "proven" if deal.proven else f"not proven: at most {_most(deal)} possible"
    head = Text.assemble(
        (names.bloc(deal.partners), "bold"),
        f": {_OBJECTIVES[deal.objective]} ({sure}), {counted(deal.draws, 'draw')}, "
        f"mark {deal.mark}",
    )
    table = _table("partner", "stands in", "wins in the deal", "alone", "gain")
    for partner, share in deal.outlook.shares.items():
        table.add_row(
            Text(names.party(partner), "bold"),
            str(share.seats),
            f"{share.deal:.1f}",
            f"{share.alone:.1f}",
            f"{share.gain:+.1f}",
        )
    total = deal.outlook.total
    alone = sum(share.alone for share in deal.outlook.shares.values())
    table.add_row(
        "together", str(len(deal.allocation)), f"{total.mean:.1f}", f"{alone:.1f}",
        f"{total.mean - alone:+.1f}",
    )  # fmt: skip
    spread = f"5-95 percent of the draws: {total.p05}-{total.p95} seats; "
    mark = f"{deal.mark} or more in {percent(deal.outlook.majority)} of them"
    if deal.objective == "majority":
        mark += "; the deal was chosen by these, and likely reaches it in fewer of others"
    compared = _table("rule of thumb", "together", "mark", "the deal wins")
    for name, rule in rules.items():
        more = f"{total.mean - rule.total.mean:+.1f}"
        compared.add_row(name, f"{rule.total.mean:.1f}", percent(rule.majority), more)
    closest = sorted(deal.allocation, key=_margin)[:_LISTED]
    told = (indented(_seat(seat, names)) for seat in closest)
    kept: list[RenderableType] = []
    if deal.demands:
        keeps = (indented(Text(names.plain(each))) for each in deal.demands[:_LISTED])
        kept = [Text("keeps to:"), *keeps, Text()]
    return Group(
        head, Text(), table, Text(spread + mark), Text(), compared, Text(),
        *kept,
        Text("the seats that hang most on who stands:"), *told,
    )  # fmt: skip


def _most(deal: Deal) -> str:
    """What no deal exceeds, in the objective's own unit."""
    if deal.objective == "majority":
        return f"{100 * deal.bound:.1f}% is"
    each = " gained by each, as a geometric mean," if deal.objective == "nash" else ""
    return f"{deal.bound:.2f} seats{each} are"


def seat_tables(seats: Sequence[SeatDeal], region: Region) -> RenderableType | None:
    """Every choice for some seats."""
    names = Names(region, date.max)
    parts: list[RenderableType] = []
    for seat in seats:
        table = _table("who stands", "the bloc wins")
        for option, chance in sorted(seat.chances.items(), key=lambda item: -item[1]):
            table.add_row(names.bloc(option.split("+")), percent(chance))
        parts += [Hanging(_seat(seat, names)), table]
    return Group(*parts) if parts else None


def swap_table(swap: Swap, region: Region) -> RenderableType:
    """What a swap changes."""
    names = Names(region, date.max)
    table = _table("with the swap", "seats", "from", "to", "95 percent of the mean")
    for partner, change in swap.by_partner.items():
        before, after = swap.before.shares[partner].deal, swap.after.shares[partner].deal
        table.add_row(names.party(partner), *_change(change, before, after))
    table.add_row("together", *_change(swap.total, swap.before.total.mean, swap.after.total.mean))
    mark = f"mark: {percent(swap.before.majority)} before, {percent(swap.after.majority)} after"
    broken: list[RenderableType] = [Text("breaks:")] if swap.broken else []
    broken += [indented(Text(names.plain(each), "red")) for each in swap.broken]
    return Group(table, Text(mark), *broken)


def price_table(prices: Sequence[Price], region: Region) -> RenderableType:
    """What each demand costs."""
    names = Names(region, date.max)
    if not prices:
        return Text("nothing is demanded, and nothing costs")
    partners = list(prices[0].by_partner)
    table = _table("demand", "seats", "mark", *map(names.party, partners), "instead")
    for price in prices:
        instead = ""
        # Where a demand costs nothing, nobody needs another seat for it.
        if price.instead is not None and price.total > 0:
            instead = f"{_named(price.instead, region)} ({price.instead_cost:.2f})"
        table.add_row(
            names.plain(price.demand),
            f"{price.total:.2f}",
            f"{100 * price.majority:.1f} points",
            *(f"{price.by_partner[partner]:+.2f}" for partner in partners),
            instead,
        )
    told = (
        "costs in expected seats; what a partner loses has a plus; instead: the seat that would "
        "bring it as much at the least cost to the whole"
    )
    return Group(table, Text(told, "dim"))


def ladder_table(ladder: Ladder, region: Region) -> RenderableType:
    """What each number of seats costs."""
    names = Names(region, date.max)
    partners = list(next(iter(ladder.rungs.values())).shares)
    table = _table(
        f"{names.party(ladder.partner)} has", "cost", "mark", *map(names.party, partners)
    )
    for number, rung in ladder.rungs.items():
        table.add_row(
            str(number),
            f"{ladder.cost(number):.2f}",
            percent(rung.majority),
            *(f"{rung.shares[partner].deal:.2f}" for partner in partners),
        )
    why = (
        "the product of both sides' gains is largest there"
        if ladder.both_gain
        else "no number leaves both sides better off than alone; there they win most together"
    )
    head = f"{names.party(ladder.partner)}: from {ladder.offer} seats, offered, to {ladder.asked}"
    return Group(
        Text(f"{head}, asked", "bold"),
        table,
        Text(f"compromise: {ladder.compromise} seats ({why})"),
    )


def truce_table(truce: Truce, region: Region) -> RenderableType:
    """Which seats two who are not allied best leave to each other."""
    names = Names(region, date.max)
    house = "Lok Sabha" if truce.parliament else region.house
    sure = "proven" if truce.found.proven else "not proven"
    one, other = map(names.party, truce.between)
    head = Text.assemble(
        (f"{one} and {other}", "bold"),
        f": the best seats of the {house} to leave to each other ({sure}), "
        f"{counted(truce.draws, 'draw')}",
    )
    if not truce.seats:
        return Group(head, Text("none: no seat that one leaves brings the two more"))
    table = _table("seat", "leaves it", "to", "won before", "after")
    for seat in truce.seats:
        table.add_row(
            Text(f"{seat.no} {seat.name}", "bold"),
            names.party(seat.giver),
            names.party(seat.taker),
            percent(seat.before),
            percent(seat.after),
        )
    gains = _table("wins more", "seats", "95 percent of the mean")
    for party, gain in truce.found.gains.items():
        interval = f"{gain.low:+.2f} to {gain.high:+.2f}"
        gains.add_row(names.party(party), f"{gain.mean:+.2f}", interval)
    return Group(head, Text(), table, Text(), gains)


def split_table(splits: Sequence[Split], region: Region) -> RenderableType:
    """The frontier of two partners."""
    names = Names(region, date.max)
    one, other = names.party(splits[0].one), names.party(splits[0].other)
    table = _table(f"{one} has", f"{other} has", f"{one} wins", f"{other} wins", "together", "mark")
    for split in splits:
        seats, won = split.seats, split.won
        style = None if split.efficient else "dim"
        outlook = split.outlook
        table.add_row(
            *map(str, seats),
            *(f"{each:.1f}" for each in won),
            f"{outlook.total.mean:.1f}",
            percent(outlook.majority),
            style=style,
        )
    return Group(table, Text("dim: another line wins both no less, and one of them more", "dim"))


def walkout_table(
    walkouts: Sequence[Walkout], repairs: Mapping[Conjecture, Repair], region: Region
) -> RenderableType:
    """Who would gain by leaving, by conjecture, and what would hold them."""
    names = Names(region, date.max)
    parts: list[RenderableType] = []
    for conjecture in dict.fromkeys(walkout.conjecture for walkout in walkouts):
        those = [walkout for walkout in walkouts if walkout.conjecture == conjecture]
        table = _table(f"{conjecture}: leaving", "then", "gains", "95 percent", "")
        for walkout in those:
            table.add_row(
                names.bloc(walkout.group),
                " / ".join(names.bloc(group) for group in walkout.others),
                f"{walkout.joint.mean:+.2f}",
                f"{walkout.joint.low:+.2f} to {walkout.joint.high:+.2f}",
                "tempted" if walkout.tempted else "",
            )
        parts.append(table)
        repair = repairs.get(conjecture)
        if repair is not None:
            parts.append(Hanging(Text(_repair(repair, region))))
    return Group(*parts)


def _repair(repair: Repair, region: Region) -> str:
    names, seats = Names(region, date.max), dict[str, list[str]]()
    for no, standing in repair.stands.items():
        seats.setdefault(names.bloc(standing), []).append(_named(no, region))
    changes = "; ".join(f"{who} in {', '.join(where)}" for who, where in seats.items()) or "none"
    if repair.short:
        return f"no deal holds everybody; nearest, {repair.short:.2f} seats short: {changes}"
    return f"holds with {counted(len(repair.stands), 'seat')} changed: {changes}"


def _seat(seat: SeatDeal, names: Names) -> Text:
    return Text.assemble((f"{seat.no} {seat.name}: ", "bold"), names.plain(seat.reason))


def _named(no: int, region: Region) -> str:
    return f"{no} {region.constituencies[no].name}"


def _margin(seat: SeatDeal) -> float:
    """Minus what hangs on who stands there."""
    return -abs(seat.chance - next(iter(seat.next_best.values()), seat.chance))


def _change(change: Difference, before: float, after: float) -> tuple[str, ...]:
    interval = f"{change.low:+.2f} to {change.high:+.2f}"
    return f"{change.mean:+.2f}", f"{before:.2f}", f"{after:.2f}", interval


def _table(first: str, *others: str) -> Table:
    table = Table(
        box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False, header_style="dim"
    )
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table
