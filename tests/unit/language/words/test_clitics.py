from __future__ import annotations

import pytest

from kashf.adapters.taggers.gazetteer import GazetteerTagger, PlacesTagger, case_entries
from kashf.domain.entity import MentionType
from kashf.language.grammar.rules import RuleTagger
from kashf.language.person_names.finder import find_name
from kashf.language.words.clitics import (
    ARTICLES,
    BEFORE_ARTICLE,
    BEFORE_WORD,
    PROCLITICS,
    letters_outside,
    start_behind,
    strip_proclitics,
    written_onto,
)
from kashf.language.words.stemming import stem
from kashf.language.words.tokens import words
from kashf.search.expand import expand
from kashf.search.parse import parse

RULES, PLACES = RuleTagger(), PlacesTagger()
OWN = GazetteerTagger(case_entries([("كتيبة الزهراء", MentionType.GROUP)]), table="case")


def asked(name: str) -> set[str]:
    """The forms of a word that a search asks the index for."""
    question = expand(parse(name), lambda codes: {})
    return {word for aim in question.aims for word in getattr(aim.leaf, "words", ())}


def test_the_table_has_each_clitic_once_the_longest_first() -> None:
    assert len(set(PROCLITICS)) == len(PROCLITICS) == len(BEFORE_WORD) + len(ARTICLES) == 23
    assert sorted(PROCLITICS, key=len, reverse=True) == sorted(PROCLITICS, key=PROCLITICS.index)
    assert set(BEFORE_ARTICLE) < set(BEFORE_WORD)


@pytest.mark.parametrize("clitic", BEFORE_WORD)
def test_every_reader_of_names_finds_a_name_behind_every_clitic(clitic: str) -> None:
    assert ["حزب الله"] == [m.text for m in RULES.tag(f"قال {clitic}حزب الله أمس") if m.type is MentionType.GROUP]
    assert ["كتيبة الزهراء"] == [m.text for m in OWN.tag(f"قال {clitic}كتيبة الزهراء أمس", language="ar")]
    assert ["دمشق"] == [m.text for m in PLACES.tag(f"من {clitic}دمشق أمس", language="ar")]
    assert ["وليد الزرقاوي"] == [hit.text for hit in find_name("وليد الزرقاوي", f"قال {clitic}وليد الزرقاوي أمس")]
    assert clitic + "دمشق" in asked("دمشق")


@pytest.mark.parametrize("clitic", ARTICLES)
def test_every_reader_of_names_finds_a_name_behind_every_article(clitic: str) -> None:
    whole = "لرقة" if clitic.endswith("لل") else "الرقة"

    assert [whole[-4:]] == [m.text[-4:] for m in PLACES.tag(f"وصل {clitic}رقة أمس", language="ar")]
    assert [whole] == [hit.text for hit in find_name("الرقة", f"وصل {clitic}رقة أمس")]
    assert f"{clitic}رقه" in {"الرقه", *asked("الرقة")}
    assert stem("الرقه") == stem(f"{clitic}رقه")


@pytest.mark.parametrize("clitic", ["وب", "فل", "وك"])
def test_a_name_that_a_page_told_is_found_again_behind_two_letters(clitic: str) -> None:
    text = f"وصل القائد أبو سنمار الجنادلي أمس. ثم اتصلوا {clitic}الجنادلي."

    assert ["أبو سنمار الجنادلي", "الجنادلي"] == [m.text for m in RULES.tag(text) if m.type is MentionType.PERSON]


def test_what_is_written_onto_a_word_comes_off_again() -> None:
    for form, letters in written_onto("دمشق"):
        assert "دمشق" == form[letters:]
        assert "دمشق" in strip_proclitics(form)
    assert {"الرقه", "لرقه"} == {form[letters:] for form, letters in written_onto("الرقه")}


@pytest.mark.parametrize("clitic", PROCLITICS)
def test_the_letters_outside_a_name_are_those_before_its_article(clitic: str) -> None:
    outside = letters_outside(clitic)

    assert clitic[outside:] in {"", "ال", "ل"}
    assert clitic[:outside] in {"", *BEFORE_WORD}


@pytest.mark.parametrize(("text", "letters", "start"), [("ولحلب", 2, 2), ("وَلِحلب", 2, 4), ("حلب", 0, 0), ("ﻻحلب", 1, 0)])
def test_a_word_begins_behind_its_clitic_unless_a_ligature_hides_the_border(text: str, letters: int, start: int) -> None:
    assert start == start_behind(text, words(text)[0], letters)
