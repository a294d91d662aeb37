"""The ending of a name promises a kind of file; the bytes may say otherwise."""

from __future__ import annotations

import pytest

from kashf.domain.endings import is_wrong_ending


@pytest.mark.parametrize(
    ("name", "type", "expected"),
    [
        ("photo.jpg", "application/zip", True),
        ("PHOTO.JPG", "image/png", False),
        ("order.pdf", "text/html", True),
        ("order.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", False),
        ("order.doc", "application/rtf", False),
        ("notes.txt", "application/x-dosexec", True),
        ("notes.txt", "", False),
        ("notes.txt", "inode/x-empty", False),
        ("notes", "application/zip", False),
        ("a.zip/b.unheard", "application/zip", False),
    ],
)
def test_a_name_that_promises_another_kind_is_noticed(name: str, type: str, expected: bool) -> None:
    assert expected is is_wrong_ending(name, type)
