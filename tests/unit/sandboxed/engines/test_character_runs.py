from __future__ import annotations

import random
from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.character_runs import CharacterRunReader
from tests.documents import ARABIC, ENGLISH, source_of

NOISE = random.Random(1).randbytes


def _read(folder: Path, content: bytes) -> Extract:
    return CharacterRunReader().read(source_of(folder, content, "application/octet-stream"), limits=Limits())


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("before", [400, 401])
def test_words_are_found_among_other_bytes_and_are_not_held_for_sure(tmp_path: Path, text: str, encoding: str, before: int) -> None:
    extract = _read(tmp_path, NOISE(before) + b"\0" + text.encode(encoding) + b"\0\0" + NOISE(400))

    assert text in extract.pages[0].text
    assert not extract.pages[0].is_sure
    assert (Status.PARTIAL, Reason.LOW_CONFIDENCE) == (extract.status, extract.reason)


def test_in_bytes_without_order_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        _read(tmp_path, NOISE(300_000))

    assert Reason.UNSUPPORTED is caught.value.reason


def test_what_waits_beside_a_database_is_looked_at() -> None:
    assert CharacterRunReader().reads("application/x-sqlite3-wal")


@pytest.mark.parametrize("type", ["image/png", "video/mp4", "application/zip", "application/encrypted", "inode/x-empty", "text/plain"])
def test_what_is_packed_or_anothers_to_read_is_not_looked_at(type: str) -> None:
    assert not CharacterRunReader().reads(type)
