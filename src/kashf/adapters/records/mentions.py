"""Writes what is named in documents, and keeps the totals of names with it, so that a reader never adds up half a million places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from kashf.adapters.records.rows import MENTION_FIELDS, member_values, mention_values, pair_values
from kashf.adapters.records.schema import MEMBERSHIPS, MENTIONS, NAME_PAIRS, RESOLUTIONS, SPELLINGS
from kashf.domain.entity import MentionType, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.ports.mentions import Resolution

#: SQLite takes 32,766 variables in a statement.
_MANY = 500

#: Type, key and text of a name.
_Spelling = tuple[str, str, str]


def replace_mentions(connection: Connection, items: Sequence[tuple[DocumentId, Sequence[PlacedMention]]]) -> None:
    """Store what is named in documents in place of what was stored of them before."""
    forget_mentions(connection, [document for document, _ in items])
    placed = [(each, _spelling(each)) for _, mentions in items for each in mentions]
    if placed:
        numbers = _add_up(connection, _counts((each.document, name, name) for each, name in placed))
        # The driver itself: SQLAlchemy would take twice as long to hand over the values as SQLite does to keep them.
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        marks = ", ".join(mark for _ in MENTION_FIELDS)
        adding = f"INSERT INTO mentions ({', '.join(MENTION_FIELDS)}) VALUES ({marks})"
        connection.exec_driver_sql(adding, [mention_values(each, spelling=numbers[name]) for each, name in placed])


def forget_mentions(connection: Connection, documents: Sequence[DocumentId]) -> None:
    """Take the mentions of some documents out, and out of the totals."""
    name = (SPELLINGS.c.type, SPELLINGS.c.key, SPELLINGS.c.text)
    found = select(MENTIONS.c.document, MENTIONS.c.spelling, *name).join(SPELLINGS, SPELLINGS.c.number == MENTIONS.c.spelling)
    in_order = found.order_by(MENTIONS.c.number)  # as they were counted
    for start in range(0, len(documents), _MANY):
        mine = MENTIONS.c.document.in_(documents[start : start + _MANY])
        rows = connection.execute(in_order.where(mine)).all()
        if rows:
            connection.execute(delete(MENTIONS).where(mine))
            _take_off(connection, _counts((document, number, (type, key, text)) for document, number, type, key, text in rows))


def replace_resolution(connection: Connection, type: MentionType, resolution: Resolution) -> None:
    """Store which names of a type are one, in place of what was stored before."""
    for table in (RESOLUTIONS, NAME_PAIRS, MEMBERSHIPS):
        connection.execute(delete(table).where(table.c.type == type.value))
    connection.execute(insert(RESOLUTIONS), {"type": type.value, "version": resolution.version})
    pairs = [pair_values(type, pair) for pair in resolution.pairs]
    members = [member_values(type, member) for member in resolution.members]
    for table, rows in ((NAME_PAIRS, pairs), (MEMBERSHIPS, members)):
        if rows:
            connection.execute(insert(table), rows)


def _counts(places: Iterable[tuple[str, Any, _Spelling]]) -> dict[Any, list[int]]:
    """Return mentions and documents by spelling.

    A document counts for the first spelling of a name in it, so that the documents of all spellings of a name add up to its documents.

    Args:
        places: Document, what stands for the spelling in the answer, and the spelling, in the order in which they are or were stored.
    """
    found: dict[Any, list[int]] = {}
    named: dict[tuple[str, str], str] = {}
    for document, stands_for, (type, key, _) in places:
        count = found.get(stands_for)
        if count is None:
            count = found[stands_for] = [0, 0]
        count[0] += 1
        # Documents come one after the other, so that the last one a name was met in tells whether it is new to this one.
        if named.get((type, key)) != document:
            named[type, key] = document
            count[1] += 1
    return found


def _add_up(connection: Connection, counts: dict[_Spelling, list[int]]) -> dict[_Spelling, int]:
    """Add counts to those of spellings, new ones included, and return the numbers of these spellings."""
    columns = SPELLINGS.c
    add = sqlite.insert(SPELLINGS) if connection.dialect.name == "sqlite" else postgresql.insert(SPELLINGS)
    grown = {name: columns[name] + add.excluded[name] for name in ("mentions", "documents")}
    adding = add.on_conflict_do_update(index_elements=["type", "key", "text"], set_=grown)
    rows = [
        dict(zip(("type", "key", "text", "mentions", "documents"), (*name, *count), strict=True)) for name, count in sorted(counts.items())
    ]
    answer = connection.execute(adding.returning(columns.type, columns.key, columns.text, columns.number), rows)
    return {(type, key, text): number for type, key, text, number in answer}


def _take_off(connection: Connection, counts: dict[int, list[int]]) -> None:
    columns = SPELLINGS.c
    rows = [{"which": number, "places": places, "papers": papers} for number, (places, papers) in sorted(counts.items())]
    fewer = {"mentions": columns.mentions - bindparam("places"), "documents": columns.documents - bindparam("papers")}
    connection.execute(update(SPELLINGS).where(columns.number == bindparam("which")).values(fewer), rows)
    numbers = sorted(counts)
    for start in range(0, len(numbers), _MANY):
        touched = columns.number.in_(numbers[start : start + _MANY])
        connection.execute(delete(SPELLINGS).where(touched, columns.mentions == 0))


def _spelling(placed: PlacedMention) -> _Spelling:
    # A member of MentionType is a string, equal to its value, which takes much longer to ask for.
    return placed.mention.type, placed.key, placed.mention.text
