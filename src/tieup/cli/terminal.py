"""The terminal: what is shown, and errors as one line with an exit code."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.segment import Segment
from rich.text import Text

#: Nothing done because of problems in the input; wrong use.
NOTHING_DONE, WRONG_USE = 1, 2
#: What is shown for a character that a terminal would obey, or that can't be seen.
UNSEEN = "\N{REPLACEMENT CHARACTER}"


class Terminal(Console):
    """A console on which texts of others stand as they are: brackets, codes and marks are inert."""

    def __init__(self, *, stderr: bool = False) -> None:
        """Standard output or standard error; lines of the latter are left whole."""
        super().__init__(
            stderr=stderr, soft_wrap=stderr, markup=False, emoji=False, highlight=False
        )

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """As rich's, with nothing in any text that would steer the terminal."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(inert(segment.text), segment.style)


@dataclass(frozen=True, slots=True)
class Hanging:
    """A text whose lines all begin below the end of what stands before its first one."""

    text: Text
    first: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Line by line, with no spaces at their ends."""
        before = self.first
        for line in self.text.wrap(console, options.max_width - len(before)):
            line.rstrip()
            yield Text(before).append_text(line)
            before = len(before) * " "


out = Terminal()
err = Terminal(stderr=True)


def inert(text: str) -> str:
    """The text with a sign in place of control characters and invisible marks; line ends stay."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else UNSEEN for c in text)


def in_one_line(text: str) -> str:
    """The text without line ends; a file's name may hold one."""
    return " ".join(text.split("\n"))


def indented(text: Text) -> Hanging:
    """A text set in from the left."""
    return Hanging(text, first=4 * " ")


def counted(number: int, noun: str) -> str:
    """1 article, 2,000 articles."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def print_json(value: Any, *, indent: int | None = 2) -> None:  # noqa: ANN401 - whatever JSON holds
    """One JSON document on standard output; without an indent, in one line."""
    letters = sys.stdout.encoding.casefold() in {"utf-8", "utf8"}
    click.echo(json.dumps(value, ensure_ascii=not letters, indent=indent))


def replace_unknown_letters() -> None:
    """Where an output's encoding lacks a letter, show a sign in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def hint(text: str) -> None:
    """What one might do next."""
    out.print(Text(text, style="dim"))


def fail(message: str, code: int) -> NoReturn:
    """One line on standard error, and out."""
    err.print(Text.assemble(("tieup:", "red"), " ", in_one_line(message)))
    sys.exit(code)


def file_to_write(name: str) -> Path:
    """A file that is yet to be written; told at once where its folder is missing."""
    target = Path(name)
    if not target.parent.is_dir():
        fail(f"{name} can't be written: there is no folder {target.parent}", NOTHING_DONE)
    return target


def save_file(write: Callable[[], object], target: Path) -> None:
    """Write a file, or say in a line why it can't be."""
    try:
        write()
    except OSError as error:
        fail(f"{target} can't be written: {error.strerror}", NOTHING_DONE)


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error while there is somebody to see it.

    What is printed meanwhile goes to standard output as ever.
    """
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    hidden = not err.is_terminal
    with Progress(
        *columns, console=err, transient=True, redirect_stdout=False, disable=hidden
    ) as bar:
        task = bar.add_task(label, total=None)

        def told(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield told
