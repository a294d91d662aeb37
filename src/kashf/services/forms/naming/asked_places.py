"""In which field of which form places stand, so that whoever is named there is known by his role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from kashf.domain.document import Span
from kashf.domain.entity import NameKey
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKind, FieldState, ValueType
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.ports.views import CaseView
from kashf.services.forms.joined_families import AskedField, JoinedFamily, fields_by_column, form_decisions, joined_families

#: What fields ask in which nobody is named, though a word of his name may stand there: the northern crossing, of al-Shamali.
_NO_NAMES: Final = frozenset({ValueType.DATE, ValueType.PLACE, ValueType.NATION, ValueType.PHONE, ValueType.NUMBER, ValueType.YES_NO})
#: Kinds of whom a form is about.
OWN_KINDS: Final = frozenset({FieldKind.NAME, FieldKind.KUNYA})


class AskedPlace(NamedTuple):
    """A field of a form in which a place stands.

    Args:
        field: What it asks.
        record: On which form.
    """

    field: AskedField
    record: RecordId

    @property
    def names_nobody(self) -> bool:
        """Whether what stands there is no name of a person by what is asked."""
        return self.field.kind.traits.type in _NO_NAMES


def families_in(view: CaseView) -> tuple[JoinedFamily, ...]:
    """Return the families of a case with what people decided about them; none of a case of an earlier kashf, which looked for none."""
    try:
        kept = view.kept_families()
    except UnfinishedError:
        return ()
    return joined_families([each.family for each in kept], form_decisions(view)) if kept else ()


class AskedPlaces:
    """The fields of some documents."""

    def __init__(self, view: CaseView, documents: Iterable[DocumentId]) -> None:
        """Read where values stand in some documents of a case."""
        asked = fields_by_column([each for each in families_in(view) if each.doubt is None])
        self._pages: dict[tuple[DocumentId, int], list[tuple[int, int, AskedPlace]]] = {}
        for each in view.field_places(sorted(set(documents))) if asked else ():
            if field := asked.get((each.family, each.field)):
                value = (each.start, each.end, AskedPlace(field, RecordId(each.document, each.nth)))
                self._pages.setdefault((each.document, each.page), []).append(value)

    def at(self, place: Span) -> AskedPlace | None:
        """Return the field in whose value a place stands; of a field that asks several things the one whose answer it is."""
        values = self._pages.get((place.document, place.page), ())
        around = [(end - start, asked) for start, end, asked in values if start <= place.start and place.end <= end]
        return min(around, key=_least)[1] if around else None


def _least(around: tuple[int, AskedPlace]) -> tuple[int, bool]:
    length, asked = around
    return length, asked.field.kind.traits.type is not ValueType.NAME


def kin_answers(view: CaseView) -> Counter[NameKey]:
    """Return how many forms have which name in a field that asks for kin, by the key of the name."""
    fields = (field for family in families_in(view) if family.doubt is None for field in family.fields if field.kind.traits.is_kin)
    cells = (cell for field in fields for column in field.columns for cell in view.value_cells(*column))
    return Counter(NameKey(cell.key) for cell in cells if cell.state is FieldState.FILLED and cell.key)
