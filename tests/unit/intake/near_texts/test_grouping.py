from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random

import pytest

from kashf.intake.near_copies import signature
from kashf.intake.near_texts.compared_text import ComparedText, compared_text
from kashf.intake.near_texts.grouping import near_pairs
from kashf.language.words.tokens import folded_words

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
TOWNS = ["عين الورد", "تل السنديان", "خربة اللوز", "وادي الصفصاف", "جب الرمان"]


def a_text(seed: int, *, words: int = 120) -> str:
    """Return made-up words that no other seed repeats."""
    return " ".join(a_word(Random(seed * 1000 + number)) for number in range(words))


def a_word(rng: Random) -> str:
    return "".join(rng.choices(LETTERS, k=rng.randint(3, 7)))


def misread(text: str, *, share: float, seed: int = 1) -> str:
    """Return a text as OCR would read it: some letters wrong, some gone, some spaces lost."""
    rng = Random(seed)
    return "".join(rng.choice([rng.choice(LETTERS), ""]) if rng.random() < share and letter != "\n" else letter for letter in text)


def a_permit(seed: int, *, town: str = "") -> str:
    """Return a form of which most is printed."""
    rng = Random(seed)
    number, day = rng.randrange(1000, 9999), f"{rng.randrange(1, 29)}/{rng.randrange(1, 13)}/2014"
    name = f"{a_word(rng)} {a_word(rng)}"
    return f"{a_text(9, words=70)}\nيسمح لحامل هذا {name} بالمرور إلى {town or rng.choice(TOWNS)} بسيارته {number}\nصالح حتى {day}"


def groups_of(texts: Mapping[str, str], *, scanned: Sequence[str] = ()) -> list[set[str]]:
    def read(ids: Sequence[str]) -> Iterator[tuple[str, ComparedText]]:
        return ((id, compared_text([texts[id]], is_scan=id in scanned)) for id in ids)

    found: defaultdict[str, set[str]] = defaultdict(set)
    for pair in near_pairs(((id, signature(folded_words(text))) for id, text in texts.items()), read, scanned=scanned):
        found[pair.of] |= {pair.of, pair.copy}
    return list(found.values())


def test_a_retyped_text_is_near_its_original() -> None:
    words = a_text(1).split()

    assert [{"a", "b"}] == groups_of({"a": a_text(1), "b": " ".join([*words[:50], "كلمة", *words[51:]]), "c": a_text(2)})


def test_a_pair_says_how_many_letters_it_has_in_common() -> None:
    texts = {"a": a_text(1), "b": a_text(1) + " ختم"}
    (pair,) = near_pairs(
        ((id, signature(folded_words(text))) for id, text in texts.items()),
        lambda ids: ((id, compared_text([texts[id]], is_scan=False)) for id in ids),
    )

    assert ("b", "a") == (pair.copy, pair.of)
    assert 0.98 < pair.share < 1


def test_two_readings_of_one_scan_are_near_when_they_are_known_to_be_scans() -> None:
    texts = {"a": misread(a_text(1), share=0.06, seed=1), "b": misread(a_text(1), share=0.06, seed=2), "c": a_text(2)}

    assert [] == groups_of(texts)
    assert [{"a", "b"}] == groups_of(texts, scanned=["a", "b"])


def test_of_forty_scans_nearly_all_find_their_originals_and_no_other() -> None:
    scans = {f"{seed:02}-scan": misread(a_text(seed), share=0.08, seed=seed) for seed in range(40)}
    found = groups_of({f"{seed:02}-typed": a_text(seed) for seed in range(40)} | scans, scanned=[*scans])

    assert all(len({id[:2] for id in group}) == 1 for group in found)
    assert len(found) >= 38


def test_forms_of_one_template_are_no_copies_of_each_other() -> None:
    assert [] == groups_of({f"{seed:02}": a_permit(seed) for seed in range(40)})


def test_a_form_with_one_changed_value_is_a_copy_and_those_of_others_are_not() -> None:
    forms = {f"{seed:02}": a_permit(seed) for seed in range(40)}
    other_town = next(town for town in TOWNS if town not in forms["07"])

    assert [{"07", "07 changed"}] == groups_of(forms | {"07 changed": a_permit(7, town=other_town)})


def test_a_form_that_was_scanned_again_is_a_copy_of_its_own_sheet() -> None:
    forms = {f"{seed:02}": a_permit(seed) for seed in range(20)}
    scans = {f"{seed:02} scan": misread(a_permit(seed), share=0.03, seed=seed) for seed in range(20)}

    found = groups_of(forms | scans, scanned=[*scans])

    assert all(len({id[:2] for id in group}) == 1 for group in found)
    assert len(found) >= 19


