"""Posts are compared by their words, without articles, and found in the clause that gives or takes them."""

from __future__ import annotations

import pytest

from kashf.events.posts.post_words import PostWords, post_words, posted_man


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("مدير المكتب", PostWords("مدير مكتب")),
        ("مُدِيرُ المَكتَب /", PostWords("مدير مكتب")),
        ("القاضي / المحكمة", PostWords("قاضي", "المحكمة")),
        ("The Judge", PostWords("the judge")),
        ("ع/ مدير المكتب", PostWords("مدير مكتب", stands_in=True)),
        ("مدير المكتب وكالة", PostWords("مدير مكتب", stands_in=True)),
        ("for the Director", PostWords("director", stands_in=True)),
        ("/", PostWords("")),
        (" ".join(["word"] * 9), PostWords("")),
    ],
)
def test_a_post_is_its_words(written: str, expected: PostWords) -> None:
    assert expected == post_words(written)


@pytest.mark.parametrize(
    ("clause", "man", "expected"),
    [
        ("تقرر إعفاء الأخ سعد الناعوري من مهام مدير المكتب", "الأخ سعد الناعوري", ("سعد الناعوري", "مدير مكتب", "")),
        ("يُعيَّن سعد الناعوري مدير المكتب / الديوان", "سعد الناعوري مدير المكتب", ("سعد الناعوري", "مدير مكتب", "الديوان")),
        ("عزل سعد الناعوري عن الوالي", "سعد الناعوري", ("سعد الناعوري", "والي", "")),
        ("appoint Saad al-Nauri as Deputy Governor in Tall Hajar", "Saad al-Nauri", ("Saad al-Nauri", "deputy governor", "Tall Hajar")),
        ("appoint Saad al-Nauri as Deputy", "Saad al-Nauri as Deputy", ("Saad al-Nauri", "deputy", "")),
        ("appoint Saad al-Nauri", "Saad al-Nauri", ("Saad al-Nauri", "", "")),
    ],
)
def test_the_man_and_his_post_are_found_in_a_clause(clause: str, man: str, expected: tuple[str, str, str]) -> None:
    found = posted_man(clause, man, {"مدير مكتب"})

    assert expected == (found.man, found.post.key, found.post.office)


def test_a_known_word_is_not_the_whole_post_where_others_follow() -> None:
    assert "مدير دايره مياه" == posted_man("تكليف سعد بمهام مدير دائرة المياه", "سعد", {"مدير"}).post.key


@pytest.mark.parametrize(
    "words",
    [
        *("القائم بأعمال مدير المكتب", "مدير المكتب المكلف", "عن/ مدير المكتب", "ق.أ مدير المكتب", "و. مدير المكتب", "مدير المكتب (وكالة)"),
        *("مدير المكتب / وكالة", "نيابة عن مدير المكتب"),
    ],
)
def test_who_acts_for_the_holder_stands_in_for_that_post(words: str) -> None:
    assert PostWords("مدير مكتب", stands_in=True) == post_words(words)


@pytest.mark.parametrize("words", ["نائب مدير المكتب", "Deputy Director", "وكيل الوزارة"])
def test_a_deputy_has_a_post_of_his_own(words: str) -> None:
    assert not post_words(words).stands_in
