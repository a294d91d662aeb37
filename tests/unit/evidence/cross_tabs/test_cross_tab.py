from kashf.domain.forms.template_fields import FieldState
from kashf.evidence.cross_tabs.cross_tab import Answered, FieldAnswer, Heading, cross_tab

SWEDEN, NORWAY = FieldAnswer("SE", "Sweden"), FieldAnswer("NO", "Norway")
OMAR, SALIM = FieldAnswer("omar", "Omar"), FieldAnswer("salim", "Salim")
BLANK = Answered(FieldState.BLANK)


def _gives(*answers: FieldAnswer) -> Answered:
    return Answered(FieldState.FILLED, answers)


def test_a_table_counts_records_by_what_they_give_and_says_of_how_many() -> None:
    pairs = [*[(_gives(SWEDEN), _gives(OMAR))] * 3, (_gives(NORWAY), _gives(OMAR)), (_gives(SWEDEN), _gives(SALIM)), (BLANK, _gives(OMAR))]

    tab = cross_tab(pairs)

    assert tab.records == 6
    assert tab.of_both == 5
    assert tab.rows == (Heading(SWEDEN, 4, 4), Heading(NORWAY, 1, 1))
    assert tab.columns == (Heading(OMAR, 5, 4), Heading(SALIM, 1, 1))
    assert (tab.cell("SE", "omar"), tab.cell("NO", "salim")) == (3, 0)
    assert tab.row_states == {FieldState.FILLED: 5, FieldState.BLANK: 1}


def test_a_record_that_gives_two_answers_stands_in_both_rows_and_counts_once() -> None:
    tab = cross_tab([(_gives(SWEDEN, NORWAY), _gives(OMAR))])

    assert [heading.records for heading in tab.rows] == [1, 1]
    assert tab.of_both == 1


def test_none_is_an_answer_and_what_was_not_asked_is_not() -> None:
    none, not_asked = Answered(FieldState.NONE), Answered(FieldState.NOT_ASKED)

    tab = cross_tab([(_gives(SWEDEN), none), (_gives(SWEDEN), not_asked)])

    assert tab.of_both == 1
    assert tab.rows == (Heading(SWEDEN, 2, 1),)


def test_an_answer_goes_by_the_label_that_most_records_have() -> None:
    tab = cross_tab([(_gives(FieldAnswer("SE", label)), _gives(OMAR)) for label in ("Sweden", "Swedish", "Swedish")])

    assert [heading.answer.label for heading in tab.rows] == ["Swedish"]
