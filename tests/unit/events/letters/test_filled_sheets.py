from __future__ import annotations

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.letters.read_letter import read_letter

_HEAD = "ديوان وادي الصنوبر\nمكتب الذاتية\n"
_PERSON = "الاسم الكامل: زياد القنطري\nالكنية: أبو سامر\nاسم الأم: سعاد\nتاريخ الميلاد: 1978\nالجنسية: تونسي\n"
_MORE = "زمرة الدم: O+\nهاتف الأهل: لا يوجد\nالمزكي: أبو جابر\n"
_OFFICE = "رئيس المكتب: أبو غسان\nنسخة إلى: الأرشيف"


def is_letter(text: str) -> bool:
    return read_letter(DocumentId("a" * 64), (Page(1, text),)) is not None


@pytest.mark.parametrize(
    "form",
    [
        f"{_HEAD}استمارة وافد\nالرقم: 12\nالتاريخ: 3/4/2014\n{_PERSON}منفذ الدخول: المعبر\n{_OFFICE}",
        f"{_HEAD}استمارة وافد\nالرقم: 12\n{_PERSON}الأمانات: سلم جوازه إلى أمين الديوان\nطلب نقله إلى الورشة\n{_OFFICE}",
        f"{_HEAD}الرقم: 12\n{_PERSON}{_OFFICE}\nتحفظ هذه الاستمارة في الأضبارة ولا تعطى صورة عنها إلا بكتاب.",
        f"{_HEAD}الرقم: 12\n{_PERSON}{_MORE}{_OFFICE}\nوصل برفقة ثلاثة من أبناء بلدته وانتظر في دار الضيافة أسبوعا.",
        f"{_HEAD}الرقم: 12\n(1) الاسم الكامل\nزياد القنطري ....\n(2) الكنية\nأبو سامر\n(3) الأم\nسعاد\n(4) الجنسية\nتونسي ....\n{_OFFICE}",
        "Pine Office\nForm No.: 12\nFull name\tZiyad\nMother's name\tSuad\nDate of birth\t1978\nNationality\tTunisian\nCopy to: archive",
    ],
)
def test_a_form_that_somebody_filled_in_is_no_letter(form: str) -> None:
    assert not is_letter(form)


@pytest.mark.parametrize(
    "letter",
    [
        f"{_HEAD}الرقم: 12\nالتاريخ: 3/4/2014\nيكلف الأخ المذكور بحراسة المستودع:\n{_PERSON}{_OFFICE}",
        f"{_HEAD}الرقم: 12\nالتاريخ: 3/4/2014\n{_PERSON}يعتقل المذكور ويسلم إلى القاضي.\n{_OFFICE}",
        f"{_HEAD}وصل استلام سلاح\nالرقم: 12\nالتاريخ: 3/4/2014\nاستلم الأخ: زياد القنطري\nالمكنى: أبو سامر\nنوع السلاح: بندقية\n{_OFFICE}",
    ],
)
def test_a_paper_that_orders_something_about_whom_it_describes_is_a_letter(letter: str) -> None:
    assert is_letter(letter)
