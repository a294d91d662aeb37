"""Same pictures: sheets that nobody can read, scanned, copied and photographed again, among other sheets of their forms and letterheads.

Run: python -m benchmarks.accuracy.bench_pictures [--seed N] [--templates N] [--sheets N]
Prints for each kind of picture how many are found to show the sheet that they show, how many pairs of strangers were joined, and what
a page costs. A sheet of `one-field` is another sheet of the form on which all fields but one hold the same words in the same hand.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Final, cast

import numpy as np
from PIL import Image

from benchmarks.pages import letters, spoil
from benchmarks.pages.handwritten import HANDS, Sheet, sloping
from benchmarks.pages.typeset import face
from kashf.domain.ids import DocumentId
from kashf.ports.views import CaseView
from kashf.sandboxed.ocr.deskew import Sheet as ReadSheet
from kashf.sandboxed.ocr.ink_print import ink_print
from kashf.sandboxed.ocr.paper import find_paper
from kashf.services.case.copies.same_pictures import same_pictures
from kashf.services.case.copies.sheet_fits import SheetFits

Spoil = Callable[[Image.Image, Random], Image.Image]
Row = tuple[DocumentId, int, bytes]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a sheet.

    Args:
        sheet: Which one.
        kind: What was done to it.
        ink: What is kept of it.
    """

    sheet: str
    kind: str
    ink: bytes


class Prints:
    """What a case keeps of pages that nobody could read."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def ink_prints(self) -> Iterator[Row]:
        """Yield them by document."""
        return iter(sorted(self._rows))


def main() -> None:
    """Make the pictures, find which show one sheet, and print how many are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("seed", 1), ("templates", 4), ("sheets", 4)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    told = parser.parse_args()
    started = time.process_time()
    pictures = list(_pictures(told.seed, templates=told.templates, sheets=told.sheets))
    made = time.process_time()
    by_id = {DocumentId(f"{number:064x}"): picture for number, picture in enumerate(pictures)}
    links = same_pictures(cast(CaseView, Prints([(id, 1, picture.ink) for id, picture in by_id.items()])), SheetFits())
    done = time.process_time()
    right = Counter(by_id[each.document].kind for each in links if by_id[each.document].sheet == by_id[each.of].sheet)
    wrong = [(by_id[each.document], by_id[each.of]) for each in links if by_id[each.document].sheet != by_id[each.of].sheet]
    for kind, count in Counter(picture.kind for picture in pictures).items():
        print(f"{kind:10} {right[kind]:4} of {count:4}" if kind in SPOILED else f"{kind:10} {count:4} sheets")
    for one, other in wrong:
        print("strangers joined:", one.sheet, one.kind, other.sheet, other.kind)
    sizes = np.mean([len(picture.ink) for picture in pictures])
    print(f"strangers joined: {len(wrong)} of {len(links)}; {sizes:.0f} bytes a page")
    print(f"CPU: {(done - made) / len(pictures):.2f} s a page to compare; making and levelling {(made - started) / len(pictures):.2f} s")


def _pictures(seed: int, *, templates: int, sheets: int) -> Iterator[Picture]:
    for maker in (_form, _letter):
        for template in range(templates):
            for number in range(sheets):
                sheet = f"{seed} {maker.__name__} {template} {number}"
                image = maker(template, sheet)
                yield _picture(sheet, "sheet", image, spoil.noisy)
                if number == 0 and maker is _form:
                    yield _picture(f"{sheet} other", "one-field", _form(template, sheet, changed=True), spoil.noisy)
                if 2 * number < sheets:
                    yield from (_picture(sheet, kind, image, spoil_it) for kind, spoil_it in SPOILED.items())


def _picture(sheet: str, kind: str, image: Image.Image, spoil_it: Spoil) -> Picture:
    seen = spoil_it(image, Random(f"{sheet} {kind}")).convert("L")
    return Picture(sheet, kind, ink_print(ReadSheet.of(find_paper(np.asarray(seen)))))


