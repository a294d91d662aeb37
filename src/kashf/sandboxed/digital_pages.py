"""What becomes of a page that has text and was read from its image as well.

The text of one is garbled: the more believable reading is its text, and the other one is kept beside it. The text of another is sound but
not all that is written on it: what was read outside of its boxes is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kashf.domain.document import SURE_ENOUGH, Box, Page, Reason, Status
from kashf.ports.engines import Extract
from kashf.sandboxed.believability import believability, is_broken, strange_share

#: Letters and digits from which on text is what a page says and no stamp on a scan.
TEXT_CHARACTERS = 100
#: Confidence in [0..1] of a word beside the text below which it is a texture or a drawing, and of garbled text that nothing can be put for.
_LEAST, _GARBLED = 0.5, 0.2
#: Share of the words of the image that a text must have to be right after all.
_AGREED = 0.5
#: What is said of images and does not hold where a page has sure text of its own.
_OF_IMAGES = frozenset({Reason.NO_WRITING, Reason.LOW_CONFIDENCE})
#: Letters and digits of what was read beside the text that are more than a slip.
_SAID = 3


def for_image(extract: Extract) -> Extract:
    """Return the pages as they should be read from their images: those whose text is weighed against the image have none."""
    return replace(extract, pages=tuple(Page(page.number, "", confidence=0.0) if _is_weighed(page) else page for page in extract.pages))


def settled(digital: Extract, scanned: Extract) -> Extract:
    """Return what was read from images with the text that pages had before.

    It is partial when something beside the text of a page could not be read.
    """
    images = {page.number: page for page in scanned.pages}
    pages, second, unread = list[Page](), list[Page](), 0
    for page in digital.pages:
        image = images.get(page.number, Page(page.number, "", confidence=0.0))
        if not _is_weighed(page):
            pages += [image] if page.number in images else []
        elif page.boxes:
            beside = replace(image, boxes=tuple(box for box in image.boxes if not _is_in(box, page.boxes)))
            whole = _with_beside(page, beside)
            unread += whole is None
            pages.append(whole or replace(page, confidence=1.0, boxes=()))
        else:
            pages.append(_more_believable(page, image))
            second += [other for other in (page, image) if other.text.strip() and other.text != pages[-1].text]
    scanned = replace(scanned, pages=tuple(pages), second_readings=(*scanned.second_readings, *second))
    return _with_status(digital, scanned, unread=unread)


def _with_status(digital: Extract, scanned: Extract, *, unread: int) -> Extract:
    if scanned.status is Status.FAILED and scanned.pages:
        return replace(scanned, status=Status.PARTIAL)
    if scanned.reason in _OF_IMAGES and _is_sure(scanned):
        scanned = replace(scanned, status=digital.status, reason=digital.reason, detail=digital.detail)
    if unread and digital.status is Status.DONE and scanned.reason in {None, Reason.UNREADABLE}:
        detail = f"{unread} of {len(scanned.pages)} pages have writing beside their text that cannot be read"
        return replace(scanned, status=Status.PARTIAL, reason=Reason.UNREAD_PART, detail=detail)
    return scanned


def _is_sure(extract: Extract) -> bool:
    """Tell whether there is text, and all of it is sure."""
    written = [page for page in extract.pages if page.text.strip()]
    return bool(written) and all(page.is_sure for page in written)


def _is_weighed(page: Page) -> bool:
    return page.confidence == 0.0 and (bool(page.boxes) or sum(map(str.isalnum, page.text)) >= TEXT_CHARACTERS)


def _with_beside(page: Page, image: Page) -> Page | None:
    """Return a page with what was read on its image outside of the boxes of its text and is not said there; None when nothing was read."""
    lines = [line for line in _lines(image) if sum(map(str.isalnum, _squeezed(image, line))) >= _SAID]
    told = "".join(page.text.split())
    new = [line for line in lines if _squeezed(image, line) not in told]
    whole, boxes = page.text.rstrip() + "\n" if new else page.text, list[Box]()
    for line in new:
        for place, box in enumerate(line):
            start = len(whole) + 1
            whole += (" " if place else "\n") + image.text[box.start : box.end]
            boxes.append(replace(box, start=start, end=len(whole)))
    length = len(page.text) + sum(box.end - box.start for box in boxes)
    sure = len(page.text) + sum(box.confidence * (box.end - box.start) for box in boxes)
    return replace(page, text=whole, confidence=round(sure / length, 3), boxes=tuple(boxes)) if lines else None


def _lines(image: Page) -> list[list[Box]]:
    """Return the boxes of the words of each line that are sure enough."""
    lines, last = [list[Box]()], 0
    for box in image.boxes:
        if "\n" in image.text[last : box.start]:
            lines.append([])
        if box.confidence >= _LEAST:
            lines[-1].append(box)
        last = box.end
    return lines


def _squeezed(image: Page, line: Sequence[Box]) -> str:
    return "".join(image.text[box.start : box.end] for box in line)


def _is_in(box: Box, boxes: Iterable[Box]) -> bool:
    """Tell whether the middle of a box is in one of others."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return any(other.left <= x <= other.right and other.top <= y <= other.bottom for other in boxes)


def _more_believable(page: Page, image: Page) -> Page:
    """Return the text of a page or what was read from its image; a text of unlikely letters alone is not unsure for want of an image."""
    if _agree(page.text, image.text):
        return replace(page, confidence=1.0 - strange_share(page.text))
    told, seen = believability(page.text), believability(image.text) * image.confidence
    if seen > told:
        return image
    return replace(page, confidence=_GARBLED if is_broken(page.text) else SURE_ENOUGH)


def _agree(text: str, image: str) -> bool:
    """Tell whether most words of the image are in the text."""
    words, told = _words(image), set(_words(text))
    return bool(words) and sum(word in told for word in words) >= _AGREED * len(words)


def _words(text: str) -> Sequence[str]:
    return [word for word in text.split() if len(word) > 2]
