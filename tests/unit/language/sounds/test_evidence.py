import itertools

import pytest

from kashf.language.sounds.evidence import (
    AGREED,
    APART,
    LEAST_NATS,
    MOST_NATS,
    MOVES,
    SURE,
    arabic_numbers,
    cuts,
    evidence,
    latin_numbers,
    learned,
    row,
    weighed,
)

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def test_the_table_knows_every_letter_of_both_scripts() -> None:
    assert set(LETTERS) <= set(arabic_numbers())
    assert set("abcdefghijklmnopqrstuvwxyz") <= set(latin_numbers())


def test_the_table_pairs_only_chunks_of_widths_that_may_lie_side_by_side() -> None:
    widths = {(len(arabic.strip("^$")), len(latin.strip("^$"))) for arabic, entries in learned().items() for latin in entries}

    assert widths <= set(MOVES)


@pytest.mark.parametrize(("letter", "latin"), [("ش", "sh"), ("خ", "kh"), ("ث", "th"), ("ف", "v"), ("ب", "p"), ("ج", "j"), ("غ", "g")])
def test_the_table_when_a_letter_has_a_usual_spelling_then_it_speaks_for_it(letter: str, latin: str) -> None:
    assert learned()[letter][latin] > 0


def test_row_when_a_marked_chunk_has_no_entry_then_the_bare_one_counts() -> None:
    bare = next(
        (arabic, latin)
        for arabic, entries in learned().items()
        for latin in entries
        if f"{latin}$" in latin_numbers()
        and f"{latin}$" not in entries
        and arabic
        and "^" not in arabic + latin
        and "$" not in arabic + latin
    )

    assert learned()[bare[0]][bare[1]] == row(arabic_numbers()[bare[0]])[latin_numbers()[f"{bare[1]}$"]]


@pytest.mark.parametrize(
    ("arabic", "latin", "other"),
    [
        ("الشمالي", "Shamali", "Salmani"),
        ("كوفاتش", "Kovač", "Kovalenko"),
        ("تشرشل", "Churchill", "Marshall"),
        ("خوان", "Juan", "Johann"),
        ("شميدت", "Schmidt", "Smith"),
        ("بيزوس", "Bezos", "Pesos"),
    ],
)
def test_evidence_when_a_name_is_written_as_usual_then_it_says_more_than_another_name(arabic: str, latin: str, other: str) -> None:
    assert evidence(arabic, latin) > evidence(arabic, other)


@pytest.mark.parametrize(("arabic", "latin"), [("", "a"), ("ا", ""), ("", "")])
def test_evidence_when_a_side_has_no_letters_then_it_says_nothing(arabic: str, latin: str) -> None:
    assert evidence(arabic, latin) == 0


def test_evidence_is_the_best_of_all_cuts() -> None:
    def best(left: str, right: str, at: tuple[int, int] = (0, 0)) -> float:
        i, j = at
        if at == (len(left), len(right)):
            return 0
        return max(
            worth(left, right, (i, i + p), (j, j + q)) + best(left, right, (i + p, j + q))
            for p, q in MOVES
            if i + p <= len(left) and j + q <= len(right)
        )

    def worth(left: str, right: str, here: tuple[int, int], there: tuple[int, int]) -> float:
        numbers = []
        for word, (start, end), known in ((left, here, arabic_numbers()), (right, there, latin_numbers())):
            chunk = cuts(word, end)[end - 1][end - start - 1] if end > start else ""
            numbers.append(known.get(chunk, known.get(chunk.strip("^$"), len(known))))
        return row(numbers[0])[numbers[1]]

    for arabic, latin in (("شمس", "shams"), ("تشيخ", "tchekh"), ("ج", "dzh"), ("ضوء", "do")):
        assert pytest.approx(best(arabic, latin) / 100 / len(arabic + latin)) == evidence(arabic, latin)


def test_weighed_when_likeness_or_evidence_grows_then_so_does_the_answer() -> None:
    steps = [step / 100 for step in range(100)]
    for nats in (-2.0, LEAST_NATS, 0.0, 0.3, MOST_NATS, 2.0):
        answers = [weighed(likeness, nats) for likeness in steps]
        assert answers == sorted(answers)
    for likeness in (APART, 0.5, 0.84, AGREED, 0.99):
        answers = [weighed(likeness, nats / 10) for nats in range(-10, 11)]
        assert answers == sorted(answers)


def test_weighed_when_evidence_is_not_sure_then_it_does_not_overrule_the_hand_set_costs() -> None:
    for likeness, nats in itertools.product((0.3, 0.6, 0.849, AGREED, 0.9, 0.99), (-9.0, -0.1, 0.0, SURE - 0.001)):
        assert (likeness >= AGREED) == (weighed(likeness, nats) >= AGREED - 1e-9)
        assert 0 <= weighed(likeness, nats) <= 0.99 + 1e-9


def test_weighed_when_evidence_is_sure_then_words_that_are_rather_alike_are_one_name() -> None:
    assert weighed(0.75, SURE) >= AGREED > weighed(0.5, MOST_NATS)
