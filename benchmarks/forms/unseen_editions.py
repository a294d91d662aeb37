"""How well an edition is read that nobody has seen: the others are there, and five forms of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from benchmarks.forms.haul_figures import Share, fields_right
from benchmarks.forms.haul_truth import FoundForms, HaulTruth, match
from kashf.domain.ids import DocumentId
from kashf.entities.forms.find_families import find_families
from kashf.ports.forms import KeptFamily, KeptRecord
from kashf.ports.views import CaseView
from kashf.services.forms.field_columns import proposal
from kashf.services.forms.keep_families import page_texts
from kashf.services.forms.said_values import ColumnKind, by_field, with_said

#: Forms of the edition that are there.
FORMS = 5


def unseen_right(view: CaseView, truth: HaulTruth, found: FoundForms) -> Iterator[tuple[str, Share]]:
    """Yield for each edition of the templates that have several how many filled-in fields are right on five digital forms of it."""
    digital = {form["file"] for form in truth.forms if truth.source_of(form) in {"txt", "docx", "html", "xlsx", "pdf"}}
    editions: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for form in truth.forms:
        if form["file"] in digital:
            editions[form["family"], form["edition"]].append(form["file"])
    for (family, edition), files in sorted(editions.items()):
        if sum(one == family for one, _ in editions) > 1 and len(files) > FORMS:
            left_out = set(files[FORMS:])
            kept = digital - left_out
            forms = tuple(each for each in truth.forms if each["file"] in kept)
            asked = HaulTruth(forms, truth.source, truth.registers, truth.beyond)
            seen = _found(view, {path: id for path, id in found.documents.items() if path in kept})
            shares = fields_right(each for each in match(asked, seen) if (each.truth["family"], each.truth["edition"]) == (family, edition))
            yield f"{family} / {edition}", Share(sum(each.right for each in shares.values()), sum(each.of for each in shares.values()))


def _found(view: CaseView, documents: dict[str, DocumentId]) -> FoundForms:
    """Return the forms in some documents alone, as `keep_families` reads them but for parts of labels that ask several things."""
    told = find_families(page_texts(view, sorted(set(documents.values()))))
    columns = {
        each.id: [ColumnKind(field.key, proposal(field).kind, proposal(field).kind) for field in each.fields] for each in told.families
    }
    families = {each.id: KeptFamily(each, tuple(column.kind for column in columns[each.id])) for each in told.families}
    records: dict[DocumentId, tuple[KeptRecord, ...]] = {
        each.document: tuple(with_said(record, by_field(columns[record.family])) for record in each.records) for each in told.filled
    }
    return FoundForms(families, records, documents)
