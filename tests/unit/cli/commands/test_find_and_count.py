from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from kashf.cli.commands import count, find
from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.errors import UsageError
from kashf.ports.views import Totals
from kashf.services.case.open import OpenCase
from kashf.services.search.about import AboutHit
from kashf.services.search.find import Found
from tests.searchable import case_of

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = case_of(tmp_path, "وصل أبو محمد الشمالي \u202e", "Abu Mohammed al-Shamali", "الشمالي", "oil")

    @contextmanager
    def opened(path: Path) -> Iterator[OpenCase]:
        yield made

    monkeypatch.setattr(find, "opened", opened)
    monkeypatch.setattr(count, "opened", opened)
    return tmp_path


def test_find_prints_hits_for_people_with_what_matched_and_why(case: Path, capsys: Capture) -> None:
    assert 0 == find.command(case, "Shamali")

    shown = capsys.readouterr()
    assert "1.txt" in shown.out
    assert "[Shamali]" in shown.out
    assert ": another spelling of \u2068Shamali\u2069" in shown.out
    assert "\u202e" not in shown.out
    assert "not in this answer: 2 documents that still wait to be read or indexed; 1 file without text" in shown.err


def test_a_hit_on_a_page_that_was_read_too_unsurely_is_said_to_be_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    made = case_of(tmp_path, Page(1, "oil", Origin.OCR, 0.31))
    monkeypatch.setattr(find, "opened", lambda path: nullcontext(made))

    assert 1 == find.command(tmp_path, "oil")
    assert "1 more passage on pages read too unsurely" in (said := capsys.readouterr().err)
    assert "--all-text" in said
    assert 0 == find.command(tmp_path, "oil", all_text=True)
    assert "0.txt\u2069  (unsure reading)" in (said := capsys.readouterr()).out
    assert "unsurely" not in said.err


@pytest.mark.parametrize("command", [find.command, count.command])
def test_nil_is_told_with_everything_that_was_not_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, command: Callable[[Path, str], int]
) -> None:
    made = case_of(tmp_path, "oil")
    totals = Totals(
        found=20, done=9, partial=4, failed=3, without_text=1, waiting=2, duplicates=2, partial_by_reason={"damaged": 3, "unread-part": 1}
    )
    monkeypatch.setattr(made.view, "totals", lambda: totals)

    @contextmanager
    def opened(path: Path) -> Iterator[OpenCase]:
        yield made

    monkeypatch.setattr(find, "opened", opened)
    monkeypatch.setattr(count, "opened", opened)

    assert 1 == command(tmp_path, "Salim al-Gharbi")

    said = capsys.readouterr().err
    assert "2 documents that still wait to be read or indexed; 3 files that could not be read; parts of 4 documents (damaged 3, " in said
    assert re.search(r"kashf status .* --failed` lists", said)


def test_find_prints_a_line_of_json_a_hit(case: Path, capsys: Capture) -> None:
    find.command(case, "Shamali", as_jsonl=True, limit=2)

    captured = capsys.readouterr()
    first, second = map(json.loads, captured.out.splitlines())
    assert {"document", "page", "start", "end", "score", "snippet", "why"} <= first.keys()
    assert [{"matched": "Shamali", "by": "exact", "for": "Shamali"}] == first["why"]
    assert first["document"] != second["document"]
    assert "2 of 3 passages" in captured.err


