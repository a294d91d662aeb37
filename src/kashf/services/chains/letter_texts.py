"""What is written on the letters of a case, each letter of a document by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import PartOf
from kashf.events.chains.wording.body_words import PageTexts
from kashf.services.case.open import OpenCase
from kashf.services.letters.list_letters import ListedLetter


def texts_of(case: OpenCase, letters: Sequence[ListedLetter]) -> dict[DocumentId, PageTexts]:
    """Return number and text of the pages of letters, by letter, without what is sealed; places in them are those of the page."""
    pages: dict[DocumentId, list[tuple[int, str]]] = defaultdict(list)
    for document, number, text in case.view.page_texts(sorted({each.document for each in letters if not each.is_masked})):
        pages[document].append((number, text))
    for document in sorted({each.document for each in letters if each.is_masked}):
        pages[document] = [(page.number, page.text) for page in case.shown.pages(document)]
    begins: dict[DocumentId, list[PartOf]] = defaultdict(list)
    for each in letters:
        if each.letter.part:
            begins[each.document].append(each.letter.part)
    found: dict[DocumentId, PageTexts] = {}
    for each in letters:
        part = each.letter.part
        behind = [other for other in begins[each.document] if part and other.nth > part.nth]
        end = min(behind, key=lambda other: other.nth) if behind else None
        found[each.id] = list(_between(pages[each.document], part, end)) if part else pages[each.document]
    return found


def _between(pages: PageTexts, begin: PartOf, end: PartOf | None) -> Iterator[tuple[int, str]]:
    """Yield the pages of one of several letters; what stands above it on its first page is blanked."""
    for number, text in pages:
        if number < begin.page or (end and number > end.page):
            continue
        cut = text[: end.start] if end and number == end.page else text
        yield number, " " * begin.start + cut[begin.start :] if number == begin.page else cut
