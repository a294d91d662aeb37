from __future__ import annotations

import json
import os
from pathlib import Path

import pyrage
import pytest

from kashf.adapters.encrypted.case_keys import CaseKeys, fresh_keys
from kashf.adapters.encrypted.key_file import (
    COST,
    KEY_FILE,
    MOST_WAYS,
    KeyFile,
    PassphraseCost,
    destroy_key_file,
    read_key_file,
    write_key_file,
)
from kashf.errors import DamagedKeysError, NotFoundError, UsageError, WrongPassphraseError

#: What a test can bear; every case of a person has COST.
LITTLE = PassphraseCost(64, 1, 1)
PHRASE = "four words by chance"


def _file(keys: CaseKeys) -> KeyFile:
    return KeyFile(keys.id, keys.check).with_passphrase(keys, PHRASE, name="first", cost=LITTLE)


def test_a_try_costs_a_quarter_of_a_gib_unless_told_otherwise() -> None:
    assert COST == PassphraseCost(256 * 1024, 3, 4)


def test_each_passphrase_opens_the_same_key_and_no_other_does(tmp_path: Path) -> None:
    keys = fresh_keys()
    write_key_file(tmp_path, _file(keys).with_passphrase(keys, "مفتاح آخر", name="second", cost=LITTLE))
    read = read_key_file(tmp_path, id=keys.id)

    assert keys == read.by_passphrase(PHRASE) == read.by_passphrase("مفتاح آخر")
    with pytest.raises(WrongPassphraseError):
        read.by_passphrase(f"{PHRASE} ")


def test_a_recipient_opens_it_by_the_secret_key_of_age_and_no_other_does(tmp_path: Path) -> None:
    keys, mine, others = fresh_keys(), pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    write_key_file(tmp_path, _file(keys).with_recipient(keys, str(mine.to_public()), name="Samar"))
    read = read_key_file(tmp_path, id=keys.id)

    assert keys == read.by_identity(f"# created by age-keygen\n{mine}\n")
    with pytest.raises(WrongPassphraseError):
        read.by_identity(str(others))
    for none in ("", "# nothing\n", "AGE-SECRET-KEY-1NONE", "word"):
        with pytest.raises(UsageError):
            read.by_identity(none)


@pytest.mark.parametrize("recipient", ["", "age1", "age1" + "q" * 58, "ssh-ed25519 AAAA", "x" * 10_000])
def test_what_is_no_public_key_is_refused(recipient: str) -> None:
    keys = fresh_keys()

    with pytest.raises(UsageError):
        _file(keys).with_recipient(keys, recipient, name="Samar")


def test_what_was_removed_opens_nothing_and_the_last_is_not_removed() -> None:
    keys = fresh_keys()
    file = _file(keys).with_passphrase(keys, "another one, later", name="second", cost=LITTLE).without("first")

    with pytest.raises(WrongPassphraseError):
        file.by_passphrase(PHRASE)
    with pytest.raises(UsageError):
        file.without("second")
    with pytest.raises(NotFoundError):
        file.without("first")


def test_two_ways_of_one_name_and_too_many_are_refused() -> None:
    keys = fresh_keys()
    file = _file(keys)
    with pytest.raises(UsageError):
        file.with_passphrase(keys, PHRASE, name="first", cost=LITTLE)
    for number in range(MOST_WAYS - 1):
        file = file.with_passphrase(keys, PHRASE, name=str(number), cost=LITTLE)
    with pytest.raises(UsageError):
        file.with_passphrase(keys, PHRASE, name="one more", cost=LITTLE)


def test_a_bit_that_is_turned_anywhere_is_damage_and_no_wrong_passphrase(tmp_path: Path) -> None:
    keys = fresh_keys()
    write_key_file(tmp_path, _file(keys))
    whole = (tmp_path / KEY_FILE).read_bytes()

    for place in range(len(whole) - 1):
        changed = bytearray(whole)
        changed[place] ^= 1
        (tmp_path / KEY_FILE).write_bytes(changed)
        with pytest.raises(DamagedKeysError):
            read_key_file(tmp_path, id=keys.id)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b'{"sha256": 1}', b"\xff", b"[" * 100_000])
def test_what_is_no_key_file_is_damage(tmp_path: Path, content: bytes) -> None:
    (tmp_path / KEY_FILE).write_bytes(content)

    with pytest.raises(DamagedKeysError):
        read_key_file(tmp_path, id="0" * 32)


def test_keys_that_are_missing_or_of_another_case_are_told(tmp_path: Path) -> None:
    with pytest.raises(DamagedKeysError, match="missing"):
        read_key_file(tmp_path, id="0" * 32)
    write_key_file(tmp_path, _file(fresh_keys()))
    with pytest.raises(DamagedKeysError, match="another case"):
        read_key_file(tmp_path, id="0" * 32)


def test_a_forged_file_cannot_ask_for_more_memory_than_a_machine_has(tmp_path: Path) -> None:
    keys = fresh_keys()
    first = _file(keys).ways[0]
    forged = type(first)(first.name, first.kind, {**first.body, "memory_kib": 1 << 40})
    write_key_file(tmp_path, KeyFile(keys.id, keys.check, (forged,)))

    with pytest.raises(DamagedKeysError):
        read_key_file(tmp_path, id=keys.id).by_passphrase(PHRASE)


def test_costs_that_were_lowered_open_nothing(tmp_path: Path) -> None:
    keys = fresh_keys()
    file = KeyFile(keys.id, keys.check).with_passphrase(keys, PHRASE, name="first", cost=PassphraseCost(64, 2, 1))
    forged = type(file.ways[0])("first", file.ways[0].kind, {**file.ways[0].body, "passes": 1})
    write_key_file(tmp_path, KeyFile(keys.id, keys.check, (forged,)))

    with pytest.raises(WrongPassphraseError):
        read_key_file(tmp_path, id=keys.id).by_passphrase(PHRASE)


def test_only_its_owner_may_read_it_and_it_holds_neither_key_nor_passphrase(tmp_path: Path) -> None:
    keys = fresh_keys()
    write_key_file(tmp_path, _file(keys))
    stored = (tmp_path / KEY_FILE).read_text()

    assert 0o600 == (tmp_path / KEY_FILE).stat().st_mode & 0o777
    assert not [secret for secret in (keys.secret.hex(), PHRASE) if secret in stored]
    assert {"format", "id", "check", "ways", "sha256"} == set(json.loads(stored))


def test_what_was_destroyed_is_gone(tmp_path: Path) -> None:
    keys = fresh_keys()
    write_key_file(tmp_path, _file(keys))
    destroy_key_file(tmp_path)

    assert [] == list(tmp_path.iterdir())


def test_a_pipe_in_place_of_the_file_is_damage_and_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / KEY_FILE)

    with pytest.raises(DamagedKeysError):
        read_key_file(tmp_path, id="0" * 32)
