"""Signs in a paper's sentences of what it does."""

from __future__ import annotations

from kashf.events.letters.purpose.telling import has_mark, tells
from kashf.language.words.folding import fold


def test_who_was_there_and_that_one_sat_together_are_signs() -> None:
    said = fold("الحاضرون: سليم ونعمان. ورفعت الجلسة")
    assert [code for code in ("present", "session", "came") if has_mark(code, said)] == ["present", "session"]


def test_a_sentence_that_says_what_a_paper_does_tells_it() -> None:
    assert tells(fold("نرسل طيه جدول النوبات"))
    assert not tells(fold("نرسل العمال غدا"))
