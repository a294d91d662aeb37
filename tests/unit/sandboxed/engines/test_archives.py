from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.archives import ArchiveUnpacker
from tests.contracts.containers import MEMBERS, libarchive_file, tar_file, zip_file
from tests.hostile.bombs import overlapping_zip

#: Bit of a member's flags. Source: APPNOTE 6.3.10, section 4.4.4.
ENCRYPTED_FLAG = 1


def encrypted(content: bytes) -> bytes:
    """Return a zip whose members say that they are encrypted."""
    changed = bytearray(content)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + place] |= ENCRYPTED_FLAG
            at = changed.find(mark, at + 4)
    return bytes(changed)


def tar_of(*entries: tarfile.TarInfo) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for entry in entries:
            archive.addfile(entry, io.BytesIO(b"x" * entry.size))
    return buffer.getvalue()


def entry(name: str, kind: bytes = tarfile.REGTYPE, *, link: str = "", size: int = 0) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname, made.size = kind, link, size
    return made


@pytest.fixture
def unpacked(tmp_path: Path) -> Callable[..., list[tuple[Member, bytes | None]]]:
    """Return members with their contents."""

    def unpack(content: bytes, type: str, name: str = "") -> list[tuple[Member, bytes | None]]:
        path = tmp_path / "3"
        path.write_bytes(content)
        given = ArchiveUnpacker().members(Source(path, len(content), name, type), limits=Limits())
        return [(member, None if member.chunks is None else b"".join(member.chunks)) for member in given]

    return unpack


Unpack = Callable[..., list[tuple[Member, bytes | None]]]


def test_links_and_devices_are_listed_without_content_and_directories_not_at_all(unpacked: Unpack) -> None:
    content = tar_of(
        entry("folder", tarfile.DIRTYPE),
        entry("a.txt", size=3),
        entry("hard", tarfile.LNKTYPE, link="a.txt"),
        entry("soft", tarfile.SYMTYPE, link="/etc/passwd"),
        entry("tty", tarfile.CHRTYPE),
        entry("pipe", tarfile.FIFOTYPE),
    )

    found = [(member.untrusted_name, member.reason, content) for member, content in unpacked(content, "application/x-tar")]

    assert [
        (b"a.txt", "", b"xxx"),
        (b"hard", "link", None),
        (b"soft", "link", None),
        (b"tty", "device", None),
        (b"pipe", "device", None),
    ] == found


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "CON", "a\nb", "\u202egpj.exe", "-rf", "a" * 4000])
def test_a_hostile_name_comes_out_as_it_is_since_names_are_data(unpacked: Unpack, name: str) -> None:
    (member, content), *_ = unpacked(zip_file({name: b"x"}), "application/zip")

    assert (name.encode(), b"x") == (member.untrusted_name, content)


def test_separators_of_windows_are_shown_as_separators(unpacked: Unpack) -> None:
    assert [b"a/../b"] == [member.untrusted_name for member, _ in unpacked(zip_file({"a\\..\\b": b"x"}), "application/zip")]


def test_a_name_in_an_old_code_page_keeps_its_bytes(unpacked: Unpack) -> None:
    raw = "سجل".encode("cp720")
    content = zip_file({"sjl": b"x"}).replace(b"sjl", raw)

    assert [raw] == [member.untrusted_name for member, _ in unpacked(content, "application/zip")]


def test_encrypted_members_are_listed_with_that_reason(unpacked: Unpack) -> None:
    found = unpacked(encrypted(zip_file({"a": b"aaa", "b": b"bbb"})), "application/zip")

    assert [(b"a", Reason.ENCRYPTED, None), (b"b", Reason.ENCRYPTED, None)] == [(m.untrusted_name, m.reason, c) for m, c in found]


def test_a_member_packed_by_an_unknown_method_is_listed_as_unsupported(unpacked: Unpack) -> None:
    content = bytearray(zip_file({"a": b"aaa" * 50}))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.find(mark) + place] = 97

    assert [Reason.UNSUPPORTED] == [member.reason for member, _ in unpacked(bytes(content), "application/zip")]


@pytest.mark.parametrize(("name", "inner"), [("list.csv.gz", b"list.csv"), ("list", b"list"), ("", b"data")])
def test_a_compressed_file_is_one_member_named_after_it(unpacked: Unpack, name: str, inner: bytes) -> None:
    ((member, content),) = unpacked(gzip.compress(b"id,name\n"), "application/gzip", name)

    assert (inner, b"id,name\n") == (member.untrusted_name, content)


def test_a_compressed_archive_is_taken_apart_at_once(unpacked: Unpack) -> None:
    found = unpacked(gzip.compress(tar_file()), "application/gzip", "papers.tgz")

    assert dict(MEMBERS) == {member.untrusted_name.decode(): content for member, content in found}


