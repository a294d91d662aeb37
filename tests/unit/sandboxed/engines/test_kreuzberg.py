from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits
from kashf.sandboxed.engines.kreuzberg import KreuzbergReader
from tests.documents import ARABIC, ENGLISH, broken_zip, docx, encoded, source_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_word_document_gives_its_text_and_title(tmp_path: Path) -> None:
    extract = KreuzbergReader().read(source_of(tmp_path, docx([ENGLISH, ARABIC], title="Order"), DOCX), limits=Limits())

    assert ENGLISH in extract.pages[0].text
    assert ARABIC in extract.pages[0].text
    assert "Order" == extract.metadata["title"]


def test_a_picture_is_no_text(tmp_path: Path) -> None:
    picture = encoded(Image.new("L", (40, 40), "white")).hex().encode()
    content = b"{\\rtf1 before\\par {\\pict\\pngblip " + picture + b"}\\par after}"

    extract = KreuzbergReader().read(source_of(tmp_path, content, "application/rtf"), limits=Limits())

    assert ["before", "after"] == extract.pages[0].text.split()


def test_a_document_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as fault:
        KreuzbergReader().read(source_of(tmp_path, broken_zip(), DOCX), limits=Limits())

    assert Reason.DAMAGED is fault.value.reason


@pytest.mark.parametrize(("type", "reads"), [(DOCX, True), ("image/png", False), ("text/x-python", False), ("application/pdf", False)])
def test_pictures_and_source_code_are_never_given_to_it(type: str, reads: bool) -> None:
    assert reads == KreuzbergReader().reads(type)
