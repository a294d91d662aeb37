"""What is asked of a word before its spelling is judged: whether it may be a name, and in which forms it may stand."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from kashf.language.sounds.alignment import bare
from kashf.language.sounds.units import without_article
from kashf.language.tables.names.vocalised_names import ABBREVIATED, SPELLINGS, VOCALISED_NAMES
from kashf.language.words.folding import Folded, fold

#: Class of each sound unit in a consonant skeleton; vowels and what stands for vowels have none.
CLASSES: Final = {
    **dict.fromkeys("بbp", "B"),
    **dict.fromkeys(["ت", "ط", "ث", "t", "th"], "T"),
    **dict.fromkeys(["د", "ض", "ذ", "d", "dh"], "D"),
    **dict.fromkeys("زظz", "Z"),
    **dict.fromkeys("سصs", "S"),
    **dict.fromkeys(["ش", "sh", "ch", "sch", "tch", "tsh", "tsch"], "X"),
    **dict.fromkeys(["ج", "j", "dj", "dsch", "dsh", "dzh", "zh"], "J"),
    **dict.fromkeys(["غ", "g", "gh"], "G"),
    **dict.fromkeys(["ق", "ك", "k", "q", "c", "ck"], "K"),
    **dict.fromkeys(["ح", "خ", "ه", "h", "kh"], "H"),
    **dict.fromkeys(["ف", "f", "v", "ph"], "F"),
    **dict.fromkeys(["ts", "tz"], "TS"),
    **dict.fromkeys([*"اويعءىة", *"aeiouAIU", "-a", "-i", "-u"], ""),
    "ر": "R",
    "r": "R",
    "ل": "L",
    "l": "L",
    "م": "M",
    "m": "M",
    "ن": "N",
    "n": "N",
    "x": "KS",
}

#: What may stand inside one Latin name: Ja'far, al-Shamali.
_INSIDE: Final = dict.fromkeys(map(ord, "'`´’‘-\u2010\u2011"))
#: Arabic letters that those without an Arabic keyboard write as digits: 7 is ح, 5 خ, 3 ع, which before a vowel is not heard.
_CHAT: Final = re.compile("(?:[A-Za-z]|[357](?=[A-Za-z]))+7?")
_CHAT_AYN: Final = re.compile("3(?=[aeiouAEIOU])")
_CHAT_LETTERS: Final = str.maketrans({"7": "h", "5": "kh", "3": "a"})
#: Letters that English and French write and do not say: Wright, Knight, Jacques.
_SILENT: Final = ((re.compile("^wr"), "r"), (re.compile("^kn"), "n"), (re.compile("ght"), "t"), (re.compile("(?:c?qu|ck?)es?$"), "k"))
#: Letters. Longer words are no names, and comparing them would take long.
_LONGEST_NAME: Final = 40
#: An article written onto a Latin word: al and el before a consonant, and what becomes of them before a sun letter.
ARTICLES: Final = (re.compile("^[ae]l(?=[^aeiou]..)"), re.compile("^[aeu](th|dh|sh|ch|[tdrzsnl])(?=\\1..|[h]..)"))


def as_one_word(word: str) -> str:
    """Return a word without the hyphens and apostrophes that may stand inside a name, and with the letters for the digits of chat.

    Example:
        >>> as_one_word("Ja'far"), as_one_word("mo7ammed"), as_one_word("t72")
        ('Jafar', 'mohammed', 't72')
    """
    word = word.translate(_INSIDE)
    if word.isalpha() or not word.isascii():
        return word
    # Three letters and a vowel at least, and no digit at the end but ح: not a weapon, a format or a number with its ending.
    looks_written = _CHAT.fullmatch(word) and sum(map(str.isalpha, word)) >= 3 and not set("aeiou").isdisjoint(word.lower())
    return _CHAT_AYN.sub("", word).translate(_CHAT_LETTERS) if looks_written else word


def is_name(folded: Folded) -> bool:
    """Return whether a folded word may be a name: letters of one of the two scripts, and not too many.

    Example:
        >>> [is_name(word) for word in ("شمالي", "t72", "х")]
        [True, False, False]
    """
    return len(folded) <= _LONGEST_NAME and folded.isalpha() and (folded.isascii() or all("ء" <= letter <= "ي" for letter in folded))


def written_out(folded: Folded) -> Folded:
    """Return the name that a folded Latin word abbreviates, else the word.

    Example:
        >>> written_out("mohd"), written_out("hamid")
        ('muhammad', 'hamid')
    """
    return Folded(ABBREVIATED.get(folded, folded))


def is_abbreviation(folded: Folded) -> bool:
    """Return whether a folded word stands for a longer name, and may have a full stop behind it.

    Example:
        >>> is_abbreviation("mohd"), is_abbreviation("hamid")
        (True, False)
    """
    return folded in ABBREVIATED


def vowelled(folded: Folded) -> tuple[str, ...]:
    """Return the readings of a folded Arabic name with its vowels, empty where they are not known.

    Example:
        >>> vowelled("عمر"), vowelled("شمالي")
        (('عُمَر',), ())
    """
    names = _known_names()
    return names.get(SPELLINGS.get(folded, folded)) or names.get(without_article(folded), ())


def latin_forms(word: str, folded: Folded) -> tuple[str, ...]:
    """Return a Latin word as it stands, without the articles that may be written onto it, and written out if it is an abbreviation.

    Example:
        >>> latin_forms("Alshamali", fold("Alshamali"))
        ('Alshamali', 'shamali')
        >>> latin_forms("Mohd", fold("Mohd"))
        ('muhammad',)
    """
    if is_abbreviation(folded):
        return (written_out(folded),)
    forms = (*(pattern.sub("", folded) for pattern in ARTICLES), *(pattern.sub(said, folded) for pattern, said in _SILENT))
    return tuple(dict.fromkeys((word, *(form for form in forms if form != folded))))


def consonants(units: Iterable[str]) -> int:
    """Return how many of some sound units are consonants.

    Example:
        >>> consonants(("sh", "a", "m", "A", "l", "I$"))
        3
    """
    return sum(bool(CLASSES.get(bare(unit))) for unit in units)


@lru_cache(maxsize=1)
def _known_names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys(VOCALISED_NAMES.split()):
        names[fold(name)] = (*names.get(fold(name), ()), name)
    return names
