"""HTML in texts, and whole pages of it."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.articles.markup import has_markup, is_page, read_page, strip_markup

PAGE = """<!DOCTYPE html>
<html><head><title>Left &amp; Congress to meet | Daily</title>
<meta property="og:site_name" content="The Daily">
<link rel="canonical" href="https://daily.example/left-congress">
<script type="application/ld+json">{"@type": "NewsArticle",
  "datePublished": "2025-11-02T10:00:00+05:30"}</script>
<style>p { color: red }</style></head>
<body><header><nav><a href="/">Home</a></nav></header>
<article><header><h1>Left, Congress to meet</h1></header>
<p>The two will
meet&nbsp;on <b>Sunday</b>.</p><script>track("<p>never</p>")</script>
<p>A second round may follow.<br>No day is set.</p></article>
<article><p>A teaser.</p></article>
<footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize(
    "text",
    [
        "Votes below < 5 and above > 7",
        "<Kabir> said so",
        "I <3 polls; write to <desk@paper.example>",
        "AT&T, R&D and ?a=1&copy=2",
        "x<y and y>x",
        "<!-- never closed",
        "<b",
        "",
    ],
)
def test_what_only_looks_like_markup_is_text(text: str) -> None:
    assert not has_markup(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>The <b>Left</b> &amp; the rest</p>", "The Left & the rest"),
        ("one<br/>two<p>three", "one\ntwo\n\nthree"),
        ("<table><tr><td>TMC</td><td>184</td></tr></table>", "TMC 184"),
        ("before<script>if (a<b) {}</script>after", "beforeafter"),
        ("before<STYLE>p{}</STYLE>after", "beforeafter"),
        ("kept <script> as it is never closed", "kept as it is never closed"),
        ("a <a href=\"x>y\" title='<b>'>link</a>", "a link"),
        ('a <a title="never closed>link</a>', "a link"),
        ("5 < 7 &lt;b&gt; &#8220;so&#x201d; R&D", "5 < 7 <b> “so” R&D"),
        ("x<!-- hidden <b> -->y", "xy"),
        ("line\n<i>kept</i>\n\nlines", "line\nkept\n\nlines"),
        ("<![CDATA[plain]]>", "plain"),
    ],
)
def test_tags_go_and_text_stays(text: str, expected: str) -> None:
    assert has_markup(text)
    assert strip_markup(text) == expected


@given(st.lists(st.sampled_from("ab<>&;'\"=/ !-"), max_size=30).map("".join))
def test_escaped_text_comes_back(text: str) -> None:
    expected = " ".join(text.split())
    assert " ".join(strip_markup(f"<p>{escape(text)}</p>").split()) == expected


@given(
    st.lists(
        st.sampled_from(["<", ">", "<p", "<a ", "</", "<!--", "-->", "&lt;", '"', "x", "<script>"])
    )
)
def test_broken_markup_never_fails(parts: list[str]) -> None:
    text = "".join(parts)
    assert text.count("x") >= strip_markup(text).count("x")


def test_broken_markup_takes_time_in_proportion_to_its_length() -> None:
    """Each of these takes Python's own parser hours."""
    for unit in ("<a ", "<a", "<!--", '<a "', "<", "<script>", "&amp;", "<b>" + " " * 50):
        strip_markup("Talks are on. " + unit * 40_000)


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    assert is_page(PAGE)
    page = read_page(PAGE)
    assert page.text == (
        "Left, Congress to meet\n\nThe two will meet on Sunday.\n\n"
        "A second round may follow.\nNo day is set."
    )
    assert page.day == "2025-11-02T10:00:00+05:30"
    assert page.title == "Left & Congress to meet | Daily"
    assert page.outlet == "The Daily"
    assert page.url == "https://daily.example/left-congress"


def test_a_page_without_article_gives_all_but_menus() -> None:
    page = read_page("<html><body><nav>Home<form></nav><div>Talks are on.</div><footer>c</footer>")
    assert page.text == "Talks are on."
    assert page.day is None


def test_a_teaser_is_not_the_article() -> None:
    body = "The two parties met on Sunday and will meet again. " * 5
    page = read_page(f"<html><div>{body}</div><article>Read on</article></html>")
    assert page.text.startswith("The two parties met")


def test_a_published_time_counts_before_others() -> None:
    page = read_page(
        '<html><time datetime="2020-01-01">then</time>'
        '<meta name="pubdate" content="2021-01-01"/>'
        '<meta property="article:published_time" content="2022-01-01"></html>'
    )
    assert page.day == "2022-01-01"
