"""How a name in scholarly letters comes out in the papers of four languages, and how Arabic is spelt by those who do not care.

A name is given once, in the letters of the Orientalists (ā ī ū, ḥ ḫ ṯ ḏ š ṣ ḍ ṭ ẓ ʿ ġ ǧ), its article unassimilated: "ʿAbd al-Raḥmān".
The rules that make spellings of it come from how such names are met in print, and from no program that has to read them.
"""

import re
from random import Random

_SUN = "tṯdḏrzsšṣḍṭẓln"
_EMPHATIC = "ḥḫʿqṣṭḍẓġr"
_LONG = {"ā": "a", "ī": "i", "ū": "u"}

#: Consonants by language; a tuple is a choice.
_CONSONANTS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {"ṯ": ("th",), "ǧ": ("j",), "ḥ": ("h",), "ḫ": ("kh",), "ḏ": ("dh", "d", "th"), "š": ("sh",), "ṣ": ("s",), "ḍ": ("d",),
           "ṭ": ("t",), "ẓ": ("z", "dh"), "ʿ": ("", "", "'"), "ʾ": ("",), "ġ": ("gh",), "q": ("q", "q", "k")},
    "fr": {"ṯ": ("th",), "ǧ": ("j", "dj"), "ḥ": ("h",), "ḫ": ("kh",), "ḏ": ("d", "dh"), "š": ("ch",), "ṣ": ("s",), "ḍ": ("d",),
           "ṭ": ("t",), "ẓ": ("z", "dh"), "ʿ": ("",), "ʾ": ("",), "ġ": ("gh",), "q": ("k", "q")},
    "de": {"ṯ": ("th",), "ǧ": ("dsch",), "ḥ": ("h",), "ḫ": ("ch",), "ḏ": ("dh", "d"), "š": ("sch",), "ṣ": ("s",), "ḍ": ("d",),
           "ṭ": ("t",), "ẓ": ("z",), "ʿ": ("",), "ʾ": ("",), "ġ": ("gh",), "q": ("q", "k"), "y": ("j",)},
    "tr": {"ṯ": ("s",), "ǧ": ("c",), "ḥ": ("h",), "ḫ": ("h",), "ḏ": ("z",), "š": ("ş",), "ṣ": ("s",), "ḍ": ("d", "z"), "ṭ": ("t",),
           "ẓ": ("z",), "ʿ": ("",), "ʾ": ("",), "ġ": ("g",), "q": ("k",), "w": ("v",)},
}  # fmt: skip
#: Vowels and diphthongs by language, the longest first.
_VOWELS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {"ay": ("ay", "ai", "ei"), "aw": ("aw", "au", "ou"), "ā": ("a", "a", "a", "aa"), "ī": ("i", "i", "ee"),
           "ū": ("u", "u", "ou", "oo"), "u": ("u", "u", "o"), "i": ("i", "i", "e")},
    "fr": {"ay": ("aï", "ei", "ay"), "aw": ("aw", "aou"), "ū": ("ou",), "u": ("ou", "o"), "i": ("i", "e")},
    "de": {"ay": ("ai", "ei"), "aw": ("au",)},
    "tr": {"ay": ("ey",), "aw": ("ev",)},
}  # fmt: skip
_ARTICLES = {
    "en": ("al-", "al-", "al-", "Al-", "al ", "Al ", "el-", "El ", "Al", "sun"),
    "fr": ("al-", "Al-", "el-", "El ", "sun"),
    "de": ("al-", "al-", "Al-", "sun"),
    "tr": ("el-", "el-", "El ", "sun"),
}
_OF_THE_FAITH = {
    "en": (" al-Din", " ad-Din", " Eddin", "eddin", "uddin"),
    "fr": ("eddine", " Eddine"),
    "de": (" ad-Din", "eddin"),
    "tr": ("eddin", "ettin"),
}
_FATHERS = {"en": ("Abu", "Abu", "Abou", "Abi"), "fr": ("Abou",), "de": ("Abu",), "tr": ("Ebu",)}
_SONS = {"en": ("bin", "ibn", "ben", "b."), "fr": ("ben", "ibn"), "de": ("ibn", "bin"), "tr": ("bin",)}


def romanised(name: str, language: str, rng: Random | None = None) -> str:
    """Return a name in the letters of a language's press: the plainest way, or with a generator any of the ways.

    >>> romanised("ʿAbd al-Raḥmān", "en"), romanised("al-Šarqāwī", "fr"), romanised("Abū Ḫālid", "tr")
    ('Abd al-Rahman', 'al-Charkawi', 'Ebu Halid')
    """
    article = rng.choice(_ARTICLES[language]) if rng else _ARTICLES[language][0]
    if rng and (servant := re.fullmatch(r"ʿAbd (?:al-)?(\w+)", name)):
        return _servant(servant[1], language, rng)
    if rng and name.endswith(" al-Dīn") and rng.random() < 0.6:
        return _capital(_letters(name.partition(" ")[0], language, rng), language) + rng.choice(_OF_THE_FAITH[language])
    return " ".join(_word(word, language, article, rng=rng) for word in name.split(" "))


