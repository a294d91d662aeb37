from __future__ import annotations

import hashlib
from random import Random

import pytest

from kashf.intake.near_copies import near_groups, signature, text_key
from kashf.language.words.tokens import folded_words

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def a_text(seed: int, *, words: int = 120) -> str:
    """Return made-up words that no other seed repeats."""
    rng = Random(seed)
    return " ".join("".join(rng.choices(LETTERS, k=rng.randint(2, 7))) for _ in range(words))


def misread(text: str, *, share: float, seed: int = 1) -> str:
    """Return a text as OCR would read it: some letters wrong, some gone, some spaces lost."""
    rng = Random(seed)
    return "".join(rng.choice([rng.choice(LETTERS), ""]) if rng.random() < share else letter for letter in text)


def signed(text: str) -> bytes:
    return signature(folded_words(text))


def test_two_formats_of_one_text_share_a_key() -> None:
    typed = ["أمر القائد رقم ١٢ إلى آمر السرية الثانية\n", "يتم الانسحاب فوراً"]
    printed = ["امر القائد رقم 12 الى امر السرية الثانية يتم الانسحاب فورا"]

    assert text_key(typed) == text_key(printed)


def test_another_number_makes_another_text() -> None:
    assert text_key(["أمر القائد رقم ١٢ إلى آمر السرية الثانية"]) != text_key(["أمر القائد رقم ١٣ إلى آمر السرية الثانية"])


def test_words_that_join_differently_make_another_text() -> None:
    assert text_key(["one two three four five six seven eight"]) != text_key(["onetwo three four five six seven eight nine"])


@pytest.mark.parametrize("pages", [[], [""], ["   ", "\n"], ["page 1 of 1"]])
def test_texts_that_say_next_to_nothing_have_no_key(pages: list[str]) -> None:
    assert text_key(pages) is None


def test_a_signature_is_the_same_on_every_run_and_machine() -> None:
    assert 512 == len(signed(a_text(1)))
    # Signatures are kept in cases, so another version of the library has to make the same ones.
    assert "2e63f6ec3595ff2e" == hashlib.sha256(signed(a_text(1))).hexdigest()[:16]


def test_short_texts_have_no_signature_and_belong_to_no_group() -> None:
    short = signed("نسخة إلى الأرشيف " * 6)

    assert b"" == short
    assert () == near_groups([("a", short), ("b", short)])


def test_a_retyped_text_is_near_its_original() -> None:
    words = a_text(1).split()
    retyped = " ".join([*words[:50], "كلمة", *words[51:]])

    assert (("a", "b"),) == near_groups([("a", signed(a_text(1))), ("b", signed(retyped)), ("c", signed(a_text(2)))])


def test_two_readings_of_one_scan_are_near_when_they_are_known_to_be_scans() -> None:
    read_once, read_again = (signed(misread(a_text(1, words=200), share=0.05, seed=seed)) for seed in (1, 2))

    pair = [("a", read_once), ("b", read_again), ("c", signed(a_text(2)))]

    assert () == near_groups(pair)
    assert (("a", "b"),) == near_groups(pair, scanned={"a", "b"})


def test_of_forty_scans_nearly_all_find_their_originals_and_no_other() -> None:
    originals = [(f"{seed:02}-typed", signed(a_text(seed))) for seed in range(40)]
    scans = [(f"{seed:02}-scan", signed(misread(a_text(seed), share=0.08, seed=seed))) for seed in range(40)]

    groups = near_groups(originals + scans, scanned={id for id, _ in scans})

    assert all(len({id[:2] for id in group}) == 1 for group in groups)
    assert len(groups) >= 38


def test_groups_do_not_depend_on_the_order_in_which_texts_come() -> None:
    texts = [(f"{seed}{copy}", signed(misread(a_text(seed), share=0.01, seed=copy))) for seed in range(5) for copy in range(4)]

    assert near_groups(texts) == near_groups(reversed(texts))


def test_likeness_does_not_wander_from_text_to_text() -> None:
    words = a_text(1, words=300).split()
    windows = [(f"{start:03}", signed(" ".join(words[start : start + 100]))) for start in range(0, 200, 8)]

    groups = near_groups(windows)

    assert all(int(group[-1]) - int(group[0]) <= 16 for group in groups)
