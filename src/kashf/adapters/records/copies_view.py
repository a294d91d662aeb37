"""Reads what tells which documents are copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kashf.adapters.records.aside import DOCUMENTS, SIGHTINGS
from kashf.adapters.records.connection import Row
from kashf.adapters.records.copy_tables import copies_of, copies_version, copy_leaders, copy_links
from kashf.adapters.records.names_view import SqlNames
from kashf.domain.document import SURE_ENOUGH, Origin
from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyLink
from kashf.ports.views import CopyGroup

_STANDS = f"number NOT IN ({SIGHTINGS})"
_IS_IN = f"number NOT IN ({DOCUMENTS})"


class SqlCopies(SqlNames):
    """The part of the reading side of a case that is about copies."""

    def copies(self) -> tuple[CopyGroup, ...]:
        """Return groups of same bytes (seen at more than one place) and of same text, largest first."""
        same_bytes = f"SELECT document FROM sightings WHERE document IS NOT NULL AND {_STANDS} GROUP BY document HAVING COUNT(*) > 1"
        places = f"SELECT document, document, path FROM sightings WHERE document IN ({same_bytes}) AND {_STANDS} ORDER BY number"
        same_text = f"SELECT text_key FROM documents WHERE text_key IS NOT NULL AND {_IS_IN} GROUP BY text_key HAVING COUNT(*) > 1"
        texts = f"SELECT text_key, id, name FROM documents WHERE text_key IN ({same_text}) AND {_IS_IN} ORDER BY id"
        groups = [*_groups("bytes", self.sql.rows(places)), *_groups("text", self.sql.rows(texts))]
        return tuple(sorted(groups, key=lambda group: (-len(group.paths), group.kind, group.documents)))

    def copies_version(self) -> str:
        """Return the version by which copies were found, or "" where they were not since documents were last stored or left out."""
        return copies_version(self.sql)

    def copy_leaders(self, documents: Sequence[DocumentId] | None = None) -> Mapping[DocumentId, DocumentId]:
        """Return for each of some documents, or of all, that is a copy in any way the document that stands for it."""
        return copy_leaders(self.sql, documents)

    def copies_of(self, leader: DocumentId) -> tuple[DocumentId, ...]:
        """Return the documents for which one stands, by id, without itself."""
        return copies_of(self.sql, leader)

    def copy_links(self, documents: Sequence[DocumentId] | None = None) -> tuple[CopyLink, ...]:
        """Return why some documents, or all, are copies, by document and kind; nothing is said of `ANY`."""
        return copy_links(self.sql, documents)

    def same_text(self, document: DocumentId) -> tuple[DocumentId, ...]:
        """Return the other documents with the same text, by id."""
        key = "SELECT text_key FROM documents WHERE id = ?"
        sql = f"SELECT id FROM documents WHERE text_key = ({key}) AND id <> ? AND {_IS_IN} ORDER BY id"
        return tuple(DocumentId(row[0]) for row in self.sql.rows(sql, (document, document)))

    def signatures(self) -> tuple[tuple[DocumentId, bytes, bool], ...]:
        """Return MinHash signatures of documents with enough text, by id, and whether OCR read any of it."""
        rows = self.sql.rows(f"SELECT id, signature, origin FROM documents WHERE signature IS NOT NULL AND {_IS_IN} ORDER BY id")
        return tuple((DocumentId(id), bytes(signature), origin in ("ocr", "mixed")) for id, signature, origin in rows)

    def ink_prints(self) -> Iterator[tuple[DocumentId, int, bytes]]:
        """Yield where the pages of documents have ink of which no page was read surely by a machine, by document and number."""
        read = "SELECT document FROM pages WHERE text <> '' AND origin <> ? AND confidence >= ?"
        mine = f"SELECT id FROM documents WHERE {_IS_IN}"
        of_these = f"document IN ({mine}) AND document NOT IN ({read})"
        sql = f"SELECT document, number, ink FROM ink_prints WHERE {of_these} ORDER BY document, number"
        rows = self.sql.rows(sql, (Origin.TRANSCRIPTION.value, SURE_ENOUGH))
        return ((DocumentId(document), int(number), bytes(ink)) for document, number, ink in rows)


def _groups(kind: str, rows: Sequence[Row]) -> list[CopyGroup]:
    members: dict[str, list[tuple[str, str]]] = {}
    for key, document, path in rows:
        members.setdefault(key, []).append((document, path))
    return [
        CopyGroup(kind, tuple(dict.fromkeys(DocumentId(document) for document, _ in some)), tuple(path for _, path in some))
        for some in members.values()
    ]
