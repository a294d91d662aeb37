"""RTF documents: all their text, with tracked changes, comments and hidden text marked, which Tika says of nothing."""

from __future__ import annotations

from typing import Final

from kashf.domain.document import Page, Reason
from kashf.ports.engines import EngineError, Extract, Limits, Reader, Source
from kashf.sandboxed.engines.office.marked_text import joined
from kashf.sandboxed.engines.office.rich_text.rich_text_walk import RichTextWalk
from kashf.sandboxed.engines.office.rtf_tokens import rtf_tokens

#: Programs read on from here, whatever stands before it.
_BEGINNING: Final = b"{\\rt"


class RichTextReader:
    """Reads RTF.

    Args:
        describing: Reads what the document says of itself.
    """

    name = "rich-text"

    def __init__(self, describing: Reader) -> None:
        self._describing = describing
        self.version = f"1/{describing.name} {describing.version}"

    def reads(self, type: str) -> bool:
        """Return whether `type` is RTF."""
        return type in ("application/rtf", "text/rtf")

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page: the text with notes behind the paragraphs that refer to them, then targets of links.

        Raises:
            EngineError: TOO_LARGE, or DAMAGED when there is no text in it.
        """
        if 4 * source.size_bytes > limits.memory_bytes:
            raise EngineError(Reason.TOO_LARGE, "the document is too large to be read with its changes")
        content, walk = source.read(), RichTextWalk()
        if _BEGINNING not in content:
            raise EngineError(Reason.DAMAGED, "it does not begin as this format does")
        text, marks = joined(walk.lines(rtf_tokens(content)), most=limits.text_characters)
        links = "\n".join(link for link in walk.links if link not in text)
        text = f"{text}\n\n{links}" if links else text
        return Extract((Page(1, text, marks=marks),) if text.strip() else (), self._described(source, limits))

    def _described(self, source: Source, limits: Limits) -> dict[str, str]:
        try:
            return dict(self._describing.read(source, limits=limits).metadata)
        except EngineError:
            return {}
