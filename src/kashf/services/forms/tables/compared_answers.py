"""Some answers of one field beside some of another: 24 of the 40 forms that give this, of 34 of all 600."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.errors import NotFoundError, UsageError
from kashf.evidence.cross_tabs.associations import ShareComparison, compare
from kashf.evidence.cross_tabs.cross_tab import FieldAnswer, Heading
from kashf.evidence.cross_tabs.given_answers import given_answers
from kashf.language.field_values.read_values import read_value
from kashf.services.case.open import OpenCase
from kashf.services.forms.form_values import value_named, values_of
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.tables.form_tables import FormTable

_COMMAS: Final = re.compile("[,،]")


@dataclass(frozen=True, slots=True)
class ComparedAnswers:
    """How some answers in the rows of a table go with some in its columns; forms in copies of a document counted once.

    Args:
        rows: Which answers of the first field.
        columns: Which of the second.
        found: How often they go together, and by how much more or less than among all other forms; None where there are no others, or none
            that give an answer of the columns.
        records: All forms.
        blank: Of these, forms in which one of the fields is blank.
        untold: Forms in which one is not known for another reason: unreadable, not found, not asked.
        comparisons: How many cells of the table there are to look at, one of which this may be chosen by.
    """

    rows: tuple[FieldAnswer, ...]
    columns: tuple[FieldAnswer, ...]
    found: ShareComparison | None
    records: int
    blank: int
    untold: int
    comparisons: int


def compare_answers(case: OpenCase, table: FormTable, rows: Sequence[str], columns: Sequence[str]) -> ComparedAnswers:
    """Return how some answers in the rows of a table go with some in its columns.

    Args:
        case: Which case.
        table: The table.
        rows: What the answers are called, or their keys.
        columns: The same of the second field.

    Raises:
        UsageError: None are named for one of the fields.
        NotFoundError: An answer is given by no form, or its name by several.
    """
    if not rows or not columns:
        raise UsageError("a comparison needs answers of both fields", code="half-a-comparison")
    mine = tuple(_named(case, table, table.asked.rows, table.apart.rows, rows))
    theirs = tuple(_named(case, table, table.asked.columns, table.apart.columns, columns))
    found = compare(table.pairs_apart, {each.key for each in mine}, {each.key for each in theirs})
    records, blank = table.apart.records, table.blank
    return ComparedAnswers(mine, theirs, found, records, blank, records - table.apart.of_both - blank, table.beyond.comparisons)


def listed(words: str) -> list[str]:
    """Return the answers that stand in a list with commas, in Latin or Arabic letters.

    >>> listed("Sweden, Norway"), listed("السويد، النرويج")
    (['Sweden', 'Norway'], ['السويد', 'النرويج'])
    """
    return [word for each in _COMMAS.split(words) if (word := each.strip())]


def _named(case: OpenCase, table: FormTable, field: AskedField, headings: Sequence[Heading], asked: Sequence[str]) -> list[FieldAnswer]:
    """Return the answers that somebody names, each once."""
    known = {each.answer.key: each.answer for each in headings}
    keys = (word if word in known else _read(field, word, known) or _looked_up(case, table, field, word) for word in map(str.strip, asked))
    found = []
    for key, word in zip(keys, asked, strict=True):
        answers = [known[each.key] for each in given_answers(field.kind.traits.type, key, "", table.asked.step) if each.key in known]
        if not answers:
            raise NotFoundError(f"no form of this table gives {word}", code="no-such-value", count=0, value=word)
        found += answers
    return list(dict.fromkeys(found))


def _read(field: AskedField, word: str, known: dict[str, FieldAnswer]) -> str:
    """Return the key that a word has as a value of the field, in any language that values are read in; "" where no form gives it."""
    read = read_value(field.kind, word)
    return read.key if read.key in known and not read.is_doubtful else ""


def _looked_up(case: OpenCase, table: FormTable, field: AskedField, word: str) -> str:
    return value_named(values_of(case, table.asked.family, field, scope=table.asked.scope), word)
