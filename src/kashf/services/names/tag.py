"""Look for names on what documents show, and keep under which key each place is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kashf.domain.document import Page
from kashf.domain.entity import PlacedMention
from kashf.domain.ids import DocumentId
from kashf.entities.tagging.keys import name_key
from kashf.entities.tagging.settle import find_mentions
from kashf.ports.mentions import NAME_LENGTH
from kashf.ports.taggers import Tagger
from kashf.ports.views import CaseView, DocumentRecord
from kashf.search.passages import shown_places


def look_through(
    view: CaseView, documents: Sequence[DocumentId], *, taggers: Sequence[Tagger]
) -> Iterator[tuple[DocumentId, list[PlacedMention]]]:
    """Yield each document that is known with what is named in it, in order of place.

    Args:
        view: Where their pages are.
        documents: Which to look through.
        taggers: What finds names.
    """
    for found in view.records(documents):
        yield found.id, list(_placed(found, view.pages(found.id), taggers))


def _placed(found: DocumentRecord, pages: Iterable[Page], taggers: Sequence[Tagger]) -> Iterator[PlacedMention]:
    """Yield what is named in the text that default search shows: a quoted mail, a page's navigation name nobody anew."""
    for page in pages:
        for start, end in shown_places(page, 0, len(page.text)):
            for mention in find_mentions(page.text[start:end], taggers=taggers, language=found.language):
                key = name_key(mention.text, mention.type)
                if key and max(len(key), len(mention.text)) <= NAME_LENGTH:
                    moved = mention if start == 0 else replace(mention, start=mention.start + start, end=mention.end + start)
                    yield PlacedMention(found.id, page.number, key, moved)
