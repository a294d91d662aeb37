"""Forms of a family counted by what they have in two fields; values that say one thing are one, and what nobody knows is told apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.template_fields import FieldKey, FieldState, ValueType, own_key
from kashf.errors import NotAllowedError, UsageError
from kashf.evidence.cross_tabs.associations import CellsBeyondChance, beyond_chance
from kashf.evidence.cross_tabs.cross_tab import Answered, CrossTab, FieldAnswer, Heading, cross_tab
from kashf.evidence.cross_tabs.given_answers import UNTOLD_TIME, Step, given_answers
from kashf.ports.forms import ValueCell
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.forms.form_values import SEALED_ANSWER, cells_of
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.sealed.shown_value import is_hidden
from kashf.services.forms.told_families import FormFamily

#: What stands where somebody under 18 answered, and for dates that may lie in several months: neither goes with another answer.
_NO_ANSWERS: Final = frozenset({SEALED_ANSWER, UNTOLD_TIME})


@dataclass(frozen=True, slots=True)
class AskedTable:
    """Which table somebody asks for.

    Args:
        family: Of which forms.
        rows: The first field.
        columns: The second.
        step: By what dates are counted.
        scope: Of which collection.
    """

    family: FormFamily
    rows: AskedField
    columns: AskedField
    step: Step = Step.DAY
    scope: Scope = Scope.LEAK

    def beside(self, field: AskedField) -> tuple[AskedField, ...]:
        """Return what else the label of a field asks, that is a field of its own."""
        return tuple(each for each in self.family.fields if each.key != field.key and own_key(each.key) == own_key(field.key))


@dataclass(frozen=True, slots=True)
class FormTable:
    """What the forms of a family have in two fields.

    Args:
        asked: Which family, and which fields.
        cells: The two values of each form, by document and place.
        pairs: What each gives.
        firsts: Places in these of forms that are no copy of one before.
        tab: How many forms give what.
        apart: The same, forms in copies of a document counted once.
        beyond: Cells of `apart` with more or fewer forms than chance would put there.
    """

    asked: AskedTable
    cells: tuple[tuple[ValueCell, ValueCell], ...]
    pairs: tuple[tuple[Answered, Answered], ...]
    firsts: tuple[int, ...]
    tab: CrossTab
    apart: CrossTab
    beyond: CellsBeyondChance

    @property
    def unseen(self) -> int:
        """Forms with a value in one of the fields that a machine read from a picture and nobody looked at."""
        return sum(one.is_unseen or other.is_unseen for one, other in self.cells)

    @property
    def undecided(self) -> int:
        """Forms with a value in one of the fields that a person should decide on."""
        return sum(one.is_doubtful or other.is_doubtful for one, other in self.cells)

    @property
    def blank(self) -> int:
        """Forms in which one of the fields is blank, copies counted once."""
        return sum(FieldState.BLANK in {one.state for one in pair} for pair in self.pairs_apart)

    @property
    def pairs_apart(self) -> list[tuple[Answered, Answered]]:
        """What each form gives, forms in copies of a document once."""
        return [self.pairs[at] for at in self.firsts]


def table(case: OpenCase, asked: AskedTable, *, opened: Collection[FieldKey] = ()) -> FormTable:
    """Return the table of what the forms of a family have in two fields.

    Args:
        case: Which case.
        asked: Which table.
        opened: Keys of the sealed fields that somebody opened.

    Raises:
        NotAllowedError: A field is sealed, and not opened.
        UsageError: It is twice the same field.
    """
    _check(asked, opened)
    first, second = (cells_of(case, asked.family, field, scope=asked.scope, opened=opened) for field in (asked.rows, asked.columns))
    cells = _beside(first, second)
    leaders = witnesses(narrow(case, asked.scope).case.view, {cell.document for cell, _ in cells})
    seen: dict[tuple[str, int], int] = {}
    for at, (cell, _) in enumerate(cells):
        seen.setdefault((leaders[cell.document], cell.nth), at)
    rows = _answers(asked.rows, asked.step, (cell for cell, _ in cells))
    columns = _answers(asked.columns, asked.step, (cell for _, cell in cells))
    pairs = tuple(zip(rows, columns, strict=True))
    tab = _in_time(cross_tab(pairs), asked)
    apart = tab if len(seen) == len(pairs) else _in_time(cross_tab(pairs[at] for at in seen.values()), asked)
    return FormTable(asked, cells, pairs, tuple(seen.values()), tab, apart, beyond_chance(apart, no_answers=_NO_ANSWERS))


def is_untold(answer: FieldAnswer) -> bool:
    """Return whether an answer is that of dates which may lie in several of the months or years that are counted."""
    return answer.key == UNTOLD_TIME


def _check(asked: AskedTable, opened: Collection[FieldKey]) -> None:
    if asked.rows.key == asked.columns.key:
        raise UsageError(f"a table needs two fields, and {asked.rows.key} was named twice", code="one-field-twice", field=asked.rows.key)
    for field in (asked.rows, asked.columns):
        if is_hidden(field, opened):
            raise NotAllowedError(f"the field {field.key} is sealed: no table is made of it", code="sealed-field", field=field.key)


def _beside(first: Sequence[ValueCell], second: Sequence[ValueCell]) -> tuple[tuple[ValueCell, ValueCell], ...]:
    """Return the values of the forms that have one in both fields."""
    pairs = tuple(zip(first, second, strict=False))
    if len(first) == len(second) and all(one.document == other.document and one.nth == other.nth for one, other in pairs):
        return pairs  # as where no family was joined
    of_second = {cell[:2]: cell for cell in second}
    return tuple((cell, of_second[cell[:2]]) for cell in first if cell[:2] in of_second)


def _answers(field: AskedField, step: Step, cells: Iterable[ValueCell]) -> Iterator[Answered]:
    """Yield what each value gives; what many give is one object."""
    kind = field.kind.traits.type
    known: dict[tuple[FieldState, str, str], Answered] = {}
    for cell in cells:
        said = cell[2:5]
        if said not in known:
            given = given_answers(kind, cell.key, cell.label, step) if cell.state is FieldState.FILLED else ()
            known[said] = Answered(cell.state, given)
        yield known[said]


def _in_time(tab: CrossTab, asked: AskedTable) -> CrossTab:
    """Return a table whose months or years are in the order of time, those that are not told last."""
    if asked.step is Step.DAY:
        return tab
    return replace(tab, rows=_ordered(tab.rows, asked.rows), columns=_ordered(tab.columns, asked.columns))


def _ordered(headings: tuple[Heading, ...], field: AskedField) -> tuple[Heading, ...]:
    if field.kind.traits.type is not ValueType.DATE:
        return headings
    return tuple(sorted(headings, key=lambda each: (is_untold(each.answer), each.answer.key)))
