"""Acts of unknown words, by what stands behind them."""

from __future__ import annotations

import pytest

from kashf.domain.letters.instructions import Force
from tests.unit.events.letters.other_hands import read


@pytest.mark.parametrize(
    ("sentence", "force", "kind"),
    [
        ("تقرر استنهاض لجنة من ثلاثة للنظر في الشكاوى.", Force.ORDER, "committee"),
        ("يرجى استنفاد مبلغ ٥٠٠ دينار إلى البلدية.", Force.ORDER, "pay"),
        ("يمنع التلاعب بصور المقرات.", Force.FORBID, "photograph"),
        ("يقتضي استنهاض مولدة الحي.", Force.ORDER, "repair"),
        ("تقرر استنهاض السيد ناصر الحداد بمهام مدير القسم.", Force.ORDER, "appoint"),
        ("تقرر استنهاض الهمم.", Force.ORDER, "other"),
    ],
)
def test_what_is_behind_an_unknown_word_tells_what_is_done(sentence: str, force: Force, kind: str) -> None:
    letter = read(f"قيادة قاطع الوادي\nالعدد: 41/7\nالتاريخ: 12/3/2014\n{sentence}\nآمر القاطع\nسالم عودة الدرويش\n")
    assert [(force, kind)] == [(act.force, act.kind) for act in letter.acts]
