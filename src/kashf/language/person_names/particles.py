"""The small words of Arabic names in both scripts, folded, alone and written onto their neighbours: father of, servant of, articles."""

import re
from typing import Final

from kashf.language.person_names.vocabulary import ABD, JOINED_FATHERS, SECONDS_OF_ANY, SHORT_FATHER, SONS, is_given_name, is_name_of_god
from kashf.language.sounds.units import without_article
from kashf.language.words.folding import NOTHING, Folded

#: "abu" written onto the name that follows: أبومحمد, Abumohammed.
_JOINED_FATHER: Final = re.compile(f"^(?:{'|'.join(JOINED_FATHERS)})(?=...)")

_ARTICLE: Final = re.compile("^(?:al|el|ul|ol|il|l|ال)$")
#: The article before a sun letter takes its sound: ash-Shamali, an-Naimi, eş-Şemali (folded es), ech-Chemali.
_GROWN_ARTICLE: Final = re.compile("^[aeiu](sch|sh|ch|dh|th|[tdrzsnl])$")

#: "Servant of", before a name of God, alone or with the article grown onto it.
_ABD_FORM: Final = re.compile("^(?:عبد|abed|[ae]be?d(?:[aeou]|ou)?(?:[lrsntdz]|sh)?)$")
_ABD_JOINED: Final = re.compile("^[ae]be?d(?:[aeou]|ou)?(?:l(?=[^aeiou])|sh(?=sh)|([rsntdzl])(?=\\1))?(?=...)")
#: The article before a vowel: Abdelaziz.
_ABD_L_JOINED: Final = re.compile("^[ae]be?d(?:[aeou]|ou)?l(?=[aeiou]..)")
_ABD_ALLAH: Final = re.compile("^[ae]be?d(?:[aeou]|ou)l?lah?$")
_GOD_JOINED: Final = re.compile("^(.{3,}?)[aou]llah$")
#: "His Lord", behind "servant of" alone: Abdrabbo, Abdrabbuh.
_LORD: Final = re.compile("^rabb?[aeiou]h?$")
_FAITH: Final = re.compile("^(?:[aeu]d)?d[ie]+ne?$")
_FAITH_JOINED: Final = re.compile("^(.{2,}?)(?:[aeiou]d|[aeiou]t|[aeu]l|e(?=d))(?:d|t)[ie]+ne?$")
#: The other second words of compounds, with the article always: Fazl-ur-Rahman, Ziaul Haq, أنيس الإسلام.
_SECOND: Final = re.compile("^(?:r[ae]hman|rahi?e?m|haqq?|haque|hak|islam|zaman)$")
_SECOND_JOINED: Final = re.compile("^(.{3,}?)(?:[aeou]l)-?(haqq?|haque|hak|islam)$|^(.{3,}?)[aeou]r(r[ae]hman|rahi?e?m)$")
#: A first word with the article of the second written onto it: Matiur Rahman, Anisul Islam.
_WITH_ARTICLE: Final = re.compile("^(.{3,}?)[ou][lr]$")


def is_article(word: Folded, following: Folded) -> bool:
    """Return whether a folded word is an article standing alone before ``following`` (al Shamali, ash-Shamali, ال شمالي).

    Example:
        >>> is_article("ash", "shamali"), is_article("an", "shamali")
        (True, False)
    """
    grown = _GROWN_ARTICLE.match(word)
    return bool(_ARTICLE.match(word)) or (grown is not None and following.startswith(grown[1]))


def is_servant(word: Folded) -> bool:
    """Return whether a folded word is "servant of", عبد or Abd, Abdul, Abdel."""
    return bool(_ABD_FORM.match(word))


def behind_father(word: Folded) -> Folded:
    """Return what follows "abu" in a folded word that has it written on; empty when it has not.

    Behind the short form of the Gulf and the Maghreb only a known name counts: many other words begin with بو.

    Example:
        >>> behind_father("ابومحمد"), behind_father("بومحمد"), behind_father("بوابة")
        ('محمد', 'محمد', '')
    """
    if found := _JOINED_FATHER.match(word):
        return Folded(word[found.end() :])
    rest = Folded(word[len(SHORT_FATHER) :])
    return rest if word.startswith(SHORT_FATHER) and len(rest) >= 3 and is_given_name(without_article(rest)) else NOTHING


