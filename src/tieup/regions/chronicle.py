"""A chronicle: the dispatches that come with a pack, each a summary of reports with its sources."""

from tieup.articles.article import Article, Source
from tieup.regions.files import PackFiles, once
from tieup.regions.forms import DispatchRow

CHRONICLE = "chronicle.jsonl"


def chronicle_of(files: PackFiles) -> tuple[Article, ...]:
    """The bundled dispatches, in order of date; none where the pack has no chronicle."""
    if not files.has(CHRONICLE):
        return ()
    rows = [row for _, row in files.lines(CHRONICLE, DispatchRow)]
    once(CHRONICLE, "dispatch", (row.id for row in rows), "id")
    return tuple(
        Article(
            id=row.id,
            published=row.date,
            title=row.title,
            text=row.text,
            outlet="tieup chronicle",
            sources=tuple(
                Source(outlet=s.outlet, url=str(s.url), published=s.date) for s in row.sources
            ),
        )
        for row in sorted(rows, key=lambda row: (row.date, row.id))
    )
