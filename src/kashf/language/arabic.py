"""Search forms of words: the folded form of any text, a light stemmer, and the words hidden behind Arabic proclitics.

Two forms are searched side by side: the folded one, for counts, names and quotations, and the stemmed one, for recall.
"""

from functools import lru_cache

from kashf.language.folding import fold_code_point


class _FoldTable(dict[int, str]):
    """Code point -> folded form, filled when a code point is first met, so that ``str.translate`` stays in C."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_code_point(chr(code))
        return folded


_FOLDED = _FoldTable()

#: light10 (Larkey, Ballesteros, Connell 2007, "Light stemming for Arabic information retrieval"): articles with what grows onto them.
_STEM_PREFIXES = ("وبال", "وكال", "وال", "بال", "كال", "فال", "ولل", "فلل", "ال", "لل")
_STEM_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")

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
    stemmed = word
    for prefix in _STEM_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            stemmed = word[len(prefix) :]
            break
    else:
        if word[0] == "و" and len(word) >= 4:
            stemmed = word[1:]
    for suffix in _STEM_SUFFIXES:
        if stemmed.endswith(suffix) and len(stemmed) - len(suffix) >= 2:
            stemmed = stemmed[: -len(suffix)]
    return stemmed


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
