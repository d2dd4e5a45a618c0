"""The digest: Markdown that nothing said can break, and an Atom feed that keeps to RFC 4287."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest
from briefings import DAY, says
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tieup.articles import Article
from tieup.desk import Desk
from tieup.ledger import Ledger
from tieup.regions import Region
from tieup.report.digest import ATOM, Digest, atom, digest, markdown
from tieup.report.naming import Names
from tieup.statements import Statement
from tieup.vocabulary import Act, Mode, Status

SINCE = date(2025, 12, 1)
#: What Markdown, XML or an eye could be misled by.
HOSTILE = (
    "<script>alert(1)</script> & &lt;b&gt;",
    "*bold* _it_ `code` ~~gone~~ | a | b |",
    "[click](javascript:alert(2)) ![x](y)",
    "- a list",
    "12) a list",
    "# a heading",
    "> a quote",
    "]]> --> <!-- <![CDATA[",
    "\u202eheard eht\u202c and a bell \x07 \ufffe",
    "a back\\slash\\",
)


def digested(
    region: Region, articles: Sequence[Article], statements: Sequence[Statement], *, on: date = DAY
) -> tuple[Digest, Names]:
    """What turned since the beginning of the month."""
    with Ledger.open(":memory:") as ledger:
        ledger.append([*articles], [*statements])
        desk = Desk(ledger, region)
        found = desk.changed(on=on, since=SINCE, election="WB-2026")
        names = Names(region, on)
        return digest(found, region.election("WB-2026"), desk.library, names), names


@cache
def refused(region: Region, words: str) -> tuple[Digest, Names]:
    """A digest of one refusal, told in these words by one of this name, in an outlet of it."""
    article = Article(
        id="x", published=DAY, outlet=f"{words} Times", text=f"He said: “{words}”. Told."
    )
    told = says(article, words, Act.REFUSES, mode=Mode.DIRECT, speaker=words, speaker_role=words)
    return digested(region, [article], [told])


def feed_of(told: Digest, names: Names) -> Element:
    """The feed, read by a parser that refuses what is no XML."""
    return fromstring(  # noqa: S314 - ours
        atom(told, names, lambda pair: f"https://desk.example/relation/{pair[0]}/{pair[1]}")
    )


def text_of(element: Element, name: str) -> str:
    found = element.findall(f"{{{ATOM}}}{name}")
    assert len(found) == 1, name
    return found[0].text or ""


def tokens(text: str) -> list[Token]:
    """Every token of a Markdown text, with tables and struck words as GitHub has them."""
    top = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [each for token in top for each in (token, *(token.children or []))]


def test_what_turned_is_told_with_its_words(bengal: Region) -> None:
    told, names = refused(bengal, "never with them")
    (turn,) = told.turned
    assert (turn.before, turn.relation.status, turn.since) == (Status.SILENT, Status.REFUSED, DAY)
    text = markdown(told, names)
    lines = text.splitlines()
    assert lines[0].startswith("# ")
    assert lines[0].endswith(": one relation turned since 1 December 2025")
    assert [line for line in lines if line.startswith("## ")] == ["## ISF – JUP: silent → refused"]
    assert "“never with them”" in text
    assert "(never with them Times, 28 December 2025)" in text
    assert "Since 28 December 2025. " in text


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_are_marks(bengal: Region, words: str) -> None:
    told, names = refused(bengal, words)
    found = tokens(markdown(told, names))
    plain = tokens(markdown(*refused(bengal, "plain words")))
    # What is said changes the letters of the page and nothing of its build.
    assert [token.type for token in found] == [token.type for token in plain]
    shown = "".join(token.content for token in found if token.type == "text")
    tame = words.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd")
    tame = tame.replace("\u202e", "").replace("\u202c", "")
    assert shown.count(tame) >= 3


@given(words=st.text(min_size=1, max_size=30).filter(lambda text: text.split()))
def test_any_words_are_one_text(bengal: Region, words: str) -> None:
    told, names = refused(bengal, "plain words")
    (turn,) = told.turned
    (ground,) = turn.relation.grounds
    by_them = replace(ground, telling=replace(ground.telling, speaker=words))
    turned = replace(turn, relation=replace(turn.relation, grounds=(by_them,)))
    found = tokens(markdown(replace(told, turned=(turned,)), names))
    kinds = [token.type for token in found]
    assert "html_inline" not in kinds
    assert kinds.count("bullet_list_open") == kinds.count("list_item_open") == 1
    assert not {"em_open", "strong_open", "link_open", "image", "code_inline", "fence"} & {*kinds}


@pytest.mark.parametrize("words", HOSTILE)
def test_a_feed_has_what_the_standard_asks(bengal: Region, words: str) -> None:
    told, names = refused(bengal, words)
    root = feed_of(told, names)
    assert root.tag == f"{{{ATOM}}}feed"
    for element in (root, *root.findall(f"{{{ATOM}}}entry")):
        assert text_of(element, "title").strip()
        assert urlsplit(text_of(element, "id")).scheme == "tag"
        assert datetime.fromisoformat(text_of(element, "updated")).tzinfo is not None
    author = root.find(f"{{{ATOM}}}author")
    assert author is not None
    assert text_of(author, "name")
    (entry,) = root.findall(f"{{{ATOM}}}entry")
    # An entry without content has a summary and an alternate.
    assert text_of(entry, "summary").strip()
    (link,) = entry.findall(f"{{{ATOM}}}link")
    assert link.get("rel", "alternate") == "alternate"
    assert link.get("href") in {
        "https://desk.example/relation/ISF/JUP", "https://desk.example/relation/JUP/ISF",
    }  # fmt: skip


def test_entries_are_known_again(bengal: Region) -> None:
    article = Article(id="x", published=DAY, text="He said: never. He said: it is agreed.")
    later = Article(id="y", published=date(2025, 12, 30), text="We stand together, he said.")
    first = says(article, "never", Act.REFUSES, mode=Mode.INDIRECT)
    then = [
        says(later, "We stand together", Act.AGREES, mode=Mode.INDIRECT, speaker=s, speaker_party=p)
        for s, p in (("Nawsad Siddiqui", "ISF"), ("Humayun Kabir", "JUP"))
    ]

    def ids(*statements: Statement, on: date) -> set[str]:
        found = digested(bengal, [article, later], statements, on=on)
        return {text_of(e, "id") for e in feed_of(*found).findall(f"{{{ATOM}}}entry")}

    before = ids(first, *then, on=DAY)
    assert before == ids(first, *then, on=date(2025, 12, 29))
    after = ids(first, *then, on=date(2025, 12, 30))
    assert len(before) == len(after) == 1
    assert not before & after


def test_nothing_turned(bengal: Region) -> None:
    quiet = Article(id="x", published=SINCE, text="He said: never.")
    told, names = digested(
        bengal, [quiet], [says(quiet, "never", Act.REFUSES, mode=Mode.INDIRECT, published=SINCE)]
    )
    assert told.turned == ()
    assert told.headline == "No relations turned since 1 December 2025"
    assert "Nothing turned." in markdown(told, names)
    root = feed_of(told, names)
    assert root.findall(f"{{{ATOM}}}entry") == []
    assert text_of(root, "id") == "tag:tieup,2026:WB-2026"
    assert text_of(root, "updated") == "2025-12-28T00:00:00Z"
