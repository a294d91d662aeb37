"""What becomes of a pile of forms whose table is known, among other papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.forms.courier_pile import COUNTRIES, GO_BETWEEN, pile_texts
from benchmarks.forms.made_cases import case_of_texts
from kashf.domain.forms.template_fields import FieldKind
from kashf.services.case.copies.witnesses import group_copies
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.tables.compared_answers import compare_answers
from kashf.services.forms.tables.form_tables import AskedTable, FormTable, table
from kashf.services.forms.told_families import FormFamily, families


@dataclass(frozen=True, slots=True)
class PileFigures:
    """What was found in a pile.

    Args:
        forms: In the family that has the most.
        people: The same without copies.
        families: How many families there are.
        strangers: Documents of the other papers that have a form of any family.
        his: Forms of those countries among those that name the go-between, and these.
        all: Forms of those countries, and all.
    """

    forms: int
    people: int
    families: int
    strangers: int
    his: tuple[int, int]
    all: tuple[int, int]


def found_in_pile(others: Sequence[str], *, long: bool) -> PileFigures:
    """Return what is found in 600 forms shuffled with other papers."""
    with _kept([*pile_texts(long=long), *others]) as case:
        group_copies(case)
        found = families(case.reading).families
        best = found[0]
        told = _table(case.reading, best)
        compared = compare_answers(case.reading, told, COUNTRIES, [GO_BETWEEN]).found
        strangers = sum(each.documents for each in found) - best.documents
        within, overall = (compared.within, compared.overall) if compared else (None, None)
        return PileFigures(
            best.records,
            best.without_copies,
            len(found),
            strangers,
            (within.part, within.of) if within else (0, 0),
            (overall.part, overall.of) if overall else (0, 0),
        )


def _table(case: OpenCase, family: FormFamily) -> FormTable:
    fields = {each.kind: each for each in reversed(family.fields)}
    return table(case, AskedTable(family, fields[FieldKind.NATIONALITY], fields[FieldKind.GO_BETWEEN]))


@contextmanager
def _kept(texts: Sequence[str]) -> Iterator[WritableCase]:
    with TemporaryDirectory(prefix="kashf-bench-") as folder, case_of_texts(Path(folder), texts) as case:
        keep_families(case)
        yield case
