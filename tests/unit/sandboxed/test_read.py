from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from kashf.domain.document import BOX_GRID, Box, MarkKind, Origin, Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Member, Picture, Source
from kashf.sandboxed.ocr.scans import Ocr
from kashf.sandboxed.read import UNKNOWN_TYPE, Engines, FileReading, finish, read_file
from kashf.sandboxed.unpack import PASSED_OVER

FILE = Source(Path("/nowhere"), 9, untrusted_name="order.doc")


@dataclass
class FakeReader:
    """Gives the same answer for every file of one type."""

    answer: Extract | EngineError
    type: str = "application/msword"
    name: str = "fake"
    version: str = "1"

    def reads(self, type: str) -> bool:
        return type == self.type

    def read(self, source: Source, *, limits: Limits) -> Extract:
        if isinstance(self.answer, EngineError):
            raise self.answer
        return self.answer


@dataclass
class FakeUnpacker:
    """Hands out members, and a fault after them if it has one."""

    members_: list[Member]
    fault: EngineError | None = None
    name: str = "unpacker"
    version: str = "2"

    def unpacks(self, type: str) -> bool:
        return True

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        yield from self.members_
        if self.fault:
            raise self.fault


@dataclass
class FakeIdentifier:
    type: str = "application/msword"

    def identify(self, source: Source) -> str:
        return self.type


@dataclass
class FakeScans:
    """Draws a page with some ink and reads a word from it."""

    name: str = "ocr"
    version: str = "3"

    def images(self, type: str) -> bool:
        return True

    def draw(self, source: Source, *, page: int, longest_side: int, limits: Limits) -> Picture:
        grey = np.full((300, 400), 255, np.uint8)
        grey[100:124, 40:360:12] = 0
        grey[118:124, 40:360] = 0
        return Picture(400, 300, 1, grey.tobytes())

    def read_page(self, picture: Picture, *, number: int) -> Page:
        return Page(number, "checkpoint", origin=Origin.OCR, confidence=0.9, boxes=(Box(0, 10, 0, 0, BOX_GRID, BOX_GRID),))


@dataclass
class Sink:
    taken: list[tuple[int, bytes, bytes | None, str]] = field(default_factory=list)

    def __call__(self, member: Member) -> None:
        content = None if member.chunks is None else b"".join(member.chunks)
        self.taken.append((member.ordinal, member.untrusted_name, content, member.reason))


def _engines(
    *readers: FakeReader, type: str = "application/msword", unpackers: tuple[FakeUnpacker, ...] = (), **changes: object
) -> Engines:
    scans = FakeScans()
    whole: dict[str, object] = {
        "identifier": FakeIdentifier(type),
        "readers": readers,
        "unpackers": unpackers,
        "imagers": (scans,),
        "ocr": Ocr(page=scans, line=scans),
        "beside": {},
        "language": lambda text: "en" if "the" in text else "",
        "seconds": lambda: 0.0,
    }
    return Engines(**(whole | changes))  # type: ignore[arg-type]  # a test gives what an engine takes


def _read(*readers: FakeReader, limits: Limits = Limits(), source: Source = FILE, **changes: object) -> FileReading:  # noqa: B008 - both are frozen values
    return read_file(source, engines=_engines(*readers, **changes), limits=limits, sink=Sink())  # type: ignore[arg-type]  # a sink of lists


def _texts(*texts: str) -> Extract:
    return Extract(tuple(Page(number, text) for number, text in enumerate(texts, start=1)))


NOTHING = Extract(metadata={"title": "Order"})


def _fault(reason: Reason) -> EngineError:
    return EngineError(reason, f"it is {reason.value}")


def test_the_first_reader_that_finds_text_is_believed_and_the_type_comes_from_the_bytes() -> None:
    reading = _read(FakeReader(_texts("the order")), FakeReader(_texts("another"), name="second"))

    assert ("application/msword", ["the order"], {"fake": "1"}) == (
        reading.type,
        [page.text for page in reading.extract.pages],
        dict(reading.engines),
    )
    assert "en" == reading.extract.metadata["language"]


def test_a_second_reader_is_asked_when_the_first_finds_nothing_or_fails() -> None:
    for first in (NOTHING, _fault(Reason.DAMAGED)):
        reading = _read(FakeReader(first), FakeReader(_texts("found"), name="second"))

        assert (Status.DONE, "found", {"fake", "second"}) == (reading.extract.status, reading.extract.pages[0].text, set(reading.engines))


