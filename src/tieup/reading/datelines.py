"""Datelines: the place and day in front of a story, which are no part of what it tells."""

import re

from tieup.reading.page import Page
from tieup.reading.text.spans import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WHEN = rf",?\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})\b(?:,?\s+\d{{4}}\b)?,?"
_AGENCY = r"\s*\([A-Z]{2,8}\)"
_MARK = r"\s*(?::|--|[–—-])"
_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’]*(?:[ /-][A-Z(][\w.'’)]*){0,3}?)"
    rf"(?:{_WHEN}(?:{_AGENCY})?(?:{_MARK})?|{_AGENCY}(?:{_MARK})?|(?P<alone>{_MARK}))\s+"
)


def undated(page: Page, span: Span) -> Span:
    """A stretch of an article without a dateline at its head, such as "Kolkata, Dec 28 (PTI): "."""
    if page.text[: span.start].rstrip(" \t")[-1:] not in ("", "\n"):
        return span
    line = _DATELINE.match(page.text, *span)
    if line is None or page.everybody.touching(Span(line.start("place"), line.end("place"))):
        return span
    told = line["alone"] is None or _is_place(page, line["place"])
    return Span(line.end(), span.end) if told else span


def _is_place(page: Page, words: str) -> bool:
    """Whether it is called so in the region, elsewhere in its country, or is set as places are."""
    region = page.region
    known = {*region.districts, *region.places, *region.forms, *region.elsewhere}
    return words in known or (words.isupper() and words.isalpha())
