"""Texts: files of users, read whole and put into their forms; what is wrong is one line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import BaseModel, ValidationError

from tieup.regions import UnknownNameError
from tieup.scenarios.refusals import ScenarioError

FormT = TypeVar("FormT", bound=BaseModel)

#: A file with more bytes than this is not read.
MAX_FILE = 5_000_000
#: What pydantic says in its own terms, in ours.
_REASONS = {"extra_forbidden": "there is no such key here", "missing": "is missing"}
#: Of a wrong value, an error shows so many characters.
_SHOWN = 60


def text_of(path: Path) -> str:
    """The text of a file; a byte order mark, as spreadsheets write it, is dropped.

    Raises:
        ScenarioError: where it can't be read.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            message = f"{path.name}: is larger than {MAX_FILE // 1_000_000} MB"
            raise ScenarioError(message)
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path.name}: is not UTF-8; save it as UTF-8"
        raise ScenarioError(message) from error
    except OSError as error:
        message = f"{path}: can't be read: {error.strerror}"
        raise ScenarioError(message) from error


def table_of(path: Path, form: type[FormT]) -> FormT:
    """A TOML file in its form.

    Raises:
        ScenarioError: for the first thing wrong with it, with its key.
    """
    try:
        values = tomli.loads(text_of(path))
    except (tomli.TOMLDecodeError, RecursionError) as error:
        message = f"{path.name}: is no TOML: {' '.join(str(error).split())}"
        raise ScenarioError(message) from error
    return fitted(path.name, values, form)


def fitted(place: str, values: Any, form: type[FormT]) -> FormT:  # noqa: ANN401 - whatever the file held
    """Values in their form.

    Raises:
        ScenarioError: for the first thing wrong, with the place and its key.
    """
    try:
        return form.model_validate(values)
    except ValidationError as errors:
        first = errors.errors()[0]
        # Of the ways to write an amount, the one that was meant is not known: the key says enough.
        path = [str(p + 1) if isinstance(p, int) else p for p in first["loc"]]
        key = ".".join(part for part in path if part.isprintable() and "[" not in part)
        given = first["input"]
        shown = f" (given: {str(given)[:_SHOWN]!r})" if isinstance(given, str | int | float) else ""
        reason = _REASONS.get(first["type"], first["msg"])
        message = f"{place}: {key or 'top level'}: {reason}{shown}"
        raise ScenarioError(message) from errors


@contextmanager
def at(place: str) -> Iterator[None]:
    """What is refused within is said to stand there.

    Raises:
        ScenarioError: for what was refused.
    """
    try:
        yield
    except (ScenarioError, UnknownNameError) as error:
        message = f"{place}: {error}"
        raise ScenarioError(message) from error
