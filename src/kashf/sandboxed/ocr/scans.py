"""Page images: which to read, how, and what to believe of a reading.

The usual way is one pass: level the page, find its lines, have each read by itself. Only when that is not convincing are other readings
made, of the page turned by quarters and of the page as a whole, and the most confident one is kept; a clean page never gets there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import exp

import numpy as np

from kashf.domain.document import Origin, Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, PageImager, PageReader, Picture, Source
from kashf.sandboxed.ocr.deskew import Sheet
from kashf.sandboxed.ocr.lines import Grey

#: Pixels; A4 at 210 dots an inch. Measured down to print of 7 points, 300 dots read no better and take longer to draw.
SCAN_LONGEST_SIDE = 2480
#: Pixels; photographs and scans beyond A3 at 300 dots an inch are reduced before they are read.
IMAGE_LONGEST_SIDE = 5000
#: Grey levels, of 255, between the darkest and lightest parts of a page below which it is blank: paper, shadows, dust.
_BLANK_CONTRAST = 24
#: Confidence in [0..1] from which on a first reading is taken as it is; printed pages come to 0.8 and more, handwriting to 0.5.
_CONVINCING = 0.62
#: By how much more confident a few lines of a turned page must be.
_TURNED = 0.15
#: Lines by which it is told which side of a page is up.
_SAMPLE_LINES = 4
#: Below this confidence nothing was read; and words shorter than this are what textures of photographs are read as.
_GUESSING, _WORD_LETTERS = 0.28, 3


@dataclass(frozen=True, slots=True)
class Ocr:
    """What reads images.

    Args:
        page: Reads a whole page by its own layout.
        line: Reads a picture of one line.
    """

    page: PageReader
    line: PageReader


@dataclass(frozen=True, slots=True)
class Scanner:
    """Reads pages from their images.

    Args:
        imager: Draws the pages.
        ocr: Reads what was drawn.
        seconds: A clock.
        deadline: Time by that clock after which no further page is begun.
    """

    imager: PageImager
    ocr: Ocr
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
        grey = grey_of(picture)
        if is_blank(grey):
            return replace(page, origin=Origin.OCR)
        scan = read_scan(grey, ocr=self.ocr, number=page.number)
        if not scan.text.strip() and not page.text.strip():
            raise EngineError(Reason.UNREADABLE, "nothing legible on the page")
        return join_readings(page, scan)


def read_scan(grey: Grey, *, ocr: Ocr, number: int) -> Page:
    """Return what stands on a page image; empty, with confidence 0, when nothing is legible.

    Args:
        grey: The page, dark on light or light on dark.
        ocr: Reads lines and pages.
        number: Of the page.
    """
    sheet = Sheet.of(grey)
    best = sheet.read(ocr.line, number=number)
    if not is_convincing(best):
        samples = {quarters: Sheet.of(grey, quarters=quarters).read(ocr.line, number=number, most=_SAMPLE_LINES) for quarters in range(4)}
        turned = max(samples, key=lambda quarters: _worth(samples[quarters]))
        if samples[turned].confidence > samples[0].confidence + _TURNED:
            best = max(best, Sheet.of(grey, quarters=turned).read(ocr.line, number=number), key=_worth)
    if not is_convincing(best):
        best = max(best, ocr.page.read_page(picture_of(grey), number=number), key=_worth)
    return best if is_legible(best) else Page(number, "", origin=Origin.OCR, confidence=0.0)


def is_convincing(page: Page) -> bool:
    """Return whether a reading needs no second one: sure, and of words."""
    return page.confidence >= _CONVINCING and is_legible(page)


def is_legible(page: Page) -> bool:
    """Return whether a reading is of writing at all; a few letters must be surer than many, and single ones surest."""
    letters, in_words = _letters(page)
    is_words = 5 * in_words >= 2 * letters or page.confidence >= 0.85
    return letters > 0 and is_words and page.confidence >= _GUESSING + 0.5 * exp(-in_words / 8)


def read_line(grey: Grey, *, ocr: Ocr) -> Page:
    """Return what stands on a picture that holds one line and little else; empty when it is blank."""
    if is_blank(grey):
        return Page(1, "", origin=Origin.OCR, confidence=0.0)
    sheet = Sheet.of(grey)
    page = sheet.read(ocr.line, number=1)
    whole = ocr.line.read_page(picture_of(grey), number=1) if len(sheet.lines) != 1 else page
    return max(page, whole, key=lambda each: each.confidence)


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


def grey_of(picture: Picture) -> Grey:
    """Return a picture in grey, weighted as the eye does."""
    values = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(picture.height, picture.width, picture.channels)
    if picture.channels == 1:
        return values[:, :, 0]
    red, green, blue = (values[:, :, channel].astype(np.uint32) for channel in range(3))
    return ((red * 299 + green * 587 + blue * 114) // 1000).astype(np.uint8)


def picture_of(grey: Grey) -> Picture:
    """Return a grey picture."""
    return Picture(grey.shape[1], grey.shape[0], 1, np.ascontiguousarray(grey).tobytes())


def is_blank(grey: Grey) -> bool:
    """Return whether there is nothing on a page that could be writing."""
    if not grey.size:
        return True
    low, high = np.percentile(grey.ravel()[:: max(1, grey.size // 1_000_000)], (0.05, 99.95))
    return bool(high - low < _BLANK_CONTRAST)


def _worth(page: Page) -> float:
    """Return how much a reading says and how surely: for comparing readings of one image."""
    return max(0.0, page.confidence - _GUESSING) * _letters(page)[1]


def _letters(page: Page) -> tuple[int, int]:
    """Return how many letters and digits were read, and how many of them in words long enough to be some."""
    lengths = [sum(map(str.isalnum, word)) for word in page.text.split()]
    return sum(lengths), sum(length for length in lengths if length >= _WORD_LETTERS)
