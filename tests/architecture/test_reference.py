"""The reference of the commands says what the program says."""

import subprocess

import pytest

from tests.architecture.source import ROOT

REFERENCE = ROOT / "docs" / "reference" / "commands.md"


@pytest.mark.slow
def test_the_reference_of_the_commands_is_what_make_docs_writes() -> None:
    written = subprocess.run([str(ROOT / "setup" / "reference.sh")], check=True, capture_output=True, text=True).stdout

    assert REFERENCE.exists(), "run: make docs"
    assert REFERENCE.read_text(encoding="utf-8") == written, "run: make docs"
