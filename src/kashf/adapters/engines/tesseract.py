"""OCR by tesseract, Arabic and English."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kashf.domain.document import BOX_GRID, Box, Origin, Page, Reason
from kashf.ports.engines import EngineError, Picture

#: Debian 12, newer and older Debian and Fedora; TESSDATA_PREFIX, tesseract's own setting, comes before them.
_DATA_FOLDERS = ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata")
_LANGUAGES = ("ara", "eng")
#: Direction marks that tesseract adds between scripts; they are not on the paper.
_DIRECTION_MARKS = str.maketrans("", "", "\u200e\u200f\u202a\u202b\u202c")
_DOTS_PER_INCH = 300


def data_folder() -> Path | None:
    """Return the folder with the Arabic and English models, or None when they are not installed."""
    folders = [os.environ.get("TESSDATA_PREFIX", ""), *_DATA_FOLDERS]
    whole = (Path(folder) for folder in folders if folder and all((Path(folder) / f"{each}.traineddata").is_file() for each in _LANGUAGES))
    return next(whole, None)


class TesseractReader:
    """Reads page images.

    Args:
        folder: Where the models are.
        is_line: Whether pictures hold one line each instead of a page.
    """

    name = "tesseract"

    def __init__(self, folder: Path, *, is_line: bool = False) -> None:
        self._folder = folder
        self._is_line = is_line

    @property
    def version(self) -> str:
        """Version of the program, and size of the models, which differ where their texts do."""
        import tesserocr

        sizes = "+".join(f"{each}:{(self._folder / f'{each}.traineddata').stat().st_size}" for each in _LANGUAGES)
        return f"{tesserocr.tesseract_version().split()[1]} {sizes}"

    def warm_up(self) -> None:
        """Load the models."""
        _api(str(self._folder))

    def read_page(self, picture: Picture, *, number: int) -> Page:
        """Return the page with a box for each word; lines end with a newline, blocks with an empty line.

        Raises:
            EngineError: tesseract gives up on the picture.
        """
        api = _api(str(self._folder))
        import tesserocr

        api.SetPageSegMode(tesserocr.PSM.SINGLE_LINE if self._is_line else tesserocr.PSM.AUTO)
        api.SetImageBytes(picture.pixels, picture.width, picture.height, picture.channels, picture.width * picture.channels)
        api.SetSourceResolution(_DOTS_PER_INCH)
        try:
            if not api.Recognize(0):
                raise EngineError(Reason.DAMAGED, "OCR gave up on the picture")
            text = _Text(picture.width, picture.height)
            for word in _words(api.GetIterator()):
                text.add(word)
            return text.page(number)
        finally:
            api.Clear()


@cache
def _api(folder: str) -> Any:
    """Return tesseract with its models loaded, once in a process and its children."""
    os.environ["OMP_THREAD_LIMIT"] = "1"  # its threads make two workers slower than one, and do not survive a fork
    import tesserocr

    return tesserocr.PyTessBaseAPI(path=folder, lang="+".join(_LANGUAGES), oem=tesserocr.OEM.LSTM_ONLY)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word as tesseract gives it: box in pixels, confidence in [0..100], and what ends with it."""

    text: str
    confidence: float
    box: tuple[int, int, int, int]
    ends_line: bool
    ends_block: bool


def _words(iterator: Any) -> Iterator[_Word]:
    """Yield words in reading order, which for Arabic is from the right."""
    from tesserocr import RIL

    while iterator:
        if not iterator.Empty(RIL.WORD):
            yield _Word(
                text=iterator.GetUTF8Text(RIL.WORD).translate(_DIRECTION_MARKS).strip(),
                confidence=iterator.Confidence(RIL.WORD),
                box=iterator.BoundingBox(RIL.WORD),
                ends_line=iterator.IsAtFinalElement(RIL.TEXTLINE, RIL.WORD),
                ends_block=iterator.IsAtFinalElement(RIL.BLOCK, RIL.WORD),
            )
        if not iterator.Next(RIL.WORD):
            return


@dataclass(slots=True)
class _Text:
    """Puts a page together word by word."""

    width: int
    height: int
    parts: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    length: int = 0
    sure: float = 0.0
    letters: int = 0

    def add(self, word: _Word) -> None:
        """Append one word and what follows it."""
        if word.text:
            left, top, right, bottom = word.box
            across, down = BOX_GRID / max(1, self.width), BOX_GRID / max(1, self.height)
            end = self.length + len(word.text)
            self.boxes.append(Box(self.length, end, _grid(left * across), _grid(top * down), _grid(right * across), _grid(bottom * down)))
            self.sure += word.confidence * len(word.text)
            self.letters += len(word.text)
            self._append(word.text)
        if self.parts and (word.ends_line or word.text):
            self._append("\n\n" if word.ends_block else "\n" if word.ends_line else " ")

    def page(self, number: int) -> Page:
        """Return the page; its confidence is the mean over its characters."""
        text = "".join(self.parts).rstrip()
        confidence = min(1.0, max(0.0, self.sure / self.letters / 100)) if self.letters else 0.0
        return Page(number, text, origin=Origin.OCR, confidence=round(confidence, 4), boxes=tuple(self.boxes))

    def _append(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)


def _grid(value: float) -> int:
    return min(BOX_GRID, max(0, round(value)))
