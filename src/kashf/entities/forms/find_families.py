"""Families of forms: what is printed is learned from all documents, then each is read by itself for what is filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kashf.domain.document import Page, Span
from kashf.domain.forms.form_families import Edition, Family, FamilyId, FamilyKind, FormDoubt, FormRecord, RecordId
from kashf.domain.forms.template_fields import FieldState
from kashf.domain.ids import DocumentId
from kashf.entities.forms.cells import FormCell, cells, label_key, lines_of
from kashf.entities.forms.doubts.form_doubts import doubt_of_files
from kashf.entities.forms.filled.filled_records import records_in
from kashf.entities.forms.label_shapes import read_row
from kashf.entities.forms.printed_labels import PageLabels, labels_on
from kashf.entities.forms.printed_templates import Template, template_of
from kashf.entities.forms.registers.headed_rows import HeadedRows, headed_rows, register_pages
from kashf.entities.forms.registers.register_families import SeenHeadings, column_keys, register_templates, rows_of
from kashf.entities.forms.seen_shapes import gather_shapes
from kashf.entities.forms.shape_clusters import Cluster, clusters

#: Share of an edition's fields whose labels were not found from which on a record is doubtful.
_DOUBTFUL: Final = 0.25
#: Share of the labels of the template of which a page has most, from which on another template may be the one it is of.
_NEARLY: Final = 0.6
#: Rows of a register at most, with columns in pairs, that may be the lines of a form.
_SHORT: Final = 40
#: Labels of a form on a page for each row of a table, from which on it is a form.
_OF_ROWS: Final = 0.5


@dataclass(frozen=True, slots=True)
class PageTexts:
    """A document as far as forms are looked for in it.

    Args:
        document: Its id.
        pages: All its pages as they read now, in order, those of scans with their boxes.
    """

    document: DocumentId
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class FilledForms:
    """What one document has of forms.

    Args:
        document: Its id.
        records: In order.
        printed: Labels, and headings above them, in order, not overlapping each other or a value: names in them are no mentions of the
            leak. Lines below are left: what one man signs on most letters of a letterhead looks printed, too.
    """

    document: DocumentId
    records: tuple[FormRecord, ...]
    printed: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FoundFamilies:
    """Families and their records.

    Args:
        families: The one with the most records first.
        filled: Of each document that has any, in order of their ids.
    """

    families: tuple[Family, ...]
    filled: tuple[FilledForms, ...]

    @property
    def records(self) -> Iterator[FormRecord]:
        """All records, in order of their ids."""
        for each in self.filled:
            yield from each.records


@dataclass(frozen=True, slots=True)
class Templates:
    """What was learned from all documents; with it each is read by itself.

    Args:
        found: The one with the most records first.
        using: Which of these, by place, use a label.
        vouched: Families of which a person decided what a field asks: they are forms whatever speaks against it.
    """

    found: tuple[Template, ...]
    using: Mapping[str, tuple[int, ...]]
    vouched: Collection[FamilyId] = ()

    def prints(self, template: Template) -> bool:
        """Whether words that a template prints are no mentions: nobody may say that of what may be no form."""
        return template.doubt is None or template.id in self.vouched

    def read(self, texts: PageTexts) -> FilledForms:
        """Return the forms of one document, and the rows of its registers behind them."""
        if not self.found:
            return FilledForms(texts.document, (), ())
        tables = headed_rows(texts.pages)
        rows = Counter(row.page for table in tables for row in table.rows)
        sure = register_pages([table for table in tables if table.is_sure])
        on: dict[int, list[PageLabels]] = {}
        for at, page in enumerate(texts.pages):
            best = None if at in sure else self._best(at, page)
            if best is not None and len(best[1].labels) >= _OF_ROWS * rows[at]:
                on.setdefault(best[0], []).append(best[1])
                rows[at] = 0
        records: list[FormRecord] = []
        printed: list[Span] = []
        for template, pages in sorted(on.items()):
            found = records_in(texts.document, texts.pages, self.found[template], on=pages)
            records += found
            printed += _printed(texts, pages) if found and self.prints(self.found[template]) else []
        for table in tables:
            if all(rows[row.page] for row in table.rows):
                records += rows_of(texts.document, texts.pages, table, self._register(table))
                printed += (Span(texts.document, texts.pages[head.page].number, *place) for head in table.heads for place in head.cells)
        numbered = tuple(replace(each, id=RecordId(texts.document, nth)) for nth, each in enumerate(records, start=1))
        return FilledForms(texts.document, numbered, tuple(sorted(printed, key=lambda span: (span.page, span.start))))

    def _register(self, table: HeadedRows) -> Template:
        """Return the template of a register that was read before."""
        columns = frozenset(column_keys(table))
        return next(each for each in self.found if each.kind is FamilyKind.REGISTER and _is_edition(columns, each))

    def _best(self, at: int, page: Page) -> tuple[int, PageLabels] | None:
        """Return the template of which a page has most, and what it has of it."""
        found = cells(page.text)
        hits = self._hits(label_key(page.text[cell.label : cell.label_end]) for cell in found)
        if max(hits.values(), default=0) * 2 < len(found):  # labels may be misread, or nothing parts them from what follows
            hits = self._hits(self._keys(page.text, found))
        least = max(2, _NEARLY * max(hits.values(), default=0))
        likely = [template for template, count in sorted(hits.items()) if count >= least]
        read = [(template, labels_on(self.found[template], at, page)) for template in likely]
        return max(read, key=lambda each: (len(each[1].labels), len(each[1].headings), -each[0]), default=None)

    def _hits(self, keys: Iterable[str]) -> Counter[int]:
        return Counter(template for key in keys for template in self.using.get(key, ()))

    def _keys(self, text: str, found: Iterable[FormCell]) -> Iterator[str]:
        """Yield the labels that cells of a page begin with, whatever the template."""
        for row in lines_of(found):
            yield from (label.key for _, label in read_row(text, row, self.using) if label is not None)


def find_templates(documents: Iterable[PageTexts]) -> Templates:
    """Return the templates of some documents, which are read once, in any order."""
    headings = SeenHeadings()
    gathered = gather_shapes((texts.document, _without_registers(texts.pages, headings)) for texts in documents)
    learned: dict[FamilyId, tuple[Cluster, Template]] = {}
    for cluster in clusters(gathered.shapes):
        template = template_of(cluster, gathered)
        if template is not None and template.id in learned:
            cluster.take(learned[template.id][0])
            template = template_of(cluster, gathered)
        if template is not None:
            learned[template.id] = cluster, template
    found = tuple(template for _, template in learned.values())
    using: dict[str, tuple[int, ...]] = {}
    for at, template in enumerate(found):
        for key in template.known:
            using[key] = (*using.get(key, ()), at)
    return Templates((*found, *register_templates(headings)), using)


def _without_registers(pages: Sequence[Page], headings: SeenHeadings) -> Sequence[Page]:
    """Return the pages of a document that may be forms, and count the registers on them; a short one may be a form after all."""
    tables = headed_rows(pages)
    headings.add(tables)
    long = register_pages([table for table in tables if table.is_sure or len(table.headings) % 2 or len(table.rows) > _SHORT])
    return [page for at, page in enumerate(pages) if at not in long] if long else pages


def _is_edition(columns: frozenset[str], template: Template) -> bool:
    return any(columns == {template.fields[at].key for at in edition} for edition in template.editions)


def find_families(documents: Iterable[PageTexts]) -> FoundFamilies:
    """Return the families among some documents, whatever their order, and all their records.

    Whoever cannot hold all records reads the documents twice: `find_templates`, then `Templates.read` for each and `FamilyCounts`.
    """
    held = sorted(documents, key=lambda texts: texts.document)
    templates = find_templates(held)
    counts = FamilyCounts(templates.found)
    filled = tuple(forms for texts in held if (forms := templates.read(texts)).records)
    for forms in filled:
        counts.add(forms)
    return FoundFamilies(counts.families(), filled)


@dataclass(slots=True)
class FamilyCounts:
    """Counts records as documents are read one by one, in any order.

    Args:
        templates: Of which families.
        code_files: Documents that are programs or settings.
        letters: Those that are letters of one layout.
    """

    templates: tuple[Template, ...]
    code_files: Counter[FamilyId] = field(default_factory=Counter)
    letters: Counter[FamilyId] = field(default_factory=Counter)
    documents: Counter[FamilyId] = field(default_factory=Counter)
    doubtful: Counter[FamilyId] = field(default_factory=Counter)
    editions: Counter[tuple[FamilyId, int]] = field(default_factory=Counter)

    def add(self, forms: FilledForms, *, is_code_file: bool = False, is_letter: bool = False) -> None:
        """Count what one document has."""
        families = {record.family for record in forms.records}
        self.documents.update(families)
        self.code_files.update(families if is_code_file else ())
        self.letters.update(families if is_letter else ())
        self.editions.update((record.family, record.edition) for record in forms.records)
        self.doubtful.update(record.family for record in forms.records if is_doubtful(record))

    def families(self) -> tuple[Family, ...]:
        """Return the families of which there are records, the one with the most first."""
        found = (self._family(template) for template in self.templates)
        return tuple(sorted((each for each in found if each.records), key=lambda each: (each.doubt is not None, -each.records, each.id)))

    def _family(self, template: Template) -> Family:
        editions = tuple(
            Edition(number, tuple(template.fields[at].key for at in asked), self.editions[template.id, number])
            for number, asked in enumerate(template.editions, start=1)
        )
        records = sum(edition.records for edition in editions)
        counted = {"records": records, "documents": self.documents[template.id], "doubtful": self.doubtful[template.id]}
        doubt = template.doubt or self._doubt(template)
        return Family(template.id, template.kind, template.title, template.fields, editions, **counted, doubt=doubt, titles=template.titles)

    def _doubt(self, template: Template) -> FormDoubt | None:
        """Return why a template may be none by what most of its documents are."""
        most = self.documents[template.id] // 2 + 1
        if template.kind is not FamilyKind.FORM:
            return None
        of_code = doubt_of_files(template.fields) if self.code_files[template.id] >= most else None
        return of_code or (FormDoubt.LETTERS if self.letters[template.id] >= most else None)


def is_doubtful(record: FormRecord) -> bool:
    """Return whether a fourth or more of what its edition asks was not found."""
    asked = [value for value in record.values if value.state is not FieldState.NOT_ASKED]
    return sum(value.state is FieldState.NOT_FOUND for value in asked) >= _DOUBTFUL * len(asked)


def _printed(texts: PageTexts, pages: Sequence[PageLabels]) -> Iterator[Span]:
    for on in pages:
        number = texts.pages[on.page].number
        for label in on.labels:
            yield Span(texts.document, number, label.cell.start, label.cell.label_end)
        first = min((label.cell.start for label in on.labels), default=0)
        for cell in on.cells:
            if cell.start < first and cell.start in on.headings:
                yield Span(texts.document, number, cell.start, cell.end)
