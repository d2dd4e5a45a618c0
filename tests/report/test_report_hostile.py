"""Hostile input: whatever an article, a speaker or an address holds, the page stays a page."""

import re
from dataclasses import replace

import pytest
from briefings import DAY, brief, says

from elements import elements
from tieup.articles import Article
from tieup.regions import Region
from tieup.report import render
from tieup.report.telling import safe
from tieup.vocabulary import Act, Mode

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(2)</script><style>",
    "\"><img src=x onerror=alert(3)>' onmouseover='alert(4)",
    "</title></svg></q></bdi><svg onload=alert(5)>",
    "{{ 7 * 7 }} {% raw %} &lt;b&gt; &#60;i&#62;",
    "<!-- ]]> --!> <plaintext>",
    "\u202eeht si siht\u202c and \u2067more\u2069",
    "a zero\u200bwidth space and a bell \x07",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(bengal: Region, words: str) -> None:
    article = Article(
        id="x", published=DAY, outlet=f"Outlet {words}", url="javascript:alert(6)", title=words,
        text=f"He said: “{words}” and {words} was told.",
    )  # fmt: skip
    statements = [
        says(article, words, Act.DENIES, mode=Mode.DIRECT, speaker=words, speaker_role=words),
        says(article, f"and {words} was told.", Act.CLAIMS, mode=Mode.INDIRECT, decider=words),
    ]
    page = render(brief(bengal, [article], statements))
    page.encode("utf-8")
    root = elements(page)
    tags = {e.tag for e in root.all()}
    assert not tags & {"script", "img", "iframe", "object", "plaintext", "form"}
    assert sum(e.tag == "style" for e in root.all()) == 1
    assert not [n for e in root.all() for n in e.attributes if n.startswith("on")]
    assert not [e for e in root.all() if "javascript" in e.attributes.get("href", "")]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", page)
    plain = re.sub("[\x00\x07]", "\ufffd", re.sub("[\u202a-\u202e\u2066-\u2069]", "", words))
    assert plain in {q.one("bdi").text for q in root.all("q")}


def test_halves_of_letters_never_reach_a_file(bengal: Region) -> None:
    article = Article(id="x", published=DAY, text="Nobody called “us” at all.")
    briefing = brief(bengal, [article], [says(article, "us", Act.DENIES, mode=Mode.DIRECT)])
    half = {article.content_id: replace(article, outlet="Half \ud83d")}
    page = render(replace(briefing, articles=half))
    page.encode("utf-8")
    assert "Half \ufffd" in page


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        (" https://example.org ", True),
        ("javascript:alert(1)", False),
        ("javascript://example.org/%0aalert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("https://", False),
        ("http://[broken", False),
        ("file:///etc/passwd", False),
        (None, False),
    ],
)
def test_only_web_pages_are_linked(url: str | None, kept: bool) -> None:
    assert (safe(url) is not None) is kept
