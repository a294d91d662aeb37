from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kashf.cli.signing.installation_passphrase import ask_for_installation
from kashf.errors import UsageError


def test_a_file_gives_it_and_without_one_a_terminal_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    file = tmp_path / "file"
    file.write_text("nine gulls\n")
    file.chmod(0o600)

    assert "nine gulls" == ask_for_installation(file)
    with pytest.raises(UsageError, match="no terminal to ask on; KASHF_INSTALLATION_PASSPHRASE_FILE"):
        ask_for_installation(None)
