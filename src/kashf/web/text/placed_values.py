"""What stands in a field of a form, as pages show it: its words, where they stand in the document, and their picture."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kashf.domain.document import Page, Span
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.ids import DocumentId
from kashf.ports.forms import KeptValue
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.sealed.shown_value import ShownValue, shown_value
from kashf.services.forms.told_records import ToldRecord
from kashf.web.rendering import address
from kashf.web.text.page_view import box_of, is_drawn


@dataclass(frozen=True, slots=True)
class PlacedValue:
    """What a form has in a field, with its place.

    Args:
        field: Which field.
        kept: What stands there.
        shown: What of it may be shown.
        href: Its place in the document; "" where it has none.
        crop: Its picture; "" where the page has none, or nothing may be shown.
    """

    field: AskedField
    kept: KeptValue
    shown: ShownValue
    href: str = ""
    crop: str = ""

    @property
    def state(self) -> FieldState:
        """What became of the field."""
        return self.kept.value.state

    @property
    def says(self) -> str:
        """What the value says where its words say it otherwise; "" where they say it themselves."""
        return "" if self.shown.label in {"", self.shown.text} else self.shown.label

    @property
    def is_unseen(self) -> bool:
        """Whether a machine read it from a picture, and nobody looked."""
        return self.kept.value.is_unseen and self.state is FieldState.FILLED


@dataclass(frozen=True, slots=True)
class PlacedRecord:
    """A form with its values as they are shown, in the order of the fields."""

    told: ToldRecord
    values: tuple[PlacedValue, ...]

    def by_key(self, key: FieldKey) -> PlacedValue | None:
        """Return what it has in a field; None where its edition does not ask it."""
        return next((each for each in self.values if each.field.key == key), None)


def placed_records(
    case: OpenCase, records: Iterable[ToldRecord], fields: Collection[FieldKey] | None = None, *, opened: Collection[FieldKey] = ()
) -> Iterator[PlacedRecord]:
    """Yield forms with their values as they are shown.

    Args:
        case: Which case.
        records: Which forms.
        fields: Keys of the fields that are shown; None for all.
        opened: Keys of sealed fields that somebody opened.
    """
    some = tuple(records)
    documents = sorted({each.form.id.document for each in some})
    drawn = frozenset(record.id for record in case.view.records(documents) if is_drawn(record))
    for each in some:
        leaves = _Leaves(case, drawn, {})
        asked = ((field, kept) for field, kept in each.values if fields is None or field.key in fields)
        yield PlacedRecord(each, tuple(_placed(field, kept, leaves, opened) for field, kept in asked))


@dataclass(frozen=True, slots=True)
class _Leaves:
    """The pages of a form, each looked up once."""

    case: OpenCase
    drawn: frozenset[DocumentId]
    known: dict[int, Page | None]

    def box(self, span: Span) -> str:
        """Return where a stretch stands on the picture of its page; "" where there is none."""
        if span.document not in self.drawn:
            return ""
        if span.page not in self.known:
            self.known[span.page] = self.case.view.page(span.document, span.page)
        page = self.known[span.page]
        return box_of(page, span.start, span.end) if page else ""


def _placed(field: AskedField, kept: KeptValue, leaves: _Leaves, opened: Collection[FieldKey]) -> PlacedValue:
    shown, span = shown_value(kept, field, opened), kept.value.span
    if span is None or shown.is_hidden:
        return PlacedValue(field, kept, shown)
    at = f"{span.start}-{span.end}" if span.start < span.end else ""
    href = address(f"/document/{span.document}", page=span.page, at=at) + ("#citation" if at else "")
    box = leaves.box(span)
    crop = address(f"/document/{span.document}/picture/{span.page}", side=2800, box=box) if box else ""
    return PlacedValue(field, kept, shown, href, crop)
