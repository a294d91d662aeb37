from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.package_parts import PackagePartReader
from tests.documents import ARABIC, ENGLISH, docx, source_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
VISIO = "application/vnd.ms-visio.drawing"


def _read(folder: Path, content: bytes, type: str = DOCX) -> Extract:
    return PackagePartReader().read(source_of(folder, content, type), limits=Limits())


def _drawing(text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        parts.writestr("visio/pages/page1.xml", f"<PageContents><Shape><Cell V='1'/><Text><cp IX='0'/>{text}</Text></Shape></PageContents>")
        parts.writestr("visio/document.xml", "<VisioDocument><Icon>AAAB</Icon></VisioDocument>")
    return packed.getvalue()


def test_the_text_of_a_drawing_is_read_and_said_to_be_a_part(tmp_path: Path) -> None:
    extract = _read(tmp_path, _drawing("Router here"), VISIO)

    assert ["Router here"] == [page.text for page in extract.pages]
    assert (Status.PARTIAL, Reason.DAMAGED) == (extract.status, extract.reason)


def test_a_document_that_lost_its_list_of_members_is_read_paragraph_by_paragraph(tmp_path: Path) -> None:
    whole = docx([ENGLISH, ARABIC])

    assert [ENGLISH, ARABIC] == _read(tmp_path, whole[: whole.index(b"PK\x01\x02")]).pages[0].text.split("\n")


def test_of_a_part_that_breaks_off_the_beginning_is_read(tmp_path: Path) -> None:
    whole = docx([f"{number} {ENGLISH}" for number in range(3000)])
    start = whole.index(b"word/document.xml")

    assert f"0 {ENGLISH}" in _read(tmp_path, whole[: start + 3000]).pages[0].text


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"\xff" * 500, b"", b"PK\x03\x04" * 50])
def test_without_any_part_it_is_damaged(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EngineError) as caught:
        _read(tmp_path, content)

    assert caught.value.reason in {Reason.DAMAGED, Reason.ENCRYPTED}
