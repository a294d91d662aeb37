"""Documents as a worker that looks through texts is sent them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Page, Status
from kashf.domain.entity import Mention, MentionType
from kashf.domain.ids import DocumentId
from kashf.ports.stages import NAMES
from kashf.ports.views import DocumentRecord
from kashf.services.ingest.looking.sent_texts import SentText


@dataclass(frozen=True)
class WordTagger:
    """Finds one word, as a person."""

    word: str
    name: str = "word"
    version: str = "1"

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        return [Mention(*each.span(), each[0], MentionType.PERSON, "rules:word", 1.0) for each in re.finditer(self.word, text)]


ID = DocumentId("a" * 64)


def sent_text(*pages: Page, stages: tuple[str, ...] = (NAMES.name,), id: DocumentId = ID, type: str = "text/plain") -> SentText:
    """Return a document for some stages."""
    day, said = FuzzyDate.parse("2014-11-03"), {"from": "Amal"}
    record = DocumentRecord(
        *(id, "/leak/a.txt", 12, type, Status.DONE, "", "", len(pages), "digital", "", day, "Amal", "", "ar", None, said, {"plain": "1"})
    )
    return SentText(record, pages, stages)
