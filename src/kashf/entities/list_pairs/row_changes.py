"""What two rows about one man say otherwise, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from kashf.domain.date import FuzzyDate
from kashf.domain.forms.template_fields import ANSWERED, FieldKind, FieldState, ValueType
from kashf.entities.form_people.compare_people import Agreement, births_agree, names_agree
from kashf.entities.list_pairs.listed_row import AnswerCell, ListedRow
from kashf.language.words.clitics import ARTICLE

_TOLD: Final = frozenset({*ANSWERED, FieldState.BLANK})


class RowChange(StrEnum):
    """How an answer of the one list became that of the other."""

    #: Both answer, and not alike.
    CHANGED = "changed"
    #: Only the second list answers.
    FILLED_IN = "filled-in"
    #: Only the first list answers.
    EMPTIED = "emptied"
    #: Both answer, in words that may say the same: a name or a place with a word more, a year and a day in it.
    REWRITTEN = "rewritten"
    #: One of the two could not be read.
    UNREAD = "unread"


#: What makes two rows of one man rows that changed.
REAL_CHANGES: Final = frozenset({RowChange.CHANGED, RowChange.FILLED_IN, RowChange.EMPTIED})


def row_changes(left: ListedRow, right: ListedRow, kinds: Sequence[FieldKind]) -> dict[int, RowChange]:
    """Return how the answers of two rows differ, by column; columns in which they do not are left out.

    Args:
        left: A row of the first list.
        right: A row of the second.
        kinds: What each column asks.
    """
    found = {}
    for column, (one, other) in enumerate(zip(left.cells, right.cells, strict=True)):
        if how := _change(one, other, kinds[column]):
            found[column] = how
    return found


def _change(one: AnswerCell, other: AnswerCell, kind: FieldKind) -> RowChange | None:
    if one == other or FieldState.NOT_ASKED in {one.state, other.state}:
        return None
    if not {one.state, other.state} <= _TOLD:
        return RowChange.UNREAD
    if FieldState.BLANK in {one.state, other.state}:
        return RowChange.EMPTIED if other.state is FieldState.BLANK else RowChange.FILLED_IN
    if one.state is not other.state:
        return RowChange.CHANGED
    return RowChange.REWRITTEN if _may_say_one(one.key, other.key, kind.traits.type) else RowChange.CHANGED


def _may_say_one(one: str, other: str, type: ValueType) -> bool:
    if type is ValueType.NAME:
        return names_agree(one, other) is not Agreement.DIFFERS
    if type is ValueType.PLACE:
        mine, theirs = _place_words(one), _place_words(other)
        return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
    return type is ValueType.DATE and births_agree(_date(one), _date(other)) in {Agreement.AGREES, Agreement.UNCLEAR}


def _place_words(key: str) -> frozenset[str]:
    """Return the words of a place without their articles: "the crossing of X" may be "X"."""
    return frozenset(word.removeprefix(ARTICLE) or word for word in key.split())


def _date(key: str) -> FuzzyDate:
    """Return a date by the key of its value; of one out of several days all from the first to the last.

    >>> _date("[2014-03-05,2014-03-08]").edtf()
    '[2014-03-05..2014-03-08]'
    """
    if "," not in key:
        return FuzzyDate.read(key)
    days = key.strip("[]").replace(",", "..").split("..")
    return FuzzyDate.read(f"{days[0]}/{days[-1]}")
