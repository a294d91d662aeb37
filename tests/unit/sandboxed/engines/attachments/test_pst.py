"""A mail store cannot be written here, so libpff is played; benchmarks run against real ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.attachments.mapi import BODY, MESSAGE_CLASS, SUBJECT, UNICODE
from kashf.sandboxed.engines.attachments.pst import PstUnpacker


def broken(*_: object) -> Any:
    raise OSError("libpff: unable to read")


@dataclass
class Raw:
    """An item as libpff shows it."""

    subject: str
    attached: list[Any] = field(default_factory=list)
    rtf_body: bytes | None = None
    transport_headers: str | None = None

    @property
    def record_sets(self) -> list[Any]:
        texts = {MESSAGE_CLASS: "IPM.Note", SUBJECT: self.subject, BODY: f"body of {self.subject}"}
        entries = [SimpleNamespace(entry_type=number, value_type=UNICODE, data=text.encode("utf-16-le")) for number, text in texts.items()]
        return [SimpleNamespace(entries=entries)]

    @property
    def number_of_attachments(self) -> int:
        return len(self.attached)

    def get_attachment(self, index: int) -> Any:
        return self.attached[index]


@dataclass
class Folder:
    name: str
    messages: list[Any] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)

    @property
    def number_of_sub_messages(self) -> int:
        return len(self.messages)

    @property
    def number_of_sub_folders(self) -> int:
        return len(self.folders)

    def get_sub_message(self, index: int) -> Any:
        message = self.messages[index]
        return message() if callable(message) else message

    def get_sub_folder(self, index: int) -> Folder:
        return self.folders[index]


@dataclass
class Store:
    root_folder: Folder
    orphans: list[Any] = field(default_factory=list)
    open_file_object: Callable[[object], None] = field(default=lambda file: None)

    @property
    def number_of_orphan_items(self) -> int:
        return len(self.orphans)

    def get_orphan_item(self, index: int) -> Any:
        return self.orphans[index]


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Store], list[tuple[Member, bytes | None]]]:
    def unpack(store: Store) -> list[tuple[Member, bytes | None]]:
        played = ModuleType("pypff")
        played.file = lambda: store  # type: ignore[attr-defined]  # a module made here has what it is given
        monkeypatch.setitem(__import__("sys").modules, "pypff", played)
        (tmp_path / "3").write_bytes(b"!BDN")
        given = PstUnpacker().members(Source(tmp_path / "3", 4), limits=Limits())
        return [(member, None if member.chunks is None else b"".join(member.chunks)) for member in given]

    return unpack


Unpack = Callable[[Store], list[tuple[Member, bytes | None]]]


def test_items_are_named_after_their_folder_and_their_place_in_it(unpacked: Unpack) -> None:
    root = Folder("root", [Raw("a")], [Folder("بريد", [Raw("b"), Raw("c")], [Folder("inner", [Raw("d")])]), Folder("sent", [Raw("e")])])

    names = [member.untrusted_name.decode() for member, _ in unpacked(Store(root))]

    assert ["00001.eml", "بريد/00001.eml", "بريد/00002.eml", "بريد/inner/00001.eml", "sent/00001.eml"] == names


def test_items_that_were_deleted_and_are_still_there_come_last(unpacked: Unpack) -> None:
    ((member, content),) = unpacked(Store(Folder("root"), [Raw("deleted")]))

    assert b"(orphans)/00001.eml" == member.untrusted_name
    assert b"Subject: deleted\r\n" in (content or b"")


def test_an_item_that_cannot_be_read_is_listed_and_the_next_one_is_had(unpacked: Unpack) -> None:
    found = unpacked(Store(Folder("root", [broken, Raw("b")])))

    assert [Reason.DAMAGED, ""] == [member.reason for member, _ in found]
    assert found[1][1] is not None


def test_an_attachment_is_carried_whole_and_an_attached_message_as_a_message(unpacked: Unpack) -> None:
    content = iter([b"x" * 65_536, b"y", b""])
    plain = SimpleNamespace(long_filename="list.csv", get_sub_item=broken, read_buffer=lambda size: next(content))
    message = SimpleNamespace(long_filename=None, get_sub_item=lambda index: Raw("inner"))

    ((_, written),) = unpacked(Store(Folder("root", [Raw("outer", [plain, message])])))

    assert b'filename="list.csv"' in (written or b"")
    assert b'filename="message.eml"' in (written or b"")


def test_a_store_that_cannot_be_opened_is_damaged(unpacked: Unpack) -> None:
    with pytest.raises(EngineError) as caught:
        unpacked(Store(Folder("root"), open_file_object=broken))

    assert Reason.DAMAGED is caught.value.reason
    assert "libpff" not in caught.value.detail
