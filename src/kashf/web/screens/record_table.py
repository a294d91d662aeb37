"""The forms of a family as a table: a row a form, its columns chosen, each value with its place in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.errors import MalformedRequestError, NotAllowedError
from kashf.evidence.cross_tabs.given_answers import Step
from kashf.services.case.open import OpenCase
from kashf.services.forms.form_values import records, values_of
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.sealed.shown_value import is_hidden
from kashf.services.forms.told_families import FormFamily, family, field_named
from kashf.services.forms.told_records import ToldRecord, told_records
from kashf.services.search.count_left_out import left_out
from kashf.show.forms.form_answers import family_head, record_answer
from kashf.show.forms.record_sheets import record_header, record_rows
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.params import Filter, Number, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit
from kashf.web.text.placed_values import PlacedRecord, placed_records

#: Forms on one page of the table, and on one of JSON.
PAGE_LENGTH: Final = 25
JSON_LENGTH: Final = 1000
#: Columns that are shown until somebody chooses.
COLUMNS: Final = 6
#: What stands between the keys of columns in an address; no key has it.
_BETWEEN: Final = "|"
#: Forms looked up at a time for a file.
_AT_ONCE: Final = 500


class RecordsParams(ScreenParams):
    """Which forms, and which of their fields.

    Args:
        family: The beginning of the id of their family.
        field: Only forms that have a value in this field.
        value: Its key, or a state of the field.
        field2: And a value in this one.
        value2: The same of it.
        columns: Keys of the fields that are shown, "|" between them; "" for the first that something is known of.
        by: By what the table counts dates whose cell is looked at.
        page: Page of the table.
        collection: Which collection.
    """

    family: Annotated[str, Field(pattern=r"^[0-9a-f]{1,12}$")]
    field: Filter = ""
    value: Filter = ""
    field2: Filter = ""
    value2: Filter = ""
    columns: Annotated[str, Field(max_length=8000)] = ""
    by: Step = Step.DAY
    page: Number = 1
    collection: Scope = Scope.LEAK

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Return the fields with the values that forms are to have.

        Raises:
            MalformedRequestError: A field is named without a value, or a value without its field.
        """
        pairs = {"value": (self.field, self.value), "value2": (self.field2, self.value2)}
        if halves := [name for name, pair in pairs.items() if bool(pair[0]) != bool(pair[1])]:
            raise MalformedRequestError(halves)
        return tuple(pair for pair in pairs.values() if pair[0])


@dataclass(frozen=True, slots=True)
class RecordsSeen:
    """The forms that are asked for.

    Args:
        family: Of which family.
        where: Fields with the keys of the values, or the states, that they have.
        found: All of them.
        columns: The fields that are shown.
    """

    family: FormFamily
    where: tuple[tuple[AskedField, str], ...]
    found: tuple[RecordId, ...]
    columns: tuple[AskedField, ...]


def view(context: Context, params: RecordsParams) -> RecordsSeen:
    """Return the forms that are asked for.

    Raises:
        NotFoundError: There is no such family or field.
        NotAllowedError: They are asked for by a value that is sealed.
    """
    of = family(context.case, params.family, scope=params.collection)
    where = tuple((field_named(of, field), value) for field, value in params.asked)
    if any(is_hidden(field) and value not in set(FieldState) for field, value in where):
        raise NotAllowedError("the values of this field are sealed; forms are not chosen by them", code="sealed-values")
    return RecordsSeen(of, where, records(context.case, of, where, scope=params.collection, step=params.by), _columns(of, params.columns))


def page(visit: Visit[RecordsParams, RecordsSeen]) -> Mapping[str, object]:
    """Return what the page shows."""
    seen, params = visit.answer, visit.params
    last = params.page * PAGE_LENGTH
    part = seen.found[last - PAGE_LENGTH : last]
    state = State("/records", params.state())
    return {
        "family": seen.family,
        "total": len(seen.found),
        "columns": seen.columns,
        "others": [(field, state.address(columns=_with(seen.columns, field))) for field in seen.family.fields if field not in seen.columns],
        "shorter": {field.key: state.address(columns=_without(seen.columns, field)) for field in seen.columns},
        "where": [(field, _called(visit.case, seen, field, value), value in set(FieldState)) for field, value in seen.where],
        "records": list(_placed(visit.case, seen, part)),
        "has_more": len(seen.found) > last,
        "left_out": left_out(visit.case, of_names=False),
    }


def data(visit: Visit[RecordsParams, RecordsSeen]) -> object:
    """Return a page of forms with all that they have."""
    seen, params = visit.answer, visit.params
    last = params.page * JSON_LENGTH
    part = list(seen.found[last - JSON_LENGTH : last])
    return {
        "family": family_head(seen.family),
        "where": [{"field": field.key, "value": value} for field, value in seen.where],
        "total": len(seen.found),
        "page": params.page,
        "more": max(0, len(seen.found) - last),
        "records": [record_answer(each) for each in told_records(visit.case, seen.family, part)],
        "collection": params.collection,
        "left_out": left_out(visit.case, of_names=False),
    }


def rows(visit: Visit[RecordsParams, RecordsSeen]) -> Spreadsheet:
    """Return a row for each form: of each field that is shown its words, its state and its place."""
    seen = visit.answer
    return Spreadsheet(f"forms-{seen.family.id}", record_header(seen.columns), record_rows(_told(visit.case, seen), seen.columns))


def _told(case: OpenCase, seen: RecordsSeen) -> Iterator[ToldRecord]:
    for first in range(0, len(seen.found), _AT_ONCE):
        yield from told_records(case, seen.family, list(seen.found[first : first + _AT_ONCE]))


def _placed(case: OpenCase, seen: RecordsSeen, part: Iterable[RecordId]) -> Iterator[PlacedRecord]:
    return placed_records(case, told_records(case, seen.family, list(part)), {field.key for field in seen.columns})


def _columns(of: FormFamily, asked: str) -> tuple[AskedField, ...]:
    """Return the fields that are chosen, else the first of those that ask something known and are not sealed."""
    keys = asked.split(_BETWEEN) if asked else ()
    if chosen := tuple(field for key in keys for field in of.fields if field.key == key):
        return chosen
    open_fields = [field for field in of.fields if not is_hidden(field)]
    known = [field for field in open_fields if field.kind is not FieldKind.FREE]
    return tuple(known or open_fields)[:COLUMNS]


def _with(columns: Iterable[AskedField], field: AskedField) -> str:
    return _BETWEEN.join([*(each.key for each in columns), field.key])


def _without(columns: Iterable[AskedField], field: AskedField) -> str:
    """Return the columns but one; "" for the last one, which is not taken away."""
    return _BETWEEN.join(each.key for each in columns if each != field)


def _called(case: OpenCase, seen: RecordsSeen, field: AskedField, value: str) -> str:
    """Return what a value is called, or the value itself where no form has it."""
    if value in set(FieldState):
        return value
    groups = values_of(case, seen.family, field, scope=Scope.ALL).groups
    return next((group.label for group in groups if value in group.keys), value)


RECORDS: Final = Screen("/records", RecordsParams, view, "record_table.html", page, data, rows, under="/forms")
