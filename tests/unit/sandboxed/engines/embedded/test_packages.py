from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits
from kashf.sandboxed.engines.embedded.packages import PackageUnpacker
from tests.documents import source_of

PAGES = "application/vnd.apple.pages"


def _package(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for name in names:
            parts.writestr(name, b"<document/>")
    return packed.getvalue()


@pytest.mark.parametrize("name", ["Index/Document.iwa", "Letter.pages/Index.zip"])
def test_a_document_of_apple_whose_text_nobody_reads_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(EngineError) as caught:
        list(PackageUnpacker().members(source_of(tmp_path, _package(name), PAGES), limits=Limits()))

    assert Reason.UNREAD_PART is caught.value.reason


def test_an_older_one_whose_text_is_markup_has_nothing_unread(tmp_path: Path) -> None:
    assert [] == list(PackageUnpacker().members(source_of(tmp_path, _package("index.xml"), PAGES), limits=Limits()))
