"""Options that commands share, and errors as one line with an exit code."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

#: Nothing done because of problems in the input; wrong use.
NOTHING_DONE, WRONG_USE = 1, 2

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False, soft_wrap=True)


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """The day, or a line that says how to write one."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            self.fail(f"'{value}' is no day; write it as 2026-04-23", param, ctx)


DAY = Day()

region_option = click.option(
    "--region", metavar="ID", help="The region's pack, by id or folder. [default: west-bengal]"
)
ledger_option = click.option(
    "--ledger", default="tieup.db", show_default=True, metavar="FILE", help="The ledger."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
on_option = click.option("--on", type=DAY, help="The day. [default: the last in the ledger]")
election_option = click.option(
    "--election", metavar="ID", help="Such as WB-2026. [default: the next one after the day]"
)


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """One JSON document on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def plainly(command: CommandT) -> CommandT:
    """Turn the errors that people make into one line on standard error and an exit code."""

    @wraps(command)
    def wrapped(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - any command's
        from tieup.desk import (
            EmptyLedgerError,
            LedgerError,
            PackError,
            ScenarioError,
            UnknownNameError,
        )

        try:
            return command(*args, **options)
        except (UnknownNameError, ScenarioError) as error:
            fail(str(error), WRONG_USE)
        except (EmptyLedgerError, LedgerError, PackError) as error:
            fail(str(error), NOTHING_DONE)

    return wrapped  # type: ignore[return-value] # wraps keeps the command's signature


def save_file(write: Callable[[], object], target: Path) -> None:
    """Write a file, or say in a line why it can't be."""
    try:
        write()
    except OSError as error:
        fail(f"{target} can't be written: {error.strerror}", NOTHING_DONE)


def fail(message: str, code: int) -> NoReturn:
    """One line on standard error, and out."""
    err.print(f"[red]tieup:[/red] {_escaped(message)}")
    sys.exit(code)


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error while there is somebody to see it."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(label, total=None)

        def told(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield told


def _escaped(text: str) -> str:
    """Text that the terminal shows as it stands, brackets and control characters included."""
    from rich.markup import escape

    return escape("".join(c if c.isprintable() else " " for c in text))
