from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import RecordId
from kashf.domain.ids import DocumentId
from kashf.entities.form_people.compare_people import PersonVerdict, compare_people
from kashf.entities.form_people.people_pairs import MOST_ALIKE, people_pairs
from kashf.entities.form_people.told_person import ToldPerson

_GIVEN = ("سالم", "خالد", "ياسر", "عمر", "ناصر", "وليد", "كريم", "بشير", "جابر", "طارق", "فارس", "حمزة")
_FAMILY = ("القوري", "الجبلي", "الهضابي", "النوراني", "الظهراوي", "البيدري", "الكمائي", "الرملي", "السهلي", "الغابي")


def told(at: int, name: str, *, mother: str = "", born: str = "", phone: str = "") -> ToldPerson:
    birth = FuzzyDate.parse(born) if born else UNDATED
    return ToldPerson(RecordId(DocumentId(f"{at:064x}")), name, mother, birth, frozenset(filter(None, [phone])))


def crowd(count: int) -> list[ToldPerson]:
    """Return as many men, each of three names and a birth of his own."""
    sizes = len(_GIVEN), len(_FAMILY)
    names = (f"{_GIVEN[at % sizes[0]]} {_GIVEN[at // sizes[0] % sizes[0]]} {_FAMILY[at // 7 % sizes[1]]}" for at in range(count))
    return [told(at, name, born=f"{1970 + at % 31}-{1 + at % 12:02}-{1 + at % 27:02}") for at, name in enumerate(names)]


def test_forms_of_one_name_telephone_or_mother_are_held_against_each_other() -> None:
    people = [
        told(0, "سالم حسن القوري", mother="مريم", born="1990"),
        told(1, "Salim Hasan al-Quri"),
        told(2, "ياسر عمر الجبلي", phone="1"),
        told(3, "", phone="1"),
        told(4, "", mother="مريم", born="1990-02"),
        told(5, "وليد كريم النوراني"),
    ]

    found = people_pairs(people)

    assert {(0, 1), (2, 3), (0, 4)} == set(found.open)
    assert {3, 4} == found.uncompared


def test_namesakes_that_something_tells_apart_are_told() -> None:
    people = [told(0, "سالم القوري", born="1990"), told(1, "سالم القوري", born="1970")]

    found = people_pairs(people)

    assert ({}, {(0, 1)}) == (found.open, set(found.namesakes))


def test_a_name_that_too_many_have_is_a_crowd_and_said() -> None:
    found = people_pairs([told(at, "سالم القوري") for at in range(MOST_ALIKE + 1)])

    assert (0, MOST_ALIKE) == (found.compared, len(found.uncompared))


def test_a_given_name_alone_may_be_of_all_who_have_it() -> None:
    found = people_pairs([told(0, "سالم"), told(1, "سالم حسن القوري"), told(2, "سالم عمر الجبلي"), told(3, "وليد كريم النوراني")])

    assert {(0, 1), (0, 2)} == {pair for pair in found.open if 0 in pair}


def test_comparisons_grow_with_the_forms_and_not_with_their_square() -> None:
    few, many = (people_pairs(crowd(count)).compared for count in (700, 1400))

    assert many < 3 * max(few, 1400)


def test_the_order_of_forms_says_nothing() -> None:
    people = [*crowd(40), told(90, "سالم سالم القوري", born="1970")]
    there, back = people_pairs(people), people_pairs(people[::-1])
    last = len(people) - 1

    turned = {(last - right, last - left): each.verdict for (left, right), each in back.open.items()}

    assert {pair: each.verdict for pair, each in there.open.items()} == turned
    assert PersonVerdict.APART not in set(turned.values())


def test_namesakes_born_apart_of_other_mothers_are_not_held_against_each_other_one_by_one() -> None:
    mothers = [f"{first} {last}" for first in ("مريم", "زينب", "هدى") for last in _FAMILY]
    people = [told(at, "سالم القوري", mother=mother, born=f"{1960 + at}-02-03") for at, mother in enumerate(mothers)]

    found = people_pairs(people)

    assert (0, {}, (tuple(range(len(people))),)) == (found.compared, found.open, found.namesakes)


@pytest.mark.parametrize("seed", range(4))
def test_no_pair_of_one_name_that_may_be_one_man_is_passed_over(seed: int) -> None:
    rng = Random(seed)
    days = ("", "1990", "1990-05", "1990-05-02", "1990-05-03", "1411-01", "1971", "..1980")
    people = [
        told(
            at, "سالم حسن القوري", mother=rng.choice(["", "مريم الجبلي", "مريم", "هدى"]), born=rng.choice(days), phone=rng.choice(["", "1"])
        )
        for at in range(25)
    ]
    each_with_each = {pair: compare_people(people[pair[0]], people[pair[1]]) for pair in combinations(range(len(people)), 2)}

    assert {pair for pair, each in each_with_each.items() if each.verdict is not PersonVerdict.APART} == set(people_pairs(people).open)
