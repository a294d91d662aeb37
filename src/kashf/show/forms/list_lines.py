"""Two lists compared, in lines for the terminal and in the rows of a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kashf.entities.list_pairs.judge_rows import RowDoubt, SameBy
from kashf.entities.list_pairs.row_changes import RowChange
from kashf.language.words.visible import isolate
from kashf.services.forms.lists.told_rows import name_of, told_pairs, told_rows
from kashf.services.forms.sealed.shown_value import shown_value
from kashf.show.counted import many
from kashf.show.forms.list_answers import by_counts, doubt_counts
from kashf.show.forms.told_forms import LEFT_OUT_ROWS, STATES

if TYPE_CHECKING:
    from kashf.ports.forms import KeptValue
    from kashf.services.case.open import OpenCase
    from kashf.services.forms.joined_families import AskedField
    from kashf.services.forms.lists.compared_rows import ListsCompared
    from kashf.services.forms.lists.told_rows import ToldChange, ToldPair
    from kashf.services.forms.told_records import ToldRecord
    from kashf.show.forms.spreadsheets import Cell

#: Names of columns of the file; programs read them, so that they are the same in every language.
SHEET_COLUMNS: Final = (
    *("is", "by", "left", "left_name", "right", "right_name"),
    *("field", "how", "before", "before_place", "after", "after_place"),
)
_SEALED: Final = "(sealed)"
_BY: Final[Mapping[SameBy, str]] = {
    SameBy.DECIDED: "decided",
    SameBy.NUMBER: "by number",
    SameBy.ANSWERS: "by name and other answers",
}
_DOUBTS: Final[Mapping[RowDoubt, str]] = {
    RowDoubt.NAME_ALONE: "one name, and nothing else that tells",
    RowDoubt.NAME_UNCLEAR: "one name or two",
    RowDoubt.AGAINST: "one name, and birth, mother or telephone against it",
    RowDoubt.TWO_NUMBERS: "one name, two numbers",
    RowDoubt.ONE_NUMBER: "one number, two names",
    RowDoubt.SEVERAL: "another row would do as well",
}
_ORDINALS: Final = ("first", "second")


def summary_lines(compared: ListsCompared) -> Iterator[str]:
    """Yield what was compared, by what rows are known, and how many became what."""
    yield from (_side_line(compared, side) for side in (0, 1))
    yield _number_line(compared)
    found = compared.found
    by = ", ".join(f"{count} {_BY[each]}" for each, count in by_counts(compared).items() if count)
    yield f"in both: {len(found.same)}{f' ({by})' if by else ''}; {len(compared.changed)} of them changed"
    doubts = ", ".join(f"{many(count, 'pair')} {_DOUBTS[each]}" for each, count in doubt_counts(compared).items() if count)
    unsure = " and ".join(f"{count} of the {name}" for count, name in zip(found.unsure, _ORDINALS, strict=True))
    yield f"may be in both, not counted as that: {unsure}{f' ({doubts})' if doubts else ''}"
    yield "; ".join(f"only in the {name}: {len(places)}" for places, name in zip(found.only, _ORDINALS, strict=True))
    for side, name in enumerate(_ORDINALS):
        if fields := compared.lone_columns[side]:
            yield f"only the {name} asks: {', '.join(isolate(field.field.label) for field in fields)}"


def row_lines(case: OpenCase, compared: ListsCompared) -> Iterator[str]:
    """Yield the rows: "~" changed, "=" in both, "?" perhaps, "!" number and name at odds, "-" and "+" in the first or second only."""
    found = compared.found
    changed = {pair[:2] for pair, _ in compared.changed}
    for sign, pairs in (
        ("~", [pair for pair, _ in compared.changed]),
        ("=", [pair for pair in found.same if pair[:2] not in changed]),
        ("?", found.maybe),
        ("!", [pair for pair in found.clashes if pair not in found.maybe]),
    ):
        for told in told_pairs(case, compared, pairs):
            yield f"{sign} {_called(told.left)}  {_cited(told.left)}  {_cited(told.right)}  ({_by(told)}){_changes(told.changes)}"
    for sign, side in (("-", 0), ("+", 1)):
        yield from (f"{sign} {_called(each)}  {_cited(each)}" for each in told_rows(case, compared, side, found.only[side]))


def sheet_rows(case: OpenCase, compared: ListsCompared) -> Iterator[list[Cell]]:
    """Yield the rows of a file: one for each change, one for two rows without any, one for a row in one list only or not compared."""
    found = compared.found
    for what, pairs in (("same", found.same), ("maybe", found.maybe), ("clash", found.clashes)):
        for told in told_pairs(case, compared, pairs):
            head: list[Cell] = [what, told.judged.by.value]
            head += [str(told.left.form.id), _name(told.left), str(told.right.form.id), _name(told.right)]
            yield from ([*head, *_change_cells(each)] for each in told.changes)
            if not told.changes:
                yield [*head, *[""] * 6]
    for what, places in (("only", found.only), ("unread", found.unread), ("crowded", found.crowded)):
        for side in (0, 1):
            for row in told_rows(case, compared, side, places[side]):
                mine: list[Cell] = [str(row.form.id), _name(row)]
                yield [what, "", *(["", ""] if side else []), *mine, *([] if side else ["", ""]), *[""] * 6]


def _side_line(compared: ListsCompared, side: int) -> str:
    asked, found = (compared.asked.left, compared.asked.right)[side], compared.found
    title = isolate(asked.family.title) if asked.family.title else "(no title)"
    document = f"/{asked.document[:12]}" if asked.document else ""
    counts = [
        (found.again[side].again, "another row again"),
        (len(found.unread[side]), "without a name or number that could be read"),
        (len(found.crowded[side]), "not compared with all, too many have their name"),
        (len(found.again[side].one_number), "times one number with two names"),
        *((count, f"left out as {LEFT_OUT_ROWS[why]}") for why, count in sorted(compared.left_out[side].items())),
    ]
    told = "".join(f"; {count} {words}" for count, words in counts if count)
    return f"{_ORDINALS[side]}: {asked.family.id}{document}  {title}  {many(len(compared.rows[side]), 'row')}{told}"


def _number_line(compared: ListsCompared) -> str:
    labels = {each.column: isolate(compared.columns[each.column].left.field.label) for each in compared.found.trials}
    if compared.number:
        return f"rows are known by {isolate(compared.number.left.field.label)} and their names"
    told = [f"{labels[each.column]} counts rows" for each in compared.found.trials if each.is_counter]
    told += [
        f"{labels[each.column]}: {each.shared} in both lists, {each.agreeing} of {each.named} of one name; --key says that they tell"
        for each in compared.found.trials
        if not each.is_counter
    ]
    said = f" ({'; '.join(told)})" if told else ""
    return f"rows are known by no number{said}"


def _by(told: ToldPair) -> str:
    by = told.judged.by
    return _BY[by] if isinstance(by, SameBy) else _DOUBTS[by]


def _changes(changes: Iterable[ToldChange]) -> str:
    told = (f"{isolate(each.column.left.field.label)}: {_words(each.before)} -> {_words(each.after)}{_how(each.how)}" for each in changes)
    return "".join(f"; {words}" for words in told)


def _how(how: RowChange) -> str:
    return {RowChange.REWRITTEN: " (may say the same)", RowChange.UNREAD: " (not compared)"}.get(how, "")


def _words(told: tuple[AskedField, KeptValue] | None) -> str:
    if told is None:
        return "(not asked)"
    field, value = told
    shown = shown_value(value, field)
    unseen = " (unseen)" if value.value.is_unseen else ""
    if shown.is_hidden:
        return _SEALED
    return f"{isolate(' '.join(shown.text.split()))}{unseen}" if shown.text else f"({STATES[value.value.state]})"


def _called(row: ToldRecord) -> str:
    named = name_of(row)
    return _words(named) if named else "(no name)"


def _cited(row: ToldRecord) -> str:
    return f"{row.form.id.document[:12]}/{row.form.id.nth}"


def _name(row: ToldRecord) -> str:
    named = name_of(row)
    return _text(named)[0] if named else ""


def _change_cells(change: ToldChange) -> list[Cell]:
    before, after = _text(change.before), _text(change.after)
    return [change.column.left.field.label, change.how.value, *before, *after]


def _text(told: tuple[AskedField, KeptValue] | None) -> tuple[str, str]:
    """Return what a cell says of a value, and where it stands."""
    if told is None:
        return "", ""
    field, value = told
    shown, span = shown_value(value, field), value.value.span
    if shown.is_hidden:
        return _SEALED, ""
    return shown.text, f"{span.document}#{span.page}:{span.start}-{span.end}" if span else ""
