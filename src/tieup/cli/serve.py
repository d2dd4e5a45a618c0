"""Serve: the desk in a browser."""

from contextlib import ExitStack

import click

from tieup.cli.options import ledger_option, plainly, region_option
from tieup.cli.terminal import hint, out, progress_bar


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@ledger_option
@region_option
@plainly
def serve(port: int, ledger: str, region: str | None) -> None:
    """Show the desk in a browser, on this machine alone; end it with Ctrl-C."""
    from tieup.web.serving import Newsroom, run

    with Newsroom.open(ledger, region) as newsroom:
        with progress_bar("reading the chronicle") as told:
            edition = newsroom.edition(progress=told)
        if edition.bundled:
            hint(f"{ledger} is empty: the pages show the bundled chronicle until you read articles")
        with ExitStack() as bar:
            told = bar.enter_context(progress_bar("making the first pages"))

            def ready() -> None:
                bar.close()
                out.print(f"tieup is at http://127.0.0.1:{port}; end it with Ctrl-C")

            run(newsroom, port, progress=told, ready=ready)
