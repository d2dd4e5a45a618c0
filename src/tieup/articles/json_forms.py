"""The forms of JSON: an object, an array of objects, or one object a line."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tieup.articles.article import Source
from tieup.articles.days import parse_day
from tieup.articles.draft import Draft
from tieup.articles.remark import Remark, SkippedError
from tieup.articles.text_forms import numbered
from tieup.problems import Problem

SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{\]])')
_LINE = re.compile(r"^.*", re.MULTILINE)
_NAMES = ("title", "outlet", "url", "agency")


def is_json(text: str) -> bool:
    """Whether a text begins as JSON does."""
    return _JSON.match(text) is not None


def json_drafts(text: str, *, file: str, stem: str) -> Iterator[Draft | Problem]:
    """The drafts of a JSON text; what is no article gives a problem, and the rest is read.

    An article has the keys "text" and "date" and, if known, "id", "title", "outlet", "url",
    "agency" and "sources" (a list of "outlet", "url", "date": the text is then a summary of them).

    Raises:
        SkippedError: where no part of it is JSON.
    """
    for number, (place, value) in enumerate(_values(text), start=1):
        try:
            if isinstance(value, SkippedError):
                raise value
            yield _draft(value, place=place, fallback=numbered(stem, number))
        except SkippedError as skipped:
            yield Problem(file=file, place=place, wrong=skipped.wrong, done=skipped.done)


def _values(text: str) -> Iterator[tuple[str | None, Any]]:
    """Values with their places; where one can't be read, what is wrong with it."""
    try:
        whole = _parse(text)
    except SkippedError as broken:
        if not any(isinstance(value, dict) for _, value in _lines(text)):
            raise broken from None
        yield from _lines(text)
        return
    if isinstance(whole, list):
        yield from ((f"item {number}", value) for number, value in enumerate(whole, start=1))
        if not whole:
            raise SkippedError(wrong="an empty list")
    else:
        yield None, whole


def _lines(text: str) -> Iterator[tuple[str, Any]]:
    """One value a line, each parsed when its turn comes; empty lines are passed over."""
    for number, line in enumerate(_LINE.finditer(text), start=1):
        if line.group().strip():
            try:
                yield f"line {number}", _parse(line.group())
            except SkippedError as broken:
                yield f"line {number}", broken


def _parse(text: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    try:
        return json.loads(text)
    except RecursionError:
        wrong = "JSON that is nested too deeply"
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        why = error.msg.removesuffix(" starting at").lower()
        wrong = f"broken JSON at {line}column {error.colno} ({why})"
    except ValueError:
        wrong = "JSON with a number of too many digits"
    raise SkippedError(wrong=wrong)


def _draft(value: Any, *, place: str | None, fallback: str) -> Draft:  # noqa: ANN401 - as _parse
    if not isinstance(value, dict):
        raise SkippedError(wrong="no object with the keys 'date' and 'text'")
    text = value.get("text")
    if not isinstance(text, str):
        raise SkippedError(wrong="no 'text'" if text is None else "'text' is no string")
    day = value.get("date", value.get("published"))
    if not (day is None or isinstance(day, str)):
        raise SkippedError(wrong="'date' is no string of the form YYYY-MM-DD")
    remarks: list[Remark] = []
    names = {name: _name(value.get(name), name, remarks) for name in _NAMES}
    return Draft(
        id=_name(value.get("id"), "id", remarks) or fallback,
        place=place,
        day=(day or "").strip() or None,
        text=text,
        sources=_sources(value.get("sources")),
        remarks=tuple(remarks),
        **names,
    )


def _name(value: Any, name: str, remarks: list[Remark]) -> str | None:  # noqa: ANN401 - as _parse
    """A string, or a number as one; of anything else it is said that it was left out."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if value is not None:
        remarks.append(Remark(wrong=f"'{name}' is no string", done="left out"))
    return None


def _sources(value: Any) -> tuple[Source, ...]:  # noqa: ANN401 - as _parse
    """The reports that a dispatch summarises.

    A summary must never pass for the press's own words, so without sound sources it is skipped.
    """
    if value is None:
        return ()
    try:
        return tuple(
            Source(
                outlet=str(one["outlet"]),
                url=_address(one["url"]),
                published=parse_day(one["date"]),
            )
            for one in value
        )
    except (TypeError, KeyError, ValueError, AttributeError):
        wrong = "'sources' is no list of 'outlet', 'url' and 'date'"
        raise SkippedError(wrong=wrong) from None


def _address(url: str) -> str:
    if not url.lower().startswith(("http://", "https://")):
        raise ValueError(url)
    return url
