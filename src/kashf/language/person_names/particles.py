"""The small words around Arabic names, in both scripts and folded: father of, son of, articles, titles; and which words are given names."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from kashf.language.sounds.similarity import SAME_NAME, similarity, skeleton, skeletons
from kashf.language.sounds.units import without_article
from kashf.language.tables.vocalised_names import VOCALISED_NAMES
from kashf.language.words.stemming import fold
from kashf.language.words.tokens import folded_words

#: What each particle stands as in a NamePart, with its forms: grammatical cases in Arabic, romanisations in Latin letters.
FATHER: Final = "abu"
MOTHER: Final = "umm"
SON: Final = "ibn"
DAUGHTER: Final = "bint"
PARTICLES: Final[Mapping[str, str]] = {
    **dict.fromkeys(folded_words("ابو ابي ابا بو abu abou abo aboo ebu ebou abi aba abul aboul ebul bu bou"), FATHER),
    **dict.fromkeys(folded_words("ام umm um oum omm om ummu"), MOTHER),
    **dict.fromkeys(folded_words("بن ابن bin ibn ben bn ebn"), SON),
    **dict.fromkeys(folded_words("بنت ابنه bint bent binti"), DAUGHTER),
}

#: "abu" written onto the name that follows: أبومحمد, Abumohammed.
_JOINED_FATHER: Final = re.compile("^(?:ابو|ابي|ابا|abu|abou|abo|ebu)(?=...)")

#: The same without its alef, as in the Gulf: بومحمد.
_SHORT_FATHER: Final = "بو"

_ARTICLE: Final = re.compile("^(?:al|el|ul|ol|il|l|ال)$")
#: The article before a sun letter takes its sound: ash-Shamali, an-Naimi, eş-Şemali (folded es), ech-Chemali.
_GROWN_ARTICLE: Final = re.compile("^[aeiu](sch|sh|ch|dh|th|[tdrzsnl])$")

ABD: Final = "عبد"
#: "Servant of", before a name of God, alone or with the article grown onto it.
_ABD_FORM: Final = re.compile("^(?:عبد|abed|abd(?:[aeou]|ou)?(?:[lrsntdz]|sh)?)$")
_ABD_JOINED: Final = re.compile("^abd(?:[aeou]|ou)?(?:l(?=[^aeiou])|sh(?=sh)|([rsntdzl])(?=\\1))?(?=...)")
_ABD_ALLAH: Final = re.compile("^abd(?:[aeou]|ou)l?lah?$")
_GOD_JOINED: Final = re.compile("^(.{3,}?)[aou]llah$")
_FAITH: Final = re.compile("^(?:[aeu]d)?d[ie]+ne?$")
_FAITH_JOINED: Final = re.compile("^(.{3,}?)(?:[aeiou]d|[aeiou]t|[aeu]l)(?:d|t)[ie]+ne?$")

_TITLES: Final = frozenset(
    folded_words(
        "الشيخ شيخ الأمير أمير القائد قائد الأخ أخ الأستاذ الدكتور د السيد سيد الحاج الحجي العقيد المقدم الرائد النقيب الملازم العميد "
        "اللواء الفريق المهندس المجاهد الشهيد الوالي والي الخليفة المدعو الملقب المكنى "
        "sheikh shaykh shaikh sheik cheikh scheich seyh emir amir ameer commander kommandant commandant komutan general colonel col major "
        "captain capt lieutenant lt brigadier mullah mawlawi mr mrs ms dr prof haj hajj hajji brother wali caliph leader fighter"
    )
)


def is_article(word: str, following: str) -> bool:
    """Return whether a folded word is an article standing alone before ``following`` (al Shamali, ash-Shamali, ال شمالي).

    Example:
        >>> is_article("ash", "shamali"), is_article("an", "shamali")
        (True, False)
    """
    grown = _GROWN_ARTICLE.match(word)
    return bool(_ARTICLE.match(word)) or (grown is not None and following.startswith(grown[1]))


def is_title(word: str) -> bool:
    """Return whether a folded word is a title or rank (الشيخ, commander)."""
    return word in _TITLES


def is_servant(word: str) -> bool:
    """Return whether a folded word is "servant of", عبد or Abd, Abdul, Abdel."""
    return bool(_ABD_FORM.match(word))


def behind_father(word: str) -> str:
    """Return what follows "abu" in a folded word that has it written on; empty when it has not.

    Behind the short form of the Gulf and the Maghreb only a known name counts: many other words begin with بو.

    Example:
        >>> behind_father("ابومحمد"), behind_father("بومحمد"), behind_father("بوابة")
        ('محمد', 'محمد', '')
    """
    if found := _JOINED_FATHER.match(word):
        return word[found.end() :]
    rest = word[len(_SHORT_FATHER) :]
    return rest if word.startswith(_SHORT_FATHER) and len(rest) >= 3 and is_given_name(without_article(rest)) else ""


def split_compound(word: str) -> tuple[str, ...]:
    """Return the two words of a folded compound name written as one, else the word alone.

    Example:
        >>> split_compound("abdurrahman"), split_compound("عبدالله"), split_compound("noureddine"), split_compound("shamali")
        (('abd', 'rahman'), ('عبد', 'الله'), ('nour', 'din'), ('shamali',))
    """
    if word.isascii():
        return _split_latin(word) or (word,)
    if word.startswith(ABD) and len(word) > 5 and (word[3:].startswith("ال") or is_given_name(word[3:])):
        return ABD, word[3:] if word[3:] == "الله" else word[3:].removeprefix("ال")
    return (word[:-5], "دين") if word.endswith("الدين") and len(word) > 7 else (word,)


def completes_compound(first: str, second: str) -> bool:
    """Return whether two folded words are one name: عبد الرحمن, نور الدين, نصر الله, Nur ud-Din."""
    return is_servant(first) or second in {"الدين", "الله", "allah"} or bool(_FAITH.match(second))


@lru_cache(maxsize=1 << 14)
def is_given_name(word: str) -> bool:
    """Return whether a folded word is a common Arabic given name, in either script.

    Example:
        >>> is_given_name("محمد"), is_given_name("khaled"), is_given_name("القاطع")
        (True, True, False)
    """
    by_code = _given_names()
    if not word.isascii():
        return word in by_code.get(skeleton(word), ())
    return len(word) >= 3 and any(similarity(name, word) >= SAME_NAME for code in skeletons(word) for name in by_code.get(code, ()))


@lru_cache(maxsize=1)
def _given_names() -> Mapping[str, frozenset[str]]:
    by_code: dict[str, set[str]] = {}
    for name in map(fold, VOCALISED_NAMES.split()):
        by_code.setdefault(skeleton(name), set()).add(name)
    return {code: frozenset(names) for code, names in by_code.items()}


def _split_latin(word: str) -> tuple[str, ...]:
    if _ABD_ALLAH.match(word):
        return "abd", "allah"
    if (joined := _ABD_JOINED.match(word)) and is_given_name(word[joined.end() :]):
        return "abd", word[joined.end() :]
    if joined := _FAITH_JOINED.match(word):
        return joined[1], "din"
    joined = _GOD_JOINED.match(word)
    return (joined[1], "allah") if joined else ()