def test_two_forms_are_told_apart_by_their_labelled_values_where_nothing_else_tells_what_is_printed() -> None:
    printed = a_text(3, words=60)
    forms = [
        f"الاسم: {one}\nالمهنة: {two}\nالبلدة: {three}\n{printed}"
        for one, two, three in (["زيد", "نجار", "جديدة"], ["عمرو", "حداد", "عتيقة"])
    ]

    assert [] == groups_of({"a": forms[0], "b": forms[1]})
    assert [{"a", "b"}] == groups_of({"a": forms[0], "b": forms[0].replace("نجار", "حداد")})


def test_letters_of_one_letterhead_are_no_copies() -> None:
    assert [] == groups_of({f"{seed}": f"{a_text(9, words=90)}\n{a_text(20 + seed, words=15)}" for seed in range(9)})
    assert [] == groups_of({f"{seed}": f"{a_text(9, words=90)}\n{a_text(20 + seed, words=15)}" for seed in range(2)})


def test_a_circular_is_one_letter_whoever_it_is_addressed_to() -> None:
    letters = {f"{seed:02}": f"العدد: {seed}\nإلى: {a_text(seed, words=3)}\n{a_text(50, words=60)}" for seed in range(30)}

    assert [set(letters)] == groups_of(letters)


def test_registers_of_the_same_people_are_no_copies_where_every_sum_differs() -> None:
    names = a_text(4, words=40).split()
    months = {
        f"{month}": "\n".join(f"{name} {Random(month * 99 + row).randrange(20, 900)}" for row, name in enumerate(names))
        for month in range(8)
    }

    assert [] == groups_of(months)


def test_one_changed_version_of_a_letter_that_is_there_often_is_still_a_copy() -> None:
    letters = {f"{number}": a_text(5) + " ختم" * number for number in range(8)}
    changed = a_text(5).split()
    changed[60] = "خمسة"

    assert [{*letters, "changed"}] == groups_of(letters | {"changed": " ".join(changed)})


def test_texts_of_a_few_dozen_words_are_copies_when_they_were_typed_anew_and_only_then() -> None:
    lexicon = a_text(7, words=36).split()
    logs = {f"{seed:03}": " ".join(Random(seed).choices(lexicon, k=70)) for seed in range(160)}
    typed = {f"{seed:03} anew": misread(logs[f"{seed:03}"], share=0.02, seed=seed) for seed in range(0, 160, 8)}

    assert [{id[:3], id} for id in typed] == sorted(groups_of(logs | typed), key=min)


def test_groups_do_not_depend_on_the_order_in_which_texts_come() -> None:
    texts = {f"{seed}{copy}": misread(a_text(seed), share=0.01, seed=copy) for seed in range(5) for copy in range(4)}

    assert groups_of(texts) == groups_of(dict(reversed(texts.items())))


def test_likeness_does_not_wander_from_text_to_text() -> None:
    words = a_text(1, words=300).split()

    found = groups_of({f"{start:03}": " ".join(words[start : start + 100]) for start in range(0, 200, 8)})

    assert all(int(max(group)) - int(min(group)) <= 24 for group in found)


@pytest.mark.parametrize("text", ["واحد " * 4000, "ش" * 9000, "؟! " * 500, "\ud800 " * 30, "12 " * 300, ""])
def test_texts_in_no_language_are_compared_like_any(text: str) -> None:
    found = groups_of({"a": text, "b": text + " ختم", "c": a_text(1)})

    assert all("c" not in group for group in found)


def test_thousands_of_the_same_text_are_compared_with_one_of_them_only() -> None:
    read: list[str] = []
    text = compared_text([a_text(1)], is_scan=False)
    signed = signature(text.words)

    def reading(ids: Sequence[str]) -> Iterator[tuple[str, ComparedText]]:
        read.extend(ids)
        return ((id, text) for id in ids)

    pairs = near_pairs([(f"{number:05}", signed) for number in range(3000)], reading)

    assert (2999, {"00000"}) == (len(pairs), {pair.of for pair in pairs})
    assert len(read) <= 3 * 3000


def test_two_of_a_kind_that_is_decided_otherwise_are_not_read_and_one_of_them_is_held_against_others() -> None:
    asked: list[str] = []
    texts = {id: a_permit(seed) for seed, id in enumerate("abcdefgh")}
    texts |= {"x": misread(texts["c"], share=0.02), "y": a_text(77)}
    signed = [(id, signature(folded_words(text))) for id, text in texts.items()]

    def read(ids: Sequence[str]) -> Iterator[tuple[str, ComparedText]]:
        asked.extend(ids)
        return ((id, compared_text([texts[id]], is_scan=id == "x")) for id in ids)

    permits = dict.fromkeys("abcdefgh", 1)

    assert () == near_pairs([each for each in signed if each[0] in permits], read, decided=permits)
    assert [] == asked
    assert [("x", "c")] == [(pair.copy, pair.of) for pair in near_pairs(signed, read, scanned={"x"}, decided=permits)]
    assert "y" not in asked
