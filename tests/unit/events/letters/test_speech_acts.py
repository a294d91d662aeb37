"""What papers do by being written, by the weight of all that speaks for it."""

from __future__ import annotations

import pytest

from kashf.domain.letters.instructions import SpeechAct
from tests.unit.events.letters.other_hands import read

_HEAD = "مديرية الري في السهل\nالعدد: 41/7\nالتاريخ: 12/3/2014\n"
_FOOT = "\nمدير الري\nفهمي عادل الناصح\n"
_FROM_BELOW = ("شعبة السدود\nالعدد: 41/7\nالتاريخ: 12/3/2014\nإلى / السيد المدير العام\n", "\nرئيس شعبة السدود\nنعمان زهير الحاج\n")


@pytest.mark.parametrize(
    ("body", "does"),
    [
        ("قرار إداري\nإلى / رؤساء الشعب\n1- إعارة مضخة إلى شعبة القرى.\n2- على رؤساء الشعب تنفيذ ما تقدم.", SpeechAct.ORDER),
        ("قرار\nتقرر إعفاء السيد جلال منير الكسار من إدارة شعبة القرى.", SpeechAct.DISMISSAL),
        ("الحاضرون: نعمان الحاج، صبحي الدالي.\nالمقررات:\n1- زيادة الأجور.\nورفعت الجلسة.", SpeechAct.MINUTES),
        ("إلى / نقاط الطريق\nلا يعترض أحد السيد عزام القبلان حامل هذه الورقة، ويمنع تحميله أي بضاعة.", SpeechAct.PERMIT),
        ("إلى / السيد مدير الآليات\nنبعث إليكم رفق هذا الكتاب جدول نوبات السقاية.", SpeechAct.COVERING),
        ("إلى / المزارع رشيد الحمدان\nعليكم مراجعة شعبة القرى صباح الأحد 4/5/2014 لسماع أقوالكم.", SpeechAct.SUMMONS),
    ],
)
def test_what_most_speaks_for_decides(body: str, does: SpeechAct) -> None:
    assert does is read(f"{_HEAD}{body}{_FOOT}").speech_act


def test_polite_words_to_who_stands_higher_make_a_request() -> None:
    before, behind = _FROM_BELOW

    assert SpeechAct.REQUEST is read(f"{before}نرجو تزويدنا بستة مصابيح.{behind}").speech_act


def test_what_no_sign_outweighs_is_a_letter() -> None:
    assert SpeechAct.LETTER is read(f"{_HEAD}إلى / شعبة السدود\nالطقس عندنا بارد.{_FOOT}").speech_act
