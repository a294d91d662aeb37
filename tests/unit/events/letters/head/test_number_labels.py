"""What the words of a label say."""

from __future__ import annotations

import pytest

from kashf.events.letters.head.number_labels import says_number, spaced_label
from kashf.language.words.folding import fold


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("رقم المحفوظات", True),
        ("رقم الهاتف", False),
        ("الغربي", None),
        ("عدد الأوراق", False),
        ("عدد الكتاب", True),
        ("رقم الورود", False),
        ("إشارتكم", False),
        ("الرمز البريدي", False),
        ("No. of pages", False),
        ("File No.", True),
    ],
)
def test_a_label_says_whether_the_number_of_the_paper_stands_there(label: str, says: bool | None) -> None:
    assert says_number(fold(label)) is says


def test_a_label_is_read_whose_letters_stand_apart() -> None:
    assert spaced_label(fold("ا ل ت ا ر ي خ : ٣ شباط")) == ("date", 16)
    assert spaced_label("m a r k e r : 44") is None
