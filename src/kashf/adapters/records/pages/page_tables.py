"""Keeps what pages say: as they stand now and, where people typed them, as machines read them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from kashf.adapters.records.aside import DOCUMENTS
from kashf.adapters.records.connection import Connection, chunks
from kashf.adapters.records.names_view import SqlNames
from kashf.adapters.records.packing.packed_text import packed, unpacked
from kashf.adapters.records.rows import (
    PAGE_COLUMNS,
    machine_reading_of,
    machine_values,
    page_of,
    page_values,
    reading_values,
    second_reading_values,
)
from kashf.domain.document import MarkKind, Origin, Page, Reading, Status
from kashf.domain.ids import DocumentId
from kashf.ports.stores import StoredReading

IS_IN = f"number NOT IN ({DOCUMENTS})"
_OF_THESE = f"document NOT IN (SELECT id FROM documents WHERE number IN ({DOCUMENTS}))"
_BARE_COLUMNS = "number, text, origin, confidence, marks, NULL"
_READING_COLUMNS = "type, status, reason, detail, metadata, engines"
_TABLES = ("pages", "second_readings", "unsure_pages", "machine_pages", "machine_readings")


def forget_pages(connection: Connection, documents: Sequence[DocumentId]) -> None:
    """Forget what was read of documents, and typed of them."""
    for table in _TABLES:
        connection.tracker.replaces(table, documents)
        connection.run_among(f"DELETE FROM {table} WHERE document", documents)


def keep_pages(connection: Connection, readings: Sequence[StoredReading]) -> None:
    """Keep readings of documents of which nothing is kept."""
    _insert(connection, "second_readings", [row for stored in readings for row in second_reading_values(stored.reading)])
    pages = [(stored.reading.document, page) for stored in readings for page in stored.reading.pages]
    _insert(connection, "pages", [page_values(document, page) for document, page in pages])
    unsure = [{"document": document, "number": page.number} for document, page in pages if page.text and not page.is_sure]
    connection.insert("unsure_pages", unsure)
    machine = [(stored.machine, {page.number: page for page in stored.reading.pages}) for stored in readings if stored.machine]
    connection.insert("machine_readings", [machine_values(reading) for reading, _ in machine])
    beneath = [page_values(reading.document, page) for reading, now in machine for page in reading.pages if now[page.number] != page]
    _insert(connection, "machine_pages", beneath)
    connection.tracker.changes("documents", [stored.reading.document for stored in readings])
    connection.update("documents", {stored.reading.document: reading_values(stored) for stored in readings})


def _insert(connection: Connection, table: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows of pages, their texts packed where the database lets a column hold either: those that were kept before stay as they are."""
    if not connection.is_postgres:
        rows = [{**row, "text": packed(str(row["text"]))} for row in rows]
    connection.insert(table, rows)


