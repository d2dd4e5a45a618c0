"""The files of a pack, read into their forms; the first thing wrong is a PackError."""

import csv
import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

FormT = TypeVar("FormT", bound=BaseModel)


class PackError(ValueError):
    """A pack that can't be used; the message names file, row and reason."""

    def __init__(self, file: str, row: str | None, reason: str) -> None:
        """Say where and why, in one line."""
        place = f"{file}, {row}" if row else file
        super().__init__(f"pack: {place}: {reason}")


@dataclass(frozen=True, slots=True)
class PackFiles:
    """A pack's folder."""

    folder: Path

    def has(self, file: str) -> bool:
        """Whether the pack has this (optional) file."""
        return (self.folder / file).is_file()

    def digest(self) -> str:
        """'sha256:...' over names and bytes of all its files."""
        total = hashlib.sha256()
        for path in sorted(p for p in self.folder.iterdir() if p.is_file()):
            total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        return f"sha256:{total.hexdigest()}"

    def text(self, file: str) -> str:
        """The text of a file."""
        try:
            return (self.folder / file).read_text(encoding="utf-8")
        except FileNotFoundError:
            self._missing(file)
        except (OSError, UnicodeDecodeError) as error:
            raise PackError(file, None, f"can't be read: {error}") from error

    def table(self, file: str, form: type[FormT]) -> FormT:
        """A TOML file in its form."""
        try:
            values = tomllib.loads(self.text(file))
        except tomllib.TOMLDecodeError as error:
            raise PackError(file, None, f"is no TOML: {error}") from error
        return _fit(file, values, form, None)

    def rows(self, file: str, form: type[FormT]) -> Iterator[tuple[str, FormT]]:
        """Rows of a CSV file in their form, each with its place; an empty cell is None."""
        reader = csv.DictReader(StringIO(self.text(file)), strict=True)
        columns = list(form.model_fields)
        if reader.fieldnames != columns:
            raise PackError(file, "line 1", f"columns must be {','.join(columns)}")
        try:
            for number, cells in enumerate(reader, start=2):
                values = {name: cell or None for name, cell in cells.items()}
                yield f"line {number}", _fit(file, values, form, f"line {number}")
        except csv.Error as error:
            raise PackError(file, f"line {reader.line_num}", f"is no CSV: {error}") from error

    def lines(self, file: str, form: type[FormT]) -> Iterator[tuple[str, FormT]]:
        """Lines of a JSONL file in their form, each with its place."""
        for number, line in enumerate(self.text(file).splitlines(), start=1):
            row = f"line {number}"
            try:
                values = json.loads(line)
            except ValueError as error:
                raise PackError(file, row, f"is no JSON: {error}") from error
            yield row, _fit(file, values, form, row)

    def _missing(self, file: str) -> NoReturn:
        raise PackError(file, None, f"the file is missing from {self.folder}")


def _fit(file: str, values: Any, form: type[FormT], row: str | None) -> FormT:  # noqa: ANN401 - whatever the file held
    """Values in their form, or the first thing wrong with them."""
    try:
        return form.model_validate(values)
    except ValidationError as errors:
        first = errors.errors()[0]
        place = row or _place(values, first["loc"])
        field = ".".join(part for part in first["loc"] if isinstance(part, str))
        given = first.get("input")
        shown = f" (given: {given!r})" if isinstance(given, str | int | float) else ""
        raise PackError(file, place, f"{field}: {first['msg']}{shown}") from errors


def _place(values: Any, location: tuple[str | int, ...]) -> str:  # noqa: ANN401 - as _fit
    """'[[party]] 3 (JUP)' for ("party", 2, "colour")."""
    names = []
    for part in location[:-1]:
        values = values[part] if isinstance(values, dict | list) else {}
        if isinstance(part, int):
            known = values.get("id") or values.get("name") if isinstance(values, dict) else None
            names[-1] = f"{names[-1]} {part + 1}" + (f" ({known})" if known else "")
        else:
            names.append(f"[[{part}]]")
    return " ".join(names) or "top level"
