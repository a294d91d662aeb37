"""Page images: which to read, and what to believe of a reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from kashf.domain.document import Origin, Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, PageImager, PageReader, Picture, Source

#: Pixels; A4 at 300 dots an inch, what the OCR models were trained on.
SCAN_LONGEST_SIDE = 3508
#: Pixels; photographs and scans beyond A3 at 300 dots an inch are reduced before they are read.
IMAGE_LONGEST_SIDE = 5000
#: Grey levels, of 255, between the darkest and lightest parts of a page below which it is blank: paper, shadows, dust.
_BLANK_CONTRAST = 24


@dataclass(frozen=True, slots=True)
class Scanner:
    """Reads pages from their images.

    Args:
        imager: Draws the pages.
        reader: Reads what was drawn.
        seconds: A clock.
        deadline: Time by that clock after which no further page is begun.
    """

    imager: PageImager
    reader: PageReader
    seconds: Callable[[], float]
    deadline: float

    def read(self, source: Source, extract: Extract, *, limits: Limits) -> Extract:
        """Return `extract` with the pages that have confidence 0 read from their images.

        The whole is partial when a page cannot be drawn, when the time is over, or when a page that is not blank yields no text.
        """
        pages, faults = [], Counter[Reason]()
        for page in extract.pages:
            if page.confidence > 0.0:
                pages.append(page)
                continue
            try:
                pages.append(self._read_page(source, page, limits=limits))
            except EngineError as fault:
                faults[fault.reason] += 1
                pages.append(replace(page, confidence=1.0 if page.text.strip() else 0.0))
        if not faults or extract.status is not Status.DONE:
            return replace(extract, pages=tuple(pages))
        reason, count = faults.most_common(1)[0]
        detail = f"{count} of {len(pages)} page images: {reason.value}"
        if reason is not Reason.UNREADABLE and faults.total() == len(pages):
            return replace(extract, pages=(), status=Status.FAILED, reason=reason, detail=detail)
        return replace(extract, pages=tuple(pages), status=Status.PARTIAL, reason=reason, detail=detail)

    def _read_page(self, source: Source, page: Page, *, limits: Limits) -> Page:
        """Return one page read from its image.

        Raises:
            EngineError: It cannot be drawn, the time is over, or there is something on it that cannot be read.
        """
        if self.seconds() > self.deadline:
            raise EngineError(Reason.TIMEOUT, "no time left for this page")
        longest_side = IMAGE_LONGEST_SIDE if source.type.startswith("image/") else SCAN_LONGEST_SIDE
        picture = self.imager.draw(source, page=page.number, longest_side=longest_side, limits=limits)
        if is_blank(picture):
            return replace(page, origin=Origin.OCR)
        scan = read_scan(picture, reader=self.reader, number=page.number)
        if not scan.text.strip() and not page.text.strip():
            raise EngineError(Reason.UNREADABLE, "nothing legible on the page")
        return join_readings(page, scan)


def read_scan(picture: Picture, *, reader: PageReader, number: int) -> Page:
    """Return what stands on a page image; empty, with confidence 0, when nothing is legible."""
    return reader.read_page(picture, number=number)


def join_readings(digital: Page, scan: Page) -> Page:
    """Return one page of the digital text and the reading of the image of one page.

    The digital text of such a page is a stamp, or page numbers; it follows the reading unless it is part of it, so nothing is lost.
    """
    stamp = digital.text.strip()
    if not scan.text.strip():
        return replace(digital, confidence=1.0 if stamp else 0.0)
    if not stamp or "".join(stamp.split()) in "".join(scan.text.split()):
        return scan
    return replace(scan, text=f"{scan.text}\n\n{stamp}")


def is_blank(picture: Picture) -> bool:
    """Return whether there is nothing on a page that could be writing."""
    values = np.frombuffer(picture.pixels, dtype=np.uint8)
    if not values.size:
        return True
    low, high = np.percentile(values[:: max(1, values.size // 1_000_000)], (0.05, 99.95))
    return bool(high - low < _BLANK_CONTRAST)
