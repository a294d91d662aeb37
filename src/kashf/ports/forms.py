"""What a case keeps of filled-in forms: families, their records, and what each record has in each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kashf.domain.document import Page, Span
from kashf.domain.forms.form_families import Family, FamilyId, FieldValue, FormRecord, ReadValue, RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState
from kashf.domain.ids import DocumentId


@dataclass(frozen=True, slots=True)
class KeptFamily:
    """A family as it was found.

    Args:
        family: It, with the counts of when it was found.
        kinds: As what the values of each of its fields were read, in their order.
    """

    family: Family
    kinds: tuple[FieldKind, ...]


@dataclass(frozen=True, slots=True)
class KeptValue:
    """What a record has in a field.

    Args:
        record: Which record.
        value: It, in the state that its words tell too.
        read: What it says; nothing is said by what is not filled in.
        found: The state that its place and its reading alone tell, from which it is read anew when the field asks something else.
    """

    record: RecordId
    value: FieldValue
    read: ReadValue
    found: FieldState


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record with what its values say.

    Args:
        form: It, with a value for each field of its family.
        read: What each value says, in the same order.
        found: The state of each as `KeptValue.found`.
    """

    form: FormRecord
    read: tuple[ReadValue, ...]
    found: tuple[FieldState, ...]

    def values(self) -> Iterator[KeptValue]:
        """Yield its values one by one."""
        for value, read, found in zip(self.form.values, self.read, self.found, strict=True):
            yield KeptValue(self.form.id, value, read, found)


class RecordHead(NamedTuple):
    """The least of a record, of which there may be a million.

    Args:
        document: In which document.
        nth: Which one there.
        family: Of which family.
        edition: In which edition.
        is_doubtful: Whether a fourth or more of what its edition asks was not found.
    """

    document: DocumentId
    nth: int
    family: FamilyId
    edition: int
    is_doubtful: bool


class ValueCell(NamedTuple):
    """The least of a value, for tables.

    Args:
        document: In which document.
        nth: Which record there.
        state: What became of the field.
        key: The same for two values that say the same; "" where that cannot be told.
        label: How it is called in a table.
        is_doubtful: Whether a person should decide before it is joined with others.
        is_unseen: Whether a machine read it from a picture and nobody looked at it yet.
    """

    document: DocumentId
    nth: int
    state: FieldState
    key: str
    label: str
    is_doubtful: bool
    is_unseen: bool


class FieldPlace(NamedTuple):
    """Where a value of a field stands, as a mention that knows its field asks.

    Args:
        document: On whose page.
        page: Number, from 1.
        start: First code point.
        end: One past the last.
        family: Of which family.
        field: In which field.
        nth: Of which record of the document.
    """

    document: DocumentId
    page: int
    start: int
    end: int
    family: FamilyId
    field: FieldKey
    nth: int


@dataclass(frozen=True, slots=True)
class KeptForms:
    """What a document has of forms, as it is stored.

    Args:
        document: Its id.
        records: All that stand in it.
        printed: Places of printed words in it.
    """

    document: DocumentId
    records: Sequence[KeptRecord]
    printed: Sequence[Span] = ()


class FormsUnit(Protocol):
    """The part of a unit of work that keeps forms.

    Families are put first, then the forms of some documents at a time, in as many units as one likes, then it is said that this was all.
    Whatever stores or leaves out documents, also meanwhile, forgets the records in them, and families are to be found again.
    """

    def put_families(self, families: Sequence[KeptFamily]) -> None:
        """Store families, in the order in which they are told, in place of all that was stored of forms; none has records yet."""
        ...

    def put_forms_of(self, items: Sequence[KeptForms]) -> None:
        """Store the forms of documents in place of those they had; documents that are unknown, set aside or destroyed are left out."""
        ...

    def end_families(self, version: str, families: Sequence[KeptFamily]) -> bool:
        """Store what is known of families now, and that their forms were all stored.

        Args:
            version: Of what finds and reads them.
            families: Of those that were put the ones that have records, with their counts, in the order in which they are told.

        Returns:
            Whether no document was stored or left out since they were put; else they are to be found again.
        """
        ...

    def put_values(self, family: FamilyId, field: FieldKey, kind: FieldKind, values: Sequence[KeptValue]) -> None:
        """Store as what the values of a field are read now, and what some records have in it, in place of what they had."""
        ...


class FormsView(Protocol):
    """Reads forms. What is told of families never tells of documents that are set aside or destroyed."""

    def families_version(self) -> str:
        """Return the version by which families were found, or "" where they were not since documents were last stored or left out."""
        ...

    def kept_families(self) -> tuple[KeptFamily, ...]:
        """Return the families, in the order in which they are told."""
        ...

    def record_heads(self, family: FamilyId | None = None) -> tuple[RecordHead, ...]:
        """Return the least of all records of a family, or of all, by document and place."""
        ...

    def count_states(self, family: FamilyId, documents: Sequence[DocumentId] | None = None) -> Mapping[FieldKey, Mapping[FieldState, int]]:
        """Return how many records of a family, of some documents or all, have each state in each field; those of none are left out."""
        ...

    def value_cells(self, family: FamilyId, field: FieldKey) -> tuple[ValueCell, ...]:
        """Return the least of each value of a field, by document and place."""
        ...

    def values_in(self, family: FamilyId, field: FieldKey) -> tuple[KeptValue, ...]:
        """Return each value of a field with what it says, by document and place."""
        ...

    def form_records(self, records: Sequence[RecordId]) -> tuple[KeptRecord, ...]:
        """Return some records with all their values, in the order asked for; unknown ones are left out."""
        ...

    def records_in(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[RecordId, ...]]:
        """Return which records stand in some documents; those without any are left out."""
        ...

    def field_places(self, documents: Sequence[DocumentId]) -> Iterator[FieldPlace]:
        """Yield where values stand in some documents, by document, page and place."""
        ...

    def template_places(self, documents: Sequence[DocumentId]) -> Mapping[tuple[DocumentId, int], Sequence[tuple[int, int]]]:
        """Return which code points of the pages of some documents forms print, by document and page; pages without any are left out."""
        ...


class SealedPlace(NamedTuple):
    """Where on a page something is sealed.

    Args:
        start: First code point.
        end: One past the last.
        kind: What the field asks that stands there.
    """

    start: int
    end: int
    kind: FieldKind


#: Sealed places by document and page, in order; pages without any are left out.
SealedPlaces = Mapping[tuple[DocumentId, int], Sequence[SealedPlace]]


def is_sealed(places: SealedPlaces, span: Span) -> bool:
    """Return whether any of a place is sealed."""
    return any(each.start < span.end and span.start < each.end for each in places.get((span.document, span.page), ()))


class ShownPages(Protocol):
    """Gives pages as lists, snippets and files show them: what is sealed is hidden. Only who opens a document reads them as they are."""

    def page(self, document: DocumentId, number: int) -> Page | None:
        """Return one page, or None when there is no such page."""
        ...

    def pages(self, document: DocumentId) -> tuple[Page, ...]:
        """Return the pages of a document in order."""
        ...

    def sealed_in(self, documents: Sequence[DocumentId]) -> SealedPlaces:
        """Return what is sealed in some documents."""
        ...