def test_a_list_of_files_elsewhere_is_never_followed(unpacked: Unpack, tmp_path: Path) -> None:
    """libarchive's mtree format opens the files it names; it must not be switched on for any type."""
    (tmp_path / "outside").write_bytes(b"outside")
    listing = f"#mtree\n{tmp_path}/outside type=file contents={tmp_path}/outside\n".encode()

    contents = [content for _, content in unpacked(gzip.compress(listing), "application/gzip")]

    assert [listing] == contents


def test_a_zip_whose_list_of_members_is_lost_gives_what_comes_before_the_break(unpacked: Unpack, tmp_path: Path) -> None:
    whole = zip_file({"a": b"a" * 100, "b": b"b" * 100}, method=zipfile.ZIP_STORED)
    path = tmp_path / "4"
    path.write_bytes(whole[:200])
    given = ArchiveUnpacker().members(Source(path, 200, type="application/zip"), limits=Limits())

    assert b"a" * 100 == b"".join(next(given).chunks or ())
    with pytest.raises(EngineError) as caught:
        list(given)
    assert Reason.DAMAGED is caught.value.reason


def test_a_member_whose_sum_is_wrong_is_had_and_the_archive_counts_as_damaged(unpacked: Unpack, tmp_path: Path) -> None:
    content = zip_file({"a": b"first", "b": b"other"}, method=zipfile.ZIP_STORED).replace(b"first", b"fjrst")
    path = tmp_path / "4"
    path.write_bytes(content)
    given = ArchiveUnpacker().members(Source(path, len(content), type="application/zip"), limits=Limits())

    assert [b"fjrst", b"other"] == [b"".join(next(given).chunks or ()) for _ in range(2)]
    with pytest.raises(EngineError) as caught:
        next(given)
    assert Reason.DAMAGED is caught.value.reason


def test_the_holes_of_a_sparse_member_are_zeros(unpacked: Unpack) -> None:
    """Source of the form: GNU tar manual, "Storing Sparse Files", version 0.0."""
    sparse = tarfile.TarInfo("sparse")
    sparse.size = 3
    sparse.pax_headers = {
        "GNU.sparse.size": "200000",
        "GNU.sparse.numblocks": "1",
        "GNU.sparse.offset": "100000",
        "GNU.sparse.numbytes": "3",
    }
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(sparse, io.BytesIO(b"xyz"))

    assert [b"\0" * 100_000 + b"xyz" + b"\0" * 99_997] == [content for _, content in unpacked(buffer.getvalue(), "application/x-tar")]


@pytest.mark.parametrize("length", [1, 512, 70_000])
def test_zeros_that_were_compressed_are_no_empty_archive(unpacked: Unpack, length: int) -> None:
    found = unpacked(gzip.compress(b"\0" * length), "application/gzip", "zeros.gz")

    assert [(b"zeros", b"\0" * length)] == [(member.untrusted_name, content) for member, content in found]


def test_nothing_that_was_compressed_is_nothing(unpacked: Unpack) -> None:
    assert [] == unpacked(gzip.compress(b""), "application/gzip", "empty.gz")


def test_a_zip_whose_list_leads_astray_is_read_from_front_to_back(unpacked: Unpack, tmp_path: Path) -> None:
    content = bytearray(zip_file({"a": b"aaa", "b": b"bbb"}))
    for record in (content.index(b"PK\x01\x02"), content.rindex(b"PK\x01\x02")):
        content[record + 42] ^= 0xFF
    path = tmp_path / "4"
    path.write_bytes(content)
    given = ArchiveUnpacker().members(Source(path, len(content), type="application/zip"), limits=Limits())

    assert [b"aaa", b"bbb"] == [b"".join(next(given).chunks or ()) for _ in range(2)]
    with pytest.raises(EngineError):
        next(given)


def test_a_zip_that_lists_one_member_under_many_names_counts_as_damaged(unpacked: Unpack) -> None:
    with pytest.raises(EngineError) as caught:
        unpacked(overlapping_zip(members=3), "application/zip")

    assert Reason.DAMAGED is caught.value.reason


def test_members_of_a_xar_end_where_they_say(unpacked: Unpack) -> None:
    """libarchive 3.6 itself hangs zeros on every member but the first."""
    found = unpacked(libarchive_file("xar", {"a": b"a" * 70_000, "b": b"b" * 9}), "application/x-xar")

    assert [70_000, 9] == [len(content or b"") for _, content in found]


def test_a_rar_in_which_nothing_begins_is_not_taken_for_empty(unpacked: Unpack) -> None:
    empty_rar5 = bytes.fromhex("526172211a070100") + bytes.fromhex("3392b5e50a010506000501018080001d77565103050400")

    with pytest.raises(EngineError) as caught:
        unpacked(empty_rar5, "application/vnd.rar")

    assert Reason.DAMAGED is caught.value.reason


def test_words_of_an_archive_are_not_in_what_is_said_of_it(unpacked: Unpack) -> None:
    content = zip_file({"secret-name": b"x" * 3000}, method=zipfile.ZIP_STORED)

    with pytest.raises(EngineError) as caught:
        unpacked(content[:500], "application/zip")

    assert "secret" not in caught.value.detail