def _form(template: int, filled: str, *, changed: bool = False) -> Image.Image:
    """Return a form: print and labels by its template, fields filled in by a hand, one of them otherwise where that is asked."""
    printing, filling, otherwise = Random(f"form {template}"), Random(filled), Random(f"{filled} otherwise")
    form = Sheet(printing, font="NotoNaskhArabic-Regular.ttf", height=50, unsteady=0)
    hand = Sheet(filling, font=filling.choice(HANDS), height=filling.randint(34, 44))
    hand.image, hand.labels = form.image, form.labels
    form.write(letters.sentence(printing), right=1400, base=sloping(160))
    form.height, base, fields = 34, 300.0, printing.randint(7, 11)
    for number in range(fields):
        form.write(" ".join(letters.sentence(printing).split()[:2]), right=1560, left=1150, base=sloping(base))
        value = letters.sentence(filling).split()[: filling.randint(2, 4)]
        if changed and number == fields // 2:
            value = letters.sentence(otherwise).split()[::-1][: len(value)]
        hand.write(" ".join(value), right=1120, left=150, base=sloping(base), fill=50)
        form.rule(150, base + 30, 1120, base + 30)
        base += 1900 / (fields + 3)
    for number in range(3):
        form.write(" ".join(letters.sentence(printing) for _ in range(2)), right=1560, left=120, base=sloping(base + 90 * number))
    return form.image


def _letter(template: int, filled: str) -> Image.Image:
    """Return a letter written by hand under a printed head."""
    printing, writing = Random(f"letter {template}"), Random(filled)
    head = Sheet(printing, font="NotoNaskhArabic-Bold.ttf", height=50, unsteady=0)
    hand = Sheet(writing, font=writing.choice(HANDS), height=writing.randint(36, 46))
    hand.image, hand.labels = head.image, head.labels
    for number in range(3):
        head.write(letters.sentence(printing), right=1500, left=500, base=sloping(120 + 80 * number))
    pitch = writing.uniform(95, 120)
    for number in range(writing.randint(3, 14)):
        hand.write(" ".join(letters.sentence(writing) for _ in range(3)), right=1520, left=130, base=sloping(450 + pitch * number))
    return head.image


def _rescanned(image: Image.Image, random: Random) -> Image.Image:
    scanned = spoil.tilted(spoil.small(image, random.choice((120, 150, 180))), random.uniform(-2, 2))
    return spoil.jpeg(spoil.noisy(scanned, random, grain=5), random.choice((40, 70)))


def _contrasted(image: Image.Image, random: Random) -> Image.Image:
    if random.random() < 0.5:
        return spoil.noisy(image.point(lambda value: 110 + value // 2), random, grain=3)
    return spoil.blurred(image, 1.2).point(lambda value: 255 * (value > 170))


def _cropped(image: Image.Image, random: Random) -> Image.Image:
    left, top, right, bottom = (random.randint(30, 110) for _ in range(4))
    return image.crop((left, top, image.width - right, image.height - bottom))


def _photographed(image: Image.Image, random: Random) -> Image.Image:
    lit = spoil.shaded(image, random, darkest=0.6)
    return spoil.noisy(spoil.on_desk(lit, random, lean=random.uniform(0, 0.06)), random, grain=4)


def _turned(image: Image.Image, random: Random) -> Image.Image:
    return spoil.noisy(image.rotate(random.choice((90, 180, 270)), expand=True), random, grain=4)


def _stamped(image: Image.Image, random: Random) -> Image.Image:
    return spoil.noisy(spoil.stamped(image, random, text="ديوان", font=face("NotoNaskhArabic-Bold.ttf", 50)), random, grain=4)


SPOILED: Final[dict[str, Spoil]] = {
    "rescan": _rescanned,
    "contrast": _contrasted,
    "copied": spoil.bordered,
    "photo": _photographed,
    "crop": _cropped,
    "turned": _turned,
    "stamp": _stamped,
}

if __name__ == "__main__":
    main()
