"""All passages of a document: what is known of it beside its text, its text, and what is translated of it."""

from __future__ import annotations

from collections.abc import Iterator

from kashf.ports.search import Passage
from kashf.search.about import about_passages
from kashf.search.passages import Indexable, passages
from kashf.search.translated import translated_passages


def all_passages(item: Indexable) -> Iterator[Passage]:
    """Yield them in that order."""
    yield from about_passages(item)
    yield from passages(item)
    yield from translated_passages(item)
