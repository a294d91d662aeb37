"""Pages as written by hand, each with the line that every pixel of ink belongs to: sloping, bent, dense, ruled, stamped, photographed.

Words are set one by one in typefaces that look written, each a little turned, raised and sized otherwise than the last. What happens to a
page afterwards happens to the map of its lines too, so that the truth of a photographed sheet is as sure as that of a flat one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from benchmarks.pages import letters, spoil
from benchmarks.pages.typeset import A4, MARGIN, face

#: Typefaces with the slopes, joins and reach of a hand, and some that are print.
HANDS = (
    *("KacstPen.ttf", "KacstLetter.ttf", "KacstFarsi.ttf", "ae_Nice.ttf", "ae_Salem.ttf", "NotoNastaliqUrdu-Regular.ttf", "homa.ttf"),
    *("Lateef-Regular.ttf", "Harmattan-Regular.ttf", "Scheherazade-Regular.ttf", "ae_Rasheeq-Bold.ttf", "KacstNaskh.ttf", "nazli.ttf"),
    *("PakType Tehreer.ttf", "ae_Khalid.ttf", "Amiri-Slanted.ttf", "DejaVuSans.ttf", "NotoNaskhArabic-Regular.ttf"),
)
#: How often a hand lifts a stroke out of its line, in shares of a letter's height.
_RISE = 0.07
Labels = NDArray[np.uint16]
Curve = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Written:
    """A page image with the truth of its lines.

    Args:
        kind: Of page.
        image: In grey.
        labels: Of each pixel the number of its line from 1, or 0: paper, rules, stamps.
        lines: How many there are, in reading order.
    """

    kind: str
    image: Image.Image
    labels: Labels
    lines: int


class Sheet:
    """A sheet that is written on word by word.

    Args:
        random: What chance decides.
        size: Width and height in pixels.
        font: File name of the typeface.
        height: Of its letters in pixels.
        unsteady: How unsteady the hand is; 0 is print.
    """

    def __init__(self, random: Random, *, font: str, height: int, size: tuple[int, int] = A4, unsteady: float = 1.0) -> None:
        self.random, self.font, self.height, self.unsteady = random, font, height, unsteady
        self.image = Image.new("L", size, 255)
        self.labels = Image.new("I;16", size, 0)
        self.count = 0

    def write(self, text: str, *, right: float, base: Curve, fill: int = 25, left: float = MARGIN) -> None:
        """Write a line from the right, its base at `base(x)`; words that do not fit before `left` are left out."""
        self.count += 1
        place, wrote = right, False
        for word in text.split():
            ink = self._word(word)
            if wrote and place - ink.width < left:
                break
            middle = place - ink.width / 2
            lift = self.random.gauss(0, _RISE) * self.height * self.unsteady
            slope = np.degrees(np.arctan((base(middle + 20) - base(middle - 20)) / 40))
            turned = ink.rotate(-slope + self.random.gauss(0, 0.9) * self.unsteady, Image.Resampling.BICUBIC, expand=True)
            corner = (round(place - turned.width), round(base(middle) + lift - turned.height / 2))
            self.image.paste(fill, corner, turned)
            solid = turned.point(lambda value: 255 * (value > 110))
            self.labels.paste(self.count, corner, solid)
            place -= ink.width + self.height * self.random.uniform(0.22, 0.22 + 0.3 * self.unsteady)
            wrote = True

    def _word(self, word: str) -> Image.Image:
        size = max(6, round(self.height * self.random.gauss(1, 0.05 * self.unsteady)))
        font = face("DejaVuSerif.ttf" if word.isascii() else self.font, size)
        left, top, right, bottom = font.getbbox(word, anchor="ls")
        reach = max(1, -int(top), int(bottom)) + 2
        ink = Image.new("L", (max(1, int(right - left)) + 4, 2 * reach), 0)
        ImageDraw.Draw(ink).text((2 - left, reach), word, font=font, fill=255, anchor="ls")
        return ink

    def rule(self, *ends: float, width: int = 2, fill: int = 90) -> None:
        """Draw a straight line."""
        ImageDraw.Draw(self.image).line(ends, fill=fill, width=width)

    def done(self, kind: str) -> Written:
        """Return the page."""
        return Written(kind, self.image, np.asarray(self.labels, np.uint16).copy(), self.count)


def pages(*, seed: int, each: int = 1, kinds: tuple[str, ...] = ()) -> Iterator[Written]:
    """Yield `each` pages of every kind, or of some."""
    for kind in kinds or tuple(KINDS):
        for number in range(each):
            yield replace(KINDS[kind](Random(f"{seed} {kind} {number}")), kind=kind)


def _sheet(random: Random, *, low: int = 34, high: int = 54, size: tuple[int, int] = A4) -> Sheet:
    return Sheet(random, font=random.choice(HANDS), height=random.randint(low, high), size=size, unsteady=random.uniform(0.4, 1.6))


def _reach(sheet: Sheet) -> float:
    """Return how high a line of the sheet's hand is, from its highest stroke to its lowest."""
    box = face(sheet.font, sheet.height).getbbox("بسم الله أحمد لحاجة يوقع إلى علي", anchor="ls")
    return float(box[3] - box[1])


