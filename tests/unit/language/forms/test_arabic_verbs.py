"""Forms of Arabic verbs."""

from __future__ import annotations

import pytest

from kashf.language.forms.arabic_verbs import verb_forms, verbal_nouns
from kashf.language.words.tokens import folded_words


@pytest.mark.parametrize(
    ("asked", "form"), [("اعتقل", "يعتقلونهم"), ("استخدموا", "وسيستخدم"), ("اصطدم", "يصطدم"), ("وصل", "سيصل"), ("باع", "يبيعون")]
)
def test_a_derived_verb_is_seen_by_its_shape_and_a_plain_one_by_the_table(asked: str, form: str) -> None:
    assert folded_words(form)[0] in verb_forms(folded_words(asked)[0])


def test_the_noun_of_doing_is_that_of_the_verb() -> None:
    assert ("اعتقال", "معتقل") == verbal_nouns(folded_words("يعتقلون")[0])


@pytest.mark.parametrize("noun", ["بيت", "المدينة", "زيتون"])
def test_no_verb_is_seen_in_a_noun(noun: str) -> None:
    assert frozenset() == verb_forms(folded_words(noun)[0])


@pytest.mark.parametrize(("asked", "participle"), [("انسحاب", "منسحب"), ("المعتقلون", "معتقل"), ("يستخدم", "مستخدم"), ("تطوع", "متطوع")])
def test_the_participle_of_a_derived_verb_is_a_noun_of_it(asked: str, participle: str) -> None:
    assert participle in verbal_nouns(folded_words(asked)[0])


@pytest.mark.parametrize("noun", ["مكتبة", "منطقة", "المستقبل", "مجتمعنا", "مكتوب"])
def test_no_participle_is_seen_in_a_noun_that_only_looks_like_one(noun: str) -> None:
    assert () == verbal_nouns(folded_words(noun)[0])