def split_compound(word: Folded) -> tuple[Folded, ...]:
    """Return the two words of a folded compound name written as one, else the word alone.

    Example:
        >>> split_compound("abdurrahman"), split_compound("عبدالله"), split_compound("noureddine"), split_compound("shamali")
        (('abd', 'rahman'), ('عبد', 'الله'), ('nour', 'din'), ('shamali',))
        >>> split_compound("نصرالله"), split_compound("ziaulhaq"), split_compound("fazlurrahman")
        (('نصر', 'الله'), ('zia', 'haq'), ('fazl', 'rahman'))
    """
    if word.isascii():
        return _split_latin(word) or (word,)
    if word.startswith(ABD) and len(word) > 5 and (word[3:].startswith("ال") or is_given_name(Folded(word[3:]))):
        return ABD, Folded(word[3:] if word[3:] == "الله" else word[3:].removeprefix("ال"))
    if word.endswith("الدين") and len(word) > 7:
        return Folded(word[:-5]), Folded("دين")
    return _split_second(word) or (word,)


def completes_compound(first: Folded, second: Folded, *, has_article: bool = False) -> bool:
    """Return whether two folded words are one name: عبد الرحمن, نور الدين, نصر الله, Nur ud-Din, Anisul Islam.

    Args:
        first: The one.
        second: The other; Latin without its article.
        has_article: Whether an article stands between them.
    """
    if second in SONS:
        return False
    if is_servant(first) or second in {"الدين", "الله", "allah"} or _FAITH.match(second):
        return True
    if not second.isascii():
        return second in SECONDS_OF_ANY
    return bool(_SECOND.match(second)) and (has_article or without_article_behind(first) != first)


def without_article_behind(first: Folded) -> Folded:
    """Return the first word of a compound without the article of the second that is written onto it in Latin letters.

    Example:
        >>> without_article_behind("matiur"), without_article_behind("نور")
        ('mati', 'نور')
    """
    found = _WITH_ARTICLE.match(first) if first.isascii() and not is_given_name(first) else None
    return Folded(found[1]) if found else first


def _split_second(word: Folded) -> tuple[Folded, ...]:
    for second in ("الله", *SECONDS_OF_ANY):
        if word.endswith(second) and len(word) >= len(second) + 3 and not word.startswith("ال"):
            return Folded(word[: -len(second)]), Folded(second if second == "الله" else second[2:])
    return ()


def in_plain_form(second: Folded) -> Folded:
    """Return the Latin second word of a compound as it is mostly written: Abd Rabbuh is Abd Rabbo.

    Example:
        >>> in_plain_form("rabbuh"), in_plain_form("rahman")
        ('rabbo', 'rahman')
    """
    return Folded("rabbo") if _LORD.match(second) else second


def _serves(word: Folded) -> bool:
    """Return whether "servant of" may stand before a Latin word: a name of God, or another given name."""
    return bool(_LORD.match(word)) or is_given_name(word) or is_name_of_god(word)


def _split_latin(word: Folded) -> tuple[Folded, ...]:
    if _ABD_ALLAH.match(word):
        return Folded("abd"), Folded("allah")
    for pattern in (_ABD_JOINED, _ABD_L_JOINED):
        if (joined := pattern.match(word)) and _serves(rest := Folded(word[joined.end() :])):
            return Folded("abd"), in_plain_form(rest)
    if joined := _FAITH_JOINED.match(word):
        return Folded(joined[1]), Folded("din")
    if joined := _GOD_JOINED.match(word):
        return Folded(joined[1]), Folded("allah")
    joined = _SECOND_JOINED.match(word)
    return tuple(Folded(part) for part in joined.groups() if part) if joined else ()
