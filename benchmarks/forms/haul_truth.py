"""What is true of a haul of `examples/siege/make_forms.py`, and which form that was found is which."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, Self

from rapidfuzz.fuzz import ratio

from kashf.domain.forms.form_families import FamilyId, FamilyKind
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId
from kashf.entities.forms.cells import label_key
from kashf.language.words.tokens import folded_words
from kashf.ports.forms import KeptFamily, KeptRecord, KeptValue
from kashf.ports.views import CaseView
from kashf.services.forms.field_columns import own_key

#: How alike in [0..100] a label and the name of a field are that are one, where OCR read the template.
ALIKE = 85
#: What the truth calls a kind, and what kashf does.
KINDS = {
    "go_between": {"go-between"},
    "yes_no": {"yes-no"},
    "date": {"date", "written"},
    "free": {"free", "choice"},
    "skills": {"skills", "choice"},
}

_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class HaulTruth:
    """A haul.

    Args:
        forms: Its forms and rows of registers, those whose pages are files of their own left out.
        source: Of each file what it is: "txt", "scan typed", "photo".
        registers: Names of the families that are registers.
        beyond: Forms whose pages are files of their own.
    """

    forms: tuple[_Row, ...]
    source: Mapping[str, str]
    registers: frozenset[str]
    beyond: int

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a truth.json."""
        told = json.loads(path.read_text(encoding="utf-8"))
        forms = tuple(_with_parts(row) for row in told["forms"] if not row.get("continued_in"))
        registers = frozenset(row["name"] for row in told["families"] if row["kind"] == "register")
        return cls(forms, {row["file"]: _source(row) for row in told["files"]}, registers, len(told["forms"]) - len(forms))

    def source_of(self, form: _Row) -> str:
        """Return what a form came as."""
        return "register" if form["family"] in self.registers else self.source[form["file"]]


@dataclass(frozen=True, slots=True)
class FoundForms:
    """What a case knows of forms.

    Args:
        families: By id, with what their fields were read as.
        records: By the document in which they are.
        documents: By path below the folder of the haul.
    """

    families: Mapping[FamilyId, KeptFamily]
    records: Mapping[DocumentId, tuple[KeptRecord, ...]]
    documents: Mapping[str, DocumentId]

    @classmethod
    def of(cls, view: CaseView) -> Self:
        """Read them from a case."""
        places = view.places(sorted(view.page_counts()))
        paths = {path.removeprefix("files/"): id for id, some in places.items() for path in some}
        ids = view.records_in(list(places))
        records = {document: view.form_records(some) for document, some in ids.items()}
        return cls({each.family.id: each for each in view.kept_families()}, records, paths)


@dataclass(frozen=True, slots=True)
class Matched:
    """A form of the truth with what was found of it.

    Args:
        truth: It.
        source: What it came as.
        found: The form that was found there; None for none.
        family: Its family; None for none.
    """

    truth: _Row
    source: str
    found: KeptRecord | None
    family: KeptFamily | None

    def fields(self) -> Iterator[tuple[_Row, KeptValue | None]]:
        """Yield each field of the truth with the value that was found of it; None where there is none."""
        known = {each.value.field: each for each in self.found.values()} if self.found else {}
        columns = FieldColumns(self.family) if self.family else None
        for row, nth in numbered(self.truth["fields"]):
            key = columns.key(row, nth) if columns else None
            yield row, known.get(key) if key else None

    def kinds(self) -> Iterator[tuple[_Row, str]]:
        """Yield each field of the truth with the kind as which it was read."""
        columns = FieldColumns(self.family) if self.family else None
        for row, nth in numbered(self.truth["fields"]):
            key = columns.key(row, nth) if columns else None
            if columns and key:
                yield row, columns.kinds[key]


