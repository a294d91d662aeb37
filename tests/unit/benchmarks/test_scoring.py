"""The figures that the benchmark of names prints."""

import random

import numpy as np
import pytest

from benchmarks.names.damage import damage
from benchmarks.names.people import make_people
from benchmarks.names.scoring import area_under_curve, mean_and_spread, places, recall_at, recall_at_false_positives


def test_the_area_under_the_curve_is_the_share_of_pairs_in_order_with_ties_for_half() -> None:
    assert area_under_curve([0.9, 0.5], [0.5, 0.1]) == pytest.approx((1 + 1 + 0.5 + 1) / 4)


def test_recall_counts_right_pairs_above_what_one_wrong_pair_in_a_hundred_reaches() -> None:
    wrong = [*[0.1] * 98, 0.6, 0.9]

    assert recall_at_false_positives([0.95, 0.7, 0.5, 0.05], wrong, rate=0.01) == pytest.approx(0.5)


def test_a_score_that_too_many_wrong_pairs_share_recalls_nothing() -> None:
    assert recall_at_false_positives([1.0, 1.0], [1.0] * 5 + [0.0] * 95, rate=0.01) == 0


def test_an_answer_that_ties_with_others_counts_as_often_as_chance_puts_it_first() -> None:
    scores = np.array([0.9, 0.5, 0.5, 0.5, 0.1])

    found = [places(scores, 1)]

    assert found == [(1, 3)]
    assert [recall_at(found, k) for k in (1, 2, 4, 10)] == pytest.approx([0, 1 / 3, 1, 1])


def test_one_seed_has_no_spread() -> None:
    assert mean_and_spread([0.5]) == (0.5, 0.0)


def test_made_up_people_are_the_same_for_the_same_seed_and_share_no_pair_of_telling_parts() -> None:
    people = make_people(150, seed=3, seen={})
    pairs = [frozenset((person.parts["ism"].arabic, person.parts["nisba"].arabic)) for person in people]

    assert people == make_people(150, seed=3, seen={})
    assert len(set(pairs)) == len(people)


def test_damage_leaves_a_name_that_is_not_empty() -> None:
    hurt = [damage("أبو عامر الدلهمي", random.Random(seed)) for seed in range(200)]

    assert all(abs(len(name) - 16) <= 2 and name[0] for name in hurt)
    assert sum(name == "أبو عامر الدلهمي" for name in hurt) < 20
