from __future__ import annotations

import json
from pathlib import Path

import pytest

from kashf.cli.commands import track_record
from kashf.errors import BadEvidenceError, BadPathError, UsageError
from tests.architecture.source import ROOT

Capture = pytest.CaptureFixture[str]


def test_numbers_alone_give_mean_bound_and_letter(capsys: Capture) -> None:
    assert 0 == track_record.command(genuine=10, false=0, as_json=True)

    told = json.loads(capsys.readouterr().out)
    assert pytest.approx((0.9167, 0.7616), abs=6e-5) == (told["mean"], told["lower95"])
    assert ("C", "channel, 10 batches checked") == (told["letter"], told["beside"])


def test_a_file_is_told_by_kind_of_material_with_what_is_missing(capsys: Capture) -> None:
    assert 0 == track_record.command(ROOT / "examples/evidence/checks.json", deception=0.05)

    told = capsys.readouterr().out
    assert "E: channel, 5 batches checked" in told or "D: channel, 5 batches checked" in told
    assert "1 batch open, counted as missing" in told
    assert "\u2068films\u2069: F: channel, 2 batches checked" in told
    assert "2 chosen by the channel itself" in told
    assert track_record.NOT_SAID in told


def test_another_letter_needs_its_reason_and_shows_the_derived_one(capsys: Capture) -> None:
    with pytest.raises(BadEvidenceError, match="reason"):
        track_record.command(genuine=10, false=0, letter="A")

    assert 0 == track_record.command(genuine=10, false=0, letter="d", why="two witnesses doubt it")
    assert capsys.readouterr().out.startswith("D (the record gives C; \u2068two witnesses doubt it\u2069): channel")


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"genuine": 1},
        {"file": Path("x"), "genuine": 1, "false": 0},
        {"genuine": 1, "false": 0, "prior": "flat"},
        {"genuine": 1, "false": 0, "prior": "-1,2"},
        {"genuine": 1, "false": 0, "letter": "G", "why": "no"},
    ],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        track_record.command(**asked)  # type: ignore[arg-type]  # names of options with values of their kinds


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadPathError, match=r"none\.json"):
        track_record.command(tmp_path / "none.json")
