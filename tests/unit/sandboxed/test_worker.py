from __future__ import annotations

import base64
import json
import os
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kashf.domain.document import Origin, Reading, Reason, Status
from kashf.domain.ids import DocumentId
from kashf.intake.reading_check import check_reading
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed import worker
from kashf.sandboxed.engines.tesseract import data_folder
from tests.documents import ARABIC, ENGLISH, docx, encoded, pdf, scan, xlsx

needs_ocr = pytest.mark.skipif(data_folder() is None, reason="tesseract-ocr-ara and tesseract-ocr-eng are not installed")


@dataclass
class FakeEmit:
    """Keeps what is sent out of the sandbox."""

    sent: list[tuple[dict[str, object], bytes | None]] = field(default_factory=list)

    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        self.sent.append((json.loads(json.dumps(head)), None if chunks is None else b"".join(chunks)))


@pytest.fixture
def emit() -> FakeEmit:
    return FakeEmit()


def _handle(folder: Path, emit: FakeEmit, kind: str, *contents: bytes, **params: object) -> Any:
    files = []
    for number, content in enumerate(contents):
        path = folder / str(number)
        path.write_bytes(content)
        files.append(os.open(path, os.O_RDONLY))
    try:
        task = {"kind": kind, "params": {"names": [f"file {number}" for number in range(len(contents))], **params}, "limits": {}}
        return json.loads(json.dumps(worker.handle(task, files, emit)))
    finally:
        for file in files:
            os.close(file)


def _reading(answer: object) -> Reading:
    return check_reading(answer, document=DocumentId("ab" * 32), limits=Limits())


@pytest.mark.parametrize(
    ("content", "type"),
    [
        (ENGLISH.encode(), "text/plain"),
        (ARABIC.encode("cp1256") + b" " + ENGLISH.encode(), "text/plain"),
        (pdf([ENGLISH]), "application/pdf"),
        (docx([ENGLISH]), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (xlsx({"Sheet": [[ENGLISH]]}), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (f"<html><body><p>{ENGLISH}</p></body></html>".encode(), "text/html"),
        (f"From: a@lantern.example\nMessage-ID: <1@x>\n\n{ENGLISH}\n".encode(), "message/rfc822"),
        (b"a,b,c\n" * 6 + ENGLISH.encode() + b",1,2\n", "text/csv"),
    ],
)
def test_a_file_of_any_kind_is_read_and_its_answer_passes_the_check(tmp_path: Path, emit: FakeEmit, content: bytes, type: str) -> None:
    reading = _reading(_handle(tmp_path, emit, "read", content))

    assert (type, Status.DONE) == (reading.type, reading.status)
    assert ENGLISH in "\n".join(page.text for page in reading.pages)
    assert reading.engines


def test_quotes_of_a_table_divided_by_tabs_are_no_part_of_its_cells(tmp_path: Path, emit: FakeEmit) -> None:
    reading = _reading(_handle(tmp_path, emit, "read", b"no\tname\tsum\n" + b'1\t"Karim ""K"" Dalloul"\t20\n' * 6))

    assert ("text/tab-separated-values", '1\tKarim "K" Dalloul\t20') == (reading.type, reading.pages[0].text.splitlines()[1])


@needs_ocr
def test_a_scan_is_read_from_its_image_with_boxes(tmp_path: Path, emit: FakeEmit) -> None:
    reading = _reading(_handle(tmp_path, emit, "read", encoded(scan([ARABIC, ENGLISH]))))

    assert (f"{ARABIC}\n{ENGLISH}", Origin.OCR) == (reading.pages[0].text, reading.pages[0].origin)
    assert len(f"{ARABIC} {ENGLISH}".split()) == len(reading.pages[0].boxes)


@needs_ocr
def test_a_scanned_page_between_digital_ones_is_read_too(tmp_path: Path, emit: FakeEmit) -> None:
    reading = _reading(_handle(tmp_path, emit, "read", pdf([ENGLISH, scan([ENGLISH] * 12, size=32, width=1000)])))

    assert [Origin.DIGITAL, Origin.OCR] == [page.origin for page in reading.pages]
    assert reading.pages[1].text.count(ENGLISH) >= 11


def test_attachments_of_a_mail_are_sent_out_before_the_answer(tmp_path: Path, emit: FakeEmit) -> None:
    message = EmailMessage()
    message["Message-ID"] = "<1@lantern.example>"
    message["From"] = "karim@lantern.example"
    message.set_content(ENGLISH)
    message.add_attachment(b"a list", maintype="application", subtype="octet-stream", filename="قائمة.bin")

    answer = _handle(tmp_path, emit, "read", message.as_bytes())

    [(head, content)] = emit.sent
    assert (0, "قائمة.bin", "", b"a list") == (head["ordinal"], base64.b64decode(str(head["name"])).decode(), head["reason"], content)
    assert 1 == answer["members"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf(["secret"], password="lantern"), Reason.ENCRYPTED),
        (b"%PDF-1.4 broken", Reason.DAMAGED),
        (random.Random(3).randbytes(4000), Reason.UNSUPPORTED),
    ],
)
def test_what_cannot_be_read_has_a_reason(tmp_path: Path, emit: FakeEmit, content: bytes, reason: Reason) -> None:
    reading = _reading(_handle(tmp_path, emit, "read", content))

    assert (Status.FAILED, reason, ()) == (reading.status, reading.reason, reading.pages)


