"""What a label asks."""

import pytest

from kashf.domain.forms.template_fields import FieldKind
from kashf.language.field_values.field_kinds import propose_kind


@pytest.mark.parametrize(
    ("label", "kinds"),
    [
        ("١ الاسم واللقب:", [FieldKind.NAME]),
        ("اسم الأم ونسبتها", [FieldKind.MOTHER]),
        ("المنفذ الذي دخل منه والواسطة", [FieldKind.PLACE, FieldKind.GO_BETWEEN]),
        ("تاريخ ومكان الولادة", [FieldKind.BIRTH, FieldKind.PLACE]),
        ("Date and place of birth", [FieldKind.BIRTH, FieldKind.PLACE]),
        ("تاريخ القتل والمكان", [FieldKind.DATE, FieldKind.PLACE]),
        ("هل سبق لك الجهاد وأين", [FieldKind.YES_NO, FieldKind.PLACE]),
        ("مقاتل أم استشهادي أم انغماسي", [FieldKind.CHOICE]),
        ("mother's nationality", [FieldKind.NATIONALITY]),
        ("رقم هاتف الوالدة", [FieldKind.PHONE]),
        ("التاريخ", [FieldKind.WRITTEN]),
        ("تاريخ قسطل", [FieldKind.DATE]),
        ("اسم قسطل", [FieldKind.FREE]),
        ("أمير الكتيبة", [FieldKind.PERSON]),
        ("عدد الزوجات والأولاد", [FieldKind.NUMBER]),
        ("اسم وتوقيع المسؤول", [FieldKind.SIGNER]),
        ("من أي معبر دخلت ومن أدخلك", [FieldKind.PLACE, FieldKind.GO_BETWEEN]),
        ("Nom de la mère", [FieldKind.MOTHER]),
        ("Date et lieu de naissance", [FieldKind.BIRTH, FieldKind.PLACE]),
        ("Staatsangehörigkeit", [FieldKind.NATIONALITY]),
        ("Doğum yeri ve tarihi", [FieldKind.PLACE, FieldKind.BIRTH]),
        ("Дата рождения", [FieldKind.BIRTH]),
        ("نام و نام خانوادگی", [FieldKind.NAME]),
        ("شوێنی لەدایکبوون", [FieldKind.PLACE]),
        ("Roja zayînê", [FieldKind.BIRTH]),
        ("اش اسمك", [FieldKind.NAME]),
        ("سافرت سابقا؟", [FieldKind.YES_NO]),
        ("Who recommended you?", [FieldKind.GUARANTOR]),
        ("متى وصلت؟", [FieldKind.DATE]),
    ],
)
def test_a_label_asks_what_its_heads_and_topics_say_together(label: str, kinds: list[FieldKind]) -> None:
    assert tuple(kinds) == propose_kind(label).kinds


def test_a_misread_label_asks_the_same_with_a_lower_score() -> None:
    printed, misread = propose_kind("تاريخ الولادة"), propose_kind("تاريح الولاذه")

    assert printed.kinds == misread.kinds
    assert misread.score < printed.score


@pytest.mark.parametrize("label", ["تاريخالولادة", "ثاريخ الولاده", "تاربخ الولادة", "Date of blrth", "Dateof birth"])
def test_dots_look_alikes_and_lost_spaces_change_no_kind(label: str) -> None:
    assert (FieldKind.BIRTH,) == propose_kind(label).kinds


def test_a_label_without_a_known_word_is_free_and_says_so_by_its_score() -> None:
    assert ((FieldKind.FREE,), 0.0) == (propose_kind("قسطل").kinds, propose_kind("قسطل").score)


def test_a_field_of_two_kinds_goes_by_the_one_that_names_somebody_in_a_role() -> None:
    assert FieldKind.GO_BETWEEN is propose_kind("المنفذ والواسطة").kind


@pytest.mark.parametrize("label", ["أولا", "أولاً:", "رابعا", "المادة الأولى", "المادة الثانية:", "المادة الرابعة", "البند الثالث"])
def test_what_counts_the_items_of_a_paper_asks_for_nobody(label: str) -> None:
    assert (FieldKind.FREE,) == propose_kind(label).kinds


@pytest.mark.parametrize(
    ("label", "kind"), [("الأولاد", FieldKind.RELATIVE), ("أولاد", FieldKind.RELATIVE), ("الاسم الأول", FieldKind.NAME)]
)
def test_words_beside_those_that_count_items_ask_as_before(label: str, kind: FieldKind) -> None:
    assert (kind,) == propose_kind(label).kinds


@pytest.mark.parametrize("label", ["وزارة", "وزاره الدفاع", "ومديرية", "المديرية"])
def test_a_word_that_heads_offices_is_no_misreading_of_a_label(label: str) -> None:
    assert propose_kind(label).score == 0
