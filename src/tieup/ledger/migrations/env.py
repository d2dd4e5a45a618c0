"""What Alembic runs: the migrations, on the connection that `migrate` hands over."""

from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo
from sqlalchemy import Connection, inspect

from tieup.ledger.tables import meta
from tieup.ledger.writing import tell, told


def _version(connection: Connection) -> str | None:
    """The schema that the ledger itself names; None in an empty database."""
    if not inspect(connection).has_table(meta.name):
        return None
    return told(connection, "schema")


def _tell(ctx: MigrationContext, step: MigrationInfo, *_: object, **__: object) -> None:
    """Let the ledger name the schema that it has now."""
    if ctx.connection is not None:
        tell(ctx.connection, "schema", str(step.up_revision_id))


def _run() -> None:
    connection: Connection = context.config.attributes["connection"]
    context.configure(connection=connection, on_version_apply=_tell)
    found = _version(connection)
    within = context.get_context()
    if found is not None and not within.get_current_heads():  # made before there was Alembic
        within.stamp(context.script, found)
    with context.begin_transaction():
        context.run_migrations()


_run()
