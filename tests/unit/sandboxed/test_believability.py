from __future__ import annotations

from random import Random

import pytest

from kashf.sandboxed.believability import believability, broken_words, is_garbled, is_language, strange_share

ARABIC = (
    "نعلمكم أن الدفعة الثانية وصلت إلى مستودع الجسر صباح أمس وأن السائقين غادروا بعد تسليم الصناديق إلى أمين المخزن\n"
    "ونطلب منكم إرسال قائمة بأسماء المناوبين وأرقام السيارات قبل نهاية الأسبوع مع نسخة إلى الأرشيف والديوان والسلام عليكم"
)
ENGLISH = (
    "The second batch reached the store near the bridge yesterday morning and the drivers left after handing the crates over. "
    "Please send the list of those on duty and the numbers of the cars before the end of the week, with a copy for the archive."
)
NAMES = "\n".join(["خالد حسن محمود", "عمر يوسف الحمصي", "سعيد جبر درويش", "فاطمة زهير قاسم", "طارق شحادة", "نزار غنيم الشيخ"] * 2)


@pytest.mark.parametrize("text", [ARABIC, ENGLISH, NAMES, "OK 14", ""])
def test_letters_of_a_language_are_like_one_and_too_few_letters_say_nothing(text: str) -> None:
    assert is_language(text)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_letters_that_a_font_calls_by_other_letters_are_like_no_language(text: str, seed: int) -> None:
    letters = sorted(set(filter(str.isalpha, text.lower())))
    other = text.lower().translate(str.maketrans(dict(zip(letters, Random(seed).sample(letters, len(letters)), strict=True))))

    assert (False, True) == (is_language(other), is_garbled(other))


def test_arabic_of_a_font_that_calls_itself_latin_is_garbled() -> None:
    assert is_garbled(ARABIC.encode("cp1256").decode("cp1252", "replace"))


def test_words_with_characters_without_a_meaning_are_garbled_and_bullets_are_not() -> None:
    words = ENGLISH.split()

    assert (True, False) == (is_garbled(" ".join(words[:30] + 5 * ["sto\ufffde"])), is_garbled(" ".join(words[:30] + 5 * ["\ufffd"])))


def test_believability_falls_with_what_means_nothing() -> None:
    assert (0.0, 1.0, 0.5) == (believability(" "), believability("one two"), believability("ab\ufffd\ue001"))
    assert 0.25 == strange_share("abc\x07")


def test_letters_with_two_vowels_are_garbled() -> None:
    assert (False, True) == tuple(is_garbled(" ".join(10 * [word])) for word in ("كَتَبَّ", "كَُتَِبَ"))


@pytest.mark.parametrize("word", [">أبيض", "(>أ)", "يو÷ز", "َحسن", "\u0650مين"])
def test_arabic_words_with_signs_or_marks_out_of_place_are_none(word: str) -> None:
    words = [*ARABIC.split(), *("> خالد", "<خالد>", "عَدَدَ", "9>8")]

    assert (0.0, 0.2) == (broken_words(" ".join(words)), broken_words(" ".join([*words[:8], word, word])))


def test_letters_twice_with_their_vowel_or_alone_count_where_they_are_more_than_in_any_text() -> None:
    plain = ["كِتَابُ", "نَادِرُ", "شَهْرِ", "عَدَدَ", "إِلَى", "مُدِيرِ", "قَالَ", "ثُمَّ", "وَوَصَلَ"]

    assert 0.0 == broken_words(" ".join([*plain, *plain[:3], "تَمَّ", *3 * plain[2:3], *plain[4:8]]))
    assert 0.4 == pytest.approx(broken_words(" ".join(5 * ["كِكِتَابُ", "صَ", "شَهْرِ", "نَادِرُ"])))
