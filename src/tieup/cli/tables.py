"""What the terminal shows: boards, timelines, claims and projections as tables."""

from collections.abc import Iterable, Mapping
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tieup.alliances import Board, BoardEntry, Turn, Verdict
from tieup.articles import Article
from tieup.desk import CheckedClaim
from tieup.problems import Problem
from tieup.regions import Region
from tieup.seats import Projection
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Mode, Status

#: A sign and a colour for each status, so that colour is never alone.
_LOOK = {
    Status.AGREED: ("●", "green"),
    Status.TALKING: ("◐", "cyan"),
    Status.COURTING: ("○", "blue"),
    Status.DISPUTED: ("≠", "magenta"),
    Status.REFUSED: ("✕", "red"),
    Status.ENDED: ("⊘", "yellow"),
    Status.SILENT: ("·", "dim"),
}
_VERDICTS = {
    Verdict.CONFIRMED: ("✓", "green"),
    Verdict.PARTLY: ("~", "yellow"),
    Verdict.CONTRADICTED: ("✕", "red"),
    Verdict.UNCHECKABLE: ("?", "dim"),
}
_LONG = 150


def board_table(board: Board, region: Region, articles: Mapping[str, Article]) -> RenderableType:
    """The board: a row a relation, the most telling statement under it."""
    election = region.elections[board.election].name
    head = Text(f"{election}, as of {board.on:%-d %B %Y}", style="bold")
    groups = [
        Text.assemble(
            ("  agreed together: ", "dim"),
            (" + ".join(short(p, region) for p in group.parties), "green"),
            (f"  (not agreed between {', '.join(group.missing)})" if group.missing else "", "dim"),
        )
        for group in board.groups
    ]
    if not board.entries:
        return Group(
            head, Text("  nothing is on record for this election by that day", style="dim")
        )
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    for name in ("relation", "status", "since", "why"):
        table.add_column(name, no_wrap=name != "why", vertical="top")
    for entry in sorted(
        _shown(board, region), key=lambda e: (list(_LOOK).index(e.status), e.parties)
    ):
        table.add_row(
            " – ".join(short(p, region) for p in entry.parties),
            status_text(entry.status),
            f"{entry.since:%-d %b %Y}" if entry.since else "",
            _why(entry, region, articles),
        )
    return Group(head, *groups, Text(""), table)


def _shown(board: Board, region: Region) -> list[BoardEntry]:
    """Entries without those that say of a front's leading party what another says of the front."""
    leads = {p.lead: p.id for p in region.parties.values() if p.lead and p.kind == "front"}
    statuses = {entry.parties: entry.status for entry in board.entries}

    def doubled(entry: BoardEntry) -> bool:
        one, two = (leads.get(p, p) for p in entry.parties)
        front = (min(one, two), max(one, two))
        return front != entry.parties and statuses.get(front) is entry.status

    return [entry for entry in board.entries if not doubled(entry)]


def timeline_table(
    turns: Iterable[Turn], pair: tuple[str, str], region: Region, articles: Mapping[str, Article]
) -> RenderableType:
    """A relation's turns, each with its statements."""
    parts: list[RenderableType] = [
        Text(" – ".join(region.parties[p].name_on(turn.day) for p in pair), style="bold")
        for turn in list(turns)[-1:]
    ]
    for turn in turns:
        moved = (
            Text.assemble(status_text(turn.before), " → ", status_text(turn.finding.status))
            if turn.changed
            else status_text(turn.finding.status)
        )
        parts.append(
            Text.assemble((f"{turn.day:%-d %B %Y}  ", "bold"), moved, f"  {turn.finding.rule}")
        )
        parts.extend(
            Padding(statement_text(s, region, articles), (0, 0, 0, 4)) for s in turn.statements
        )
    return Group(*parts)


