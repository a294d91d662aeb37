"""Signs in a paper's sentences of what it does."""

from __future__ import annotations

from kashf.events.letters.purpose.telling import marks_in, tells
from kashf.language.words.folding import fold


def test_who_was_there_and_that_one_sat_together_are_signs() -> None:
    assert {"present", "session"} <= marks_in(fold("الحاضرون: سليم ونعمان. ورفعت الجلسة"))


def test_a_sentence_that_says_what_a_paper_does_tells_it() -> None:
    assert tells(fold("نرسل طيه جدول النوبات"))
    assert not tells(fold("نرسل العمال غدا"))
