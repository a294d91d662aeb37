from __future__ import annotations

import pytest

from kashf.errors import NotFoundError, UsageError
from kashf.evidence.cross_tabs.share_difference import Share
from kashf.services.case.open import WritableCase
from kashf.services.forms.tables.compared_answers import compare_answers
from tests.unit.services.forms.tables.laid_out import lay_out, tabled

SHEETS = [
    *[("Arcadia", "Salim")] * 3,
    *[("Laputa", "Salim")] * 2,
    ("Sodor", "Salim"),
    *[("Sodor", "Ziyad")] * 6,
    ("Laputa", "Ziyad"),
    ("", "Salim"),
    ("?", ""),
    ("?", "Ziyad"),
]


def test_answers_are_compared_with_those_of_all_other_forms_and_what_is_not_known_is_told_apart(case: WritableCase) -> None:
    lay_out(case, SHEETS)

    compared = compare_answers(case.reading, tabled(case), ["Arcadia", "LAPUTA"], ["Salim"])

    assert compared.found
    assert (Share(5, 6), Share(1, 7), Share(6, 13)) == (compared.found.within, compared.found.without, compared.found.overall)
    assert (16, 2, 1) == (compared.records, compared.blank, compared.untold)
    assert ["Arcadia", "Laputa"] == [each.label for each in compared.rows]


def test_copies_are_counted_once(case: WritableCase) -> None:
    lay_out(case, SHEETS, copies="b")

    compared = compare_answers(case.reading, tabled(case), ["arcadia", "arcadia"], ["salim"])

    assert compared.found
    assert (Share(3, 6), 16, 1) == (compared.found.within, compared.records, len(compared.rows))


def test_an_answer_that_no_form_gives_is_refused_and_half_a_comparison_is(case: WritableCase) -> None:
    lay_out(case, SHEETS)
    found = tabled(case)

    with pytest.raises(NotFoundError):
        compare_answers(case.reading, found, ["Brobdingnag"], ["Salim"])
    with pytest.raises(UsageError):
        compare_answers(case.reading, found, [], ["Salim"])
