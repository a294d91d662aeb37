from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.adapters.folder_blobs import FolderBlobs, FolderDraft, translate_disk_full
from kashf.domain.document import Sighting
from kashf.domain.ids import canonical_json
from kashf.errors import BadPathError, DamagedCaseError, NoSpaceError
from kashf.intake.paths import display_path
from kashf.intake.receive import Batch, Found, find_files, read_manifest, receive, write_manifest
from tests.counting import few_calls


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobs:
    (tmp_path / "blobs").mkdir()
    return FolderBlobs(tmp_path / "blobs")


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    folder = tmp_path / "leak"
    (folder / "دفعة أولى").mkdir(parents=True)
    (folder / "دفعة أولى" / "أمر.txt").write_text("أمر")
    (folder / "b.txt").write_text("b")
    return folder


def names(found: list[Found], root: Path) -> list[str]:
    return [str(one.path.relative_to(root)) for one in found]


def take(leak: Path, blobs: FolderBlobs) -> list[Sighting]:
    return [seen for batch in receive(find_files([leak]), channel="courier", blobs=blobs) for seen in batch.sightings]


def test_files_are_found_in_one_order_whatever_the_file_system_says(leak: Path) -> None:
    assert ["b.txt", "دفعة أولى/أمر.txt"] == names(list(find_files([leak])), leak)


def test_a_path_that_does_not_exist_is_a_usage_error_before_anything_is_received(leak: Path) -> None:
    with pytest.raises(BadPathError):
        next(find_files([leak, leak / "nothing"]))


def test_links_pipes_and_loops_are_listed_with_a_reason_and_not_followed(leak: Path) -> None:
    (leak / "link").symlink_to("/etc/passwd")
    (leak / "loop").symlink_to(leak)
    os.mkfifo(leak / "pipe")

    reasons = {one.path.name: one.reason for one in find_files([leak]) if one.reason}

    assert {"link": "symbolic link, not followed", "loop": "symbolic link, not followed", "pipe": "not a regular file"} == reasons


