"""What is named in a text that belongs to no case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.domain.document import Page
from kashf.domain.entity import Mention
from kashf.entities.tagging.settle import find_mentions
from kashf.language.marks.boilerplate import boilerplate
from kashf.ports.taggers import Tagger
from kashf.search.passages import shown_places


def name_text(text: str, *, taggers: Sequence[Tagger], language: str) -> Iterator[Mention]:
    """Yield what is named in a text, in order; what surrounds an article (advertisements, tickers, menus) names nobody.

    Args:
        text: All of it; places are its code points.
        taggers: What finds names.
        language: ISO 639-1 code of most of it, or "".
    """
    page = Page(1, text, marks=boilerplate(text))
    for start, end in shown_places(page, 0, len(text)):
        for mention in find_mentions(text[start:end], taggers=taggers, language=language):
            yield replace(mention, start=mention.start + start, end=mention.end + start)
