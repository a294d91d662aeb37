from __future__ import annotations

import pytest

from kashf.domain.forms.template_fields import FieldState
from kashf.errors import NotAllowedError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.forms.form_values import records
from kashf.services.forms.tables.form_tables import table
from kashf.services.forms.told_families import family, field_named
from tests.contracts.case_stores import id_of, put, reading, seen, sight
from tests.filled_forms import FAMILY, form, forms_of, keep
from tests.unit.services.forms.tables.laid_out import asked, lay_out, tabled

SHEETS = (("Arcadia", "Salim"), ("Arcadia", "Salim"), ("Laputa", "Salim"), ("Laputa", "Ziyad"), ("", "Ziyad"), ("?", "Ziyad"))


def test_a_table_counts_forms_of_how_many_and_tells_blank_from_not_found(case: WritableCase) -> None:
    lay_out(case, SHEETS)

    found = tabled(case)

    assert (6, 4) == (found.tab.records, found.tab.of_both)
    assert {("arcadia", "salim"): 2, ("laputa", "salim"): 1, ("laputa", "ziyad"): 1} == found.tab.cells
    assert {FieldState.FILLED: 4, FieldState.BLANK: 1, FieldState.NOT_FOUND: 1} == found.tab.row_states
    assert (1, 0, 0) == (found.blank, found.unseen, found.undecided)


def test_what_several_forms_give_is_made_once(case: WritableCase) -> None:
    lay_out(case, SHEETS)

    for given in zip(*tabled(case).pairs, strict=True):
        assert len(set(given)) == len({id(each) for each in given}) < len(given)


def test_forms_in_copies_of_a_document_are_counted_once_apart(case: WritableCase) -> None:
    lay_out(case, SHEETS[:3], copies="b")

    found = tabled(case)

    assert (6, 3) == (found.tab.records, found.apart.records)
    assert (4, 2) == (found.tab.cell("arcadia", "salim"), found.apart.cell("arcadia", "salim"))


def test_no_table_is_made_of_a_sealed_field_unless_it_was_opened(case: WritableCase) -> None:
    lay_out(case, SHEETS)
    of_mothers = asked(case, columns="mother")

    with pytest.raises(NotAllowedError) as refused:
        table(case.reading, of_mothers)

    assert "sealed-field" == refused.value.code
    assert 6 == table(case.reading, of_mothers, opened=[of_mothers.columns.key]).tab.records


def test_a_table_of_a_field_by_itself_is_refused(case: WritableCase) -> None:
    lay_out(case, SHEETS)

    with pytest.raises(UsageError, match="named twice"):
        table(case.reading, asked(case, columns="nationality"))


def test_the_forms_of_one_of_several_answers_are_found_by_its_key(case: WritableCase) -> None:
    sight(case.store, seen("a", "/a"))
    put(case.store, reading("a"))
    keep(case.store, forms_of(*(form(id_of("a"), nth, blood=skills) for nth, skills in enumerate(("cook + guard", "guard", "cooking"), 1))))
    found = family(case.reading, FAMILY)
    blood = field_named(found, "blood")

    told = [[each.nth for each in records(case.reading, found, [(blood, key)])] for key in ("guard", "cook", "cook + guard")]

    assert [[1, 2], [1], [1]] == told
