"""What is translated of a document's pages, as it is searched: no text of the document, so that no count and no name is of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kashf.ports.search import TRANSLATION, Passage
from kashf.search.passages import Indexable, facets_of, words_and_forms


def translated_passages(item: Indexable) -> Iterator[Passage]:
    """Yield a passage for each translation of a page of a document; one without any word yields none."""
    facets = facets_of(item)
    for each in item.translations:
        words, forms = words_and_forms(each.texts)
        if words:
            place, into = (each.number, each.number + 1), replace(facets, languages=(each.language,))
            yield Passage(item.record.id, each.page, *place, words, into, joined=forms, kind=TRANSLATION)
