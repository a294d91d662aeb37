"""What a value says, by the kind of its field."""

from kashf.domain.forms.template_fields import FieldKind
from kashf.language.field_values.read_values import read_value


def test_a_name_is_one_in_all_its_spellings() -> None:
    spellings = ("أبو محمّد الشمالي", "ابو محمد الشمالى", "أبــو محمد الشمالي\u200f")

    assert {"ابو محمد الشمالي"} == {read_value(FieldKind.GO_BETWEEN, text).key for text in spellings}


def test_a_telephone_is_one_in_all_its_spellings() -> None:
    assert read_value(FieldKind.PHONE, "٠٠٩٦٣ ٩٤٤ ١٢٣ ٤٥٦").key == read_value(FieldKind.PHONE, "+963 944-123-456").key == "+963944123456"


def test_a_value_without_a_word_has_no_key_and_is_doubtful() -> None:
    read = read_value(FieldKind.FREE, "!!")

    assert ("", True) == (read.key, read.is_doubtful)


def test_printed_answers_say_the_one_that_is_ticked_whatever_the_field_asks() -> None:
    assert [read_value(FieldKind.FREE, text).key for text in ("() نعم (*) لا", "(») yes ( ) no", "☐ أعزب ☒ متزوج")] == [
        "no",
        "yes",
        "متزوج",
    ]


def test_a_page_of_text_in_a_field_is_read_as_text_and_doubtful() -> None:
    read = read_value(FieldKind.YES_NO, "نعم لا " * 1000)

    assert read.key.startswith("نعم لا")
    assert read.is_doubtful
