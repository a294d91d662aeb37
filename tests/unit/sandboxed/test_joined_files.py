from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kashf.sandboxed import worker
from kashf.sandboxed.joined_files import JoinedFiles
from tests.contracts.containers import libarchive_file, tar_file, zip_file
from tests.divided import cut, rar_volumes, spanned_zip
from tests.documents import pdf
from tests.encrypted import seven_zip

MEMBERS = {"one.txt": b"the mill " * 2000, "two.bin": bytes(range(256)) * 500, "three.txt": b"the orchard"}


class Members:
    """Keeps what is taken out."""

    def __init__(self) -> None:
        self.found: list[bytes] = []

    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        self.found.append(b"".join(chunks or ()))


def read(folder: Path, division: str, name: str, parts: list[bytes], *passwords: str) -> tuple[dict[str, Any], list[bytes]]:
    """Return a child's answer about parts, in order, and the members that it took out."""
    files, emit = [], Members()
    for number, content in enumerate(parts):
        path = folder / str(number)
        path.write_bytes(content)
        files.append(os.open(path, os.O_RDONLY))
    params = {"names": [name], "division": division, "passwords": [*passwords]}
    try:
        answer: Any = worker.handle({"kind": "read", "params": params}, files, emit)
    finally:
        for file in files:
            os.close(file)
    return answer, emit.found


ARCHIVES = {
    "letters.7z.001": ("numbered", cut(libarchive_file("7zip", MEMBERS), 3)),
    "letters.zip.001": ("numbered", cut(zip_file(MEMBERS), 4)),
    "letters.tar.aa": ("numbered", cut(tar_file(MEMBERS), 5)),
    "letters.z01": ("spanned", spanned_zip(MEMBERS, 3)),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_parts_of_an_archive_give_its_members_whole(name: str, tmp_path: Path) -> None:
    division, parts = ARCHIVES[name]

    answer, members = read(tmp_path, division, name, parts)

    assert ("done", [*MEMBERS.values()]) == (answer["status"], members)


def test_volumes_of_a_rar_are_read_one_after_the_other(tmp_path: Path) -> None:
    answer, members = read(tmp_path, "volumes", "letters.part1.rar", rar_volumes("one.txt", MEMBERS["one.txt"], 3))

    assert ("done", [MEMBERS["one.txt"]]) == (answer["status"], members)


def test_an_encrypted_archive_in_parts_opens_with_its_password(tmp_path: Path) -> None:
    answer, members = read(tmp_path, "numbered", "letters.7z.001", cut(seven_zip(MEMBERS, "orchard"), 3), "no", "orchard")

    assert ([1], [*MEMBERS.values()]) == (answer["opened"], members)


def test_a_file_that_is_no_archive_is_one_member_as_it_was(tmp_path: Path) -> None:
    whole = pdf(["the mill"])

    answer, members = read(tmp_path, "numbered", "letter.pdf.001", cut(whole, 3))

    assert ("done", [whole], "application/pdf", []) == (answer["status"], members, answer["type"], answer["pages"])


def test_an_archive_whose_last_part_is_missing_is_divided(tmp_path: Path) -> None:
    answer, _ = read(tmp_path, "numbered", "letters.7z.001", cut(libarchive_file("7zip", MEMBERS), 3)[:2])

    assert ("failed", "divided") == (answer["status"], answer["reason"])


def test_parts_of_two_archives_give_no_member_as_whole(tmp_path: Path) -> None:
    one, other = cut(libarchive_file("7zip", MEMBERS), 2), cut(libarchive_file("7zip", {"x.bin": os.urandom(len(MEMBERS["two.bin"]))}), 2)

    answer, _ = read(tmp_path, "numbered", "letters.7z.001", [one[0], other[1]])

    assert answer["reason"] in {"damaged", "divided"}


@pytest.mark.parametrize(
    "name", ["letters.7z.001", "letters.tar.gz.ab", "letters.z01", "letters.part2.rar", "letters.r00", "letter.pdf.002"]
)
def test_a_part_alone_is_divided_and_gives_no_member_that_is_cut(name: str, tmp_path: Path) -> None:
    path, emit = tmp_path / "3", Members()
    path.write_bytes(tar_file(MEMBERS))
    descriptor = os.open(path, os.O_RDONLY)
    try:
        answer: Any = worker.handle({"kind": "read", "params": {"names": [name]}}, [descriptor], emit)
    finally:
        os.close(descriptor)

    assert ("failed", "divided", []) == (answer["status"], answer["reason"], emit.found)


def test_joined_files_are_read_from_any_place_as_one(tmp_path: Path) -> None:
    whole, paths = os.urandom(1000), []
    for number, piece in enumerate([whole[:300], b"", whole[300:301], whole[301:]]):
        paths.append(tmp_path / str(number))
        paths[-1].write_bytes(piece)

    with io.BufferedReader(JoinedFiles(paths, b"behind"), 64) as stream:
        for start, end in ((0, 1000), (299, 302), (300, 301), (990, 1006), (1000, 1006), (2000, 2100)):
            stream.seek(start)
            assert (whole + b"behind")[start:end] == stream.read(end - start)
        assert 1003 == stream.seek(-3, io.SEEK_END)
