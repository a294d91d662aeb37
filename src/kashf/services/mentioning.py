"""Look for names on what documents show, and keep under which key each place is counted."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kashf.domain.document import Page
from kashf.domain.entity import PlacedMention
from kashf.domain.ids import DocumentId
from kashf.entities.find import find_mentions
from kashf.entities.keys import name_key
from kashf.ports.mentions import NAME_LENGTH
from kashf.ports.stores import CaseView, DocumentRecord, Stage
from kashf.ports.taggers import Tagger
from kashf.search.passages import shown_places
from kashf.services.handles import WritableCase
from kashf.services.leasing import lease

#: Documents whose records are asked for at once.
_TOGETHER: Final = 16


@dataclass(slots=True)
class Naming:
    """Looks for names in what waits for it, a little at a time.

    Args:
        case: Which case.
        taggers: What finds names.
        version: Of this stage with these taggers.
        done: Documents looked through so far.
    """

    case: WritableCase
    taggers: tuple[Tagger, ...]
    version: str
    done: int = 0
    _taken: deque[DocumentId] = field(default_factory=deque)

    def go_on(self, *, seconds: float) -> bool:
        """Look through documents for about so long, one at least, and return whether any waited."""
        if not self._taken:
            self._taken.extend(job.document for job in lease(self.case, Stage.NAMES))
        if not self._taken:
            return False
        found: list[tuple[DocumentId, list[PlacedMention]]] = []
        until = time.monotonic() + seconds
        while self._taken and (not found or time.monotonic() < until):
            together = [self._taken.popleft() for _ in range(min(_TOGETHER, len(self._taken)))]
            found += look_through(self.case.reading.view, together, taggers=self.taggers)
        with self.case.store.unit() as uow:
            uow.put_mentions(found, version=self.version)
            uow.commit()
        self.done += len(found)
        return True


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
