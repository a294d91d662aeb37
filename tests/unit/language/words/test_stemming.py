from itertools import combinations

import pytest

from kashf.language.words.clitics import strip_proclitics
from kashf.language.words.folding import fold
from kashf.language.words.stemming import stem

#: Forms of one word in each line: article, conjunction, preposition, sound plural, dual, possessive, feminine.
FAMILIES = """
قائد القائد والقائد للقائد بالقائد قائدها قائده قائدين
مقاتل المقاتل المقاتلون المقاتلين ومقاتلين والمقاتلين للمقاتلين مقاتلات
قوة القوة والقوة بالقوة قوات القوات والقوات للقوات
مدينة المدينة بالمدينة والمدينة للمدينة مدينتان
سيارة السيارة سيارات السيارات والسيارات بالسيارات للسيارة
انسحاب الانسحاب والانسحاب بالانسحاب للانسحاب انسحابها انسحابه
سلاح السلاح والسلاح بالسلاح للسلاح سلاحها
رسالة الرسالة والرسالة بالرسالة
كتيبة الكتيبة والكتيبة للكتيبة بالكتيبة
لجنة اللجنة واللجنة لجان
شمالي الشمالي الشمالية والشمالي للشمالي شماليين
عسكري العسكري العسكرية العسكريين والعسكريون للعسكريين
طريق الطريق والطريق بالطريق للطريق طريقها
مدينتها المدينة
جبهة الجبهة والجبهة للجبهة جبهات الجبهات
مهندس المهندس المهندسون المهندسين مهندسين للمهندسين
أمير الأمير والأمير للأمير بالأمير أميرها
موقع الموقع والموقع للموقع بالموقع موقعين موقعها
حاجز الحاجز والحاجز بالحاجز للحاجز حاجزين
معركة المعركة والمعركة للمعركة
ولاية الولاية والولاية للولاية بالولاية ولايات الولايات
اجتماع الاجتماع والاجتماع للاجتماع اجتماعات الاجتماعات
شاحنة الشاحنة شاحنات الشاحنات والشاحنات للشاحنات
نفط النفط والنفط بالنفط للنفط نفطي النفطية
"""

#: Words that look alike and are not.
STRANGERS = """
والي إلى
والد ولد
وليد والي
كتاب كتيبة
بلد بلدوزر
شامل شمال
سلام سلاح
سلم مسلم
عامل عملية
حلب حليب
فرقة فراق
لواء ولاء
باب بابا
قائد قيادة
حسن حسين
سالم سليم
علي علو
سري سرير
وطن طن
ورد رد
نقطة نقد
هجر هجوم
مقر مقرر
فلاح فلسطين
كامل كمال
خان خاتون
عدنان عدن
سلطان سلطة
لبنان لبن
معين مع
أمين أم
حسين حس
بالون لون
الم الما
بيان بين
دين ديون
متين متى
عين عون
"""


def pairs(lines: str) -> list[tuple[str, str]]:
    return [pair for line in lines.split("\n") for pair in combinations(map(fold, line.split()), 2)]


def test_stem_when_words_are_of_one_family_then_most_pairs_are_joined() -> None:
    joined = [stem(left) == stem(right) for left, right in pairs(FAMILIES)]

    assert sum(joined) / len(joined) >= 0.9


def test_stem_when_words_only_look_alike_then_none_is_joined() -> None:
    assert not [(left, right) for left, right in pairs(STRANGERS) if stem(left) == stem(right)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("fighters", "fighter"),
        ("bodies", "body"),
        ("trees", "trees"),
        ("status", "status"),
        ("press", "press"),
        ("gas", "gas"),
        ("t72s", "t72s"),
        ("2014", "2014"),
        ("müllers", "müllers"),
    ],
)
def test_stem_when_latin_then_only_a_plural_s_goes(word: str, expected: str) -> None:
    assert expected == stem(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وابو", ("ابو",)),
        ("لابي", ("ابي",)),
        ("فبالشمالي", ("شمالي", "الشمالي", "بالشمالي")),
        ("للشمالي", ("شمالي", "لشمالي")),
        ("للجنه", ("جنه", "لجنه")),
        ("الشمالي", ("شمالي",)),
        ("كالجبل", ("جبل", "الجبل")),
        ("ولد", ()),
        ("محمد", ()),
        ("al", ()),
    ],
)
def test_strip_proclitics_when_clitics_may_be_there_then_every_rest_is_a_candidate(word: str, expected: tuple[str, ...]) -> None:
    assert expected == strip_proclitics(word)
