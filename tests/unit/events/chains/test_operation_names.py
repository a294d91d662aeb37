"""Code names of operations are found behind a word for them, and nowhere else."""

from __future__ import annotations

import pytest

from kashf.events.chains.operation_names import operation_key, operation_names
from tests.unit.events.chains.made_letters import ORDER, letters_of


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ('as part of operation "Red Lamp"', ["Red Lamp"]),
        ("under the name of “Red Lamp”", ["Red Lamp"]),
        ("وذلك ضمن عملية «باب الريح»", ["باب الريح"]),
        ("تحت اسم «الباب»", ["الباب"]),
        ('in the house that they call "the mill"', []),
        ("as part of the operation of the mill", []),
    ],
)
def test_a_name_stands_in_quotation_marks_behind_a_word_for_it(words: str, names: list[str]) -> None:
    ((_, letter),) = letters_of(ORDER.replace('as part of operation "Red Lamp"', words))

    found = operation_names(letter)

    assert names == [each.text for each in found.values()]
    for each in found.values():
        assert each.text == ORDER.replace('as part of operation "Red Lamp"', words)[each.span.start : each.span.end]


def test_a_subject_names_an_operation_without_quotation_marks() -> None:
    text = ORDER.replace("To: Office of Wells\n", "To: Office of Wells\nSubject: Operation Red Lamp\n").replace(
        ' as part of operation "Red Lamp"', ""
    )
    ((_, letter),) = letters_of(text)

    assert ["Red Lamp"] == [each.text for each in operation_names(letter).values()]


def test_names_are_compared_whatever_marks_and_spaces_they_are_written_with() -> None:
    assert operation_key("كَسْر  الحصار") == operation_key("كسر الحصار")
