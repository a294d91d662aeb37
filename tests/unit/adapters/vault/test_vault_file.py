from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kashf.adapters.vault import note_box
from kashf.adapters.vault.vault_file import VaultFile
from kashf.errors import DamagedVaultError, UsageError, WrongPassphraseError

PHRASE, OTHER = "four words of chance", "another four words"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_box, "_COSTS", (1, 64, 1))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "a.case").mkdir(mode=0o700)
    return tmp_path / "a.case"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home" / "keys"


def test_a_vault_begins_with_its_key_apart_from_the_case_for_its_owner_alone(case: Path, home: Path) -> None:
    keys = VaultFile(case, home)
    public, again = keys.begin(), keys.begin()

    assert (public, True, ()) == (again, keys.lies_open, keys.ways)
    (key,) = home.iterdir()
    assert {0o600} == {path.stat().st_mode & 0o777 for path in (key, case / "vault.json")}
    assert 0o700 == home.stat().st_mode & 0o777
    assert key.read_text() not in (case / "vault.json").read_text()
    assert 32 == len(keys.private())


def test_once_a_passphrase_is_set_no_key_lies_anywhere(case: Path, home: Path) -> None:
    keys = VaultFile(case, home)
    keys.begin()
    private = keys.private()
    keys.set_passphrase("owner", PHRASE)

    assert ([], False) == ([*home.iterdir()], keys.lies_open)
    assert (b"", b"") == (VaultFile(case, home).private(), VaultFile(case, None).private())
    (reader := VaultFile(case, None)).unlock(PHRASE)
    assert private == reader.private()
    with pytest.raises(WrongPassphraseError):
        VaultFile(case, home).unlock(OTHER)


def test_two_people_have_a_passphrase_each_and_one_is_taken_away(case: Path, home: Path) -> None:
    keys = VaultFile(case, home)
    keys.begin()
    keys.set_passphrase("owner", PHRASE)
    keys.set_passphrase("editor", OTHER)
    VaultFile(case, home).unlock(OTHER)

    keys.remove_passphrase("owner")
    assert ("editor",) == keys.ways
    with pytest.raises(WrongPassphraseError):
        VaultFile(case, home).unlock(PHRASE)
    for name in ("editor", "nobody"):
        with pytest.raises(UsageError):
            keys.remove_passphrase(name)


def test_a_closed_vault_takes_no_new_passphrase(case: Path, home: Path) -> None:
    keys = VaultFile(case, home)
    keys.begin()
    keys.set_passphrase("owner", PHRASE)

    with pytest.raises(UsageError):
        VaultFile(case, home).set_passphrase("owner", OTHER)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"format": "kashf-vault-2", "public": "", "ways": []}', b'{"format": "kashf-vault-1"}'],
)
def test_a_damaged_file_is_named_as_such(case: Path, home: Path, content: bytes) -> None:
    VaultFile(case, home).begin()
    (case / "vault.json").write_bytes(content)

    for ask in (lambda keys: keys.public, lambda keys: keys.begin(), lambda keys: keys.unlock(PHRASE)):
        with pytest.raises(DamagedVaultError):
            ask(VaultFile(case, home))


def test_a_public_key_that_was_swapped_is_noticed_by_the_passphrase(case: Path, home: Path) -> None:
    keys = VaultFile(case, home)
    keys.begin()
    keys.set_passphrase("owner", PHRASE)
    told = json.loads((case / "vault.json").read_bytes())
    (case / "vault.json").write_text(json.dumps({**told, "public": note_box.new_key()[1].hex()}))

    with pytest.raises(WrongPassphraseError):
        VaultFile(case, home).unlock(PHRASE)


def test_an_open_key_of_another_vault_opens_nothing(case: Path, home: Path) -> None:
    keys = VaultFile(case, home)
    keys.begin()
    (key,) = home.iterdir()
    key.write_text(note_box.new_key()[0].hex())

    with pytest.raises(DamagedVaultError):
        VaultFile(case, home).private()


def test_who_was_admitted_by_a_public_key_opens_it_with_the_secret_one(case: Path, home: Path) -> None:
    import pyrage

    key, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    keys = VaultFile(case, home)
    keys.begin()
    private = keys.private()
    keys.set_passphrase("owner", PHRASE)
    keys.add_recipient("layla", str(key.to_public()))

    (reader := VaultFile(case, None)).unlock_with(f"# hers\n{key}\n")
    assert (private, ("owner", "layla")) == (reader.private(), reader.ways)
    with pytest.raises(WrongPassphraseError):
        VaultFile(case, None).unlock_with(str(other))
    for nothing in ("", str(key.to_public())):
        with pytest.raises(UsageError):
            VaultFile(case, None).unlock_with(nothing)
    with pytest.raises(UsageError):
        keys.add_recipient("x", "age1")
    with pytest.raises(UsageError):
        VaultFile(case, None).add_recipient("x", str(key.to_public()))


def test_no_file_makes_anybody_try_a_thousand_ways(case: Path, home: Path) -> None:
    keys = VaultFile(case, home)
    keys.begin()
    keys.set_passphrase("owner", PHRASE)
    told = json.loads((case / "vault.json").read_bytes())
    (case / "vault.json").write_text(json.dumps({**told, "ways": told["ways"] * 33}))

    with pytest.raises(DamagedVaultError):
        VaultFile(case, home).unlock(PHRASE)


def test_a_pipe_in_place_of_the_file_is_damage_and_holds_nobody_up(case: Path, home: Path) -> None:
    VaultFile(case, home).begin()
    (case / "vault.json").unlink()
    os.mkfifo(case / "vault.json")

    with pytest.raises(DamagedVaultError):
        VaultFile(case, home).begin()
