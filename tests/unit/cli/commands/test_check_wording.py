from __future__ import annotations

import json
from pathlib import Path

import pytest

from kashf.cli.commands import check_wording

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def finding(tmp_path: Path) -> Path:
    path = tmp_path / "finding.txt"
    path.write_text("The letters prove a deal on 3 March 2031.\nوالرسائل تثبت ذلك.\n", encoding="utf-8")
    return path


def test_each_fault_is_told_with_its_place_and_why(finding: Path, capsys: Capture) -> None:
    assert 1 == check_wording.command(finding)

    told = capsys.readouterr().out
    assert "12-17 \u2068prove\u2069: evidence supports or speaks against; it does not prove" in told
    assert "\u2068deal\u2069: that sides agreed is no conclusion of ours" in told
    assert "تثبت" in told
    assert 3 == told.count("\n")


def test_json_has_the_places(finding: Path, capsys: Capture) -> None:
    assert 1 == check_wording.command(finding, told=True, as_json=True)

    assert ["proves", "proves"] == [fault["rule"] for fault in json.loads(capsys.readouterr().out)["faults"]]


def test_a_text_without_a_fault_ends_with_0(tmp_path: Path) -> None:
    path = tmp_path / "finding.txt"
    path.write_text("It is likely that 12 letters were sent.", encoding="utf-8")

    assert 0 == check_wording.command(path, value=["12"])