class SqlPages(SqlNames):
    """Reads the pages of a case's records."""

    def pages(self, document: DocumentId) -> tuple[Page, ...]:
        """Return its pages in order; empty when it has none or was not read."""
        return self._pages_of("pages", document)

    def page(self, document: DocumentId, number: int) -> Page | None:
        """Return one page, or None when there is no such page."""
        sql = f"SELECT {PAGE_COLUMNS} FROM pages WHERE document = ? AND number = ?"
        rows = self.sql.rows(sql, (document, number))
        return page_of(rows[0]) if rows else None

    def pages_at(self, places: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], Page]:
        """Return pages by document and number, without the places of words on images; those that there are not are left out."""
        joined = "FROM asked JOIN pages ON pages.document = asked.one AND pages.number = asked.other"
        rows = self.sql.among_pairs(f"SELECT document, {_BARE_COLUMNS} {joined}", places)
        return {(DocumentId(row[0]), row[1]): page_of(row[1:]) for row in rows}

    def texts_at(self, places: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], str]:
        """Return the texts of pages by document and number; those that there are not are left out."""
        joined = "FROM asked JOIN pages ON pages.document = asked.one AND pages.number = asked.other"
        rows = self.sql.among_pairs(f"SELECT document, number, text {joined}", places)
        return {(DocumentId(document), number): unpacked(kept) for document, number, kept in rows}

    def second_readings(self, document: DocumentId, *, page: int | None = None) -> tuple[Page, ...]:
        """Return its pages as other ways of reading have them, of one page or all, by number and in the order they were read in."""
        one = "" if page is None else " AND number = ?"
        both = (
            f"SELECT -1 AS place, document, {PAGE_COLUMNS} FROM machine_pages UNION ALL "
            f"SELECT place, document, {PAGE_COLUMNS} FROM second_readings"
        )
        sql = f"SELECT {PAGE_COLUMNS} FROM ({both}) beside WHERE document = ?{one} ORDER BY number, place"
        return tuple(page_of(row) for row in self.sql.rows(sql, (document,) if page is None else (document, page)))

    def machine_reading(self, document: DocumentId) -> Reading | None:
        """Return what machines read in a document, without what people typed of it; None when it was not read."""
        rows = self.sql.rows(f"SELECT {_READING_COLUMNS} FROM documents WHERE id = ?", (document,))
        if not rows or rows[0][1] in (None, Status.DESTROYED.value):
            return None
        judged = self.sql.rows("SELECT status, reason, detail FROM machine_readings WHERE document = ?", (document,))
        machine = {page.number: page for page in self._pages_of("machine_pages", document)}
        now = (machine.get(page.number, page) for page in self._pages_of("pages", document))
        seconds = f"SELECT {PAGE_COLUMNS} FROM second_readings WHERE document = ? ORDER BY place"
        return machine_reading_of(
            document,
            (*rows[0][:1], *(judged[0] if judged else rows[0][1:4]), *rows[0][4:]),
            pages=tuple(page for page in now if page.origin is not Origin.TRANSCRIPTION),
            second_readings=tuple(page_of(row) for row in self.sql.rows(seconds, (document,))),
        )

    def count_unsure_pages(self) -> int:
        """Return how many pages with text were read too unsurely to count."""
        return int(self.sql.rows(f"SELECT COUNT(*) FROM unsure_pages WHERE {_OF_THESE}")[0][0])

    def count_unkeyed_lines(self) -> int:
        """Return how many lines nobody has typed yet on pages of which people typed others, and no machine read surely."""
        rows = self.sql.rows(f"SELECT marks FROM pages WHERE origin = ? AND {_OF_THESE}", (Origin.TRANSCRIPTION.value,))
        return sum(kind == MarkKind.UNKEYED.value for row in rows for _, _, kind in json.loads(row[0]))

    def unsure_pages(self) -> Mapping[DocumentId, tuple[int, ...]]:
        """Return the pages with text that were read too unsurely to count, by document; their number is that of `totals`."""
        found: dict[DocumentId, list[int]] = {}
        for document, number in self.sql.rows(f"SELECT document, number FROM unsure_pages WHERE {_OF_THESE} ORDER BY document, number"):
            found.setdefault(DocumentId(document), []).append(number)
        return {document: tuple(numbers) for document, numbers in found.items()}

    def scanned_pages(self) -> frozenset[tuple[DocumentId, int]]:
        """Return the pages that OCR read, by document and number."""
        rows = self.sql.rows("SELECT document, number FROM pages WHERE origin = ?", (Origin.OCR.value,))
        return frozenset((DocumentId(document), int(number)) for document, number in rows)

    def page_counts(self) -> Mapping[DocumentId, int]:
        """Return how many pages each document has that were read surely enough to count; those without any are left out."""
        unsure = self.unsure_pages()
        rows = self.sql.rows(f"SELECT id, pages FROM documents WHERE pages > 0 AND {IS_IN} ORDER BY id")
        counts = {DocumentId(id): int(pages) - len(unsure.get(id, ())) for id, pages in rows}
        return {document: pages for document, pages in counts.items() if pages > 0}

    def bare_pages(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, tuple[Page, ...]]]:
        """Yield some documents with their pages in order, without the places of words on images; some are read at a time."""
        for some in chunks(documents):
            found: dict[DocumentId, list[Page]] = {}
            sql = f"SELECT document, {_BARE_COLUMNS} FROM pages WHERE document"
            for document, *row in self.sql.among(sql, some):
                found.setdefault(DocumentId(document), []).append(page_of(row))
            yield from ((id, tuple(sorted(pages, key=lambda page: page.number))) for id, pages in found.items())

    def walk_pages(self, document: DocumentId) -> Iterator[Page]:
        """Yield the pages of a document in order, as `bare_pages` does, few of them held at a time."""
        return map(page_of, self.sql.walk(f"SELECT {_BARE_COLUMNS} FROM pages WHERE document = ? ORDER BY number", (document,)))

    def bare_second_readings(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, tuple[Page, ...]]]:
        """Yield some documents with what else machines read on their pages, by page and in the order it was read in."""
        for some in chunks(documents):
            found: dict[DocumentId, list[tuple[int, Page]]] = {}
            for document, place, *row in self.sql.among(
                f"SELECT document, place, {_BARE_COLUMNS} FROM second_readings WHERE document", some
            ):
                found.setdefault(DocumentId(document), []).append((int(place), page_of(row)))
            for id, pages in found.items():
                yield id, tuple(page for _, page in sorted(pages, key=lambda each: (each[1].number, each[0])))

    def page_texts(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, int, str]]:
        """Yield the text of every page of some documents, with its number; some documents are read at a time."""
        for some in chunks(documents):
            rows = self.sql.walk_among("SELECT document, number, text FROM pages WHERE document", some)
            yield from ((DocumentId(document), int(number), unpacked(kept)) for document, number, kept in rows)

    def _pages_of(self, table: str, document: DocumentId) -> tuple[Page, ...]:
        rows = self.sql.rows(f"SELECT {PAGE_COLUMNS} FROM {table} WHERE document = ? ORDER BY number", (document,))
        return tuple(page_of(row) for row in rows)
