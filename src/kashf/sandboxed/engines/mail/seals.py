"""Signed and encrypted mail: S/MIME (RFC 8551) and OpenPGP (RFC 3156, or armour within the text)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from typing import Final

from kashf.sandboxed.engines.mail.payloads import file_name, payload

#: Object identifiers of CMS content types, as DER writes them. Source: RFC 5652; RFC 5083 for the authenticated one.
_SIGNED: Final = bytes.fromhex("06092a864886f70d010702")
_ENVELOPED: Final = (bytes.fromhex("06092a864886f70d010703"), bytes.fromhex("060b2a864886f70d0109100117"))
_DATA: Final = bytes.fromhex("06092a864886f70d010701")
#: The identifier of the content type stands at the very beginning.
_HEAD_BYTES: Final = 40
_CMS_TYPES: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_CMS_NAME: Final = re.compile(r"\.p7[mz]$", re.IGNORECASE)
_SIGNATURES: Final = {
    "application/pkcs7-signature": "S/MIME",
    "application/x-pkcs7-signature": "S/MIME",
    "application/pgp-signature": "PGP",
}
_OCTET_STRING, _OCTET_STRINGS, _WRAPPED = 0x04, 0x24, 0xA0
#: A message in armour: its first line and headers, the letters that are encrypted, its last line. Source: RFC 9580, section 6.2.
_ARMOURED: Final = re.compile(
    r"(^-----BEGIN PGP MESSAGE(?:, PART [\d/]+)?-----[ \t]*\r?\n(?:[A-Za-z]+: [^\n]*\n)*)"
    r"(?:[A-Za-z0-9+/= \t\r]*+\n)*+(-----END PGP [^\n]*|\Z)",
    re.MULTILINE,
)
CLEAR_SIGNED: Final = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*$", re.MULTILINE)


#: What a file is called that is nothing but a CMS message.
CMS: Final = "application/pkcs7-mime"


def is_cms(untrusted_head: bytes) -> bool:
    """Return whether a file begins as a CMS message, signed or encrypted."""
    head = untrusted_head[:_HEAD_BYTES]
    return head[:1] == b"\x30" and any(mark in head for mark in (_SIGNED, *_ENVELOPED))


def is_enveloped(untrusted_cms: bytes) -> bool:
    """Return whether a CMS message is one that only its recipient can open."""
    return any(mark in untrusted_cms[:_HEAD_BYTES] for mark in _ENVELOPED)


def enclosed(untrusted_cms: bytes) -> bytes | None:
    """Return the message that a signed one encloses; None when it encloses none, as a signature beside a message does."""
    at = untrusted_cms.find(_DATA)
    try:
        return _octets(untrusted_cms, at + len(_DATA)) if at >= 0 else None
    except IndexError:
        return None


def is_encrypted(part: Message) -> bool:
    """Return whether a part is a message that only its recipient can open, or belongs to one."""
    if part.get_content_type() in {"application/pgp-encrypted", "multipart/encrypted"}:
        return True
    if not _is_cms(part):
        return False
    content = payload(part)
    return is_enveloped(content) or (not content and "enveloped" in str(part.get_param("smime-type")).lower())


def is_signature(part: Message) -> bool:
    """Return whether a part is nothing but a signature."""
    return part.get_content_type() in _SIGNATURES


def signature(part: Message) -> str:
    """Return how a part is signed: "S/MIME", "PGP" or "" for not at all. The signature is not checked."""
    found = _SIGNATURES.get(part.get_content_type(), "")
    return found or ("S/MIME" if _is_cms(part) and _SIGNED in payload(part)[:_HEAD_BYTES] else "")


def signed_content(part: Message) -> bytes | None:
    """Return the message that an opaque signature encloses; None when the part is none, or encloses nothing."""
    if part.is_multipart() or not _is_cms(part):
        return None
    content = payload(part)
    return enclosed(content) if _SIGNED in content[:_HEAD_BYTES] else None


def without_ciphertext(text: str) -> tuple[str, bool]:
    """Return a text without the letters of the OpenPGP messages in it, whose first and last lines stay; and whether there were any."""
    kept, count = _ARMOURED.subn(lambda found: found[1] + found[2], text) if "-----BEGIN PGP MESSAGE" in text else (text, 0)
    return kept, count > 0


def _is_cms(part: Message) -> bool:
    type = part.get_content_type()
    return type in _CMS_TYPES or (type == "application/octet-stream" and bool(_CMS_NAME.search(file_name(part))))


def _octets(der: bytes, at: int) -> bytes | None:
    """Return the octets behind the identifier of the enclosed data: [0] around one string, or around many in pieces."""
    tag, start, _ = _head(der, at)
    if tag != _WRAPPED:
        return None
    tag, first, length = _head(der, start)
    if tag == _OCTET_STRING and length is not None:
        return der[first : first + length]
    return b"".join(_strings(der, first, len(der) if length is None else first + length)) if tag == _OCTET_STRINGS else None


def _strings(der: bytes, at: int, end: int) -> Iterator[bytes]:
    """Yield the pieces of a string, up to its end or to the mark that ends it."""
    while at < end:
        tag, start, length = _head(der, at)
        if tag != _OCTET_STRING or length is None:
            return
        yield der[start : start + length]
        at = start + length


def _head(der: bytes, at: int) -> tuple[int, int, int | None]:
    """Return the tag at a place, where its value begins, and how long it is; None for a length that is not said."""
    tag, length = der[at], der[at + 1]
    if length < 0x80:
        return tag, at + 2, length
    count = length & 0x7F
    return tag, at + 2 + count, int.from_bytes(der[at + 2 : at + 2 + count], "big") if count else None
