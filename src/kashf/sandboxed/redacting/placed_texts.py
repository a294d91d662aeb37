"""What a page says and where, read in each way there is: by the letters of a PDF, and by OCR of the drawn page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

from pypdfium2 import raw

from kashf.domain.document import BOX_GRID
from kashf.ports.engines import Picture, Source
from kashf.sandboxed.engines.pdfium import opened_pdf
from kashf.sandboxed.ocr.scans import Ocr, grey_of, is_blank, read_scan

#: A text with its boxes: first code point, one past the last, left, top, right, bottom in units of the grid.
Layer = dict[str, object]


def placed_texts(source: Source, picture: Picture, *, page: int, ocr: Ocr | None) -> list[Layer]:
    """Return the texts of a page with a box for each letter of a PDF, and for each word that OCR read."""
    layers: list[Layer] = (
        [{"text": text, "boxes": boxes} for text, boxes in _letters(source, page)] if source.type == "application/pdf" else []
    )
    grey = grey_of(picture)
    if ocr is not None and not is_blank(grey):
        read = read_scan(grey, ocr=ocr, number=page)
        boxes = [[box.start, box.end, box.left, box.top, box.right, box.bottom] for box in read.boxes]
        layers.append({"text": read.text, "boxes": boxes})
    return layers


def _letters(source: Source, page: int) -> Iterator[tuple[str, list[list[int]]]]:
    """Yield the text of a PDF's page in pdfium's order, and in that in which its letters stand on each line."""
    with opened_pdf(source) as document:
        if not 1 <= page <= len(document):
            return
        opened = document[page - 1]
        found = list(_placed(opened, opened.get_textpage()))
    yield _joined([letter for letter, _ in found], [box for _, box in found])
    lines = _lines([(letter, box) for letter, box in found if box[2] > box[0] and not letter.isspace()])
    spaced = [each for line in lines for each in _spaced(line)]
    yield _joined([letter for letter, _ in spaced], [box for _, box in spaced])


_Placed = tuple[str, tuple[int, int, int, int]]
_NOWHERE = (0, 0, 0, 0)


def _joined(letters: Sequence[str], places: Sequence[tuple[int, int, int, int]]) -> tuple[str, list[list[int]]]:
    boxes = [[at, at + 1, *place] for at, place in enumerate(places) if place[2] > place[0]]
    return "".join(letters), boxes


def _placed(page: Any, text_page: Any) -> Iterator[_Placed]:
    left, bottom, right, top = (ctypes.c_double() for _ in range(4))
    loose = raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        letter = chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else " " if code in {0, 2, 9, 10, 13} else "\ufffd"
        letter = "-" if code in {2, 0xFFFE} else letter
        if not raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
            yield letter, _NOWHERE
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, loose)
        ends = [
            _on_grid(page, min(left.value, loose.left), max(top.value, loose.top)),
            _on_grid(page, max(right.value, loose.right), min(bottom.value, loose.bottom)),
        ]
        (x, y), (far_x, far_y) = ends
        yield letter, (min(x, far_x), min(y, far_y), max(x, far_x), max(y, far_y))


def _lines(found: Sequence[_Placed]) -> list[list[_Placed]]:
    """Return letters by line, each from left to right; a letter is on the line whose middle lies within its height."""
    lines: list[list[_Placed]] = []
    for letter in sorted(found, key=lambda each: (each[1][1] + each[1][3], each[1][0])):
        top, bottom = letter[1][1], letter[1][3]
        last = lines[-1][-1][1] if lines else _NOWHERE
        if lines and top <= (last[1] + last[3]) / 2 <= bottom:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return [sorted(line, key=lambda each: each[1][0]) for line in lines]


def _spaced(line: Sequence[_Placed]) -> Iterator[_Placed]:
    """Yield the letters of a line with a space where there is one between them, and its end."""
    widths = sorted(box[2] - box[0] for _, box in line)
    gap = max(4, widths[len(widths) // 2] // 3)
    for before, letter in zip([None, *line], line, strict=False):
        if before is not None and letter[1][0] - before[1][2] > gap:
            yield " ", _NOWHERE
        yield letter
    yield "\n", _NOWHERE


def _on_grid(page: Any, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, BOX_GRID, BOX_GRID, 0, x, y, across, down)
    return min(max(across.value, 0), BOX_GRID), min(max(down.value, 0), BOX_GRID)
