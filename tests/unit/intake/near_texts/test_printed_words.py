from __future__ import annotations

from random import Random

from kashf.intake.near_texts.printed_words import PrintedWords
from tests.unit.intake.near_texts.test_grouping import a_text

NAMES = ("ندى سليم", "وسام كرم", "هالة رشيد", "جاد منير", "ريم شوقي", "فادي عادل")
FORMS = tuple(f"اسم حامل هذه البطاقة {name} وهي صالحة أسبوعا من {day} أيار الحالي".split() for day, name in enumerate(NAMES, start=3))


def counted(texts: tuple[list[str], ...]) -> PrintedWords:
    printed = PrintedWords(sum(map(len, texts)))
    for text in texts:
        printed.add(text)
    return printed


def test_what_is_filled_in_is_told_from_what_is_printed() -> None:
    filled_in = counted(FORMS).filled_in(FORMS[2])

    assert ["هالة", "رشيد", "5"] == [word for word, is_so in zip(FORMS[2], filled_in, strict=True) if is_so]


def test_the_last_word_is_filled_in_where_it_differs() -> None:
    forms = tuple([*form, name.split()[0]] for form, name in zip(FORMS, NAMES, strict=True))

    assert counted(forms).filled_in(forms[0])[-1]


def test_no_template_is_seen_in_texts_of_few_words_in_any_order() -> None:
    lexicon = a_text(7, words=30).split()
    logs = tuple(Random(seed).choices(lexicon, k=70) for seed in range(80))
    printed = counted(logs)

    assert [None] * 80 == [printed.weights(log) for log in logs] == [printed.filled_in(log) for log in logs]


def test_a_text_of_no_word_or_two_has_no_template() -> None:
    printed = counted(FORMS)

    assert [None, None, None] == [printed.filled_in(FORMS[0][:words]) for words in range(3)]