def _filled(sheet: Sheet, *, pitch: float, curve: Callable[[float, int], Curve], least: int = 3, text: bool = True) -> Sheet:
    """Write lines to the end of the sheet; `pitch` in heights of a line."""
    random, step = sheet.random, pitch * _reach(sheet)
    top, number = random.uniform(0.05, 0.1) * sheet.image.height + step, 0
    while top < 0.93 * sheet.image.height and (number < least or text):
        right = sheet.image.width - MARGIN * random.uniform(0.8, 1.2)
        left = MARGIN if random.random() < 0.75 else random.uniform(0.2, 0.6) * sheet.image.width
        long = " ".join(letters.sentence(random) for _ in range(3))
        sheet.write(long, right=right, base=curve(top, number), left=left)
        top += step * random.uniform(0.94, 1.08)
        number += 1
    return sheet


def sloping(base: float, slope: float = 0.0) -> Curve:
    """Return the base of a line that is at `base` in the middle of a page and falls by `slope` rows a column to the right."""
    return lambda x: base + slope * (x - 800)


def _flat(top: float, _: int) -> Curve:
    return lambda _: top


def _plain(random: Random) -> Written:
    return _filled(_sheet(random), pitch=random.uniform(1.05, 1.5), curve=_flat).done("")


def _loose(random: Random) -> Written:
    return _filled(_sheet(random), pitch=random.uniform(1.7, 2.6), curve=_flat).done("")


def _dense(random: Random) -> Written:
    return _filled(_sheet(random, low=28, high=40), pitch=random.uniform(0.78, 0.95), curve=_flat).done("")


def _sloping(random: Random) -> Written:
    slope = random.choice((-1, 1)) * random.uniform(0.02, 0.09)
    return _filled(_sheet(random), pitch=random.uniform(1.05, 1.5), curve=lambda top, _: lambda x: top + slope * (x - 800)).done("")


def _fanned(random: Random) -> Written:
    first, last = random.uniform(-0.05, 0.05), random.uniform(-0.05, 0.05)

    def curve(top: float, _: int) -> Curve:
        slope = first + (last - first) * top / A4[1]
        return lambda x: top + slope * (x - 1500)

    return _filled(_sheet(random), pitch=random.uniform(1.2, 1.6), curve=curve).done("")


def _bent(random: Random) -> Written:
    sag = random.choice((-1, 1)) * random.uniform(15, 60)
    return _filled(_sheet(random), pitch=random.uniform(1.1, 1.5), curve=lambda top, _: lambda x: top + sag * ((x - 827) / 700) ** 2).done(
        ""
    )


def _falling(random: Random) -> Written:
    """Return lines whose ends fall, each by as much as it happens."""

    def curve(top: float, _: int) -> Curve:
        fall = random.uniform(0, 45)
        return lambda x: top + fall * max(0.0, (900 - x) / 800) ** 2

    return _filled(_sheet(random), pitch=random.uniform(1.2, 1.6), curve=curve).done("")


