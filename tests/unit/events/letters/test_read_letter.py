"""Letters as they say of themselves: whatever is missing stays missing, and each value leads back to its place."""

from __future__ import annotations

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, SpeechAct
from kashf.domain.letters.letter import AddresseeKind, Direction, Letter
from kashf.domain.letters.letter_json import letter_from, letter_json
from kashf.events.letters.read_letter import read_letter
from kashf.events.letters.sheet_text import MOST_CODE_POINTS

DOCUMENT = DocumentId("a" * 64)
ORDER = """ولاية المرج
ديوان الجسور
العدد: ٣/٦/١٠٤     التاريخ: ٢٥/٥/٢٠١٤م
بسم الله الرحمن الرحيم
إلى / كافة المكاتب
الموضوع: نقل - تل الورد
إلحاقا بكتاب ديوان القمح ذي الرقم (٤/٢٢/أ) وتاريخ ١٩/٤/٢٠١٤ وتعميم رقم ٧ بشأن صيانة.
تقرر ما يلي:
أولا: يمنع على أصحاب المحال السفر إلى وادي الغيم.
ثانيا: نقل بنادق عدد (٦) من تل الورد إلى بئر الشمس خلال ٥ أيام من تاريخ التبليغ.
ثالثا: على مكتب الطرق تنفيذ ما جاء في هذا الكتاب.
مع التقدير.
سالم الوردي
مدير الديوان / ديوان الجسور
ختم: مكتب البوابة
نسخة إلى:
- ديوان القمح للاطلاع
المرفقات: كشف بالأسماء
وارد رقم ١٢ بتاريخ ٢٧/٥/٢٠١٤
"""
CIRCULAR = """Province of the Marsh
Office of Roads
No. R/12/14
Dated 25 May 2014
To: all offices
Circular
We have received the order of Directorate of Mills No. 4/17 of 23 May 2014
which reads: "It is forbidden to photograph the bridge". For compliance.
Omar Haddad
Director
"""


def read(text: str) -> Letter:
    letter = read_letter(DOCUMENT, [Page(1, text)])
    assert letter is not None
    return letter


def test_the_head_is_read_by_its_lines() -> None:
    letter = read(ORDER)

    assert ["ولاية المرج", "ديوان الجسور"] == [each.text for each in letter.offices]
    assert letter.number is not None
    assert ("3/6/104", ("104/6/3",), False) == (letter.number.normal, letter.number.aliases, letter.number.is_date_shaped)
    assert letter.written is not None
    assert "2014-05-25" == letter.written.date.edtf()
    assert [("كافة المكاتب", AddresseeKind.CLASS)] == [(each.said.text, each.kind) for each in letter.addressees]
    assert letter.subject is not None
    assert "نقل - تل الورد" == letter.subject.text
    assert Direction.DOWN is letter.direction


def test_the_foot_is_read_by_its_lines() -> None:
    letter = read(ORDER)

    signed = letter.signatory
    assert signed is not None
    assert ("سالم الوردي", "مدير الديوان", "ديوان الجسور") == tuple(
        each and each.text for each in (signed.name, signed.post, signed.office)
    )
    assert letter.stamp is not None
    assert "مكتب البوابة" == letter.stamp.text
    assert [("ديوان القمح", "للاطلاع")] == [(each.said.text, each.purpose and each.purpose.text) for each in letter.copies]
    assert ["كشف بالأسماء"] == [each.text for each in letter.enclosures]
    assert [("received", "12", "2014-05-27")] == [
        (each.kind, each.number and each.number.normal, each.date and each.date.date.edtf()) for each in letter.hands
    ]


def test_cited_papers_are_triples_of_which_any_part_may_be_missing() -> None:
    first, second = read(ORDER).cited

    assert first.author is not None
    assert first.number is not None
    assert first.date is not None
    assert ("ديوان القمح", "4/22/أ", "2014-04-19") == (first.author.text, first.number.normal, first.date.date.edtf())
    assert (None, None) == (second.author, second.date)
    assert second.number is not None
    assert second.matter is not None
    assert ("7", "صيانة") == (second.number.normal, second.matter.text)


