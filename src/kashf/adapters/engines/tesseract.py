"""OCR by tesseract, Arabic and English."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
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
#: Rows of the table that are words, not blocks or lines.
_WORD_LEVEL = "5"
#: tesseract's page segmentation modes: find the layout, and take the picture as one line without looking further (its mode for single
#: lines looks for the line first, and returned nothing for 21 of 120 printed lines).
_PAGE, _LINE = 3, 13
#: Confidence in [0..100] from which on a line is not read in the other language; words below the second are tried in it one by one,
#: unless the line is below the third, as handwriting is.
_SURE, _DOUBTFUL, _HOPELESS = 75.0, 55.0, 50.0
#: Pixels around a word that is cut out.
_MARGIN = 2


def data_folder() -> Path | None:
    """Return the folder with the Arabic and English models, or None when they are not installed."""
    folders = [os.environ.get("TESSDATA_PREFIX", ""), *_DATA_FOLDERS]
    whole = (Path(folder) for folder in folders if folder and all((Path(folder) / f"{each}.traineddata").is_file() for each in _LANGUAGES))
    return next(whole, None)


class TesseractReader:
    """Reads whole pages by tesseract's own layout, both languages at once: slower, and worse on Arabic, than line by line.

    Args:
        folder: Where the models are.
    """

    name = "tesseract"

    def __init__(self, folder: Path) -> None:
        self._models = _Models(folder)

    @property
    def version(self) -> str:
        """Version of the program, and sizes of the models, which differ where their texts do."""
        return self._models.version

    def warm_up(self) -> None:
        """Load the models."""
        self._models.load("+".join(_LANGUAGES))

    def read_page(self, picture: Picture, *, number: int) -> Page:
        """Return the page with a box for each word; lines end with a newline, blocks with an empty line.

        Raises:
            EngineError: tesseract gives up on the picture.
        """
        words = self._models.words("+".join(_LANGUAGES), picture, _PAGE)
        return _page(words, picture, number)


class TesseractLineReader:
    """Reads pictures that hold one line each.

    Arabic and English are tried one after the other: both at once make twice the mistakes in Arabic. The language that read the last
    line of a page is tried first on the next.

    Args:
        folder: Where the models are.
    """

    name = "tesseract"

    def __init__(self, folder: Path) -> None:
        self._models = _Models(folder)
        self._page = 0
        self._order = _LANGUAGES

    @property
    def version(self) -> str:
        """Version of the program, and sizes of the models, which differ where their texts do."""
        return self._models.version

    def warm_up(self) -> None:
        """Load the models."""
        for language in _LANGUAGES:
            self._models.load(language)

    def read_page(self, picture: Picture, *, number: int) -> Page:
        """Return the line, with a box for each word.

        Raises:
            EngineError: tesseract gives up on the picture.
        """
        if number != self._page:
            self._page, self._order = number, _LANGUAGES
        first, second = self._order
        words = self._models.words(first, picture, _LINE)
        if _confidence(words) < _SURE:
            other = self._models.words(second, picture, _LINE)
            if _confidence(other) > _confidence(words):
                words, self._order = other, (second, first)
        if self._order[0] == "ara" and _confidence(words) >= _HOPELESS:
            words = self._with_latin(words, picture)
        return _page(words, picture, number)

    def _with_latin(self, words: list[_Word], picture: Picture) -> list[_Word]:
        """Return the words of an Arabic line with those that the Arabic model stumbles over read by the English one, if that is sure."""
        mended: list[_Word] = []
        for run in _runs(words, lambda word: word.confidence < _DOUBTFUL):
            mended.extend(self._latin(run, picture) or run if run[0].confidence < _DOUBTFUL else run)
        return mended

    def _latin(self, run: Sequence[_Word], picture: Picture) -> list[_Word]:
        """Return what the English model reads where `run` stands; nothing when it is not sure of some letters."""
        crop, left, top = _crop(picture, run)
        latin = [word.moved(left, top) for word in self._models.words("eng", crop, _LINE)]
        letters = sum(map(str.isalpha, "".join(word.text for word in latin)))
        return latin if letters >= 2 and _confidence(latin) >= max(_SURE, _confidence(run) + 20) else []


class _Models:
    """tesseract with the models of some languages.

    Args:
        folder: Where the models are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def version(self) -> str:
        import tesserocr

        sizes = "+".join(f"{each}:{(self._folder / f'{each}.traineddata').stat().st_size}" for each in _LANGUAGES)
        return f"{tesserocr.tesseract_version().split()[1]} {sizes}"

    def load(self, languages: str) -> Any:
        """Return tesseract for one or more languages, loaded once in a process and its children."""
        return _api(str(self._folder), languages)

    def words(self, languages: str, picture: Picture, mode: int) -> list[_Word]:
        """Return the words on a picture in reading order.

        Raises:
            EngineError: tesseract gives up on it.
        """
        api = self.load(languages)
        api.SetPageSegMode(mode)
        api.SetImageBytes(picture.pixels, picture.width, picture.height, picture.channels, picture.width * picture.channels)
        api.SetSourceResolution(_DOTS_PER_INCH)
        try:
            return list(_words(api.GetTSVText(0)))
        except RuntimeError as error:
            raise EngineError(Reason.DAMAGED, "OCR gave up on the picture") from error
        finally:
            api.Clear()


