"""What `kashf doctor` says of the English model, which is used only where it is asked for."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from kashf import bootstrap
from kashf.adapters.left_behind import Trace
from kashf.adapters.sandbox.boundary import Check
from kashf.bootstrap.signers import InstallationSigners
from kashf.cli.commands import doctor
from kashf.settings import load_settings

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def sound_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path))
    monkeypatch.delenv("KASHF_ENGLISH_MODEL", raising=False)
    monkeypatch.setattr(bootstrap, "examine_machine", lambda: ())
    monkeypatch.setattr(bootstrap, "examine_traces", lambda settings, case: (Trace("no swap", is_shut=case is None, open_words="hm"),))
    monkeypatch.setattr(bootstrap, "try_sandbox", lambda: ("strict", (Check("read a file", held=True, detail=""),)))


@pytest.mark.parametrize(
    ("installed", "asked", "expected"),
    [
        (True, "true", (0, "used by `kashf entities` and in cases")),
        (True, "false", (0, "in cases with KASHF_ENGLISH_MODEL=true")),
        (False, "false", (0, "not installed, and not needed")),
        (False, "true", (1, "MISSING  English model")),
    ],
)
def test_the_english_model_is_missed_only_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, installed: bool, asked: str, expected: tuple[int, str]
) -> None:
    monkeypatch.setattr(bootstrap, "has_english_model", lambda: installed)
    monkeypatch.setenv("KASHF_ENGLISH_MODEL", asked)
    code, words = expected

    assert code == doctor.command()
    assert words in capsys.readouterr().out
    doctor.command(as_json=True)
    assert {"installed": installed, "used_in_cases": asked == "true"} == json.loads(capsys.readouterr().out)["english_model"]


@pytest.mark.parametrize(
    ("installed", "expected"),
    [
        ("", "not installed; for readers of handwriting"),
        ("1.28.0", "ok       onnxruntime 1.28.0: runs readers"),
        ("1.29.0", "reports to its maker where it can"),
        ("2.0.1", "reports to its maker where it can"),
    ],
)
def test_what_runs_models_that_a_user_brings_is_told_and_needed_by_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, installed: str, expected: str
) -> None:
    def version(package: str) -> str:
        if not installed:
            raise PackageNotFoundError(package)
        return installed

    monkeypatch.setattr(doctor, "version", version)
    monkeypatch.setattr(bootstrap, "has_english_model", lambda: False)

    assert 0 == doctor.command()
    assert expected in capsys.readouterr().out
    doctor.command(as_json=True)
    assert installed == json.loads(capsys.readouterr().out)["onnxruntime"]


def test_what_the_machine_may_keep_is_told_and_stops_nobody(capsys: Capture, tmp_path: Path) -> None:
    assert 0 == doctor.command(tmp_path)
    assert "CAREFUL  no swap: hm" in capsys.readouterr().out


def test_doctor_says_whether_the_key_of_this_installation_is_under_a_passphrase(tmp_path: Path, capsys: Capture) -> None:
    def told() -> tuple[str, str]:
        doctor.command(as_json=True)
        key = json.loads(capsys.readouterr().out)["installation_key"]
        doctor.command()
        return key, capsys.readouterr().out

    signers = InstallationSigners(load_settings())
    assert "none" == told()[0]
    signers.signer()
    assert ("without a passphrase", True) == ((said := told())[0], "under no passphrase" in said[1])
    signers.wrap(lambda: "five wells behind a wall")
    assert ("under a passphrase", True) == ((said := told())[0], "installation: under a passphrase" in said[1])
    (tmp_path / "keys" / "installation.json").chmod(0o644)
    assert "unreadable" == told()[0]
