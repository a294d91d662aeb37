"""Made-up pages of every kind that a pile of leaked scans and photographs has, each with the text that stands on it.

Everything is drawn from a seed. `python -m benchmarks.pages.kinds FOLDER [--seed N] [--each N] [--fonts unseen]` writes them as files.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image

from benchmarks.pages import letters, spoil
from benchmarks.pages.typeset import Paper, face

#: Those that were looked at while the reader was built, and those that were not.
FONTS = {
    "seen": ("NotoNaskhArabic-Regular.ttf", "NotoSansArabic-Regular.ttf", "DejaVuSans.ttf", "KacstBook.ttf"),
    "unseen": ("Amiri-Regular.ttf", "Scheherazade-Regular.ttf", "KacstOffice.ttf", "NotoKufiArabic-Regular.ttf", "ae_AlArabiya.ttf"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A page image, its kind, and its lines in reading order, cells of one row divided by tabs."""

    kind: str
    image: Image.Image
    text: str


def pages(*, seed: int, each: int = 1, fonts: str = "seen", kinds: Sequence[str] | None = None) -> Iterator[Sample]:
    """Yield `each` pages of every kind, or of some."""
    for kind, make in ((kind, KINDS[kind]) for kind in kinds or KINDS):
        for number in range(each):
            random = Random(f"{seed} {kind} {number}")
            image, text = make(random, random.choice(FONTS[fonts]))
            yield Sample(kind, image, text)


Made = tuple[Image.Image, str]
Maker = Callable[[Random, str], Made]


def _letter(random: Random, font: str) -> Made:
    lines = letters.letter(random, lines=random.randint(10, 18))
    paper = Paper(font=font, height=random.randint(32, 42))
    paper.lines(lines, top=random.randint(100, 300))
    return paper.image, "\n".join(lines)


def _english(random: Random, font: str) -> Made:
    lines = letters.english(random)
    paper = Paper(font=font, height=random.randint(34, 42))
    paper.lines(lines, top=200)
    return paper.image, "\n".join(lines)


def _spoiled(spoil_it: Callable[[Image.Image, Random], Image.Image]) -> Maker:
    """Return what makes a letter and spoils it."""

    def make(random: Random, font: str) -> Made:
        image, text = _letter(random, font)
        return spoil_it(image, random), text

    return make


def _ruled(random: Random, font: str) -> Made:
    lines = letters.letter(random)
    paper = Paper(font=font, height=36)
    pitch = random.choice((76, 84, 92))
    grey, drop = random.choice((110, 150, 190)), random.randint(0, 14)
    paper.lines(lines, top=120, pitch=pitch)
    for number in range(1, 26):
        height = 120 + pitch * number + drop
        paper.rule((0, height), (paper.image.width, height), width=random.choice((2, 3)), fill=grey)
    if random.random() < 0.5:
        paper.rule((paper.image.width - 120, 0), (paper.image.width - 120, paper.image.height), fill=grey)
    return spoil.noisy(spoil.tilted(paper.image, random.uniform(-1, 1)), random, grain=3), "\n".join(lines)


def _bleed(random: Random, font: str) -> Made:
    image, text = _letter(random, font)
    back, _ = _letter(random, font)
    return spoil.noisy(spoil.bled_through(image, back, strength=random.uniform(0.2, 0.4)), random, grain=3), text


def _table(random: Random, font: str, *, ruled: bool = True) -> Made:
    rows = letters.table(random, rows=random.randint(4, 10))
    paper = Paper(font=font, height=34)
    edges = [1554, 1440, 980, 560, 100]
    high, top = random.choice((84, 100)), 240
    paper.line("قائمة التسليم", top=180)
    for number, row in enumerate(rows):
        for cell, right, left in zip(row, edges, edges[1:], strict=False):
            paper.line(cell, top=top + high * number + 0.62 * high, left=left + 18, right=right - 18)
    for number in range(len(rows) + 1 if ruled else 0):
        paper.rule((edges[-1], top + high * number), (edges[0], top + high * number))
    for edge in edges if ruled else ():
        paper.rule((edge, top), (edge, top + high * len(rows)))
    image = spoil.noisy(spoil.tilted(paper.image, random.uniform(-0.8, 0.8)), random, grain=3)
    return image, "\n".join(["قائمة التسليم", *("\t".join(row) for row in rows)])


def _columns(random: Random, font: str) -> Made:
    right, left = letters.columns(random, lines=random.randint(8, 16), width=5)
    paper = Paper(font=font, height=32)
    heading = letters.sentence(random)
    paper.line(heading, top=160)
    paper.lines(right, top=240, pitch=66, right=paper.image.width - 120, left=paper.image.width / 2)
    paper.lines(left, top=240 + random.choice((0, 25)), pitch=66, right=paper.image.width / 2 - 60, left=100)
    return spoil.noisy(paper.image, random, grain=3), "\n".join([heading, *right, *left])


