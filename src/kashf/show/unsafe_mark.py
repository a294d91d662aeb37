"""The mark on what is handed on of a case whose files were opened without a sandbox."""

from __future__ import annotations

from typing import Final

from markupsafe import escape

from kashf.show.wording import Wording

_END: Final = "</svg>"


def marked_drawing(drawing: bytes, say: Wording) -> bytes:
    """Return a drawing that is a file of its own with the mark over it, in its own language."""
    head, end, rest = drawing.decode().rpartition(_END)
    mark = f'<text x="8" y="14" font-size="12" font-weight="700" fill="#a3201a">{escape(say("unsafe.mark"))} kashf rebuild</text>'
    return f"{head}{mark}{end}{rest}".encode()
