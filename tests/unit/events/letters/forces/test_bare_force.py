"""Clauses without a word that orders, by the form of the verb at their head."""

from __future__ import annotations

import pytest

from kashf.events.letters.forces.bare_force import bare_force
from kashf.language.words.folding import fold


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("انقلوا الجرحى إلى المشفى", "order"),
        ("وليسلم الفائض إلى المستودع", "order"),
        ("فليقم كل آمر بجرد عتاده", "order"),
        ("ولا تتركوا أحدا", "forbid"),
        ("ولم تصلنا الأدوية", "not-done"),
        ("سنعاود المحاولة غدا", "planned"),
        ("صودرت آلة تصوير", "done"),
        ("تحصين نقاط المراقبة", None),
        ("الطريق مقطوع", None),
    ],
)
def test_the_form_of_the_verb_tells_what_is_done_with_the_deed(text: str, code: str | None) -> None:
    folded = fold(text)
    force, _ = bare_force(folded, 0, len(folded), is_told=False, is_passive=False, is_upwards=False)
    assert code == (force.code if force else None)


def test_a_verbal_noun_orders_where_the_paper_does_and_asks_a_superior() -> None:
    folded = fold("تحصين نقاط المراقبة")
    for is_upwards, code in ((False, "order"), (True, "request")):
        force, _ = bare_force(folded, 0, len(folded), is_told=True, is_passive=False, is_upwards=is_upwards)
        assert force is not None
        assert code == force.code
