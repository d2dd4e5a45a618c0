"""A statement on the terminal: who said what on which day, and whose words they are.

Names, and what counts as somebody's own words, are those of the report.
"""

from collections.abc import Iterator, Mapping
from textwrap import shorten

from rich.text import Text

from tieup.articles import Article
from tieup.report.naming import Names
from tieup.report.telling import Telling, tell
from tieup.statements import REPORT, Statement

#: So many characters of a quote stand on a board; a timeline has all of it.
_SHORT = 150


def statement_text(
    s: Statement, articles: Mapping[str, Article], names: Names, *, told: set[str] | None = None
) -> Text:
    """Who did what on which day, the words, and whose wording they are.

    Args:
        s: the statement.
        articles: by the hash of their text.
        names: of the parties.
        told: the statements told above, for a short form; of one among them, no words again.
    """
    telling = tell(s, articles, names)
    post = f" ({telling.post})" if telling.post else ""
    act = telling.act or ""
    done = f" ({act})" if s.speaker == REPORT else f" {act}"
    who = Text.assemble(
        (telling.speaker, "bold"), post, done if act else "",
        (f", {telling.said or telling.published}", "dim"),
    )  # fmt: skip
    if told is not None and s.id in told:
        return who.append(" (as above)")
    if told is not None:
        told.add(s.id)
    words = _words(telling, _SHORT if told is not None else len(s.quote))
    return Text.assemble(who, ": ", *words, (f"[{_source(telling, s)}]", "dim"))


def _words(telling: Telling, left: int) -> Iterator[tuple[str, str]]:
    """The quote; only somebody's own words stand within quotation marks."""
    for piece in telling.pieces:
        text = shorten(piece.text, max(left, 1), placeholder="…")
        left -= len(piece.text)
        yield (f"“{text}” ", "") if piece.own else (f"{text} ", "italic")
        if left <= 0:
            return


def _source(telling: Telling, s: Statement) -> str:
    """Whose wording the words are."""
    outlets = ", ".join(dict.fromkeys(link.text for link in telling.outlets))
    if telling.dispatch:
        return f"{'quoted in ' if telling.own else ''}tieup's summary, after {outlets}"
    if not outlets:
        return f"in {s.article}"
    return f"{'quoted' if telling.own else 'as told'} by {outlets}"