def scholarly(name: str) -> str:
    """Return a name as a German orientalist prints it: the article assimilated, nothing else changed.

    >>> scholarly("Abū al-Šams")
    'Abū aš-Šams'
    """
    return re.sub(r"\bal-(\w)", lambda found: f"a{found[1].lower() if found[1].lower() in _SUN else 'l'}-{found[1]}", name)


def _word(word: str, language: str, article: str, *, rng: Random | None) -> str:
    if word == "Abū":
        return rng.choice(_FATHERS[language]) if rng else _FATHERS[language][0]
    if word == "bin":
        return rng.choice(_SONS[language]) if rng else _SONS[language][0]
    if not word.startswith("al-"):
        return _capital(_letters(word, language, rng), language)
    stem = _capital(_letters(word[3:], language, rng), language)
    if article != "sun":
        return article + stem
    vowel = "e" if language == "tr" else "a"
    first = _letters(word[3].lower(), language, None) if word[3].lower() in _SUN else "l"
    return f"{vowel}{first}-{stem}"


def _servant(of: str, language: str, rng: Random) -> str:
    """Return ʿAbd with a name of God's, in one word or two."""
    if of == "Allāh":
        return rng.choice(("Abdullah", "Abdallah", "Abd Allah") if language != "tr" else ("Abdullah",))
    name = _letters(of, language, rng)
    sun = of[0].lower() in _SUN and rng.random() < 0.4
    link = name[0] if sun else "l"
    vowel = {"en": rng.choice("uae"), "fr": rng.choice("ae"), "de": "u", "tr": "u"}[language]
    style = rng.randrange(3)
    if style == 0:
        return f"Abd {'el' if language in {'fr', 'tr'} else 'al'}-{_capital(name, language)}"
    return f"Abd{vowel}{link}{name}" if style == 1 else f"Abd{vowel}{link} {_capital(name, language)}"


def _letters(word: str, language: str, rng: Random | None) -> str:
    plain = word.lower()
    plain = _doubled(plain, rng)
    if language == "tr":
        plain = re.sub(rf"(?<![{_EMPHATIC}ā])a(?![{_EMPHATIC}wyʿ]|$)", "e", plain)
    if rng and language in {"en", "fr"} and plain.endswith("a"):
        plain += rng.choice(("", "", "h"))
    ending = ""
    if plain.endswith("ī"):
        plain, ending = plain[:-1], rng.choice(("i", "i", "y")) if rng and language in {"en", "fr"} else "i"
    table = _VOWELS[language] | _CONSONANTS[language]
    keys = sorted(table, key=len, reverse=True)
    done = re.sub("|".join(keys), lambda found: rng.choice(table[found[0]]) if rng else table[found[0]][0], plain)
    return (
        "".join(_LONG.get(letter, letter) for letter in done).replace("dschdsch", "dsch").replace("schsch", "sch").replace("chch", "ch")
        + ending
    )


def _doubled(plain: str, rng: Random | None) -> str:
    return re.sub(r"(\w)\1", r"\1", plain) if rng and rng.random() < 0.3 else plain


def _capital(word: str, language: str) -> str:
    start = 1 if word.startswith("'") and len(word) > 1 else 0
    first = "İ" if language == "tr" and word[start] == "i" else word[start].upper()
    return word[:start] + first + word[start + 1 :]


def careless(arabic: str, rng: Random) -> str:
    """Return an Arabic name as a hurried hand spells it: hamza, dots and blanks left out, letters stretched.

    >>> careless("إبراهيم", Random(1)) != "إبراهيم"
    True
    """
    changes = [change for change in _CHANGES if change(arabic, rng) != arabic]
    return rng.choice(changes)(arabic, rng) if changes else arabic


def _without_hamza(arabic: str, _rng: Random) -> str:
    return arabic.translate(str.maketrans("أإآ", "ااا"))


def _without_dots(arabic: str, _rng: Random) -> str:
    return re.sub("ي\\b", "ى", re.sub("ة\\b", "ه", arabic))


def _stretched(arabic: str, rng: Random) -> str:
    places = [found.end() for found in re.finditer("[بتثجحخسشصضطظعغفقكلمنهي](?=[بتثجحخسشصضطظعغفقكمنهي])", arabic)]
    place = rng.choice(places) if places else 0
    return f"{arabic[:place]}ـ{arabic[place:]}" if place else arabic


def _one_word(arabic: str, _rng: Random) -> str:
    return arabic.replace("عبد ال", "عبدال")


_CHANGES = (_without_hamza, _without_hamza, _without_dots, _stretched, _one_word, _one_word)
