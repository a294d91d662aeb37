"""The precedence test from Python: the same answer as from the command line, from files, frames and rows."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import kashf
from kashf.errors import BadPathError, UsageError
from tests.unit.evidence.precedence.made import ELSEWHERE, event_rows, order_rows

ATTACKS = [(town, 100 + 17 * town) for town in range(10)]
FORESEEN = order_rows([(town, when - 3) for town, when in ATTACKS])
EVENTS = event_rows([(90, 0), *ATTACKS, *ELSEWHERE, (90, 399)])


class Frame:
    """What a data frame shows of itself here."""

    def __init__(self, rows: Sequence[Mapping[str, object]]) -> None:
        self.rows = rows

    def to_dict(self, orient: str) -> list[dict[str, object]]:
        assert "records" == orient
        return [{**row, "note": float("nan")} for row in self.rows]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def _write(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return path


def _freeze(folder: Path, *options: str) -> Path:
    from tests.stories.command import kashf as command

    orders, events = _write(folder / "orders.csv", FORESEEN), _write(folder / "events.csv", EVENTS)
    command("precedence", "--freeze", folder / "plan.json", "--orders", orders, "--events", events, *options, home=folder)
    return folder / "plan.json"


def test_files_frames_and_rows_give_one_answer(tmp_path: Path) -> None:
    orders, events = _write(tmp_path / "orders.csv", FORESEEN), _write(tmp_path / "events.csv", EVENTS)

    from_files, from_text, from_frames, from_rows = (
        kashf.precedence(*tables)
        for tables in ((orders, events), (str(orders), str(events)), (Frame(FORESEEN), Frame(EVENTS)), (FORESEEN, EVENTS))
    )

    assert from_files.result == from_text.result == from_frames.result == from_rows.result


def test_the_answer_has_what_the_command_prints() -> None:
    test = kashf.precedence(FORESEEN, EVENTS)

    assert ("before", True, 10, 10) == (test.verdict, test.before, test.hits, len(test.per_order))
    assert pytest.approx((7 / 61) ** 10) == test.p_calendar
    assert pytest.approx(0.5**10) == test.p_direction
    assert test.p_worst == max(test.result.worst.calendar, test.result.worst.direction, test.result.worst.matched)
    assert test.p_matched < 0.05
    assert pytest.approx(10 * 7 / 61) == test.expected
    assert 30 in {each.reach for each in test.sweep}
    assert test.summary().startswith(test.notice)
    assert "No plan was frozen" in test.notice
    assert "'before'" in repr(test)


def test_choices_reach_the_engine() -> None:
    test = kashf.precedence(FORESEEN, EVENTS, window=(1, 2), reach=20, onset=7, radius_km=5, seed=3, alpha=0.01)

    assert ((1, 2), 20, 7, 5, 3, 0.01, 0) == (
        test.result.setup.window,
        test.result.setup.reach,
        test.result.setup.onset,
        test.result.setup.radius_km,
        test.result.seed,
        test.result.alpha,
        test.hits,
    )
    with pytest.raises(UsageError, match="another type"):
        kashf.precedence(FORESEEN, EVENTS, types=["strike"])


def test_the_drawing_is_svg_with_its_colours_and_shows_itself_in_notebooks() -> None:
    drawing = kashf.precedence(FORESEEN, EVENTS).plot()

    tree = ET.fromstring(drawing)

    assert "{http://www.w3.org/2000/svg}svg" == tree.tag
    assert str(drawing) == drawing._repr_svg_()
    assert 1 == len(tree.findall(".//{*}rect[@class='bar']"))
    assert tree.find("{*}style") is not None


def test_every_run_is_remembered_where_the_command_remembers_it(tmp_path: Path, home: Path) -> None:
    kashf.precedence(FORESEEN, EVENTS)
    kashf.precedence(FORESEEN, EVENTS)

    assert 2 == (home / "precedence-runs.jsonl").read_text(encoding="utf-8").count("events_sha256")


def test_a_plan_decides_and_a_choice_against_it_is_refused(tmp_path: Path) -> None:
    plan = _freeze(tmp_path, "--reach", "21", "--rule", "every letter of 2031 that orders a withdrawal")

    test = kashf.precedence(tmp_path / "orders.csv", tmp_path / "events.csv", plan=plan)

    assert (21, "", 64) == (test.result.setup.reach, test.notice, len(test.plan_sha256))
    with pytest.raises(UsageError, match="about setup"):
        kashf.precedence(tmp_path / "orders.csv", tmp_path / "events.csv", plan=plan, reach=45)
    with pytest.raises(UsageError, match="about alpha"):
        kashf.precedence(tmp_path / "orders.csv", tmp_path / "events.csv", plan=plan, alpha=0.1)


def test_rows_instead_of_the_planned_file_are_said_to_depart(tmp_path: Path) -> None:
    plan = _freeze(tmp_path, "--rule", "every letter of 2031 that orders a withdrawal")

    assert "departs from its plan in: orders_sha256" in kashf.precedence(FORESEEN, tmp_path / "events.csv", plan=plan).notice


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPathError, match="cannot be read"):
        kashf.precedence(tmp_path / "nothing.csv", EVENTS)
    with pytest.raises(BadPathError, match="plan"):
        kashf.precedence(FORESEEN, EVENTS, plan=tmp_path / "nothing.json")
    with pytest.raises(UsageError, match="a table is"):
        kashf.precedence(7, EVENTS)
    with pytest.raises(UsageError, match="a row of a table"):
        kashf.precedence([("L1", "2031-01-01")], EVENTS)
