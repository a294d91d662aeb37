from __future__ import annotations

import os
import random
import subprocess
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fpdf.enums import EncryptionMethod

from kashf.ports.engines import Limits, Source
from kashf.sandboxed import worker
from kashf.sandboxed.engines.archives import ArchiveUnpacker
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.locks.unlock import Attempt, unlock
from tests.encrypted import WORD, aes_zip, of_seven_kinds, pdf, seven_zip, xlsx

ZIP, SEVEN_ZIP, PDF = "application/zip", "application/x-7z-compressed", "application/pdf"
KINDS = of_seven_kinds()


class Members:
    """Keeps what is taken out."""

    def __init__(self) -> None:
        self.found: list[bytes] = []

    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        self.found.append(b"".join(chunks or ()))


def read(folder: Path, name: str, content: bytes, *passwords: str) -> tuple[dict[str, Any], str]:
    """Return the answer of a child about a file, and all its words with those of its members."""
    path, emit = folder / "3", Members()
    path.write_bytes(content)
    descriptor = os.open(path, os.O_RDONLY)
    try:
        answer: Any = worker.handle({"kind": "read", "params": {"names": [name], "passwords": [*passwords]}}, [descriptor], emit)
    finally:
        os.close(descriptor)
    return answer, "".join(page["text"] for page in answer["pages"]) + b"".join(emit.found).decode()


def attempt(folder: Path, content: bytes, type: str, *passwords: str) -> Attempt:
    path = folder / "3"
    path.write_bytes(content)
    return unlock(Source(path, len(content), "a", type), passwords, may_go_on=lambda: True)


def contents(found: Attempt) -> list[bytes | str]:
    members = ArchiveUnpacker().members(found.source, limits=Limits())
    return [member.reason if member.chunks is None else b"".join(member.chunks) for member in members]


@pytest.mark.parametrize("name", KINDS)
def test_a_file_of_each_kind_opens_with_its_password_among_others(name: str, tmp_path: Path) -> None:
    password, content = KINDS[name]

    answer, words = read(tmp_path, name, content, "wrong", password, "never tried")

    assert ("done", [1], 2) == (answer["status"], answer["opened"], answer["tried"])
    assert WORD in words


@pytest.mark.parametrize("name", KINDS)
def test_a_file_of_each_kind_stays_encrypted_with_wrong_passwords(name: str, tmp_path: Path) -> None:
    answer, words = read(tmp_path, name, KINDS[name][1], "wrong", "Wrong ")

    assert ("failed", "encrypted", 2, []) == (answer["status"], answer["reason"], answer["tried"], answer["opened"])
    assert WORD not in words


def test_no_password_is_tried_where_nothing_is_encrypted(tmp_path: Path) -> None:
    answer, words = read(tmp_path, "letter.txt", WORD.encode(), "wrong")

    assert ("done", WORD, False) == (answer["status"], words, "tried" in answer)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "cp720", "iso8859-6"])
def test_a_zip_opens_whatever_encoding_its_program_took(encoding: str, tmp_path: Path) -> None:
    found = attempt(tmp_path, aes_zip({"a.txt": b"mill"}, "الطاحونة", encoding=encoding), ZIP, "الطاحونة")

    assert [b"mill"] == contents(found)


@pytest.mark.parametrize("typed", ["orchard ", "  orchard", unicodedata.normalize("NFD", "آمال"), unicodedata.normalize("NFC", "آمال")])
def test_a_password_opens_with_blanks_at_its_ends_and_with_marks_joined_or_parted(typed: str, tmp_path: Path) -> None:
    found = attempt(tmp_path, aes_zip({"a.txt": b"x"}, unicodedata.normalize("NFC", typed.strip())), ZIP, typed)

    assert (0,) == found.opened


def old_zip(folder: Path, *members: tuple[str, str]) -> bytes:
    """Return a zip of the old cipher whose members have passwords of their own; Info-ZIP's program writes it."""
    path = folder / "made.zip"
    for name, password in members:
        (folder / name).write_text(f"{WORD} {name}\n" * 20, encoding="utf-8")
        subprocess.run(["zip", "-q", "-j", "-P", password, path, folder / name], check=True, timeout=60)
    return path.read_bytes()


@pytest.fixture
def zipped() -> Callable[..., bytes]:
    if subprocess.run(["which", "zip"], capture_output=True, check=False, timeout=60).returncode:
        pytest.skip("the program zip is not installed")
    return old_zip


