"""A light stemmer for folded words.

Two forms of a word are searched side by side: the folded one, for counts, names and quotations, and the stemmed one, for recall.
"""

from kashf.language.tables.stop_words import WITH_WAW
from kashf.language.words.clitics import ARTICLES
from kashf.language.words.folding import Folded
from kashf.language.words.remember import remembered

#: Ending and the letters it must leave. Suffixes of light10 (Larkey, Ballesteros and Connell 2007, "Light stemming for Arabic information
#: retrieval"), sorted into the three places they take at the end of a word, so that جبهات does not lose two; its prefixes are the articles
#: with what is written onto them. The dual ان is left out: it ends more names (عدنان, لبنان, سلطان) than duals in running text.
_STEM_NUMBERS = (("تان", 3), ("تين", 3), ("ات", 2), ("ون", 3), ("ين", 3))


def _stem_arabic(word: str) -> str:
    for prefix in ARTICLES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            word = word[len(prefix) :]
            break
    # With or without an article before it, so that ولاية and الولاية stay together.
    if word[0] == "و" and len(word) >= 5 and not word.startswith(WITH_WAW):
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


@remembered(1 << 17)
def stem(word: Folded) -> str:
    """Return the light stem of one folded word: Arabic without article and inflection, Latin without the plural s, else the word.

    Example:
        >>> stem("والمقاتلين"), stem("مقاتلون"), stem("fighters"), stem("2014")
        ('مقاتل', 'مقاتل', 'fighter', '2014')
    """
    if word.isascii():
        return _stem_latin(word) if word.isalpha() else word
    return _stem_arabic(word) if "ء" <= word[0] <= "ي" else word
