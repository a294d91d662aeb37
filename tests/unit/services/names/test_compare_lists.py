from __future__ import annotations

import io

import pytest

from kashf.domain.reasons import ReasonCode
from kashf.errors import UsageError
from kashf.services.names.compare_lists import compare_pairs, match_names, read_names, read_pairs

LIST = [(1, "أبو محمد العدناني"), (2, "أبو محمد الشمالي"), (3, "خالد الحداد"), (5, "أبو محمد الشمالي"), (6, "الشمالي")]


def _pairs(untrusted: bytes) -> list[tuple[str, str]]:
    return list(read_pairs(io.BytesIO(untrusted), name="pairs.tsv", passed_over=pytest.fail))


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b""])
def test_pairs_are_read_with_any_line_end_and_a_byte_order_mark(ending: bytes) -> None:
    assert [("Omar", "عمر")] == _pairs(b"\xef\xbb\xbf" + "Omar\tعمر".encode() + ending)


def test_empty_lines_are_passed_over_but_counted() -> None:
    assert [(2, "Omar"), (4, "Nadir")] == list(read_names(io.BytesIO(b"\n Omar \n\r\nNadir"), name="names"))


def test_a_pair_may_have_an_empty_side() -> None:
    assert [("Omar", "")] == _pairs(b"Omar\t\n")


@pytest.mark.parametrize(
    ("untrusted", "said"),
    [
        (b"Omar\tNadir\n\nOmar\t\xc7\xe1\n", "pairs.tsv, line 3: not UTF-8"),
        ("Omar\tNadir".encode("utf-16"), "pairs.tsv, line 1: not UTF-8"),
        (b"x" * 100_000, "pairs.tsv, line 1: longer than 65,536 bytes"),
    ],
)
def test_a_line_that_is_no_pair_is_refused_by_its_number(untrusted: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        _pairs(untrusted)


def test_a_line_with_one_column_is_told_by_its_number_and_passed_over() -> None:
    told: list[int] = []

    pairs = list(read_pairs(io.BytesIO(b"Omar\tNadir\nOmar\nC\tD\n"), name="pairs", passed_over=told.append))

    assert ([("Omar", "Nadir"), ("C", "D")], [2]) == (pairs, told)


@pytest.mark.parametrize("heading", ["name_a\tname_b\tlabel", "Name A\tName B", "الاسم الأول\tالاسم الثاني", "\ufeffquery\tlisted"])
def test_a_line_of_headings_and_further_columns_are_passed_over(heading: str) -> None:
    assert [("Omar", "عمر"), ("A", "B")] == _pairs(f"{heading}\nOmar\tعمر\t1\tkind\n\nA\tB\n".encode())


def test_a_byte_order_mark_on_a_later_line_is_no_part_of_a_name() -> None:
    assert [("Omar", "عمر"), ("Nadir", "نادر")] == _pairs("\ufeffOmar\tعمر\n\ufeffNadir\tنادر\n".encode())


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Samer al-Wardi", "سامر الوردي", "same"),
        ("Samer", "سامر", "asked"),
        ("Samer al-Wardi", "سامر القطربي", "other"),
        ("", "سامر", "other"),
    ],
)
def test_a_pair_has_its_verdict(left: str, right: str, verdict: str) -> None:
    assert [verdict] == [pair.verdict for pair in compare_pairs([(left, right)])]


@pytest.mark.parametrize(("left", "right"), [("al-", "ال"), ("Sheikh", "الشيخ"), ("x" * 300 + "y", "x" * 300 + "z")])
def test_names_that_say_nobody_or_were_cut_are_asked_about_and_it_is_said_why(left: str, right: str) -> None:
    (pair,) = compare_pairs([(left, right)])

    assert ("asked", True) == (pair.verdict, (*pair.doubts, *pair.warning)[0].code in {ReasonCode.NO_NAME, ReasonCode.CUT})


def test_the_right_name_is_found_among_hundreds_that_sound_like_it() -> None:
    letters = "اويهت"
    likes = [f"م{a}ر{b}ت{c}" for a in letters for b in letters for c in letters]
    names = list(enumerate([*likes, *(f"{like}ا" for like in likes), "ماريتو"], 1))

    (found,), (of_all,) = match_names(["marito"], names, top=1), match_names(["marito"], names, top=1000)

    assert of_all.hits[0] == found.hits[0]


def test_pairs_are_compared_in_order() -> None:
    found = list(compare_pairs([("Omar", "عمر"), ("Omar", "علي")]))

    assert [("Omar", "عمر", True), ("Omar", "علي", False)] == [(pair.a, pair.b, pair.score > 0.5) for pair in found]


def test_the_best_hits_come_first_and_doubles_in_the_order_of_the_list() -> None:
    (found,) = match_names(["Abu Mohammed al-Shamali"], LIST, top=10)

    assert [2, 5, 6] == [hit.line for hit in found.hits]
    assert found.hits[0].score == found.hits[1].score > found.hits[2].score


def test_no_more_hits_come_than_were_asked_for() -> None:
    (found,) = match_names(["Abu Mohammed al-Shamali"], LIST, top=1)

    assert ["أبو محمد الشمالي"] == [hit.name for hit in found.hits]


def test_a_hit_says_why_of_every_part() -> None:
    (found,) = match_names(["Khaled Haddad"], LIST, top=1)

    assert ("ism", ReasonCode.TWO_SCRIPTS) in [(reason.part, reason.code) for reason in found.hits[0].why]


def test_a_name_that_is_not_in_the_list_has_no_hits() -> None:
    assert [(), ()] == [found.hits for found in match_names(["Zubayr Qatrabi", "?!"], LIST, top=3)]


def test_an_empty_list_has_no_hits() -> None:
    assert [()] == [found.hits for found in match_names(["Omar"], [], top=3)]