def test_a_file_swapped_for_a_link_after_it_was_found_is_not_followed(leak: Path, blobs: FolderBlobs, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("of another")
    found = list(find_files([leak / "b.txt"]))
    (leak / "b.txt").unlink()
    (leak / "b.txt").symlink_to(tmp_path / "secret")

    ((seen,),) = [batch.sightings for batch in receive(found, channel="courier", blobs=blobs)]

    assert (None, os.strerror(errno.ELOOP).lower()) == (seen.document, seen.reason)
    assert [] == list(blobs.ids())


def test_folders_nested_deeper_than_calls_may_go_are_gone_through(tmp_path: Path) -> None:
    deepest = tmp_path / "leak" / "/".join("0" * 300)
    deepest.mkdir(parents=True)
    (deepest / "below.txt").touch()
    (tmp_path / "leak" / "z.txt").touch()

    with few_calls(60):
        found = list(find_files([tmp_path / "leak"]))

    assert [("below.txt", ""), ("z.txt", "")] == [(each.path.name, each.reason) for each in found]


def test_the_case_itself_is_not_received(leak: Path) -> None:
    (leak / "x.case").mkdir()
    (leak / "x.case" / "case.db").write_text("")

    assert ["b.txt", "دفعة أولى/أمر.txt"] == names(list(find_files([leak], leave_out=leak / "x.case")), leak)


def test_received_bytes_are_in_the_store_under_their_hash(leak: Path, blobs: FolderBlobs) -> None:
    seen = take(leak, blobs)

    assert ["b", "أمر"] == [blobs.path(one.document).read_text() for one in seen if one.document]
    assert all(blobs.fault(one.document) == "" for one in seen if one.document)


def test_names_with_newline_bidi_override_and_bytes_beyond_utf_8_are_kept(leak: Path, blobs: FolderBlobs) -> None:
    strange = [b"line\nbreak", "gpj.\u202eexe".encode(), b"latin-\xe9"]
    for name in strange:
        Path(os.fsdecode(os.fsencode(leak) + b"/" + name)).write_bytes(name)

    raw = {one.raw_path.rpartition(b"/")[2] if one.raw_path else one.path.rpartition("/")[2].encode() for one in take(leak, blobs)}

    assert set(strange) <= raw


def test_a_file_that_changes_while_it_is_read_is_listed_and_not_kept(
    leak: Path, blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = os.fstat
    calls = []

    def fstat(descriptor: int) -> os.stat_result:
        calls.append(descriptor)
        if len(calls) == 1:
            result = original(descriptor)
            with (leak / "b.txt").open("a") as stream:
                stream.write("more")
            return result
        return original(descriptor)

    monkeypatch.setattr("kashf.intake.receive.os.fstat", fstat)
    first = take(leak, blobs)[0]

    assert (None, "changed while it was read") == (first.document, first.reason)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_read_permission_is_listed_with_the_reason(leak: Path, blobs: FolderBlobs) -> None:
    (leak / "b.txt").chmod(0)

    assert (None, "permission denied") == (take(leak, blobs)[0].document, take(leak, blobs)[0].reason)


def test_a_file_that_breaks_off_is_listed_and_the_others_are_taken(leak: Path, blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (leak / "b.txt").stat().st_ino

    class Disk(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if os.fstat(self.fileno()).st_ino == broken:
                raise OSError(errno.EIO, "Input/output error")
            return super().read(size) or b""

    whole = os.fdopen

    def opened(descriptor: int, mode: str, **more: Any) -> Any:
        return Disk(descriptor) if mode == "rb" else whole(descriptor, mode, **more)

    monkeypatch.setattr("kashf.intake.receive.os.fdopen", opened)
    seen = take(leak, blobs)

    assert [(True, "input/output error"), (False, "")] == [(one.document is None, one.reason) for one in seen]
    assert 0 == blobs.sweep()


@pytest.mark.parametrize(("code", "expected"), [(errno.EIO, OSError), (errno.EROFS, OSError), (errno.ENOSPC, NoSpaceError)])
def test_a_fault_of_the_disk_of_the_case_is_not_put_down_to_a_file(
    leak: Path, blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch, code: int, expected: type[Exception]
) -> None:
    def write(draft: FolderDraft, chunk: bytes) -> int:
        with translate_disk_full():
            raise OSError(code, "fault")

    monkeypatch.setattr(FolderDraft, "write", write)
    with pytest.raises(expected):
        take(leak, blobs)

    assert 0 == blobs.sweep()


@pytest.mark.parametrize("call", ["open", "list"])
def test_a_system_that_opens_no_more_files_is_not_put_down_to_a_file(
    leak: Path, blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def short(*_: object, **__: object) -> int:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr("kashf.intake.receive.os.open" if call == "open" else "pathlib.Path.iterdir", short)

    with pytest.raises(OSError, match="Too many"):
        take(leak, blobs)


def test_a_time_that_no_calendar_has_is_left_out(leak: Path, blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch) -> None:
    original = os.fstat

    def fstat(descriptor: int) -> object:
        true = original(descriptor)
        return SimpleNamespace(st_mode=true.st_mode, st_size=true.st_size, st_mtime_ns=1 << 68)

    monkeypatch.setattr("kashf.intake.receive.os.fstat", fstat)

    assert [None, None] == [one.modified for one in take(leak, blobs)]


def test_a_folder_that_cannot_be_listed_is_itself_listed(leak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.iterdir

    def iterdir(self: Path) -> Iterator[Path]:
        if self.name == "دفعة أولى":
            raise PermissionError(13, "Permission denied")
        return original(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)

    assert [("b.txt", ""), ("دفعة أولى", "permission denied")] == [(one.path.name, one.reason) for one in find_files([leak])]


def test_many_files_are_received_in_batches_that_are_whole(tmp_path: Path, blobs: FolderBlobs) -> None:
    leak = tmp_path / "many"
    leak.mkdir()
    for number in range(600):
        (leak / f"{number:04}").write_text(str(number))

    batches: list[Batch] = list(receive(find_files([leak]), channel="courier", blobs=blobs))

    assert [256, 256, 88] == [len(batch.sightings) for batch in batches]
    assert 600 == len(list(blobs.ids()))


def test_a_manifest_says_what_was_seen_and_reads_back(leak: Path, blobs: FolderBlobs) -> None:
    (leak / "link").symlink_to("/etc/passwd")
    Path(os.fsdecode(os.fsencode(leak) + b"/\xff")).write_bytes(b"x")
    seen = take(leak, blobs)
    draft = blobs.draft()
    id = write_manifest(seen, draft=draft)
    blobs.keep([draft])

    assert tuple(seen) == read_manifest(blobs.path(id).read_bytes())


@given(st.binary())
def test_a_path_of_any_bytes_can_be_written_down_and_its_bytes_are_not_lost(untrusted_path: bytes) -> None:
    path, raw = display_path(untrusted_path)

    assert untrusted_path == (path.encode("utf-8") if raw is None else raw)
    assert canonical_json({"path": path})


@given(st.lists(st.binary(min_size=1), max_size=5), st.text(st.characters(exclude_categories=["Cs"])))
def test_a_manifest_of_paths_of_any_bytes_reads_back(untrusted_paths: list[bytes], channel: str) -> None:
    sightings = []
    for untrusted_path in untrusted_paths:
        path, raw = display_path(untrusted_path)
        sightings.append(Sighting(None, path, channel, raw_path=raw, reason="not a regular file"))
    lines: list[bytes] = []
    write_manifest(sightings, draft=Mock(write=lines.append))

    assert tuple(sightings) == read_manifest(b"".join(lines))


@pytest.mark.parametrize(
    "content", [b"{}\n", b"not json\n", b'{"format":"kashf-manifest-2"}\n', b'{"format":"kashf-manifest-1"}\n{"a":1}\n']
)
def test_a_manifest_of_another_form_is_refused(content: bytes) -> None:
    with pytest.raises(DamagedCaseError):
        read_manifest(content)


def test_the_place_of_each_file_as_its_folder_was_listed_is_kept(leak: Path, blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("c.txt", "a.txt", "b.txt")
    for name in names:
        (leak / "pile" / name).parent.mkdir(exist_ok=True)
        (leak / "pile" / name).write_text(name)
    monkeypatch.setattr(Path, "iterdir", lambda folder: iter([folder / name for name in names]))
    batches = list(receive(find_files([leak / "pile"]), channel="courier", blobs=blobs))
    draft = blobs.draft()
    manifest = write_manifest(batches[0].sightings, draft=draft)
    blobs.keep([draft])
    with blobs.open(manifest) as file:
        kept = read_manifest(file.read())

    assert [("pile/a.txt", 1), ("pile/b.txt", 2), ("pile/c.txt", 0)] == [(each.path, each.ordinal) for each in kept]


def test_a_manifest_of_before_listings_were_kept_is_read() -> None:
    line = b'{"channel":"courier","document":null,"modified":null,"path":"a","raw":null,"reason":"gone","size":0}'

    assert [0] == [each.ordinal for each in read_manifest(b'{"format":"kashf-manifest-1"}\n' + line)]
