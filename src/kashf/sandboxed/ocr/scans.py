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
from kashf.sandboxed.ocr.answers.read_twice import read_twice
from kashf.sandboxed.ocr.deskew import Sheet
from kashf.sandboxed.ocr.digits.announced_days import days_reread
from kashf.sandboxed.ocr.digits.rereading import numbers_reread
from kashf.sandboxed.ocr.digits.strips import Strips
from kashf.sandboxed.ocr.ink_print import ink_print
from kashf.sandboxed.ocr.lines import Grey, Ink
from kashf.sandboxed.ocr.paper import Paper, find_paper
from kashf.sandboxed.ocr.unread import UNREAD_SHARE, has_writing, unread_ink, unread_share

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


#: Mean confidence of the engine from which on it is the share of words that are right, and how far below it falls short of that.
_TRUE_FROM, _OPTIMISM = 0.8, 1.1

#: What is said of a document of whose pages several things must be said, after faults, which come first.
_GRAVITY = {Reason.TIMEOUT: 1, Reason.UNREADABLE: 2, Reason.UNREAD_PART: 3, Reason.LOW_CONFIDENCE: 4}


@dataclass(frozen=True, slots=True)
class Ocr:
    """What reads images.

    Args:
        page: Reads a whole page by its own layout.
        line: Reads a picture of one line.
        blood: Reads a picture of a blood group; None where nothing does.
    """

    page: PageReader
    line: PageReader
    blood: PageReader | None = None


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
        """Return `extract` with the pages that have confidence 0 read from their images; one that could not be read stays as it came.

        The whole is partial when a page cannot be drawn, when the time is over, when there is writing on a page that could not be read, or
        when words are more often wrong than right; done, without writing, when there is none on any page.
        """
        read = [self._read_page(source, page, limits=limits) if page.confidence == 0.0 else Scan(page) for page in extract.pages]
        again = (page for scan in read for page in (scan.by_shape, scan.at_first) if page)
        prints = tuple((scan.page.number, scan.ink) for scan in read if scan.ink)
        extract = replace(extract, second_readings=(*extract.second_readings, *again), ink_prints=prints)
        reasons = Counter(scan.reason for scan in read if scan.reason)
        pages = tuple(scan.page for scan in read)
        if extract.status is not Status.DONE:
            return replace(extract, pages=pages)
        if reasons[Reason.NO_WRITING] == len(pages):
            return replace(extract, pages=pages, reason=Reason.NO_WRITING, detail="no writing found")
        del reasons[Reason.NO_WRITING]
        if not reasons:
            return replace(extract, pages=pages)
        reason = min(reasons, key=lambda each: (_GRAVITY.get(each, 0), -reasons[each]))
        detail = ", ".join(f"{count} of {len(pages)} page images: {each.value}" for each, count in reasons.most_common())
        is_nothing_read = reasons[reason] == len(pages) and not any(page.text.strip() for page in pages)
        if is_nothing_read and reason is not Reason.UNREADABLE:
            return replace(extract, pages=(), second_readings=(), ink_prints=(), status=Status.FAILED, reason=reason, detail=detail)
        return replace(extract, pages=pages, status=Status.PARTIAL, reason=reason, detail=detail)

    def _read_page(self, source: Source, page: Page, *, limits: Limits) -> Scan:
        """Return what was made of a page; the page as it came, with a reason, when that is nothing."""
        try:
            grey = self._grey(source, page, limits=limits)
            seen = (
                Scan(replace(page, origin=Origin.OCR), Reason.NO_WRITING)
                if is_blank(grey)
                else scan(grey, ocr=self.ocr, number=page.number)
            )
        except EngineError as fault:
            return Scan(page, fault.reason)
        joined = join_readings(page, seen.page)
        if seen.reason is Reason.UNREADABLE:
            return Scan(page, seen.reason, ink=seen.ink)
        if seen.reason is Reason.NO_WRITING:
            return Scan(joined, None if joined.text.strip() else seen.reason)
        reason = seen.reason or (None if joined.is_sure else Reason.LOW_CONFIDENCE)
        strips = Strips(grey, joined)
        by_shape = numbers_reread(strips, joined)
        twice = read_twice(grey, joined, by_shape=by_shape, blood=self.ocr.blood)
        by_shape = days_reread(strips, joined, by_shape)
        return Scan(twice or joined, reason, by_shape, b"" if joined.is_sure else seen.ink, joined if twice else None)

    def _grey(self, source: Source, page: Page, *, limits: Limits) -> Grey:
        """Return the image of a page.

        Raises:
            EngineError: It cannot be drawn, or the time is over.
        """
        if self.seconds() > self.deadline:
            raise EngineError(Reason.TIMEOUT, "no time left for this page")
        longest_side = IMAGE_LONGEST_SIDE if source.type.startswith("image/") else SCAN_LONGEST_SIDE
        return grey_of(self.imager.draw(source, page=page.number, longest_side=longest_side, limits=limits))


@dataclass(frozen=True, slots=True)
class Scan:
    """What was made of a page image.

    Args:
        page: Its text; empty, with confidence 0, when nothing is legible.
        reason: What is not right with it, or `NO_WRITING`; None when all of it was read.
        by_shape: The same with its numbers read by the shapes of their digits; None where that changes nothing.
        ink: Where there is ink, packed; empty where the words are sure.
        at_first: How it was read before answers that cannot be what their labels ask were read once more; None where none was.
    """

    page: Page
    reason: Reason | None = None
    by_shape: Page | None = None
    ink: bytes = b""
    at_first: Page | None = None