def test_many_texts_are_answered_in_order_and_what_is_no_plain_text_is_handed_back(tmp_path: Path, emit: FakeEmit) -> None:
    others = [b"", b"%PDF-1.4", b"<html><body>x", b"{\\rtf1 x}", b"From: a@b\nMessage-ID: <1@x>\n\nmail", bytes(range(256)), b"a,b,c\n" * 9]

    answers = _handle(tmp_path, emit, "texts", ENGLISH.encode(), *others, ARABIC.encode("cp1256"))["answers"]

    assert [ENGLISH, *[None] * len(others), ARABIC] == [answer and answer["pages"][0]["text"] for answer in answers]
    assert ["en", "ar"] == [_reading(answer).metadata["language"] for answer in (answers[0], answers[-1])]


def test_a_text_reads_the_same_alone_and_among_others(tmp_path: Path, emit: FakeEmit) -> None:
    for content in (ENGLISH.encode(), f"{ENGLISH}\nADVERTISEMENT\n{ARABIC}".encode("utf-16"), ARABIC.encode("cp1256")):
        assert _handle(tmp_path, emit, "read", content) == _handle(tmp_path, emit, "texts", content)["answers"][0]


def test_a_page_is_drawn_as_raw_pixels(tmp_path: Path, emit: FakeEmit) -> None:
    answer = _handle(tmp_path, emit, "picture", pdf([ENGLISH]), page=1, longest_side=200)

    [(head, pixels)] = emit.sent
    assert ({"ok": True}, 200) == (answer, head["height"])
    assert pixels is not None
    assert int(str(head["width"])) * 200 * int(str(head["channels"])) == len(pixels)


@pytest.mark.parametrize(
    ("content", "page", "reason"), [(docx([ENGLISH]), 1, "unsupported"), (pdf(["x"]), 7, "damaged"), (ENGLISH.encode(), 1, "unsupported")]
)
def test_what_has_no_page_image_says_why(tmp_path: Path, emit: FakeEmit, content: bytes, page: int, reason: str) -> None:
    answer = _handle(tmp_path, emit, "picture", content, page=page, longest_side=200)

    assert (reason, []) == (answer["reason"], emit.sent)


