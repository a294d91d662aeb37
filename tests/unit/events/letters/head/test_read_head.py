"""Letters in French, Turkish and Persian: number, day, addressee, references and signatory by the same structure."""

from __future__ import annotations

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import SpeechAct
from kashf.events.letters.read_letter import read_letter
from tests.counting import steps

FRENCH = """MINISTÈRE DES EAUX
Direction des Barrages
N° 114/DB/2009
Rivemer, le 12 mars 2009
Le Directeur des Barrages
à
Monsieur le Préfet de Rivemer
Objet : Pompes de secours
Réf. : votre lettre n° 88 du 3 mars 2009
Monsieur le Préfet,
J'ai l'honneur de vous faire connaître que les pompes seront livrées avant la fin du mois.
Veuillez agréer, Monsieur le Préfet, l'expression de ma haute considération.
Le Directeur
Paul Vernet
Ampliations :
- Archives
"""
TURKISH = """T.C.
KARSA VALİLİĞİ
Su İşleri Müdürlüğü
Sayı : 41/2-114
Tarih : 12 Mart 2009
Konu : Pompalar
KARSA KAYMAKAMLIĞINA
İlgi : 03.03.2009 tarihli ve 88 sayılı yazınız.
Pompaların ay sonuna kadar teslim edilmesi uygun görülmüştür.
Bilgilerinizi rica ederim.
Ahmet Yıldız
Müdür
Dağıtım :
- Arşiv
"""
PERSIAN = """جمهوری کارسا
اداره کل آبیاری
شماره: ۱۱۴/الف
تاریخ: ۱۳۸۸/۱۲/۲۱
به: ریاست محترم اداره برق
موضوع: پمپ ها
بازگشت به نامه شماره ۸۸ مورخ ۱۳۸۸/۱۲/۱۲ به اطلاع می رساند پمپ ها تا پایان ماه تحویل می گردد.
مدیر کل آبیاری
احمد رضایی
رونوشت:
- بایگانی
"""


@pytest.mark.parametrize(
    ("text", "number", "day", "to", "cited", "name", "post", "copy"),
    [
        (FRENCH, "114/DB/2009", "2009-03-12", "Monsieur le Préfet de Rivemer", "88 2009-03-03", "Paul Vernet", "Le Directeur", "Archives"),
        (TURKISH, "41/2/114", "2009-03-12", "KARSA KAYMAKAMLIĞINA", "88 2009-03-03", "Ahmet Yıldız", "Müdür", "Arşiv"),
        (PERSIAN, "114/الف", "2010-03-12", "ریاست محترم اداره برق", "88 2010-03-03", "احمد رضایی", "مدیر کل آبیاری", "بایگانی"),
    ],
)
def test_heads_feet_and_references_are_read_in_each(
    text: str, number: str, day: str, to: str, cited: str, name: str, post: str, copy: str
) -> None:
    letter = read_letter(DocumentId("a" * 64), (Page(1, text),))

    assert letter is not None
    assert letter.number is not None
    assert letter.written is not None
    assert letter.signatory is not None
    assert (number, day) == (letter.number.normal, letter.written.date.edtf())
    assert [to] == [each.said.text for each in letter.addressees]
    assert [cited] == [f"{each.number.normal} {each.date.date.edtf()}" for each in letter.cited if each.number and each.date]
    assert (name, post) == tuple(each and each.text for each in (letter.signatory.name, letter.signatory.post))
    assert [copy] == [each.said.text for each in letter.copies]


def test_a_line_of_a_letterhead_that_stands_there_twice_is_one_office_and_two_letters_are_none() -> None:
    text = "ee\niN\nوزارة الأنهار\nالحرس النهري\nالحرس النهري\nالعدد: 114\nالتاريخ: 3/4/2014\nإلى / مديرية القنوات\nيرجى تسليم المضخات.\n"

    letter = read_letter(DocumentId("a" * 64), (Page(1, text),))

    assert letter
    assert ["وزارة الأنهار", "الحرس النهري"] == [each.text for each in letter.offices]


@pytest.mark.parametrize("title", ["إفادة شاهد", "إفادة شاهدة", "شهادة شاهد عيان", "أقوال الشاهد"])
def test_what_a_witness_tells_under_a_title_is_testimony_though_no_office_and_no_signature_is_on_it(title: str) -> None:
    text = f"{title}\nالتاريخ: 4/9/2015\nالشاهد: سائق شاحنة\nفي 20 أيار 2013 رأيت مدير المرافئ يأمر بنقل ثلاث شاحنات.\n"

    letter = read_letter(DocumentId("a" * 64), (Page(1, text),))

    assert letter
    assert SpeechAct.TESTIMONY is letter.speech_act


@pytest.mark.parametrize("line", ["Signed: {}", "cc: {}", "The Office {}", "توقيع: سعد {}\nختم", "نسخة الى: القسم {}\nسعد"])
def test_a_paper_of_lines_of_heads_and_feet_is_read_in_time_that_grows_with_it(line: str) -> None:
    def read(many: int) -> int:
        page = Page(1, "\n".join(line.format(100 + number) for number in range(many)))
        return steps(lambda: read_letter(DocumentId("0" * 64), (page,)))

    read(10)  # What is made once is made.

    assert read(800) < 3 * read(400)
