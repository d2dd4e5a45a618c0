"""Migrations: the one way in which a ledger's schema is made and brought up to date, by Alembic.

A schema's number is its revision; `meta` names the one that a ledger has, so that opening a ledger
that is up to date needs no Alembic. There is no way back: a ledger is copied, never taken apart.
"""

from sqlalchemy import Connection


def migrate(connection: Connection, to: str = "head") -> None:
    """Bring a ledger, or an empty database, to a schema, within the transaction given."""
    from alembic import command  # noqa: PLC0415 - a third of a second, when it is needed only
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "tieup.ledger:migrations")
    command.upgrade(config, to)
