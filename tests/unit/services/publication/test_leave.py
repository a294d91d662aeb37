"""The gate refuses what holds a protected string, tells places and no string, and says what it looked for."""

from __future__ import annotations

import pytest

from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.errors import NotAllowedError, UsageError
from kashf.services.publication.leave import leave


def test_what_holds_a_protected_string_is_refused_without_telling_it() -> None:
    with pytest.raises(NotAllowedError, match=r"string 2 in a\.csv") as refused:
        leave({"a.csv": "كتب الشمالي".encode()}, ["Omar Zaki", "Shamali"])

    assert "Shamali" not in str(refused.value)


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(UsageError):
        leave({"a.csv": b"x"}, [])


def test_what_was_looked_for_is_said() -> None:
    looked = leave({"a.csv": b"mail a@example.org"}, ["Omar Zaki"])

    assert (1, {RedactedPattern.MAILS: 1}) == (looked.strings, dict(looked.identifiers))
    assert 0 == leave({"a.csv": b""}).strings
