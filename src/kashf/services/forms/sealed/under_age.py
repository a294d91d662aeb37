"""Which forms are about somebody under 18, certainly or possibly, on the day they were filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from kashf.domain.forms.form_families import FamilyId, RecordId
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId
from kashf.ports.forms import KeptRecord, KeptValue, RecordHead
from kashf.ports.views import CaseView
from kashf.services.forms.joined_families import JoinedFamily
from kashf.services.forms.sealed.minors import Minority, minors_of

if TYPE_CHECKING:
    from kashf.services.forms.told_families import FormFamily

#: Of whom all that tells who they are is sealed.
_SEALED = frozenset({Minority.CERTAIN, Minority.POSSIBLE})


def forms_of_minors(
    view: CaseView, families: Iterable[JoinedFamily], some: Sequence[RecordId] | None = None
) -> frozenset[tuple[DocumentId, int]]:
    """Return which forms are about somebody who was, or may have been, under 18.

    Args:
        view: Of which case.
        families: Of which families.
        some: The forms that are asked about; None for all of the families.
    """
    read = view if some is None else cast("CaseView", _Few(view.form_records(some)))
    found = (item for family in families for item in minors_of(read, cast("FormFamily", family)).items())
    return frozenset((id.document, id.nth) for id, minority in found if minority in _SEALED)


class _Few:
    """Reads a few forms, as a view does, without going through all there are."""

    def __init__(self, records: Sequence[KeptRecord]) -> None:
        self._records = records

    def record_heads(self, family: FamilyId | None = None) -> tuple[RecordHead, ...]:
        """Return the least of the forms of a family."""
        mine = (each.form for each in self._records if each.form.family == family)
        return tuple(RecordHead(form.id.document, form.id.nth, form.family, form.edition, is_doubtful=False) for form in mine)

    def values_in(self, family: FamilyId, field: FieldKey) -> tuple[KeptValue, ...]:
        """Return what they have in a field."""
        mine = (value for each in self._records if each.form.family == family for value in each.values())
        return tuple(value for value in mine if value.value.field == field)
