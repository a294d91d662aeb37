"""The wording of a post as it is compared, and posts within the clause that names or relieves somebody."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.events.letters.phrases import any_of
from kashf.language.person_names.vocabulary import is_given_name, is_title
from kashf.language.tables.letters.post_phrases import ADDRESS, AND_ANOTHER, AS_ENDING, FOR_THE, FROM, OF_WHERE, STANDS_IN, TO_OR_FROM_POST
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import fold
from kashf.language.words.tokens import words

#: Words of a post that are compared; a longer wording is a sentence.
MOST_WORDS: Final = 8
#: Code points of a clause that are looked at.
_LONGEST: Final = 400
#: Letters that stay of a word without its article.
_FEWEST: Final = 3
_DIVIDERS: Final = re.compile(r"[/|\\–—]")
#: Ends what is said of a post in a sentence.
_STOPS: Final = re.compile(r"[.,،;؛:\n]")
_EDGES: Final = " \t.,،;؛:-/"


class PostWords(NamedTuple):
    """A post as a paper words it.

    Args:
        key: As it is compared: folded, without articles, a space between words; "" where there is none.
        office: What stands behind it as its office or place, as written; "" where nothing does.
        stands_in: Whether who signs stands in for whoever holds it.
    """

    key: str
    office: str = ""
    stands_in: bool = False


@lru_cache(maxsize=1 << 12)
def post_words(text: str) -> PostWords:
    """Return a post as it is compared, what stands behind a stroke as its office.

    >>> post_words("الوالي / إمارة السهول"), post_words("acting governor")
    (PostWords(key='والي', office='إمارة السهول', stands_in=False), PostWords(key='governor', office='', stands_in=True))
    >>> post_words("ع/ مدير المكتب").stands_in, post_words("مدير المكتب /").key
    (True, 'مدير مكتب')
    """
    parts = [part.strip(_EDGES) for part in _DIVIDERS.split(text[:_LONGEST])]
    parts = [part for part in parts if part]
    if len(parts) > 1 and not _without(parts[-1]):  # "director / acting"
        parts = [f"{parts[0]} {parts[-1]}", *parts[1:-1]]
    stands_in = bool(parts) and _without(parts[0]) != fold(parts[0]).strip()
    if len(parts) > 1 and not _without(parts[0]):
        stands_in, parts = True, parts[1:]
    if not parts:
        return PostWords("")
    key = _key(_without(parts[0]))
    return PostWords(key, parts[1] if len(parts) > 1 else "", stands_in)


def may_be_name(text: str) -> bool:
    """Return whether what stands over a post may be a name: one word alone where it is given to people, or has an article or a title.

    >>> [may_be_name(text) for text in ("سعد الناعوري", "سعد", "الحاج", "يعتمد", "بتاريخ")]
    [True, True, True, False, False]
    """
    found = [word.folded for word in words(text)]
    if len(found) != 1:
        return bool(found)
    return found[0].startswith(ARTICLE) or is_given_name(found[0]) or is_title(found[0])


class PostedMan(NamedTuple):
    """Whom a clause names or relieves.

    Args:
        man: The name without forms of address and without the post, verbatim.
        post: The post; its key is "" where the clause names none.
    """

    man: str
    post: PostWords


def posted_man(clause: str, man: str, known: Collection[str] = ()) -> PostedMan:
    """Return the man and the post of a clause that names or relieves somebody.

    Args:
        clause: Its words, verbatim.
        man: What was read as the person in it; the post may be among these words.
        known: Keys of posts that signatures of the case have; of words that may go on behind a post, they tell where it ends.

    >>> posted_man("يُعيَّن السيد سعد السنجابي مدير المكتب / الديوان", "السيد سعد السنجابي مدير المكتب", {"مدير مكتب"})
    PostedMan(man='سعد السنجابي', post=PostWords(key='مدير مكتب', office='الديوان', stands_in=False))
    >>> posted_man("appoint Idris al-Ahdab as Director of Services in Tall", "Idris al-Ahdab").post
    PostWords(key='director of services', office='Tall', stands_in=False)
    """
    clause, man = " ".join(clause[:_LONGEST].split()), " ".join(man.split())
    at = clause.find(man)
    behind = clause[at + len(man) :] if at >= 0 else ""
    within = re.search(rf"\s{any_of(TO_OR_FROM_POST)}(?!\w)\s*", folded := fold(man))
    if within and folded[: within.start()].strip():
        said, man = _from(man, within.end()) + behind, man[: _place(man, within.start())]
    elif inside := _post_at_end(man, known):
        said, man = man[inside:] + behind, man[:inside]
    elif found := re.match(rf"\s*{any_of(f'{TO_OR_FROM_POST}|{FROM}')}(?!\w)\s*", fold(behind)):
        said = _from(behind, found.end())
    else:
        return PostedMan(_bare(man), PostWords(""))
    return PostedMan(_bare(man), post_at_start(said, known))


def post_at_start(said: str, known: Collection[str]) -> PostWords:
    """Return the post with which words begin: one that is known, or all up to a stop or a word that tells where.

    >>> post_at_start("Director of the Office and to appoint", {"director of the office"}).key
    'director of the office'
    """
    said = said[: found.start()] if (found := _STOPS.search(said)) else said
    said = said[: _place(said, found.start())] if (found := re.search(rf"\s{any_of(AND_ANOTHER)}(?!\w)", fold(said))) else said
    before, _, behind = said.partition("/")
    marked = words(before)
    for end in range(min(len(marked), MOST_WORDS), 0, -1):
        key, rest = _key(" ".join(word.folded for word in marked[:end])), before[marked[end - 1].end :].strip(_EDGES)
        place = _without_where(rest)
        is_whole = not rest or place != rest
        found_key = next((each for each in (key, _as_post(key)) if each in known), "")
        if found_key and (end > 1 or is_whole):
            return PostWords(found_key, behind.strip(_EDGES) or (place if is_whole else ""))
    where = re.search(rf"\s{any_of(OF_WHERE.rpartition('|')[0])}\s", fold(before)) if not behind else None
    cut = len(before) if where is None else _place(before, where.start())
    office = behind.strip(_EDGES) or ("" if where is None else _from(before, where.end()).strip(_EDGES))
    return PostWords(_key(before[:cut]), office)


def _as_post(key: str) -> str:
    """Return a post as signatures have it, of the way in which an order gives it: "as director for the store" for "director of the store".

    >>> _as_post("مديرا لمخزن تلال"), _as_post("مديرا لمكتب")
    ('مدير مخزن تلال', 'مدير مكتب')
    """
    first, *rest = key.split() or [""]
    if not (first.endswith(AS_ENDING) and len(first) > _FEWEST):
        return key
    if rest and rest[0].startswith(FOR_THE) and len(rest[0]) > _FEWEST + 1:
        rest[0] = _bare_word(rest[0].removeprefix(FOR_THE).removeprefix(FOR_THE))
    return " ".join((first.removesuffix(AS_ENDING), *rest))


def _post_at_end(man: str, known: Collection[str]) -> int:
    """Return where in the words of a person a known post begins, its last words; 0 where none does."""
    marked = words(man)
    for first in range(1, len(marked)):
        if _key(" ".join(word.folded for word in marked[first:])) in known:
            return marked[first].start
    return 0


def _bare(man: str) -> str:
    found = re.match(rf"(?:{any_of(ADDRESS)}(?!\w)[\s./]*)+", fold(man))
    return _from(man, found.end()).strip(_EDGES) if found else man.strip(_EDGES)


def _without_where(text: str) -> str:
    found = re.match(rf"\s*{any_of(OF_WHERE)}(?!\w)\s*", fold(text))
    return (_from(text, found.end()) if found else text).strip(_EDGES)


def _from(text: str, folded_place: int) -> str:
    return text[_place(text, folded_place) :]


def _place(text: str, folded_place: int) -> int:
    """Return where a place of the folded text lies in the text."""
    length = 0
    for place, sign in enumerate(text):
        if length >= folded_place:
            return place
        length += len(fold(sign)) if sign != " " else 1
    return len(text)


def _without(text: str) -> str:
    """Return a post, folded, without what tells that somebody stands in."""
    folded = fold(text).strip()
    mark = any_of(STANDS_IN)
    return re.sub(rf"^{mark}(?:[\s.]+|$)|\s+\(?{mark}\)?$", "", folded).strip(_EDGES)


def _key(text: str) -> str:
    found = [_bare_word(word.folded) for word in words(text)]
    return " ".join(found) if len(found) <= MOST_WORDS else ""


def _bare_word(word: str) -> str:
    return word.removeprefix(ARTICLE) if len(word) - len(ARTICLE) >= _FEWEST else word
