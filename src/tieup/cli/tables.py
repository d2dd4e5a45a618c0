"""What the terminal shows: boards, timelines, claims and projections, worded as in the report."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from tieup.alliances import CAUTION, Board, Chance, Dispute, Turn, Verdict, folded
from tieup.articles import Article
from tieup.cli.outcomes import chance_notes, chances_from, dispute_notes
from tieup.cli.statements import statement_text
from tieup.cli.terminal import Hanging, counted, indented
from tieup.desk import CheckedClaim
from tieup.english import listed
from tieup.regions import Election, Region
from tieup.report.naming import Names, in_words
from tieup.report.relations import Grounds, Relation, alliances, relations
from tieup.report.situation import situation
from tieup.vocabulary import Status

#: A sign and a colour for each status and verdict, so that colour is never alone.
_LOOK = {
    Status.AGREED: ("●", "green"),
    Status.TALKING: ("◐", "cyan"),
    Status.COURTING: ("○", "blue"),
    Status.DISPUTED: ("≠", "magenta"),
    Status.REFUSED: ("✕", "red"),
    Status.ENDED: ("⊘", "yellow"),
    Status.SILENT: ("·", "dim"),
    Verdict.CONFIRMED: ("✓", "green"),
    Verdict.PARTLY: ("~", "yellow"),
    Verdict.CONTRADICTED: ("✕", "red"),
    Verdict.UNCHECKABLE: ("?", "dim"),
}
_WIDEST = max(len(status) for status in Status) + len("● ") + 2


def board_table(
    board: Board,
    region: Region,
    articles: Mapping[str, Article],
    chances: Mapping[tuple[str, str], Chance] | None = None,
) -> RenderableType:
    """The board: the situation, then each relation with its reason and the most telling words.

    With `chances`, how likely each is to end allied, and what to make of that.
    """
    board = folded(board, region)
    head = _head(board, region)
    if not board.entries:
        return Group(head, Text("  nothing is on record for this election by that day"))
    names = Names(region, board.on)
    parts: list[RenderableType] = [head, Hanging(Text(situation(board, names)))]
    for alliance in alliances(board, names):
        missing = f" (not between {listed(alliance.missing)})" if alliance.missing else ""
        parts.append(Text.assemble("agreed together: ", (alliance.name, "green"), missing))
    told: set[str] = set()
    notes = chance_notes(chances or {})
    rows = _relations(board, region, articles, notes, told=told)
    if chances is None:
        return Group(*parts, Text(), *rows)
    caution = f"{chances_from(chances, names)} {CAUTION if chances else ''}"
    return Group(*parts, Text(), *rows, Text(), Hanging(Text(caution.strip(), "dim")))


def disputes_table(
    disputes: Board, every: Sequence[Dispute], region: Region, articles: Mapping[str, Article]
) -> RenderableType:
    """Each dispute with all that was said: first what one side claims, then the other's denial.

    Those of `every` that were settled by then follow; of each, which side was borne out.
    """
    notes = dispute_notes(every, Names(region, disputes.on))
    disputes = folded(disputes, region)
    over = tuple(dispute.entry for dispute in every if dispute.until)
    settled = folded(replace(disputes, entries=over), region)
    parts: list[RenderableType] = [_head(disputes, region)]
    if not disputes.entries:
        parts.append(Text("  nothing is disputed for this election on that day"))
    parts.extend(_relations(disputes, region, articles, notes))
    if settled.entries:
        parts.append(Text("Disputed once, and no more by that day", "bold"))
        parts.extend(_relations(settled, region, articles, notes))
    return Group(*parts)


def _head(board: Board, region: Region) -> Text:
    return Text(f"{region.elections[board.election].name}, as of {in_words(board.on)}", "bold")


def _relations(
    board: Board,
    region: Region,
    articles: Mapping[str, Article],
    notes: Mapping[tuple[str, str], str],
    *,
    told: set[str] | None = None,
) -> Iterator[RenderableType]:
    """The board's relations as the report words them; with `told`, the most telling words only.

    A relation's note stands below its reason.
    """
    names = Names(region, board.on)
    statements = {s.id: s for entry in board.entries for s in entry.because}
    for relation in relations(board, articles, names):
        yield from _relation(relation, names)
        note = notes.get((min(relation.parties), max(relation.parties)))
        if note:
            yield indented(Text(note, "bold"))
        whole = (*relation.claim, *relation.denial)
        for ground in whole if told is None else _telling(relation):
            statement = statements[ground.telling.id]
            yield indented(statement_text(statement, articles, names, told=told))


def _relation(relation: Relation, names: Names) -> Iterator[RenderableType]:
    """Where a relation stands, and why, in two lines."""
    pair = " – ".join(map(names.party, relation.parties))
    since = f", since {relation.since}" if relation.since else ""
    status = status_text(relation.status)
    status.pad_right(max(_WIDEST - len(status), 0))
    yield Text.assemble(status, (pair, "bold"), since)
    reason = (f"{relation.rule[0].upper()}{relation.rule[1:]}.", *relation.gist)
    yield indented(Text(" ".join((*reason, f"{relation.reports}."))))


def _telling(relation: Relation) -> Iterator[Grounds]:
    """Of a dispute the last word of both sides, else the most telling of the reasons."""
    for grounds in (relation.claim, relation.denial) if relation.claim else (relation.grounds,):
        if grounds:
            yield max(reversed(grounds), key=lambda g: (bool(g.telling.post), g.telling.own))


def timeline_table(
    turns: Sequence[Turn],
    pair: tuple[str, str],
    election: Election,
    on: date,
    region: Region,
    articles: Mapping[str, Article],
) -> RenderableType:
    """A relation's turns, each with all of its statements."""
    names = Names(region, on)
    title = f"{' – '.join(map(names.full, pair))}: {election.name}, as of {in_words(on)}"
    parts: list[RenderableType] = [Hanging(Text(title, "bold"))]
    if not turns:
        parts.append(Text("  nothing is on record between the two for this election by that day"))
    for turn in turns:
        after = status_text(turn.finding.status)
        moved = Text.assemble(status_text(turn.before), " → ", after) if turn.changed else after
        day = (f"{in_words(turn.day)}  ", "bold")
        parts.append(Text.assemble(day, moved, f"  {turn.finding.rule}"))
        parts.extend(indented(statement_text(s, articles, names)) for s in turn.statements)
    return Group(*parts)


def claims_table(
    claims: Sequence[CheckedClaim], region: Region, articles: Mapping[str, Article]
) -> RenderableType:
    """Claims about past elections and what the returns say."""
    if not claims:
        return Text("nothing is claimed about a past election by that day")
    parts: list[RenderableType] = []
    for claim in claims:
        verdict, statement = claim.check.verdict, claim.statement
        names = Names(region, statement.published)
        election = region.elections.get(statement.election or "")
        about = election.name if election else names.election(statement.election or "")
        parts += [
            Text.assemble(status_text(verdict), "  ", (about, "bold")),
            indented(statement_text(statement, articles, names)),
            indented(Text(f"Returns: {names.figures(claim.check.figures)}")),
        ]
    tally = Counter(claim.check.verdict for claim in claims)
    told = ", ".join(f"{tally[verdict]} {verdict.value}" for verdict in Verdict if tally[verdict])
    return Group(*parts, Text(f"{counted(len(claims), 'claim')}: {told}", "bold"))


def status_text(status: Status | Verdict) -> Text:
    """The sign and the word of a status or a verdict."""
    sign, style = _LOOK[status]
    return Text(f"{sign} {status.value}", style)
