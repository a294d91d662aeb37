"""A word as a row of sound units, the same way for both scripts, so that the two can be laid side by side.

A unit is an Arabic letter, an Arabic vowel mark as ``-a -i -u``, a Latin consonant grapheme ("sh", "dj"), or a class of Latin vowels:
``a e i o u`` short, ``A I U`` written long or as a glide (aa; ee, y, iy; ou, oo, w). Where the place in the word changes what a letter
stands for, the unit says so: ``^`` first, ``$`` last.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kashf.language.tables.names.vocalised_names import NAMES_IN_AL
from kashf.language.words.folding import Folded, fold, fold_code_point

#: What a Latin letter with a mark means to those who write it, before folding takes the mark away: Turkish, Slavic and scholarly use.
_MARKED: Final = {
    **dict.fromkeys("şšșś", "sh"),
    **dict.fromkeys("çčć", "ch"),
    **dict.fromkeys("ğġ", "gh"),
    **dict.fromkeys("ḫẖ", "kh"),
    "ṯ": "th",
    "ḏ": "dh",
    "ž": "zh",
    "ż": "z",
    "ǧ": "j",
    "ā": "aa",
    "ī": "ii",
    "ū": "uu",
}
_MARKED_TABLE: Final = str.maketrans(_MARKED)
_MARKED_LETTER: Final = re.compile("[" + "".join(_MARKED) + "".join(_MARKED).upper() + "\u0300-\u0331]")

_GRAPHEMES: Final = re.compile("tsch|dsch|tch|tsh|sch|dzh|dsh|dj|sh|ch|kh|gh|th|dh|zh|ph|ck|ts|tz|[a-z]")
_VOWELS: Final = frozenset("aeiouyw")
_LONG: Final = {"aa": "A", "ee": "I", "ii": "I", "oo": "U", "uu": "U", "ou": "U", "y": "I", "w": "U"}
_LATIN_FIRST: Final = frozenset("aeiouAIU")
_LATIN_LAST: Final = _LATIN_FIRST | set("htd")

_NAMES_IN_AL: Final = frozenset(map(fold, NAMES_IN_AL.split()))
_MARKS: Final = {"\u064e": "-a", "\u064f": "-u", "\u0650": "-i", "\u0670": "-a"}
#: Unfolded letters that say more at the end of a word than their folded form does.
_TELLING: Final = frozenset("ىة")


class _SpellTable(dict[int, str]):
    """Code point -> folded form, but for what says more unfolded; filled when a code point is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        spelled = self[code] = letter if letter in _TELLING or letter in _MARKS else fold_code_point(letter)
        return spelled


_SPELLED: Final = _SpellTable()


def is_arabic(word: str) -> bool:
    """Return whether a word has a letter of the Arabic script in it.

    Example:
        >>> is_arabic("الشمالي"), is_arabic("Shamali")
        (True, False)
    """
    return any("\u0621" <= letter <= "\u064a" for letter in word)


def without_article(word: Folded) -> Folded:
    """Return a folded Arabic word without ال, if three letters stay.

    Example:
        >>> without_article("الشمالي"), without_article("الي")
        ('شمالي', 'الي')
    """
    return Folded(word[2:]) if _has_article(word) else word


def _has_article(folded: str) -> bool:
    return folded.startswith("ال") and len(folded) >= 5 and folded not in _NAMES_IN_AL


@lru_cache(maxsize=1 << 16)
def units(word: str) -> tuple[str, ...]:
    """Return the sound units of one word; an Arabic article written onto it is left out.

    The word may be folded or as written; as written it keeps what accents, vowel marks, ى and ة say. Other scripts yield their letters.

    Example:
        >>> units("الشمالي"), units("Chemaly"), units("عُمَر")
        (('ش', 'م', 'ا', 'ل', 'ي$'), ('ch', 'e', 'm', 'a', 'l', 'I$'), ('^-u', 'م', '-a', 'ر'))
    """
    if not word.isascii():
        spelled = word.translate(_SPELLED)
        if is_arabic(spelled):
            return _arabic_units(spelled)
    latin = spelled_out(word)
    return _latin_units(latin) if latin.isascii() else tuple(latin)


def spelled_out(text: str) -> Folded:
    """Return text folded, with marked Latin letters as the sounds they stand for rather than without the mark.

    Example:
        >>> spelled_out("Şemâlî"), fold("Şemâlî")
        ('shemali', 'semali')
    """
    return Folded(text.lower()) if text.isascii() else fold(unicodedata.normalize("NFC", text.lower()).translate(_MARKED_TABLE))


def has_marked_letters(text: str) -> bool:
    """Return whether ``spelled_out`` may differ from ``fold`` on a text.

    Example:
        >>> has_marked_letters("Şemali"), has_marked_letters("Müller")
        (True, False)
    """
    return _MARKED_LETTER.search(text) is not None


def _arabic_units(spelled: str) -> tuple[str, ...]:
    bare = "".join(letter for letter in spelled if letter not in _MARKS)
    if _has_article(bare):
        spelled = spelled[spelled.index("ل") + 1 :].lstrip("".join(_MARKS))
    found = [_MARKS.get(letter, letter) for letter in spelled if letter in _MARKS or "ء" <= letter <= "ي"]
    if found[0] in set("اع") and found[1:] and found[1][0] == "-":
        found[:2] = ["^" + found[1]]  # A first alef or ayn is heard as the vowel that is written on it.
    elif found[0] in set("اعءوي"):
        found[0] = "^" + found[0]
    if len(found) > 1 and found[-1] in set("هيىةاح"):
        found[-1] += "$"
    return tuple(unit if unit[-1] == "$" else unit.replace("ى", "ي").replace("ة", "ه") for unit in found)


def _latin_units(folded: str) -> tuple[str, ...]:
    found: list[str] = []
    for grapheme in _GRAPHEMES.findall(folded):
        last = found[-1] if found else ""
        if grapheme in _VOWELS:
            _add_vowel(found, grapheme)
        elif last and last == grapheme[: len(last)] and (last == grapheme or len(last) == 1):
            found[-1] = grapheme  # Doubled: "ss", and "ssh" for a doubled "sh".
        else:
            found.append(grapheme)
    if len(found) > 1 and found[-1] in _LATIN_LAST:
        found[-1] += "$"
    if found[-1:] == ["h$"] and found[-2] in _LATIN_FIRST:
        found[-2] += "$"  # "-ah" and "-eh" are most often the ending ة.
    if found and found[0] in _LATIN_FIRST:
        found[0] = "^" + found[0]
    return tuple(found) or tuple(folded)


def _add_vowel(found: list[str], vowel: str) -> None:
    """Add one vowel letter, growing together what is written for one long vowel or glide (ou, ee, iy, uw)."""
    last = found[-1] if found else ""
    if last in {"i", "I"} and vowel in "iy":
        found[-1] = "I"
    elif last in {"u", "o", "U"} and vowel in "uow":
        found[-1] = "U"
    elif last and last + vowel in _LONG:
        found[-1] = _LONG[last + vowel]
    else:
        found.append(_LONG.get(vowel, vowel))
