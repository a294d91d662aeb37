from __future__ import annotations

import pytest

from kashf.domain.entity import MentionType
from kashf.entities.tagging.keys import name_key
from kashf.language.grammar.rules import RuleTagger


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("أَبُو طَلحة العنّابي", "ابو طلحه العنابي"),
        ("لأبي طلحة العنابي", "ابو طلحه العنابي"),
        ("أبا طلحة\nالعنابي", "ابو طلحه العنابي"),
        ("الشيخ أبو طلحة", "ابو طلحه"),
        ("Commander Abu Talha al-Anbari", "abu talha al anbari"),
        ("وليد العنابي", "وليد العنابي"),
        ("القائد", "القايد"),
        ("", ""),
        ("«»", ""),
    ],
)
def test_titles_particles_and_cases_of_a_person_go(text: str, key: str) -> None:
    assert key == name_key(text, MentionType.PERSON)


def test_a_group_keeps_its_words_but_for_an_article_standing_alone() -> None:
    assert "saffron brigade" == name_key("The Saffron Brigade", MentionType.GROUP)
    assert "لواء الزعفران" == name_key("لواء الزعفران", MentionType.GROUP)


def test_a_key_is_never_longer_than_a_name() -> None:
    assert 24 == len(name_key("word " * 5000, MentionType.PLACE).split())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("سلم للفرقة الرابعة", "الفرقه الرابعه"),
        ("وللفرقة الرابعة مقر", "الفرقه الرابعه"),
        ("فللفرقة الرابعة قوة", "الفرقه الرابعه"),
        ("أرسلها للكتيبة الثالثة", "الكتيبه الثالثه"),
        ("سلم لللواء 105 أمس", "اللواء 105"),
        ("سلم للواء 105 أمس", "لواء 105"),
        ("وصلت لجنة الزعفران", "لجنه الزعفران"),
    ],
)
def test_a_group_behind_to_the_has_the_key_of_the_group_with_its_article(text: str, key: str) -> None:
    assert [key] == [name_key(each.text, each.type) for each in RuleTagger().tag(text)]
