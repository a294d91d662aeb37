from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest

from kashf.adapters.taggers.model_file import KeptModel, keep_model, kept_bytes, kept_model
from kashf.domain.entity import MentionType
from kashf.errors import UnfinishedError

TYPES = frozenset({MentionType.PERSON, MentionType.PLACE})
KEPT = KeptModel(b"a\n\x00b", TYPES, {("rules:title", MentionType.PERSON): 0.75})


def kept(path: Path) -> KeptModel:
    return kept_model(kept_bytes(path) or b"")


def test_a_model_comes_back_with_what_it_may_find_and_is_nobody_elses_to_read(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "learned-names"

    assert None is kept_bytes(path)
    keep_model(path, KeptModel(b"old", frozenset(), {}))
    keep_model(path, KEPT)

    assert KEPT == kept(path)
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert [path] == list(path.parent.iterdir())


DAMAGES = (
    *(b"", b"x", b"{}\nmodel", b"[]\nmodel", b"[" * 20_000, b'{"format": "other", "types": [], "sha256": ""}\n'),
    b'{"format": "kashf-learned-2", "types": [], "precisions": [["x", "PER", %d]], "sha256": ""}\n' % 10**400,
)


@pytest.mark.parametrize("damage", DAMAGES, ids=range(len(DAMAGES)))
def test_a_model_that_is_not_as_it_was_written_is_named(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "learned-names").write_bytes(damage)

    with pytest.raises(UnfinishedError, match="learned-names"):
        kept(tmp_path / "learned-names")


def test_a_model_with_a_changed_byte_is_named(tmp_path: Path) -> None:
    path = tmp_path / "learned-names"
    keep_model(path, KEPT)
    path.write_bytes(path.read_bytes()[:-1] + b"m")

    with pytest.raises(UnfinishedError):
        kept(path)


def test_a_model_of_an_earlier_kashf_is_used_without_what_was_not_measured(tmp_path: Path) -> None:
    path = tmp_path / "learned-names"
    path.write_bytes(
        b'{"format": "kashf-learned-1", "types": ["PER"], "sha256": "' + hashlib.sha256(b"old").hexdigest().encode() + b'"}\nold'
    )

    assert KeptModel(b"old", frozenset({MentionType.PERSON}), {}) == kept(path)


def test_a_pipe_in_the_place_of_a_model_is_named_and_holds_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "learned-names")

    with pytest.raises(UnfinishedError, match="learned-names"):
        kept_bytes(tmp_path / "learned-names")