def test_find_prints_files_that_answer_by_their_names_behind_the_hits(monkeypatch: pytest.MonkeyPatch, case: Path, capsys: Capture) -> None:
    about = AboutHit(DocumentId("a" * 64), "file-name", "BudgetPlan.xlsx", (), "leak/BudgetPlan.xlsx", "text/csv")
    found = Found("budget", 0, (), {}, about=(about,), about_total=1)
    monkeypatch.setattr("kashf.services.search.faceted.find_asked", lambda *_, **__: found)

    assert 0 == find.command(case, "budget", as_jsonl=True)

    (line,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert ("file-name", "BudgetPlan.xlsx") == (line["in"], line["text"])


def test_find_prints_one_object_with_what_was_tried(case: Path, capsys: Capture) -> None:
    find.command(case, "Shamali absent", as_json=True)

    printed = json.loads(capsys.readouterr().out)
    assert (0, [], 2, 1) == (printed["total"], printed["hits"], printed["left_out"]["waiting"], printed["left_out"]["without_text"])
    assert {"Shamali": ["الشمالي"]} == printed["tried"]


def test_find_says_that_nothing_was_found_and_ends_with_1(case: Path, capsys: Capture) -> None:
    assert 1 == find.command(case, "Shamali absent")
    assert "nothing found, also not in 1 other spellings" in capsys.readouterr().err


def test_find_names_the_spellings_when_asked(case: Path, capsys: Capture) -> None:
    find.command(case, "Shamali", variants=True)

    assert "spellings of \u2068Shamali\u2069: \u2068الشمالي\u2069" in capsys.readouterr().err


def test_find_exactly_leaves_them_out(case: Path, capsys: Capture) -> None:
    find.command(case, "Shamali", exact=True, as_jsonl=True)

    assert 1 == len(capsys.readouterr().out.splitlines())


def test_count_prints_what_was_counted_and_what_is_undecided(case: Path, capsys: Capture) -> None:
    assert 0 == count.command(case, "Abu Mohammed al-Shamali")

    shown = capsys.readouterr()
    assert "2 mentions in 2 documents" in shown.out
    assert "1 more place is undecided" in shown.out
    assert "not in this answer: 2 documents that still wait to be read or indexed; 1 file without text" in shown.err


def test_count_prints_the_keys_of_the_contract(case: Path, capsys: Capture) -> None:
    count.command(case, "Abu Mohammed al-Shamali", as_json=True)

    printed = json.loads(capsys.readouterr().out)
    assert {"name", "mentions", "documents", "without_copies", "interval", "undecided", "variants", "spans"} <= printed.keys()
    assert [2, 3] == printed["interval"]
    assert {"text", "script", "mentions"} == printed["variants"][0].keys()


def test_counting_nobody_ends_with_1(case: Path, capsys: Capture) -> None:
    assert 1 == count.command(case, "Salim al-Gharbi")


def test_a_search_loads_nothing_that_keeps_a_person_waiting() -> None:
    program = "import json, sys, kashf.bootstrap, kashf.services.search.find, kashf.adapters.index, kashf.adapters.records.view"
    run = subprocess.run(
        [sys.executable, "-c", f"{program}; print(json.dumps([*sys.modules]))"], check=True, capture_output=True, text=True
    )
    loaded = {name.partition(".")[0] for name in json.loads(run.stdout)}

    assert set() == loaded & {"pydantic", "numpy", "rapidfuzz", "difflib", "typer", "lxml"}


def test_a_list_of_queries_is_searched_for_one_by_one_and_a_faulty_one_stops_no_other(case: Path, capsys: Capture, tmp_path: Path) -> None:
    (listed := tmp_path / "list.csv").write_text("id;query\n1;Shamali\n2;(oil\n3;zebra\n", encoding="utf-8-sig")

    assert 3 == find.command(case, queries=listed)

    shown = capsys.readouterr()
    assert ["3  \u2068Shamali\u2069", "-  \u2068(oil\u2069"] == [line[31:].strip() for line in shown.out.splitlines()[1:3]]
    assert "line 3: " in shown.out
    assert "3 queries in \u2068list.csv\u2069 (utf-8), from its column \u2068query\u2069 of 2" in shown.err
    assert "1 of 3 queries cannot be understood" in shown.err
    assert "2 documents that still wait" in shown.err


def test_a_list_gives_json_a_query_with_its_line_and_its_fault(case: Path, capsys: Capture, tmp_path: Path) -> None:
    (listed := tmp_path / "list.txt").write_text("# comment\noil\n(oil\n")

    find.command(case, queries=listed, limit=1, as_jsonl=True)

    oil, faulty = map(json.loads, capsys.readouterr().out.splitlines())
    assert {"line": 2, "typed": "oil", "fault": None, "total": 1, "documents": 1, "without_copies": 1}.items() <= oil.items()
    assert 1 == len(oil["hits"])
    assert {"line": 3, "typed": "(oil", "fault": faulty["fault"]} == faulty
    assert "open-parenthesis" == faulty["fault"]["code"]


def test_a_list_in_which_nothing_is_found_ends_with_1_and_json_is_one_object(case: Path, capsys: Capture, tmp_path: Path) -> None:
    (listed := tmp_path / "list.txt").write_text("zebra\n")

    assert 1 == find.command(case, queries=listed, as_json=True)
    assert ["zebra"] == [each["typed"] for each in json.loads(capsys.readouterr().out)["queries"]]


@pytest.mark.parametrize("asked", [{}, {"query": "oil", "queries": Path("list.txt")}])
def test_find_needs_a_query_or_a_list_and_not_both(case: Path, asked: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="say what to find"):
        find.command(case, **asked)  # type: ignore[arg-type]  # a test gives what the command takes


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"save": "x", "run": "y"}, "--save goes with"),
        ({"save": "x", "saved": True}, "--save goes with"),
        ({"query": "oil", "column": "x"}, "--column goes with"),
        ({"query": "oil", "seen": True}, "--seen goes with"),
    ],
)
def test_an_option_without_what_it_goes_with_is_refused(case: Path, asked: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        find.command(case, **asked)  # type: ignore[arg-type]  # a test gives what the command takes


def test_a_query_of_a_list_that_is_too_long_to_show_is_shortened(case: Path, capsys: Capture, tmp_path: Path) -> None:
    (listed := tmp_path / "list.txt").write_text("x" * 10_001 + "\n")

    assert 3 == find.command(case, queries=listed)
    shown = capsys.readouterr()
    assert max(map(len, shown.out.splitlines())) < 300
    assert "1 of 1 queries cannot be understood\n" in shown.err
