"""Brings a case's tables to this version, and refuses those of a later one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from kashf.errors import LaterVersionError

#: The newest migration. A test checks that it is the last one in migrations/versions.
HEAD = "0002"

_FOLDER = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Run the migrations that are still to do; alembic is imported only when there are any.

    Raises:
        LaterVersionError: The tables are of a version that this kashf does not know.
    """
    found = _version(engine)
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        raise LaterVersionError(f"its tables have version {found}; this kashf knows up to {HEAD}")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["engine"] = engine
    command.upgrade(config, HEAD)


def _version(engine: Engine) -> str | None:
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)
