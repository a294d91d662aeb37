"""Families as people see them: those that are editions of one template together, each field with what it asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kashf.domain.forms.form_decisions import FamiliesJoined, FieldMapped, FormDecision, family_named, form_decisions_of, sure_families
from kashf.domain.forms.form_families import Family, FamilyId, FormDoubt, TemplateField
from kashf.domain.forms.template_fields import FieldKey, FieldKind, own_key
from kashf.domain.ledger import EntryKind
from kashf.entities.forms.cells import label_key
from kashf.language.field_values.field_kinds import KindProposal
from kashf.ports.views import CaseView
from kashf.services.forms.field_columns import proposal

_DECIDED = (EntryKind.FIELD_MAPPED, EntryKind.VALUES_JOINED, EntryKind.FAMILIES_JOINED, EntryKind.UNDONE)

#: Where the values of a field are kept: a family as it was found, and a field of it.
Column = tuple[FamilyId, FieldKey]


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field with what it asks: as a person decided, else as the words of its label propose.

    Args:
        field: It, as the first of the families prints it.
        columns: Where its values are kept, one for each family that has it.
        proposed: What its labels say that it asks, however sure.
        decided: What a person decided last; None where nobody did.
        is_of_minor: Whether it is asked on a form that is, or may be, about somebody under 18.
    """

    field: TemplateField
    columns: tuple[Column, ...]
    proposed: KindProposal
    decided: FormDecision | None = None
    is_of_minor: bool = False

    @property
    def key(self) -> FieldKey:
        """By which it is known."""
        return self.field.key

    @property
    def kind(self) -> FieldKind:
        """What it asks."""
        return self._mapped.kind if self._mapped else self.proposed.kind

    @property
    def name(self) -> str:
        """What a person called it; "" where nobody did."""
        return self._mapped.name if self._mapped else ""

    @property
    def is_sealed(self) -> bool:
        """Whether its values are hidden unless somebody asks with a reason: as decided, else as its kind has it, and of minors always."""
        if self.is_of_minor and self.kind.traits.is_identifying:
            return True
        return self._mapped.is_sealed if self._mapped else self.kind.traits.is_sealed

    @property
    def is_mapped(self) -> bool:
        """Whether anything says what it asks, be it a person or a word of its label."""
        return self.decided is not None or self.proposed.score > 0

    @property
    def _mapped(self) -> FieldMapped | None:
        return self.decided.told if self.decided and isinstance(self.decided.told, FieldMapped) else None


@dataclass(frozen=True, slots=True)
class JoinedFamily:
    """Families that are one.

    Args:
        members: As they were found, the one with the most records first; it gives its name to all.
        fields: All that any of them asks, in the order of the first.
        doubt: Why they may be no forms; None where nothing says so, or a person decided what a field of them asks.
    """

    members: tuple[Family, ...]
    fields: tuple[AskedField, ...]
    doubt: FormDoubt | None = None

    @property
    def first(self) -> Family:
        """The one that gives its name."""
        return self.members[0]


def form_decisions(view: CaseView) -> tuple[FormDecision, ...]:
    """Return what people decided about forms, oldest first, with what was taken back."""
    return form_decisions_of(view.entries(kinds=_DECIDED))


def joined_families(families: Sequence[Family], decisions: Sequence[FormDecision]) -> tuple[JoinedFamily, ...]:
    """Return families with what people decided about them.

    Args:
        families: As they were found, the one with the most records first.
        decisions: Oldest first.
    """
    standing = [each for each in decisions if each.undone is None]
    same = [pair for each in standing for pair in _same_columns(each, families)]
    mapped = list(_mapped(standing, families))
    sure = sure_families(families, standing)
    groups = _groups(families, standing)
    doubts = (None if any(each.id in sure for each in members) else members[0].doubt for members in groups)
    return tuple(JoinedFamily(members, _fields(members, same, mapped), doubt) for members, doubt in zip(groups, doubts, strict=True))


def fields_by_column(joined: Sequence[JoinedFamily]) -> Mapping[Column, AskedField]:
    """Return what the values of each column are asked."""
    return {column: field for family in joined for field in family.fields for column in field.columns}


def mappings_of(field: AskedField, decisions: Sequence[FormDecision], families: Sequence[Family]) -> tuple[FormDecision, ...]:
    """Return what people said that a field asks and did not take back, the latest first; the first of them stands."""
    return tuple(_told_of(field, list(_mapped([each for each in decisions if each.undone is None], families))))


def _groups(families: Sequence[Family], decisions: Sequence[FormDecision]) -> list[tuple[Family, ...]]:
    groups = [[each] for each in families]
    for decision in decisions:
        if isinstance(decision.told, FamiliesJoined):
            two = [family_named(labels, families) for labels in (decision.labels, decision.told.other)]
            mine = [group for group in groups if any(family in group for family in two if family)]
            if len(mine) == 2:
                groups.remove(mine[1])
                mine[0] += mine[1]
    return [tuple(group) for group in groups]


def _same_columns(decision: FormDecision, families: Sequence[Family]) -> Iterator[frozenset[Column]]:
    """Yield which columns of two families people said are one."""
    if isinstance(decision.told, FamiliesJoined):
        one, other = family_named(decision.labels, families), family_named(decision.told.other, families)
        if one and other:
            for left, right in decision.told.fields:
                yield frozenset({(one.id, left), (other.id, right)})


def _mapped(decisions: Sequence[FormDecision], families: Sequence[Family]) -> Iterator[tuple[Column, FormDecision]]:
    for each in decisions:
        if isinstance(each.told, FieldMapped) and (family := family_named(each.labels, families)):
            yield (family.id, each.told.field), each


def _fields(
    members: Sequence[Family], same: Sequence[frozenset[Column]], mapped: Sequence[tuple[Column, FormDecision]]
) -> tuple[AskedField, ...]:
    found: list[AskedField] = []
    for family in members:
        for field in family.fields:
            column = (family.id, field.key)
            home = _home(found, column, same)
            if home is None:
                found.append(AskedField(field, (column,), proposal(field)))
            else:
                found[home] = _merged(found[home], column, field)
    return tuple(replace(each, decided=_decided(each, mapped)) for each in found)


def _home(found: Sequence[AskedField], column: Column, same: Sequence[frozenset[Column]]) -> int | None:
    """Return which of some fields a column of another family is of: as people said, else the one of its key."""
    free = [at for at, each in enumerate(found) if all(family != column[0] for family, _ in each.columns)]
    told = (at for at in free if any(frozenset({column, one}) in same for one in found[at].columns))
    return next(told, next((at for at in free if found[at].key == column[1]), None))


def _merged(known: AskedField, column: Column, field: TemplateField) -> AskedField:
    labels = dict.fromkeys((*known.field.wordings, field.label, *field.wordings))
    merged = replace(known.field, wordings=tuple(label for label in labels if label != known.field.label))
    return AskedField(merged, (*known.columns, column), proposal(merged))


def _decided(field: AskedField, mapped: Sequence[tuple[Column, FormDecision]]) -> FormDecision | None:
    """Return what was decided last of a field."""
    return next(_told_of(field, mapped), None)


def _told_of(field: AskedField, mapped: Sequence[tuple[Column, FormDecision]]) -> Iterator[FormDecision]:
    """Yield what was decided of a field, or of it as another edition prints it, the latest first."""
    families = {family for family, _ in field.columns}
    keys = {key for _, key in field.columns}
    if field.key == own_key(field.key):
        keys.update(FieldKey(label_key(label)) for label in field.field.wordings)
    yield from (decision for (family, key), decision in reversed(mapped) if family in families and key in keys)
