import pytest

from kashf.domain.forms.template_fields import ValueType
from kashf.evidence.cross_tabs.cross_tab import FieldAnswer
from kashf.evidence.cross_tabs.given_answers import UNTOLD_TIME, Step, given_answers


@pytest.mark.parametrize(
    ("edtf", "month", "year"),
    [
        ("2014-10-25", "2014-10", "2014"),
        ("[2014-10-01..2014-10-09]", "2014-10", "2014"),
        ("[2014-03-05,2014-05-03]", UNTOLD_TIME, "2014"),
        ("[2014-12-30..2015-01-02]", UNTOLD_TIME, UNTOLD_TIME),
        ("2014", UNTOLD_TIME, "2014"),
        ("[2014-10-25..]", UNTOLD_TIME, UNTOLD_TIME),
        ("[..2014-10-25]", UNTOLD_TIME, UNTOLD_TIME),
        ("?long ago", UNTOLD_TIME, UNTOLD_TIME),
    ],
)
def test_a_date_is_counted_in_a_month_or_year_only_where_it_lies_in_no_other(edtf: str, month: str, year: str) -> None:
    told = [given_answers(ValueType.DATE, edtf, "words", step)[0].key for step in (Step.MONTH, Step.YEAR)]

    assert [month, year] == told
    assert (FieldAnswer(edtf, "words"),) == given_answers(ValueType.DATE, edtf, "words")


def test_several_words_of_a_choice_are_several_answers_and_a_sum_in_a_text_is_not() -> None:
    choice, text = (given_answers(type, "cook + guard + cook", "label") for type in (ValueType.CHOICE, ValueType.TEXT))

    assert ["cook", "guard"] == [each.key for each in choice]
    assert ["label"] == [each.label for each in text]
