"""What a file may be, as far as that can be said without opening it: everything else is found out inside the sandbox."""

from __future__ import annotations

import re

#: Bytes that no text in UTF-8 or in an 8-bit code page has; tab, line ends, form feed, escape and DOS's end of file may stand.
_NOT_TEXT = re.compile(rb"[\x00-\x06\x0e-\x19\x1c-\x1f\x7f]")
_NEVER_PLAIN = (b"%PDF-", b"{\\rtf", b"%!PS", b"<?xml", b"<!DOCTYPE", b"<html", b"From ")


def may_be_plain_text(untrusted_head: bytes) -> bool:
    r"""Return whether a file is worth a place in a batch of plain texts; the sandbox looks again and may say no.

    Args:
        untrusted_head: Its first bytes, some kilobytes at most.

    >>> may_be_plain_text("أمر رقم ١٢".encode("utf-8")), may_be_plain_text("أمر".encode("cp1256")), may_be_plain_text(b"PK\x03\x04")
    (True, True, False)
    """
    return bool(untrusted_head) and not untrusted_head.startswith(_NEVER_PLAIN) and not _NOT_TEXT.search(untrusted_head)
