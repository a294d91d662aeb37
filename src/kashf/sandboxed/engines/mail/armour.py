"""Files that OpenPGP encrypted and wrote as text."""

from __future__ import annotations

from collections.abc import Callable

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.mail.decoding import Decoder
from kashf.sandboxed.engines.mail.seals import without_ciphertext


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
