from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from kashf.adapters.encrypted.case_keys import CaseKeys, fresh_keys, keyed_name


def test_keys_are_derived_as_rfc_5869_says() -> None:
    keys = CaseKeys("ab" * 16, bytes(range(32)))
    expected = HKDFExpand(SHA256(), 32, b"kashf " + b"ab" * 16 + b" blobs").derive(keys.secret)

    assert keys.derived("blobs") == expected


def test_each_purpose_each_case_and_each_name_has_its_own() -> None:
    keys, others = fresh_keys(), fresh_keys()
    derived = {each.derived(purpose) for each in (keys, others) for purpose in ("blobs", "records", "index", "check")}

    assert len(derived) == 8
    assert keyed_name(keys.derived("names"), "a") != keyed_name(others.derived("names"), "a")


def test_a_key_is_not_shown() -> None:
    keys = fresh_keys()

    assert keys.secret.hex() not in repr(keys)
    assert repr(keys.secret) not in repr(keys)
