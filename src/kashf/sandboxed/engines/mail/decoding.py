"""Bytes of a mail to text: in the encoding that is stated when it fits, else in the likeliest one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message

from kashf.sandboxed.engines.mail.payloads import charset, payload

#: Stated by mail programs for everything, or for what they do not know.
_SAYS_NOTHING = frozenset({"", "us-ascii", "unknown-8bit", "iso-8859-1"})


#: Stated of bytes that are UTF-7 all the same.
_ASCII = frozenset({"", "us-ascii", "ascii", "utf-8", "iso-8859-1", "windows-1256", "windows-1252"})
#: Letters of another alphabet in UTF-7: base64 between a plus and what is none of its signs. Source: RFC 2152.
_SHIFTED = re.compile(rb"\+([A-Za-z0-9+/]{3,})-?")
#: Letters of Europe, the Caucasus and the Near East, and the signs that go with them; what is no UTF-7 gives any letters of the world.
_LETTERS = re.compile("[\u00a0-\u024f\u0370-\u06ff\u2010-\u203a\u20ac\ufb50-\ufdff\ufe70-\ufefc]{4,}")


def in_utf7(content: bytes, *, is_stated: bool) -> str | None:
    """Return the text of bytes in UTF-7; None where they are not, or where nothing states it and they give no words.

    >>> in_utf7(b"+BiMGRQZKBjE- 12", is_stated=False), in_utf7(b"call +963 and +Back", is_stated=False)
    ('أمير 12', None)
    """
    if not is_stated and not _SHIFTED.search(content):
        return None
    try:
        text = content.decode("utf-7")
    except ValueError:
        return content.decode("utf-7", "replace") if is_stated else None
    return text if is_stated or _LETTERS.fullmatch("".join(each for each in text if not each.isascii())) else None


@dataclass(frozen=True, slots=True)
class Decoder:
    """Decodes texts.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    decode: Callable[[bytes], tuple[str, str] | None]

    def text(self, content: bytes, charset: str = "") -> str:
        """Return the text of some bytes that state an encoding; UTF-7 is known by itself, since all of its bytes are ASCII."""
        is_stated = "utf-7" in charset or "utf7" in charset
        may_be = is_stated or (charset in _ASCII and content.isascii())
        if may_be and (letters := in_utf7(content, is_stated=is_stated)) is not None:
            return letters
        if charset not in _SAYS_NOTHING:
            try:
                return content.decode(charset)
            except (ValueError, LookupError):  # not in that encoding; or no encoding at all, or one that decodes nothing
                pass
        decoded = self.decode(content)
        return decoded[0] if decoded else content.decode("latin-1")

    def part(self, part: Message) -> str:
        """Return the text of a part; empty for one without content."""
        return self.text(payload(part), charset(part))
