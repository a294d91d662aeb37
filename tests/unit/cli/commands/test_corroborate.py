from __future__ import annotations

import json
from pathlib import Path

import pytest

from kashf.cli.commands import corroborate
from kashf.errors import BadEvidenceError
from tests.architecture.source import ROOT

Capture = pytest.CaptureFixture[str]
GRAPH = ROOT / "examples/evidence/graph.json"


def test_the_example_says_reports_and_roads_and_the_ratio_beside_its_cap(capsys: Capture) -> None:
    assert 0 == corroborate.command(GRAPH, prior=0.1)

    told = capsys.readouterr().out
    assert "3 reports, 1 road" in told
    assert "likelihood ratio 6.71146 (at most 10 on these roads); multiplied as if each stood alone: 182.798" in told
    assert "from 0.1 before to 0.4272" in told
    assert "counted nowhere: \u2068post of a blog\u2069, \u2068rumour in the market\u2069" in told


def test_json_says_the_same(capsys: Capture) -> None:
    assert 0 == corroborate.command(GRAPH, as_json=True)

    told = json.loads(capsys.readouterr().out)
    assert [{"counted": "letter of 5 March", "copies": ["scan of the letter of 5 March"]}] == told["copies"]
    assert pytest.approx((6.7115, 10), abs=5e-5) == (told["likelihood_ratio"], told["cap"])


def test_no_road_ends_with_1_and_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text('{"claim": "x", "nodes": [{"id": "r", "kind": "report"}], "edges": []}', encoding="utf-8")
    assert 1 == corroborate.command(path)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(BadEvidenceError, match="not JSON"):
        corroborate.command(path)


def test_a_ratio_without_bound_is_no_number(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "graph.json"
    path.write_text(
        '{"claim": "x", "nodes": [{"id": "o", "kind": "origin"}, {"id": "r", "kind": "report"}], "edges": [{"later": "r", "how": "cites", '
        '"earlier": "o"}], "figures": {"sensitivity": 1, "false_assertion": 0, "invention": 0}}',
        encoding="utf-8",
    )
    assert 0 == corroborate.command(path)
    told = capsys.readouterr().out
    assert "likelihood ratio without bound" in told
    assert "inf" not in told.split()
    assert 0 == corroborate.command(path, as_json=True)

    answer = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert (None, True) == (answer["likelihood_ratio"], answer["is_unbounded"])
