"""Sheets: files of annotated rows and of speakers' names, as they stand on the disk."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tieup.articles.decoding import decode
from tieup.articles.remark import SkippedError
from tieup.problems import Problem

#: A list of one article's rows, or one row a line.
_LIST, _LINES = ".json", ".jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of one article as they stand in a file, each with its place in it."""

    file: str
    article: str
    rows: tuple[tuple[str, Any], ...]


def find_sheets(folder: Path) -> tuple[Path, ...]:
    """The files of rows in a folder, sorted; none where there is no such folder."""
    found = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(path for path in found if path.suffix in {_LIST, _LINES}))


def read_sheet(path: Path) -> Iterator[Sheet | Problem]:
    """A file's rows, article by article; what can't be read is a problem."""
    try:
        text = _text(path)
        yield from _lines(text, path) if path.suffix == _LINES else [_list(text, path)]
    except SkippedError as skipped:
        yield Problem(file=str(path), wrong=skipped.wrong, done=skipped.done)


def read_names(path: Path) -> Iterator[tuple[str, str] | Problem]:
    """Variants of speakers' names, each with the canonical name; none where there is no file."""
    if not path.exists():
        return
    try:
        value = _object(_parsed(_text(path)), "no object {variant: canonical name}")
    except SkippedError as skipped:
        yield Problem(file=str(path), wrong=skipped.wrong, done=skipped.done)
        return
    for variant, name in value.items():
        if isinstance(name, str):
            yield variant, name
        else:
            wrong = f"'{variant}' stands for no name, but for another value"
            yield Problem(file=str(path), wrong=wrong, done="left out")


def _list(text: str, path: Path) -> Sheet:
    """A file of one article, named as it is."""
    rows = _parsed(text)
    if not isinstance(rows, list):
        raise SkippedError(wrong="no list of rows")
    placed = tuple((f"row {number}", row) for number, row in enumerate(rows, start=1))
    return Sheet(file=str(path), article=path.stem, rows=placed)


def _lines(text: str, path: Path) -> Iterator[Sheet | Problem]:
    """A file of several articles: every row names its own."""
    found: dict[str, list[tuple[str, Any]]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            row = _object(_parsed(line), "no object with the keys of a row")
        except SkippedError as skipped:
            yield Problem(file=str(path), place=place, wrong=skipped.wrong, done="left out")
            continue
        article = row.get("article")
        if isinstance(article, str):
            found.setdefault(article, []).append((place, row))
        else:
            wrong = "'article' is missing" if article is None else "'article' is no string"
            yield Problem(file=str(path), place=place, wrong=wrong, done="left out")
    for article, rows in found.items():
        yield Sheet(file=str(path), article=article, rows=tuple(rows))


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes())[0]
    except OSError as error:
        raise SkippedError(wrong=f"can't be read ({error.strerror or error})") from error


def _parsed(text: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    try:
        return json.loads(text)
    except RecursionError:
        wrong = "JSON that is nested too deeply"
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        wrong = f"broken JSON at {line}column {error.colno}"
    except ValueError:
        wrong = "JSON with a number of too many digits"
    raise SkippedError(wrong=wrong)


def _object(value: Any, otherwise: str) -> dict[str, Any]:  # noqa: ANN401 - as above
    if not isinstance(value, dict):
        raise SkippedError(wrong=otherwise)
    return value
