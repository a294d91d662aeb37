"""What the doors answer about filled-in forms, as one shape for JSON; what is sealed is told of without its words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.ledger import format_time
from kashf.language.words.visible import isolate
from kashf.services.forms.sealed.shown_value import is_hidden, shown_value
from kashf.show.plain import Answer, plain

if TYPE_CHECKING:
    from kashf.domain.forms.form_decisions import FormDecision
    from kashf.domain.forms.opened_fields import OpenedFields
    from kashf.domain.left_out import LeftOut
    from kashf.ports.forms import KeptValue
    from kashf.services.forms.contrary_decisions import FormConflict
    from kashf.services.forms.form_values import FieldValues, ValueGroup
    from kashf.services.forms.joined_families import AskedField
    from kashf.services.forms.lists.rows_left_out import LeftOutRows
    from kashf.services.forms.told_families import FormFamily, ToldFamilies
    from kashf.services.forms.told_records import ToldRecord


def families_answer(told: ToldFamilies, left_out: LeftOut, *, scope: Scope) -> Answer:
    """Return the families of a case, the one with the most forms first."""
    families = [family_head(each) for each in told.families]
    return {"families": families, "is_behind": told.is_behind, "collection": scope, "left_out": left_out}


def family_head(family: FormFamily) -> Answer:
    """Return a family with how many forms there are, without its fields."""
    editions = [{"family": id, "number": number, "records": records} for (id, number), records in family.editions.items()]
    return {
        "id": family.id,
        "title": family.title,
        "kind": family.kind,
        "records": family.records,
        "without_copies": family.without_copies,
        "documents": family.documents,
        "editions": editions,
        "doubtful": family.doubtful,
        "doubt": family.doubt,
        "titles": [{"title": title, "records": records} for title, records in family.titles],
        "fields": len(family.fields),
        "unmapped": [field.key for field in family.unmapped],
        "elsewhere": family.elsewhere,
    }


def family_answer(
    family: FormFamily,
    states: Mapping[FieldKey, Mapping[FieldState, int]],
    left_out: LeftOut,
    *,
    rows: LeftOutRows,
    conflicts: Sequence[FormConflict],
    scope: Scope,
) -> Answer:
    """Return a family with what it asks, what became of each field, where persons contradict each other, and rows that are no records."""
    fields = [field_answer(field) | {"states": state_counts(states[field.key])} for field in family.fields]
    told = {"conflicts": list(map(conflict_answer, conflicts)), "rows_left_out": _left_out_rows(rows)}
    return family_head(family) | {"fields": fields, **told, "collection": scope, "left_out": left_out}


def conflict_answer(conflict: FormConflict) -> Answer:
    """Return what persons say otherwise about a field: who, when, both, and the entry of what stands; no value of a sealed field."""
    said = [decision_answer(each) for each in conflict.said]
    if conflict.field.is_sealed:
        said = [{key: value for key, value in each.items() if key not in {"left", "right"}} for each in said]
    stands = conflict.stands.id if conflict.stands else None
    return {"field": conflict.field.key, "about": "values" if conflict.values else "kind", "said": said, "stands": stands}


def field_answer(field: AskedField) -> Answer:
    """Return a field with what it asks, and who says so."""
    proposed = {"kind": field.proposed.kind, "score": field.proposed.score, "why": field.proposed.why}
    return {
        "key": field.key,
        "number": field.field.number,
        "label": field.field.label,
        "wordings": field.field.wordings,
        "kind": field.kind,
        "name": field.name,
        "sealed": field.is_sealed,
        "proposed": proposed if field.proposed.score else None,
        "decided": decision_answer(field.decided) if field.decided else None,
    }


def decision_answer(decided: FormDecision) -> Answer:
    """Return what was decided about forms, by whom and why."""
    told = decided.told.body()
    return {**told, "entry": decided.id, "by": decided.who, "when": format_time(decided.when), "why": decided.why}


def values_answer(values: FieldValues, *, scope: Scope, opened: Collection[FieldKey] = ()) -> Answer:
    """Return what forms have in a field, values that say one thing together; of a sealed one only how many."""
    hidden = is_hidden(values.field, opened)
    groups = [] if hidden else [group_answer(each) for each in values.groups]
    counts = {"states": state_counts(values.states), "undecided": values.undecided, "unseen": values.unseen}
    told = {"values": groups, "different": len(values.groups), "hidden": hidden}
    return {"field": field_answer(values.field), **told, **counts, "collection": scope}


def group_answer(group: ValueGroup) -> Answer:
    """Return values that say one thing."""
    counts = {"records": group.records, "without_copies": group.without_copies}
    told = {"labels": group.labels, "joined": group.keys[1:], "undecided": group.is_undecided}
    return {"key": group.key, "label": group.label, **counts, **told}


def record_answer(told: ToldRecord, *, opened: Collection[FieldKey] = ()) -> Answer:
    """Return a form with what it has in each field, and where."""
    form = told.form
    where = {"record": str(form.id), "document": form.id.document, "path": told.path, "pages": form.pages}
    values = [_value(field, value, opened) for field, value in told.values]
    return {**where, "family": form.family, "edition": form.edition, "values": values}


def state_counts(states: Mapping[FieldState, int]) -> Mapping[FieldState, int]:
    """Return a count for every state, also where it is 0, so that a sum of them is the number of forms."""
    return {state: states.get(state, 0) for state in FieldState}


def _left_out_rows(rows: LeftOutRows) -> Answer:
    told = [{"document": at.document, "page": at.page, "start": at.start, "end": at.end, "why": why} for at, why in rows.rows]
    return {"counts": rows.counts, "rows": told}


def _value(field: AskedField, value: KeptValue, opened: Collection[FieldKey]) -> Answer:
    shown, span = shown_value(value, field, opened), value.value.span
    place = {"page": span.page, "start": span.start, "end": span.end} if span else None
    told = {"text": shown.text, "key": shown.key, "label": shown.label, "value": {} if shown.is_hidden else plain(value.read.value)}
    asked = {"field": field.key, "number": field.field.number, "asks": field.field.label, "kind": field.kind}
    seen = {"doubtful": value.read.is_doubtful, "unseen": value.value.is_unseen, "notes": value.value.notes, "hidden": shown.is_hidden}
    return {**asked, "state": value.value.state, **told, "place": place, **seen}


def opened_answer(opened: OpenedFields) -> Answer:
    """Return who looked at what."""
    what = {"fields": opened.fields, "record": str(opened.record) if opened.record else None, "family": opened.labels}
    told = {"entry": opened.id, "by": opened.who, "person": opened.person, "when": format_time(opened.when), **what, "why": opened.why}
    return {**told, "leaves": opened.leaves or None}


def opened_line(opened: OpenedFields) -> str:
    """Return who looked at what in one line."""
    where = f"{opened.record.document[:12]}/{opened.record.nth}" if opened.record else "all forms"
    fields = ", ".join(map(isolate, opened.fields))
    leaves = f"  written to a file ({opened.leaves})" if opened.leaves else ""
    return f"{format_time(opened.when)}  {isolate(opened.who)}  {where}  {fields}{leaves}  {isolate(opened.why)}"
