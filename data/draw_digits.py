"""Draw numbers as scans show them, with the truth beside: what `make_digits.py` learns from, and what the benchmark of digits reads.

A line is drawn sign by sign in one font, turned, slanted, thickened or thinned, made as coarse as a scan, blurred, and given grain. Beside
it goes a picture of the same size that says which sign each pixel belongs to.
"""

import hashlib
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from kashf.sandboxed.ocr.digits.classifier import ALEF, ARABIC, AROUND, BETWEEN, OTHER, SIGNS, WESTERN

#: One family in so many is kept from learning: those whose name has a digest that this divides.
KEPT_BACK = 5
#: Pixels of the font that is drawn, and of the height of a strip that is read.
DRAWN, STRIP = 56, 72
#: Of NotoSansArabic there are 36 widths and weights; others come in few.
MOST_OF_A_FAMILY = 4
LETTERS = "بتثجحخسشصضطظعغفقكلمنهيىةئء"
ENDS_GROUP = "اأإآدذرزوؤ"
VOWELS = "\u064e\u064f\u0650\u0651\u0652\u064b"
#: What a comma, a colon, a dash may look like in Arabic text.
DRAWN_AS = {",": ",٫٬،", "-": "-–ـ", "/": "/", ".": ".", ":": ":"}
_FOUR_TO_SIX = str.maketrans("٤٥٦", "۴۵۶")
_TO_ARABIC = str.maketrans(WESTERN, ARABIC)
_TO_PERSIAN = str.maketrans(ARABIC, "۰۱۲۳۴۵۶۷۸۹")
PERSIAN_SIGNS = str.maketrans("۰۱۲۳۷۸۹", "٠١٢٣٧٨٩")


