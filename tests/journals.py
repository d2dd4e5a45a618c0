"""Journals for tests: entries of every kind, with any field known or not, and any text in it."""

from dataclasses import replace
from datetime import UTC, date

from hypothesis import strategies as st

from test_statements import statements
from tieup.articles import Article, Source
from tieup.corrections import Decision, Retraction, Review
from tieup.notation import Entry
from tieup.statements import Statement

#: Any text whatever: controls, lone surrogates, marks and line ends.
WILD = st.text(st.characters(exclude_categories=[]), max_size=12) | st.text(
    '",;:-|\\ \n=a', max_size=8
)
#: Any text that can be written to a file.
TAME = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text(
    '",;:-|\\ \n=a', max_size=8
)
DAYS = st.dates()
MOMENTS = st.none() | st.datetimes(timezones=st.just(UTC))
NAMED = st.text("abc .", min_size=1, max_size=8).filter(str.strip)


@st.composite
def sources(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Source:
    """A report that a dispatch summarises."""
    return Source(outlet=draw(texts), url=draw(texts), published=draw(DAYS))


@st.composite
def articles(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Article:
    """An article with any text in any field."""
    return Article(
        id=draw(texts),
        published=draw(DAYS),
        text=draw(texts) + "." + draw(texts),
        outlet=draw(st.none() | texts),
        title=draw(st.none() | texts),
        url=draw(st.none() | texts),
        agency=draw(st.none() | texts),
        sources=tuple(draw(st.lists(sources(texts), max_size=2))),
    )


@st.composite
def journals(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> list[Entry]:
    """Entries: articles, then statements in any of them and what people say of these."""
    given = draw(st.lists(articles(texts), min_size=1, max_size=3))
    optional = st.none() | texts
    noted: list[Article | Review | Retraction] = [*given]
    said = []
    for _ in range(draw(st.integers(0, 3))):
        article = draw(st.sampled_from(given))
        statement = draw(statements(article))
        wild = replace(
            statement,
            outlet=draw(st.sampled_from([article.outlet, None, "Else"])),
            published=draw(st.sampled_from([article.published, date(2026, 1, 5)])),
            speaker=draw(texts | st.sampled_from(["report", "Bose agrees", "article A"])),
            election=draw(optional),
            condition=draw(optional),
            places=tuple(draw(st.lists(texts, max_size=3))),
            seats=draw(st.dictionaries(texts, st.integers(-(2**40), 2**40), max_size=2)),
            why=draw(texts),
            unit=draw(optional),
        )
        said.append(wild)
    for statement in said[: draw(st.integers(0, 3))]:
        decision = draw(st.sampled_from(Decision))
        noted.append(
            Review(
                statement=draw(st.just(_name(statement)) | texts),
                decision=decision,
                reviewer=draw(NAMED),
                note=draw(texts),
                amended=draw(st.sampled_from(said)) if decision is Decision.AMEND else None,
            )
        )
        noted.append(
            Retraction(
                content_id=draw(texts),
                published=draw(DAYS),
                by=draw(NAMED),
                note=draw(texts),
                statement=draw(optional),
            )
        )
    return [
        Entry(what=what, recorded=draw(MOMENTS))
        for what in (*noted[: len(given)], *said, *noted[len(given) :])
    ]


def _name(statement: Statement) -> str:
    """Its id; what can't be encoded has none."""
    try:
        return statement.id
    except UnicodeEncodeError:
        return "s_0"


#: With anything in it that a Python string can hold.
JOURNALS = journals(WILD)
#: With anything in it that Unicode can encode.
WRITABLE = journals(TAME)
