"""Parquet: the whole record as one Arrow table, one entry a row, and back without loss.

A statement's fields are the columns. The other entries stand in a column of their own each:
``article``, ``review`` and ``retraction``; in a statement's row these are null.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import tieup
from tieup.articles import Article
from tieup.exports.records import Record, entry_of, record_of
from tieup.exports.unread import Unread
from tieup.notation import Entry, Journal
from tieup.speech import own_words
from tieup.statements import FIELDS, Statement

#: Raised where a column changes its meaning; a column more changes nothing.
LAYOUT = "1"
#: Rows a row group, and rows read at once.
_ROWS = 10_000

_WORD = pa.dictionary(pa.int32(), pa.string())
_WORDS = ("kind", "act", "form", "mode", "unit", "election", "hub", "outlet", "reader")
_NAMES = ("speaker", "speaker_party", "speaker_role", "article", "content_id")
_TEXTS = ("id", "quote", "deadline", "condition", "decider", "origin", "why")
_LISTS = ("parties", "places", "participants", "against")


def _statement_fields(word: pa.DataType) -> list[pa.Field]:
    types = {
        **dict.fromkeys((*_WORDS, *_NAMES), word),
        **dict.fromkeys(_TEXTS, pa.string()),
        **dict.fromkeys(_LISTS, pa.list_(pa.string())),
        **dict.fromkeys(("said_on", "published"), pa.date32()),
        **dict.fromkeys(("start", "end"), pa.int64()),
        "seats": pa.map_(pa.string(), pa.int64()),
        "background": pa.bool_(),
        "confidence": pa.float64(),
    }
    order = ("id", *FIELDS)
    return [pa.field(name, types[name]) for name in order]


def _struct(**types: pa.DataType) -> pa.DataType:
    return pa.struct([pa.field(name, kind) for name, kind in types.items()])


_ARTICLE = _struct(
    **dict.fromkeys(("id", "content_id"), pa.string()),
    published=pa.date32(),
    **dict.fromkeys(("outlet", "title", "url", "agency"), pa.string()),
    sources=pa.list_(_struct(outlet=pa.string(), url=pa.string(), published=pa.date32())),
    text=pa.string(),
)
_REVIEW = _struct(
    **dict.fromkeys(("statement", "decision", "reviewer", "note"), pa.string()),
    amended=pa.struct(_statement_fields(pa.string())),
)
_RETRACTION = _struct(
    content_id=pa.string(),
    published=pa.date32(),
    **dict.fromkeys(("by", "note", "statement"), pa.string()),
)
#: The columns that hold the other entries; a row has one of them, or a statement.
_OTHERS = {"article_entry": _ARTICLE, "review": _REVIEW, "retraction": _RETRACTION}
SCHEMA = pa.schema(
    [
        pa.field("entry", _WORD, nullable=False),
        pa.field("recorded", pa.timestamp("us", tz="UTC")),
        *_statement_fields(_WORD),
        pa.field("own_words", pa.list_(pa.string())),
        *(pa.field(name, kind) for name, kind in _OTHERS.items()),
    ]
)


def write_parquet(entries: Iterable[Entry], path: Path, *, texts: bool) -> None:
    """Write entries in order, so many a row group; texts of articles only with ``texts``."""
    schema = SCHEMA.with_metadata(
        {
            "tieup": tieup.__version__,
            "tieup.layout": LAYOUT,
            "tieup.texts": "yes" if texts else "no",
        }
    )
    rows = _rows(entries, texts=texts)
    with pq.ParquetWriter(path, schema, compression="zstd", write_page_checksum=True) as writer:
        while batch := list(islice(rows, _ROWS)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))


def _rows(entries: Iterable[Entry], *, texts: bool) -> Iterator[Record]:
    articles: dict[str, Article] = {}
    for entry in entries:
        record = record_of(entry, texts=texts)
        noun = record.pop("entry")
        row: Record = {"entry": noun, "recorded": entry.recorded}
        del record["recorded"]
        if isinstance(entry.what, Statement):
            article = articles.get(entry.what.content_id)
            row |= _typed(record) | {"own_words": list(own_words(entry.what, article))}
        else:
            row[_column(noun)] = _typed(record)
        if isinstance(entry.what, Article):
            articles.setdefault(entry.what.content_id, entry.what)
        yield row


def read_parquet(path: Path) -> Journal:
    """The entries of a file; a row that is none is a problem, and the next one is read."""
    unread = Unread(path.name)
    entries: list[Entry] = []
    for number, row in _read_rows(path, unread):
        try:
            record = _record(row)
            if not unread.textless(record):
                entries.append(entry_of(record))
        except (ValueError, TypeError) as error:
            unread.left_out(f"row {number}", str(error)[:200])
    return Journal(entries=tuple(entries), problems=unread.problems())


def _read_rows(path: Path, unread: Unread) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Rows with their numbers, as far as the file can be read."""
    number = 0
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            for batch in file.iter_batches(_ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except (OSError, pa.ArrowException, ValueError, OverflowError) as error:
        told = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
        place = f"after row {number}" if number else None
        unread.left_out(place, f"can't be read as Parquet: {told}")


def _record(row: Mapping[str, Any]) -> Record:
    """A row as the record that it was written from."""
    noun = row.get("entry")
    recorded = row.get("recorded")
    own = row.get(_column(noun)) if noun != "statement" and isinstance(noun, str) else row
    moment = recorded.isoformat() if isinstance(recorded, datetime) else recorded
    return {**_plain(own if isinstance(own, Mapping) else {}), "entry": noun, "recorded": moment}


def _column(noun: str) -> str:
    """Where an entry that is no statement stands; `article` is the id that statements name."""
    return "article_entry" if noun == "article" else noun


def _typed(record: Record) -> Record:
    """A record with days as days, and mappings as pairs."""
    typed = dict(record)
    for name in ("published", "said_on"):
        if typed.get(name) is not None:
            typed[name] = date.fromisoformat(typed[name])
    if "seats" in typed:
        typed["seats"] = list(typed["seats"].items())
    if typed.get("amended") is not None:
        typed["amended"] = _typed(typed["amended"])
    if "sources" in typed:
        typed["sources"] = [_typed(one) for one in typed["sources"]]
    return typed


def _plain(row: Mapping[str, Any]) -> Record:
    """A row's values as JSON has them."""
    record = dict(row)
    for name, value in row.items():
        if isinstance(value, date):
            record[name] = value.isoformat()
    if isinstance(record.get("seats"), list):
        record["seats"] = dict(record["seats"])
    if isinstance(record.get("amended"), Mapping):
        record["amended"] = _plain(record["amended"])
    if isinstance(record.get("sources"), list):
        record["sources"] = [
            _plain(one) if isinstance(one, Mapping) else one for one in record["sources"]
        ]
    return record
