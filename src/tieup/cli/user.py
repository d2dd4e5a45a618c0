"""Users: who may enter changes through the web desk."""

import click

from tieup.cli.options import ledger_option, open_desk, plainly
from tieup.cli.terminal import WRONG_USE, fail, hint, out


@click.group()
def user() -> None:
    """Add, list and remove the users of the web desk."""


@user.command()
@click.argument("name")
@ledger_option
@plainly
def add(name: str, ledger: str) -> None:
    """Add a user; the password is asked for."""
    with open_desk(ledger, None, make=True) as desk:
        desk.ledger.users.add(name, _asked())
    out.print(f"{name} can log in now: tieup serve")


@user.command()
@click.argument("name")
@ledger_option
@plainly
def password(name: str, ledger: str) -> None:
    """Give a user another password."""
    with open_desk(ledger, None) as desk:
        desk.ledger.users.change(name, _asked())
    out.print(f"{name} has another password; who was logged in by the old one is logged out")


@user.command()
@click.argument("name")
@ledger_option
@plainly
def remove(name: str, ledger: str) -> None:
    """Remove a user; the name stays on what was decided."""
    with open_desk(ledger, None) as desk:
        desk.ledger.users.remove(name)
    out.print(f"{name} can't log in any more")


@user.command("list")
@ledger_option
@plainly
def list_users(ledger: str) -> None:
    """List the users."""
    with open_desk(ledger, None) as desk:
        names = desk.ledger.users.names()
    for name in names:
        out.print(name)
    if not names:
        hint("nobody yet: tieup user add NAME")


def _asked() -> str:
    """The hash of a password that is typed, twice, or comes from a pipe."""
    from tieup.web.passwords import hashed

    typed = click.prompt("Password", hide_input=True, confirmation_prompt="Again")
    try:
        return hashed(typed)
    except ValueError as error:
        fail(str(error), WRONG_USE)