@dataclass(frozen=True, slots=True)
class Face:
    """A font file: whether it has Arabic-Indic digits, Persian ones, Western ones and Arabic letters."""

    family: str
    path: Path
    arabic: bool
    persian: bool
    western: bool
    letters: bool

    @property
    def is_kept_back(self) -> bool:
        """Whether its family is kept from learning."""
        return hashlib.sha256(self.family.encode()).digest()[0] % KEPT_BACK == 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A strip as a scan shows it; for each pixel the number of its sign, from 1, or 0; and the signs."""

    grey: NDArray[np.uint8]
    owners: NDArray[np.int16]
    signs: str
    number: str


def faces() -> tuple[Face, ...]:
    """Return the fonts of this machine that have Arabic-Indic digits, or Western ones of well-known kinds, a few of each family."""
    arabic, persian, western, letters = (_with_sign(sign) for sign in "٥۵5ق")
    of_family: dict[str, list[Face]] = {}
    for path, family in sorted((western | arabic).items()):
        if (path in arabic or family in _LATIN) and family not in LEFT_OUT:
            face = Face(_KIN.get(family, family), path, path in arabic, path in persian, path in western, path in letters)
            of_family.setdefault(face.family, []).append(face)
    return tuple(face for some in of_family.values() for face in some[:: -(-len(some) // MOST_OF_A_FAMILY)])


def _with_sign(sign: str) -> dict[Path, str]:
    """Return the font files that draw a sign, with their families; a file of bitmaps alone is left out."""
    found: dict[Path, str] = {}
    for kind in ("TrueType", "CFF"):
        asked = ["fc-list", f":charset={ord(sign):x}:fontformat={kind}", "file", "family"]
        listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        for line in listed.splitlines():
            path, families = line.split(": ", 1)
            found[Path(path)] = families.split(",")[0].replace("\\", "").strip()
    return found


#: Families whose signs are not what their code says.
LEFT_OUT = {"Nada": "draws four as two", "Haramain": "draws a mark for zero"}
#: Families that draw 4, 5 and 6 as in Persian under the Arabic codes too.
_DRAWS_PERSIAN = frozenset({"Nazli", "Titr"})
#: Families for Western digits besides those that have Arabic ones too.
_LATIN = frozenset({"Liberation Sans", "Liberation Serif", "Liberation Mono", "Lato", "Open Sans", "Noto Sans", "Noto Serif"})
#: Families that have their digits from another: what is learnt from one is no test by the other.
_KIN = {
    **dict.fromkeys(("Amiri Quran", "Amiri Quran Colored"), "Amiri"),
    **dict.fromkeys(("FreeFarsi Monospace", "FreeMono", "FreeSans"), "FreeFarsi"),
    **dict.fromkeys(("DejaVu Sans Mono",), "DejaVu Sans"),
    **dict.fromkeys(("KacstTitleL",), "KacstTitle"),
    **dict.fromkeys(("mry_KacstQurn",), "KacstQurn"),
    **dict.fromkeys(("Noto Naskh Arabic UI",), "Noto Naskh Arabic"),
    **dict.fromkeys(("Noto Sans Arabic UI", "Noto Sans Syriac", "Noto Sans Thaana", "Noto Sans Indic Siyaq Numbers"), "Noto Sans Arabic"),
    **dict.fromkeys((f"PakType Naskh Basic {land}" for land in ("Farsi", "SA", "Sindhi", "Urdu")), "PakType Naskh Basic"),
    **dict.fromkeys(("Unifont-JP",), "Unifont"),
}


def random_number(chance: np.random.Generator) -> str:
    """Return a number, a date, a telephone or a register number in Western digits."""

    def digits(least: int, most: int) -> str:
        return "".join(str(chance.integers(10)) for _ in range(chance.integers(least, most + 1)))

    kind = chance.integers(6)
    if kind == 0:
        return str(chance.choice(["/", "-", "."])).join((digits(1, 2), digits(1, 2), digits(2, 4)))
    if kind == 1:
        return digits(7, 11)
    if kind == 2:
        return str(chance.choice(["/", "-", ":", ",", "."])).join((digits(1, 4), digits(1, 3)))
    return digits(1, 1) if kind == 3 else digits(2, 5)


def draw(face: Face, chance: np.random.Generator, *, number: str | None = None, arabic_only: bool = False, is_clean: bool = False) -> Drawn:
    """Return a strip with a number, or with words, or with both.

    Args:
        face: The font.
        chance: Decides on all else.
        number: Draw this, given in Western digits, and nothing else; None for something as it stands in letters.
        arabic_only: Draw Arabic-Indic digits; else Persian or Western ones now and then.
        is_clean: Do not degrade it much.
    """
    if number and arabic_only:
        number = number.translate(_TO_ARABIC)
    elif number:
        number = _in_script(number, face, chance)
    items = [(sign, False) for sign in number] if number else list(_something(face, chance))
    canvas, owners, signs = _laid_out(items, face, chance)
    grey, owners = _scanned(canvas, owners, chance, is_clean=is_clean)
    return Drawn(grey, owners, signs, "".join(sign for sign in signs if sign not in OTHER + ALEF + AROUND))


def _in_script(number: str, face: Face, chance: np.random.Generator) -> str:
    if not face.arabic or (face.western and chance.random() < 0.2):
        return number
    eastern = number.translate(_TO_ARABIC)
    return eastern.translate(_TO_PERSIAN) if face.persian and chance.random() < 0.25 else eastern


def _something(face: Face, chance: np.random.Generator) -> Iterator[tuple[str, bool]]:
    """Yield what to draw from left to right: signs, and groups of letters (True)."""
    number = _in_script(random_number(chance), face, chance)
    kind = chance.integers(5)
    if kind <= 1:
        yield from ((sign, False) for sign in number)
    elif kind == 2:
        around = chance.choice(["()", "[]", "()"])
        yield from ((sign, False) for sign in around[0] + number + around[1])
    else:
        if kind == 3:
            yield from ((sign, False) for sign in number)
            yield (" ", False)
        yield from _word(face, chance)


def _word(face: Face, chance: np.random.Generator) -> Iterator[tuple[str, bool]]:
    if not face.letters:
        yield from (("".join(chance.choice(list("abcdefghiklmnoprstuvwxyzABCDEGHKLMNOPRSTVW"), 1)), True) for _ in range(4))
        return
    letters = [str(chance.choice(list(LETTERS + ENDS_GROUP + "االوور"))) for _ in range(chance.integers(1, 6))]
    groups = [""]
    for letter in letters:
        groups[-1] += letter + (str(chance.choice(list(VOWELS))) if chance.random() < 0.1 else "")
        if letter in ENDS_GROUP:
            groups.append("")
    yield from ((group, True) for group in reversed(groups) if group)


def _laid_out(
    items: Sequence[tuple[str, bool]], face: Face, chance: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.int16], str]:
    """Return the ink in [0..255], whose it is, and the signs."""
    font = ImageFont.truetype(str(face.path), DRAWN)
    loose = chance.uniform(-0.02, 0.12) * DRAWN
    width, height = int(sum(font.getlength(text) + max(0, loose) for text, _ in items)) + 4 * DRAWN, 4 * DRAWN
    ink, owners, signs = np.zeros((height, width), dtype=np.uint8), np.zeros((height, width), dtype=np.int16), ""
    left = 2.0 * DRAWN
    for text, is_word in items:
        if text == " ":
            left += chance.uniform(0.0, 0.5) * DRAWN
            continue
        shown = str(chance.choice(list(DRAWN_AS[text]))) if text in DRAWN_AS else text
        sign = _sign_of(text, is_word=is_word) if is_word or _draws(face.path, shown) else OTHER
        box = font.getbbox(shown, anchor="ls")
        if box[2] > box[0] and box[3] > box[1]:
            one = Image.new("L", (int(box[2] - box[0]) + 4, int(box[3] - box[1]) + 4))
            ImageDraw.Draw(one).text((2 - box[0], 2 - box[1]), shown, fill=255, font=font, anchor="ls")
            drawn, row, column = np.asarray(one), int(2.6 * DRAWN + box[1]) - 2, round(left + box[0]) - 2
            signs += sign.translate(_FOUR_TO_SIX) if face.family in _DRAWS_PERSIAN else sign
            place = np.s_[row : row + drawn.shape[0], column : column + drawn.shape[1]]
            owners[place][drawn > 100] = len(signs)
            ink[place] = np.maximum(ink[place], drawn)
        left += font.getlength(shown) + (0 if is_word else loose)
    return ink, owners, signs


@cache
def _draws(path: Path, sign: str) -> bool:
    """Tell whether a font draws a sign otherwise than it draws what it lacks."""
    font = ImageFont.truetype(str(path), DRAWN)
    mask, lacking = font.getmask(sign), font.getmask("\U0010fffd")
    return (mask.size, bytes(mask)) != (lacking.size, bytes(lacking))


def _sign_of(text: str, *, is_word: bool) -> str:
    sign = text.translate(PERSIAN_SIGNS)
    return sign if sign in SIGNS and (not is_word or sign == ALEF) else OTHER


def _scanned(
    ink: NDArray[np.uint8], owners: NDArray[np.int16], chance: np.random.Generator, *, is_clean: bool
) -> tuple[NDArray[np.uint8], NDArray[np.int16]]:
    """Return the strip as a scanner sees it, cut to its ink."""
    picture, whose = Image.fromarray(ink), Image.fromarray(owners.astype(np.int32), mode="I")
    if not is_clean and (stroke := chance.random()) < 0.4:
        picture = picture.filter(ImageFilter.MaxFilter(3) if stroke < 0.25 else ImageFilter.MinFilter(3))
    slant, turn = chance.normal(0, 0.06) if not is_clean else 0.0, chance.normal(0, 0.015)
    shear = (1, slant, -slant * picture.height / 2, turn, 1, -turn * picture.width / 2)
    picture = picture.transform(picture.size, Image.Transform.AFFINE, shear, Image.Resampling.BICUBIC)
    whose = whose.transform(whose.size, Image.Transform.AFFINE, shear, Image.Resampling.NEAREST)
    box = picture.point(lambda value: 255 * (value > 60)).getbbox() or (0, 0, 8, 8)
    margin = 6
    box = max(0, box[0] - margin), max(0, box[1] - margin), min(picture.width, box[2] + margin), min(picture.height, box[3] + margin)
    picture, whose = picture.crop(box), whose.crop(box)
    coarse = chance.uniform(11, 30) if not is_clean else chance.uniform(20, 30)
    factor = coarse / (0.65 * DRAWN)
    small = picture.resize((max(4, round(picture.width * factor)), max(4, round(picture.height * factor))), Image.Resampling.BOX)
    small = small.filter(ImageFilter.GaussianBlur(chance.uniform(0.1, 0.9 if not is_clean else 0.4)))
    dark, light = chance.uniform(0, 90), chance.uniform(170, 255)
    values = light - (light - dark) * np.asarray(small, dtype=np.float32) / 255
    values = values + chance.normal(0, chance.uniform(0, 14 if not is_clean else 4), values.shape)
    if not is_clean and chance.random() < 0.25:
        values = np.where(values < (light + dark) / 2 + chance.uniform(-25, 25), 0, 255)
    grey = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    zoom = min(3.0, max(1.0, STRIP / max(1, grey.height) * chance.uniform(0.8, 1.2)))
    size = max(1, round(grey.width * zoom)), max(1, round(grey.height * zoom))
    return np.asarray(grey.resize(size, Image.Resampling.BICUBIC)), np.asarray(whose.resize(size, Image.Resampling.NEAREST)).astype(
        np.int16
    )


__all__ = ["BETWEEN", "Drawn", "Face", "draw", "faces", "random_number"]
