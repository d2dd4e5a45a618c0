"""The command line as a whole: its commands in the order of the work, and wrong use in one line."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from tieup.cli.articles import read
from tieup.cli.backtest import backtest
from tieup.cli.briefing import demo, report
from tieup.cli.deal import deal
from tieup.cli.digest import digest
from tieup.cli.evaluation import evaluate
from tieup.cli.exchange import export, import_
from tieup.cli.record import board, claims, disputes, timeline
from tieup.cli.revision import check, retract, review
from tieup.cli.seats import seats
from tieup.cli.serve import serve
from tieup.cli.sweep import sweep
from tieup.cli.terminal import WRONG_USE, fail, replace_unknown_letters
from tieup.cli.transfer import transfer
from tieup.cli.user import user
from tieup.cli.voices import voices
from tieup.cli.words import explain

#: In the order of the work.
SECTIONS = {
    "To begin": (demo, read),
    "Who is with whom": (board, timeline, disputes, digest, claims, voices),
    "What was misread": (review, retract),
    "Seats": (seats, sweep, deal, transfer, backtest),
    "To show": (report, serve, user),
    "The record": (export, import_, check),
    "The reader and the words": (evaluate, explain),
}
_COMMANDS = [command for commands in SECTIONS.values() for command in commands]
_LONGEST = max(len(command.name or "") for command in _COMMANDS)


class Commands(click.Group):
    """Commands listed by section, not by the alphabet; wrong use is told in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order of the work."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Section by section; click itself would cut off what they do."""
        for title, commands in SECTIONS.items():
            rows = [
                ((command.name or "").ljust(_LONGEST), command.get_short_help_str(limit=200))
                for command in commands
            ]
            with formatter.section(title):
                formatter.write_dl(rows)

    def make_context(self, *args: Any, **options: Any) -> click.Context:  # noqa: ANN401 - click's
        """As click's: reads the options that stand before the command."""
        with _wrong_use():
            return super().make_context(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever a command returns
        """As click's: finds the command, reads its options, and runs it."""
        with _wrong_use():
            return super().invoke(ctx)


@contextmanager
def _wrong_use() -> Iterator[None]:
    """Turn click's lines on wrong use into one."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise  # shows the help
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "tieup"
        fail(f"{error.format_message().rstrip('.')} (see {path} --help)", WRONG_USE)


@click.group(
    "tieup",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nTo begin with:          tieup demo\n"
    "With articles of yours: tieup read PATH, then tieup board",
)
@click.version_option(package_name="tieup")
def main() -> None:
    """Who is allying with whom, who says so, and what would it be worth in seats?"""
    replace_unknown_letters()


for command in _COMMANDS:
    main.add_command(command)
