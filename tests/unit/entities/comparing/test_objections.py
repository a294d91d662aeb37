"""What speaks against joining two names: nothing that is listed here may ever be joined unasked."""

from __future__ import annotations

from itertools import combinations

import pytest
from rapidfuzz.distance import OSA

from kashf.domain.reasons import ReasonCode
from kashf.entities.comparing.compare import MAYBE, SAME, Comparison, compare, prepare, score, verdict
from kashf.language.person_names.vocabulary import GIVEN_NAMES
from kashf.language.tables.names import unit_heads
from kashf.language.tables.names.vocalised_names import SPELLINGS


def _compared(left: str, right: str) -> Comparison:
    return compare(prepare(left), prepare(right))


def _codes(found: Comparison) -> set[ReasonCode]:
    return {reason.code for reason in (*found.warning, *found.doubts)}


def test_two_known_given_names_a_letter_apart_are_never_joined_whatever_stands_behind_them() -> None:
    names = sorted(GIVEN_NAMES - SPELLINGS.keys())
    apart = [pair for pair in combinations(names, 2) if OSA.distance(*pair, score_cutoff=1) == 1]
    rest = " ناظم الوردي"

    joined = [pair for pair in apart if score(prepare(pair[0] + rest), prepare(pair[1] + rest)) >= SAME]

    assert ([], True) == (joined, len(apart) > 300)


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        ("محسن ناظم الوردي", "حسن ناظم الوردي", ReasonCode.KNOWN_NAMES),
        ("Hatem Nazem al-Wardi", "Haytham Nazem al-Wardi", ReasonCode.KNOWN_NAMES),
        ("Anwar Wardi", "نور وردي", ReasonCode.KNOWN_NAMES),
        ("Faris al-Wardi", "Firas al-Wardi", ReasonCode.KNOWN_NAMES),
        ("عبد الكريم الوردي", "عبد الرحيم الوردي", ReasonCode.KNOWN_NAMES),
        ("أم حمزة الوردي", "أبو حمزة الوردي", ReasonCode.ANOTHER_SEX),
        ("Umm Hamza al-Wardi", "Abu Hamza al-Wardi", ReasonCode.ANOTHER_SEX),
        ("نور بنت ناظم الوردي", "نور بن ناظم الوردي", ReasonCode.ANOTHER_SEX),
        ("شاكرة ناظم الوردي", "شاكر ناظم الوردي", ReasonCode.KNOWN_NAMES),
        ("Wahid Nazem al-Wardi", "وحيدة ناظم الوردي", ReasonCode.KNOWN_NAMES),
        ("سامر ناظم الوردي", "ناظم الوردي", ReasonCode.PARENT_AND_CHILD),
        ("Samer bin Nazem al-Wardi", "ناظم الوردي", ReasonCode.PARENT_AND_CHILD),
        ("سامر ناظم الوردي", "ناظم سامر الوردي", ReasonCode.ANOTHER_ORDER),
        ("سامر بن ناظم", "ناظم بن سامر", ReasonCode.ANOTHER_ORDER),
        ("Samer Nazem Walid", "وليد ناظم سامر", ReasonCode.ANOTHER_ORDER),
        ("الفرقة السابعة", "الفرقة السابعة عشرة", ReasonCode.ANOTHER_NUMBER),
        ("7th Brigade", "لواء ١٧", ReasonCode.ANOTHER_NUMBER),
        ("VII Corps", "XVII Corps", ReasonCode.ANOTHER_NUMBER),
        ("Samer Wardi II", "Samer Wardi III", ReasonCode.ANOTHER_NUMBER),
        ("بنت سامر ناظم الوردي", "سامر ناظم الوردي", ReasonCode.PARENT_AND_CHILD),
        ("الوردي بنت سامر ناظم", "سامر ناظم الوردي", ReasonCode.PARENT_AND_CHILD),
        ("الوردي بنت سامر ناظم", "ناظم سامر الوردي", ReasonCode.PARENT_AND_CHILD),
        ("كتيبة سامر الوردي", "سامر الوردي", ReasonCode.GROUP_OR_PERSON),
        ("Samer al-Wardi Street", "سامر الوردي", ReasonCode.GROUP_OR_PERSON),
    ],
)
def test_what_contradicts_makes_two_names_and_is_told(left: str, right: str, code: ReasonCode) -> None:
    found = _compared(left, right)

    assert ("other", True) == (verdict(found.score), code in _codes(found) or found.score < MAYBE / 2)


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        ("Hamid Wardi", "حامد وردي", ReasonCode.TWO_READINGS),
        ("Rasheed al-Wardi", "راشد الوردي", ReasonCode.TWO_READINGS),
        ("حكمت الوردي", "حكمة الوردي", ReasonCode.TWO_READINGS),
        ("أمير سامر الوردي", "سامر الوردي", ReasonCode.TITLE_OR_NAME),
        ("Wali Samer al-Wardi", "سامر الوردي", ReasonCode.TITLE_OR_NAME),
        ("Major Samer al-Wardi", "النقيب سامر الوردي", ReasonCode.ANOTHER_RANK),
        ("سامر ناظم", "سامر الناظم", ReasonCode.WITH_ARTICLE),
        ("Samer Nazem al-Wardi", "سامر الوردي", ReasonCode.PART_MISSING),
        ("Samer", "سامر", ReasonCode.ONE_PART),
        ("Abu Samer", "أبو سامر", ReasonCode.ONE_PART),
        ("سامر ناظم", "ناظم سامر", ReasonCode.ANOTHER_ORDER),
        ("محمد ناظم الوردي", "ناظم الوردي", ReasonCode.PARENT_AND_CHILD),
        ("ابن سامر ناظم الوردي", "سامر ناظم الوردي", ReasonCode.PARENT_AND_CHILD),
        ("أم سامر ناظم الوردي", "سامر ناظم الوردي", ReasonCode.FATHER_AND_SON),
        ("Abu Samer Nazem al-Wardi", "Samer Nazem al-Wardi", ReasonCode.FATHER_AND_SON),
        ("سامر ناظم سامر الوردي", "سامر ناظم الوردي", ReasonCode.PART_MISSING),
        ("Samer Wardi Jr.", "Samer Wardi", ReasonCode.PART_MISSING),
        ("الفرقة السابعة المدرعة", "الفرقة المدرعة", ReasonCode.PART_MISSING),
        ("Agricultural Bank of Manara", "Bank of Manara", ReasonCode.PART_MISSING),
        ("أم خالد سالم الوردي", "خالد سالم الوردي", ReasonCode.FATHER_AND_SON),
        ("Abu Khaled Salem al-Wardi", "خالد سالم الوردي", ReasonCode.FATHER_AND_SON),
    ],
)
def test_what_leaves_a_doubt_makes_a_question_and_is_told(left: str, right: str, code: ReasonCode) -> None:
    found = _compared(left, right)

    assert ("asked", True) == (verdict(found.score), code in _codes(found))


