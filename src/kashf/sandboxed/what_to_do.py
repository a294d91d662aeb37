"""What a person can do about a file of a kind that is not read here, or only by the runs of letters in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from kashf.domain.document import Reason
from kashf.ports.engines import MAX_DETAIL_LENGTH, Extract

#: Media type -> a program that turns it into something that is read.
_ADVICE: Final[Mapping[str, str]] = {
    "application/x-msaccess": "export the tables with mdbtools (mdb-export) or Access, and add those",
    "application/onenote": "export the section as PDF with OneNote, and add that",
    "application/vnd.apache.parquet": "turn it into CSV with DuckDB or pyarrow, and add that",
    "application/postscript": "turn it into PDF with Ghostscript (ps2pdf), and add that",
    "image/x-eps": "turn it into PDF with Ghostscript (epstopdf), and add that",
    "image/jxl": "turn it into PNG with libjxl (djxl), and add that",
    "image/vnd.dwg": "print the drawing to PDF, and add that",
    "application/x-matlab-data": "export it as CSV, and add that",
    "application/vnd.ms-htmlhelp": "unpack it with 7-Zip, and add the pages",
    "application/x-mobipocket-ebook": "turn it into EPUB with Calibre (ebook-convert), and add that",
    "application/vnd.ms-project": "print the plan to PDF, and add that",
}
#: The same of files that no password opens here.
_ADVICE_IF_ENCRYPTED: Final[Mapping[str, str]] = {"application/vnd.rar": "open it with 7-Zip or unrar, and add what is in it"}


def advised(extract: Extract, *, type: str) -> Extract:
    """Return what was read of a file, with what can be done about it where its kind is the reason that this is not all."""
    advice = _ADVICE_IF_ENCRYPTED if extract.reason is Reason.ENCRYPTED else _ADVICE
    if extract.reason not in {Reason.UNSUPPORTED, Reason.LOW_CONFIDENCE, Reason.ENCRYPTED} or type not in advice:
        return extract
    return replace(extract, detail=f"{extract.detail}: {advice[type]}"[:MAX_DETAIL_LENGTH])
