from __future__ import annotations

import pytest

from kashf.errors import NotAllowedError
from kashf.evidence.cross_tabs.closed_cells import Closing
from kashf.services.case.open import WritableCase
from kashf.services.forms import form_values
from kashf.services.forms.form_values import SEALED_ANSWER
from kashf.services.forms.tables.closed_tables import cited_forms, closed_table
from kashf.services.forms.tables.form_tables import table
from tests.contracts.case_stores import id_of
from tests.unit.services.forms.tables.laid_out import asked, lay_out, tabled

SHEETS = [
    *[("Arcadia", "Salim")] * 9,
    *[("Arcadia", "Ziyad")] * 3,
    *[("Laputa", "Salim")] * 8,
    *[("Laputa", "Ziyad")] * 7,
    *[("Sodor", "Salim")] * 2,
    *[("Ruritania", "Salim")] * 4,
    ("", "Salim"),
]


def test_answers_of_few_forms_are_one_row_and_totals_are_of_the_forms_that_answer_both(case: WritableCase) -> None:
    lay_out(case, SHEETS)

    closed = closed_table(tabled(case))

    assert [{"laputa"}, {"arcadia"}, {"sodor", "ruritania"}] == [set(each.keys) for each in closed.rows]
    assert ((8, 7, 15), (9, 3, 12), (6, 0, 6), (23, 10, 33)) == closed.counts
    assert (Closing.SMALL, Closing.SMALL, Closing.OPEN) == (closed.closings[1][1], closed.closings[2][1], closed.closings[3][2])
    assert closed.is_sum_open


def test_copies_are_counted_once_in_what_leaves(case: WritableCase) -> None:
    lay_out(case, SHEETS, copies="b")

    assert 33 == closed_table(tabled(case)).counts[-1][-1]


def test_forms_behind_open_counts_alone_are_cited_with_both_places(case: WritableCase) -> None:
    lay_out(case, SHEETS)
    closed = closed_table(tabled(case))

    cited = list(cited_forms(case.reading, closed))

    assert {(each.row, each.column) for each in cited} == {
        (row, column) for row in range(3) for column in range(2) if closed.closings[row][column] is Closing.OPEN
    }
    assert all(place and place.page == 1 for each in cited for place in each.places)


def test_nothing_of_a_sealed_field_leaves_even_when_it_was_opened(case: WritableCase) -> None:
    lay_out(case, SHEETS)
    of_mothers = asked(case, columns="mother")
    opened = table(case.reading, of_mothers, opened=[of_mothers.columns.key])

    with pytest.raises(NotAllowedError, match="sealed"):
        closed_table(opened)


def test_a_table_of_which_no_form_answers_both_leaves_as_totals_that_are_closed(case: WritableCase) -> None:
    lay_out(case, [("", "Salim"), ("Arcadia", "")])

    closed = closed_table(tabled(case))

    assert (((0,),), ((Closing.SMALL,),)) == (closed.counts, closed.closings)
    assert not closed.is_sum_open


def test_who_is_under_18_is_no_answer_that_goes_with_another_and_has_no_place(case: WritableCase, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(case, [*[("Arcadia", "Salim")] * 9, *[("Laputa", "Ziyad")] * 9])
    young = frozenset((id_of("a"), nth) for nth in range(1, 10))
    assert tabled(case).beyond.cells

    monkeypatch.setattr(form_values, "forms_of_minors", lambda view, families: young)
    told = tabled(case)
    cited = list(cited_forms(case.reading, closed_table(told)))

    assert not any(SEALED_ANSWER in cell for cell in told.beyond.cells)
    assert {SEALED_ANSWER, "ziyad"} == {column.answer.key for column in told.apart.columns}
    assert {(True, each.record.nth > 9) for each in cited} == {(each.places[0] is not None, each.places[1] is not None) for each in cited}
    assert all((each.places[1] is None) == (each.record.nth <= 9) for each in cited)
