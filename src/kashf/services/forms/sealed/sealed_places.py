"""Where sealed values stand on pages, and the pages without them: the one place by which all that cites pages hides them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.pages.masked import masked
from kashf.errors import UnfinishedError
from kashf.ports.forms import SealedPlace, SealedPlaces
from kashf.ports.views import CaseView
from kashf.services.forms.joined_families import fields_by_column, form_decisions, joined_families
from kashf.services.forms.sealed.under_age import forms_of_minors


def sealed_places(view: CaseView, documents: Sequence[DocumentId]) -> SealedPlaces:
    """Return where sealed values stand in some documents, by document and page."""
    try:
        ids = [id for some in view.records_in(documents).values() for id in some]
    except UnfinishedError:  # A case of an earlier kashf, which looked for no forms.
        return {}
    if not ids:
        return {}
    joined = joined_families([each.family for each in view.kept_families()], form_decisions(view))
    fields, minors = fields_by_column(joined), forms_of_minors(view, joined, ids)
    found: dict[tuple[DocumentId, int], list[SealedPlace]] = {}
    for each in view.field_places(documents):
        field = fields.get((each.family, each.field))
        if field and each.start < each.end and replace(field, is_of_minor=(each.document, each.nth) in minors).is_sealed:
            found.setdefault((each.document, each.page), []).append(SealedPlace(each.start, each.end, field.kind))
    return found


class MaskedPages:
    """Gives the pages of a case with a block for each sign of what is sealed; places are those of the pages as they are."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._known: dict[DocumentId, dict[tuple[DocumentId, int], Sequence[SealedPlace]]] = {}

    def page(self, document: DocumentId, number: int) -> Page | None:
        """Return one page, or None when there is no such page."""
        page = self._view.page(document, number)
        return page and self._hidden(document, page)

    def pages(self, document: DocumentId) -> tuple[Page, ...]:
        """Return the pages of a document in order."""
        return tuple(self._hidden(document, page) for page in self._view.pages(document))

    def sealed_in(self, documents: Sequence[DocumentId]) -> SealedPlaces:
        """Return what is sealed in some documents; it is looked up together, and known afterwards."""
        unknown = [each for each in dict.fromkeys(documents) if each not in self._known]
        found = sealed_places(self._view, unknown) if unknown else {}
        self._known.update({document: {} for document in unknown})
        for (document, page), some in found.items():
            self._known[document][document, page] = some
        return {place: some for document in documents for place, some in self._known[document].items()}

    def _hidden(self, document: DocumentId, page: Page) -> Page:
        places = self.sealed_in([document]).get((document, page.number), ())
        return replace(page, text=masked(page.text, [place[:2] for place in places])) if places else page
