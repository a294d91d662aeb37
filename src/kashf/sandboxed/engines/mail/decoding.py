"""Bytes of a mail to text: in the encoding that is stated when it fits, else in the likeliest one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message

from kashf.sandboxed.engines.mail.payloads import charset, payload

#: Stated by mail programs for everything, or for what they do not know.
_SAYS_NOTHING = frozenset({"", "us-ascii", "unknown-8bit", "iso-8859-1"})


@dataclass(frozen=True, slots=True)
class Decoder:
    """Decodes texts.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    decode: Callable[[bytes], tuple[str, str] | None]

    def text(self, content: bytes, charset: str = "") -> str:
        """Return the text of some bytes that state an encoding."""
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
