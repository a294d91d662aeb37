"""A backup that was cut short, changed, or made to lead elsewhere makes no case."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kashf.adapters.backups.backup_form import DIGESTS, HEAD, BackupHead, digests_file
from kashf.adapters.backups.packing_up import Packed, packed
from kashf.adapters.backups.taking_apart import TakenApart
from kashf.errors import DamagedBackupError, KashfError, LaterVersionError

OF = BackupHead("a" * 64, "b" * 64, 3, "2026-03-01 10:00:00 UTC", "1.0")
FILES = {"case.toml": b"format = 2\n", "case.db": b"records" * 300, "blobs/ab/one": b"", "sealed/note.json": b"x" * 512}


def backup_of(files: Mapping[str, bytes], head: BackupHead = OF) -> bytes:
    listed = [Packed(name, lambda content=content: io.BytesIO(content)) for name, content in files.items()]  # type: ignore[misc]  # a default binds the loop's value
    return b"".join(packed(head, listed, tell=lambda *_: None))


def take_apart(backup: bytes, folder: Path, *, at_once: int = 700) -> BackupHead:
    folder.mkdir()
    sink = TakenApart(folder)
    try:
        for start in range(0, len(backup), at_once):
            sink.write(backup[start : start + at_once])
        return sink.finish()
    finally:
        sink.discard()


def tar_of(*members: tuple[str, bytes, bytes]) -> bytes:
    """Return a backup of members by hand: name, content, type."""
    blocks = []
    for name, content, kind in members:
        info = tarfile.TarInfo(name)
        info.size, info.type = len(content), kind
        blocks.append(info.tobuf(tarfile.GNU_FORMAT) + content + bytes(-len(content) % 512))
    return b"".join(blocks) + bytes(1024)


@pytest.mark.parametrize("at_once", [1, 511, 512, 513, 1 << 20])
def test_files_come_out_as_they_went_in_however_they_are_cut_into_pieces(tmp_path: Path, at_once: int) -> None:
    assert take_apart(backup_of(FILES), tmp_path / "case", at_once=at_once) == OF
    assert FILES == {name: (tmp_path / "case" / name).read_bytes() for name in FILES}


def test_what_tar_itself_reads_is_the_same(tmp_path: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(backup_of(FILES))) as tar:
        assert [HEAD, *FILES, DIGESTS] == tar.getnames()
        tar.extractall(tmp_path, filter="data")
    assert FILES == {name: (tmp_path / name).read_bytes() for name in FILES}


def test_only_the_owner_may_look_and_blobs_are_not_written_again(tmp_path: Path) -> None:
    take_apart(backup_of(FILES), tmp_path / "case")

    assert ["0o700", "0o600", "0o400"] == [
        oct((tmp_path / "case" / name).stat().st_mode & 0o777) for name in ("blobs/ab", "case.db", "blobs/ab/one")
    ]


@given(some.integers(min_value=1, max_value=len(backup_of(FILES)) - 1025))
def test_a_backup_that_is_cut_short_is_refused(tmp_path_factory: pytest.TempPathFactory, length: int) -> None:
    with pytest.raises(DamagedBackupError):
        take_apart(backup_of(FILES)[:length], tmp_path_factory.mktemp("cut") / "case")


@given(some.integers(min_value=0, max_value=len(backup_of(FILES)) - 1), some.integers(min_value=1, max_value=255))
def test_a_byte_that_is_changed_makes_no_other_files(tmp_path_factory: pytest.TempPathFactory, at: int, by: int) -> None:
    backup, folder = bytearray(backup_of(FILES)), tmp_path_factory.mktemp("flip") / "case"
    backup[at] ^= by
    try:
        head = take_apart(bytes(backup), folder)
    except KashfError:
        return
    # What says nothing: a byte of padding, or of the head's own words, which the ledger is held against later.
    assert FILES == {name: (folder / name).read_bytes() for name in FILES}
    assert head.format == 1


@pytest.mark.parametrize(
    "name",
    [
        "../case.db",
        "/etc/case.db",
        "blobs/../../x",
        "blobs//x",
        ".hidden",
        "blobs/.x",
        "a\\b",
        "blobs/a b",
        "x\x00y",
        "كتيبة",
        "",
        HEAD,
        DIGESTS,
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DamagedBackupError):
        take_apart(tar_of((HEAD, OF.written(), tarfile.REGTYPE), (name, b"x", tarfile.REGTYPE)), tmp_path / "case")
    assert ["case"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE, tarfile.XHDTYPE])
def test_what_is_no_plain_file_is_refused(tmp_path: Path, kind: bytes) -> None:
    with pytest.raises(DamagedBackupError):
        take_apart(tar_of((HEAD, OF.written(), tarfile.REGTYPE), ("keys", b"", kind)), tmp_path / "case")
    assert [] == list((tmp_path / "case").iterdir())


@pytest.mark.parametrize(
    "members",
    [
        [],
        [("case.toml", b"x", tarfile.REGTYPE)],
        [(HEAD, OF.written(), tarfile.REGTYPE)],
        [(HEAD, OF.written(), tarfile.REGTYPE)] * 2,
        [(HEAD, OF.written(), tarfile.REGTYPE), *[("a", b"x", tarfile.REGTYPE)] * 2],
        [(HEAD, OF.written(), tarfile.REGTYPE), (DIGESTS, digests_file({}), tarfile.REGTYPE), ("a", b"x", tarfile.REGTYPE)],
        [(HEAD, OF.written(), tarfile.REGTYPE), (DIGESTS, digests_file({"a": "0"}), tarfile.REGTYPE)],
        [(HEAD, OF.written(), tarfile.REGTYPE), ("a", b"x", tarfile.REGTYPE), (DIGESTS, digests_file({"a": "0"}), tarfile.REGTYPE)],
        [(HEAD, b"[" * 60_000, tarfile.REGTYPE)],
        [(HEAD, b"{}", tarfile.REGTYPE)],
        [(HEAD, b"[]", tarfile.REGTYPE)],
        [(HEAD, b" " * 100_000, tarfile.REGTYPE)],
    ],
)
def test_files_in_another_order_or_that_say_nothing_are_refused(tmp_path: Path, members: list[tuple[str, bytes, bytes]]) -> None:
    with pytest.raises(DamagedBackupError):
        take_apart(tar_of(*members), tmp_path / "case")


def test_something_behind_the_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedBackupError, match="behind the end"):
        take_apart(backup_of(FILES) + b"x", tmp_path / "case")


def test_a_backup_of_a_newer_kashf_says_so(tmp_path: Path) -> None:
    newer = BackupHead(OF.case, OF.head, OF.entries, OF.time, "9.0", format=2)

    with pytest.raises(LaterVersionError, match="format is 2"):
        take_apart(backup_of(FILES, newer), tmp_path / "case")