def test_each_item_is_an_act_with_who_and_what() -> None:
    forbidden, moved, carried_out = read(ORDER).acts

    assert ("travel", True, "أصحاب المحال") == (forbidden.kind, forbidden.is_forbidden, forbidden.who and forbidden.who.text)
    assert ("transfer", Force.ORDER, None) == (moved.kind, moved.force, moved.who)
    assert [("بنادق عدد (٦)", "6")] == [(each.said.text, each.amount) for each in moved.things]
    assert ("تل الورد", "بئر الشمس") == (moved.origin and moved.origin.text, moved.goal and moved.goal.text)
    assert moved.by_when is not None
    assert ("within-receipt", 5) == (moved.by_when.rule, moved.by_when.days)
    assert ("execute", "مكتب الطرق") == (carried_out.kind, carried_out.who and carried_out.who.text)


def test_who_signs_a_circular_is_not_whose_order_it_quotes() -> None:
    letter = read(CIRCULAR)

    (act,) = letter.acts
    assert (SpeechAct.CIRCULAR, "photograph", True) == (letter.speech_act, act.kind, act.is_forbidden)
    assert act.author is not None
    assert "Directorate of Mills" == act.author.text


def test_what_a_paper_does_not_say_stays_unsaid() -> None:
    letter = read("إمارة المرج\nبتاريخ ١٠/١٢/٢٠١٤\nيرجى إغلاق طريق تل الورد.\n")

    assert (None, (), None, None, None) == (letter.number, letter.addressees, letter.subject, letter.signatory, letter.stamp)
    (act,) = letter.acts
    assert (None, (), None, None) == (act.who, act.things, act.by_when, act.author)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("الرقم: م.٦/م.١٠/٥", "م/6/م/10/5"),
        ("العدد: ٣ /١٥ /٢٠٢٢", "3/15/2022"),
        ("No. 4/17/ammunition/249", "4/17/ammunition/249"),
        ("Ref: 7-3-h", "7/3/h"),
        ("العدد: أ / ٢٧٢", "أ/272"),
    ],
)
def test_a_number_may_have_letters_and_look_like_a_date(line: str, number: str) -> None:
    letter = read(f"إمارة المرج\n{line}\nالتاريخ: ٥/٣/٢٠١٥\nإلى: ديوان القمح\n")

    assert letter.number is not None
    assert number == letter.number.normal


@pytest.mark.parametrize("line", ["العدد:", "الرقم: ........", "العدد /      /"])
def test_a_number_left_blank_is_none(line: str) -> None:
    assert read(f"إمارة المرج\n{line}\nالتاريخ: ٥/٣/٢٠١٥\nإلى: ديوان القمح\n").number is None


def test_a_date_without_a_year_is_not_completed() -> None:
    letter = read("إمارة المرج\nبتاريخ ٣ شعبان\nإلى: ديوان القمح\n")

    assert letter.written is not None
    assert ("٣ شعبان", False) == (letter.written.said.text, letter.written.date.is_known)


@pytest.mark.parametrize("text", ["", "نص عادي لا يقول شيئا", "A short story of a man who went to sea.\nHe came home.\n"])
def test_what_is_no_letter_is_none(text: str) -> None:
    assert read_letter(DOCUMENT, [Page(1, text)]) is None


@pytest.mark.parametrize("text", [ORDER, CIRCULAR])
def test_each_value_stands_where_its_span_says(text: str) -> None:
    letter = read(text)

    said = [
        *letter.offices,
        *(each.said for each in letter.addressees),
        *(each.said for each in letter.acts),
        *(each.said for each in letter.cited),
    ]
    assert len(said) > 4
    assert [each.text for each in said] == [" ".join(text[each.span.start : each.span.end].split("\n")) for each in said]


@pytest.mark.parametrize("text", [ORDER, CIRCULAR])
def test_a_letter_comes_back_from_its_json(text: str) -> None:
    letter = read(text)

    assert letter == letter_from(letter_json(letter), DOCUMENT)


@pytest.mark.parametrize(
    "piece",
    ["رقم ", "/١", "كتاب رقم ١ في ١/١/٢٠١٤ و", "يمنع على ", "إلى ", "(", "1/", "No. ", "order of ", "\n", " ", "أولا: ", "،", "- a\n"],
)
def test_hostile_text_is_cut_and_read(piece: str) -> None:
    long = "إمارة المرج\nالعدد: ١\nإلى: ديوان\n" + piece * (3 * MOST_CODE_POINTS // len(piece))

    letter = read(long)

    assert letter.is_cut
