"""Sealed mail."""

from __future__ import annotations

from email.message import Message
from email.mime.application import MIMEApplication

import pytest

from kashf.sandboxed.engines.mail.seals import is_encrypted, signature, signed_content, without_ciphertext
from tests.sealed import DATA_TYPE, ENVELOPED, INNER, SIGNED, SIGNED_TYPE, cms, der


def in_pieces(content: bytes) -> bytes:
    """Return content as Outlook encloses it: lengths left open, the string in pieces."""
    pieces = b"".join(der(0x04, content[at : at + 20]) for at in range(0, len(content), 20))
    return b"\x30\x80" + DATA_TYPE + b"\xa0\x80\x24\x80" + pieces + b"\x00\x00" * 4


def part(content: bytes, **parameters: str) -> Message:
    """Return a part of a mail that holds a CMS message."""
    return MIMEApplication(content, "pkcs7-mime", name="smime.p7m", **parameters)


@pytest.mark.parametrize("content", [SIGNED, cms(SIGNED_TYPE, b"\x31\x00" + in_pieces(INNER))])
def test_what_an_opaque_signature_encloses_is_taken_out(content: bytes) -> None:
    assert (INNER, "S/MIME", False) == (signed_content(part(content)), signature(part(content)), is_encrypted(part(content)))


def test_an_enveloped_message_is_encrypted_whatever_its_header_says() -> None:
    sealed = part(ENVELOPED, **{"smime-type": "signed-data"})

    assert (True, "", None) == (is_encrypted(sealed), signature(sealed), signed_content(sealed))


@pytest.mark.parametrize("cut", [20, 30, 45, 50])
def test_a_signature_that_breaks_off_encloses_nothing_or_what_there_is(cut: int) -> None:
    found = signed_content(part(SIGNED[:cut]))

    assert found is None or INNER.startswith(found)


def test_the_letters_of_a_message_in_armour_are_no_text() -> None:
    text = "Karim,\n\n-----BEGIN PGP MESSAGE-----\nComment: for R.\n\njA0ECQMCBBw4QuaXthr/0kgB\n=kwIS\n-----END PGP MESSAGE-----\nK.\n"

    assert ("Karim,\n\n-----BEGIN PGP MESSAGE-----\nComment: for R.\n-----END PGP MESSAGE-----\nK.\n", True) == without_ciphertext(text)


def test_a_text_without_armour_stays_as_it_is() -> None:
    assert ("plain\n", False) == without_ciphertext("plain\n")
