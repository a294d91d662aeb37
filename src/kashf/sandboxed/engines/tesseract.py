"""OCR by tesseract, Arabic and English."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
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
_PACKAGES = ("tesseract-ocr-ara", "tesseract-ocr-eng")
#: Direction marks that tesseract adds between scripts; they are not on the paper.
_DIRECTION_MARKS = str.maketrans("", "", "\u200e\u200f\u202a\u202b\u202c")
_DOTS_PER_INCH = 300
#: Rows of the table that are words, not blocks or lines.
_WORD_LEVEL = "5"
#: tesseract's page segmentation modes: find the layout, and take the picture as one line without looking further (its mode for single
#: lines looks for the line first, and returned nothing for 21 of 120 printed lines).
_PAGE, _LINE = 3, 13
#: Confidence in [0..100] from which on a line is not read in the other language.
_SURE = 75.0
#: Words at least this confident are right; below the second they may be of the other script.
_BEYOND_DOUBT, _DOUBTFUL = 85.0, 55.0
#: Shares of words beyond doubt: with the first a line is in this language and at most has words of the other, with the second it is
#: print; handwriting has none.
_MIXED, _LEGIBLE = 0.4, 0.3
_LETTERS = {"ara": re.compile("[\u0620-\u064a]"), "eng": re.compile("[A-Za-z]")}
_STROKES = re.compile(r"[0-9٠-٩\[\]|(){}!/\\.,*°'\"«»ألاآإ]+")
#: Pixels around a word that is cut out.
_MARGIN = 2


def data_folder() -> Path | None:
    """Return the folder with the Arabic and English models, or None when they are not installed."""
    return next((folder for folder in _folders() if all(_has(folder, language) for language in _LANGUAGES)), None)


def missing_packages() -> tuple[str, ...]:
    """Return the Debian packages without which no page image is read: a model for one language would read the other as rubbish."""
    if data_folder():
        return ()
    return tuple(f"tesseract-ocr-{each}" for each in _LANGUAGES if not any(_has(folder, each) for folder in _folders())) or _PACKAGES


def _folders() -> tuple[Path, ...]:
    return tuple(Path(folder) for folder in (os.environ.get("TESSDATA_PREFIX", ""), *_DATA_FOLDERS) if folder)


def _has(folder: Path, language: str) -> bool:
    return (folder / f"{language}.traineddata").is_file()


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
        if _confidence(words) < _SURE and _sure_share(words) < _MIXED:
            other = self._models.words(second, picture, _LINE)
            if _confidence(other) > _confidence(words):
                words, self._order = other, (second, first)
        if _sure_share(words) >= _LEGIBLE:
            words = self._mended(words, picture, read_by=self._order[0])
        return _page(words, picture, number)

    def _mended(self, words: list[_OcrWord], picture: Picture, *, read_by: str) -> list[_OcrWord]:
        """Return the words of a line with those that its language stumbles over read by the other one, where that is sure of them."""
        other = next(language for language in _LANGUAGES if language != read_by)
        runs = [list(run) for _, run in groupby(words, lambda word: _is_doubtful(word, read_by))]
        mended: list[_OcrWord] = []
        for before, run, after in zip([[], *runs], runs, [*runs[1:], []], strict=False):
            if _is_doubtful(run[0], read_by):
                crop, left = _between(picture, before, run, after)
                tried = [word.moved(left) for word in self._models.words(other, crop, _LINE)] if crop.width > 2 * _MARGIN else []
                letters = len(_LETTERS[other].findall("".join(word.text for word in tried)))
                is_sure = letters >= 2 and _confidence(tried) >= max(_SURE, _confidence(run) + 10)
                mended.extend(tried if is_sure else run)
            else:
                mended.extend(run)
        return mended


class TesseractSignReader:
    """Reads pictures that hold a few Latin signs of which it is known which they may be.

    Args:
        folder: Where the models are.
        signs: Which.
    """

    name = "tesseract"

    def __init__(self, folder: Path, signs: str) -> None:
        self._models = _Models(folder)
        self._signs = signs

    @property
    def version(self) -> str:
        """Version of the program, and sizes of the models, which differ where their texts do."""
        return self._models.version

    def warm_up(self) -> None:
        """Load the model."""
        self._models.load("eng")

    def read_page(self, picture: Picture, *, number: int) -> Page:
        """Return the signs, with a box for each word of them.

        Raises:
            EngineError: tesseract gives up on the picture.
        """
        return _page(self._models.words("eng", picture, _LINE, signs=self._signs), picture, number)


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

    def words(self, languages: str, picture: Picture, mode: int, *, signs: str = "") -> list[_OcrWord]:
        """Return the words on a picture in reading order, of some signs alone; "" for any.

        Raises:
            EngineError: tesseract gives up on it.
        """
        api = self.load(languages)
        api.SetPageSegMode(mode)
        api.SetVariable("tessedit_char_whitelist", signs)
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
class _OcrWord:
    """One word as tesseract gives it: where it stands on the page, box in pixels, confidence in [0..100]."""

    text: str
    confidence: float
    box: tuple[int, int, int, int]
    block: str
    line: tuple[str, ...]

    def moved(self, left: int) -> _OcrWord:
        """Return the word of a cut-out as one of the whole picture."""
        return replace(self, box=(self.box[0] + left, self.box[1], self.box[2] + left, self.box[3]))


def _words(table: str) -> Iterator[_OcrWord]:
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
            yield _OcrWord(text, float(cells[10]), (left, top, left + width, top + height), block=cells[2], line=tuple(cells[2:5]))


def _confidence(words: Sequence[_OcrWord]) -> float:
    """Return the mean confidence of the characters in [0..100]; 0.0 when there are none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _sure_share(words: Sequence[_OcrWord]) -> float:
    """Return which share of the words is read beyond doubt."""
    return sum(1 for word in words if word.confidence >= _BEYOND_DOUBT) / len(words) if words else 0.0


