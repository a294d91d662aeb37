from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from kashf.cli.commands import precedence
from kashf.errors import BadPathError, UsageError
from kashf.evidence.precedence.rows.inputs import EVENT_COLUMNS, ORDER_COLUMNS
from tests.stories.command import kashf, kashf_json
from tests.unit.evidence.precedence.made import ELSEWHERE, event_rows, order_rows

Capture = pytest.CaptureFixture[str]
RULE = "every letter of 2031 that orders a withdrawal"
ATTACKS = [(town, 100 + 17 * town) for town in range(10)]
FORESEEN = order_rows([(town, when - 3) for town, when in ATTACKS])
EVENTS = event_rows([(90, 0), *ATTACKS, *ELSEWHERE, (90, 399)])


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))


def _write(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return path


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    return _write(tmp_path / "orders.csv", FORESEEN)


@pytest.fixture
def events(tmp_path: Path) -> Path:
    return _write(tmp_path / "events.csv", EVENTS)


def test_a_finding_exits_with_0_and_none_with_1(orders: Path, events: Path, tmp_path: Path, capsys: Capture) -> None:
    after = _write(tmp_path / "after.csv", order_rows([(town, when + 1) for town, when in ATTACKS]))

    assert 0 == precedence.command(orders, events)
    assert 1 == precedence.command(after, events)
    assert "No effect found" in capsys.readouterr().out


def test_json_is_one_object_with_the_numbers(orders: Path, events: Path, capsys: Capture) -> None:
    precedence.command(orders, events, as_json=True)

    answer = json.loads(capsys.readouterr().out)
    assert ("before", True, 10, 10, [1, 7]) == (
        answer["verdict"],
        answer["before"],
        answer["hits"],
        answer["n_used"],
        answer["setup"]["window"],
    )
    assert pytest.approx((7 / 61) ** 10) == answer["p_calendar"]
    assert {"id", "hit", "chance", "lead_days"} <= answer["per_order"][0].keys()


def test_the_first_line_says_that_there_was_no_plan(orders: Path, events: Path, capsys: Capture) -> None:
    precedence.command(orders, events)

    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("No plan was frozen")
    assert second.startswith("Events began after these orders")


def test_a_plan_is_frozen_then_run_and_its_hash_stands_in_the_answer(orders: Path, events: Path, tmp_path: Path, capsys: Capture) -> None:
    plan, page = tmp_path / "plan.json", tmp_path / "result.html"

    assert 0 == precedence.command(orders, events, freeze=plan, rule=RULE, reach=21)
    frozen = capsys.readouterr().out.strip()
    assert 0 == precedence.command(plan=plan, html=page, as_json=True)

    answer = json.loads(capsys.readouterr().out)
    assert (frozen, "", 21, RULE) == (answer["plan_sha256"], answer["notice"], answer["setup"]["reach"], answer["rule"])
    assert frozen in page.read_text(encoding="utf-8")


def test_a_plan_file_that_is_there_is_not_written_over(orders: Path, events: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text("mine", encoding="utf-8")

    with pytest.raises(BadPathError, match="not written over"):
        precedence.command(orders, events, freeze=plan, rule=RULE)
    assert "mine" == plan.read_text(encoding="utf-8")


def test_a_plan_that_was_changed_says_so_in_the_first_line_or_is_refused(
    orders: Path, events: Path, tmp_path: Path, capsys: Capture
) -> None:
    plan = tmp_path / "plan.json"
    precedence.command(orders, events, freeze=plan, rule=RULE)
    frozen = plan.read_bytes()
    capsys.readouterr()

    plan.write_bytes(frozen.replace(b'"reach":30', b'"reach":60'))
    precedence.command(plan=plan)
    assert "was changed since" in capsys.readouterr().out.splitlines()[0]
    plan.write_bytes(frozen.replace(b'"reach":30', b'"reach": 30'))
    with pytest.raises(UsageError, match="changed after it was frozen"):
        precedence.command(plan=plan)
    with pytest.raises(BadPathError, match="the plan at"):
        precedence.command(plan=tmp_path / "nothing.json")


def test_a_plan_made_after_a_run_says_so_in_the_first_line(orders: Path, events: Path, tmp_path: Path, capsys: Capture) -> None:
    precedence.command(orders, events)
    precedence.command(orders, events, freeze=tmp_path / "plan.json", rule=RULE)
    assert "runs on this catalogue before: 1" in capsys.readouterr().err
    precedence.command(plan=tmp_path / "plan.json")

    assert "frozen after the catalogue had been run once" in capsys.readouterr().out.splitlines()[0]


def test_a_plan_without_a_rule_is_complained_of_at_once(orders: Path, events: Path, tmp_path: Path, capsys: Capture) -> None:
    precedence.command(orders, events, freeze=tmp_path / "plan.json")

    assert "every result will say so" in capsys.readouterr().err


def test_tables_are_named_or_a_plan_is(orders: Path) -> None:
    with pytest.raises(UsageError, match="--orders and --events"):
        precedence.command(orders)


@pytest.mark.parametrize("window", ["", "7", "1-7", "a,b", "1,7,9"])
def test_a_window_that_is_not_two_days_is_refused(orders: Path, events: Path, window: str) -> None:
    with pytest.raises(UsageError, match="two days as in 1,7"):
        precedence.command(orders, events, window=window)


def test_ids_that_mean_harm_reach_no_terminal(events: Path, tmp_path: Path, capsys: Capture) -> None:
    hostile = [row | {"id": f"\x1b[31m\u202eأمر {n}"} for n, row in enumerate(FORESEEN)]

    precedence.command(_write(tmp_path / "orders.csv", hostile), events)

    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\u2068␛[31m⇠أمر 0\u2069: An event began" in out


def test_a_page_that_cannot_be_written_is_told(orders: Path, events: Path, tmp_path: Path) -> None:
    with pytest.raises(BadPathError, match="the page cannot be written"):
        precedence.command(orders, events, html=tmp_path / "nowhere" / "page.html")
    with pytest.raises(BadPathError, match="the plan cannot be written"):
        precedence.command(orders, events, freeze=tmp_path / "nowhere" / "plan.json", rule=RULE)


def test_what_is_asked_wrongly_exits_with_2_and_says_what_to_do(orders: Path, events: Path, tmp_path: Path) -> None:
    done = kashf("precedence", "--orders", orders, "--events", events, "--window", "0,7", home=tmp_path, expect=2)

    assert "" == done.stdout
    assert "the window begins on day 1 or later" in done.stderr


@pytest.mark.slow
def test_the_examples_give_the_answers_that_are_promised(tmp_path: Path) -> None:
    folder = Path("examples/precedence").resolve()
    found = kashf_json("precedence", "--orders", folder / "coordinated.csv", "--events", folder / "events.csv", home=tmp_path)
    none = kashf_json("precedence", "--orders", folder / "innocent.csv", "--events", folder / "events.csv", home=tmp_path, expect=1)

    assert ("before", "no-effect") == (found["verdict"], none["verdict"])
    assert none["naive"]["shuffle"] < 0.05 < none["p_calendar"]


def test_the_reference_names_every_key_of_the_answer_and_every_column(orders: Path, events: Path, capsys: Capture) -> None:
    precedence.command(orders, events, as_json=True)
    answer = json.loads(capsys.readouterr().out)
    reference = Path("docs/reference/precedence.md").read_text(encoding="utf-8")

    nested = [answer[name] for name in ("base", "dates", "leads", "setup", "naive", "by_grouping", "by_doubt", "record")]
    names = {*answer, *answer["per_order"][0], *answer["sweep"][0], *answer["family"][0], *(key for value in nested for key in value)}
    names |= {*ORDER_COLUMNS, *EVENT_COLUMNS}
    assert set() == {name for name in names if f"`{name}`" not in reference}


def test_a_plan_takes_no_other_choice_and_a_reach_of_years_is_refused(orders: Path, events: Path, tmp_path: Path) -> None:
    precedence.command(orders, events, freeze=tmp_path / "plan.json", rule=RULE)

    with pytest.raises(UsageError, match="no other choice"):
        precedence.command(orders, events, plan=tmp_path / "plan.json", alpha=0.01)
    with pytest.raises(UsageError, match="366 days"):
        precedence.command(orders, events, reach=100_000_000)
