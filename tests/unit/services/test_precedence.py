from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.acts.catalogue_record import PastRun
from kashf.errors import BadPathError, NotAllowedError, UsageError
from kashf.evidence.precedence.result import Conclusion
from kashf.evidence.precedence.tables import Setup
from kashf.services.precedence import (
    Choices,
    PrecedenceRequest,
    PrecedenceRun,
    as_dict,
    figure,
    freeze_plan,
    planned_request,
    read_plan,
    result_page,
    run_test,
    summary_lines,
)
from tests.fakes import FakeRunLog
from tests.unit.evidence.precedence.made import ELSEWHERE, event_rows, order_rows

NOW = dt.datetime(2031, 6, 1, tzinfo=dt.UTC)
RULE = "every letter of 2031 that orders a withdrawal"
ATTACKS = [(town, 100 + 17 * town) for town in range(10)]
FORESEEN = order_rows([(town, when - 3) for town, when in ATTACKS])
EVENTS = event_rows([(90, 0), *ATTACKS, *ELSEWHERE, (90, 399)])


class FullRunLog(FakeRunLog):
    """One that cannot be written."""

    def add(self, events_sha256: str, run: PastRun) -> None:
        raise NotAllowedError("the run cannot be remembered")


def _write(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return path


@pytest.fixture
def asked(tmp_path: Path) -> PrecedenceRequest:
    return PrecedenceRequest(_write(tmp_path / "orders.csv", FORESEEN), _write(tmp_path / "events.csv", EVENTS))


def _run(asked: PrecedenceRequest, log: FakeRunLog | None = None) -> PrecedenceRun:
    return run_test(asked, plan=None, now=NOW, log=log or FakeRunLog())


def test_a_plan_that_is_kept_has_nothing_to_be_said_first(asked: PrecedenceRequest) -> None:
    log = FakeRunLog()
    plan = freeze_plan(asked, rule=RULE, now=NOW, log=log)

    done = run_test(planned_request(plan), plan=plan, now=NOW, log=log)

    assert ("", plan.sha256, RULE, "before") == (done.notice, done.plan_sha256, done.rule, done.result.verdict)
    assert (plan.orders_sha256, plan.events_sha256) == (done.orders_sha256, done.events_sha256)
    ((catalogue, run),) = log.runs
    assert (plan.events_sha256, "2031-06-01T00:00:00.000000Z", plan.sha256, "before") == (catalogue, run.when, run.plan, run.verdict)


def test_freezing_is_no_run(asked: PrecedenceRequest) -> None:
    log = FakeRunLog()
    freeze_plan(asked, rule=RULE, now=NOW, log=log)

    assert [] == log.runs


def test_a_run_without_a_plan_says_so(asked: PrecedenceRequest) -> None:
    assert _run(asked).notice.startswith("No plan was frozen before this run")


@pytest.mark.parametrize(
    ("changed", "departure"),
    [
        ({"choices": Choices(setup=Setup(reach=45))}, "setup"),
        ({"choices": Choices(alpha=0.01)}, "alpha"),
        ({"choices": Choices(seed=5)}, "seed"),
        ({"choices": Choices(actors=("North",))}, "actors"),
        ({"choices": Choices(types=("attack",))}, "types"),
        ({"orders": FORESEEN[:9]}, "orders_sha256"),
        ({"controls": [order_rows([(20, 150)])[0] | {"id": "leave"}]}, "controls_sha256"),
    ],
)
def test_a_run_that_departs_from_its_plan_says_in_what(asked: PrecedenceRequest, changed: dict[str, object], departure: str) -> None:
    log = FakeRunLog()
    plan = freeze_plan(asked, rule=RULE, now=NOW, log=log)

    done = run_test(replace(asked, **changed), plan=plan, now=NOW, log=log)

    assert f"This run departs from its plan in: {departure}." == done.notice


def test_a_plan_of_another_catalogue_is_refused(asked: PrecedenceRequest) -> None:
    log = FakeRunLog()
    plan = freeze_plan(asked, rule=RULE, now=NOW, log=log)

    with pytest.raises(UsageError, match="frozen for another catalogue"):
        run_test(replace(asked, events=EVENTS[:-1]), plan=plan, now=NOW, log=log)
    assert [] == log.runs


def test_each_of_sixty_three_plans_says_that_there_were_sixty_three(asked: PrecedenceRequest) -> None:
    log = FakeRunLog()
    plans = [freeze_plan(replace(asked, choices=Choices(seed=seed)), rule=RULE, now=NOW, log=log) for seed in range(63)]

    first = run_test(planned_request(plans[0]), plan=plans[0], now=NOW, log=log)
    last = run_test(planned_request(plans[62]), plan=plans[62], now=NOW, log=log)

    assert "Plan 1 of 63 on this catalogue; 0 earlier runs on it; verdicts of the others: not run 62." in summary_lines(first)
    assert "Plan 63 of 63 on this catalogue; 1 earlier runs on it; verdicts of the others: before 1, not run 61." in summary_lines(last)
    assert (63, 1, {"before": 1, "not run": 61}) == tuple(as_dict(last)["record"][key] for key in ("plans", "runs_before", "others"))
    assert "Plan 63 of 63" in result_page(last)


def test_a_plan_holds_its_controls_and_those_that_are_as_prescient_undo_a_finding(asked: PrecedenceRequest) -> None:
    towns = [(town, when) for town, when in ELSEWHERE if when % 7 == 5 and town >= 60][:12]
    leave = [row | {"id": f"leave {n}"} for n, row in enumerate(order_rows([(town, when - 3) for town, when in towns]))]
    log = FakeRunLog()
    plan = freeze_plan(replace(asked, controls=leave), rule=RULE, now=NOW, log=log)

    done = run_test(planned_request(plan, controls=leave), plan=plan, now=NOW, log=log)

    assert (Conclusion.AS_CONTROLS, "") == (done.result.verdict, done.notice)
    assert "could foretell nothing" in done.quotable
    assert "controls_sha256" in run_test(asked, plan=plan, now=NOW, log=log).notice


@pytest.mark.parametrize("controls", [FORESEEN, [row | {"id": f"other {row['id']}"} for row in FORESEEN]])
def test_controls_that_are_the_orders_are_refused(asked: PrecedenceRequest, controls: list[dict[str, object]]) -> None:
    with pytest.raises(UsageError, match=r"is one of the orders|are the orders again"):
        freeze_plan(replace(asked, controls=controls), rule=RULE, now=NOW, log=FakeRunLog())


def test_the_sentence_to_quote_has_its_numbers_and_names_catalogue_and_plan(asked: PrecedenceRequest) -> None:
    log = FakeRunLog()
    plan = freeze_plan(asked, rule=RULE, now=NOW, log=log)

    quoted = run_test(asked, plan=plan, now=NOW, log=log).quotable

    for told in ("10 orders in 10 groups", "p 0.00", "up to 0.05", plan.events_sha256[:16], plan.sha256[:16], "within 1 km"):
        assert told in quoted


def test_an_alpha_above_one_in_twenty_is_refused(asked: PrecedenceRequest) -> None:
    for choices in (Choices(alpha=0.2), Choices(alpha=0.0)):
        with pytest.raises(UsageError, match="alpha"):
            freeze_plan(replace(asked, choices=choices), rule=RULE, now=NOW, log=FakeRunLog())
        with pytest.raises(UsageError, match="alpha"):
            _run(replace(asked, choices=choices))


def test_a_file_that_was_changed_after_the_plan_was_frozen_is_told(asked: PrecedenceRequest) -> None:
    plan = freeze_plan(asked, rule=RULE, now=NOW, log=FakeRunLog())
    _write(Path(asked.orders), FORESEEN[:9])

    assert "departs from its plan in: orders_sha256" in run_test(asked, plan=plan, now=NOW, log=FakeRunLog()).notice


@pytest.mark.parametrize(("before", "told"), [(1, "had been run once"), (3, "had been run 3 times")])
def test_a_plan_made_after_runs_on_the_catalogue_says_so_for_ever(asked: PrecedenceRequest, before: int, told: str) -> None:
    log = FakeRunLog()
    for _ in range(before):
        _run(asked, log)
    plan = freeze_plan(asked, rule=RULE, now=NOW, log=log)

    assert told in run_test(asked, plan=read_plan(plan.canonical()), now=NOW, log=FakeRunLog()).notice


def test_a_plan_that_was_changed_in_its_own_form_or_comes_from_elsewhere_is_told(asked: PrecedenceRequest) -> None:
    log = FakeRunLog()
    plan = freeze_plan(asked, rule=RULE, now=NOW, log=log)
    changed = read_plan(plan.canonical().replace(b'"reach":30', b'"reach":60'))

    assert "" == run_test(planned_request(plan), plan=plan, now=NOW, log=log).notice
    notice = run_test(planned_request(changed), plan=changed, now=NOW, log=log).notice
    assert "not frozen on this installation, or was changed since" in notice


def test_a_plan_without_a_rule_is_complained_of(asked: PrecedenceRequest) -> None:
    plan = freeze_plan(asked, rule="", now=NOW, log=FakeRunLog())

    assert "does not say by which rule" in run_test(asked, plan=plan, now=NOW, log=FakeRunLog()).notice


def test_what_cannot_be_run_is_not_frozen(asked: PrecedenceRequest, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="by which rule"):
        freeze_plan(asked, rule="all", now=NOW, log=FakeRunLog())
    with pytest.raises(UsageError, match="no event of the catalogue"):
        freeze_plan(replace(asked, choices=Choices(types=("strike",))), rule=RULE, now=NOW, log=FakeRunLog())
    with pytest.raises(BadPathError, match=r"nothing\.csv"):
        freeze_plan(replace(asked, orders=tmp_path / "nothing.csv"), rule=RULE, now=NOW, log=FakeRunLog())


def test_a_run_that_cannot_be_remembered_gives_no_answer(asked: PrecedenceRequest) -> None:
    with pytest.raises(NotAllowedError):
        _run(asked, FullRunLog())


def test_a_table_may_have_a_byte_order_mark_and_lines_of_windows(asked: PrecedenceRequest) -> None:
    expected = _run(asked).result
    path = Path(asked.orders)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert expected == _run(asked).result


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no orders"),
        (b"id,date_earliest,lat,lon\n", "no orders"),
        ("id,date_earliest,lat,lon\nL1,2031-04-01,30,40\nأمر,2031-04-01,30,40\n".encode("cp1256"), "line 3 of the table is not in UTF-8"),
        ("id,date_earliest,lat,lon\nL1,2031-04-01,30,40\n".encode("utf-16"), "line 1 of the table is not in UTF-8"),
        (b"id,date_earliest,lat,lon\nL1,2031-04-01,30\n", "line 2 of the table has another number of columns"),
        (b"id,date_earliest,lat,lon\nL1,2031-04-01,30,40,50\n", "line 2 of the table has another number of columns"),
        (b'id,date_earliest,lat,lon\nL1,2031-04-01,30,"40\n', "after line 1 the table cannot be read"),
        (b'id,date_earliest,lat,lon\nL1,2031-04-01,30,"40"x\n', "after line 1 the table cannot be read"),
        (b"id,date_earliest,lat,lon\n" + b"x" * (1 << 21) + b",2031-04-01,30,40\n", "after line 1 the table cannot be read"),
        (b"id;date_earliest;lat;lon\nL1;2031-04-01;30;40\n", "the columns of the table are id;date"),
        (b"id,," + b",".join(b"c%d" % n for n in range(100_000)) + b",\n", "duplicate column ''"),
        (b"id,id,date_earliest,lat,lon\nL1,L2,2031-04-01,30,40\n", "duplicate column 'id'"),
        (b"id,date_earliest,lat,lon\nL1,2031-04-01,nan,40\n", "no latitude"),
        (b"[1, 2]", "an object with its columns as keys"),
        (b"[not json", "is none"),
        (rb'[{"id": "\ud800", "date_earliest": "2031-04-01", "lat": 30, "lon": 40}]', "half a character"),
        (b"[" * 100_000, "is none"),
    ],
)
def test_a_table_that_is_broken_is_refused_and_says_where(asked: PrecedenceRequest, content: bytes, told: str) -> None:
    Path(asked.orders).write_bytes(content)
    log = FakeRunLog()

    with pytest.raises(UsageError, match=told):
        _run(asked, log)
    assert [] == log.runs


