"""Filled-in forms in lines for the terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from kashf.domain.forms.form_decisions import FieldMapped, ValuesJoined
from kashf.domain.forms.form_families import FormDoubt
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.ledger import format_time
from kashf.language.words.visible import isolate
from kashf.services.forms.sealed.shown_value import is_hidden, shown_value
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.entities.forms.registers.headed_rows import LeftOutRow
    from kashf.ports.forms import KeptValue
    from kashf.services.forms.contrary_decisions import FormConflict
    from kashf.services.forms.form_values import FieldValues
    from kashf.services.forms.joined_families import AskedField
    from kashf.services.forms.told_families import FormFamily
    from kashf.services.forms.told_records import ToldRecord

STATES: Final[Mapping[FieldState, str]] = {
    FieldState.FILLED: "filled",
    FieldState.BLANK: "blank",
    FieldState.NONE: "none",
    FieldState.UNREADABLE: "unreadable",
    FieldState.NOT_FOUND: "not found",
    FieldState.NOT_ASKED: "not asked",
}
DOUBTS: Final[Mapping[FormDoubt, str]] = {
    FormDoubt.NO_KNOWN_FIELD: "hardly a label says what it asks",
    FormDoubt.CODE: "its labels or its files are those of programs and settings",
    FormDoubt.LETTERS: "its documents are letters of one layout",
    FormDoubt.MAIL: "its labels are those above mails and letters",
}
LEFT_OUT_ROWS: Final[Mapping[str, str]] = {
    "sum": "sums",
    "note": "remarks or headings of parts",
    "goes-on": "more of the row above",
    "wider": "more cells than headings",
    "unclear": "unclear under which headings",
    "no-list": "of another table",
    "too-many": "too many in one document",
}
_SEALED: Final = "(sealed)"


def family_line(family: FormFamily) -> str:
    """Return a family in one line: id, forms, forms without copies, documents, editions, and what is to be looked at."""
    editions = f", {len(family.editions)} editions" if len(family.editions) > 1 else ""
    doubtful = f", {family.doubtful} doubtful" if family.doubtful else ""
    forms, documents = many(family.records, "form"), many(family.documents, "document")
    counts = f"{forms} ({family.without_copies} without copies) in {documents}{editions}{doubtful}"
    unmapped = f"; nobody knows: {', '.join(map(_called, family.unmapped))}" if family.unmapped else ""
    doubt = f"; perhaps no form: {DOUBTS[family.doubt]}" if family.doubt else ""
    return f"{family.id}  {isolate(family.title) if family.title else '(no title)'}  {counts}{doubt}{unmapped}{_titles(family)}"


def _titles(family: FormFamily) -> str:
    """Return that forms which ask the same have several titles."""
    told = ", ".join(f"{isolate(title)} on {many(records, 'form')}" for title, records in family.titles)
    return f"; may be {'two' if len(family.titles) == 2 else 'several'} templates: title {told}" if told else ""


def doubted_line(families: Sequence[FormFamily]) -> str:
    """Return what the mark of families that are perhaps no forms means, and how it is taken away; "" where none has it."""
    doubted = sum(each.doubt is not None for each in families)
    many = "family is perhaps no form" if doubted == 1 else "families are perhaps no forms"
    means = "no name is taken for printed there, and no copy is judged by that"
    ways = "`kashf forms CASE FAMILY --map FIELD=KIND` says that it is one, and the next `kashf process` follows"
    return f"{doubted} {many}: {means}; {ways}" if doubted else ""


def left_out_rows_line(counts: Mapping[LeftOutRow, int]) -> str:
    """Return how many rows of lists are no records, and why."""
    told = ", ".join(f"{count} {LEFT_OUT_ROWS[why]}" for why, count in sorted(counts.items()))
    return f"{many(sum(counts.values()), 'row')} of these lists left out: {told}; `--json` says where"


def field_line(field: AskedField, states: Mapping[FieldState, int]) -> str:
    """Return a field in one line: number, label, what it asks and who says so, and forms by what became of it."""
    by = "decided" if field.decided else f"proposed {field.proposed.score:.2f}" if field.proposed.score else "not known"
    sealed = ", sealed" if field.is_sealed else ""
    counts = ", ".join(f"{states[state]} {STATES[state]}" for state in FieldState if states.get(state))
    return f"{field.field.number:>3}  {_called(field)}  {field.kind} ({by}{sealed})  {counts}"


def decision_line(field: AskedField) -> str:
    """Return who decided what a field asks, and why; "" where nobody did."""
    decided = field.decided
    return f"     {isolate(decided.who)}: {isolate(decided.why)}  {decided.id[:12]}" if decided else ""


def conflict_lines(conflict: FormConflict) -> Iterator[str]:
    """Yield what persons say otherwise about a field: who, when, what, and which stands; then how it is settled."""
    about = "whether two of its values are one" if conflict.values else "what it asks"
    yield f"{_called(conflict.field)}: persons contradict each other about {about}"
    for each in conflict.said:
        told, stands = each.told, "  stands" if each is conflict.stands else ""
        what = f"{told.kind}{', sealed' if told.is_sealed else ''}" if isinstance(told, FieldMapped) else ""
        if isinstance(told, ValuesJoined):
            what = " ".join([told.verdict.value, *map(isolate, () if conflict.field.is_sealed else conflict.values)])
        yield f"     {format_time(each.when)}  {isolate(each.who)}: {what}  {isolate(each.why)}  {each.id[:12]}{stands}"
    rest = "" if conflict.stands else "neither is followed; "
    yield f"     {rest}settle it: one of them takes his word back with --undo, or says what the other says"


def value_lines(values: FieldValues, *, opened: Collection[FieldKey] = ()) -> Iterator[str]:
    """Yield the values of a field, the one that the most forms have first; of a sealed one nothing."""
    if is_hidden(values.field, opened):
        yield f"{_SEALED}: {many(len(values.groups), 'different value')}"
        return
    for each in values.groups:
        also = f"  also {', '.join(isolate(label) for label in each.labels[1:4])}" if each.labels[1:] else ""
        undecided = "  undecided" if each.is_undecided else ""
        copies = f" ({each.without_copies} without copies)" if each.without_copies != each.records else ""
        yield f"{each.records:8}{copies}  {isolate(each.label)}{also}  {isolate(each.key)}{undecided}"


def record_lines(told: ToldRecord, *, opened: Collection[FieldKey] = ()) -> Iterator[str]:
    """Yield what a form has in each field, word for word, with its place."""
    form = told.form
    pages = f"page{'s' * (len(form.pages) > 1)} {', '.join(map(str, form.pages))}"
    yield f"{form.id.document[:12]}/{form.id.nth}  {isolate(told.path)}  edition {form.edition}, {pages}"
    for field, value in told.values:
        yield f"{field.field.number:>3}  {_called(field)}: {_told(field, value, opened)}"


def _told(field: AskedField, value: KeptValue, opened: Collection[FieldKey]) -> str:
    shown, span = shown_value(value, field, opened), value.value.span
    text = _SEALED if shown.is_hidden else f"{isolate(' '.join(shown.text.split()))}" if shown.text else ""
    says = f"  = {isolate(shown.label)}" if shown.label and shown.label != shown.text else ""
    state = "" if value.value.state is FieldState.FILLED else f"({STATES[value.value.state]})"
    place = f"#{span.page}:{span.start}-{span.end}" if span and value.value.text else ""
    look = ", ".join((*("doubtful",) * value.read.is_doubtful, *("unseen",) * value.value.is_unseen, *value.value.notes))
    return "  ".join(filter(None, (state, f"{text}{says}", place, look)))


def _called(field: AskedField) -> str:
    return isolate(f"{field.field.label} ({field.name})" if field.name else field.field.label)
