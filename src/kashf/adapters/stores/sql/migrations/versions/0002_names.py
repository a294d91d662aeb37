"""What is named in documents, with totals; documents that were read before wait to be looked through."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of names, and a job for each document with text."""
    op.create_table(
        "spellings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("type", sa.Text, nullable=False),
        # By code points; PostgreSQL's own order hangs on where the server was set up.
        sa.Column("key", sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql"), nullable=False),
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
    op.execute(
        "INSERT INTO jobs (document, stage, version, state) SELECT document, 'names', '', 'waiting' FROM jobs WHERE stage = 'index' "
        "ORDER BY number"
    )
