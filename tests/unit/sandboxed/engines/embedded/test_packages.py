from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kashf.ports.engines import Limits
from kashf.sandboxed.engines.embedded.packages import PackageUnpacker
from tests.documents import source_of

PAGES = "application/vnd.apple.pages"


def _package(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for name in names:
            parts.writestr(name, b"<document/>")
    return packed.getvalue()


@pytest.mark.parametrize("name", ["index.xml", "Index/Document.iwa", "Letter.pages/Index.zip"])
def test_what_a_document_of_apple_keeps_its_text_in_is_no_file_that_it_was_given(tmp_path: Path, name: str) -> None:
    assert [] == list(PackageUnpacker().members(source_of(tmp_path, _package(name), PAGES), limits=Limits()))
