"""What each field of a family asks: as a person decided, else as the words of its label propose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kashf.domain.forms.form_decisions import FieldMapped, FormDecision, family_named, form_decisions_of
from kashf.domain.forms.form_families import Family, TemplateField
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.domain.ledger import EntryKind
from kashf.language.field_values.field_kinds import KindProposal, propose_kind
from kashf.language.words.tokens import folded_words
from kashf.ports.views import CaseView

_DECIDED = (EntryKind.FIELD_MAPPED, EntryKind.VALUES_JOINED, EntryKind.FAMILIES_JOINED, EntryKind.UNDONE)


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field of a family with what it asks.

    Args:
        field: It, as it is printed.
        kind: What it asks.
        proposed: What its label says that it asks, however sure.
        decided: What a person decided last; None where nobody did.
    """

    field: TemplateField
    kind: FieldKind
    proposed: KindProposal
    decided: FormDecision | None = None

    @property
    def name(self) -> str:
        """What a person called it; "" where nobody did."""
        return self._mapped.name if self._mapped else ""

    @property
    def is_sealed(self) -> bool:
        """Whether its values are hidden unless somebody asks with a reason: as decided, else as its kind has it."""
        return self._mapped.is_sealed if self._mapped else self.kind.traits.is_sealed

    @property
    def is_mapped(self) -> bool:
        """Whether anything says what it asks, be it a person or a word of its label."""
        return self.decided is not None or self.proposed.score > 0

    @property
    def _mapped(self) -> FieldMapped | None:
        return self.decided.told if self.decided and isinstance(self.decided.told, FieldMapped) else None


def form_decisions(view: CaseView) -> tuple[FormDecision, ...]:
    """Return what people decided about forms, oldest first, with what was taken back."""
    return form_decisions_of(view.entries(kinds=_DECIDED))


def asked_fields(family: Family, families: Sequence[Family], decisions: Sequence[FormDecision]) -> tuple[AskedField, ...]:
    """Return what the fields of a family ask, in their order.

    Args:
        family: Which.
        families: All of the case.
        decisions: Oldest first.
    """
    mapped: dict[FieldKey, FormDecision] = {}
    for each in decisions:
        if each.undone is None and isinstance(each.told, FieldMapped) and family_named(each.labels, families) is family:
            mapped[each.told.field] = each
    return tuple(_asked(field, mapped) for field in family.fields)


def label_key(label: str) -> FieldKey:
    """Return the key that a field of some label has."""
    return FieldKey(" ".join(folded_words(label)))


def _asked(field: TemplateField, mapped: dict[FieldKey, FormDecision]) -> AskedField:
    """Return what a field asks: what was decided of it, or of it as another edition prints it."""
    proposed = max((propose_kind(label) for label in (field.label, *field.wordings)), key=lambda each: each.score)
    keys = (field.key, *map(label_key, field.wordings))
    decided = max((mapped[key] for key in keys if key in mapped), key=lambda each: each.when, default=None)
    kind = decided.told.kind if decided and isinstance(decided.told, FieldMapped) else proposed.kind
    return AskedField(field, kind, proposed, decided)
