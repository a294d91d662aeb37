"""What is counted, paid, dialled and shipped, found at its exact place."""

from itertools import pairwise

import pytest

from kashf.domain.entity import MentionType
from kashf.language.measures.tagger import MeasureTagger
from tests.counting import steps

TAGGER = MeasureTagger()


def found(text: str, *types: MentionType) -> list[str]:
    mentions = TAGGER.tag(text, language="")
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    return [mention.text for mention in mentions if mention.type in types]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استلمنا ٢٠ بندقية من المستودع", ["٢٠ بندقية"]),
        ("we got 20 rifles and 5 liters of it", ["20 rifles", "5 liters"]),
        ("أطلق ثلاثة صواريخ", ["ثلاثة صواريخ"]),
        ("وثلاثة صناديق", ["ثلاثة صناديق"]),
        ("خمسة وعشرون مقاتلا", ["خمسة وعشرون مقاتلا"]),
        ("twenty-five fighters", ["twenty-five fighters"]),
        ("two hundred and fifty men", ["two hundred and fifty men"]),
        ("بندقية آلية عدد ١٢", ["بندقية آلية عدد ١٢"]),
        ("12 x assault rifle", ["12 x assault rifle"]),
        ("1,500 litres, 2.5 tons, 30%", ["1,500 litres", "2.5 tons", "30%"]),
        ("a belt of 20mm", ["20mm"]),
        ("١٫٥ طن", ["١٫٥ طن"]),
    ],
)
def test_a_number_with_what_it_counts_is_one_quantity(text: str, expected: list[str]) -> None:
    assert found(text, MentionType.QUANTITY) == expected


@pytest.mark.parametrize("text", ["20 years ago", "22,000 files", "on 12/3/2014", "at 12:30", "12.3.2014 طن", "1 شوال ١٤٣٥", "one rifle"])
def test_dates_times_and_bare_numbers_are_no_quantities(text: str) -> None:
    assert found(text, MentionType.QUANTITY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دفع ٥٠٠ دولار أمريكي", ["٥٠٠ دولار أمريكي"]),
        ("و٣٠٠ ألف ليرة سورية", ["٣٠٠ ألف ليرة سورية"]),
        ("ألف دولار", ["ألف دولار"]),
        ("$5,000 or $5m or $5.5m", ["$5,000", "$5m", "$5.5m"]),
        ("50€ and £1000", ["50€", "£1000"]),
        ("USD 1,200.50 and 500 USD", ["USD 1,200.50", "500 USD"]),
        ("received 2250 US dollars for", ["2250 US dollars"]),
        ("1.5 million dollars", ["1.5 million dollars"]),
        ("مبلغ ٢٠٥٠\nدولار", ["٢٠٥٠\nدولار"]),
    ],
)
def test_sums_of_money_are_found_with_sign_multiplier_and_nation(text: str, expected: list[str]) -> None:
    assert found(text, MentionType.MONEY) == expected


def test_a_number_in_another_cell_of_a_table_counts_nothing() -> None:
    assert found("1\tأجهزة لاسلكي\t12", MentionType.QUANTITY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Withdraw all heavy artillery and anti-aircraft machine guns", ["heavy artillery", "anti-aircraft machine guns"]),
        ("oil for fertiliser", ["oil", "fertiliser"]),
        ("ومدفع هاون عيار ٨٢ ملم", ["مدفع هاون عيار ٨٢ ملم"]),
        ("بصواريخ مضادة للدروع", ["صواريخ مضادة للدروع"]),
        ("نقل السلاح الثقيل والذخيرة", ["السلاح الثقيل", "الذخيرة"]),
        ("البنادق الآلية", ["البنادق الآلية"]),
        ("AK-47 and RPG-7", ["AK-47", "RPG-7"]),
        ("5 litres of diesel", ["diesel"]),
    ],
)
def test_weapons_and_goods_are_found_with_what_describes_them(text: str, expected: list[str]) -> None:
    assert found(text, MentionType.GOODS) == expected


