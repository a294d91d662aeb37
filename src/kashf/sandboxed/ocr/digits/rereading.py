"""A page with the numbers read by shape, where tesseract read something that is no plain word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kashf.domain.document import Page
from kashf.sandboxed.ocr.digits.classifier import SignClassifier, sign_classifier
from kashf.sandboxed.ocr.digits.number_paths import ReadNumber, numbers_in
from kashf.sandboxed.ocr.digits.page_changes import PageChange, changed_page
from kashf.sandboxed.ocr.digits.strips import PlacedWord, Strip, Strips, lines_of
from kashf.sandboxed.ocr.digits.strokes import Shape, connected, darkest, shapes_of

_ARABIC_LETTER = re.compile("[\u0620-\u064a]")
#: What tesseract reads as a plain word, with a stop after it, is one if it is this sure of it; of longer words it need not be as sure.
_PLAIN = re.compile("(?:[\u0620-\u065f\u0670]{2,}|[A-Za-z]{2,})[:،.؛]?")
_SURE_OF_WORD, _SURE_OF_LONG_WORD, _LONG = 0.6, 0.2, 4
#: Letters that a number's word begins and ends with, such as the "and" in وعدد ... و٣٥٠.
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile("^[\u0620-\u065f]+"), re.compile("[\u0620-\u065f]+$")
#: Likelihood from which on a number is believed: of several digits by itself, of several beside letters, of one digit.
_SEVERAL, _BESIDE_LETTERS, _ONE = 0.45, 0.6, 0.7
#: Where so many letters were read together it takes more to believe in a number: the ends of words and quotation marks look like digits.
_LETTERS, _BESIDE_A_WORD = re.compile("[\u0620-\u065f]{3}"), 0.85
#: Strokes of a line, and of a word, of which more are grain or a picture.
_MOST_OF_A_LINE, _MOST_OF_A_WORD = 3000, 100
#: Share of the number's height that a stroke above or below it has at least to be more than grain.
_CROWDING = 0.25
#: Share of the number's height that a stroke beside it has at least to be a letter.
_LETTER_HEIGHT = 0.4


def numbers_reread(strips: Strips, page: Page, *, classifier: SignClassifier | None = None) -> Page | None:
    """Return a page with its numbers as their shapes say; None when that changes nothing, or when the page is not Arabic.

    Args:
        strips: Of the image that the page was read from.
        page: Its reading, with a box for each word.
        classifier: Tells the strokes; None for the one that kashf brings with it.
    """
    if not _ARABIC_LETTER.search(page.text):
        return None
    reader = classifier or sign_classifier()
    doubtful = [line for line in lines_of(page) if not all(_is_plain(page.text[box.start : box.end], box.confidence) for box in line)]
    changes = [change for strip in strips.of(doubtful) for change in _changes(strip, page.text, reader)]
    return changed_page(page, changes) if changes else None


def _is_plain(text: str, confidence: float) -> bool:
    return confidence >= (_SURE_OF_LONG_WORD if len(text) >= _LONG else _SURE_OF_WORD) and _PLAIN.fullmatch(text) is not None


def _changes(strip: Strip, text: str, classifier: SignClassifier) -> Iterator[PageChange]:
    """Yield what the numbers of a line change in the text."""
    open_words = [word for word in strip.words if not _is_plain(text[word.start : word.end], word.confidence)]
    for word, connected_strokes in _strokes_of(strip, open_words):
        strokes = shapes_of(connected_strokes)
        was = text[word.start : word.end]
        found = [number for number in numbers_in(strokes, classifier) if _is_believed(number, strokes, was)]
        if not found:
            continue
        new = _in_place(was, found, strokes)
        if new != was:
            place = strip.on_page(min(number.left for number in found), max(number.right for number in found))
            yield PageChange(word.start, word.end, new, place, round(min(number.likelihood for number in found), 2))


def _strokes_of(strip: Strip, words: Sequence[PlacedWord]) -> Iterator[tuple[PlacedWord, list[Shape]]]:
    """Yield each of some words with the strokes that are nearer to it than to any other word of the line."""
    mine: dict[PlacedWord, list[Shape]] = {word: [] for word in words}
    strokes = connected(darkest(strip.grey))
    for stroke in strokes if len(strokes) <= _MOST_OF_A_LINE else ():
        middle = (stroke.left + stroke.right) / 2
        nearest = min(strip.words, key=lambda word: max(word.left - middle, middle - word.right, 0.0))
        if nearest in mine:
            mine[nearest].append(stroke)
    return ((word, some) for word, some in mine.items() if 0 < len(some) <= _MOST_OF_A_WORD)


def _is_believed(number: ReadNumber, strokes: Sequence[Shape], was: str) -> bool:
    """Tell whether a number is one: likely, with room above and below, and either of several digits, in brackets, or all that there is."""
    has_letters, is_word = any(_letters_beside(number, strokes)), _LETTERS.search(was) is not None
    if _is_crowded(number, strokes) or (has_letters and _PLAIN.fullmatch(was)):
        return False
    if number.is_bracketed:
        return number.likelihood >= (_SEVERAL if number.digits > 1 else _ONE)
    if number.digits == 1:
        return number.likelihood >= _ONE and not has_letters and not is_word and not _is_stop(number)
    return number.likelihood >= (_BESIDE_A_WORD if is_word else _BESIDE_LETTERS if has_letters else _SEVERAL)


def _is_stop(number: ReadNumber) -> bool:
    """Tell whether a number is a single zero, which nobody can tell from a full stop."""
    return number.text in "٠0"


def _is_crowded(number: ReadNumber, strokes: Sequence[Shape]) -> bool:
    """Tell whether other strokes stand above or below the digits, as with vowels and dots of letters."""
    height = max(stroke.ink.shape[0] for sign in number.signs for stroke in sign.strokes)
    own = {(stroke.left, stroke.top) for sign in number.signs for stroke in sign.strokes}
    others = (each for each in strokes if each.ink.shape[0] >= _CROWDING * height and (each.left, each.top) not in own)
    return any(number.left <= (each.left + each.right) / 2 < number.right and each.right <= number.right for each in others)


def _letters_beside(number: ReadNumber, strokes: Sequence[Shape]) -> tuple[bool, bool]:
    """Tell whether there are letters to the right of a number, and to its left."""
    height = max(stroke.ink.shape[0] for sign in number.signs for stroke in sign.strokes)
    tall = [stroke for stroke in strokes if stroke.ink.shape[0] >= _LETTER_HEIGHT * height]
    reach = height if number.is_bracketed else 0.1 * height
    return any(stroke.left >= number.right + reach for stroke in tall), any(stroke.right <= number.left - reach for stroke in tall)


def _in_place(was: str, found: Sequence[ReadNumber], strokes: Sequence[Shape]) -> str:
    """Return what stands in a word's place: its numbers from the right, and the letters around them as they were read before."""
    text = " ".join(f"({number.text})" if number.is_bracketed else number.text for number in reversed(found))
    before = _LETTERS_BEFORE.search(was) if _letters_beside(found[-1], strokes)[0] else None
    after = _LETTERS_AFTER.search(was) if _letters_beside(found[0], strokes)[1] else None
    return f"{before[0] if before else ''}{text}{after[0] if after else ''}"
