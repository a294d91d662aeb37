"""The tables of a case. Truth: `ledger`. All others are derived and can be made again from blobs and ledger.

Times are ISO 8601 text in UTC, structures are JSON text, so that SQLite and PostgreSQL hold the same and any tool can read them.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.dialects import postgresql

METADATA = MetaData()

#: Text that is sorted by code points in every store; PostgreSQL's own order hangs on where the server was set up.
_SORTED = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")

LEDGER = Table(
    "ledger",
    METADATA,
    Column("device", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("prev", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
)

SIGHTINGS = Table(
    "sightings",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text),
    Column("parent", Text),
    Column("ordinal", Integer, nullable=False),
    Column("channel", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("raw_path", LargeBinary),
    Column("receipt", Text),
    Column("size_bytes", BigInteger, nullable=False),
    Column("modified", Text),
    Column("reason", Text, nullable=False),
    Index("sightings_document", "document"),
    Index("sightings_parent", "parent"),
    Index("sightings_place", "channel", "path"),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("depth", Integer, nullable=False),
    Column("type", Text, nullable=False, server_default=""),
    Column("status", Text),
    Column("reason", Text, nullable=False, server_default=""),
    Column("detail", Text, nullable=False, server_default=""),
    Column("pages", Integer, nullable=False, server_default="0"),
    Column("characters", BigInteger, nullable=False, server_default="0"),
    Column("origin", Text, nullable=False, server_default=""),
    Column("title", Text, nullable=False, server_default=""),
    Column("date", Text, nullable=False, server_default=""),
    Column("sender", Text, nullable=False, server_default=""),
    Column("recipient", Text, nullable=False, server_default=""),
    Column("language", Text, nullable=False, server_default=""),
    Column("text_key", Text),
    Column("signature", LargeBinary),
    Column("metadata", Text, nullable=False, server_default="{}"),
    Column("engines", Text, nullable=False, server_default="{}"),
    Index("documents_text_key", "text_key"),
    Index("documents_totals", "status", "type", "reason", "characters", "id"),
)

PAGES = Table(
    "pages",
    METADATA,
    Column("document", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("marks", Text, nullable=False),
    Column("boxes", LargeBinary),
)

JOBS = Table(
    "jobs",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("owner", Text, nullable=False, server_default=""),
    Column("lease_until", Text, nullable=False, server_default=""),
    Index("jobs_document_stage", "document", "stage", unique=True),
    Index("jobs_stage_state", "stage", "state", "number"),
)

WORDS = Table(
    "words",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("skeleton", Text, nullable=False),
    Index("words_skeleton", "skeleton"),
)

SPELLINGS = Table(
    "spellings",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("type", Text, nullable=False),
    Column("key", _SORTED, nullable=False),
    Column("text", Text, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Index("spellings_name", "type", "key", "text", unique=True),
)

MENTIONS = Table(
    "mentions",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("spelling", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("score", Float, nullable=False),
    Index("mentions_document", "document"),
    Index("mentions_spelling", "spelling"),
)

RESOLUTIONS = Table("resolutions", METADATA, Column("type", Text, primary_key=True), Column("version", Text, nullable=False))

NAME_PAIRS = Table(
    "name_pairs",
    METADATA,
    Column("type", Text, primary_key=True),
    Column("left", _SORTED, primary_key=True),
    Column("right", _SORTED, primary_key=True),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("warning", Text, nullable=False),
    Index("name_pairs_right", "type", "right"),
    sqlite_with_rowid=False,
)

MEMBERSHIPS = Table(
    "memberships",
    METADATA,
    Column("type", Text, primary_key=True),
    Column("key", _SORTED, primary_key=True),
    Column("leader", _SORTED, nullable=False),
    Column("via", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("is_undecided", Boolean, nullable=False),
    Index("memberships_leader", "type", "leader"),
    sqlite_with_rowid=False,
)

#: Everything that `rebuild` empties, in an order that no reference forbids.
DERIVED = (MEMBERSHIPS, NAME_PAIRS, RESOLUTIONS, MENTIONS, SPELLINGS, WORDS, JOBS, PAGES, DOCUMENTS, SIGHTINGS)