@pytest.mark.parametrize("text", ["said a think tank", "سلمها إليه", "on dördüncü gün", "ذهب إلى السوق"])
def test_words_that_only_look_like_goods_are_left_alone(text: str) -> None:
    assert found(text, MentionType.GOODS) == []


def test_to_him_behind_a_rifle_is_no_adjective_of_it() -> None:
    assert found("سلم البندقية إليه", MentionType.GOODS) == ["البندقية"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call +963 944 123 456 now", ["+963 944 123 456"]),
        ("00963944123456", ["00963944123456"]),
        ("٠٠٩٦٣٩٤٤١٢٣٤٥٦", ["٠٠٩٦٣٩٤٤١٢٣٤٥٦"]),
        ("۰۹۴۴۱۲۳۴۵۶", ["۰۹۴۴۱۲۳۴۵۶"]),
        ("هاتف: ٠٩٤٤١٢٣٤٥٦", ["٠٩٤٤١٢٣٤٥٦"]),
        ("0944-123-456", ["0944-123-456"]),
        ("رقم الهاتف 2213456", ["2213456"]),
        ("Tel. 2213456", ["2213456"]),
    ],
)
def test_telephone_numbers_are_found_at_home_and_abroad(text: str, expected: list[str]) -> None:
    assert (found(text, MentionType.PHONE), found(text, MentionType.NUMBER)) == (expected, [])


@pytest.mark.parametrize("text", ["01-02-2014", "2014-05-06 12:30", "2213456", "12345678901234567890", "No. 0944/123456", "1.234.567.890"])
def test_dates_and_numbers_without_a_word_are_no_telephones(text: str) -> None:
    assert found(text, MentionType.PHONE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("العدد: 1234/ش", ["1234/ش"]),
        ("كتابكم رقم ١٢/٣/٤٥ بتاريخ ١٢/٣/٢٠١٤", ["١٢/٣/٤٥"]),
        ("رقم الكتاب: ٤٥٦", ["٤٥٦"]),
        ("No. 55/12, Ref: AB-1204", ["55/12", "AB-1204"]),
        ("permit #77", ["77"]),
        ("passport number 12345", ["12345"]),
        ("الرقم:\n٩٢٧", ["٩٢٧"]),
    ],
)
def test_numbers_of_documents_stand_behind_the_word_that_names_them(text: str, expected: list[str]) -> None:
    assert found(text, MentionType.NUMBER) == expected


@pytest.mark.parametrize("text", ["ذو القعدة 1435", "no man, 12 trucks", "number of men\n\n12", "a&#39;b"])
def test_other_numbers_are_no_numbers_of_documents(text: str) -> None:
    assert found(text, MentionType.NUMBER) == []


def test_mentions_come_in_order_without_overlap_and_name_their_rule() -> None:
    mentions = TAGGER.tag("رقم الهاتف ٠٩٤٤١٢٣٤٥٦، العدد 12، ٢٠ بندقية و$500 ونفط", language="ar")

    assert [mention.source for mention in mentions] == ["rules:phone", "rules:number", "rules:quantity", "rules:money", "rules:goods"]
    assert all(left.end <= right.start for left, right in pairwise(mentions))


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1",
        "12,",
        "anti ",
        "رقم ",
        "ثلاثة ",
        "$",
        "1-",
        "هاتف 1",
        "tank ",
        "(0",
        "12345678 tel ",
        "tel 1234567, 20 rifles ",
        "بندقية آلية ",
        "and ",
    ],
)
def test_hostile_texts_take_steps_in_proportion(piece: str) -> None:
    def taken(size: int) -> int:
        text = piece * (size // len(piece))
        return steps(lambda: TAGGER.tag(text, language=""))

    assert taken(10_000) < 5 * taken(2_500) + 5_000


@pytest.mark.parametrize("text", ["", " ", "\n", "٪", "$", "\u202e", "\ud800 5 kg", "رقم"])
def test_texts_of_nothing_have_no_numbers(text: str) -> None:
    assert found(text, MentionType.NUMBER, MentionType.MONEY, MentionType.PHONE) == []
