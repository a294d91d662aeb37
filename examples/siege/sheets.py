"""The clean sheet before it is scanned: letterhead, text, stamp and signature, drawn in ink on white."""

import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from random import Random

from PIL import Image, ImageDraw

from examples.siege import fonts
from examples.siege.document import Table
from examples.siege.shaping import runs, visual
from examples.siege.text import NO_BREAK_SPACE, SOFT_BREAK, Text
from examples.siege.world import GROUPS

#: Millimetres.
A5 = (148, 210)
MM_AN_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Style:
    """How a sheet is set; sizes in pixels."""

    font: str
    size: int
    width: int
    height: int
    margin: int
    dots_an_inch: int


def choose_style(rng: Random) -> Style:
    """Return a way to set an A5 sheet at 170 to 200 dots an inch."""
    dots = rng.choice((170, 180, 200))
    width, height = (round(side / MM_AN_INCH * dots) for side in A5)
    points = rng.choice((12, 12.5, 13))
    font = rng.choice((fonts.NASKH, fonts.NASKH, fonts.NASKH_BOLD, fonts.SANS_ARABIC))
    return Style(font, round(points / 72 * dots), width, height, margin=round(11 / MM_AN_INCH * dots), dots_an_inch=dots)


def draw_sheet(text: Text, rng: Random, style: Style) -> Image.Image:
    """Return the sheet in shades of grey; a long letter is set closer, as a typist would.

    Raises:
        ValueError: The text does not fit on it.
    """
    sheet = Image.new("L", (style.width, style.height), 255)
    draw = ImageDraw.Draw(sheet)
    y = _letterhead(draw, rng, style)
    lines = _lines(text.words, style)
    leading = min(round(style.size * 1.5), (style.height - style.margin // 2 - y) // len(lines))
    if leading < style.size * 1.1:
        raise ValueError("a sheet of the leak has more text than paper")
    for line in lines:
        y += leading
        _draw_line(draw, line, x_right=style.width - style.margin, y=y, style=style)
    _signature(draw, rng, style, y=y)
    if rng.random() < 0.7:
        _stamp(sheet, rng, style, y=y)
    return sheet


def draw_table(table: Table, rng: Random, style: Style) -> Image.Image:
    """Return a register with ruled rows and columns, the first column at the right; the paper is as large as it must be."""
    cells = [[cell.words.replace(NO_BREAK_SPACE, " ").replace(SOFT_BREAK, " ") for cell in row] for row in table.rows]
    widths = [round(max(_length(row[column], style) for row in cells) + 1.2 * style.size) for column in range(len(cells[0]))]
    height = round(style.size * rng.uniform(1.8, 2.4))
    sheet = Image.new("L", (sum(widths) + 2 * style.margin, (len(cells) + 2) * height + 2 * style.margin), 255)
    draw = ImageDraw.Draw(sheet)
    right, top = sheet.width - style.margin, style.margin + 2 * height
    _draw_line(draw, table.title, x_right=right, y=style.margin + height, style=style)
    for number, row in enumerate(cells):
        x = right
        for width, words in zip(widths, row, strict=True):
            _draw_line(draw, words, x_right=x - 0.6 * style.size, y=top + number * height + 0.7 * height, style=style)
            x -= width
    _rule(draw, right=right, top=top, widths=widths, rows=len(cells), height=height)
    return sheet


def _rule(draw: ImageDraw.ImageDraw, *, right: int, top: int, widths: Sequence[int], rows: int, height: int) -> None:
    """Draw the lines around all cells."""
    left, bottom = right - sum(widths), top + rows * height
    for row in range(rows + 1):
        draw.line((left, top + row * height, right, top + row * height), fill=30, width=2)
    for x in accumulate((right, *widths), operator.sub):
        draw.line((x, top, x, bottom), fill=30, width=2)


def _letterhead(draw: ImageDraw.ImageDraw, rng: Random, style: Style) -> int:
    """Draw the head, if there is one, and return the height it ends at."""
    y = style.margin
    if rng.random() < 0.6:
        title = visual(rng.choice(GROUPS).arabic)
        face = fonts.face(fonts.NASKH_BOLD, round(style.size * 1.2))
        y += style.size
        draw.text((style.width / 2, y), title, font=face, fill=rng.randrange(10, 60), anchor="ms")
        y += style.size
        draw.line((style.margin, y, style.width - style.margin, y), fill=40, width=2)
    return y


def _lines(words: str, style: Style) -> list[str]:
    lines: list[str] = []
    room = style.width - 2 * style.margin
    for paragraph in words.replace(SOFT_BREAK, "\n").split("\n"):
        line: list[str] = []
        used = 0.0
        for word in paragraph.split():
            wide = _length(word + " ", style)
            if line and used + wide > room:
                lines.append(" ".join(line))
                line, used = [], 0.0
            line.append(word)
            used += wide
        lines.append(" ".join(line))
    return lines


@lru_cache(maxsize=50_000)
def _length(line: str, style: Style) -> float:
    """Return how wide a line or a word is, in pixels; a joined letter at its end is taken as it stands alone."""
    return sum(fonts.face(name, style.size).getlength(glyphs) for name, glyphs in _pieces(line, style))


def _pieces(line: str, style: Style) -> list[tuple[str, str]]:
    return runs(visual(line), font=style.font, fallback=fonts.SANS)


def _draw_line(draw: ImageDraw.ImageDraw, line: str, *, x_right: float, y: float, style: Style) -> None:
    x = x_right - _length(line, style)
    for name, glyphs in _pieces(line, style):
        face = fonts.face(name, style.size)
        draw.text((x, y), glyphs, font=face, fill=20, anchor="ls")
        x += face.getlength(glyphs)


def _signature(draw: ImageDraw.ImageDraw, rng: Random, style: Style, *, y: int) -> None:
    """Draw a scribble at the lower left."""
    left = style.margin + rng.randrange(style.size * 3)
    waves = [math.sin(step * rng.uniform(0.6, 1.4)) for step in range(24)]
    points = [(left + step * style.size / 6, y - style.size * (0.5 + 0.8 * wave)) for step, wave in enumerate(waves)]
    draw.line(points, fill=60, width=max(2, style.size // 12), joint="curve")


def _stamp(sheet: Image.Image, rng: Random, style: Style, *, y: int) -> None:
    """Press a round stamp beside the signature, a little askew and not quite black."""
    side = style.size * 5
    stamp = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(stamp)
    ink = rng.randrange(90, 150)
    for inset, width in ((2, 4), (style.size // 2, 2)):
        draw.ellipse((inset, inset, side - inset, side - inset), outline=ink, width=width)
    face = fonts.face(fonts.NASKH_BOLD, round(style.size * 0.5))
    draw.text((side / 2, side / 2), visual(rng.choice(GROUPS).arabic), font=face, fill=ink, anchor="mm")
    turned = stamp.rotate(rng.uniform(-25, 25), Image.Resampling.BICUBIC)
    left = style.margin + rng.randrange(style.size * 6)
    sheet.paste(0, (left, min(y - side // 2, style.height - side)), turned)
