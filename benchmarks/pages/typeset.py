"""Lines of text as black print on white paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

A4 = (1654, 2339)
MARGIN = 150
_FONTS = Path("/usr/share/fonts")


@cache
def face(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a font by the name of its file.

    Raises:
        FileNotFoundError: It is not installed.
    """
    found = next(_FONTS.rglob(name), None)
    if found is None:
        raise FileNotFoundError(f"{name}: install the Debian package that has it")
    return ImageFont.truetype(found, size, layout_engine=ImageFont.Layout.RAQM)


def is_arabic(text: str) -> bool:
    """Return whether most letters run from right to left."""
    return sum(1 if unicodedata.bidirectional(letter) == "AL" else -1 for letter in text if letter.isalpha()) > 0


class Paper:
    """A sheet of paper to print on.

    Args:
        size: Width and height in pixels.
        font: File name of a font with Arabic letters.
        height: Of the letters, in pixels.
        latin: File name of the font for Latin words.
    """

    def __init__(self, *, font: str, height: int = 38, size: tuple[int, int] = A4, latin: str = "DejaVuSerif.ttf") -> None:
        self.image = Image.new("L", size, 255)
        self.height = height
        self._draw = ImageDraw.Draw(self.image)
        self._font, self._latin = font, latin

    def line(self, text: str, *, top: float, left: float | None = None, right: float | None = None, fill: int = 20) -> None:
        """Print a line between two margins, word by word, each in the font of its script."""
        right = self.image.width - MARGIN if right is None else right
        left = MARGIN if left is None else left
        leftward = is_arabic(text) or not any(letter.isalpha() for letter in text)
        place = right if leftward else left
        for run, font in self._runs(text):
            length = self._draw.textlength(run, font=font)
            self._draw.text((place - length if leftward else place, top), run, font=font, fill=fill, anchor="ls")
            place += (-1 if leftward else 1) * (length + 0.28 * self.height)

    def lines(self, texts: Sequence[str], *, top: float, pitch: float | None = None, **margins: float) -> float:
        """Print lines one below the other; return where the next would stand."""
        pitch = pitch or 2.1 * self.height
        for text in texts:
            top += pitch
            self.line(text, top=top, **margins)  # type: ignore[arg-type]  # left and right
        return top

    def rule(self, start: tuple[float, float], end: tuple[float, float], *, width: int = 3, fill: int = 30) -> None:
        """Draw a straight line."""
        self._draw.line((*start, *end), fill=fill, width=width)

    def box(self, corners: tuple[float, float, float, float], *, width: int = 3) -> None:
        """Draw the outline of a box."""
        self._draw.rectangle(corners, outline=30, width=width)

    def _runs(self, text: str) -> list[tuple[str, ImageFont.FreeTypeFont]]:
        """Return words that stand together in one font."""
        runs: list[tuple[str, ImageFont.FreeTypeFont]] = []
        for word in text.split():
            latin = word.isascii()
            font = face(self._latin if latin else self._font, round(0.85 * self.height) if latin else self.height)
            if runs and runs[-1][1] is font:
                runs[-1] = (f"{runs[-1][0]} {word}", font)
            else:
                runs.append((word, font))
        return runs
