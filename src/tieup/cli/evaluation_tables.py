"""What the terminal shows of an evaluation: scores, reliability, and the differences."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tieup.cli.terminal import Hanging, counted, indented
from tieup.evaluation import Evaluation, Extra, Level, Missed, Pair, Reliability, Scores, Share
from tieup.seats.chances import percent

#: What must be right at each level.
_RIGHT = {
    Level.RELATION: "the two parties",
    Level.POLARITY: "and towards, away or pending",
    Level.ACT: "the two parties and the act",
    Level.VOICED: "and who speaks",
}


def evaluation_table(found: Evaluation) -> RenderableType:
    """Scores by level, then how often statements of a confidence are right."""
    head = Text.assemble(
        (counted(found.articles, "article"), "bold"),
        f": {counted(found.annotated, 'statement')} annotated, {found.statements:,} read",
    )
    differences = f"missed {len(found.missed):,}, extra {len(found.extra):,}"
    return Group(
        head, Text(), *_scores(found.scores), Text(), *_reliability(found.reliability),
        Text(differences, "bold"),
    )  # fmt: skip


def differences_table(found: Evaluation) -> RenderableType:
    """What was missed, then what is extra, each with its words and what stands beside it."""
    parts: list[RenderableType] = []
    for missed in found.missed:
        parts += _missed(missed)
    for extra in found.extra:
        parts += _extra(extra)
    return Group(*parts)


def _scores(scores: Scores) -> Iterator[RenderableType]:
    table = _table("", "what is right", "precision", "recall", "F1", left=2)
    for level, score in scores.levels.items():
        figures = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        table.add_row(Text(level, "bold"), _RIGHT[level], *figures)
    yield table
    election, day = _share(scores.election), _share(scores.said_on)
    told = f"of those with the right act, {election} have the right election, {day} the right day"
    yield Hanging(Text(told))


def _share(share: Share) -> str:
    return "none" if share.value is None else percent(share.value)


def _reliability(reliability: Reliability) -> Iterator[RenderableType]:
    """Each bin; nothing where nothing was read."""
    if reliability.error is None:
        return
    table = _table("confidence", "statements", "said", "right", "95% interval", left=1)
    for one in reliability.bins:
        least, most = map(percent, one.interval)
        table.add_row(
            f"{one.low:.1f} to {one.high:.1f}", f"{one.of:,}", percent(one.said),
            percent(one.share), f"{least} to {most}",
        )  # fmt: skip
    yield table
    yield Text(f"said and right lie {100 * reliability.error:.0f} points apart on average")
    yield Text()


def _missed(missed: Missed) -> Iterator[RenderableType]:
    row = missed.annotation
    flags = f" [{', '.join(row.flags)}]" if row.flags else ""
    yield _head("− missed", "red", row.article, missed.pairs, f"{row.act}, {row.speaker}", flags)
    if row.evidence:
        yield indented(Text(row.evidence, "italic"))
    yield indented(Text(missed.why))


def _extra(extra: Extra) -> Iterator[RenderableType]:
    row = extra.statement
    sure = f", {percent(row.confidence)} sure"
    yield _head("+ extra", "yellow", row.article, extra.pairs, f"{row.act}, {row.speaker}", sure)
    yield indented(Text(row.quote, "italic"))
    yield indented(Text(row.why))
    yield indented(Text(extra.annotated))


def _head(
    sign: str, style: str, article: str, pairs: tuple[Pair, ...], told: str, more: str
) -> RenderableType:
    shown = ", ".join(" – ".join(pair) for pair in pairs)
    return Hanging(
        Text.assemble((sign, style), f"  {article}  ", (shown, "bold"), f" {told}{more}")
    )


def _table(*columns: str, left: int) -> Table:
    """A table whose first columns are words and the others figures."""
    table = Table(
        box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False, header_style="dim"
    )
    for number, column in enumerate(columns):
        table.add_column(column, justify="left" if number < left else "right")
    return table
