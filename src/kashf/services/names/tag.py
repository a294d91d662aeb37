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
from kashf.entities.tagging.keys import name_key
from kashf.entities.tagging.settle import find_mentions
from kashf.ports.mentions import NAME_LENGTH
from kashf.ports.stores import CaseView, DocumentRecord, Stage
from kashf.ports.taggers import Tagger
from kashf.search.passages import shown_places
from kashf.services.case.leasing import lease
from kashf.services.case.open import WritableCase

#: Documents whose records are asked for at once.
_TOGETHER: Final = 16
#: Documents kept in one transaction, at most: the more together, the fewer totals are added to.
_LEASED_TOGETHER: Final = 2048
#: Mentions kept in one transaction, or a few more, at 1 kB of memory each.
_MOST_UNKEPT: Final = 50_000
#: Seconds of work that a power cut may cost.
_KEEP_SECONDS: Final = 20.0


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
    _found: list[tuple[DocumentId, list[PlacedMention]]] = field(default_factory=list)
    _places: int = 0
    _kept_at: float = field(default_factory=time.monotonic)

    def go_on(self, *, seconds: float) -> bool:
        """Look through documents for about so long, one at least; returns whether there may be more, and if not, all is kept."""
        until = time.monotonic() + seconds
        while self._take():
            together = [self._taken.popleft() for _ in range(min(_TOGETHER, len(self._taken)))]
            for document, mentions in look_through(self.case.reading.view, together, taggers=self.taggers):
                self._found.append((document, mentions))
                self._places += len(mentions)
                self.done += 1
            if self._places >= _MOST_UNKEPT or time.monotonic() - self._kept_at > _KEEP_SECONDS:
                self._keep()
            if time.monotonic() > until:
                return True
        return False

    def _take(self) -> bool:
        """Make sure that there is work, and return whether there is."""
        if not self._taken:
            # First, so that nothing found on a page that was read again since is kept under a new lease of it.
            self._keep()
            self._taken.extend(job.document for job in lease(self.case, Stage.NAMES, limit=_LEASED_TOGETHER))
        return bool(self._taken)

    def _keep(self) -> None:
        if not self._found:
            return
        with self.case.store.unit() as uow:
            uow.put_mentions(self._found, version=self.version)
            uow.commit()
        self._found.clear()
        self._places = 0
        self._kept_at = time.monotonic()


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
