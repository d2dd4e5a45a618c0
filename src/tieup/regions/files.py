"""The files of a pack, read into their forms; the first thing wrong is a PackError."""

import csv
import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import BaseModel, ValidationError

FormT = TypeVar("FormT", bound=BaseModel)

#: A file is read whole; one with more bytes than this is not.
MAX_FILE = 200_000_000
#: Of a wrong value, an error shows so many characters.
_SHOWN = 60
#: What pydantic says in its own terms, in ours.
_REASONS = {"extra_forbidden": "there is no such key here", "missing": "is missing"}


class PackError(ValueError):
    """A pack that can't be used; the message names file, row and reason."""

    def __init__(self, file: str, row: str | None, reason: str) -> None:
        """Say where and why, in one line whatever the pack held."""
        self.file, self.row, self.reason = file, row, reason
        place = f"{file}, {row}" if row else file
        line = " ".join(f"pack: {place}: {reason}".split())
        # Control characters of a broken file are shown, never sent to a terminal.
        super().__init__("".join(c if c.isprintable() else ascii(c)[1:-1] for c in line))

    def of(self, pack: str) -> "PackError":
        """The same, of one pack among several; a country's file says its folder already."""
        named = self.file if "/" in self.file else f"{pack}/{self.file}"
        return PackError(named, self.row, self.reason)


@dataclass(frozen=True, slots=True)
class PackFiles:
    """A pack's folder.

    Attributes:
        within: what errors put before a file's name, such as "india/"; empty for the region's own.
    """

    folder: Path
    within: str = ""

    def called(self, file: str) -> str:
        """A file as errors name it."""
        return f"{self.within}{file}"

    def has(self, file: str) -> bool:
        """Whether anything in the pack has this (optional) file's name; reading it tells more."""
        return os.path.lexists(self.folder / file)

    def digest(self) -> str:
        """'sha256:...' over names and bytes of all its files; of what is no file, the name."""
        total = hashlib.sha256()
        for path in sorted(self.folder.iterdir()):
            content = self.content(path.name) if path.is_file() else b""
            total.update(path.name.encode() + b"\0" + hashlib.sha256(content).digest())
        return f"sha256:{total.hexdigest()}"

    def text(self, file: str) -> str:
        """The text of a file; a byte order mark, as spreadsheets write it, is dropped."""
        content = self.content(file)
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            byte = error.object[error.start]
            reason = f"is not UTF-8 (byte {byte:#04x}); save it as UTF-8"
            raise PackError(self.called(file), f"line {line}", reason) from error

    def content(self, file: str) -> bytes:
        """The bytes of a file; what could block or never end is not opened.

        Raises:
            PackError: for a file that is missing, no regular file, too large or closed to us.
        """
        path = self.folder / file
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                raise PackError(self.called(file), None, "is no regular file")
            if found.st_size > MAX_FILE:
                raise PackError(
                    self.called(file), None, f"is larger than {MAX_FILE // 1_000_000} MB"
                )
            return path.read_bytes()
        except FileNotFoundError as error:
            raise PackError(self.called(file), None, "the file is missing") from error
        except OSError as error:
            raise PackError(self.called(file), None, f"can't be read: {error.strerror}") from error

    def table(self, file: str, form: type[FormT]) -> FormT:
        """A TOML file in its form."""
        text = self.text(file)
        try:
            values = tomli.loads(text)
        except (ValueError, RecursionError) as error:  # of numbers too long, of brackets too deep
            raise PackError(self.called(file), None, f"is no TOML: {error}") from error
        return _fit(self.called(file), values, form, None)

    def rows(self, file: str, form: type[FormT]) -> Iterator[tuple[str, FormT]]:
        """Rows of a CSV file in their form, each with its place; an empty cell is None."""
        reader = csv.reader(StringIO(self.text(file), newline=""), strict=True)
        columns = list(form.model_fields)
        try:
            if next(reader, None) != columns:
                raise PackError(self.called(file), "line 1", f"columns must be {','.join(columns)}")
            for cells in filter(None, reader):
                row = f"line {reader.line_num}"
                if len(cells) != len(columns):
                    reason = f"{len(cells)} cells where {len(columns)} should stand"
                    raise PackError(self.called(file), row, reason)
                values = {name: cell or None for name, cell in zip(columns, cells, strict=True)}
                yield row, _fit(self.called(file), values, form, row)
        except csv.Error as error:
            raise PackError(
                self.called(file), f"line {reader.line_num}", f"is no CSV: {error}"
            ) from error

    def lines(self, file: str, form: type[FormT]) -> Iterator[tuple[str, FormT]]:
        """Lines of a JSONL file in their form, each with its place."""
        for number, line in enumerate(self.text(file).split("\n"), start=1):
            if not line.strip():
                continue
            row = f"line {number}"
            try:
                values = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise PackError(self.called(file), row, f"is no JSON: {error}") from error
            yield row, _fit(self.called(file), values, form, row)


def combined(*digests: str) -> str:
    """One digest of several."""
    return f"sha256:{hashlib.sha256(' '.join(digests).encode()).hexdigest()}"


def once(file: str, noun: str, given: Iterable[str], field: str) -> None:
    """No value stands twice in a file."""
    seen: set[str] = set()
    for value in given:
        if value in seen:
            raise PackError(file, f"{noun} {value}", f"the {field} stands there twice")
        seen.add(value)


def _fit(file: str, values: Any, form: type[FormT], row: str | None) -> FormT:  # noqa: ANN401 - whatever the file held
    """Values in their form, or the first thing wrong with them."""
    try:
        return form.model_validate(values)
    except ValidationError as errors:
        first = errors.errors()[0]
        where = first["loc"]
        # A key is named after its table; what is wrong with a table as a whole has no key.
        key = where[-1] if where and isinstance(where[-1], str) else None
        place = row or _place(values, where[:-1] if key else where)
        given = first["input"]
        shown = f" (given: {_short(given)})" if isinstance(given, str | int | float) else ""
        reason = _REASONS.get(first["type"], first["msg"]).removeprefix("Value error, ")
        reason = "is empty" if given is None else reason
        named = f"{key}: " if key else ""
        raise PackError(file, place, f"{named}{reason}{shown}") from errors


def _place(values: Any, location: tuple[str | int, ...]) -> str:  # noqa: ANN401 - as _fit
    """'[[party]] 3 (JUP)' for ("party", 2)."""
    names: list[str] = []
    for part in location:
        if isinstance(part, str):
            values = values.get(part) if isinstance(values, dict) else None
            tables = isinstance(values, list) and any(isinstance(v, dict) for v in values)
            names.append(f"[[{part}]]" if tables else part)
        else:
            values = values[part] if isinstance(values, list) else None
            known = (values.get("id") or values.get("name")) if isinstance(values, dict) else None
            names[-1] += f" {part + 1}" + (f" ({_short(known)})" if known else "")
    return " ".join(names) or "top level"


def _short(given: object) -> str:
    """What was given, cut where it is long."""
    shown = given if isinstance(given, str) else repr(given)
    return f"{shown[:_SHOWN]}..." if len(shown) > _SHOWN else shown