def match(truth: HaulTruth, found: FoundForms) -> tuple[Matched, ...]:
    """Return each form of the truth with what was found of it: of several in a file that which has the most of its words."""
    by_file: dict[str, list[_Row]] = {}
    for form in truth.forms:
        by_file.setdefault(form["file"], []).append(form)
    matched = []
    for file, forms in by_file.items():
        document = found.documents.get(file)
        records = list(found.records.get(document, ())) if document else []
        for form in sorted(forms, key=lambda form: form["nth"]):
            record = max(records, key=partial(_common, form), default=None)
            if record is not None and _common(form, record):
                records.remove(record)
            else:
                record = None
            family = found.families[record.form.family] if record else None
            matched.append(Matched(form, truth.source_of(form), record, family))
    return tuple(matched)


class FieldColumns:
    """The columns of a family, by what labels ask.

    Args:
        kept: The family.
    """

    def __init__(self, kept: KeptFamily) -> None:
        self.kinds = {field.key: kind.value for field, kind in zip(kept.family.fields, kept.kinds, strict=True)}
        self._family = kept.family
        self._named: dict[str, list[FieldKey]] = {}
        for field in kept.family.fields:
            if own_key(field.key) == field.key:
                names = {label_key(label) for label in (field.label, *field.wordings)} | {field.key.partition(" #")[0]}
                for name in names:
                    self._named.setdefault(name, []).append(field.key)

    def key(self, row: _Row, nth: int) -> FieldKey | None:
        """Return the column in which a field of the truth is, the n-th of its label; None for none."""
        asked = label_key(row["label"]) or row["label"]
        name = asked if asked in self._named else self._alike(asked)
        if name is None:
            return None
        own = self._named[name][min(nth, len(self._named[name]) - 1)]
        kinds = kinds_of(row)
        return next((key for key in self.kinds if own_key(key) == own and self.kinds[key] in kinds), own)

    def _alike(self, asked: str) -> str | None:
        if self._family.kind is FamilyKind.REGISTER:
            return None
        best = max(self._named, key=lambda name: ratio(asked, name), default=None)
        return best if best is not None and ratio(asked, best) >= ALIKE else None


def kinds_of(row: _Row) -> set[str]:
    """Return what kashf may call the kind of a field of the truth."""
    return KINDS.get(row["kind"], {row["kind"]})


def numbered(rows: Sequence[_Row]) -> Iterator[tuple[_Row, int]]:
    """Yield fields with which of their label they are, from 0; two in a row under one label are parts of one."""
    seen: dict[str, int] = {}
    before = ""
    for row in rows:
        label = row["label"]
        if label != before:
            seen[label] = seen.get(label, -1) + 1
        before = label
        yield row, seen[label]


def words(text: str) -> str:
    """Return the folded words of a text, by which values are held against the truth."""
    return " ".join(folded_words(text))


def _with_parts(form: _Row) -> _Row:
    """Return a form whose fields say of how many things that one label asks they are."""
    runs = [len(list(some)) for _, some in groupby(row["label"] for row in form["fields"])]
    sizes = [size for size in runs for _ in range(size)]
    return {**form, "fields": [{**row, "parts": size} for row, size in zip(form["fields"], sizes, strict=True)]}


def _common(form: _Row, record: KeptRecord) -> int:
    wanted = {words(row["text"]) for row in form["fields"] if row["text"]} - {""}
    return len(wanted & _words_of(record)) or _begun(wanted, _words_of(record))


def _begun(wanted: Iterable[str], have: set[str]) -> int:
    """Return 1 where a value is alike at least, as OCR reads it."""
    return int(any(ratio(one, other) >= ALIKE for one in wanted for other in have))


def _words_of(record: KeptRecord) -> set[str]:
    return {words(value.text) for value in record.form.values if value.text}


def _source(row: _Row) -> str:
    if row["origin"] == "scan" and row["scene"] == "on_glass":
        return f"scan {row['hand']}"
    return {"digital": str(row["kind"]), "scan": "photo", "photo": "photo"}.get(row["origin"], "other")
