import itertools

import numpy as np
import pytest

from kashf.domain.reasons import ReasonCode, Reasons
from kashf.language.sounds.similarity import (
    SAME_NAME,
    code_likeness,
    compare_words,
    misread_likeness,
    pair_similarities,
    similarities,
    similarity,
    skeleton,
)

ARABIC = [
    "محمد",
    "الشمالي",
    "شامل",
    "مُحَمَّد",
    "حكمة",
    "حكمت",
    "الرحمن",
    "رحمان",
    "تشيخوف",
    "يوهانسون",
    "سوليفان",
    "عمر",
    "عمار",
    "كوفاتش",
    "ظافر",
    "ضافر",
    "أوبراين",
    "موسى",
    "جيه",
    "ء",
    "و",
]
LATIN = [
    "Mohammed",
    "alshamali",
    "Chemaly",
    "Shamil",
    "Hikmet",
    "Rahman",
    "ashshamali",
    "Tschechow",
    "Johansson",
    "sullivan",
    "Ömer",
    "kovač",
    "Mohd",
    "mo7ammed",
    "O'Brien",
    "Abd-Rahman",
    "Dzhokhar",
    "x",
    "zzz",
]
NO_NAMES = ["", "2014", "t72", "日本", "х", "Shamмali", "a" * 5000, "ا" * 41, "\u202eshamali\u202c", "--", "😀"]


@pytest.mark.parametrize(
    ("lefts", "rights"),
    [(ARABIC, LATIN), (LATIN, ARABIC), (ARABIC, ARABIC), (LATIN, LATIN), (ARABIC + LATIN, NO_NAMES), (NO_NAMES, NO_NAMES)],
    ids=["across", "across turned", "Arabic", "Latin", "no names", "no names alone"],
)
def test_pair_similarities_when_words_are_judged_together_then_each_answer_is_that_of_one_alone(
    lefts: list[str], rights: list[str]
) -> None:
    pairs = [*itertools.product(lefts, rights)]

    together = pair_similarities([left for left, _ in pairs], [right for _, right in pairs])

    # Rounding to a thousandth may fall to either side.
    assert pytest.approx([similarity(*pair) for pair in pairs], abs=0.0011) == together.tolist()


def test_similarities_when_asked_for_one_word_then_answers_keep_the_order_of_the_others() -> None:
    found = similarities("الشمالي", ["walid", "Shamali", "Schemali", "شمالي"])

    assert [False, True, True, True] == (found >= SAME_NAME).tolist()
    assert np.float32 == found.dtype


def test_pair_similarities_when_nothing_is_asked_then_nothing_comes_back() -> None:
    assert (0,) == pair_similarities([], []).shape


def test_pair_similarities_when_the_sides_differ_in_length_then_it_refuses() -> None:
    with pytest.raises(ValueError, match="1 left words, 2 right ones"):
        pair_similarities(["a"], ["b", "c"])


def test_code_likeness_when_one_class_differs_then_its_share_of_the_longer_code_is_lost() -> None:
    assert pytest.approx(1 - 1 / 4) == code_likeness("MHMD", "MHMR")
    assert code_likeness("", "") == 1


@pytest.mark.parametrize("short", ["Mohd", "Muhd", "Mhd", "MOHD", "moh"])
def test_similarity_when_muhammad_is_abbreviated_then_it_is_the_same_name(short: str) -> None:
    assert similarity("محمد", short) >= SAME_NAME
    assert similarity("Mohammed", short) >= SAME_NAME
    assert skeleton("mohammed") == skeleton(short.lower())
    assert similarity("محمود", short) < SAME_NAME


@pytest.mark.parametrize(
    ("arabic", "chat"), [("محمد", "mo7ammed"), ("خالد", "5aled"), ("علي", "3ali"), ("رعد", "ra3ed"), ("صلاح", "sala7")]
)
def test_similarity_when_digits_stand_for_letters_as_in_chat_then_it_is_the_same_name(arabic: str, chat: str) -> None:
    assert similarity(arabic, chat) >= SAME_NAME


@pytest.mark.parametrize("word", ["t72", "rpg7", "m16a1", "3am", "5th", "s300", "mp3s", "3d"])
def test_skeleton_when_a_digit_is_a_digit_then_the_word_is_its_own_code(word: str) -> None:
    assert word == skeleton(word)


def test_similarity_when_two_spellings_fit_equally_then_the_more_usual_one_is_closer() -> None:
    assert similarity("سميث", "smith") > similarity("سميث", "smeeth")
    assert similarity("كليمنت", "clement") > similarity("كليمنت", "qlymint")


def test_misread_likeness_when_a_letter_is_misread_then_usual_spellings_say_nothing() -> None:
    assert misread_likeness("محمك", "Mohammed") > similarity("محمك", "Mohammed")
    assert misread_likeness("محمد", "Mohammed") == similarity("محمد", "Mohammed")


def test_compare_words_when_words_are_very_long_then_they_are_different_words() -> None:
    assert compare_words("م" * 5000, "m" * 5001).why == Reasons.of(ReasonCode.DIFFERENT_WORDS)
