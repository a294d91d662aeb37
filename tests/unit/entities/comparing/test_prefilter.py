from __future__ import annotations

import numpy as np
import pytest

from kashf.entities.comparing.compare import Block, first_pass, first_pass_block, prepare
from kashf.entities.comparing.prefilter import WORTH_COMPARING

NAMES = [
    prepare(name)
    for name in (
        "أبو محمد الشمالي",
        "Abu Mohammed al-Shamali",
        "خالد الحداد",
        "Khalid Haddad",
        "Nadir",
        "",
        "م. الشمالي",
        "Nour Trading LLC",
    )
]


def test_names_in_two_scripts_pass_and_strangers_do_not() -> None:
    assert (1.0, 0.0) == (first_pass(NAMES[0], NAMES[1]), first_pass(NAMES[0], NAMES[3]))


@pytest.mark.parametrize(
    ("left", "right"),
    [("Djamal Qatrabi", "جمال القطربي"), ("أبو محمد القطربي", "أبو محمد الفطربي"), ("Gamal", "Cemal"), ("Abdulrahman", "عبد الرحمن")],
)
def test_what_may_be_one_name_passes(left: str, right: str) -> None:
    assert first_pass(prepare(left), prepare(right)) >= WORTH_COMPARING


def test_a_block_says_of_each_pair_what_the_pair_alone_says() -> None:
    expected = [[first_pass(left, right) for right in NAMES] for left in NAMES]

    assert np.allclose(expected, first_pass_block(NAMES, NAMES), atol=1e-5)


def test_a_block_of_nothing_has_no_pairs() -> None:
    assert [(0, 2), (2, 0)] == [first_pass_block([], NAMES[:2]).shape, first_pass_block(NAMES[:2], []).shape]


def test_candidates_are_those_that_share_the_most_when_there_are_too_many() -> None:
    block = Block([prepare(name) for name in ("Omar Haddad", "Khaled Haddad", "Haddad", "Khaled Walid Haddad", "Nadir")])

    assert ([0, 1, 2, 3], [1]) == (block.candidates(NAMES[3], most=9), block.candidates(prepare("Khaled Haddad"), most=1))
