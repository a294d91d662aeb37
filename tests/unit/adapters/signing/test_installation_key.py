from __future__ import annotations

import json
from pathlib import Path

import pytest

from kashf.adapters.signing.installation_key import find_installation_key, installation_signer, wrap_installation_key
from kashf.errors import InstallationKeyError, WrongPassphraseError

PASSPHRASE = "four herons under one bridge"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    installation_signer(tmp_path / "keys")
    return tmp_path / "keys"


def test_a_key_under_a_passphrase_is_the_same_key_and_nothing_of_it_lies_in_clear(folder: Path) -> None:
    before = json.loads((folder / "installation.json").read_text())
    wrap_installation_key(folder, old=None, new=PASSPHRASE)

    stored = find_installation_key(folder)
    assert stored is not None
    assert (before["public"], True) == (stored.key, stored.is_wrapped)
    assert before["public"] == installation_signer(folder, PASSPHRASE).key
    assert ["installation.json"] == [path.name for path in folder.iterdir()]
    assert before["private"] not in (folder / "installation.json").read_text()
    assert 0o600 == (folder / "installation.json").stat().st_mode & 0o777


@pytest.mark.parametrize("given", [None, "", "another bridge, other herons"])
def test_another_passphrase_opens_nothing_and_writes_nothing(folder: Path, given: str | None) -> None:
    wrap_installation_key(folder, old=None, new=PASSPHRASE)
    before = (folder / "installation.json").read_bytes()

    with pytest.raises(WrongPassphraseError, match="of this installation"):
        installation_signer(folder, given)
    with pytest.raises(WrongPassphraseError):
        wrap_installation_key(folder, old=given, new=None)
    assert before == (folder / "installation.json").read_bytes()


def test_a_passphrase_is_changed_and_taken_off_again(folder: Path) -> None:
    key = installation_signer(folder).key
    wrap_installation_key(folder, old=None, new=PASSPHRASE)
    wrap_installation_key(folder, old=PASSPHRASE, new="one heron under four bridges")

    with pytest.raises(WrongPassphraseError):
        installation_signer(folder, PASSPHRASE)
    wrap_installation_key(folder, old="one heron under four bridges", new=None)
    assert key == installation_signer(folder).key


def test_the_public_half_of_another_key_beside_what_is_wrapped_opens_nothing(folder: Path, tmp_path: Path) -> None:
    wrap_installation_key(folder, old=None, new=PASSPHRASE)
    path = folder / "installation.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"public": installation_signer(tmp_path / "other").key}))

    with pytest.raises(WrongPassphraseError):
        installation_signer(folder, PASSPHRASE)


@pytest.mark.parametrize("wrapped", ["", [], {"kdf": "Argon2id"}, {"salt": "zz", "nonce": "", "box": ""}, {"salt": 1}])
def test_what_is_no_wrapped_key_is_told_as_damaged(folder: Path, wrapped: object) -> None:
    path = folder / "installation.json"
    told = json.loads(path.read_text())
    path.write_text(json.dumps({"algorithm": "Ed25519", "public": told["public"], "wrapped": wrapped}))

    with pytest.raises(InstallationKeyError):
        installation_signer(folder, PASSPHRASE)
