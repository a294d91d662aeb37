from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.adapters.age import age_stream
from kashf.adapters.age.age_keys import new_identity
from kashf.adapters.age.age_stream import opened_age, write_age
from kashf.errors import BadPathError, DamagedDeliveryError, NoSpaceError, UsageError, WrongPassphraseError

PIECES = [b"Umm Salim", b"", b"x" * 300_000, b"end"]


@pytest.fixture
def keys() -> tuple[str, str]:
    return new_identity()


def read(path: Path, secret: str) -> bytes:
    with opened_age(path, f"# a comment\n{secret}\n") as stream:
        return stream.read()


def test_what_was_written_to_two_keys_is_read_with_either_and_stands_nowhere_in_clear(tmp_path: Path, keys: tuple[str, str]) -> None:
    other = new_identity()
    write_age(tmp_path / "a.age", PIECES, recipients=[keys[1], other[1]])

    assert b"".join(PIECES) == read(tmp_path / "a.age", keys[0]) == read(tmp_path / "a.age", other[0])
    assert b"Salim" not in (tmp_path / "a.age").read_bytes()
    assert (["a.age"], 0o600) == ([path.name for path in tmp_path.iterdir()], (tmp_path / "a.age").stat().st_mode & 0o777)


def test_nothing_is_written_over_and_no_other_key_is_taken(tmp_path: Path, keys: tuple[str, str]) -> None:
    (tmp_path / "a.age").write_text("there")
    with pytest.raises(BadPathError):
        write_age(tmp_path / "a.age", PIECES, recipients=[keys[1]])
    for wrong in (keys[0], "age1", "", "ssh-ed25519 AAAA"):
        with pytest.raises(UsageError):
            write_age(tmp_path / "b.age", PIECES, recipients=[wrong])

    assert ["a.age"] == [path.name for path in tmp_path.iterdir()]


def test_a_fault_while_pieces_are_made_comes_through_as_it_is_and_leaves_nothing(tmp_path: Path, keys: tuple[str, str]) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"x" * 200_000
        raise BadPathError("gone")

    with pytest.raises(BadPathError, match="gone"):
        write_age(tmp_path / "a.age", pieces(), recipients=[keys[1]])
    assert [] == [*tmp_path.iterdir()]


def test_a_full_disk_is_named_and_leaves_nothing(tmp_path: Path, keys: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: object, data: bytes) -> int:
        self.fault = OSError(errno.ENOSPC, "full")  # type: ignore[attr-defined]  # of the class that is replaced
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(age_stream._Sink, "write", full)
    with pytest.raises(NoSpaceError):
        write_age(tmp_path / "a.age", PIECES, recipients=[keys[1]])
    assert [] == [*tmp_path.iterdir()]


def test_another_key_none_and_no_file_are_told_apart(tmp_path: Path, keys: tuple[str, str]) -> None:
    write_age(tmp_path / "a.age", PIECES, recipients=[keys[1]])
    (tmp_path / "b.age").write_text("no age")

    for path, secret, error in (
        ("a.age", new_identity()[0], WrongPassphraseError),
        ("a.age", "", UsageError),
        ("a.age", keys[1], UsageError),
        ("b.age", keys[0], DamagedDeliveryError),
        ("c.age", keys[0], BadPathError),
    ):
        with pytest.raises(error):
            read(tmp_path / path, secret)


@pytest.mark.parametrize("cut", [10, 60, 200, 250, 70_000, 300_000])
def test_cut_short_and_changed_are_told_whatever_was_read_before(tmp_path: Path, keys: tuple[str, str], cut: int) -> None:
    write_age(tmp_path / "a.age", PIECES, recipients=[keys[1]])
    whole = (tmp_path / "a.age").read_bytes()
    for damaged in (whole[:cut], whole[:cut] + bytes([whole[cut] ^ 1]) + whole[cut + 1 :]):
        (tmp_path / "a.age").write_bytes(damaged)
        with pytest.raises((DamagedDeliveryError, WrongPassphraseError)):
            read(tmp_path / "a.age", keys[0])


def test_whoever_stops_reading_stops_the_work(tmp_path: Path, keys: tuple[str, str]) -> None:
    write_age(tmp_path / "a.age", [b"x" * 1_000_000], recipients=[keys[1]])

    with opened_age(tmp_path / "a.age", keys[0]) as stream:
        assert b"x" == stream.read(1)
