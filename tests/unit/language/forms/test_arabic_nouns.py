"""Forms of Arabic words: what a search looks for beside the word."""

from __future__ import annotations

import pytest

from kashf.language.forms.arabic_nouns import arabic_forms, plurals_of
from kashf.language.words.tokens import folded_words


def folded(word: str) -> str:
    return folded_words(word)[0]


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("المقاتلون", "للمقاتلين"),
        ("المقاتلون", "مقاتليهم"),
        ("المقاتلون", "ومقاتلوهم"),
        ("بيته", "بيوتهم"),
        ("سلاحه", "والأسلحة"),
        ("أسلحة", "سلاح"),
        ("قائد", "القادة"),
        ("مدينتهم", "المدن"),
        ("انسحب", "انسحابهم"),
        ("انسحاب", "سينسحبون"),
        ("استولى", "واستولى"),
        ("هاجم", "يهاجمون"),
        ("زيارة", "سيزورونهم"),
        ("هجوم", "هاجموا"),
        ("شراء", "اشتروا"),
        ("تدريب", "يتدربون"),
        ("قتيل", "قتلاهم"),
        ("صديق", "أصدقاؤه"),
        ("بيتي", "بيتنا"),
    ],
)
def test_a_form_of_the_same_word_is_among_what_is_looked_for(asked: str, form: str) -> None:
    assert folded(form) in arabic_forms(folded(asked))


@pytest.mark.parametrize(("asked", "other"), [("وزارة", "زار"), ("كتاب", "تاب"), ("علم", "إسلام"), ("بيت", "بنت")])
def test_another_word_is_not(asked: str, other: str) -> None:
    assert folded(other) not in arabic_forms(folded(asked))


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("خندق", "خنادق"),
        ("صاروخ", "صواريخ"),
        ("تقرير", "تقارير"),
        ("قذيفة", "قذائف"),
        ("قافلة", "قوافل"),
        ("حليف", "حلفاء"),
        ("رجل", "رجال"),
    ],
)
def test_a_broken_plural_is_known_or_seen_by_its_shape(singular: str, plural: str) -> None:
    assert folded(plural) in plurals_of(folded(singular))