@pytest.mark.parametrize(("first", "pages"), [(Extract(), 0), (_fault(Reason.DAMAGED), 1)], ids=["without a word", "not opened"])
def test_a_last_resort_is_asked_only_for_what_no_reader_could_open(first: Extract | EngineError, pages: int) -> None:
    reading = _read(FakeReader(first), last_resorts=(FakeReader(_texts("parts")),))

    assert pages == len(reading.extract.pages)


def test_that_one_engine_says_encrypted_counts_more_than_that_another_finds_nothing() -> None:
    reading = _read(FakeReader(NOTHING), FakeReader(_fault(Reason.ENCRYPTED), name="second"))

    assert (Status.FAILED, Reason.ENCRYPTED, ()) == (reading.extract.status, reading.extract.reason, reading.extract.pages)


def test_the_first_fault_is_told_when_all_engines_fail() -> None:
    reading = _read(FakeReader(_fault(Reason.DAMAGED)), FakeReader(_fault(Reason.UNSUPPORTED), name="second"))

    assert Reason.DAMAGED is reading.extract.reason


def test_a_document_without_a_word_is_done_and_keeps_its_metadata() -> None:
    extract = _read(FakeReader(NOTHING), FakeReader(_fault(Reason.DAMAGED), name="second")).extract

    assert (Status.DONE, (), "no text", "Order") == (extract.status, extract.pages, extract.detail, extract.metadata["title"])


def test_a_type_that_nobody_reads_is_unsupported() -> None:
    reading = _read(type="application/x-unheard-of")

    assert ("application/x-unheard-of", Status.FAILED, Reason.UNSUPPORTED) == (reading.type, reading.extract.status, reading.extract.reason)


def test_an_empty_file_is_done_without_asking_anybody() -> None:
    reading = _read(FakeReader(_fault(Reason.DAMAGED)), source=Source(Path("/nowhere"), 0))

    assert ("inode/x-empty", Status.DONE, "empty file", {}) == (
        reading.type,
        reading.extract.status,
        reading.extract.detail,
        dict(reading.engines),
    )


@pytest.mark.parametrize(
    ("told", "type"), [({"encoding": "utf-8"}, "text/plain"), ({"Content-Type": "image/x-diary; v=2"}, "image/x-diary"), ({}, UNKNOWN_TYPE)]
)
def test_unknown_bytes_are_called_what_their_reader_finds_them_to_be(told: dict[str, str], type: str) -> None:
    extract = replace(_texts("words"), metadata=told)

    assert type == _read(FakeReader(extract, type=UNKNOWN_TYPE), type=UNKNOWN_TYPE).type


def test_unknown_bytes_that_nobody_reads_stay_unknown() -> None:
    assert UNKNOWN_TYPE == _read(FakeReader(_fault(Reason.UNSUPPORTED), type=UNKNOWN_TYPE), type=UNKNOWN_TYPE).type


def test_of_a_container_whose_members_are_known_no_last_resort_is_asked() -> None:
    unpackers = [FakeUnpacker([Member(0, b"a", iter([b"x"]))])]

    assert () == _read(type="application/mbox", unpackers=unpackers, last_resorts=[FakeReader(_texts("runs"))]).extract.pages


def test_a_container_of_an_unknown_method_is_shown_to_readers_as_unknown_bytes() -> None:
    reader = FakeReader(_texts("words"), type=UNKNOWN_TYPE)
    unpackers = [FakeUnpacker([Member(0, b"a", None, Reason.UNSUPPORTED)])]

    reading = _read(reader, type="application/zip", unpackers=unpackers)

    assert ("application/zip", ["words"]) == (reading.type, [page.text for page in reading.extract.pages])
    assert (Status.PARTIAL, Reason.UNSUPPORTED) == (reading.extract.status, reading.extract.reason)


def test_a_page_that_asks_for_it_is_read_from_its_image() -> None:
    pages = (Page(1, "digital"), Page(2, "", confidence=0.0))

    reading = _read(FakeReader(Extract(pages)))

    assert ["digital", "checkpoint"] == [page.text for page in reading.extract.pages]
    assert {"fake": "1", "ocr": "3"} == dict(reading.engines)


def test_without_ocr_a_page_without_text_makes_the_whole_partial_and_says_which_package_is_missing() -> None:
    pages = (Page(1, "digital"), Page(2, "", confidence=0.0))

    extract = _read(FakeReader(Extract(pages)), ocr=None, missing_for_ocr=("tesseract-ocr-ara",)).extract

    assert (Status.PARTIAL, Reason.UNREAD_PART, ["digital", ""]) == (extract.status, extract.reason, [page.text for page in extract.pages])
    assert "apt install tesseract-ocr-ara," in extract.detail


