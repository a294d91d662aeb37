from __future__ import annotations

import pytest

from kashf.intake.identify import may_be_plain_text


@pytest.mark.parametrize("text", ["أمر رقم ١٢\n", "order 12\r\n\tcopy\f", "Befehl für alle"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "cp1252"])
def test_text_may_be_plain_text_in_any_code_page(text: str, encoding: str) -> None:
    assert may_be_plain_text(text.encode(encoding, "replace"))


@pytest.mark.parametrize(
    "head", [b"", b"PK\x03\x04\x14\0", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0\0\x10JFIF", b"From a@example.org Mon", b"<html>"]
)
def test_what_another_reader_is_for_is_not_taken_for_plain_text(head: bytes) -> None:
    assert not may_be_plain_text(head)