def test_two_known_names_a_letter_apart_are_asked_about_where_ocr_read_one() -> None:
    left, right = prepare("حامد ناظم الوردي"), prepare("حمد ناظم الوردي")

    assert ("other", "asked") == (verdict(compare(left, right).score), verdict(compare(left, right, from_ocr=True).score))


def test_two_known_names_of_other_letters_are_two_also_where_ocr_read_one() -> None:
    assert score(prepare("محمد ناظم الوردي"), prepare("خالد ناظم الوردي"), from_ocr=True) < MAYBE


def test_doubts_are_no_warning_of_false_friends() -> None:
    found = _compared("Samer Nazem al-Wardi", "سامر الوردي")

    assert ((), (ReasonCode.PART_MISSING,)) == (found.warning, tuple(reason.code for reason in found.doubts))


def test_what_is_alike_keeps_its_order_when_it_is_asked() -> None:
    near, far = _compared("Hamid Nazem al-Wardi", "حامد ناظم الوردي"), _compared("Hamid Wardi", "حامد القطربي الوردي")

    assert SAME > near.score > far.score


@pytest.mark.parametrize(
    "written",
    [
        ("Health Ministry", "وزارة الصحة", "Ministère de la Santé", "Sağlık Bakanlığı"),
        ("Interior Ministry", "وزارة الداخلية", "Ministère de l'Intérieur", "İçişleri Bakanlığı"),
        ("Ministry of Finance", "وزارة المالية", "Ministère des Finances", "Maliye Bakanlığı"),
        ("Ministry of Foreign Affairs", "وزارة الشؤون الخارجية", "Ministère des Affaires étrangères", "Dışişleri Bakanlığı"),
    ],
)
def test_a_ministry_is_one_in_four_languages(written: tuple[str, ...]) -> None:
    apart = [pair for pair in combinations(written, 2) if _compared(*pair).score < SAME]

    assert apart == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Republican Guard", "الحرس الجمهوري"),
        ("Milli Savunma Bakanlığı", "وزارة الدفاع"),
        ("Hava Kuvvetleri", "Air Force"),
        ("Genelkurmay", "هيئة الأركان"),
        ("İstihkam Taburu", "كتيبة المهندسين"),
        ("Armée de l'air", "القوات الجوية"),
        ("Abdrabbuh Wardi", "عبد ربه الوردي"),
        ("Badruddin Wardiyar", "بدرالدین وردیار"),
        ("Gulbuddin Wardiyar", "گلبدین وردیار"),
    ],
)
def test_official_spellings_in_other_languages_are_the_same(left: str, right: str) -> None:
    assert _compared(left, right).score >= SAME


