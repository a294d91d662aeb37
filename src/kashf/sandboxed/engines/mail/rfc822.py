"""Reads messages of internet mail.

Only what the message itself says is read here; whatever is attached is a member and is read as a file of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email.message import Message
from platform import python_version

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.mail.alternatives import as_one
from kashf.sandboxed.engines.mail.decoding import Decoder
from kashf.sandboxed.engines.mail.encoded_files import without_files
from kashf.sandboxed.engines.mail.html_quotes import QuotedHtml, taken_out
from kashf.sandboxed.engines.mail.mail_headers import as_values, header_lines
from kashf.sandboxed.engines.mail.message_page import message_page
from kashf.sandboxed.engines.mail.message_parts import MEMORY_PER_BYTE, Section, every_part, is_report, parse, report_lines, sections
from kashf.sandboxed.engines.mail.seals import CLEAR_SIGNED, is_encrypted, signature, without_ciphertext

#: Containers of parts say this before the first, for programs that know none; what else stands outside the parts was written by somebody.
_FOR_OLD_PROGRAMS = "mime"


class MailReader:
    """Reads one message.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
        html_text: Returns the text of HTML.
    """

    name = "mail"
    version = f"3/{python_version()}"

    def __init__(self, decode: Callable[[bytes], tuple[str, str] | None], html_text: Callable[[str], str]) -> None:
        self._decoder = Decoder(decode)
        self._html_text = QuotedHtml(html_text).text

    def reads(self, type: str) -> bool:
        """Return whether `type` is a message."""
        return type in {"message/rfc822", "message/news"}

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page: From, To, Cc, Date and Subject as lines, an empty line, the text. An encrypted message is partial.

        Raises:
            EngineError: No header and no text; or more than fits into memory.
        """
        if source.size_bytes * MEMORY_PER_BYTE > limits.memory_bytes:
            raise EngineError(Reason.TOO_LARGE, "the message is too large to be taken apart")
        message = parse(source.read())
        headers = header_lines(message, self._decoder)
        signed, is_armoured = without_ciphertext("\n\n".join(filter(None, self._texts(message))))
        page = message_page(headers, *taken_out(signed))
        if page is None:
            raise EngineError(Reason.UNSUPPORTED, "no message")
        return _sealed(message, page, as_values(headers), is_armoured=is_armoured)

    def _texts(self, message: Message) -> Iterator[str]:
        preamble, epilogue = message.preamble or "", message.epilogue or ""
        yield "" if _FOR_OLD_PROGRAMS in preamble.lower() else preamble.strip()
        for section in sections(message):
            yield self._section(section)
        yield epilogue.strip()

    def _section(self, section: Section) -> str:
        """Return what the versions of one text say."""
        if is_report(section.versions[0]):
            return report_lines(section.versions[0])
        html = (self._html_text(self._decoder.part(part)) for part in section.versions if part.get_content_type() == "text/html")
        plain = (self._decoder.part(part) for part in section.versions if part.get_content_type() != "text/html")
        return as_one(without_files("\n\n".join(plain).strip("\r\n")), "\n\n".join(html))


def _sealed(message: Message, page: Page, metadata: dict[str, str], *, is_armoured: bool) -> Extract:
    """Return what was read, with what is said of signatures, and of what only the recipient can open."""
    signatures = {signature(part) for part in every_part(message)} - {""}
    if CLEAR_SIGNED.search(page.text):
        signatures.add("PGP")
    if signatures:
        metadata["signature"] = ", ".join(sorted(signatures))
    if is_armoured or any(is_encrypted(part) for part in every_part(message)):
        return Extract((page,), metadata, Status.PARTIAL, Reason.ENCRYPTED, "the message is encrypted")
    return Extract((page,), metadata)
