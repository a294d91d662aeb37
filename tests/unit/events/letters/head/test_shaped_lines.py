"""Numbers and days of a head by their shape: labels that no table has, behind, above and without them."""

from __future__ import annotations

import pytest

from tests.unit.events.letters.head.heads import of


@pytest.mark.parametrize(
    ("line", "number", "rule"),
    [
        ("الرقم: ١١٤/س", "114/س", "label:number"),
        ("رقم المحفوظات ٢١٢", "212", "number-by-word"),
        ("نمرة القيد / ١٣ / ٥ / ٢٠٨", "13/5/208", "number-by-word"),
        ("الرمز - ش ٥ / ٧٧١٠", "ش/5/7710", "number-by-word"),
        ("١١٤/أ.ع/٢٠٠٥ : الرقم", "114/أ/ع/2005", "number-by-word"),
        ("معرف : ٧٧١٠ / ص", "7710/ص", "number-by-shape"),
        ("٣٤٥٢ / ع / ٢", "3452/ع/2", "number-alone"),
        ("[ ٢١٤ / و د / ع ]", "214/و/د/ع", "number-alone"),
        ("٤١٧\n٣ / ٤ / ٢٠١٠", "417", "number-alone"),
        ("Issue No (5521) on (14/9/1994)", "5521", "number-by-word"),
        ("خ.ب\\٤٤", "خ/ب/44", "number-alone"),
        ("٤٤-م ص ‖ ٣ شباط ٢٠١٢", "44/م/ص", "number-alone"),
        ("صادر [٤٤] بتاريخه ٣ شباط ٢٠١٢", "44", "number-by-word"),
        ("ق ٤٤ - ٣ شباط ٢٠١٢", "ق/44", "number-alone"),
        ("44/RS, 3 February 2012", "44/RS", "number-alone"),
        ("س. ٤٤", "44", "number-by-shape"),
        ("ن/ ق ص ٣١٧", "ق/ص/317", "number-by-shape"),
        ("م.ر- خ.ب\\٤٤ ؛ ٣ شباط ٢٠١٢", "خ/ب/44", "number-by-shape"),
        ("العدد = ٤٤ م ص في ١١ ربيع الأول ١٤٣٣", "44/م/ص", "label:number"),
        ("الرقم «٤٤» - ٣ شباط ٢٠١٢", "44", "label:number"),
        ("رمز المعاملة- م ص - ٤٤ ‖ ٣ شباط ٢٠١٢", "م/ص/44", "number-by-word"),
        ("ا ل ر ق م : ب ر / ٧١٢", "ب/ر/712", "label:number"),
        ("R e f e r e n c e : GB/12/440", "GB/12/440", "label:number"),
        ("٦٠٢ – هـ ت ؛ ٣ ذو القعدة ١٤٣٦", "602/ه/ت", "number-alone"),
    ],
)
def test_a_number_is_known_by_its_shape_and_the_rule_says_how(line: str, number: str, rule: str) -> None:
    found = of(line).number

    assert found is not None
    assert (number, rule) == (found.normal, found.said.rule)


def test_a_number_that_no_label_of_the_tables_announces_is_worth_less() -> None:
    scores = [of(line).number for line in ("الرقم: ١١٤/س", "رقم المحفوظات ٢١٢", "معرف : ٧٧١٠ / ص", "٣٤٥٢ / ع / ٢")]

    assert [0.98, 0.85, 0.6, 0.55] == [each.said.score for each in scores if each]


@pytest.mark.parametrize(
    "line",
    [
        "هاتف : ٥٥٤١٢",
        "ص ١ من ٢",
        "عدد المرفقات: ١٢",
        "فاكس ٢٢١٥٠ / ٣",
        "المبلغ: ١٢٠٠",
        "نموذج / ١٤",
        "الفرع ٤١٩",
        "P.O. Box 419/2",
        "ت: ٢٢٣٤٤٥",
        "عدد الأوراق ١٢",
        "رقم وارد ٨٨/٢",
        "رقم قيد الوارد: ٨٨",
        "إشارتكم: ٨٨",
        "الرقم الضريبي: ١٢٣٤٥٦",
        "١٢:٣٠",
        "Inward No. 88",
        "No. of sheets: 12",
        "Ext. 412",
        "ISO 9001",
        "الوقت : ١٤٣٠",
        "٢٠١٤",
    ],
)
def test_numbers_of_other_things_are_none_of_the_paper(line: str) -> None:
    assert of(line).number is None


def test_two_unknown_labels_with_numbers_announce_none() -> None:
    assert of("الغربي: ٢٢١٤٥\nالشرقي: ٢٢١٤٦").number is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("ت : ٥ / ٦ / ٢٠١٤", "2014-06-05"),
        ("تاريخ القيد / ١٨ / ٩ / ١٩٧٢", "1972-09-18"),
        ("المؤرخ - ٢٠٠٧/١١/٢٠", "2007-11-20"),
        ("١٤ــ٥ــ٢٠١٢", "2012-05-14"),
        ("File 44\\RS; 3 Feb. 2012", "2012-02-03"),
        ("Issue No (5521) on (14/9/1994)", "1994-09-14"),
    ],
)
def test_a_day_is_known_whatever_stands_before_it(line: str, day: str) -> None:
    found = of(line).written

    assert found is not None
    assert day in found.date.edtf()


@pytest.mark.parametrize("line", ["تاريخ الميلاد: ٣ / ٤ / ١٩٧٩", "صالح لغاية ٣١ / ١٢ / ٢٠١٤", "Valid until 14 March 2014"])
def test_days_of_other_things_are_not_that_of_writing(line: str) -> None:
    assert of(line).written is None