def test_no_two_subjects_of_bodies_are_one_whatever_the_language() -> None:
    rows = [line.split() for line in unit_heads.SUBJECTS.strip().splitlines()]
    named = [(at, prepare(f"Directorate {word}")) for at, words in enumerate(rows) for word in (words[0], words[-1])]

    joined = [(one.text, other.text) for (at, one), (place, other) in combinations(named, 2) if at != place and score(one, other) >= SAME]

    assert ([], True) == (joined, len(named) > 120)


@pytest.mark.parametrize("head", ["Office", "Department", "ديوان", "إدارة"])
def test_heads_that_translators_take_for_one_another_are_asked(head: str) -> None:
    assert verdict(_compared(f"{head} Zakat", "مديرية الزكاة").score) == "asked"


def test_a_body_within_another_is_asked() -> None:
    found = _compared("Air Force Intelligence Directorate", "Air Force Intelligence")

    assert ("asked", True) == (verdict(found.score), ReasonCode.PART_MISSING in _codes(found))


@pytest.mark.parametrize("child", ["ابن", "بن", "بنت", "ابنة", "Ibn", "Bint"])
def test_the_child_of_a_man_is_not_the_man(child: str) -> None:
    man = "Karim al-Wardi" if child.isascii() else "كريم الوردي"

    found = _compared(f"{child} {man}", man)

    assert (True, True) == (found.score < SAME, ReasonCode.PARENT_AND_CHILD in _codes(found))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hamed", "Hamid"), ("Salem", "Salim"), ("Rashed", "Rashid"), ("Nader", "Nadir"), ("Samer", "Samir")],
)
def test_two_latin_spellings_of_which_one_is_another_known_name_too_are_asked(one: str, other: str) -> None:
    assert verdict(_compared(f"{one} Nazem al-Wardi", f"{other} Nazem al-Wardi").score) == "asked"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mohamed", "Muhammad"), ("Hussein", "Husayn"), ("Omar", "Umar"), ("Yusuf", "Youssef"), ("Saleh", "Salih")],
)
def test_two_latin_spellings_of_one_known_name_are_the_same(one: str, other: str) -> None:
    assert _compared(f"{one} Nazem al-Wardi", f"{other} Nazem al-Wardi").score >= SAME


@pytest.mark.parametrize("nobody", ["al-", "ال", "Sheikh", "bin", "أبو", "abu bin al"])
def test_a_name_without_a_telling_word_is_nobody(nobody: str) -> None:
    found = _compared(nobody, nobody)

    assert (True, True) == (found.score < SAME, ReasonCode.NO_NAME in _codes(found))


@pytest.mark.parametrize(
    "relation", ["wife of", "the wife of", "father of", "brother of", "sister of", "زوجة", "والد", "شقيق", "أخو", "والدة"]
)
def test_the_relative_of_a_man_is_not_the_man(relation: str) -> None:
    man = "Khalid al-Wardi" if relation.isascii() else "خالد الوردي"

    found = _compared(f"{relation} {man}", man)

    assert ("other", True) == (verdict(found.score), ReasonCode.RELATIVE in _codes(found))


@pytest.mark.parametrize(
    ("one", "other"), [("wife of Khalid al-Wardi", "the wife of Khalid al-Wardi"), ("Brother Khalid al-Wardi", "Khalid al-Wardi")]
)
def test_a_relative_named_alike_or_a_way_to_address_is_no_other(one: str, other: str) -> None:
    assert verdict(_compared(one, other).score) != "other"


@pytest.mark.parametrize(("man", "woman"), [("Jean", "Jeanne"), ("Michel", "Michelle"), ("Martin", "Martine"), ("Daniel", "Danielle")])
def test_the_french_form_for_a_woman_is_another_name(man: str, woman: str) -> None:
    assert ["other", "other"] == [verdict(_compared(man + family, woman + family).score) for family in ("", " Haddad")]