def test_the_old_cipher_of_zip_opens_and_believes_no_password_by_one_byte_alone(zipped: Callable[..., bytes], tmp_path: Path) -> None:
    wrong = [f"wrong {number}" for number in range(2000)]

    found = attempt(tmp_path, zipped(tmp_path, ("a.txt", "orchard")), ZIP, *wrong, "orchard")

    assert (len(wrong),) == found.opened
    assert [f"{WORD} a.txt\n".encode() * 20] == contents(found)


def test_members_with_passwords_of_their_own_all_open_in_whatever_order_the_list_is(zipped: Callable[..., bytes], tmp_path: Path) -> None:
    found = attempt(tmp_path, zipped(tmp_path, ("a.txt", "orchard"), ("b.txt", "quarry")), ZIP, "quarry", "no", "orchard")

    assert (0, 2) == found.opened
    assert 2 == len(contents(found))
    assert "encrypted" not in contents(found)


@pytest.mark.parametrize("names_too", [False, True])
def test_a_7z_archive_comes_out_member_by_member_as_it_went_in(names_too: bool, tmp_path: Path) -> None:
    members = {"a.txt": b"mill " * 100, "empty.txt": b"", "b.bin": os.urandom(200_001)}

    found = attempt(tmp_path, seven_zip(members, "سر 12", names_too=names_too), SEVEN_ZIP, "no", "سر 12")

    assert [*members.values()] == contents(found)


def test_a_7z_archive_whose_list_lies_is_left_shut(tmp_path: Path) -> None:
    made = bytearray(seven_zip({"a.txt": b"mill"}, "orchard", names_too=True))
    made[-20:] = bytes(20)

    assert 0 == attempt(tmp_path, bytes(made), SEVEN_ZIP, "orchard").tried


@pytest.mark.parametrize("method", [EncryptionMethod.RC4, EncryptionMethod.AES_128, EncryptionMethod.AES_256])
@pytest.mark.parametrize("password", ["Orchard!", "the owner"])
def test_a_pdf_opens_with_the_password_of_its_reader_and_of_its_owner(method: EncryptionMethod, password: str, tmp_path: Path) -> None:
    found = attempt(tmp_path, pdf("Orchard!", owner="the owner", method=method), PDF, "no", password)

    assert ((1,), (password.encode(),)) == (found.opened, found.source.keys)


def test_trying_ends_when_its_time_is_over_and_says_how_many_were_tried(tmp_path: Path) -> None:
    left = iter([True, True, False])
    path = tmp_path / "3"
    path.write_bytes(pdf("Orchard!"))

    found = unlock(Source(path, 9, "a", PDF), ["a", "b", "Orchard!"], may_go_on=lambda: next(left))

    assert (2, ()) == (found.tried, found.opened)


def test_a_page_of_a_pdf_is_drawn_with_its_password_and_not_without(tmp_path: Path) -> None:
    path, emit = tmp_path / "3", Members()
    path.write_bytes(pdf("Orchard!"))
    descriptor = os.open(path, os.O_RDONLY)
    task = {"kind": "picture", "params": {"names": [""], "page": 1, "longest_side": 100}}
    try:
        shut = worker.handle(task, [descriptor], emit)
        task["params"]["passwords"] = ["Orchard!"]  # type: ignore[index]  # it is a dict
        drawn = worker.handle(task, [descriptor], emit)
    finally:
        os.close(descriptor)

    assert ("encrypted", {"ok": True}, 1) == (shut["reason"], drawn, len(emit.found))


def test_what_excel_opens_without_asking_is_read_without_a_list(tmp_path: Path) -> None:
    answer, words = read(tmp_path, "list.xlsx", xlsx("VelvetSweatshop"), "wrong")

    assert ("done", False) == (answer["status"], "tried" in answer)
    assert WORD in words


@pytest.mark.parametrize("name", KINDS)
def test_a_torn_or_changed_file_costs_no_more_than_itself(name: str, tmp_path: Path) -> None:
    password, content = KINDS[name]
    identifier, chance = LibmagicIdentifier(), random.Random(7)
    for _ in range(12):
        changed = bytearray(content[: chance.randrange(len(content) // 2, len(content) + 1)])
        for _ in range(8):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        path = tmp_path / "3"
        path.write_bytes(changed)
        source = Source(path, len(changed), name)

        found = unlock(replace(source, type=identifier.identify(source)), [password], may_go_on=lambda: True)

        assert found.tried in {0, 1}
