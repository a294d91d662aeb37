"""What a clause does with its act: the strongest word for it, and what only looks like one."""

from __future__ import annotations

import pytest

from kashf.events.letters.forces.clause_force import clause_force
from kashf.language.words.folding import fold


@pytest.mark.parametrize(
    ("clause", "code"),
    [
        ("نأمل عدم منح أي رخصة", "forbid"),
        ("عدم السفر ليلا", "forbid"),
        ("لا يحق له حمل السلاح", "forbid"),
        ("Do not give it to anyone", "forbid"),
        ("no convoy may cross the bridge", "forbid"),
        ("he is not authorized to carry arms", "forbid"),
        ("he may travel to the mill", "permit"),
        ("نأمل نقل المضخات", "order"),
        ("أعلمونا بما تم", "order"),
    ],
)
def test_not_before_an_act_forbids_it(clause: str, code: str) -> None:
    found = clause_force(fold(clause), 0, len(fold(clause)), is_upwards=False)

    assert found is not None
    assert code == found.code


@pytest.mark.parametrize(
    "clause", ["on 3 May 2013 armed men came", "in May the crates left", "لعدم وجود وقود في المخزن", "السلام عليكم ورحمة الله"]
)
def test_months_absences_and_greetings_do_nothing(clause: str) -> None:
    assert clause_force(fold(clause), 0, len(fold(clause)), is_upwards=False) is None
