"""Arabic for programs that put one glyph after another from left to right: joined forms, then visual order.

reportlab and Pillow's basic layout know neither. The joined forms come from the Unicode character database itself: every
presentation form names the letter and the position it stands for.
"""

import re
import unicodedata
from functools import cache
from itertools import groupby

from examples.siege.fonts import coverage

#: Arabic Presentation Forms-A and -B.
_BLOCKS = (range(0xFB50, 0xFDFC), range(0xFE70, 0xFEFD))
_POSITIONS = {"<isolated>", "<initial>", "<medial>", "<final>"}
_TATWEEL = "\u0640"
_LAM = "\u0644"
_MARKS = re.compile("[\u064b-\u0652]{2,}")
#: What keeps its left-to-right order within an Arabic line: numbers, dates, Latin words. A hyphen does not hold Arabic digits together,
#: so that the parts of ٠٦-١١-١٤٣٥ stand from right to left, as every program that follows Unicode's rules draws them.
_LEFT_TO_RIGHT = re.compile(
    r"[0-9A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f./:-]*[0-9A-Za-z\u00c0-\u024f]|[٠-٩][٠-٩./:٫٬]*[٠-٩]|[۰-۹][۰-۹./:٫٬]*[۰-۹]"
)
_MIRRORED = str.maketrans("()«»[]<>", ")(»«][><")


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Return (letters, position) -> presentation form, for single letters and for lam with alef."""
    forms = {}
    for form in (chr(code) for block in _BLOCKS for code in block):
        position, *letters = unicodedata.decomposition(form).split() or [""]
        base = "".join(chr(int(letter, 16)) for letter in letters)
        if position in _POSITIONS and (len(base) == 1 or (len(base) == 2 and base[0] == _LAM and base[1] in "اأإآ")):
            forms[base, position] = form
    return forms


def visual(line: str) -> str:
    """Return a line of Arabic as the row of glyphs a reader sees, from left to right.

    >>> visual("لا 12") == "12 " + chr(0xFEFB)
    True
    """
    joined = _joined(_MARKS.sub(lambda found: found.group()[::-1], line))
    return _LEFT_TO_RIGHT.sub(lambda found: found.group()[::-1], joined[::-1].translate(_MIRRORED))


def runs(glyphs: str, *, font: str, fallback: str) -> list[tuple[str, str]]:
    """Return (typeface, glyphs) from left to right, with the fallback for what `font` cannot show."""
    known = coverage(font)
    return [(name, "".join(group)) for name, group in groupby(glyphs, key=lambda glyph: font if ord(glyph) in known else fallback)]


def _joined(line: str) -> str:
    """Return the line with every letter in the form its neighbours ask for; vowel signs stay where they are."""
    letters = [position for position, character in enumerate(line) if not unicodedata.combining(character)]
    shaped = list(line)
    skip = -1
    for order, position in enumerate(letters):
        if order == skip:
            continue
        before = line[letters[order - 1]] if order else ""
        after = line[letters[order + 1]] if order + 1 < len(letters) else ""
        pair = line[position] + after
        if after and (pair, "<isolated>") in _forms() and letters[order + 1] == position + 1:
            shaped[position], shaped[position + 1] = _form(pair, before, ""), ""
            skip = order + 1
        else:
            shaped[position] = _form(line[position], before, after)
    return "".join(shaped)


def _form(letters: str, before: str, after: str) -> str:
    to_right = _joins_left(before) and _joins_right(letters[0])
    to_left = len(letters) == 1 and _joins_left(letters) and _joins_right(after)
    position = {(False, False): "<isolated>", (False, True): "<initial>", (True, True): "<medial>", (True, False): "<final>"}
    return _forms().get((letters, position[to_right, to_left]), letters)


def _joins_left(letter: str) -> bool:
    """Say whether a letter reaches out to the one after it."""
    return letter == _TATWEEL or (letter, "<initial>") in _forms()


def _joins_right(letter: str) -> bool:
    """Say whether a letter lets the one before it reach it."""
    return letter == _TATWEEL or (letter, "<final>") in _forms()
