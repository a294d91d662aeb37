"""What is named in documents, with totals; documents that were read before wait to be looked through."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"

#: By code points; PostgreSQL's own order hangs on where the server was set up.
_SORTED = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables of names, and a job for each document with text."""
    _make_mentions()
    _make_resolutions()
    op.execute(
        "INSERT INTO jobs (document, stage, version, state) SELECT document, 'names', '', 'waiting' FROM jobs WHERE stage = 'index' "
        "ORDER BY number"
    )


def _make_mentions() -> None:
    op.create_table(
        "spellings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("key", _SORTED, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("mentions", "documents")),
    )
    op.create_index("spellings_name", "spellings", ["type", "key", "text"], unique=True)
    op.create_table(
        "mentions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", sa.Text, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("page", "start", "stop", "spelling")),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
    )
    op.create_index("mentions_document", "mentions", ["document"])
    op.create_index("mentions_spelling", "mentions", ["spelling"])


def _make_resolutions() -> None:
    op.create_table("resolutions", sa.Column("type", sa.Text, primary_key=True), sa.Column("version", sa.Text, nullable=False))
    op.create_table(
        "name_pairs",
        sa.Column("type", sa.Text, primary_key=True),
        *(sa.Column(name, _SORTED, primary_key=True) for name in ("left", "right")),
        sa.Column("score", sa.Float, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("why", "warning")),
        sqlite_with_rowid=False,
    )
    op.create_index("name_pairs_right", "name_pairs", ["type", "right"])
    op.create_table(
        "memberships",
        sa.Column("type", sa.Text, primary_key=True),
        sa.Column("key", _SORTED, primary_key=True),
        sa.Column("leader", _SORTED, nullable=False),
        sa.Column("via", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("is_undecided", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("memberships_leader", "memberships", ["type", "leader"])
