"""A head as a QR code, for a terminal and for a page; what draws it is imported when one is drawn."""

from __future__ import annotations

import io
import sys
from functools import lru_cache
from html import escape
from itertools import groupby
from types import ModuleType
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from kashf.services.case.heads.case_head import CaseHead

#: Light modules around a code, so that it is found. Source: ISO/IEC 18004:2015 section 6.3.8.
_QUIET: Final = 4


def head_text(head: CaseHead) -> str:
    """Return what a code says: all that `kashf verify --head --entries` has to be given."""
    return f"kashf head {head.head} entries {head.entries} case {head.case}"


def terminal_code(head: CaseHead) -> str:
    """Return the code for a terminal."""
    drawn = io.StringIO()
    _segno().make(head_text(head), error="m", micro=False).terminal(out=drawn, compact=True)
    return drawn.getvalue().rstrip("\n")


@lru_cache(maxsize=8)
def page_code(head: CaseHead, title: str) -> Markup:
    """Return the code for a page: black on white also on a dark one, of no size of its own; a page of one head draws it once.

    Args:
        head: Of the case.
        title: What it is called for those who do not see it.
    """
    rows = tuple(_segno().make(head_text(head), error="m", micro=False).matrix)
    path = "".join(_row_path(y, row) for y, row in enumerate(rows, _QUIET))
    side = len(rows) + 2 * _QUIET
    drawn = Markup('<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{1}"/>').format(side, path)
    return Markup('<svg class="code" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">{2}</svg>').format(side, title, drawn)


def _row_path(y: int, row: bytes) -> str:
    """Return the dark modules of a row as strokes of a path, one for each run of them."""
    drawn, x = [], _QUIET
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            drawn.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(drawn)


def _segno() -> ModuleType:
    """Return the library that makes QR codes.

    For its SVG it asks the standard library for two functions that quote XML, whose module brings a network client, which no process of
    kashf has loaded (decision 13). It gets two others of these names, since its own SVG is not drawn here.
    """
    name = "xml.sax.saxutils"
    stand_in = ModuleType(name)
    stand_in.escape = stand_in.quoteattr = escape  # type: ignore[attr-defined]  # a module takes any name
    before = sys.modules.get(name)
    sys.modules[name] = before or stand_in
    try:
        import segno
    finally:
        if before is None:
            del sys.modules[name]
    return segno
