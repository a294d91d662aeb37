"""Words that only one of two texts has are told beside "nothing", not beside a blank."""

from __future__ import annotations

from kashf.domain.ids import DocumentId
from kashf.language.words.visible import isolate
from kashf.services.case.copies.word_differences import Differing, DocumentComparison, Telling, TextDifference
from kashf.services.translation.contested_words import Contested, Rendered
from kashf.show.copy_words import difference_line, summary
from kashf.show.translated_words import contested_line

DIFFERENCE = TextDifference(Differing(1, 4, 4, ""), Differing(1, 4, 10, "before"), Telling.WORD)


def test_a_word_that_one_text_has_alone_is_told_in_a_line_and_in_the_summary() -> None:
    found = DocumentComparison(DocumentId("a" * 64), DocumentId("b" * 64), (DIFFERENCE,), 1, 9, 0, 1)

    assert summary(found).endswith(f"nothing -> {isolate('before')}")
    assert f"nothing -> {isolate('before')}" in difference_line(DIFFERENCE)


def test_a_contested_word_that_one_translator_left_out_is_told() -> None:
    contested = Contested("c" * 64, "en", (), 1, True, (Rendered("martyr", ("Layla",)), Rendered("", ("Qasim",))))

    assert f"    nothing  ({isolate('Qasim')})" in contested_line(contested).splitlines()
