"""What every test of commands shares: whoever signs has a passphrase in a file, since nobody is there to be asked."""

from pathlib import Path

import pytest

from tests.able_to_sign import PASSPHRASE


@pytest.fixture(autouse=True)
def passphrase_of_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE)
    file.chmod(0o600)
    monkeypatch.setenv("KASHF_PASSPHRASE_FILE", str(file))
