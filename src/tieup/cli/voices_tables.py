"""What the terminal shows of voices: how much of what each had said was later borne out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tieup.alliances import FEWEST, Judged, Score, Upshot
from tieup.articles import Article
from tieup.cli.outcomes import upshot
from tieup.cli.statements import statement_text
from tieup.cli.terminal import Hanging, counted, indented
from tieup.regions import Region
from tieup.report.naming import Names, in_words

_LOOK = {
    Upshot.BORNE_OUT: ("✓", "green"),
    Upshot.NOT_BORNE_OUT: ("✕", "yellow"),
    Upshot.OPEN: ("?", "dim"),
}
#: What whoever reads a score must know.
CAUTION = (
    "A claim of talks or an alliance is borne out where the two came to an agreement before the "
    "poll or stood together, a denial or refusal where they did not stand together, a forecast of "
    "seats to contest where the party stood in nearly as many. Talks can be held in good faith and "
    "fail, and plans change: not borne out is not untrue. Statements were read by a machine; the "
    "range holds 90 percent."
)
_UNNAMED = "unnamed:"


def voices_table(scores: Sequence[Score], region: Region, on: date) -> RenderableType:
    """The voices of whom enough is known with a range; of the others, their cases."""
    names = Names(region, on)
    head = Text(f"What was borne out of what they had said, as of {in_words(on)}", "bold")
    if not scores:
        return Group(head, Text("  nothing is on record by that day that could be borne out"))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for name in ("", "borne out", "range", "open"):
        table.add_column(name, justify="left" if not name else "right", no_wrap=bool(name))
    rated = [score for score in scores if score.rate]
    for score in rated:
        table.add_row(_voice(score, names), _borne_out(score), _range(score), str(_open(score)))
    parts: list[RenderableType] = [head, Text()]
    if rated:
        parts += [table, Text()]
    few = [score for score in scores if not score.rate and score.known]
    if few:
        parts.append(Text(f"Fewer than {FEWEST} known cases", "bold"))
    for score in few:
        parts += [_voice(score, names), *(_case(word, names) for word in score.judged)]
    waiting = sum(not score.known for score in scores)
    if waiting:
        parts.append(Text(f"nothing is known yet of {counted(waiting, 'voice')}", "dim"))
    return Group(*parts, Text(), Hanging(Text(CAUTION, "dim")))


def voice_table(
    score: Score, region: Region, on: date, articles: Mapping[str, Article]
) -> RenderableType:
    """One voice: each of its statements, with what came of it."""
    names = Names(region, on)
    tally = Counter(word.upshot for word in score.judged)
    told = ", ".join(f"{tally[u]} {u.value}" for u in Upshot if tally[u])
    rate = f"; range {_range(score)}" if score.rate else ""
    head = Text.assemble(_voice(score, names), f", as of {in_words(on)}: {told}{rate}")
    return Group(head, *_words(score, names, articles), Text(), Hanging(Text(CAUTION, "dim")))


def _words(score: Score, names: Names, articles: Mapping[str, Article]) -> Iterator[RenderableType]:
    for word in score.judged:
        sign, style = _LOOK[word.upshot]
        pair = names.bloc(word.statement.parties)
        election = names.election(word.statement.election or "")
        yield Text.assemble((f"{sign} ", style), (pair, "bold"), f", {election}")
        yield indented(statement_text(word.statement, articles, names))
        yield indented(Text(_sentence(upshot(word, names)), style))


def _case(word: Judged, names: Names) -> RenderableType:
    """A case in a line: what was said of whom, when, and what came of it."""
    statement = word.statement
    sign, style = _LOOK[word.upshot]
    day = in_words(statement.published)
    said = f"{word.saying.value}, {names.bloc(statement.parties)}, {day}: "
    return Hanging(Text.assemble(said, (upshot(word, names), style)), first=f"  {sign} ")


def _voice(score: Score, names: Names) -> Text:
    """The voice's name as everywhere; of an outlet, that the word is its own."""
    if score.voice.startswith(_UNNAMED):
        return Text(f"unnamed, {names.party(score.voice.removeprefix(_UNNAMED))}", "bold")
    own = " (own reports)" if score.kind == "outlet" else ""
    return Text.assemble((names.party(score.voice), "bold"), own)


def _borne_out(score: Score) -> str:
    return f"{score.borne_out} of {score.known}"


def _range(score: Score) -> str:
    """'12-56%'; a mean alone would say more than so few cases can."""
    rate = score.rate
    return f"{round(100 * rate.p05)}–{round(100 * rate.p95)}%" if rate else ""


def _open(score: Score) -> int:
    return len(score.judged) - score.known


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
