"""The one tokenizer: indexing, highlighting and counting all see the same words.

A word is a run of letters, digits and the marks that belong to them, after folding. Everything else divides: white space, punctuation,
hyphens ("al-Shamali" is two words), slashes and dots ("١٢/٣"), the underscore, the at sign, symbols and emoji. An apostrophe divides too
("Assad's", "l'Orient", "don't", "Halep'ten"), except between two Latin letters and two more, where it stands for ayn or hamza: "Ja'far"
is jafar, so that it meets جعفر.
Arabic letters also part from whatever they touch, since a Latin word or a number glued to them ("الـISIS", "١٤٣٥هـ", "العدد12") is a
missing space that right-to-left display hides; Latin letters and digits stay together ("T72").
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import repeat, starmap
from typing import Final, NamedTuple, cast

from kashf.language.words.folding import Folded, fold_code_point, is_word_character

#: Code points. Longer tokens are never words (encoded attachments); the index keeps and the query asks for the first 200.
MAX_WORD_LENGTH: Final = 200

#: What stands behind an apostrophe that divides: we're, they've; and, behind three letters or more, Turkish endings of names (Halep'ten).
_ENGLISH: Final = "(?:re|ve|ll)(?![a-z])"
_TURKISH: Final = "(?<=[a-z][a-z][a-z]')(?:n?[iu]n|[ny][aeiu]|n?[dt][ae]n?|yl[ae]|l[ae]r[a-z]*|l[iu])(?![a-z])"
#: On divided text: every letter of the Arabic script is one of these after folding (a test goes through all of Unicode).
_WORD: Final = re.compile(f"[ء-ي]+|[^' ء-ي]+(?:(?<=[a-z][a-z])'(?=[a-z][a-z])(?!{_ENGLISH}|{_TURKISH})[^' ء-ي]+)*")
_APOSTROPHES: Final = frozenset("'’‘`")
#: Dropped code points which still belong to the word before them: joiners keep the shape of its last letter, tatweel lengthens it.
_TRAILING: Final = re.compile("[\u0640\u200c\u200d]")


class Word(NamedTuple):
    """One word of a text.

    Attributes:
        start: First code point of the word in the original text.
        end: One past its last code point, marks and tatweel that follow included.
        folded: Its search form, 1 to 200 code points.
    """

    # A tuple, since a page has thousands of them: a frozen dataclass takes longer to make.
    start: int
    end: int
    folded: Folded


class _DivideTable(dict[int, str]):
    """Code point -> folded form with a space for all that is no part of a word and ``'`` for apostrophes, filled when first met."""

    def __missing__(self, code: int) -> str:
        folded = fold_code_point(chr(code))
        divided = self[code] = "".join(
            character if is_word_character(character) else "'" if character in _APOSTROPHES else " " for character in folded
        )
        return divided


_DIVIDED: Final = _DivideTable()


def folded_words(text: str) -> list[Folded]:
    """Return the folded words of a text in order, the fast way; the same words as ``words`` finds.

    Example:
        >>> folded_words("وصل أبو محمد الشّمالي (al-Shamali) في ١٢/٣")
        ['وصل', 'ابو', 'محمد', 'الشمالي', 'al', 'shamali', 'في', '12', '3']
    """
    divided = text.translate(_DIVIDED)
    found: list[Folded]
    if "'" in divided:
        found = [Folded(word.replace("'", "")) for word in _WORD.findall(divided)]
    else:
        found = cast("list[Folded]", divided.split() if text.isascii() else _WORD.findall(divided))
    if max(map(len, found), default=0) > MAX_WORD_LENGTH:
        return [Folded(word[:MAX_WORD_LENGTH]) for word in found]
    return found


def words(text: str) -> list[Word]:
    """Return the words of a text in order, each with its place in the original.

    Places grow and do not overlap, with one exception: the words of one ligature (ﷺ is four) share its place. A word begins at its first
    letter and ends after its last with the marks on it; ``text[start:end]`` folds to ``folded``.

    Example:
        >>> words("الشَّمـالي، ٢٠١٤")
        [Word(start=0, end=10, folded='الشمالي'), Word(start=12, end=16, folded='2014')]
    """
    divided = text.translate(_DIVIDED)
    forms = cast("Iterable[tuple[int, int, Folded]]", ((*found.span(), found[0][:MAX_WORD_LENGTH]) for found in _WORD.finditer(divided)))
    if "'" in divided:
        forms = ((start, end, Folded(divided[start:end].replace("'", "")[:MAX_WORD_LENGTH])) for start, end, _ in forms)
    odd = frozenset() if text.isascii() else frozenset(character for character in set(text) if len(_DIVIDED[ord(character)]) != 1)
    if not odd:
        return list(starmap(Word, forms))
    origin = _origins(text, odd)
    dropped = frozenset(character for character in odd if not _DIVIDED[ord(character)])
    ends = ((start, origin[end - 1] + 1, word) for start, end, word in forms)
    return [Word(origin[start], end if text[end : end + 1] not in dropped else _word_end(text, end), word) for start, end, word in ends]


@lru_cache(maxsize=8)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the same words as `words`, and remember those of the last texts: each of several readers of a page asks for them.

    Example:
        >>> words_of("one") is words_of("one")
        True
    """
    return tuple(words(text))


def _origins(text: str, odd: Collection[str]) -> list[int]:
    """Return for each code point of the divided text the place it comes from; all but the odd ones divide into one."""
    origin: list[int] = []
    done = 0
    for found in re.finditer(f"[{re.escape(''.join(sorted(odd)))}]", text):
        place = found.start()
        origin.extend(range(done, place))
        origin.extend(repeat(place, len(_DIVIDED[ord(text[place])])))
        done = place + 1
    origin.extend(range(done, len(text)))
    return origin


def _word_end(text: str, end: int) -> int:
    """Move the end of a word past the dropped marks that sit on its last letter, but not past bidi controls."""
    while end < len(text) and not _DIVIDED[ord(text[end])] and (_TRAILING.match(text, end) or unicodedata.category(text[end])[0] == "M"):
        end += 1
    return end
