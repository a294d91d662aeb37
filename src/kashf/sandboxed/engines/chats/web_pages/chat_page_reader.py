"""Reads the HTML of a messenger's export as a conversation; all other pages are for the reader of web pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.chats.chat_pages import as_extract
from kashf.sandboxed.engines.chats.web_pages import meta_page, telegram_page
from kashf.sandboxed.engines.chats.web_pages.elements import parsed

#: Classes of which each of the pages has one; a page without them is not taken apart.
_TELLING = re.compile(rb"""class=["'][^"']*(?:\bmessage (?:default|service)\b|\b_2lem\b|\b_a6-o\b|\b_a72d\b)""")


class ConversationPageReader:
    """Reads conversations in HTML.

    Args:
        decoded: Returns the source of a page by its bytes.
    """

    name = "conversation-page"
    version = f"1/lxml {etree.__version__}"

    def __init__(self, decoded: Callable[[bytes], str]) -> None:
        self._decoded = decoded

    def reads(self, type: str) -> bool:
        """Return whether `type` is HTML."""
        return type == "text/html"

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return pages of messages.

        Raises:
            EngineError: No conversation; too long.
        """
        if source.size_bytes > 4 * limits.text_characters:
            raise EngineError(Reason.TOO_LARGE, "web page beyond the limit")
        content = source.read()
        root = parsed(self._decoded(content)) if _TELLING.search(content) else None
        exports = (found for of in (telegram_page.export_of, meta_page.export_of) if root is not None and (found := of(root)))
        export = next(exports, None)
        if export is None:
            raise EngineError(Reason.UNSUPPORTED, "no conversation")
        return as_extract(export, limits=limits)
