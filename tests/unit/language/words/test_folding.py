import sys
import unicodedata

import pytest

from kashf.language.words.folding import fold, fold_code_point

ASSIGNED = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in {"Cs", "Cn", "Co"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أحمد إبراهيم آدم ٱلله", "احمد ابراهيم ادم الله"),
        ("مصطفى", "مصطفي"),
        ("فاطمة", "فاطمه"),
        ("مؤمن رئيس", "مومن رييس"),
        ("سماء", "سماء"),
        ("مُحَمَّدٌ", "محمد"),
        ("الرَّحْمٰن", "الرحمن"),
        ("محمـــد", "محمد"),
        ("کریم گلستان پژمان چلبي ڤيكتور", "كريم كلستان بجمان جلبي فيكتور"),
        ("هەولێر سلێمانی کورد‌ستان", "ههولير سليماني كوردستان"),
        ("ہندوستان کے ں", "هندوستان كي ن"),
        ("ﷲ ﻻ ﻷ ﻹ ﻵ ﷴ", "الله لا لا لا لا محمد"),
        ("ﺍﻟﺸﻤﺎﻟﻲ", "الشمالي"),
        ("محمد\ufe76\ufc62", "محمد"),
        ("\u200fأبو\u200b \u202bمحمد\u202c\ufeff", "ابو محمد"),
        ("١٤٣٥ ۱۳۹۲ １２ ²", "1435 1392 12 2"),
        ("لَهُۥ", "له"),
    ],
    ids=str,
)
def test_fold_when_arabic_writers_differ_then_one_form_remains(text: str, expected: str) -> None:
    assert expected == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Şemâlî ÇELİK Kırık Ağa", "semali celik kirik aga"),
        ("Müller Straße Łódź Ærø Đorđe", "muller strasse lodz aero dorde"),
        ("Muḥammad al-Šamālī ʿAbd ar-Raḥmān Saʼd", "muhammad al-samali abd ar-rahman sad"),
        ("ﬁle №", "file no"),
        ("𝐀𝐛𝐮", "abu"),
        ("Ёлка Γεώργιος", "елка γεωργιοσ"),
        ("1️⃣", "1"),
    ],
    ids=str,
)
def test_fold_when_not_arabic_then_case_accents_and_styles_go(text: str, expected: str) -> None:
    assert expected == fold(text)


def test_fold_when_a_mark_spells_the_word_then_it_stays() -> None:
    hindi = "हिन्दी"

    assert unicodedata.normalize("NFKD", hindi) == fold(hindi)
    assert fold("が") != fold("か")


def test_fold_when_punctuation_and_white_space_then_they_stay() -> None:
    expected = "ا، ب؛ ج؟\n(a.b)\t"

    assert expected == fold("أ، ب؛ ج؟\n(A.B)\t")


def test_fold_when_one_code_point_stands_for_a_sentence_then_it_does_not_grow_together_with_its_neighbours() -> None:
    expected = "محمد صلي الله عليه وسلم قال"

    assert expected == fold("محمدﷺقال")


def test_fold_when_any_code_point_is_folded_twice_then_nothing_changes() -> None:
    changed = [
        character for character in ASSIGNED if "".join(map(fold_code_point, fold_code_point(character))) != fold_code_point(character)
    ]

    assert not changed


def test_fold_when_any_letter_of_the_arabic_script_then_only_the_28_and_hamza_remain() -> None:
    arabic = [character for character in ASSIGNED if character.isalpha() and unicodedata.name(character, "").startswith("ARABIC ")]
    left = {letter for character in arabic for letter in fold_code_point(character) if letter.isalpha()}

    assert set("ابتثجحخدذرزسشصضطظعغفقكلمنهويء") == left
