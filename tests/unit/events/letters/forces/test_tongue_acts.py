"""Acts in French, Turkish and Persian."""

from __future__ import annotations

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.letters.act_clauses import clauses
from kashf.events.letters.forces.tongue_acts import tongue_acts, tongue_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.words.folding import fold


def acts(text: str) -> list[tuple[str, str]]:
    sheet = SheetText(DocumentId("a" * 64), [Page(1, text)])
    found = clauses(sheet, 0, len(sheet.folded))
    return [(act.force.value, act.kind) for clause in found for act in tongue_acts(sheet, clause, tongue_of(sheet.folded))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le gardien est chargé de fermer la vanne et de remettre les clés.", [("order", "close"), ("order", "deliver")]),
        ("Il est interdit de puiser la nuit.", [("forbid", "other")]),
        ("Prière de nous informer de leur arrivée.", [("request", "report")]),
        ("Pompanın onarılması ve iki işçinin gönderilmesi arz ederim.", [("request", "repair"), ("request", "deliver")]),
        ("Nehirde balık tutmak yasaktır.", [("forbid", "other")]),
        ("خواهشمند است نسبت به تعمیر پمپ اقدام و نتیجه را اعلام نمایید.", [("request", "repair"), ("request", "report")]),
        ("ورود افراد متفرقه ممنوع است.", [("forbid", "travel")]),
    ],
)
def test_words_that_order_lead_to_deeds(text: str, told: list[tuple[str, str]]) -> None:
    assert told == acts(text)


def test_a_text_without_such_a_word_is_in_none_of_these_languages() -> None:
    assert tongue_of(fold("The Ministry of Defence sent a letter to the center.")) == ""
    assert tongue_of(fold("نرجو إصلاح المضخة")) == ""
