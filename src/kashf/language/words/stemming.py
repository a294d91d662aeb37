"""Search forms of words: the folded form of any text, a light stemmer, and the words hidden behind Arabic proclitics.

Two forms are searched side by side: the folded one, for counts, names and quotations, and the stemmed one, for recall.
"""

from functools import lru_cache

from kashf.language.words.folding import fold_code_point


class _FoldTable(dict[int, str]):
    """Code point -> folded form, filled when a code point is first met, so that ``str.translate`` stays in C."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_code_point(chr(code))
        return folded


_FOLDED = _FoldTable()

#: Articles with what grows onto them, as in light10 (Larkey, Ballesteros and Connell 2007, "Light stemming for Arabic information
#: retrieval"). Its suffixes are sorted here into the three places they take at the end of a word, so that جبهات does not lose two.
_STEM_PREFIXES = ("وبال", "وكال", "وال", "بال", "كال", "فال", "ولل", "فلل", "ال", "لل")
#: Ending and the letters it must leave. The dual ان is left out: it ends more names (عدنان, لبنان, سلطان) than duals in running text.
_STEM_NUMBERS = (("تان", 3), ("تين", 3), ("ات", 2), ("ون", 3), ("ين", 3))

_ARTICLES = ("بال", "كال", "ال", "لل")
#: Conjunction, then preposition or article, as they are written together; longest first.
_PROCLITICS = tuple(
    sorted((c + p for c in ("", "و", "ف") for p in (*_ARTICLES, "ب", "ك", "ل", "") if c + p), key=lambda clitic: (-len(clitic), clitic))
)


def fold(text: str) -> str:
    """Return the search form of any text: one spelling for letters that writers and keyboards mix up.

    Compatibility forms and ligatures are taken apart; Arabic vowel marks, tatweel, accents, zero-width and bidi controls go; the
    forms of alef become ا, ى and Persian ی become ي, ة becomes ه, ؤ و, ئ ي, ک ك; digits of every script become 0-9; letters become
    small. Punctuation and white space stay. Folding twice changes nothing; the length may change (use ``words`` for offsets).

    Example:
        >>> fold("أَبُو مُحَمَّـد الشَّمالى ١٤٣٥ Şemâlî")
        'ابو محمد الشمالي 1435 semali'
    """
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def _stem_arabic(word: str) -> str:
    for prefix in _STEM_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            word = word[len(prefix) :]
            break
    if word[0] == "و" and len(word) >= 5:  # With or without an article before it, so that ولاية and الولاية stay together.
        word = word[1:]
    return _strip_suffixes(word)


def _strip_suffixes(word: str) -> str:
    """Strip a possessive, then a number, then a feminine or relative ending."""
    if word.endswith("تها") and len(word) >= 6 and word[-4] != "ا":
        return word[:-3]  # A feminine noun with a possessive: مدينتها is مدينة.
    if word.endswith("ها") and len(word) >= 4:
        word = word[:-2]
    number = next((ending for ending, least in _STEM_NUMBERS if word.endswith(ending) and len(word) - len(ending) >= least), "")
    word = word.removesuffix(number)
    if word.endswith("يه") and len(word) >= 5:
        return word[:-2]
    if (word.endswith("ه") and not number and len(word) >= 3) or (word.endswith("ي") and len(word) >= 4):
        return word[:-1]
    return word


def _stem_latin(word: str) -> str:
    """Harman (1991), "How effective is suffixing?", the s-stemmer."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("us", "ss")):
        return word
    if word.endswith("ies"):
        return word if word.endswith(("eies", "aies")) else word[:-3] + "y"
    if word.endswith("es"):
        return word if word.endswith(("aes", "ees", "oes")) else word[:-1]
    return word[:-1]


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return the light stem of one folded word: Arabic without article and inflection, Latin without the plural s, else the word.

    Example:
        >>> stem("والمقاتلين"), stem("مقاتلون"), stem("fighters"), stem("2014")
        ('مقاتل', 'مقاتل', 'fighter', '2014')
    """
    if word.isascii():
        return _stem_latin(word) if word.isalpha() else word
    return _stem_arabic(word) if "ء" <= word[0] <= "ي" else word


def strip_proclitics(word: str) -> tuple[str, ...]:
    """Return what a folded Arabic word may be without the و ف ب ل ك and ال written onto it, the longest clitic first.

    Candidates, not an analysis: وليد ("Walid") also yields ليد. At least three letters stay, two after an article. The word itself is
    not among them; the tuple is empty when nothing can be taken off.

    Example:
        >>> strip_proclitics("وبالشمالي")
        ('شمالي', 'الشمالي', 'بالشمالي')
        >>> strip_proclitics("للجنه")
        ('جنه', 'لجنه')
    """
    candidates = dict.fromkeys(
        word[len(clitic) :]
        for clitic in _PROCLITICS
        if word.startswith(clitic) and len(word) - len(clitic) >= (2 if clitic.endswith(_ARTICLES) else 3)
    )
    return tuple(candidates)
