"""Where articles come from: files, folders and standard input."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tieup.articles.remark import SkippedError
from tieup.problems import Problem

STANDARD_INPUT = "-"
#: A ledger's files, which stand beside articles in many a folder.
_LEDGERS = (".db", ".db-wal", ".db-shm", ".db-journal")
#: A file is read whole; one with more bytes than this is not.
MAX_FILE = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to read; without a path it is standard input.

    Attributes:
        name: as messages show it.
        stem: what the ids of its articles are made from where they have none.
        suffix: in lower case, with its dot.
    """

    path: Path | None
    name: str
    stem: str
    suffix: str

    def read(self) -> bytes:
        """Its bytes.

        Raises:
            SkippedError: where it can't be read, or is too large to be.
        """
        try:
            if self.path is None:
                data = sys.stdin.buffer.read(MAX_FILE + 1)
            else:
                with self.path.open("rb") as stream:
                    data = stream.read(MAX_FILE + 1)
        except OSError as error:
            raise SkippedError(wrong=f"can't be read ({error.strerror or error})") from error
        if len(data) > MAX_FILE:
            wrong = f"more than {MAX_FILE // 1_000_000} MB"
            raise SkippedError(wrong=wrong, done="skipped; split it into smaller files")
        return data


def find_files(paths: Iterable[str | Path]) -> Iterator[File | Problem]:
    """The files that are meant: each path in the order given, a folder's files sorted by path.

    Hidden files and folders within a folder, and ledgers, are passed over. A link back to a folder
    that was read already is not followed.
    """
    for given in paths:
        path = Path(given)
        if str(given) == STANDARD_INPUT:
            yield File(path=None, name="standard input", stem="stdin", suffix="")
        elif path.is_dir():
            found = list(_within(path, set()))
            yield from found
            if not found:
                yield Problem(file=_shown(path), wrong="no file in the folder", done="nothing read")
        elif os.path.lexists(path):
            yield _file(path)
        else:
            yield Problem(file=_shown(path), wrong="no such file or folder", done="skipped")


def _within(folder: Path, seen: set[tuple[int, int]]) -> Iterator[File | Problem]:
    try:
        found = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError as error:
        wrong = f"can't be read ({error.strerror or error})"
        yield Problem(file=_shown(folder), wrong=wrong, done="skipped")
        return
    if (found.st_dev, found.st_ino) in seen:
        wrong = "a link back to a folder that was read already"
        yield Problem(file=_shown(folder), wrong=wrong, done="passed over", lost=False)
        return
    seen.add((found.st_dev, found.st_ino))
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith(_LEDGERS):
            continue
        if entry.is_dir():
            yield from _within(entry, seen)
        else:
            yield _file(entry)


def _can_block(path: Path) -> bool:
    """Whether it is a pipe, a socket or a device, which may never end; only "-" is read so."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False  # reading it will say why
    return not stat.S_ISREG(mode)


def _file(path: Path) -> File | Problem:
    if _can_block(path):
        return Problem(file=_shown(path), wrong="no regular file", done="skipped")
    return File(
        path=path, name=_shown(path), stem=_shown(Path(path.stem)), suffix=path.suffix.lower()
    )


def _shown(path: Path) -> str:
    """A path that can be printed, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
