"""The rule of quotation: nobody is shown with words that are not within marks in the article."""

from dataclasses import replace
from datetime import date

from briefings import DAY, brief, says
from hypothesis import given, settings
from hypothesis import strategies as st

from elements import elements
from tieup.articles import Article
from tieup.articles.article import Source
from tieup.regions import Region
from tieup.report import render
from tieup.speech import pieces, quoted
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Act, Mode

MARKS = [("“", "”"), ("«", "»"), ('"', '"')]
WORDS = st.text("abc XYZ,.'é5", min_size=3).map(str.strip).filter(bool)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text, and where by its making somebody's own words stand."""
    text, own = "", []
    for _ in range(draw(st.integers(1, 5))):
        text += draw(WORDS) + " "
        if draw(st.booleans()):
            opening, closing = draw(st.sampled_from(MARKS))
            words = draw(WORDS)
            own.append((len(text) + 1, len(text) + 1 + len(words)))
            text += opening + words + closing
        text += draw(st.sampled_from([" ", "\n"]))
    return text, own


def statement(text: str, start: int, end: int, mode: Mode) -> tuple[Article, Statement]:
    article = Article(id="a", published=DAY, text=text, outlet="The Daily")
    whole = says(article, text, Act.DENIES, mode=mode)
    return article, replace(whole, start=start, end=end, quote=text[start:end])


@given(texts(), st.data())
def test_own_words_are_exactly_those_within_marks(
    made: tuple[str, list[tuple[int, int]]], data: st.DataObject
) -> None:
    text, own = made
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article, said = statement(text, start, end, Mode.DIRECT)
    shown = [piece.text for piece in pieces(said, article) if piece.own]
    overlaps = ((max(a, start), min(b, end)) for a, b in own)
    assert shown == [text[a:b] for a, b in overlaps if a < b]


@given(texts(), st.sampled_from([Mode.INDIRECT, Mode.REPORT]))
def test_what_is_not_direct_is_never_own(
    made: tuple[str, list[tuple[int, int]]], mode: Mode
) -> None:
    text, _ = made
    article, said = statement(text, 0, len(text), mode)
    (piece,) = pieces(said, article)
    assert not piece.own
    assert piece.text == text


@given(st.text('ab “”«»"\n5', max_size=40))
def test_no_marks_and_no_line_breaks_are_within_quoted_text(text: str) -> None:
    before = 0
    for opened, closed in quoted(text):
        assert before < opened <= closed
        assert text[opened - 1] in '“«"'
        assert "\n" not in text[opened:closed]
        before = closed


def test_without_a_named_speaker_or_the_article_nothing_is_quoted() -> None:
    article, said = statement("He said “we go alone” today", 9, 20, Mode.DIRECT)
    assert [p.own for p in pieces(said, article)] == [True]
    assert not any(p.own for p in pieces(said, None))
    assert not any(p.own for p in pieces(replace(said, speaker=REPORT), article))
    other = replace(article, text="Nobody said so; “we go alone” is in doubt")
    assert not any(p.own for p in pieces(said, other))


def test_a_mark_of_inches_opens_nothing() -> None:
    text = 'A 5" gap, he said, and not 6" more.'
    assert list(quoted(text)) == []


def test_a_quotation_over_paragraphs_needs_the_next_to_open_again() -> None:
    long = "“We want peace.\n“We want seats.”"
    assert [long[a:b] for a, b in quoted(long)] == ["We want peace.", "We want seats."]
    stray = "He said “nothing of the sort.\nHis party denied it."
    assert list(quoted(stray)) == []


@settings(max_examples=15, deadline=None)
@given(st.lists(texts(), min_size=1, max_size=4), st.data())
def test_on_the_page_only_quoted_words_stand_in_quotation_marks(
    bengal: Region, made: list[tuple[str, list[tuple[int, int]]]], data: st.DataObject
) -> None:
    articles, statements, allowed = [], [], set()
    for number, (text, own) in enumerate(made):
        mode = data.draw(st.sampled_from(list(Mode)))
        article = Article(id=f"a{number}", published=DAY, text=text, outlet="The Daily")
        articles.append(article)
        statements.append(says(article, text, Act.WANTS, mode=mode))
        if mode is Mode.DIRECT:
            allowed |= {text[a:b] for a, b in own}
    root = elements(render(brief(bengal, articles, statements)))
    for words in root.all("q"):
        assert words.one("bdi").text in allowed
        assert not list(words.all(cls="told"))
    assert not list(root.all("blockquote"))
    told = {p.one("bdi").text for p in root.all("p", cls="told")}
    assert not told & allowed


def test_each_telling_says_whose_words_it_is(bengal: Region) -> None:
    outlet = Article(
        id="one", published=DAY, outlet="The Daily", url="https://daily.example/1",
        text="Siddiqui said there were no talks. “Nobody has called us,” he added.",
    )  # fmt: skip
    source = Source(outlet="The Wire", url="https://wire.example/2", published=date(2025, 12, 27))
    dispatch = Article(
        id="two", published=DAY, outlet="tieup", sources=(source,),
        text="Siddiqui is said to have no interest in such a tie-up.",
    )  # fmt: skip
    nameless = Article(id="three", published=DAY, text="The two parties met, a leader said.")
    statements = [
        says(outlet, "there were no talks.", Act.DENIES, mode=Mode.INDIRECT),
        says(outlet, "Nobody has called us,", Act.DENIES, mode=Mode.DIRECT),
        says(dispatch, dispatch.text, Act.REFUSES, mode=Mode.INDIRECT),
        says(
            nameless, "The two parties met, a leader said.", Act.TALKS, mode=Mode.INDIRECT,
            speaker="unnamed:JUP", speaker_party="JUP", speaker_role=None,
        ),
    ]  # fmt: skip
    root = elements(render(brief(bengal, [outlet, dispatch, nameless], statements)))
    told = {
        t.one("bdi").text + "|" + "".join(p.one("bdi").text for p in t.all("p", cls="told")): t
        for t in root.by_id("timeline").all("li", cls="telling")
    }
    whose = [t.one(cls="whose").text for t in told.values()]
    assert sorted(whose) == [
        "As told by The Daily",
        "As told by the article",
        "Quoted by The Daily",
        "tieup’s summary, after The Wire of 27 December 2025",
    ]
    assert [q.text for t in told.values() for q in t.all("q")] == ["Nobody has called us,"]
    links = {a.attributes["href"] for a in root.by_id("timeline").all("a")}
    assert links == {"https://daily.example/1", "https://wire.example/2"}
    assert "Unnamed, JUP" in root.by_id("timeline").text