def _ruled_paper(random: Random) -> Written:
    sheet = _sheet(random)
    step = random.uniform(1.05, 1.4) * _reach(sheet)
    for number in range(int(sheet.image.height / step)):
        y = 120 + step * (number + 1) + 0.15 * step
        sheet.rule(0, y, sheet.image.width, y, fill=random.choice((120, 160)))
    for number in range(random.randint(6, int((sheet.image.height - 250) / step))):
        base = 120 + step * (number + 1)
        slope = random.uniform(-0.006, 0.006)
        long = " ".join(letters.sentence(random) for _ in range(3))
        sheet.write(long, right=sheet.image.width - MARGIN, base=sloping(base, slope))
    return sheet.done("")


def _columns(random: Random) -> Written:
    sheet = _sheet(random, low=24, high=34)
    step, middle = random.uniform(1.1, 1.5) * _reach(sheet), sheet.image.width / 2
    if random.random() < 0.5:
        sheet.write(letters.sentence(random), right=sheet.image.width - MARGIN, base=_flat(140, 0))
    for right, left, start in ((sheet.image.width - 110, middle + 40, 230), (middle - 40, 110, 230 + random.choice((0, 20)))):
        for number in range(random.randint(10, 16)):
            long = " ".join(letters.sentence(random) for _ in range(2))
            sheet.write(long, right=right, left=left, base=_flat(start + step * (number + 1), 0))
    return sheet.done("")


def _register(random: Random) -> Written:
    """Return a register ruled by hand: cells by row, from the right."""
    sheet = _sheet(random, low=24, high=32)
    edges, high = (1560, 1450, 980, 560, 90), random.uniform(1.15, 1.7) * _reach(sheet)
    rows = letters.table(random, rows=min(random.randint(8, 25), int(1900 / high)))
    for number, row in enumerate(rows):
        for cell, right, left in zip(row, edges, edges[1:], strict=False):
            sheet.write(cell, right=right - 16, left=left + 6, base=_flat(240 + high * number + 0.62 * high, 0))
    for number in range(len(rows) + 1):
        lean = random.uniform(-4, 4)
        sheet.rule(edges[-1], 240 + high * number, edges[0], 240 + high * number + lean, fill=random.choice((60, 120)))
    for edge in edges:
        sheet.rule(edge, 240, edge + random.uniform(-4, 4), 240 + high * len(rows), fill=80)
    return sheet.done("")


def _form(random: Random) -> Written:
    """Return a form: printed labels at the right, what was filled in by hand in boxes."""
    sheet = _sheet(random, low=30, high=40)
    step = 1.7 * _reach(sheet)
    for number, (label, value) in enumerate(letters.form(random)):
        base = 240 + step * number
        sheet.write(label, right=1540, left=1150, base=_flat(base, 0))
        sheet.write(value, right=1090, left=180, base=_flat(base, 0), fill=60)
        ImageDraw.Draw(sheet.image).rectangle((160, base - 0.7 * _reach(sheet), 1120, base + 0.5 * _reach(sheet)), outline=60, width=2)
    return sheet.done("")


def _letterhead(random: Random) -> Written:
    """Return a letter under a large heading, a date at the left, a signature below."""
    sheet = _sheet(random, low=34, high=44)
    body, step = sheet.height, random.uniform(1.1, 1.4) * _reach(sheet)
    sheet.height = round(1.6 * body)
    sheet.write(letters.OPENINGS[0], right=1250, base=_flat(190, 0))
    sheet.height = body
    sheet.write(random.choice(letters.NAMES), right=1520, base=_flat(350, 0))
    sheet.write(f"{letters.digits(random, 2)} / {letters.digits(random, 1)}", right=420, base=_flat(350, 0), left=60)
    for number in range(random.randint(5, 14)):
        long = " ".join(letters.sentence(random) for _ in range(3))
        sheet.write(long, right=1510, base=_flat(440 + step * (number + 1), 0))
    sheet.write(random.choice(letters.NAMES), right=520, base=_flat(min(2250, 640 + step * 15), 0))
    return sheet.done("")


def _stamped(random: Random) -> Written:
    page = _plain(random)
    font: ImageFont.FreeTypeFont = face("NotoNaskhArabic-Bold.ttf", 50)
    return replace(page, image=spoil.stamped(page.image, random, text="ديوان", font=font))


