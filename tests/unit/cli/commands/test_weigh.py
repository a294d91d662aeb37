from __future__ import annotations

import json

import pytest

from kashf.cli.commands import weigh
from kashf.errors import UsageError
from tests.architecture.source import ROOT

Capture = pytest.CaptureFixture[str]
BOARD, FIRST = (ROOT / "examples/evidence" / name for name in ("board.json", "board-first.json"))


def test_the_example_names_the_leader_and_what_would_turn_it_over(capsys: Capture) -> None:
    assert 0 == weigh.command(BOARD)

    told = capsys.readouterr().out.replace("\u2068", "").replace("\u2069", "")
    assert "H1 told leads, but not over all of the intervals" in told
    assert "if Kestrel-2 lied, H3 forged leads" in told
    assert "with Kestrel-2 distrusted, H3 forged leads" in told
    assert "left out as copies: E2 scan" in told
    assert "[added; 0 against, 0 for, 5 not looked at] Genuine, but the source chose what we see" in told
    assert weigh.NOT_SAID in told


def test_json_has_chances_that_sum_to_one_and_heuers_counts(capsys: Capture) -> None:
    assert 0 == weigh.command(BOARD, rivals=False, as_json=True)

    told = json.loads(capsys.readouterr().out)
    assert pytest.approx(1) == sum(told["posteriors"])
    assert [0, 3, 2, 5] == told["heuer"]


def test_a_court_gets_ratios_without_a_word_of_chances(capsys: Capture) -> None:
    assert 0 == weigh.command(BOARD, court="H1 told", rivals=False)

    told = capsys.readouterr().out
    assert "moderate support" in told
    assert "likely" not in told
    assert "posterior" not in told
    with pytest.raises(UsageError, match="one of the two"):
        weigh.command(BOARD, court="H1 told", since=FIRST)


def test_what_moved_since_an_earlier_version(capsys: Capture) -> None:
    assert 0 == weigh.command(BOARD, since=FIRST, rivals=False)

    told = capsys.readouterr().out.replace("\u2068", "").replace("\u2069", "")
    assert "since then: added evidence E3 driver" in told
    assert "H1 told: " in told
