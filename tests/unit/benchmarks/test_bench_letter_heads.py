"""Heads of letters by structure, and texts that are no letters: what is read of them stays read."""

from benchmarks.accuracy.bench_letter_corpora import entries
from benchmarks.accuracy.bench_letter_heads import HEADS, NO_LETTERS, figures, taken_for_letters

ENTRIES = tuple(entries(HEADS.read_text(encoding="utf-8")))
OTHERS = tuple(entries(NO_LETTERS.read_text(encoding="utf-8")))


def test_words_of_the_truth_stand_in_the_heads() -> None:
    told = [(entry["text"], word) for entry in ENTRIES for key in ("addressees", "offices", "copies") for word in entry["truth"][key]]

    assert len(told) >= 100
    assert [] == [word for text, word in told if not any(each in text for each in word.split("|") if each)]


def test_most_fields_are_read_by_where_and_how_they_stand() -> None:
    found = figures(ENTRIES)

    assert [] == [name for name in ("number", "written", "subject", "signatory: name", "office") if found[name].f1 < 0.9]
    assert [] == [name for name in ("addressee", "signatory: post", "references", "copies") if found[name].f1 < 0.75]


def test_texts_that_are_no_letters_are_not_taken_for_one() -> None:
    assert len(OTHERS) >= 30
    assert len(taken_for_letters(OTHERS)) <= 1