def _form(random: Random, font: str) -> Made:
    fields = letters.form(random)
    paper = Paper(font=font, height=34)
    paper.line("استمارة بيانات", top=160, right=1000)
    for number, (label, value) in enumerate(fields):
        top = 260 + 130 * number
        paper.line(label, top=top + 62, right=1540, left=1150)
        paper.box((160, top, 1130, top + 96))
        paper.line(value, top=top + 62, right=1105, left=180)
    return spoil.noisy(spoil.tilted(paper.image, random.uniform(-0.8, 0.8)), random, grain=3), "\n".join(
        ["استمارة بيانات", *(f"{label}\t{value}" for label, value in fields)]
    )


def _mixed(random: Random, font: str) -> Made:
    lines = [letters.mixed(random) if number % 2 else letters.sentence(random) for number in range(12)]
    paper = Paper(font=font, height=36)
    paper.lines(lines, top=150)
    return paper.image, "\n".join(lines)


def _stamp(random: Random, font: str) -> Made:
    image, text = _letter(random, font)
    return spoil.stamped(image, random, text="ديوان", font=face(font, 60)), f"{text}\nديوان"


def _narrow(random: Random, font: str) -> Made:
    """Return a receipt: a narrow slip with few lines, in a wide scan."""
    lines = letters.letter(random, lines=6)
    paper = Paper(font=font, height=30, size=(1100, 700))
    paper.lines(lines, top=60, right=1040)
    whole = Image.new("L", (1654, 2339), 250)
    whole.paste(paper.image, (random.randint(50, 500), random.randint(100, 1400)))
    return spoil.noisy(whole, random, grain=3), "\n".join(lines)


def _heading(random: Random, font: str) -> Made:
    """Return a letter under a large heading, with both sides of a letterhead and a rule."""
    lines = letters.letter(random, lines=9)
    large = Paper(font=font, height=64)
    large.line("ديوان الخدمات العامة", top=190, right=1200)
    paper = Paper(font=font, height=36)
    paper.image.paste(large.image)
    paper.line("مكتب المتابعة", top=300)
    paper.line("قسم الأرشيف", top=300, right=520)
    paper.rule((120, 350), (1534, 350), width=5)
    paper.lines(lines, top=360)
    return paper.image, "\n".join(["ديوان الخدمات العامة", "مكتب المتابعة\tقسم الأرشيف", *lines])


KINDS: dict[str, Maker] = {
    "letter": _letter,
    "english": _english,
    "heading": _heading,
    "receipt": _narrow,
    "dark-border": _spoiled(spoil.bordered),
    "desk-straight": _spoiled(spoil.on_desk),
    "desk-perspective": _spoiled(lambda image, random: spoil.on_desk(image, random, lean=0.06)),
    "ruled-paper": _ruled,
    "bleed-through": _bleed,
    "table": _table,
    "table-unruled": lambda random, font: _table(random, font, ruled=False),
    "columns": _columns,
    "form": _form,
    "latin-in-arabic": _mixed,
    "upside-down": _spoiled(lambda image, _: image.rotate(180)),
    "quarter-turn": _spoiled(lambda image, random: image.rotate(random.choice((90, 270)), expand=True)),
    "skewed": _spoiled(lambda image, random: spoil.tilted(image, random.uniform(3, 8) * random.choice((-1, 1)))),
    "uneven-light": _spoiled(lambda image, random: spoil.noisy(spoil.shaded(image, random), random, grain=5)),
    "low-resolution": _spoiled(lambda image, random: spoil.small(image, random.choice((100, 120, 150)))),
    "jpeg-noise": _spoiled(lambda image, random: spoil.jpeg(spoil.noisy(spoil.small(image, 160), random, grain=14), 18)),
    "stamp": _stamp,
    "white-on-black": _spoiled(lambda image, _: image.point(lambda value: 255 - value)),
    "fax": _spoiled(lambda image, random: spoil.noisy(spoil.small(image, 130), random, grain=55).point(lambda value: 255 * (value > 150))),
}


def main() -> None:
    """Write pages and their texts into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=1)
    parser.add_argument("--fonts", choices=sorted(FONTS), default="seen")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(pages(seed=options.seed, each=options.each, fonts=options.fonts)):
        name = options.folder / f"{sample.kind}_{number:03}"
        sample.image.save(name.with_suffix(".png"))
        name.with_suffix(".gt.txt").write_text(sample.text, "utf-8")


if __name__ == "__main__":
    main()
