"""What the counter of steps can tell apart, since other tests rest on it."""

from __future__ import annotations

import sys

import pytest

from tests.counting import steps


def _in_proportion(size: int) -> int:
    return sum(1 for _ in range(size))


def _pairs(size: int) -> int:
    return sum(1 for _ in range(size) for _ in range(size))


def test_twice_the_work_is_twice_the_steps_and_pairs_are_four_times() -> None:
    assert steps(lambda: _in_proportion(1000)) == pytest.approx(2 * steps(lambda: _in_proportion(500)), rel=0.02)
    assert steps(lambda: _pairs(100)) == pytest.approx(4 * steps(lambda: _pairs(50)), rel=0.05)


def test_counting_ends_with_the_work_even_when_it_fails() -> None:
    before = sys.gettrace()
    with pytest.raises(ZeroDivisionError):
        steps(lambda: 1 // 0)

    assert before is sys.gettrace()
