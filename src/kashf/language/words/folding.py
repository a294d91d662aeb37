"""The folded form of a text: what two spellings of a letter have in common.

Everything here works on single code points, so that a whole text can be folded by ``str.translate`` and every folded letter can be
traced back to the code point it came from.
"""

import unicodedata
from typing import NewType

#: A text or word that went through `fold` or `folded_words`; what asks for one never folds again. Made at the door, once.
Folded = NewType("Folded", str)
#: What stands where there is no word.
NOTHING = Folded("")

#: Arabic letters by their Unicode name (the part before " WITH "), folded as Arabic writers replace them on a keyboard that lacks them:
#: Persian, Kurdish and Maghrebi letters become the nearest of the 28, hamza carriers lose the hamza, ى is ي, ة is ه.
_ARABIC_LETTERS = {
    **dict.fromkeys(("ALEF", "ALEF WASLA", "LOW ALEF"), "ا"),
    **dict.fromkeys(("BEH", "PEH", "BEEH", "BEHEH", "DOTLESS BEH"), "ب"),
    **dict.fromkeys(("TEH", "TTEH", "TTEHEH", "TEHEH"), "ت"),
    **dict.fromkeys(("JEEM", "TCHEH", "TCHEHEH", "DYEH", "NYEH", "JEH"), "ج"),
    **dict.fromkeys(("HAH", "DOTLESS HEAD OF KHAH"), "ح"),
    **dict.fromkeys(("DAL", "DDAL", "DAHAL", "DDAHAL", "DUL"), "د"),
    **dict.fromkeys(("REH", "RREH"), "ر"),
    **dict.fromkeys(("FEH", "DOTLESS FEH", "VEH", "PEHEH", "AFRICAN FEH"), "ف"),
    **dict.fromkeys(("QAF", "DOTLESS QAF", "AFRICAN QAF"), "ق"),
    **dict.fromkeys(("KAF", "KEHEH", "SWASH KAF", "GAF", "GUEH", "NGOEH", "NG"), "ك"),
    **dict.fromkeys(("NOON", "NOON GHUNNA", "RNOON", "AFRICAN NOON", "DOTLESS NOON GHUNNA"), "ن"),
    **dict.fromkeys(("HEH", "HEH GOAL", "HEH DOACHASHMEE", "AE", "TEH MARBUTA", "TEH MARBUTA GOAL"), "ه"),
    **dict.fromkeys(("WAW", "OE", "KIRGHIZ OE", "U", "YU", "KIRGHIZ YU", "VE", "STRAIGHT WAW", "HIGH HAMZA WAW"), "و"),
    **dict.fromkeys(
        ("YEH", "FARSI YEH", "KASHMIRI YEH", "THIN YEH", "ALEF MAKSURA", "YEH BARREE", "E", "ROHINGYA YEH", "HIGH HAMZA YEH"), "ي"
    ),
    "THEH": "ث",
    "KHAH": "خ",
    "THAL": "ذ",
    "ZAIN": "ز",
    "SEEN": "س",
    "SHEEN": "ش",
    "SAD": "ص",
    "DAD": "ض",
    "TAH": "ط",
    "ZAH": "ظ",
    "AIN": "ع",
    "GHAIN": "غ",
    "LAM": "ل",
    "MEEM": "م",
    "HAMZA": "ء",
    "HIGH HAMZA": "ء",
}

#: Latin letters which Unicode does not decompose. Dotless i is i, since most writers outside Turkey drop the difference.
_LATIN_LETTERS = dict(zip("đðħıĸłŋøþŧəǝ", ("d", "d", "h", "i", "k", "l", "n", "o", "th", "t", "e", "e"), strict=True)) | {
    "æ": "ae",
    "œ": "oe",
}

#: Tatweel, the small waw and ya of the Quran, and the half rings, primes and turned commas by which scholars write ayn and hamza:
#: they stand inside a word and are not part of it.
_SILENT = frozenset("ـۥۦʹʺʻʼʽʾʿˀˁˈ")


def fold_code_point(character: str) -> str:
    """Return the folded form of one code point: empty when it is dropped, several characters for a ligature.

    A code point that stands for several words (ﷺ) comes back with a space on each side, so that it never grows together with its
    neighbours. Folding the result again changes nothing.

    Example:
        >>> [fold_code_point(letter) for letter in "أةﻻ٣É"]
        ['ا', 'ه', 'لا', '3', 'e']
    """
    folded, before = character, ""
    while folded != before:
        before = folded
        folded = "".join(map(_fold_letter, unicodedata.normalize("NFKD", folded)))
    if folded.isspace() and unicodedata.category(character)[0] == "L":
        return ""  # The isolated forms of vowel marks (U+FC5E, U+FE70, ...) decompose to a space and the mark.
    is_several_words = len(folded) > 1 and not all(map(is_word_character, folded))
    return f" {folded} " if is_several_words else folded


def is_word_character(character: str) -> bool:
    """Return whether a folded character is part of a word: a letter, a digit, or a mark that folding keeps (Indic vowel signs).

    Example:
        >>> [is_word_character(c) for c in "a7_ ि"]
        [True, True, False, False, True]
    """
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def fold(text: str) -> Folded:
    """Return the search form of any text: one spelling for letters that writers and keyboards mix up.

    Compatibility forms and ligatures are taken apart; Arabic vowel marks, tatweel, accents, zero-width and bidi controls go; the
    forms of alef become ا, ى and Persian ی become ي, ة becomes ه, ؤ و, ئ ي, ک ك; digits of every script become 0-9; letters become
    small. Punctuation and white space stay. Folding twice changes nothing; the length may change (use ``words`` for offsets).

    Example:
        >>> fold("أَبُو مُحَمَّـد الشَّمالى ١٤٣٥ Şemâlî")
        'ابو محمد الشمالي 1435 semali'
    """
    return Folded(text.lower() if text.isascii() else text.translate(_FOLDED))


def _fold_letter(character: str) -> str:
    if character in _SILENT or _is_dropped(character):
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    lowered = character.casefold()
    if lowered in _LATIN_LETTERS:
        return _LATIN_LETTERS[lowered]
    name = unicodedata.name(character, "")
    if name.startswith("ARABIC ") and character.isalpha():  # What is no letter of the table is a fragment for drawing letters.
        return _ARABIC_LETTERS.get(name.removeprefix("ARABIC LETTER ").split(" WITH ")[0], "")
    return lowered


def _is_dropped(character: str) -> bool:
    """Tell marks and invisible characters that change no word from those that do (Indic vowel signs, the Japanese voicing mark)."""
    category = unicodedata.category(character)
    if category in {"Cf", "Me"}:
        return True
    if category != "Mn":
        return False
    # Combining classes: 1 overlays, 10-36 Hebrew, Arabic and Syriac points, 200 and more accents above and below; 0 with a name that says
    # what it is: variation selectors and the grapheme joiner. 7 to 9 (nukta, voicing, virama) and Indic or Thai vowels spell words.
    combining = unicodedata.combining(character)
    if combining == 0:
        return unicodedata.name(character, "").startswith(("VARIATION SELECTOR", "COMBINING GRAPHEME JOINER"))
    return combining == 1 or 10 <= combining <= 36 or combining >= 200


class _FoldTable(dict[int, str]):
    """Code point -> folded form, filled when a code point is first met, so that ``str.translate`` stays in C."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_code_point(chr(code))
        return folded


_FOLDED = _FoldTable()
