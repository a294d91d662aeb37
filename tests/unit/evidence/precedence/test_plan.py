import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import UsageError
from kashf.evidence.precedence.plan import FORMAT, Choices, Plan, check_rule, read_plan
from kashf.evidence.precedence.tables import Setup

PLAN = Plan(
    orders_sha256="a" * 64,
    events_sha256="b" * 64,
    orders="orders.csv",
    events="events.csv",
    rule="every letter of 2031 that orders a withdrawal",
    choices=Choices(actors=("الجيش الشمالي",)),
    frozen="2031-06-01T00:00:00Z",
    runs_before=0,
)


@given(
    st.builds(
        Setup,
        window=st.tuples(st.integers(1, 9), st.integers(9, 30)),
        reach=st.integers(30, 90),
        onset=st.integers(0, 60),
        radii_km=st.lists(st.floats(0, 500), min_size=1, max_size=3).map(tuple),
    ),
    st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=3),
    st.floats(0.0001, 0.05),
)
def test_a_plan_that_was_written_is_read_as_it_was(setup: Setup, actors: list[str], alpha: float) -> None:
    plan = replace(PLAN, choices=Choices("", setup, tuple(actors), (), alpha), controls="leave.csv", controls_sha256="c" * 64)

    assert plan == read_plan(plan.canonical())
    assert plan.sha256 == read_plan(plan.canonical() + b"\n").sha256


def test_the_hash_is_that_of_the_file_and_says_which_format() -> None:
    assert FORMAT == json.loads(PLAN.canonical())["format"]
    assert "e" * 64 != PLAN.sha256 != replace(PLAN, choices=replace(PLAN.choices, alpha=0.01)).sha256
    assert 64 == len(PLAN.sha256)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        PLAN.canonical()[:-1],
        PLAN.canonical().replace(b'"seed":0', b'"seed":"x"'),
        PLAN.canonical().replace(b'"seed":0,', b""),
        PLAN.canonical().replace(b'"alpha":"0.05"', b'"alpha":"0.2"'),
        PLAN.canonical().replace(b'"window":[1,7]', b'"window":[1,7,9]'),
        PLAN.canonical().replace(b'"window":[1,7]', b'"window":7'),
        PLAN.canonical().replace(b'"types":[]', b'"types":"attack"'),
        PLAN.canonical().replace(FORMAT.encode(), b"kashf-precedence-plan-9"),
    ],
)
def test_what_is_no_plan_is_refused(content: bytes) -> None:
    with pytest.raises(UsageError, match="plan"):
        read_plan(content)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"runs_before":0', b'"runs_before": 0'),
        (b'"seed":0', b'"seed":"0"'),
        (b'"alpha":"0.05"', b'"alpha":"0.050"'),
        (b'"seed":0', b'"seed":0,"note":"also"'),
    ],
)
def test_a_plan_that_was_changed_in_any_way_is_refused(old: bytes, new: bytes) -> None:
    with pytest.raises(UsageError, match="changed after it was frozen"):
        read_plan(PLAN.canonical().replace(old, new))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("mapping", "ucdp"),
        ("setup", Setup(reach=45)),
        ("actors", ()),
        ("types", ("strike",)),
        ("alpha", 0.1),
        ("seed", 1),
    ],
)
def test_every_choice_that_is_made_otherwise_is_a_departure(name: str, other: object) -> None:
    choices = replace(PLAN.choices, **{name: other})

    assert (name,) == PLAN.departures(replace(PLAN, choices=choices))


@pytest.mark.parametrize("name", ["orders_sha256", "events_sha256"])
def test_another_table_is_a_departure(name: str) -> None:
    assert (name,) == PLAN.departures(replace(PLAN, **{name: "c" * 64}))


def test_where_files_lie_and_when_it_was_frozen_are_no_departures() -> None:
    moved = replace(PLAN, orders="/elsewhere/orders.csv", events="", rule="", frozen="", runs_before=3)

    assert () == PLAN.departures(moved)


def test_a_rule_says_something_or_is_left_out() -> None:
    assert "every letter that orders a withdrawal" == check_rule("  every letter that orders a withdrawal ")
    assert "" == check_rule("   ")
    for rule in ("all", "x" * 4001):
        with pytest.raises(UsageError, match="by which rule"):
            check_rule(rule)
