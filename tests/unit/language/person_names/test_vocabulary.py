from __future__ import annotations

import pytest

from kashf.domain.entity import MentionType
from kashf.entities.tagging.keys import name_key
from kashf.language.grammar.lexicon import Kind, look_up
from kashf.language.person_names.finder import find_name
from kashf.language.person_names.parts import name_parts
from kashf.language.person_names.titles import may_be_a_name, names_nobody, titles_before, without_titles
from kashf.language.person_names.vocabulary import (
    ADDRESSES,
    BARE_TITLES,
    GIVEN_NAMES,
    TITLES,
    is_given_name,
    is_surely_given_name,
    is_title,
)

TEXT = "قال القاضي سليم الزرقاوي أمس، ثم الزرقاوي. Judge Salim al-Zarqawi said so to Khaled al-Zarqawi."
ALL_TITLES = sorted(TITLES | ADDRESSES | BARE_TITLES)


@pytest.mark.parametrize("bare", ["سليم الزرقاوي", "Salim al-Zarqawi"])
def test_a_name_behind_any_title_is_found_where_the_name_is(bare: str) -> None:
    expected = find_name(bare, TEXT)

    assert {expected} == {find_name(f"{title} {bare}", TEXT) for title in ALL_TITLES}
    assert {"exact", "spelling", "partial"} == {hit.level for hit in expected}


@pytest.mark.parametrize("bare", ["سليم الزرقاوي", "Abu Omar al-Zarqawi"])
def test_a_name_behind_any_sure_title_has_the_key_of_the_name(bare: str) -> None:
    sure = [title for title in ALL_TITLES if not may_be_a_name(title)]

    assert {name_key(bare, MentionType.PERSON)} == {name_key(f"{title} {bare}", MentionType.PERSON) for title in sure}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Wali Salim al-Zarqawi", "wali salim al zarqawi"),
        ("الشيخ والي سليم الزرقاوي", "والي سليم الزرقاوي"),
        ("Wali Abu Omar", "abu omar"),
        ("الأمير سليم", "سليم"),
    ],
)
def test_a_title_that_may_be_his_name_stays_in_the_key_unless_a_kunya_follows(name: str, key: str) -> None:
    assert key == name_key(name, MentionType.PERSON)


def test_every_given_name_and_title_of_the_grammar_is_known_everywhere() -> None:
    assert [] == [name for name in sorted(GIVEN_NAMES) if not is_given_name(name)]
    assert [] == [name for name in sorted(GIVEN_NAMES) if not look_up(name).kind & Kind.GIVEN]
    assert [] == [title for title in sorted(TITLES) if not title.isascii() and not look_up(title).kind & Kind.TITLE]


@pytest.mark.parametrize("name", ["Amir al-Shamali", "أمير الشمالي", "سيد الشمالي", "Sultan bin Khaled", "سيد قطبان", "Emir Shamali"])
def test_a_title_that_is_the_only_given_name_is_the_given_name(name: str) -> None:
    assert "ism" == name_parts(name)[0].kind
    assert name == without_titles(name)


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Emir Abu Omar", "Abu Omar"),
        ("أمير أبو عمر", "أبو عمر"),
        ("Sayyid Hassan al-Shamali", "Hassan al-Shamali"),
        ("Sheikh al-Shamali", "al-Shamali"),
        ("القاضي الشمالي", "الشمالي"),
        ("الأمير الشمالي", "الشمالي"),
        ("Prime Minister Salim Haddad", "Salim Haddad"),
        ("Lt. Col. Salim Haddad", "Salim Haddad"),
        ("Staff Brigadier General Salim", "Salim"),
        ("العميد الركن سليم الحداد", "سليم الحداد"),
        ("ملازم أول سليم", "سليم"),
        ("الشيخ القاضي أبو عمر", "أبو عمر"),
        ("Şeyh Ömer Şamali", "Ömer Şamali"),
        ("Sayın Salim Haddad", "Salim Haddad"),
        ("Monsieur le président Salim Haddad", "Salim Haddad"),
        ("The Judge Salim Haddad", "Salim Haddad"),
        ("فضيلة الشيخ سليم الحداد", "سليم الحداد"),
        ("وللقاضي سليم الحداد", "سليم الحداد"),
        ("والشيخ القاضي أبو عمر", "أبو عمر"),
        ("بالعميد الركن سليم الحداد", "سليم الحداد"),
        ("لسيادة اللواء سليم الحداد", "سليم الحداد"),
    ],
)
def test_titles_are_taken_off_as_far_as_a_name_stands_behind_them(name: str, rest: str) -> None:
    assert rest == without_titles(name)


@pytest.mark.parametrize("title", ["القاضي", "Judge", "وزير", "Prime"])
def test_a_name_of_one_word_has_no_title(title: str) -> None:
    assert 0 == titles_before([title])
    assert title == without_titles(title)


@pytest.mark.parametrize("name", ["سعادة الحداد", "وسيم الحداد", "The Haddad", "كمال الحداد"])
def test_a_name_that_looks_like_a_title_with_letters_before_it_stays_whole(name: str) -> None:
    assert name == without_titles(name)


def test_a_title_alone_names_nobody_unless_it_is_a_given_name_too() -> None:
    assert all(map(names_nobody, ["القاضي", "judge", "الوزير", "sergeant", "mr"]))
    assert not any(map(names_nobody, ["امير", "sultan", "سيد", "salim"]))


def test_ordinary_words_of_two_languages_are_no_given_names() -> None:
    words = "may march under other police take share turkey qasr village russian syrian south the and with"

    assert [] == [word for word in words.split() if is_given_name(word)]
    assert not any(map(is_title, words.split()))


@pytest.mark.parametrize(("text", "levels"), [("شاهين الشمالي", []), ("نهاية الشمالي", ["partial"]), ("سعيد الشمالي", [])])
def test_a_rare_given_name_before_the_nisba_makes_it_another_mans_and_an_ordinary_word_does_not(text: str, levels: list[str]) -> None:
    assert levels == [hit.level for hit in find_name("سليم الشمالي", text)]


def test_a_word_that_is_rarely_a_name_is_not_surely_one() -> None:
    assert is_given_name("نهايه")
    assert not is_surely_given_name("نهايه")
