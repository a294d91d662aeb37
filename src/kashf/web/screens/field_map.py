"""What a family of forms asks: each label with what it asks, what became of it on the forms, and its values; decided here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_decisions import FieldMapped, FormDecision, ValuesJoined, family_named
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState
from kashf.domain.left_out import LeftOut
from kashf.services.case.open import OpenCase
from kashf.services.forms.contrary_decisions import form_conflicts
from kashf.services.forms.form_values import FieldValues, ValueGroup, values_of
from kashf.services.forms.joined_families import AskedField, form_decisions
from kashf.services.forms.lists.rows_left_out import LeftOutRows, rows_left_out
from kashf.services.forms.offered.likely_values import likely_values
from kashf.services.forms.sealed.shown_value import is_hidden
from kashf.services.forms.told_families import FormFamily, count_states, family, field_named
from kashf.services.search.count_left_out import left_out
from kashf.show.forms.form_answers import family_answer, values_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.params import Filter, InPath, Number, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit

#: Most frequent values that stand beside a field, and the most forms of a family for which they do: beyond, each field is asked for.
FREQUENT, FREQUENT_IN = 4, 3000
#: Values of one field on a page.
PAGE_LENGTH: Final = 50
#: Decisions listed.
LISTED: Final = 40


class FieldMapParams(ScreenParams):
    """Which family.

    Args:
        family: Its id; of a shortened one, or one that was joined with another, the screen says where it is.
        field: The key of a field whose values are listed; "" for none.
        page: Page of these values.
        collection: Which collection to count.
    """

    family: Annotated[InPath, Field(pattern=r"^[0-9a-f]{1,12}$")]
    field: Filter = ""
    page: Number = 1
    collection: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class MapSeen:
    """A family with what became of its fields.

    Args:
        family: Which.
        states: Forms by what became of each field.
        values: Of the field that is asked for; None when none is.
        left_out: What of the case stands in none of these numbers.
        rows: Rows of lists that are no records.
    """

    family: FormFamily
    states: Mapping[FieldKey, Mapping[FieldState, int]]
    values: FieldValues | None
    left_out: LeftOut
    rows: LeftOutRows


@dataclass(frozen=True, slots=True)
class StateBar:
    """Forms with one state of a field, as a part of a bar 100 wide."""

    state: FieldState
    number: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class MappedField:
    """A field as the map shows it.

    Args:
        field: Which.
        bars: What became of it; no part for what became of none.
        frequent: What stands in it most often; nothing of a sealed one.
        href: Where its values are listed.
        is_hidden: Whether its values are sealed.
        is_typed_in_a_row: Whether machines read some of it from pictures, or that was not asked, so that people may type it.
    """

    field: AskedField
    bars: tuple[StateBar, ...]
    frequent: tuple[ValueGroup, ...]
    href: str
    is_hidden: bool
    is_typed_in_a_row: bool


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision as the map lists it.

    Args:
        decided: It.
        what: "mapped", "values" or "editions".
        field: Of which field; None where it is of none, or of one that no form has any more.
        kind: What the field asks, where that was decided.
        left: A value, where two were judged; "" where they are sealed.
        right: The other.
        verdict: What was said of the two.
    """

    decided: FormDecision
    what: str
    field: AskedField | None = None
    kind: FieldKind | None = None
    left: str = ""
    right: str = ""
    verdict: str = ""


def view(context: Context, params: FieldMapParams) -> MapSeen:
    """Return a family.

    Raises:
        MovedError: It has another id.
        NotFoundError: There is no such family, or no such field.
    """
    case, scope = context.case, params.collection
    of = family(case, params.family, scope=scope)
    if of.id != params.family:
        raise MovedError(State(f"/forms/{of.id}", params.state()))
    values = values_of(case, of, field_named(of, params.field), scope=scope) if params.field else None
    rows = rows_left_out(case, of, scope=scope)
    return MapSeen(of, count_states(case, of, scope=scope), values, left_out(case, of_names=False), rows)


def page(visit: Visit[FieldMapParams, MapSeen]) -> Mapping[str, object]:
    """Return what the page shows."""
    seen, params = visit.answer, visit.params
    state = State(f"/forms/{seen.family.id}", params.state())
    decisions = _decisions(visit.case, seen.family)
    return {
        "family": seen.family,
        "fields": [_mapped(visit, field, state) for field in seen.family.fields],
        "kinds": tuple(FieldKind),
        "conflicts": [(each, [_line(one, seen.family) for one in each.said]) for each in form_conflicts(visit.case.view, seen.family)],
        "decisions": decisions[:LISTED],
        "more_decisions": max(0, len(decisions) - LISTED),
        "last": next((each.decided.id for each in decisions if each.decided.undone is None), ""),
        "left_out": seen.left_out,
        "rows_left_out": sorted(seen.rows.counts.items()),
        **_values(seen, params),
    }


