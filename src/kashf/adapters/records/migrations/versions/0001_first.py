"""The first tables of a case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _text(name: str, default: str | None = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def upgrade() -> None:
    """Make all tables."""
    _make_ledger()
    _make_sightings()
    _make_documents()
    _make_pages_and_words()
    _make_jobs()


def _make_ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("device", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *(_text(name, None) for name in ("prev", "time", "actor", "kind", "body")),
    )


def _make_sightings() -> None:
    op.create_table(
        "sightings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("document", sa.Text),
        sa.Column("parent", sa.Text),
        sa.Column("ordinal", sa.Integer, nullable=False),
        _text("channel", None),
        _text("path", None),
        sa.Column("raw_path", sa.LargeBinary),
        sa.Column("receipt", sa.Text),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("modified", sa.Text),
        _text("reason", None),
    )
    op.create_index("sightings_document", "sightings", ["document"])
    op.create_index("sightings_parent", "sightings", ["parent"])
    op.create_index("sightings_place", "sightings", ["channel", "path"])


def _make_documents() -> None:
    texts = ("origin", "title", "date", "sender", "recipient", "language")
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        _text("name", None),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("depth", sa.Integer, nullable=False),
        _text("type"),
        sa.Column("status", sa.Text),
        _text("reason"),
        _text("detail"),
        sa.Column("pages", sa.Integer, nullable=False, server_default="0"),
        sa.Column("characters", sa.BigInteger, nullable=False, server_default="0"),
        *(_text(name) for name in texts),
        sa.Column("text_key", sa.Text),
        sa.Column("signature", sa.LargeBinary),
        _text("metadata", "{}"),
        _text("engines", "{}"),
    )
    op.create_index("documents_text_key", "documents", ["text_key"])
    op.create_index("documents_totals", "documents", ["status", "type", "reason", "characters", "id"])


def _make_pages_and_words() -> None:
    op.create_table(
        "pages",
        sa.Column("document", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        _text("text", None),
        _text("origin", None),
        sa.Column("confidence", sa.Float, nullable=False),
        _text("marks", None),
        sa.Column("boxes", sa.LargeBinary),
    )
    op.create_table("words", sa.Column("word", sa.Text, primary_key=True), _text("skeleton", None))
    op.create_index("words_skeleton", "words", ["skeleton"])


def _make_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        *(_text(name, None) for name in ("document", "stage", "version", "state")),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        _text("owner"),
        _text("lease_until"),
    )
    op.create_index("jobs_document_stage", "jobs", ["document", "stage"], unique=True)
    op.create_index("jobs_stage_state", "jobs", ["stage", "state", "number"])
