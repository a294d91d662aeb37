"""How far letters of a third hand are read as what they say when they are pictures: `python -m benchmarks.accuracy.bench_scanned_letters`.

The Arabic papers of benchmarks/letters/letters_third_hand.yaml, by somebody who had not seen the reader, are printed in typefaces of many
kinds and spoiled as scanners, copiers and lamps do (benchmarks/pages/spoil.py); neither is what the generator of the leak does. Each is
read as anybody would, in the sandbox; beside it what one reading of its digits alone says.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFont

from benchmarks.accuracy.bench_letter_corpora import CORPORA, Entry, add, entries
from benchmarks.letters.letter_figures import Tally
from benchmarks.pages import spoil
from benchmarks.pages.kinds import FONTS
from benchmarks.pages.typeset import A4, MARGIN, face
from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.services.letters.keep_letters import letter_on

#: What happens to a sheet.
KINDS: Final[Mapping[str, Callable[[Image.Image, Random], Image.Image]]] = {
    "clean": lambda image, _: image,
    "grain, tilted": lambda image, random: spoil.noisy(spoil.tilted(image, random.uniform(-2, 2)), random, grain=8),
    "lamp": lambda image, random: spoil.noisy(spoil.shaded(image, random), random, grain=5),
    "150 dots": lambda image, random: spoil.small(image, random.choice((130, 150))),
    "jpeg": lambda image, random: spoil.jpeg(spoil.noisy(spoil.small(image, 160), random, grain=10), 30),
    "copier": lambda image, random: spoil.bordered(spoil.blurred(image, 0.8), random),
}
_FIELDS: Final = ("number", "written", "addressee", "office", "subject", "references")


def main(arguments: list[str] | None = None) -> int:
    """Print the letters, read them, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", action="store_true", help="say which letters have which")
    parser.add_argument("--work", type=Path, help="where the pictures stay, with what was read on them")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as temporary:
        work = (options.work or Path(temporary)) / f"seed-{options.seed}"
        written = {f"{number:02}": entry for number, entry in enumerate(_arabic())}
        if not (work / "read.jsonl").exists():
            _print_and_read(written, work, options.seed)
        both: dict[str, Tally] = defaultdict(Tally)
        alone: dict[str, Tally] = defaultdict(Tally)
        with (work / "read.jsonl").open(encoding="utf-8") as lines:
            for told in map(json.loads, lines):
                entry = written[Path(told["path"]).stem]
                pages, seconds = (tuple(map(_page, told[name] or ())) for name in ("pages", "second_readings"))
                add(both, entry, letter_on(DocumentId("a" * 64), pages, seconds, type="image/png"))
                add(alone, entry, letter_on(DocumentId("a" * 64), pages, type="image/png"))
    print(f"{'field':26}  F1     right  wrong  missing   F1 of one reading")
    for name in _FIELDS:
        tally = both[name]
        print(f"{name:26}  {tally.f1:.3f}  {tally.right:5}  {tally.wrong:5}  {tally.missing:7}   {alone[name].f1:.3f}")
        for fault in tally.faults if options.faults else ():
            print("   ", *fault)
    return 0


def _arabic() -> Iterator[Entry]:
    text = CORPORA["third"].read_text(encoding="utf-8")
    return (entry for entry in entries(text) if str(entry["id"]).startswith("ar"))


def _print_and_read(written: Mapping[str, Entry], work: Path, seed: int) -> None:
    work.mkdir(parents=True, exist_ok=True)
    for number, (name, entry) in enumerate(written.items()):
        random = Random(f"{seed} {name}")
        image = _sheet(str(entry["text"]), random)
        list(KINDS.values())[(number + seed) % len(KINDS)](image, random).save(work / f"{name}.png")
    command = [sys.executable, "-m", "kashf", "text", str(work), "--jsonl"]
    read = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    (work / "read.jsonl").write_text(read, encoding="utf-8")


def _sheet(text: str, random: Random) -> Image.Image:
    """Return a text as print on a sheet, in a typeface that has all its signs, its long lines broken at words."""
    wanted = set(text) - set(" \n")
    fonts = [name for name in (*FONTS["seen"], *FONTS["unseen"]) if wanted <= _signs(name)]
    letters = face(random.choice(fonts or list(FONTS["seen"][:1])), random.randint(32, 42))
    image = Image.new("L", A4, 255)
    draw, top, pitch = ImageDraw.Draw(image), random.randint(60, 160), 1.8 * letters.size
    for line in (line for whole in text.splitlines() for line in _broken(whole, letters)):
        top += round(pitch)
        draw.text((A4[0] - MARGIN, top), line, font=letters, fill=20, anchor="rs", direction="rtl")
    return image


@cache
def _signs(font: str) -> frozenset[str]:
    letters = face(font, 40)
    missing = bytes(letters.getmask("\uffff", mode="L"))
    signs = set("".join(str(entry["text"]) for entry in _arabic()))
    return frozenset(sign for sign in signs if not sign.isspace() and bytes(letters.getmask(sign, mode="L")) != missing)


def _broken(line: str, letters: ImageFont.FreeTypeFont) -> Iterator[str]:
    words: list[str] = []
    for word in line.split(" "):
        if words and letters.getlength(" ".join((*words, word))) > A4[0] - 2 * MARGIN:
            yield " ".join(words)
            words = []
        words.append(word)
    yield " ".join(words)


def _page(told: Mapping[str, Any]) -> Page:
    return Page(int(told.get("number", 1)), str(told["text"]), Origin(told.get("origin", "ocr")), float(told.get("confidence", 1.0)))


if __name__ == "__main__":
    sys.exit(main())
