from __future__ import annotations

import pytest

from kashf.domain.reasons import NameReason, ReasonCode, Reasons
from kashf.entities.comparing.compare import MAYBE, SAME, Comparison, Rarity, compare, prepare, score
from kashf.show.explain import in_english
from tests.counting import steps


def _compared(left: str, right: str, rarity: Rarity | None = None) -> Comparison:
    return compare(prepare(left), prepare(right), rarity=rarity)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Abu Mohammed al-Shamali", "أبو محمد الشمالي"),
        ("Abou Mohamed ech-Chemali", "أبو محمد الشمالي"),
        ("Ebu Muhammed eş-Şemali", "أبو محمد الشمالي"),
        ("Abu Muhammad asch-Schamali", "أبو محمد الشمالي"),
        ("Абу Мухаммад аш-Шамали", "أبو محمد الشمالي"),
        ("al-Shamali, Abu Mohammed", "أبو محمد الشمالي"),
        ("Shamali Abu Mohammed", "أبو محمد الشمالي"),
        ("Abdulrahman al-Iraqi", "عبد الرحمن العراقي"),
        ("Abd al-Rahman al-Iraqi", "عبدالرحمن العراقي"),
        ("Abubakr al-Qatrabi", "أبو بكر القطربي"),
        ("Sheikh Khaled al-Qatrabi", "خالد القطربي"),
        ("Nour Eddine Halabi", "نور الدين حلبي"),
        ("أبو محمد الشمالي", "ابي محمد الشمالى"),
        ("Min Ji Park", "MinJi Park"),
        ("Ministry of Oil", "وزارة النفط"),
        ("Khalid Brigade", "لواء خالد"),
        ("12th Brigade", "لواء 12"),
        ("Nour Trading L.L.C.", "شركة النور للتجارة ذ.م.م"),
        ("City of Harran", "مدينة حران"),
    ],
)
def test_spellings_of_one_name_are_the_same(left: str, right: str) -> None:
    assert _compared(left, right).score >= SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Abu Mohammed al-Shamali", "أبو محمد العدناني"),
        ("Khaled al-Shamali", "خالد الشامي"),
        ("Hassan al-Qatrabi", "حسين القطربي"),
        ("Khaled", "Abu Khaled"),
        ("Khaled al-Qatrabi", "أبو خالد القطربي"),
        ("Brigade 12", "لواء 13"),
        ("كتيبة الفاروق", "كتيبة الفرقان"),
        ("7", "8"),
        ("Omar", "Ali"),
    ],
)
def test_two_names_are_not_the_same(left: str, right: str) -> None:
    assert _compared(left, right).score < SAME


@pytest.mark.parametrize("shorter", ["al-Shamali", "Abu Mohammed", "M. al-Shamali", "محمد"])
def test_a_name_that_another_holds_may_be_the_same(shorter: str) -> None:
    longer = "محمد الشمالي" if shorter[0] in "Mم" else "أبو محمد الشمالي"

    assert MAYBE <= _compared(shorter, longer).score < SAME


def test_the_rarer_the_part_that_is_shared_the_surer() -> None:
    longer = "أبو محمد الشمالي"

    assert _compared("Abu Mohammed", longer).score < _compared("al-Shamali", longer).score


def test_the_same_kunya_with_another_nisba_is_warned_of() -> None:
    found = _compared("Abu Mohammed al-Shamali", "أبو محمد العدناني")

    assert Reasons.of(ReasonCode.ANOTHER_MAN, "kunya", "nisba") == found.warning


def test_a_person_and_a_group_named_after_him_are_told_apart() -> None:
    found = _compared("أبو محمد الشمالي", "كتيبة أبو محمد الشمالي")

    assert (True, True) == (found.score < SAME, NameReason(ReasonCode.GROUP_OR_PERSON) in found.warning)


def test_every_part_has_its_reason_and_each_side_its_own_words() -> None:
    parts = _compared("Sheikh Abu Mohammed al-Shamali", "أبو محمد العدناني").parts

    assert {
        ("kunya", "abu mohammed", "أبو محمد", "one name in two scripts"),
        ("nisba", "shamali", "عدناني", "another nisba"),
        ("title", "sheikh", "", "only in the first name"),
    } == {(part.name, part.left, part.right, in_english(part.why)) for part in parts}


def test_turning_two_names_around_turns_their_reasons_around() -> None:
    there, back = _compared("Khaled", "خالد الشمالي"), _compared("خالد الشمالي", "Khaled")

    assert [(part.left, part.right) for part in there.parts] == [(part.right, part.left) for part in back.parts]
    assert (Reasons.of(ReasonCode.ONLY_RIGHT), Reasons.of(ReasonCode.ONLY_LEFT)) == (there.parts[-1].why, back.parts[-1].why)


def test_a_name_is_wholly_itself_whatever_folding_takes_off() -> None:
    assert 1.0 == _compared("أبو محمّد الشّمـالي", "ابو محمد الشمالى").score


def test_the_score_alone_is_that_of_the_comparison() -> None:
    left, right = prepare("Khaled Walid"), prepare("خالد بن وليد الشمالي")

    assert compare(left, right).score == score(left, right)


@pytest.mark.parametrize(
    ("meant", "read"),
    [("أبو محمد القطربي", "أبو محمد الفطربي"), ("سالم الدرعاوي", "سالم الذرعاوي"), ("Salem Qatrabi", "Sa1em Qatrabi")],
)
def test_one_misread_letter_in_a_long_word_is_forgiven(meant: str, read: str) -> None:
    assert SAME <= _compared(meant, read).score < 1


def test_a_word_that_many_in_the_case_share_says_less() -> None:
    crowd = Rarity.of([("shamali", "khaled")] * 900 + [("omar", "haddad")] * 100)
    left, right = "خالد الشمالي", "al-Shamali"

    assert _compared(left, right, crowd).score < _compared(left, right).score


@pytest.mark.parametrize("empty", ["", " ", "؟!", "\u202e\u202c", "ـ"])
def test_a_name_without_a_word_is_like_no_other_not_even_itself(empty: str) -> None:
    found = _compared(empty, "Khaled")

    assert (0.0, 0.0) == (_compared(empty, empty).score, found.score)
    assert NameReason(ReasonCode.NO_WORD) in _compared(empty, empty).warning


@pytest.mark.parametrize("odd", ["x", "و", "Кhaлed", "خaلid", "\u202eKhaled\u202c", "م م م م", "3li", "١٢"])
def test_odd_names_are_themselves_and_not_khaled_haddad(odd: str) -> None:
    assert (1.0, True) == (_compared(odd, odd).score, _compared(odd, "Nadir Haddad").score < SAME)


@pytest.mark.parametrize("word", ["abu ", "م ", "x", "شمال", "عبد ال", "Khaled ", "خالد الشمالي ", "12 ", "\u0301", ","])
def test_endless_names_are_cut_and_said_to_be(word: str) -> None:
    def compared(length: int) -> Comparison:
        return compare(prepare((word * length)[:length]), prepare((word * length)[: length - 1] + "z"))

    assert NameReason(ReasonCode.CUT) in compared(5000).warning
    assert NameReason(ReasonCode.CUT) in compared(500).warning
    assert steps(lambda: compared(5000)) < 2 * steps(lambda: compared(500))  # What is cut off costs nothing.
