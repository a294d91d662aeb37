"""Messages that S/MIME sealed. The DER is made by hand: only its outer shells decide."""

from __future__ import annotations

INNER = b"Content-Type: text/plain\r\n\r\nThe crates leave on Thursday.\r\n"
DATA_TYPE, SIGNED_TYPE, ENVELOPED_TYPE = (bytes.fromhex(f"06092a864886f70d01070{number}") for number in (1, 2, 3))


def der(tag: int, content: bytes) -> bytes:
    """Return a value as DER writes it."""
    length = len(content)
    return bytes([tag]) + (bytes([length]) if length < 128 else b"\x82" + length.to_bytes(2, "big")) + content


def cms(type: bytes, content: bytes) -> bytes:
    """Return a CMS message of a type."""
    return der(0x30, type + der(0xA0, der(0x30, b"\x02\x01\x01" + content)))


SIGNED = cms(SIGNED_TYPE, b"\x31\x00" + der(0x30, DATA_TYPE + der(0xA0, der(0x04, INNER))))
ENVELOPED = cms(ENVELOPED_TYPE, b"\x31\x00" + b"x" * 40)
