"""Encrypted and signed messages in files of their own: OpenPGP as text, S/MIME as it is."""

from __future__ import annotations

from collections.abc import Callable

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.mail.decoding import Decoder
from kashf.sandboxed.engines.mail.seals import CMS, is_enveloped, without_ciphertext

#: Of a file, in which it says what it is.
_HEAD_BYTES = 64


class SealReader:
    """Reads CMS messages that lie in files of their own (.p7m, .p7s): that they are signed, or encrypted."""

    name = "seal"
    version = "1"

    def reads(self, type: str) -> bool:
        """Return whether `type` is a CMS message."""
        return type == CMS

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return no text: what a signed one encloses is a member.

        Raises:
            EngineError: Encrypted.
        """
        with source.open() as file:
            if is_enveloped(file.read(_HEAD_BYTES)):
                raise EngineError(Reason.ENCRYPTED, "encrypted by S/MIME")
        return Extract((), {"signature": "S/MIME"}, detail="signed by S/MIME")


class ArmourReader:
    """Reads what stands around an encrypted message; of the message itself no word can be read.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "armour"
    version = "1"

    def __init__(self, decode: Callable[[bytes], tuple[str, str] | None]) -> None:
        self._decoder = Decoder(decode)

    def reads(self, type: str) -> bool:
        """Return whether `type` is an encrypted message."""
        return type == "application/pgp-encrypted"

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page, always partial.

        Raises:
            EngineError: Too large; or not in armour, so that nothing stands around it.
        """
        if source.size_bytes > 4 * limits.text_characters:
            raise EngineError(Reason.TOO_LARGE, "more than may be read")
        text, is_armoured = without_ciphertext(self._decoder.text(source.read()))
        if not is_armoured:
            raise EngineError(Reason.ENCRYPTED, "encrypted by OpenPGP")
        return Extract((Page(1, text),), {}, Status.PARTIAL, Reason.ENCRYPTED, "encrypted by OpenPGP")
