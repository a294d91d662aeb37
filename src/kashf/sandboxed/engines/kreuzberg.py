"""Second chance for office documents by kreuzberg, an extra of the installation: it reads a few that Tika gives up on.

Only the types named here are given to it: left alone it would run OCR on pictures and try to download grammars for source code.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib.metadata import version as _installed
from importlib.util import find_spec
from typing import Any

from kashf.domain.document import Page, Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source

_OPEN = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
#: Type here -> type there; templates and documents with macros are read like the plain kind.
_TYPES = {
    **{f"{_OPEN}wordprocessingml.{kind}": f"{_OPEN}wordprocessingml.document" for kind in ("document", "template")},
    **{f"{_OPEN}presentationml.{kind}": f"{_OPEN}presentationml.presentation" for kind in ("presentation", "slideshow", "template")},
    **{f"{_OPEN}spreadsheetml.{kind}": f"{_OPEN}spreadsheetml.sheet" for kind in ("sheet", "template")},
    "application/vnd.ms-word.document.macroenabled.12": f"{_OPEN}wordprocessingml.document",
    "application/vnd.ms-powerpoint.presentation.macroenabled.12": f"{_OPEN}presentationml.presentation",
    "application/vnd.ms-excel.sheet.macroenabled.12": f"{_OPEN}spreadsheetml.sheet",
    **{each: each for each in (f"{_ODF}text", f"{_ODF}spreadsheet", f"{_ODF}presentation")},
    **{each: each for each in ("application/msword", "application/vnd.ms-powerpoint", "application/vnd.ms-excel")},
    **{each: each for each in ("application/epub+zip", "application/rtf", "application/vnd.ms-outlook")},
}
#: What it writes where a picture stands; pictures are read as files of their own.
_PLACEHOLDER = re.compile(r"^[ \t]*!?\[Image\b[^\]\n]*\](?:\([^)\n]*\))?[ \t]*\n?", re.MULTILINE)
#: kreuzberg's words for what a person must do something about.
_NEEDS_PASSWORD = ("password", "encrypted", "protected")


def is_installed() -> bool:
    """Return whether kreuzberg is there (`pip install 'kashf[more-office]'`)."""
    return find_spec("kreuzberg") is not None


class KreuzbergReader:
    """Reads office documents, as one page each. Ask `is_installed` first."""

    name = "kreuzberg"

    @cached_property
    def version(self) -> str:
        """Of the library."""
        return _installed("kreuzberg")

    def warm_up(self) -> None:
        """Load the library."""
        _config()

    def reads(self, type: str) -> bool:
        """Return whether `type` is on the list."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page.

        Raises:
            EngineError: Encrypted, damaged, or without any text.
        """
        import kreuzberg

        try:
            result = kreuzberg.extract_bytes_sync(source.read(), _TYPES[source.type], _config())
        except kreuzberg.KreuzbergError as error:
            raise _explained(str(error)) from error
        authors = result.metadata.get("authors") or ()
        metadata = {key: str(result.metadata[key]) for key in ("title", "subject", "created_at") if result.metadata.get(key)}
        metadata |= {"author": "; ".join(map(str, authors))} if authors else {}
        text = _PLACEHOLDER.sub("", result.content)
        return Extract((Page(1, text),) if text.strip() else (), metadata)


@cache
def _config() -> Any:
    import kreuzberg

    # The stubs of kreuzberg 4.10 do not know disable_ocr yet.
    return kreuzberg.ExtractionConfig(use_cache=False, disable_ocr=True)  # type: ignore[call-arg]  # the stub leaves these arguments out


def _explained(message: str) -> EngineError:
    if any(word in message.lower() for word in _NEEDS_PASSWORD):
        return EngineError(Reason.ENCRYPTED, "the document needs a password")
    return EngineError(Reason.DAMAGED, "kreuzberg cannot parse the document")