def read_scan(grey: Grey, *, ocr: Ocr, number: int) -> Page:
    """Return what stands on a page image; empty, with confidence 0, when nothing is legible.

    Args:
        grey: The page, dark on light or light on dark.
        ocr: Reads lines and pages.
        number: Of the page.
    """
    return scan(grey, ocr=ocr, number=number).page


def scan(grey: Grey, *, ocr: Ocr, number: int) -> Scan:
    """Return what stands on a page image, and whether that is all of it; arguments as for `read_scan`."""
    paper = find_paper(grey)
    sheet = Sheet.of(paper)
    best = sheet.read(ocr.line, number=number)
    if not is_convincing(best):
        sheet, best = _turned(paper, sheet, best, ocr=ocr)
    if sheet.surface.faint is not None:
        sheet, best = _with_faint(paper, sheet, best, faint=sheet.surface.faint, ocr=ocr)
    share = unread_share(sheet, [best])
    if share > UNREAD_SHARE:
        best = _with_unread(sheet, best, ocr=ocr)
        share = unread_share(sheet, [best])
    if share > UNREAD_SHARE or not is_convincing(best):
        best = max(best, sheet.read_whole(ocr.page, number=number), key=_worth)
        share = unread_share(sheet, [best])
    if not is_legible(best):
        reason = Reason.UNREADABLE if has_writing(sheet) else Reason.NO_WRITING
        ink = ink_print(sheet) if reason is Reason.UNREADABLE else b""
        return Scan(Page(number, "", origin=Origin.OCR, confidence=0.0), reason, ink=ink)
    page = replace(best, confidence=share_right(best.confidence))
    return Scan(page, Reason.UNREAD_PART if share > UNREAD_SHARE else None, ink=b"" if page.is_sure else ink_print(sheet))


def share_right(confidence: float) -> float:
    """Return the share of words in [.01..1] that are right on a page which the engine reads with some mean confidence.

    Measured over 97 pages of many kinds: as the engine says from .8 on, and falling twice as fast below (.75: .68, .70: .59, .65: .48).

    >>> share_right(0.9), share_right(0.7), share_right(0.3)
    (0.9, 0.59, 0.01)
    """
    return round(max(0.01, confidence - _OPTIMISM * max(0.0, _TRUE_FROM - confidence)), 4)


def _turned(paper: Paper, sheet: Sheet, best: Page, *, ocr: Ocr) -> tuple[Sheet, Page]:
    """Return the sheet the right way up, told by a few of its lines, and its reading."""
    sheets = {0: sheet} | {quarters: Sheet.of(paper, quarters=quarters) for quarters in range(1, 4)}
    samples = {quarters: each.read(ocr.line, number=best.number, most=_SAMPLE_LINES) for quarters, each in sheets.items()}
    turned = max(samples, key=lambda quarters: _worth(samples[quarters]))
    if samples[turned].confidence <= samples[0].confidence + _TURNED:
        return sheet, best
    again = sheets[turned].read(ocr.line, number=best.number)
    return (sheets[turned], again) if _worth(again) > _worth(best) else (sheet, best)


def _with_faint(paper: Paper, sheet: Sheet, best: Page, *, faint: Ink, ocr: Ocr) -> tuple[Sheet, Page]:
    """Return the sheet with its faint ink where that is writing of this side, and the reading of both."""
    whole = Sheet.of(paper, quarters=sheet.quarters, keep_faint=True)
    sample = whole.with_lines_of(faint).read(ocr.line, number=best.number, most=_SAMPLE_LINES)
    return (whole, whole.read(ocr.line, number=best.number)) if is_convincing(sample) else (sheet, best)


def _with_unread(sheet: Sheet, best: Page, *, ocr: Ocr) -> Page:
    """Return a reading with what can be read of the ink that it left out, as lines by themselves, after it."""
    more = sheet.with_lines_of(unread_ink(sheet, [best])).read(ocr.line, number=best.number)
    return appended(best, more) if is_legible(more) else best


def appended(page: Page, more: Page) -> Page:
    """Return a page with the text of another reading of the same image after its own."""
    start = len(page.text) + 2
    boxes = (replace(box, start=start + box.start, end=start + box.end) for box in more.boxes)
    letters, others = len(page.text), len(more.text)
    confidence = round((page.confidence * letters + more.confidence * others) / max(1, letters + others), 4)
    return replace(page, text=f"{page.text}\n\n{more.text}", confidence=confidence, boxes=(*page.boxes, *boxes)) if letters else more


def is_convincing(page: Page) -> bool:
    """Return whether a reading needs no second one: sure, and of words."""
    return page.confidence >= _CONVINCING and is_legible(page)


def is_legible(page: Page) -> bool:
    """Return whether a reading is of writing at all; a few letters must be surer than many, and single ones surest."""
    letters, in_words = _letters(page)
    is_words = (5 * in_words >= 2 * letters and any(map(str.isalpha, page.text))) or page.confidence >= 0.85
    return letters > 0 and is_words and page.confidence >= _GUESSING + 0.6 * exp(-in_words / 7)


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