def _is_doubtful(word: _OcrWord, language: str) -> bool:
    """Tell whether a word may be of the other script; the Arabic model reads Latin letters as digits, strokes and brackets."""
    return word.confidence < _DOUBTFUL or (language == "ara" and word.confidence < _BEYOND_DOUBT and bool(_STROKES.fullmatch(word.text)))


def _between(picture: Picture, before: Sequence[_OcrWord], run: Sequence[_OcrWord], after: Sequence[_OcrWord]) -> tuple[Picture, int]:
    """Return what lies around some words of a grey picture, at its full height, and where its left is.

    The boxes of numbers in Arabic lines reach over their neighbours, so they are cut off at these.
    """
    left, right = min(word.box[0] for word in run) - _MARGIN, max(word.box[2] for word in run) + _MARGIN
    middle = (left + right) / 2
    for word in (*before[-1:], *after[:1]):
        if word.box[0] > run[-1].box[0] or word.box[0] >= middle:
            right = min(right, word.box[0])
        else:
            left = max(left, word.box[2])
    left, right = max(0, left), min(picture.width, right)
    rows = (picture.pixels[row * picture.width + left : row * picture.width + right] for row in range(picture.height))
    return Picture(max(0, right - left), picture.height, 1, b"".join(rows)), left


def _page(words: Sequence[_OcrWord], picture: Picture, number: int) -> Page:
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
        boxes.append(Box(length, length + len(word.text), *place, confidence=round(min(1.0, max(0.0, word.confidence / 100)), 2)))
        parts.append(word.text)
        length += len(word.text)
    confidence = round(min(1.0, max(0.0, _confidence(words) / 100)), 4)
    return Page(number, "".join(parts), origin=Origin.OCR, confidence=confidence, boxes=tuple(boxes))


def _grid(value: float) -> int:
    return min(BOX_GRID, max(0, round(value)))