def claims_table(
    claims: Iterable[CheckedClaim], region: Region, articles: Mapping[str, Article]
) -> RenderableType:
    """Claims about past elections and what the returns say."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("verdict", no_wrap=True)
    table.add_column("election", no_wrap=True)
    table.add_column("claim, and what the returns say")
    for claim in claims:
        sign, style = _VERDICTS[claim.check.verdict]
        table.add_row(
            Text(f"{sign} {claim.check.verdict.value}", style=style),
            claim.statement.election or "",
            Group(
                statement_text(claim.statement, region, articles),
                Text(claim.check.figures, style="dim"),
            ),
        )
    return table


def seats_table(projection: Projection, region: Region) -> RenderableType:
    """Seats by bloc and party, chances, and the notes."""
    scenario = projection.scenario
    title = " / ".join("+".join(bloc) for bloc in scenario.blocs)
    head = Text.assemble(
        (title, "bold"),
        f" on {scenario.base}: {len(projection.constituencies)} seats, majority "
        f"{projection.majority_mark}, {projection.draws:,} draws, seed {projection.seed}",
    )
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("bloc")
    for name in ("mean", "5%", "50%", "95%", "majority"):
        table.add_column(name, justify="right")
    for bloc in projection.blocs:
        spread = bloc.seats
        name = " + ".join(short(p, region) for p in bloc.parties)
        table.add_row(
            Text(name, style="bold"), f"{spread.mean:.1f}", str(spread.p05), str(spread.p50),
            str(spread.p95), f"{100 * bloc.majority:.0f}%",
        )  # fmt: skip
        if len(bloc.parties) > 1:
            for party in bloc.parties:
                part = projection.seats.get(party)
                if part is not None:
                    table.add_row(
                        Text(f"  {short(party, region)}", style="dim"), f"{part.mean:.1f}",
                        str(part.p05), str(part.p50), str(part.p95), "",
                    )  # fmt: skip
    chance = Text.assemble(
        ("no bloc has a majority in ", "dim"),
        f"{100 * projection.hung:.0f}%",
        (" of the draws", "dim"),
    )
    notes = [Text(f"· {note}", style="dim") for note in projection.notes]
    return Group(head, Text(""), table, chance, Text(""), *notes)


def problems_text(problems: Iterable[Problem]) -> RenderableType:
    """A line a problem."""
    return Group(*(Text(f"! {problem}", style="yellow") for problem in problems))


def status_text(status: Status) -> Text:
    """The sign and the word of a status."""
    sign, style = _LOOK[status]
    return Text(f"{sign} {status.value}", style=style)


def statement_text(s: Statement, region: Region, articles: Mapping[str, Article]) -> Text:
    """A statement in one or two lines: whose words, and whose wording.

    Only what stands within quotation marks in the article is shown as somebody's own words.
    """
    article = articles.get(s.content_id)
    day = f"{s.said_on or s.published:%-d %b %Y}"
    quote = s.quote if len(s.quote) <= _LONG else s.quote[: _LONG - 1].rstrip() + "…"
    words = Text(f"“{quote}”") if s.mode is Mode.DIRECT else Text(quote, style="italic")
    act = f" {s.act.value}" if s.act else f" ({s.kind.value})"
    return Text.assemble(
        (speaker_name(s, region), "bold"), act, (f", {day}: ", "dim"), words,
        (f"  {_wording(s, article)}", "dim"),
    )  # fmt: skip


def speaker_name(s: Statement, region: Region) -> str:
    """The speaker with the party, or "the report"."""
    if s.speaker == REPORT:
        return "the report"
    if s.speaker.startswith("unnamed:"):
        return f"unnamed ({short(s.speaker.removeprefix('unnamed:'), region)})"
    if s.speaker in region.parties:
        return short(s.speaker, region)
    party = f" ({short(s.speaker_party, region)})" if s.speaker_party else ""
    return f"{s.speaker}{party}"


def short(party: str, region: Region) -> str:
    """The party's short name."""
    known = region.parties.get(party)
    return known.short if known else party


def _wording(s: Statement, article: Article | None) -> str:
    """Whose wording the quote is."""
    if article is not None and article.is_dispatch:
        outlets = ", ".join(dict.fromkeys(source.outlet for source in article.sources))
        own = "quoted in" if s.mode is Mode.DIRECT else "tieup's summary of"
        return f"[{own} {outlets}]"
    outlet = s.outlet or s.article
    return f"[{outlet}]" if s.mode is Mode.DIRECT else f"[as told by {outlet}]"


def _why(entry: BoardEntry, region: Region, articles: Mapping[str, Article]) -> RenderableType:
    """The rule, who is where, and the last statement that decided."""
    finding = entry.finding
    notes = [finding.rule]
    if entry.status is Status.COURTING and finding.towards:
        notes.append(f"{_names(finding.towards, region)} courts")
    if finding.waiting_on and entry.status in (Status.COURTING, Status.TALKING):
        notes.append(f"waiting on {short(finding.waiting_on, region)}")
    if finding.decider:
        notes.append(f"the decision is with {finding.decider}")
    if finding.away and entry.status is not Status.SILENT:
        notes.append(f"away: {_names(finding.away, region)}")
    shown: list[RenderableType] = [Text("; ".join(notes), style="dim")]
    shown.extend(statement_text(s, region, articles) for s in _telling(entry))
    return Group(*shown)


def _telling(entry: BoardEntry) -> list[Statement]:
    """The statements to show: both sides of a dispute, else the most telling one."""
    if entry.status is Status.DISPUTED:
        latest = {s.speaker_party: s for s in sorted(entry.because, key=_weight)}
        return sorted(latest.values(), key=lambda s: s.said_on or s.published)
    return sorted(entry.because, key=_weight)[-1:]


def _weight(s: Statement) -> tuple[bool, date, bool, bool]:
    """How telling a statement is: it names who decides, is late, has a speaker, in own words."""
    return (s.decider is not None, s.published, s.speaker != REPORT, s.mode is Mode.DIRECT)


def _names(parties: Iterable[str], region: Region) -> str:
    return " and ".join(short(p, region) for p in parties)
