"""Look for names on what documents and other texts show, and keep under which key each place is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kashf.domain.document import Page
from kashf.domain.entity import Mention, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.entities.tagging.keys import mention_key
from kashf.entities.tagging.settle import find_mentions
from kashf.language.marks.boilerplate import boilerplate
from kashf.ports.mentions import NAME_LENGTH
from kashf.ports.taggers import Tagger
from kashf.ports.views import DocumentRecord, TextsView
from kashf.search.passages import counted_places


def look_through(
    view: TextsView, documents: Sequence[DocumentId], *, taggers: Sequence[Tagger]
) -> Iterator[tuple[DocumentId, list[PlacedMention]]]:
    """Yield each document that is known with what is named in it, in order of place.

    Args:
        view: Where their pages are.
        documents: Which to look through.
        taggers: What finds names.
    """
    pages = dict(view.bare_pages(documents))
    for found in view.records(documents):
        yield found.id, list(_placed(found, pages.get(found.id, ()), taggers))


def name_text(text: str, *, taggers: Sequence[Tagger], language: str) -> Iterator[Mention]:
    """Yield what is named in a text of no case, in order; what surrounds an article (advertisements, tickers, menus) names nobody.

    Args:
        text: All of it; places are its code points.
        taggers: What finds names.
        language: ISO 639-1 code of most of it, or "".
    """
    return _shown_mentions(Page(1, text, marks=boilerplate(text)), taggers, language=language)


def _placed(found: DocumentRecord, pages: Iterable[Page], taggers: Sequence[Tagger]) -> Iterator[PlacedMention]:
    for page in pages:
        for mention in _shown_mentions(page, taggers, language=found.language):
            key = mention_key(mention)
            if key and max(len(key), len(mention.text)) <= NAME_LENGTH:
                yield PlacedMention(found.id, page.number, key, mention)


def _shown_mentions(page: Page, taggers: Sequence[Tagger], *, language: str) -> Iterator[Mention]:
    """Yield what is named in the text that counts: a quoted mail, a page's navigation name nobody anew, and a misread page nobody."""
    for start, end in counted_places(page):
        for mention in find_mentions(page.text[start:end], taggers=taggers, language=language):
            yield mention if start == 0 else replace(mention, start=mention.start + start, end=mention.end + start)
