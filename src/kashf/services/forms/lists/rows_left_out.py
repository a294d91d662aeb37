"""Rows of lists that were taken for no records, with why: sums, remarks, broken rows, what is too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kashf.domain.document import Span
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import FamilyKind
from kashf.domain.ids import DocumentId
from kashf.entities.forms.registers.headed_rows import LeftOutRow, headed_rows
from kashf.entities.forms.registers.register_families import column_keys
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.forms.keep_families import page_texts
from kashf.services.forms.told_families import FormFamily


@dataclass(frozen=True, slots=True)
class LeftOutRows:
    """Rows of the lists of a family that are no records.

    Args:
        rows: Where the ones stand that are told one by one, with why, in order of documents and pages.
        counts: How many there are, by why.
    """

    rows: tuple[tuple[Span, LeftOutRow], ...] = ()
    counts: Mapping[LeftOutRow, int] = field(default_factory=dict)


def rows_left_out(case: OpenCase, family: FormFamily, *, scope: Scope = Scope.LEAK, document: DocumentId | None = None) -> LeftOutRows:
    """Return the rows of the lists of a family that are no records; of forms there are none. Its documents are read again for it.

    Args:
        case: Which case.
        family: Which family.
        scope: Which collection.
        document: The one document that is asked about; None for all that have rows of the family.
    """
    if family.kind is not FamilyKind.REGISTER:
        return LeftOutRows()
    view = narrow(case, scope).case.view
    heads = (head for member in family.members for head in view.record_heads(member.id))
    documents = sorted({head.document for head in heads if document in {None, head.document}})
    editions = {frozenset(edition.fields) for member in family.members for edition in member.editions}
    found: list[tuple[Span, LeftOutRow]] = []
    counts: Counter[LeftOutRow] = Counter()
    for texts in page_texts(view, documents):
        for table in headed_rows(texts.pages):
            if any(edition >= {*column_keys(table)} for edition in editions):
                found += ((Span(texts.document, texts.pages[each.page].number, *each.place), each.why) for each in table.left_out)
                for each in table.left_out:
                    counts[each.why] += each.rows
    return LeftOutRows(tuple(found), counts)
