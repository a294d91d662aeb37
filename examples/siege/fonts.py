"""The typefaces the leak is set in: Noto, from the Debian package fonts-noto-core."""

from functools import cache
from pathlib import Path

from PIL import ImageFont
from reportlab.pdfbase.ttfonts import TTFontFile  # type: ignore[import-untyped]  # reportlab ships no types

FOLDER = Path("/usr/share/fonts/truetype/noto")
NASKH = "NotoNaskhArabic-Regular"
NASKH_BOLD = "NotoNaskhArabic-Bold"
SANS_ARABIC = "NotoSansArabic-Regular"
KUFI = "NotoKufiArabic-Regular"
#: For what the Arabic typefaces lack: Latin letters, brackets, slashes.
SANS = "NotoSans-Regular"
SERIF = "NotoSerif-Regular"


class MissingFontError(RuntimeError):
    """A typeface is not installed."""


def font_path(name: str) -> Path:
    """Return the file of a typeface.

    Raises:
        MissingFontError: It is not there; the message says which package to install.
    """
    path = FOLDER / f"{name}.ttf"
    if not path.is_file():
        raise MissingFontError(f"{path} is missing: install the Debian package fonts-noto-core, or make the leak with --mix text")
    return path


@cache
def coverage(name: str) -> frozenset[int]:
    """Return the code points a typeface can show."""
    return frozenset(TTFontFile(str(font_path(name))).charToGlyph)


@cache
def face(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a typeface at a size in pixels; glyphs are placed one by one, for text that is shaped already."""
    return ImageFont.truetype(font_path(name), size, layout_engine=ImageFont.Layout.BASIC)
