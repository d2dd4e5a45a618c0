"""The forms of plain text: dated runs, headed texts, pages of HTML."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieup.articles.draft import Draft
from tieup.articles.markup import read_page
from tieup.articles.remark import SkippedError
from tieup.problems import Problem

#: What tieup itself made must not come back as news; so much of a page tells.
_OWN_REPORT = re.compile(r'<meta name="generator" content="tieup">')
_TOP = 2000
#: How an article begins in a dated run: " date 2025-12-28 Kolkata, ..." at the start of a line.
#: What stands for the date may be wrong: it begins an article all the same. Only at the very start
#: of a file may the space before it be missing, for editors trim it.
_BEGINNING = re.compile(
    r"(?:\A\s*|^ )date[ ]([0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4})(?=\s|\Z)", re.MULTILINE
)
#: A line of a head: "Date: 2025-12-28", "Title: ...".
_HEAD = re.compile(
    r"(date|title|headline|outlet|source|url|agency|id)[ \t]*:[ \t]*(.*)", re.IGNORECASE
)
_FIELDS = {"headline": "title", "source": "outlet"}
_DAY_LINE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\S{0,20}")


def text_drafts(text: str, *, file: str, stem: str) -> Iterator[Draft | Problem]:
    """The drafts of a text: a dated run where one begins in it, else one headed or bare text."""
    headed = _headed(text, stem)
    beginnings = () if headed.day else tuple(_BEGINNING.finditer(text))
    if not beginnings:
        yield headed
        return
    preface = text[: beginnings[0].start()]
    if preface.strip():
        yield Problem(
            file=file,
            place="line 1",
            wrong="text before the first ' date YYYY-MM-DD '",
            done="that part skipped",
        )
    ends = [*(found.start() for found in beginnings[1:]), len(text)]
    alone = len(beginnings) == 1 and not preface.strip()
    line, counted = 1, 0
    for number, (found, end) in enumerate(zip(beginnings, ends, strict=True), start=1):
        line, counted = line + text.count("\n", counted, found.start(1)), found.start(1)
        yield Draft(
            id=numbered(stem, number),
            place=None if alone else f"line {line}",
            day=found[1],
            text=text[found.end() : end].strip(),
        )


def page_drafts(text: str, *, file: str, stem: str) -> Iterator[Draft | Problem]:
    """The article of a page of HTML; where the page gives no date, its text may."""
    if _OWN_REPORT.search(text, 0, _TOP):
        raise SkippedError(wrong="a report by tieup, and no article")
    page = read_page(text)
    if not page.text:
        raise SkippedError(wrong="a page of HTML without text")
    if page.day:
        drafts: Iterator[Draft | Problem] = iter([Draft(id=stem, day=page.day, text=page.text)])
    else:
        drafts = text_drafts(page.text, file=file, stem=stem)
    for draft in drafts:
        if isinstance(draft, Problem):
            yield draft
        else:
            yield replace(
                draft,
                title=draft.title or page.title,
                outlet=draft.outlet or page.outlet,
                url=draft.url or page.url,
            )


def numbered(stem: str, number: int) -> str:
    """The id of a file's first, second, ... article: stem, stem-2, ..."""
    return stem if number == 1 else f"{stem}-{number}"


def _headed(text: str, stem: str) -> Draft:
    """A text after its head: a line that is a day, or lines such as "Date: ..."; or a bare text."""
    body = text.lstrip()
    first, _, rest = body.partition("\n")
    if _DAY_LINE.fullmatch(first.strip()):
        return Draft(id=stem, day=first.strip(), text=rest.strip())
    given: dict[str, str] = {}
    while found := _HEAD.fullmatch(first.strip()):
        name = found[1].lower()
        given.setdefault(_FIELDS.get(name, name), found[2])
        body = rest
        first, _, rest = body.partition("\n")
    if not ({"date", "title"} & given.keys()):
        given, body = {}, text
    return Draft(
        id=given.get("id") or stem,
        day=given.get("date") or None,
        text=body.strip(),
        title=given.get("title"),
        outlet=given.get("outlet"),
        url=given.get("url"),
        agency=given.get("agency"),
    )
