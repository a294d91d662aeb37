"""Lines that begin as a sentence which orders does."""

from __future__ import annotations

import pytest

from kashf.events.letters.order_openings import begins_as_order
from kashf.language.words.folding import fold


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("يتعين على أصحاب الصهاريج مراجعة المكتب", True),
        ("تُحال أوراق الموقوفين إلى المحكمة", True),
        ("ارفعوا كشفا بالأسماء إلى المكتب", True),
        ("مديرية الري والصرف في الساقية", False),
        ("يوسف عبد الله بن ناصر", False),
        ("تعميم إلى مدراء المدارس كافة", False),
        ("The head of the office", False),
    ],
)
def test_a_word_that_orders_or_its_verb_opens_a_sentence(line: str, begins: bool) -> None:
    assert begins is begins_as_order(fold(line))