def test_a_table_in_json_gives_what_its_csv_gives(asked: PrecedenceRequest) -> None:
    expected = _run(asked).result
    Path(asked.orders).write_text(json.dumps(FORESEEN), encoding="utf-8")

    assert expected == _run(asked).result


def test_a_catalogue_that_ends_before_the_last_order_leaves_it_out_and_counts_it(asked: PrecedenceRequest) -> None:
    result = _run(replace(asked, events=EVENTS[:8])).result

    assert (6, {"outside of what the catalogue has seen": 4}) == (result.n_used, result.unused)
    assert result.n_orders == result.n_used + sum(result.unused.values())


def test_a_month_given_as_an_interval_is_left_out_and_counted_with_the_reason(asked: PrecedenceRequest) -> None:
    result = _run(replace(asked, orders=[*FORESEEN, FORESEEN[0] | {"id": "M", "date_latest": "2031-05-07"}])).result

    assert {"date not known to within 14 days, as a month is not": 1} == result.unused


@pytest.mark.parametrize(
    ("setup", "told"),
    [(Setup(window=(0, 7)), "day 1 or later"), (Setup(reach=5), "shorter than the window"), (Setup(window=(7, 1)), "before it begins")],
)
def test_choices_that_contradict_one_another_are_refused_and_not_remembered(asked: PrecedenceRequest, setup: Setup, told: str) -> None:
    log = FakeRunLog()

    with pytest.raises(UsageError, match=told):
        _run(replace(asked, choices=Choices(setup=setup)), log)
    assert [] == log.runs


def test_told_begins_with_what_has_to_be_said_first_and_ends_with_the_hashes(asked: PrecedenceRequest) -> None:
    log = FakeRunLog()
    plan = freeze_plan(asked, rule="", now=NOW, log=log)
    lines = list(summary_lines(run_test(asked, plan=plan, now=NOW, log=log)))

    assert lines[0].startswith("The plan does not say")
    assert [f"plan {plan.sha256}", f"orders {plan.orders_sha256}", f"events {plan.events_sha256}"] == lines[-3:]


def test_the_mapping_holds_every_number_that_is_said_and_the_hashes(asked: PrecedenceRequest) -> None:
    done = _run(asked)
    found = as_dict(done)

    assert (done.result.p_worst, True, {"orders": done.orders_sha256, "events": done.events_sha256}) == (
        found["p_worst"],
        found["before"],
        found["inputs_sha256"],
    )
    assert {"p_calendar", "p_direction", "p_matched", "verdict", "sentence", "not_shown", "selection", "notice"} <= found.keys()


def test_the_drawing_needs_no_page_around_it(asked: PrecedenceRequest) -> None:
    assert figure(_run(asked)).startswith('<svg xmlns="http://www.w3.org/2000/svg"')
