"""Reads the rows of registers among documents, for the stage that keeps what they say of papers and deliveries."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter_json import logged_json
from kashf.events.register_tables.logged_papers import logged_papers
from kashf.ports.stages import StageRow
from kashf.ports.views import TextsView


def keep_logged(view: TextsView, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, list[StageRow]]]:
    """Yield each document that is known, with what each row of its registers says as JSON; without a row where it holds none."""
    pages = dict(view.bare_pages(documents))
    for record in view.records(documents):
        found = logged_papers(record.id, [page for page in pages.get(record.id, ()) if page.is_sure])
        yield record.id, [(json.dumps(logged_json(each), ensure_ascii=False, separators=(",", ":")),) for each in found]
