"""What every test of commands shares: whoever signs has a passphrase in a file, since nobody is there to be asked."""

import pytest

from tests.able_to_sign import PASSPHRASE


@pytest.fixture(autouse=True)
def passphrase_of_all(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path_factory.mktemp("signing") / "passphrase"
    file.write_text(PASSPHRASE)
    file.chmod(0o600)
    monkeypatch.setenv("KASHF_PASSPHRASE_FILE", str(file))
