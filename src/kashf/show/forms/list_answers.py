"""What the doors answer about two lists that were compared, as one shape for JSON; no word of what is sealed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kashf.entities.list_pairs.judge_rows import RowDoubt, SameBy
from kashf.services.forms.lists.told_rows import name_of, told_pairs, told_rows
from kashf.services.forms.sealed.shown_value import shown_value
from kashf.show.plain import Answer

if TYPE_CHECKING:
    from kashf.domain.forms.form_families import RecordId
    from kashf.domain.left_out import LeftOut
    from kashf.ports.forms import KeptValue
    from kashf.services.case.open import OpenCase
    from kashf.services.forms.joined_families import AskedField
    from kashf.services.forms.lists.compared_rows import ListsCompared
    from kashf.services.forms.lists.told_rows import ToldChange, ToldPair
    from kashf.services.forms.told_records import ToldRecord

_SIDES = ("left", "right")


def lists_answer(case: OpenCase, compared: ListsCompared, left_out: LeftOut) -> Answer:
    """Return two lists compared: the counts, and each row under what became of it."""
    found = compared.found
    told = {"changed": len(compared.changed), "by": by_counts(compared), "doubts": doubt_counts(compared)}
    return {
        "left": side_answer(compared, 0),
        "right": side_answer(compared, 1),
        "columns": [{"left": each.left.key, "right": each.right.key, "kind": each.kind} for each in compared.columns],
        "number": compared.number.left.key if compared.number else None,
        "numbers": [_trial(compared, at) for at in range(len(found.trials))],
        "same": len(found.same),
        **told,
        "compared": found.compared,
        "rows": list(row_answers(case, compared)),
        "collection": compared.asked.scope,
        "left_out": left_out,
    }


def side_answer(compared: ListsCompared, side: int) -> Answer:
    """Return how many rows of a list became what; all but those of "again" and "left_out" add up to its rows with "again"."""
    found, asked = compared.found, (compared.asked.left, compared.asked.right)[side]
    return {
        "family": asked.family.id,
        "title": asked.family.title,
        "kind": asked.family.kind,
        "document": asked.document,
        "rows": len(compared.rows[side]),
        "again": found.again[side].again,
        "same": len(found.same),
        "maybe": found.unsure[side],
        "only": len(found.only[side]),
        "unread": len(found.unread[side]),
        "crowded": len(found.crowded[side]),
        "one_number": len(found.again[side].one_number),
        "left_out": compared.left_out[side],
        "columns_of_its_own": [field.key for field in compared.lone_columns[side]],
    }


def by_counts(compared: ListsCompared) -> Mapping[SameBy, int]:
    """Return how many rows are the same by what, also where it is 0."""
    counts = Counter(pair.by for pair in compared.found.same)
    return {by: counts[by] for by in SameBy}


def doubt_counts(compared: ListsCompared) -> Mapping[RowDoubt, int]:
    """Return how many pairs of rows are in which doubt, also where it is 0."""
    counts = Counter(pair.by for pair in compared.found.maybe)
    return {doubt: counts[doubt] for doubt in RowDoubt}


def row_answers(case: OpenCase, compared: ListsCompared) -> Iterator[Answer]:
    """Yield each row, or each two: the changed first, then in both, perhaps in both, at odds, in one only, and what was not compared."""
    found = compared.found
    changed = {pair[:2] for pair, _ in compared.changed}
    unchanged = [pair for pair in found.same if pair[:2] not in changed]
    for what, pairs in (
        ("changed", [pair for pair, _ in compared.changed]),
        ("same", unchanged),
        ("maybe", found.maybe),
        ("clash", found.clashes),
    ):
        yield from (_pair(what, each) for each in told_pairs(case, compared, pairs))
    for what, places in (("only", found.only), ("unread", found.unread), ("crowded", found.crowded)):
        for side, name in enumerate(_SIDES):
            yield from ({"is": what, "in": name, **_row(each)} for each in told_rows(case, compared, side, places[side]))
    for side, name in enumerate(_SIDES):
        again = found.again[side]
        homes = {at: home for at, home in enumerate(again.homes) if at != home}
        yield from _twice("again", name, compared.rows[side], homes.items())
        yield from _twice("one-number", name, compared.rows[side], again.one_number)


def _twice(what: str, name: str, rows: Sequence[RecordId], pairs: Iterable[tuple[int, int]]) -> Iterator[Answer]:
    yield from ({"is": what, "in": name, "record": str(rows[one]), "other": str(rows[other])} for one, other in pairs)


def _pair(what: str, told: ToldPair) -> Answer:
    changes = [_change(each) for each in told.changes]
    return {"is": what, "by": told.judged.by, "left": _row(told.left), "right": _row(told.right), "changes": changes}


def _row(told: ToldRecord) -> Answer:
    named = name_of(told)
    return {"record": str(told.form.id), "path": told.path, "name": _value(named) if named else None}


def _change(change: ToldChange) -> Answer:
    sides = {"before": change.before, "after": change.after}
    told = {name: _value(side) if side else None for name, side in sides.items()}
    return {"field": change.column.left.key, "asks": change.column.left.field.label, "kind": change.column.kind, "how": change.how, **told}


def _value(told: tuple[AskedField, KeptValue]) -> Answer:
    field, value = told
    shown, span = shown_value(value, field), value.value.span
    place = {"page": span.page, "start": span.start, "end": span.end} if span else None
    seen = {"unseen": value.value.is_unseen, "doubtful": value.read.is_doubtful, "hidden": shown.is_hidden}
    return {"text": shown.text, "label": shown.label, "state": value.value.state, "place": place, **seen}


def _trial(compared: ListsCompared, at: int) -> Answer:
    trial = compared.found.trials[at]
    counts = {"shared": trial.shared, "named": trial.named, "agreeing": trial.agreeing}
    told = {"is_counter": trial.is_counter, "is_short": trial.is_short, "is_key": trial.is_key}
    return {"field": compared.columns[trial.column].left.key, **counts, **told}
