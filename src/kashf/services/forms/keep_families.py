"""Finds the families of forms in a case and keeps them, with what each form has in each field, where documents have changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

import kashf
from kashf.domain.forms.form_decisions import sure_families
from kashf.domain.forms.form_families import Family, FamilyId, FormDoubt
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId
from kashf.entities.forms.doubts.filled_letters import is_filled_letter
from kashf.entities.forms.doubts.form_doubts import is_code_file, mail_fields
from kashf.entities.forms.find_families import FamilyCounts, FilledForms, PageTexts, find_templates
from kashf.entities.forms.printed_templates import Template
from kashf.ports.forms import KeptFamily, KeptForms
from kashf.ports.stages import FIELDS
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import content_digest
from kashf.services.forms.field_columns import with_parts
from kashf.services.forms.joined_families import fields_by_column, form_decisions, joined_families
from kashf.services.forms.naming.name_fields import documents_named
from kashf.services.forms.people.see_anew import see_anew
from kashf.services.forms.read_anew import columns_of, read_anew, read_dates_anew
from kashf.services.forms.said_values import ColumnKind, by_field, with_said
from kashf.services.letters.kept_letters import kept_letters

#: What decides which forms there are and what stands in them.
_DECIDES: Final = (
    "domain/date.py",
    "domain/forms",
    "domain/letters",
    "entities/forms",
    "events/letters",
    "language",
    "services/forms/field_columns.py",
    "services/forms/keep_families.py",
    "services/forms/said_values.py",
    "services/letters/keep_letters.py",
)
#: Documents that are read, and stored, at a time.
_AT_ONCE: Final = 500

_Columns = Mapping[FamilyId, Sequence[ColumnKind]]
_Groups = Mapping[FamilyId, Sequence[Sequence[ColumnKind]]]


def keep_families(case: WritableCase, *, report: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    """Find the families of a case and keep them, where documents have changed since this was last done.

    Args:
        case: Which case.
        report: Told how many documents were gone through, of how many; each is twice.

    Returns:
        How many forms there are; 0 when nothing had changed.
    """
    view = case.reading.view
    version = f"{families_version()}{_vouched(view)}"
    if view.families_version() == version:
        read_anew(case)
        see_anew(case)
        return 0
    documents = sorted(view.page_counts())
    tell = _Telling(report, 2 * len(documents))
    templates = find_templates(tell.through(page_texts(view, documents)))
    unfilled = [with_parts(_unfilled(each)) for each in templates.found]
    decisions = form_decisions(view)
    templates = replace(templates, vouched=sure_families(unfilled, decisions))
    columns = _columns(view, unfilled)
    with case.store.unit() as uow:
        uow.wait_again(FIELDS, sorted(documents_named(view)))  # Names stand in fields of them, or did.
        uow.put_families([_kept(each, columns) for each in unfilled])
        uow.commit()
    counts, groups = FamilyCounts(templates.found), {family: by_field(some) for family, some in columns.items()}
    filled = (templates.read(texts) for texts in tell.through(page_texts(view, documents)))
    vouched = sure_families([replace(each, doubt=FormDoubt.LETTERS) for each in unfilled], decisions)
    mail = frozenset(key for each in unfilled for key in mail_fields(each.fields))
    _keep(case, (each for each in filled if each.records), counts, _Kinds(groups, mail, vouched))
    families = [with_parts(each) for each in counts.families()]
    with case.store.unit() as uow:
        uow.end_families(version, [_kept(each, columns) for each in families])
        uow.commit()
    read_dates_anew(case)
    read_anew(case)  # what was decided meanwhile
    see_anew(case)
    return sum(each.records for each in families)


def families_version() -> str:
    """Return the version by which families are found."""
    return content_digest(Path(kashf.__file__).parent / name for name in _DECIDES)[:16]


def page_texts(view: CaseView, documents: Sequence[DocumentId]) -> Iterator[PageTexts]:
    """Yield the pages of some documents that were read surely enough to count, those of scans with their boxes."""
    scanned = {document for document, _ in view.scanned_pages()}
    for id, bare in view.bare_pages(documents):
        pages = view.pages(id) if id in scanned else bare
        yield PageTexts(id, tuple(page for page in pages if page.is_sure))


class _Telling:
    """Tells how far it is, now and then.

    Args:
        report: Told how many are done, of how many.
        total: How many there are.
    """

    def __init__(self, report: Callable[[int, int], None], total: int) -> None:
        self._report, self._total, self._done = report, total, 0

    def through(self, texts: Iterable[PageTexts]) -> Iterator[PageTexts]:
        """Yield documents, and tell of them."""
        for each in texts:
            yield each
            self._done += 1
            if self._done % _AT_ONCE == 0 or self._done == self._total:
                self._report(self._done, self._total)


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What is known of the fields of all families.

    Args:
        groups: What the fields of each ask.
        mail: Those whose labels stand above mails.
        vouched: Families that are forms, as a person said.
    """

    groups: _Groups
    mail: Collection[FieldKey]
    vouched: Collection[FamilyId]


def _keep(case: WritableCase, filled: Iterator[FilledForms], counts: FamilyCounts, kinds: _Kinds) -> None:
    """Store the forms of documents, some at a time, so that whoever decides something meanwhile is not kept waiting."""
    while some := list(islice(filled, _AT_ONCE)):
        documents = [each.document for each in some]
        code = {each.id for each in case.reading.view.records(documents) if is_code_file(each.name, each.type)}
        letters = kept_letters(case.reading.view, documents)
        kept: list[KeptForms] = []
        for each in some:
            is_code, letter = each.document in code, letters.get(each.document)
            is_letter = letter is not None and is_filled_letter(letter, each.records, kinds.mail)
            counts.add(each, is_code_file=is_code, is_letter=is_letter)
            is_vouched = any(record.family in kinds.vouched for record in each.records)
            kept.append(_kept_forms(each, kinds.groups, prints=not is_code and (is_vouched or not is_letter)))
        with case.store.unit() as uow:
            uow.put_forms_of(kept)
            uow.wait_again(FIELDS, [each.document for each in kept])
            uow.commit()


def _kept_forms(forms: FilledForms, groups: _Groups, *, prints: bool) -> KeptForms:
    """Return the forms of a document as they are kept; what programs, or letters, have in common is not printed on them."""
    records = [with_said(form, groups[form.family]) for form in forms.records]
    return KeptForms(forms.document, records, forms.printed if prints else ())


def _vouched(view: CaseView) -> str:
    """Return what tells of which families that may be no forms a person said what a field asks; "" for none."""
    families = [each.family for each in view.kept_families()]
    doubted = {each.id for each in families if each.doubt}
    return "".join(f" {id}" for id in sorted(doubted & sure_families(families, form_decisions(view)))) if doubted else ""


def _columns(view: CaseView, families: Sequence[Family]) -> _Columns:
    fields = fields_by_column(joined_families(families, form_decisions(view)))
    return {each.id: columns_of(each, fields) for each in families}


def _kept(family: Family, columns: _Columns) -> KeptFamily:
    return KeptFamily(family, tuple(each.kind for each in columns[family.id]))


def _unfilled(template: Template) -> Family:
    """Return a family of which no record was read yet."""
    return Family(template.id, template.kind, template.title, template.fields, (), 0, 0, doubt=template.doubt)