def _pencil(random: Random) -> Written:
    page = _filled(_sheet(random), pitch=random.uniform(1.1, 1.4), curve=_flat).done("")
    return replace(page, image=spoil.noisy(page.image.point(lambda value: 150 + value * 85 // 255), random, grain=5))


def _bled(random: Random) -> Written:
    page, back = _plain(random), _plain(random)
    return replace(page, image=spoil.noisy(spoil.bled_through(page.image, back.image, strength=0.25), random, grain=3))


def _photographed(random: Random) -> Written:
    return _on_desk(_filled(_sheet(random), pitch=random.uniform(1.1, 1.5), curve=_flat).done(""), random, lean=random.uniform(0, 0.06))


def _bent_photo(random: Random) -> Written:
    return _on_desk(_bent(random), random, lean=0.03)


def _shaded(random: Random) -> Written:
    page = _plain(random)
    return replace(page, image=spoil.noisy(spoil.shaded(page.image, random), random, grain=5))


def _curled(random: Random) -> Written:
    """Return a page of an open book: bent towards the spine, darker there."""
    page = _plain(random)
    depth, wide, high = random.uniform(30, 90), *page.image.size
    columns = np.arange(wide)
    drop = np.rint(depth * np.exp(-columns / (0.25 * wide))).astype(np.int64)
    rows = np.clip(np.arange(high)[:, None] - drop[None, :], 0, high - 1)
    grey = np.asarray(page.image)[rows, columns] * (1 - 0.5 * np.exp(-columns / (0.1 * wide)))
    image = spoil.noisy(Image.fromarray(grey.astype(np.uint8)), random, grain=4)
    return replace(page, image=image, labels=page.labels[rows, columns])


def _few(random: Random) -> Written:
    sheet = _sheet(random, size=(random.randint(900, 1600), random.randint(300, 700)))
    step = 1.4 * _reach(sheet)
    for number in range(random.randint(1, 3)):
        base = 40 + step * (number + 0.8)
        if base < sheet.image.height - 0.4 * step:
            sheet.write(letters.sentence(random), right=sheet.image.width - 60, left=40, base=_flat(base, 0))
    return sheet.done("")


def _four_hundred(random: Random) -> Written:
    """Return a list of four hundred lines in four columns, as it comes from a large scanner."""
    sheet = Sheet(random, font="NotoNaskhArabic-Regular.ttf", height=22, size=(2480, 3508), unsteady=0.3)
    for column in range(4):
        right = 2400 - 590 * column
        for number in range(100):
            base = 110 + 33 * (number + 1)
            sheet.write(
                f"{random.choice(letters.NAMES)} {random.choice(letters.PLACES)}", right=right, left=right - 540, base=_flat(base, 0)
            )
    return sheet.done("")


def _blank(random: Random) -> Written:
    sheet = Sheet(random, font=HANDS[0], height=30)
    return replace(sheet.done(""), image=spoil.noisy(spoil.shaded(sheet.image, random, darkest=0.7), random, grain=5))


def _on_desk(page: Written, random: Random, *, lean: float) -> Written:
    """Return the page photographed on a desk, its map of lines with it."""
    state = random.getstate()
    image = spoil.on_desk(page.image, random, lean=lean)
    labels = np.zeros((image.height, image.width), np.uint16)
    random.setstate(state)
    projection = spoil.desk_projection(page.image, random, lean=lean)[1]
    moved = Image.fromarray(page.labels.astype(np.int32)).transform(image.size, Image.Transform.PERSPECTIVE, projection)
    labels[:] = np.asarray(moved)
    return replace(page, image=image, labels=labels)


KINDS: dict[str, Callable[[Random], Written]] = {
    "plain": _plain,
    "loose": _loose,
    "dense": _dense,
    "sloping": _sloping,
    "fanned": _fanned,
    "bent": _bent,
    "falling": _falling,
    "ruled-paper": _ruled_paper,
    "columns": _columns,
    "register": _register,
    "form": _form,
    "letterhead": _letterhead,
    "stamped": _stamped,
    "pencil": _pencil,
    "bleed-through": _bled,
    "photographed": _photographed,
    "bent-photograph": _bent_photo,
    "shaded": _shaded,
    "curled": _curled,
    "few": _few,
    "four-hundred": _four_hundred,
    "blank": _blank,
}