@cache
def _api(folder: str, languages: str) -> Any:
    os.environ["OMP_THREAD_LIMIT"] = "1"  # its threads make two workers slower than one, and do not survive a fork
    import tesserocr

    return tesserocr.PyTessBaseAPI(path=folder, lang=languages, oem=tesserocr.OEM.LSTM_ONLY)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word as tesseract gives it: where it stands on the page, box in pixels, confidence in [0..100]."""

    text: str
    confidence: float
    box: tuple[int, int, int, int]
    block: str
    line: tuple[str, ...]

    def moved(self, left: int, top: int) -> _Word:
        """Return the word of a cut-out as one of the whole picture."""
        box = (self.box[0] + left, self.box[1] + top, self.box[2] + left, self.box[3] + top)
        return replace(self, box=box)


def _words(table: str) -> Iterator[_Word]:
    """Yield words in reading order, which for Arabic is from the right.

    The table is used because its words are right: the iterator of tesserocr gives the letters of Arabic words in reverse.
    """
    for row in table.splitlines():
        cells = row.split("\t", 11)
        if len(cells) != 12 or cells[0] != _WORD_LEVEL:
            continue
        left, top, width, height = map(int, cells[6:10])
        text = cells[11].translate(_DIRECTION_MARKS).strip()
        if text:
            yield _Word(text, float(cells[10]), (left, top, left + width, top + height), block=cells[2], line=tuple(cells[2:5]))


def _confidence(words: Sequence[_Word]) -> float:
    """Return the mean confidence of the characters in [0..100]; 0.0 when there are none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _runs(words: Sequence[_Word], is_alike: Callable[[_Word], bool]) -> Iterator[list[_Word]]:
    """Yield stretches of words for which `is_alike` says the same."""
    for _, run in groupby(words, is_alike):
        yield list(run)


def _crop(picture: Picture, words: Sequence[_Word]) -> tuple[Picture, int, int]:
    """Return what lies around some words of a grey picture, at its full height, and where its left and top are."""
    left = max(0, min(word.box[0] for word in words) - _MARGIN)
    right = min(picture.width, max(word.box[2] for word in words) + _MARGIN)
    rows = (picture.pixels[row * picture.width + left : row * picture.width + right] for row in range(picture.height))
    return Picture(right - left, picture.height, 1, b"".join(rows)), left, 0


def _page(words: Sequence[_Word], picture: Picture, number: int) -> Page:
    """Return the words as a page; its confidence is the mean over its characters."""
    parts, boxes, length = list[str](), list[Box](), 0
    across, down = BOX_GRID / max(1, picture.width), BOX_GRID / max(1, picture.height)
    for before, word in zip((None, *words), words, strict=False):
        if before:
            divider = "\n\n" if word.block != before.block else "\n" if word.line != before.line else " "
            parts.append(divider)
            length += len(divider)
        left, top, right, bottom = word.box
        place = (_grid(left * across), _grid(top * down), _grid(right * across), _grid(bottom * down))
        boxes.append(Box(length, length + len(word.text), *place))
        parts.append(word.text)
        length += len(word.text)
    confidence = round(min(1.0, max(0.0, _confidence(words) / 100)), 4)
    return Page(number, "".join(parts), origin=Origin.OCR, confidence=confidence, boxes=tuple(boxes))


def _grid(value: float) -> int:
    return min(BOX_GRID, max(0, round(value)))
