from __future__ import annotations

import os
from pathlib import Path

import pytest

from kashf.adapters.sandbox import sources


def _never(_: os.stat_result) -> bool:
    return False


def _always(_: os.stat_result) -> bool:
    return True


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter"
    path.write_bytes(b"as it was received")
    return path


def test_a_file_is_handed_over_open_read_only_and_closed_afterwards(letter: Path) -> None:
    with sources.opened([letter], must_copy=_never) as (descriptor,):
        content = os.read(descriptor, 100)
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.write(descriptor, b"x")
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)

    assert b"as it was received" == content


def test_bytes_are_handed_over_after_the_files_and_cannot_be_changed(letter: Path) -> None:
    with sources.opened([letter], must_copy=_never, payloads=(b"asked", b"")) as (_, asked, empty):
        again = os.open(f"/proc/self/fd/{asked}", os.O_RDWR)
        with pytest.raises(PermissionError):
            os.write(again, b"x")
        os.close(again)

        assert (b"asked", b"") == (os.read(asked, 100), os.read(empty, 100))


def test_a_copy_in_memory_has_the_bytes_and_cannot_be_changed_by_anyone_who_opens_it_again(letter: Path) -> None:
    with sources.opened([letter], must_copy=_always) as (descriptor,):
        content = os.read(descriptor, 100)
        # Who opened a file can open it again by its number, for writing too; so its seals have to hold.
        again = os.open(f"/proc/self/fd/{descriptor}", os.O_RDWR)
        for deed in (lambda: os.write(again, b"x"), lambda: os.ftruncate(again, 0), lambda: os.ftruncate(again, 1000)):
            with pytest.raises(PermissionError):
                deed()
        os.close(again)

    assert b"as it was received" == content
    assert b"as it was received" == letter.read_bytes()


def test_which_files_are_copied_is_asked_for_each(letter: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"longer than the letter is")
    with sources.opened([letter, other], must_copy=lambda facts: facts.st_size > 20) as descriptors:
        links = [str(Path(f"/proc/self/fd/{descriptor}").readlink()) for descriptor in descriptors]

    assert [str(letter), "/memfd:source (deleted)"] == links


def test_a_file_too_large_to_copy_is_refused_not_cut(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_COPY_BYTES", 5)

    with pytest.raises(sources.SourceError, match="ordinary user"), sources.opened([letter], must_copy=_always):
        pass


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path, letter: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(letter)
    before = len(list(Path("/proc/self/fd").iterdir()))

    for path in (pipe, link, tmp_path, tmp_path / "missing", Path("/dev/zero")):
        with pytest.raises(sources.SourceError), sources.opened([letter, path], must_copy=_never):
            pass
    assert before == len(list(Path("/proc/self/fd").iterdir()))


def test_more_files_than_one_message_carries_are_refused(letter: Path) -> None:
    with pytest.raises(sources.SourceError, match="129"), sources.opened([letter] * 129, must_copy=_never):
        pass
