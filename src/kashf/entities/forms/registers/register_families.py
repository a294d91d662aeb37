"""Registers as families: each row a record, its columns the fields; lists with mostly the same headings are editions of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.document import Origin, Page, Span
from kashf.domain.forms.form_families import FamilyKind, FieldNote, FieldValue, FormRecord, RecordId, TemplateField
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.ids import DocumentId
from kashf.entities.forms.cells import label_key
from kashf.entities.forms.label_shapes import Label, told_apart
from kashf.entities.forms.printed_templates import Template, family_id
from kashf.entities.forms.registers.headed_rows import HeadedRows, TableRow
from kashf.language.field_values.value_states import value_state

#: Of two rows of headings, the share of all that both have, from which on they are editions of one register.
_SAME_REGISTER: Final = 0.6


@dataclass(slots=True)
class SeenHeadings:
    """Rows of headings in all documents.

    Args:
        rows: How many rows each heads, by the keys of its columns.
        printed: How often each is printed how.
        titles: What stands above them.
    """

    rows: Counter[tuple[str, ...]] = field(default_factory=Counter)
    printed: dict[str, Counter[str]] = field(default_factory=dict)
    titles: dict[tuple[str, ...], Counter[str]] = field(default_factory=dict)

    def add(self, tables: Sequence[HeadedRows]) -> None:
        """Count the registers of one document."""
        for table in tables:
            columns = column_keys(table)
            self.rows[columns] += len(table.rows)
            self.titles.setdefault(columns, Counter())[table.title] += 1
            for at, (key, words) in enumerate(zip(columns, table.printed, strict=True), start=1):
                self.printed.setdefault(key, Counter())[words or f"#{at}"] += 1


def column_keys(table: HeadedRows) -> tuple[str, ...]:
    """Return a key for each column, by its place where it has no heading; of a list without any, with its title, as others are not it."""
    title = "" if any(table.headings) else label_key(table.title)
    keys = (key or f"#{at} {title}".strip() for at, key in enumerate(table.headings, start=1))
    return tuple(key for _, key in told_apart(Label("", key) for key in keys))


def register_templates(seen: SeenHeadings) -> tuple[Template, ...]:
    """Return a template for each kind of register, the one with the most rows first."""
    found: list[list[tuple[str, ...]]] = []
    for columns in sorted(seen.rows, key=lambda each: (-seen.rows[each], each)):
        alike = (group for group in found if _alike(group[0], columns) >= _SAME_REGISTER)
        group = next(alike, None)
        if group is None:
            found.append([columns])
        else:
            group.append(columns)
    return tuple(_template(group, seen) for group in found)


def rows_of(document: DocumentId, pages: Sequence[Page], table: HeadedRows, template: Template) -> Iterator[FormRecord]:
    """Yield the rows of a register as records.

    Args:
        document: Its id.
        pages: All its pages.
        table: Where the rows stand.
        template: What their columns are.
    """
    fields = [template.known[key] for key in column_keys(table)]
    edition = template.editions.index(tuple(sorted(fields)))
    for nth, row in enumerate(table.rows, start=1):
        values = tuple(_values(document, pages[row.page], row, template, fields))
        yield FormRecord(RecordId(document, nth), template.id, edition + 1, (pages[row.page].number,), values)


def _values(document: DocumentId, page: Page, row: TableRow, template: Template, fields: Sequence[int]) -> Iterator[FieldValue]:
    places: Mapping[int, tuple[int, int]] = dict(zip(fields, row.cells, strict=True))
    notes = (FieldNote.GOES_ON.value,) if row.goes_on else ()
    for at, asked in enumerate(template.fields):
        if at not in places:
            yield FieldValue(asked.key, FieldState.NOT_ASKED)
            continue
        start, end = places[at]
        if start == end:
            yield FieldValue(asked.key, FieldState.BLANK, notes=notes)
        else:
            text, span = page.text[start:end], Span(document, page.number, start, end)
            yield FieldValue(asked.key, value_state(text), text, span, is_unseen=page.origin is Origin.OCR, notes=notes)


def _template(group: Sequence[tuple[str, ...]], seen: SeenHeadings) -> Template:
    keys = list(dict.fromkeys(key for columns in group for key in columns))
    known = {key: at for at, key in enumerate(keys)}
    titles = sum((seen.titles[columns] for columns in group), Counter[str]())
    title = min(titles, key=lambda each: (-titles[each], each))
    return Template(
        id=family_id("", group[0]),
        kind=FamilyKind.REGISTER,
        title=title,
        fields=tuple(TemplateField(FieldKey(key), _usual(seen.printed[key])) for key in keys),
        editions=tuple(dict.fromkeys(tuple(sorted(known[key] for key in columns)) for columns in group)),
        known=known,
        numbers={},
        headings=frozenset(),
        open=frozenset(),
    )


def _usual(counts: Counter[str]) -> str:
    return min(counts, key=lambda each: (-counts[each], each))


def _alike(first: Sequence[str], second: Sequence[str]) -> float:
    return len({*first} & {*second}) / len({*first, *second})