@needs_ocr
def test_a_picture_of_one_line_is_read_as_a_line(tmp_path: Path, emit: FakeEmit) -> None:
    reading = _reading(_handle(tmp_path, emit, "line", encoded(scan([ARABIC]).crop((0, 60, 1240, 160)))))

    assert [ARABIC] == [page.text for page in reading.pages]


def test_what_is_no_picture_is_not_read_as_a_line(tmp_path: Path, emit: FakeEmit) -> None:
    assert Reason.UNSUPPORTED is _reading(_handle(tmp_path, emit, "line", ENGLISH.encode())).reason


def test_limits_of_the_task_are_kept(tmp_path: Path, emit: FakeEmit) -> None:
    path = tmp_path / "wide.png"
    path.write_bytes(encoded(Image.new("L", (200, 200))))
    file = os.open(path, os.O_RDONLY)

    answer: Any = worker.handle({"kind": "read", "params": {}, "limits": {"pixels": 100, "unheard-of": 1}}, [file], emit)
    os.close(file)

    assert "bomb" == answer["reason"]


def test_an_unknown_deed_is_refused(emit: FakeEmit) -> None:
    with pytest.raises(ValueError, match="kind"):
        worker.handle({"kind": "format the disk"}, [], emit)


class _Surprising:
    """An engine that raises what nobody foresaw."""

    name = "surprising"
    version = "1"

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def reads(self, type: str) -> bool:
        return True

    def read(self, source: Source, *, limits: Limits) -> Extract:
        raise self._error

    def members(self, source: Source, *, limits: Limits) -> Iterator[object]:
        yield 1
        raise self._error


class PanicException(BaseException):
    """What engines written in Rust raise; no Exception by its class."""


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RecursionError("deep"), Reason.DAMAGED),
        (MemoryError(), Reason.MEMORY),
        (PanicException("secret words"), Reason.DAMAGED),
        (EngineError(Reason.ENCRYPTED, "needs a password"), Reason.ENCRYPTED),
    ],
)
def test_an_engine_that_raises_what_nobody_foresaw_costs_only_its_part(tmp_path: Path, error: BaseException, reason: Reason) -> None:
    guarded = worker.Guarded(_Surprising(error))
    source = Source(tmp_path, 1)

    with pytest.raises(EngineError) as reading:
        guarded.read(source, limits=Limits())
    with pytest.raises(EngineError) as unpacking:
        list(guarded.members(source, limits=Limits()))

    assert (reason, reason) == (reading.value.reason, unpacking.value.reason)
    assert "secret" not in reading.value.detail


def test_an_interrupt_is_not_taken_for_a_fault_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        worker.Guarded(_Surprising(KeyboardInterrupt())).read(Source(tmp_path, 1), limits=Limits())


def test_a_flat_workbook_keeps_its_rows_and_the_names_of_its_sheets(tmp_path: Path, emit: FakeEmit) -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    cells = "".join(f'<Cell><Data ss:Type="String">{word}</Data></Cell>' for word in ("Karim", "tanker"))
    sheet = f'<Worksheet ss:Name="Fuel"><Table><Row>{cells}</Row></Table></Worksheet>'
    xml = f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">{sheet}</Workbook>'
    first, second = _reading(_handle(tmp_path, emit, "read", xml.encode())).pages

    assert ("Karim\ttanker", True) == (first.text, "Name: Fuel" in second.text)


def test_a_register_of_data_is_read_whole_whatever_its_labels_say(tmp_path: Path, emit: FakeEmit) -> None:
    fields = "<Entry_Title>Wells of the mill</Entry_Title><Summary>Basil drew them</Summary>"
    xml = f'<?xml version="1.0"?><DIF xmlns="http://gcmd.gsfc.nasa.gov/Aboutus/xml/dif/">{fields}</DIF>'
    reading = _reading(_handle(tmp_path, emit, "read", xml.encode()))

    assert ("application/dif+xml", "Wells of the mill\nBasil drew them") == (reading.type, reading.pages[0].text)
