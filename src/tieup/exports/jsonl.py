"""JSONL: the whole record, one entry a line, and back without loss.

A statement's line is the published JSON of `tieup read --jsonl`, with ``own_words``, ``entry`` and
``recorded`` besides. The last line counts the others, so that a file cut short is noticed.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tieup.articles import Article
from tieup.exports.records import entry_of, record_of
from tieup.exports.unread import Unread
from tieup.notation import Entry, Journal
from tieup.speech import own_words
from tieup.statements import Statement

#: The last line's ``entry``; ``entries`` says how many stand above it.
END = "end"


def write_jsonl(entries: Iterable[Entry], path: Path, *, texts: bool) -> None:
    """Write entries in order; texts of articles only with ``texts``."""
    articles: dict[str, Article] = {}
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for count, entry in enumerate(entries, start=1):  # noqa: B007 - the last count is used
            record = record_of(entry, texts=texts)
            if isinstance(entry.what, Article):
                articles.setdefault(entry.what.content_id, entry.what)
            elif isinstance(entry.what, Statement):
                article = articles.get(entry.what.content_id)
                record["own_words"] = list(own_words(entry.what, article))
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
        file.write(json.dumps({"entry": END, "entries": count}) + "\n")


def read_jsonl(path: Path) -> Journal:
    """The entries of a file; a line that is none is a problem, and the next one is read."""
    unread = Unread(path.name)
    entries: list[Entry] = []
    lines, closed = 0, False
    for number, line in _lines(path, unread):
        place = f"line {number}"
        try:
            record = json.loads(line, parse_constant=_no_number)
            if isinstance(record, dict) and record.get("entry") == END:
                unread.count(record.get("entries"), lines, place)
                lines, closed = 0, True
                continue
            lines, closed = lines + 1, False
            if not unread.textless(record):
                entries.append(entry_of(record))
        except RecursionError:
            unread.left_out(place, "JSON that is nested too deeply")
        except ValueError as error:
            unread.left_out(place, _plainly(error))
    if not closed:
        unread.cut_short()
    return Journal(entries=tuple(entries), problems=unread.problems())


def _lines(path: Path, unread: Unread) -> Iterator[tuple[int, str]]:
    """Lines that are text and not empty, with their numbers."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                try:
                    text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError:
                    unread.left_out(f"line {number}", "not UTF-8")
                    continue
                if text.strip():
                    yield number, text
    except OSError as error:
        unread.left_out(None, f"can't be read: {error.strerror}")


def _no_number(name: str) -> Any:  # noqa: ANN401 - it never returns
    message = f"{name} is no number of JSON"
    raise ValueError(message)


def _plainly(error: ValueError) -> str:
    """What is wrong, in one line."""
    if isinstance(error, json.JSONDecodeError):
        return f"broken JSON at column {error.colno} ({error.msg.lower()})"
    return " ".join(str(error).split())[:200]
