"""What `kashf init` says: a next step that can be copied into a shell as it stands."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from kashf.cli.commands import init


@pytest.mark.parametrize("name", ["case", "my case", "قضية الميناء"])
def test_the_next_step_can_be_copied_into_a_shell(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    init.command(tmp_path / name)

    command = capsys.readouterr().err.partition("next: ")[2].strip()

    assert ["kashf", "add", str(tmp_path / name), "FOLDER", "--from", "CODE-NAME"] == shlex.split(command)
