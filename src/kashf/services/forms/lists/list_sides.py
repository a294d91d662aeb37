"""What is held against what: the rows of a family, or those of one document of it, and which columns of the two ask one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKind
from kashf.domain.ids import DocumentId
from kashf.entities.forms.cells import label_key
from kashf.errors import UsageError
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.told_families import FormFamily, family, field_named

#: Kinds of which a list has one column at most, so that columns of two lists are one whatever their headings say.
_SINGLE = frozenset({
    FieldKind.NAME, FieldKind.KUNYA, FieldKind.MOTHER, FieldKind.BIRTH, FieldKind.NATIONALITY, FieldKind.PHONE, FieldKind.BLOOD,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListSide:
    """One of two lists.

    Args:
        family: Of which family its rows, or forms, are.
        document: The one document that has them; None for all of the family.
    """

    family: FormFamily
    document: DocumentId | None = None

    def has(self, document: DocumentId) -> bool:
        """Return whether the rows of a document are its rows."""
        return self.document in {None, document}

    def records(self, view: CaseView) -> tuple[RecordId, ...]:
        """Return its rows, by document and place."""
        heads = (head for member in self.family.members for head in view.record_heads(member.id) if self.has(head.document))
        return tuple(sorted(RecordId(head.document, head.nth) for head in heads))


@dataclass(frozen=True, slots=True)
class SharedColumn:
    """A column that both lists have.

    Args:
        left: As the one list asks it.
        right: As the other does.
    """

    left: AskedField
    right: AskedField

    @property
    def kind(self) -> FieldKind:
        """What it asks."""
        return self.left.kind


def list_side(case: OpenCase, asked: str, *, scope: Scope = Scope.LEAK) -> ListSide:
    """Return the list that somebody names: a beginning of a family's id, with "/" and that of a document where it is one of several.

    Raises:
        NotFoundError: There is no such family or document, or more than one.
        UsageError: The document has no row of that family.
    """
    beginning, slash, document = asked.partition("/")
    found = family(case, beginning, scope=scope)
    if not slash:
        return ListSide(found)
    side = ListSide(found, case.view.resolve(document))
    if not side.records(case.view):
        raise UsageError(f"no row of {found.id} stands in {document[:12]}", code="no-rows", document=document[:12])
    return side


def lists_of(case: OpenCase, found: FormFamily, view: CaseView) -> tuple[tuple[DocumentId, str, int], ...]:
    """Return the documents that have rows of a family, with where they were first seen and how many rows they have, by that path."""
    counts: dict[DocumentId, int] = {}
    for member in found.members:
        for head in view.record_heads(member.id):
            counts[head.document] = counts.get(head.document, 0) + 1
    names = {record.id: record.name for record in case.view.records(sorted(counts))}
    return tuple(sorted(((id, names[id], count) for id, count in counts.items()), key=lambda each: (each[1], each[0])))


def shared_columns(left: FormFamily, right: FormFamily, pairs: Iterable[tuple[str, str]] = ()) -> tuple[SharedColumn, ...]:
    """Return the columns that ask one thing in both: as somebody says, else by their headings, else by a kind that a list asks once.

    Args:
        left: The one family.
        right: The other.
        pairs: Fields of the two that are one, as somebody names them.

    Raises:
        NotFoundError: There is no such field.
    """
    if left.id == right.id:
        return tuple(SharedColumn(field, field) for field in left.fields)
    known = {field_named(left, one).key: field_named(right, other) for one, other in pairs}
    ways = (_by_heading, _by_kind)
    for way in ways:
        for field in left.fields:
            if field.key not in known:
                free = [other for other in right.fields if other.key not in {each.key for each in known.values()}]
                if (found := way(field, free, left.fields)) is not None:
                    known[field.key] = found
    return tuple(SharedColumn(field, known[field.key]) for field in left.fields if field.key in known)


def _by_heading(field: AskedField, others: Sequence[AskedField], _: Sequence[AskedField]) -> AskedField | None:
    if field.key.startswith("#"):  # Without a heading it is known by its place alone, which says nothing of another list.
        return None
    mine = _headings(field)
    return next((other for other in others if other.key == field.key or (mine & _headings(other) and other.kind is field.kind)), None)


def _by_kind(field: AskedField, others: Sequence[AskedField], mine: Sequence[AskedField]) -> AskedField | None:
    alike = [other for other in others if other.kind is field.kind]
    is_alone = len(alike) == 1 and sum(each.kind is field.kind for each in mine) == 1
    return alike[0] if is_alone and field.kind in _SINGLE else None


def _headings(field: AskedField) -> frozenset[str]:
    return frozenset({label_key(label) for label in (field.field.label, *field.field.wordings)} - {""} if "#" not in field.key else ())
