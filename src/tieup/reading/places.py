"""Places: districts, wider areas and constituencies that a text names."""

import re
from functools import lru_cache

from tieup.reading.sentences import Span
from tieup.regions import Constituency, Region

_SHARED_HEAD = re.compile(r"\b(North|South|East|West|Uttar|Dakshin|Purba|Paschim)\s+and\s+(?=(?:North|South|East|West|Uttar|Dakshin|Purba|Paschim)\s)")


@lru_cache(maxsize=8)
def _patterns(region: Region) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]], re.Pattern[str]]:
    """Pattern of areas, what each means, and pattern of constituencies."""
    meant = {name: (name,) for name in region.districts} | dict(region.places)
    seats = sorted({c.name for c in region.constituencies.values()}, key=len, reverse=True)
    areas = sorted(meant, key=len, reverse=True)
    one = rf"\b(?:{'|'.join(map(re.escape, areas))})\b"
    two = rf"\b(?:{'|'.join(map(re.escape, seats))})\b"
    return re.compile(one), meant, re.compile(two)


def districts_in(text: str, span: Span, region: Region) -> tuple[str, ...]:
    """Districts that a stretch of text names, each once, in order; an area counts as its districts."""
    pattern, meant, _ = _patterns(region)
    found = [
        name
        for match in pattern.finditer(text, span.start, span.end)
        for name in meant[match.group()]
    ]
    return tuple(dict.fromkeys(found))


def constituencies_in(text: str, span: Span, region: Region) -> tuple[Constituency, ...]:
    """Constituencies named, each once, in order; one that shares its district's name only counts
    where the text calls it a seat or constituency."""
    _, meant, pattern = _patterns(region)
    by_name = {c.name: c for c in region.constituencies.values()}
    found: list[Constituency] = []
    for match in pattern.finditer(text, span.start, span.end):
        after = text[match.end() : match.end() + 30]
        called = re.match(r"\s+(?:Assembly\s+)?(?:seat|constituency|segment)", after, re.IGNORECASE)
        if match.group() in meant and not called:
            continue
        found.append(by_name[match.group()])
    return tuple(dict.fromkeys(found))
