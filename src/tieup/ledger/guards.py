"""Guards: triggers by which the database itself keeps a table append-only.

Migrations put them up; to change them is a migration of its own.
"""

from collections.abc import Iterator, Sequence

#: What PostgreSQL runs for every statement that would change what stands.
REFUSAL = """
CREATE FUNCTION tieup_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$
"""


def guards(dialect: str, table: str, key: Sequence[str]) -> Iterator[str]:
    """The triggers of a table, as SQL; on PostgreSQL they call what REFUSAL makes.

    Args:
        dialect: "sqlite" or "postgresql".
        table: its name.
        key: the columns of its primary key.
    """
    yield from _postgresql(table) if dialect == "postgresql" else _sqlite(table, key)


def _postgresql(table: str) -> Iterator[str]:
    yield (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION tieup_append_only()"
    )


def _sqlite(table: str, key: Sequence[str]) -> Iterator[str]:
    for verb in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )
    # INSERT OR REPLACE deletes without firing a DELETE trigger: what stands is passed over.
    same = " AND ".join(f"{column} = NEW.{column}" for column in key)
    stands = f"SELECT 1 FROM {table} WHERE {same}"  # noqa: S608 - names of our own tables
    yield (
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS ({stands}) "
        "BEGIN SELECT RAISE(IGNORE); END"
    )
