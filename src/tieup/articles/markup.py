"""HTML in texts, and whole pages of it.

Spans count characters of what comes out here, so the same input must give the same text with every
release of Python. Python's parser has changed its mind about broken HTML, and on some of it takes
time that grows with the square of the length. It is therefore given sound tags only: whatever else
looks like one is shown to it as plain characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import NamedTuple


def _elements(names: str) -> frozenset[str]:
    return frozenset(names.split())


#: Elements that end a paragraph, and those that end a word.
_BLOCKS = _elements(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main "
    "menu nav ol p pre section summary table tbody tfoot thead title tr ul"
)
_CELLS = _elements("td th")
#: Elements whose content nobody reads.
_UNSEEN = _elements("iframe math noscript object script style svg template textarea")
#: What stands on a page around its article.
_FURNITURE = _elements("aside button footer form header nav select")
_KNOWN = (
    _BLOCKS
    | _CELLS
    | _UNSEEN
    | _FURNITURE
    | _elements(
        "a abbr acronym amp-img audio b base bdi bdo big br canvas cite code col colgroup data del "
        "dfn em embed font i img input ins kbd label link mark meta meter optgroup option output "
        "param picture progress q rp rt ruby s samp small source span strike strong sub sup time "
        "track tt u var video wbr"
    )
)
#: Elements that hide all that follows where they are never closed; such a start is passed over.
_HIDING = _UNSEEN | _FURNITURE | {"title"}

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,10})(?=[\s/>])")
#: The rest of a tag: its attributes well quoted; quoted with angle brackets within; anything.
_NEAT = re.compile(r"""(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*+>""")
_QUOTED = re.compile(r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_LOOSE = re.compile(r"[^<>]*+>")
_LONGEST_QUOTED = 4096
_DECLARATION = re.compile(r"<!doctype\b[^<>]*+>|<\?xml\b[^<>]*+>|<!\[CDATA\[|\]\]>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_STRAY = re.compile(rf"&(?!{_ENTITY.pattern[1:]})")
_PAGE = re.compile(
    r"\s*(?:<\?xml\b[^<>]*+>\s*)?(?:<!--|<!doctype\s+html|<(?:html|head|body)[\s>])", re.IGNORECASE
)

#: An <article> with a smaller share of a page's text than this is not what the page is about.
_TEASER = 0.25
#: Where pages give their date, best first; and the other things that they say of themselves.
_DATES = (
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dc.date",
    "date",
)
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of HTML: its article's text and what it says of itself."""

    text: str
    day: str | None
    title: str | None
    outlet: str | None
    url: str | None


def is_page(text: str) -> bool:
    """Whether a text is a whole page of HTML."""
    return _PAGE.match(text) is not None


def has_markup(text: str) -> bool:
    """Whether tags, comments or entities stand in a text."""
    if "&" in text and _ENTITY.search(text):
        return True
    return "<" in text and (
        next(_tags(text), None) is not None
        or _DECLARATION.search(text) is not None
        or _without_comments(text) != text
    )


def strip_markup(text: str) -> str:
    """A text without its tags, entities decoded, scripts and styles dropped; line ends kept."""
    parser = _TextParser(page=False)
    parser.feed(_sound(text))
    parser.close()
    return parser.text()


def read_page(text: str) -> Page:
    """A page's article: its longest <article>, or all but menus, headers and footers."""
    sound = _sound(text)
    parser = _TextParser(page=True)
    parser.feed(sound)
    parser.close()
    said = parser.said
    dates = (said.get(name) for name in (*_DATES, "ld", "time"))
    return Page(
        text=parser.article() or parser.text() or strip_markup(text),
        day=next((day for day in dates if day), None),
        title=said.get("og:title") or said.get("title"),
        outlet=said.get("og:site_name"),
        url=said.get("canonical") or said.get("og:url"),
    )


class _Tag(NamedTuple):
    start: int
    end: int
    closes: bool
    name: str
    neat: bool


def _tags(text: str) -> Iterator[_Tag]:
    """The tags of known elements, in time that grows with the length alone."""
    after = 0
    for start in _TAG.finditer(text):
        at = start.end()
        if start.start() < after or start[2].lower() not in _KNOWN:
            continue
        rest = _NEAT.match(text, at) or _QUOTED.match(text, at, at + _LONGEST_QUOTED)
        neat = rest is not None
        rest = rest or _LOOSE.match(text, at)
        if rest is None:
            continue
        after = rest.end()
        yield _Tag(start.start(), after, bool(start[1]), start[2].lower(), neat)


def _without_comments(text: str) -> str:
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        parts.append(text[at:start])
        at = end + 3
    return "".join(parts) + text[at:] if parts else text


def _sound(text: str) -> str:
    """The text with its tags, and everything else that looks like markup as plain characters."""
    text = _DECLARATION.sub("", _without_comments(text))
    tags = tuple(_tags(text))
    last_end = {tag.name: tag.start for tag in tags if tag.closes}
    parts, at = [], 0
    for tag in tags:
        parts.append(_plain(text[at : tag.start]))
        hides = tag.name in _HIDING and not tag.closes
        if not (hides and last_end.get(tag.name, -1) < tag.start):
            slash = "/" if tag.closes else ""
            whole = text[tag.start : tag.end]
            parts.append(whole if tag.neat and not tag.closes else f"<{slash}{tag.name}>")
        at = tag.end
    parts.append(_plain(text[at:]))
    return "".join(parts)


def _plain(text: str) -> str:
    return _STRAY.sub("&amp;", text).replace("<", "&lt;")


class _TextParser(HTMLParser):
    """Collects the text of sound HTML and, for a page, what it says of itself."""

    def __init__(self, *, page: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._hidden: list[str] = []
        self._parts: list[str] = []
        self._open_articles: list[int] = []
        self._articles: list[tuple[int, int]] = []
        self._in_title = False
        self._in_linked = False
        self.said: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._page:
            self._listen(tag, given)
        if tag in _UNSEEN or (self._page and self._is_furniture(tag)):
            self._hidden.append(tag)
        self._break(tag)
        if tag == "article" and not self._hidden:
            self._open_articles.append(len(self._parts))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._page:
            self._listen(tag, {name: value or "" for name, value in attrs})
        self._in_title = self._in_linked = False
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in_linked = False
        self._in_title = self._in_title and tag != "title"
        while tag in self._hidden and self._hidden.pop() != tag:
            pass  # what was opened within it and never closed ends with it
        self._break(tag)
        if tag == "article" and not self._hidden and self._open_articles:
            self._articles.append((self._open_articles.pop(), len(self._parts)))

    def handle_data(self, data: str) -> None:
        if self._in_linked and (found := _LINKED_DATE.search(data)):
            self.said.setdefault("ld", found[1])
        if self._in_title:
            self.said.setdefault("title", data.strip())
        elif not self._hidden:
            self._parts.append(re.sub(r"\s+", " ", data) if self._page else data)

    def text(self) -> str:
        """All that can be read."""
        return _tidy("".join(self._parts))

    def article(self) -> str:
        """The longest article on the page; nothing where that is a mere teaser."""
        texts = (_tidy("".join(self._parts[start:end])) for start, end in self._articles)
        longest = max(texts, key=len, default="")
        return longest if len(longest) >= _TEASER * len(self.text()) else ""

    def _is_furniture(self, tag: str) -> bool:
        """Menus and the like; the header of an article holds its headline."""
        return tag in _FURNITURE and not (tag == "header" and self._open_articles)

    def _listen(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if tag == "meta" and given.get("content"):
            self.said.setdefault(name.lower(), given["content"])
        if tag == "link" and given.get("rel") == "canonical":
            self.said.setdefault("canonical", given.get("href", ""))
        if tag == "time" and given.get("datetime"):
            self.said.setdefault("time", given["datetime"])
        self._in_title = tag == "title"
        self._in_linked = tag == "script" and given.get("type") == "application/ld+json"

    def _break(self, tag: str) -> None:
        if self._hidden:
            return
        if tag in _BLOCKS:
            self._parts.append("\n\n")
        elif tag == "br":
            self._parts.append("\n")
        elif tag in _CELLS:
            self._parts.append(" ")


def _tidy(text: str) -> str:
    """Without the runs of spaces and the empty lines that removed tags leave."""
    lines = re.sub(r"[ \t]{2,}", " ", text).split("\n")
    text = "\n".join(line.strip(" \t") for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