def data(visit: Visit[FieldMapParams, MapSeen]) -> object:
    """Return what `kashf forms CASE FAMILY --json` prints; of a field that is asked for, what it prints with `--values`."""
    seen, scope = visit.answer, visit.params.collection
    if seen.values:
        return values_answer(seen.values, scope=scope)
    contrary = form_conflicts(visit.case.view, seen.family)
    return family_answer(seen.family, seen.states, seen.left_out, rows=seen.rows, conflicts=contrary, scope=scope)


def rows(visit: Visit[FieldMapParams, MapSeen]) -> Spreadsheet:
    """Return a row for each field, or for each value of the one that is asked for; none of a sealed one."""
    seen = visit.answer
    if seen.values:
        groups = () if is_hidden(seen.values.field) else seen.values.groups
        values = ((g.key, g.label, g.records, g.without_copies, "; ".join(g.labels), int(g.is_undecided)) for g in groups)
        return Spreadsheet(f"values-{seen.family.id}", ("key", "label", "records", "without_copies", "labels", "undecided"), values)
    header = ("key", "number", "label", "wordings", "kind", "name", "sealed", "proposed", "why", *(state.value for state in FieldState))
    fields = ((*_cells(each), *(seen.states[each.key].get(state, 0) for state in FieldState)) for each in seen.family.fields)
    return Spreadsheet(f"fields-{seen.family.id}", header, fields)


def _decisions(case: OpenCase, of: FormFamily) -> list[DecisionLine]:
    """Return what people decided about a family and what became of it, the latest first."""
    return [_line(each, of) for each in reversed(form_decisions(case.view)) if family_named(each.labels, of.members)]


def _line(decided: FormDecision, of: FormFamily) -> DecisionLine:
    told = decided.told
    if not isinstance(told, FieldMapped | ValuesJoined):
        return DecisionLine(decided, "editions")
    field = next((each for each in of.fields if told.field in {key for _, key in each.columns}), None)
    if isinstance(told, FieldMapped):
        return DecisionLine(decided, "mapped", field, told.kind)
    if field is None or is_hidden(field):
        return DecisionLine(decided, "values", field)
    return DecisionLine(decided, "values", field, None, told.left, told.right, told.verdict.value)


def _cells(field: AskedField) -> tuple[str | int | float, ...]:
    of, proposed = field.field, field.proposed
    printed = (of.key, of.number, of.label, "; ".join(of.wordings))
    return (*printed, field.kind.value, field.name, int(field.is_sealed), proposed.score, proposed.why)


def _mapped(visit: Visit[FieldMapParams, MapSeen], field: AskedField, state: State) -> MappedField:
    seen, hidden = visit.answer, is_hidden(field)
    told: FieldValues | None = None
    if not hidden and seen.family.records <= FREQUENT_IN:
        told = values_of(visit.case, seen.family, field, scope=visit.params.collection)
    href = state.address(field=field.key, page="") + "#values"
    frequent, is_read = (told.groups[:FREQUENT], told.unseen > 0) if told else ((), not hidden)
    return MappedField(field, tuple(_bars(seen.states[field.key])), frequent, href, hidden, is_read)


def _bars(states: Mapping[FieldState, int]) -> list[StateBar]:
    total, left, found = sum(states.values()), 0, list[StateBar]()
    for state in FieldState:
        if number := states.get(state, 0):
            found.append(StateBar(state, number, round(100 * left / total, 2), round(100 * number / total, 2)))
            left += number
    return found


def _values(seen: MapSeen, params: FieldMapParams) -> Mapping[str, object]:
    """Return the values of the field that is asked for, those first that nobody decided on."""
    if seen.values is None:
        return {"values": None, "groups": (), "likely": {}, "has_more": False, "values_hidden": False}
    hidden = is_hidden(seen.values.field)
    groups = () if hidden else tuple(sorted(seen.values.groups, key=lambda each: not each.is_undecided))
    last = params.page * PAGE_LENGTH
    part = groups[last - PAGE_LENGTH : last]
    return {
        "values": seen.values,
        "groups": part,
        "likely": {each.key: likely_values(each, groups) for each in part},
        "has_more": len(groups) > last,
        "values_hidden": hidden,
    }


FIELD_MAP: Final = Screen("/forms/{family}", FieldMapParams, view, "field_map.html", page, data, rows, under="/forms", decides=True)
