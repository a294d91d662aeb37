import math
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.entities.network.association import benjamini_hochberg
from kashf.entities.network.fixed_margins import chances


def test_the_worked_example_is_met_where_all_documents_are_alike() -> None:
    """22,000 files, a name in 400, a place in 660, both in 60."""
    found = chances({1: 400}, {1: 21_600}, names={660: 30, 11: 200}, asked=[(660, 60)])[660, 60]

    assert pytest.approx(12) == found.expected
    assert pytest.approx(3.87e-25, rel=2e-3) == found.tail


@given(st.integers(2, 40).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n - 1), st.integers(1, n - 1))))
def test_among_documents_that_are_alike_it_is_the_hypergeometric_tail(drawn: tuple[int, int, int]) -> None:
    documents, first, second = drawn
    for both in range(max(0, first + second - documents), min(first, second) + 1):
        ways = sum(
            math.comb(first, common) * math.comb(documents - first, second - common) for common in range(both, min(first, second) + 1)
        )
        found = chances({3: first}, {3: documents - first}, names={second: 9}, asked=[(second, both)])

        assert pytest.approx(ways / math.comb(documents, second), rel=1e-6) == found[second, both].tail


def test_documents_are_drawn_by_their_weights_and_without_repetition() -> None:
    """Three documents of the first name, one of them with room for five others, and four elsewhere: every choice of two, weighed."""
    inside, outside, names = {5: 1, 1: 2}, {1: 4}, {2: 4, 1: 3}
    found = chances(inside, outside, names=names, asked=[(2, 1), (2, 2)])

    # The weights of the two sizes follow from one tail; the other must agree.
    def share(ratio: float, least: int) -> float:
        weights = [ratio, 1, 1, 1, 1, 1, 1]
        every = [(pair, weights[pair[0]] * weights[pair[1]]) for pair in combinations(range(7), 2)]
        return sum(weight for pair, weight in every if sum(place < 3 for place in pair) >= least) / sum(weight for _, weight in every)

    low, high = 1.0, 1000.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if share(middle, 2) < found[2, 2].tail else (low, middle)
    assert pytest.approx(share(low, 1), rel=1e-6) == found[2, 1].tail


def test_a_register_with_room_for_everybody_makes_nobody_a_friend() -> None:
    plain = chances({2: 3}, {2: 97}, names={3: 66}, asked=[(3, 3)])[3, 3].tail
    in_register = chances({60: 3}, {2: 97}, names={3: 120}, asked=[(3, 3)])[3, 3].tail

    assert plain < 1e-4
    assert in_register > 0.05


def test_a_name_that_stands_everywhere_stands_there_by_no_accident_worth_telling() -> None:
    assert 1.0 == chances({1: 4}, {1: 6}, names={10: 1}, asked=[(10, 4)])[10, 4].tail


def test_very_frequent_and_rare_names_are_told_from_one_another_in_one_go() -> None:
    found = chances({4: 900}, {4: 9100}, names={3000: 10, 40: 200, 2: 1000}, asked=[(3000, 500), (3000, 270), (40, 12), (2, 2)])

    assert found[3000, 500].tail < 1e-60
    assert 0.4 < found[3000, 270].tail < 0.6
    assert pytest.approx(0.09**2, rel=0.02) == found[2, 2].tail


def test_permuted_cases_with_both_margins_kept_show_no_links_to_speak_of() -> None:
    """Names strewn over registers and notes, exchanged at random between documents (curveball): at most one case in twenty shows a link."""
    shown = sum(min(benjamini_hochberg(_permuted_chances(seed))) <= 0.05 for seed in range(20))

    assert shown <= 1


def _permuted_chances(seed: int) -> list[float]:
    rng = np.random.default_rng(seed)
    rows = [set(rng.choice(80, 30 if rng.random() < 0.1 else rng.integers(1, 4), replace=False).tolist()) for _ in range(120)]
    for _ in range(600):
        one, two = rng.choice(len(rows), 2, replace=False)
        pool = [*(rows[one] - rows[two]), *(rows[two] - rows[one])]
        rng.shuffle(pool)
        cut, both = len(rows[one] - rows[two]), rows[one] & rows[two]
        rows[one], rows[two] = both | set(pool[:cut]), both | set(pool[cut:])
    documents = Counter(name for row in rows for name in row)
    asked = max(documents, key=lambda name: (documents[name], name))
    del documents[asked]
    inside, outside = (Counter(len(row - {asked}) for row in rows if (asked in row) is has and row - {asked}) for has in (True, False))
    both = Counter(name for row in rows if asked in row for name in row - {asked})
    found = chances(inside, outside, names=Counter(documents.values()), asked={(documents[name], both[name]) for name in both})
    return [found[documents[name], both[name]].tail if name in both else 1.0 for name in documents]