def test_without_ocr_a_document_with_text_on_every_page_is_done() -> None:
    assert Status.DONE is _read(FakeReader(_texts("the order")), ocr=None).extract.status


def test_what_a_reader_is_known_to_leave_out_is_asked_of_another() -> None:
    beside = {"application/msword": FakeReader(_texts("Karim\nchecked by R. Sahin"), name="beside")}

    reading = _read(FakeReader(_texts("Karim")), beside=beside)

    assert ["Karim", "checked by R. Sahin"] == [page.text for page in reading.extract.pages]


def test_a_long_text_is_cut_into_pages_and_one_with_pages_of_paper_is_not() -> None:
    long = "word " * 15_000

    assert 2 == len(_read(FakeReader(_texts(long), type="text/plain"), type="text/plain").extract.pages)
    assert 1 == len(_read(FakeReader(_texts(long), type="application/pdf"), type="application/pdf").extract.pages)


@pytest.mark.parametrize("limits", [Limits(text_characters=12), Limits(pages=2)])
def test_text_beyond_the_limits_is_left_out_and_said_to_be(limits: Limits) -> None:
    extract = _read(FakeReader(_texts("first", "second", "third")), limits=limits).extract

    assert (Status.PARTIAL, Reason.TOO_LARGE, ["first", "second"]) == (
        extract.status,
        extract.reason,
        [page.text for page in extract.pages],
    )


def test_boilerplate_and_quoted_mail_are_marked_by_the_type_of_the_file() -> None:
    text = "News.\nADVERTISEMENT\n> old\nMore."
    kinds = {
        type: [mark.kind for mark in finish(_texts(text), type=type, language=str, limits=Limits()).pages[0].marks]
        for type in ("text/plain", "message/rfc822", "application/msword")
    }

    assert {"text/plain": [MarkKind.BOILERPLATE], "message/rfc822": [MarkKind.QUOTED], "application/msword": []} == kinds


def test_members_are_handed_out_with_their_names_as_bytes() -> None:
    members = [Member(0, b"\xff.txt", iter((b"a", b"b"))), Member(1, b"locked", None, "encrypted")]
    sink = Sink()

    reading = read_file(FILE, engines=_engines(FakeReader(_texts("cover")), unpackers=(FakeUnpacker(members),)), limits=Limits(), sink=sink)

    assert [(0, b"\xff.txt", b"ab", ""), (1, b"locked", None, "encrypted")] == sink.taken
    assert (2, Status.PARTIAL, Reason.ENCRYPTED, "cover") == (
        reading.members,
        reading.extract.status,
        reading.extract.reason,
        reading.extract.pages[0].text,
    )


def test_pictures_without_room_for_writing_are_counted_in_what_is_said_of_the_document() -> None:
    unpacker = FakeUnpacker([Member(0, b"bullet", None, PASSED_OVER), Member(1, b"rule", None, PASSED_OVER)])

    reading = _read(FakeReader(_texts("cover")), unpackers=(unpacker,))

    assert (0, Status.DONE, "2") == (reading.members, reading.extract.status, reading.extract.metadata["pictures-passed-over"])


def test_a_container_that_is_no_document_is_done_when_it_was_taken_apart() -> None:
    reading = _read(type="application/zip", unpackers=(FakeUnpacker([Member(0, b"a", iter((b"a",)))]),))

    assert (Status.DONE, None, (), 1) == (reading.extract.status, reading.extract.reason, reading.extract.pages, reading.members)


def test_a_container_that_cannot_be_taken_apart_has_failed_for_that_reason() -> None:
    reading = _read(type="application/zip", unpackers=(FakeUnpacker([], _fault(Reason.ENCRYPTED)),))

    assert (Status.FAILED, Reason.ENCRYPTED) == (reading.extract.status, reading.extract.reason)


def test_a_damaged_mail_whose_attachments_could_be_had_is_partial() -> None:
    unpacker = FakeUnpacker([Member(0, b"a", iter((b"a",)))])

    reading = _read(FakeReader(_fault(Reason.DAMAGED)), unpackers=(unpacker,))

    assert (Status.PARTIAL, Reason.DAMAGED) == (reading.extract.status, reading.extract.reason)
