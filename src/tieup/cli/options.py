"""Options that commands share, the desk that they ask for, and errors told in one line."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from errno import EPIPE
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tieup.cli.terminal import NOTHING_DONE, WRONG_USE, fail

if TYPE_CHECKING:
    from tieup.desk import Desk

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

MEMORY = ":memory:"
REPORT_FILE = "tieup-report.html"
#: So many elections can be drawn in one go.
MOST_DRAWS = 1_000_000


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
    "--region",
    metavar="ID",
    help="The region's pack, by id or folder. "
    "[default: told by articles and election, else west-bengal]",
)
ledger_option = click.option(
    "--ledger",
    default="tieup.db",
    show_default=True,
    metavar="FILE",
    help="The ledger: a file, or a database URL.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
on_option = click.option("--on", type=DAY, help="The day. [default: the last in the ledger]")
election_option = click.option(
    "--election", metavar="ID", help="Such as WB-2026. [default: the next one after the day]"
)
base_option = click.option(
    "--base", metavar="ID",
    help="The election from whose votes it starts, such as WB-2021. [default: the last one]",
)  # fmt: skip
draws_option = click.option(
    "--draws", default=10_000, show_default=True, metavar="N", type=click.IntRange(0, MOST_DRAWS),
    help="Elections to draw; 0 for the scenario without error.",
)  # fmt: skip
seed_option = click.option(
    "--seed", default=0, show_default=True, metavar="N", type=click.IntRange(0),
    help="The same seed gives the same draws.",
)  # fmt: skip
out_option = click.option(
    "--out", "target", default=REPORT_FILE, show_default=True, metavar="FILE",
    help="Where to write the report.",
)  # fmt: skip


def open_desk(
    ledger: str, region: str | None, election: str | None = None, *, make: bool = False
) -> AbstractContextManager["Desk"]:
    """The desk over a ledger, closed again at the end; a question makes no ledger of its own.

    Without a region, the election tells it.
    """
    from tieup.desk import Desk

    is_file = ledger != MEMORY and "://" not in ledger
    if is_file and not make and not Path(ledger).exists():
        fail(f"there is no ledger {ledger}; tieup read PATH makes one", NOTHING_DONE)
    return Desk.open(ledger, region, election)


def pair_of(desk: "Desk", one: str, two: str) -> tuple[str, str]:
    """The ids of two parties, which must not be one and the same."""
    pair = desk.region.party(one).id, desk.region.party(two).id
    if len(set(pair)) == 1:
        fail(f"'{one}' and '{two}' are one party; name two", WRONG_USE)
    return pair


def plainly(command: CommandT) -> CommandT:
    """Turn the errors that people make into one line on standard error and an exit code."""

    @wraps(command)
    def wrapped(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - any command's
        from tieup.desk import (
            EmptyLedgerError,
            ExchangeError,
            LedgerError,
            NoReturnsError,
            PackError,
            ReadersError,
            RevisionError,
            ScenarioError,
            UnknownNameError,
        )
        from tieup.plots.errors import NoMapError, PlotError
        from tieup.seats.transfer import TransferError

        wrong = (
            UnknownNameError,
            ScenarioError,
            RevisionError,
            ExchangeError,
            PlotError,
            TransferError,
        )
        nothing = (
            EmptyLedgerError,
            LedgerError,
            NoReturnsError,
            PackError,
            ReadersError,
            NoMapError,
        )

        try:
            return command(*args, **options)
        except wrong as error:
            fail(str(error), WRONG_USE)
        except nothing as error:
            fail(str(error), NOTHING_DONE)
        except OSError as error:
            if error.errno == EPIPE:
                raise  # a reader who has seen enough; click ends quietly
            fail(f"{error.filename or 'the output'} failed: {error.strerror}", NOTHING_DONE)

    return wrapped  # type: ignore[return-value] # wraps keeps the command's signature
